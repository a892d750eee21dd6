"""Sheets to judge the rig by: `python -m assets.avatar.workbench [--out DIR] [--model FILE] [NAME ...]`.

Names: small, speech, mouths, eyes, turns, extremes, arms, changes, films. Needs an X display.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from assets.avatar.stage import MODEL, Picture, Stage, expressions, films, over, viseme_mouth
from models.visemes import Viseme

WHITE, NIGHT, SAGE, SAND, LILAC = "#ffffff", "#1b1b24", "#7fa98f", "#e9dcc8", "#f1eff8"
Crop = tuple[float, float, float, float]
"""Left, top, right, bottom as shares of the picture."""

_ALL: Crop = (0.08, 0.03, 0.98, 1.0)
_HEAD: Crop = (0.09, 0.1, 0.78, 0.66)
_EYES: Crop = (0.26, 0.38, 0.62, 0.58)
_MOUTH: Crop = (0.36, 0.49, 0.53, 0.6)
_EXTREME: Crop = (0, 0, 1, 1)


def contact(
    cells: Sequence[tuple[str, Picture]], columns: int, grounds: Sequence[str] = (LILAC,), crop: Crop = _ALL
) -> Image.Image:
    """Pictures with captions in rows of `columns`, on backgrounds that take turns."""
    first = cells[0][1]
    box = tuple(
        round(share * side)
        for share, side in zip(crop, (*first.shape[1::-1], *first.shape[1::-1]), strict=True)
    )
    width, height = box[2] - box[0], box[3] - box[1]
    sheet = Image.new("RGB", (columns * width, -(-len(cells) // columns) * height), WHITE)
    pen = ImageDraw.Draw(sheet)
    for place, (caption, picture) in enumerate(cells):
        x, y = place % columns * width, place // columns * height
        sheet.paste(over(picture, grounds[place % len(grounds)]).crop(box), (x, y))
        pen.text((x + 6, y + 4), caption, fill="#d03060")
    return sheet


def _posed(stage: Stage, poses: Sequence[Mapping[str, float]]) -> list[tuple[str, Picture]]:
    return [
        (" ".join(f"{name} {value:g}" for name, value in pose.items()), stage.posed(pose)) for pose in poses
    ]


def _both(**values: float) -> dict[str, float]:
    """Values of both eyes or brows: `EyeOpen` stands for `EyeLOpen` and `EyeROpen`."""
    out: dict[str, float] = {}
    for name, value in values.items():
        head = "Eye" if name.startswith("Eye") else "Brow"
        out |= {f"{head}{side}{name.removeprefix(head)}": value for side in "LR"}
    return out


def sheet_small(stage: Stage, names: Sequence[str]) -> Image.Image:
    """All expressions at 200 px."""
    stage.resize(220)
    return contact([(name, stage.expressed(name)) for name in names], 6, (WHITE, NIGHT, SAGE))


def sheet_speech(stage: Stage, names: Sequence[str]) -> Image.Image:
    """Every expression with every viseme."""
    stage.resize(700)
    cells = []
    for name in names:
        stage.wear(name)
        cells += [(f"{name} {viseme}", stage.spoken(viseme_mouth(viseme))) for viseme in Viseme]
    return contact(cells, 15, crop=(0.3, 0.4, 0.58, 0.62))


def sheet_mouths(stage: Stage, _: Sequence[str]) -> Image.Image:
    """Open × form, vowels × form, mixes, skew, cat."""
    stage.resize(1100)
    poses: list[dict[str, float]] = [{}, {"MouthForm": -1}, {"MouthForm": 1}]
    poses += [
        {"MouthOpenY": opened, "MouthForm": form}
        for form in (-1, -0.5, 0, 1)
        for opened in (0.2, 0.4, 0.7, 1)
    ]
    poses += [{vowel: 1.0, "MouthForm": form} for form in (0, 1, -1) for vowel in "AIUEO"]
    poses += [
        {"A": 0.5},
        {"A": 0.5, "I": 0.5},
        {"O": 0.5, "U": 0.5},
        {"MouthSkew": 1, "MouthForm": 0.5},
        {"MouthSkew": -1},
    ]
    poses += [{"CatMouth": 1}, {"CatMouth": 0.5}, {"CatMouth": 1, "MouthOpenY": 0.5}, {"CatMouth": 1, "A": 1}]
    return contact(_posed(stage, poses), 8, crop=_MOUTH)


def sheet_eyes(stage: Stage, _: Sequence[str]) -> Image.Image:
    """Lids × smile × tilt, gaze, sizes, comic irises, brows."""
    stage.resize(1000)
    poses = [
        {**_both(EyeOpen=opened, EyeSmile=smile), "EyeTilt": tilt}
        for smile, tilt in ((0, 0), (1, 0), (0, -1), (0, 1))
        for opened in (0, 0.06, 0.12, 0.25, 0.5, 0.75, 1, 1.3)
    ]
    poses += [_both(EyeOpen=0, EyeSmile=smile) for smile in (0, 0.2, 0.4, 0.49, 0.51, 0.6, 0.8, 1)]
    poses += [{"EyeBallX": x, "EyeBallY": y} for x, y in ((-1, 0), (1, 0), (0, 1), (0, -1))]
    poses += [{"EyeBallForm": -1}, {"EyeBallForm": 1}, {"EyeHeart": 1}, {"EyeStar": 1}, {"EyeCat": 1}]
    poses += [
        _both(BrowAngle=-1, BrowY=-1),
        _both(BrowAngle=1, BrowY=1),
        _both(BrowForm=1),
        _both(BrowForm=-1),
    ]
    return contact(_posed(stage, poses), 8, crop=_EYES)


def sheet_turns(stage: Stage, _: Sequence[str]) -> Image.Image:
    """The head at nine corners."""
    stage.resize(620)
    poses = [{"AngleX": x, "AngleY": y} for y in (30, 0, -30) for x in (-30, 0, 30)]
    return contact(_posed(stage, poses), 3, (WHITE, SAGE, NIGHT), _HEAD)


def sheet_extremes(stage: Stage, _: Sequence[str]) -> Image.Image:
    """Body, tail, ears, hair and cloth at their ends, with the canvas' edge."""
    stage.resize(300)
    poses: list[dict[str, float]] = [
        {"BodyAngleX": x, "BodyAngleY": y, "BodyAngleZ": z}
        for x, y, z in ((-10, -10, -10), (10, 10, 10), (0, 0, 10), (0, 0, -10))
    ]
    poses += [
        {"Hop": -1},
        {"Hop": 1},
        {"AngleZ": -30, "AngleX": -30},
        {"AngleZ": 30, "AngleX": 30, "BodyAngleZ": 10},
    ]
    poses += [
        {"TailWag": w, "Tail1": k, "Tail2": k, "Tail3": k, "TailUp": u}
        for w in (-1, 1)
        for k in (-1, 1)
        for u in (-1, 0, 1)
    ]
    poses += [{"TailPuff": 1}, {"EarL": -1, "EarR": -1}, {"EarL": 1, "EarR": 1, "EarSway": 1}]
    poses += [{"HairFront": k, "HairSide": k, "HairBack": k, "HairAhoge": k} for k in (-1, 1)]
    poses += [{"Cape": k, "Skirt": k, "Cords": k, "Clasp": k} for k in (-1, 1)]
    return contact(_posed(stage, poses), 9, (WHITE, NIGHT, SAGE), _EXTREME)


def sheet_arms(stage: Stage, _: Sequence[str]) -> Image.Image:
    """Arms through their swaps."""
    stage.resize(360)
    poses: list[dict[str, float]] = [{"ArmL": -1, "ArmR": -1}, {"ArmL": 1, "ArmR": 1}]
    poses += [{"ArmRUp": up} for up in (0.25, 0.49, 0.5, 0.51, 0.75, 1)]
    poses += [{"ArmRUp": 1, "ArmR": -1}, {"ArmRUp": 1, "ArmR": 1}]
    poses += [{"ArmRThink": think} for think in (0.25, 0.49, 0.5, 0.51, 0.75, 1)]
    poses += [{"ArmRThink": 1, "ArmRUp": up} for up in (0.06, 0.12, 0.14, 0.2, 0.3, 0.7)]
    poses += [{"ArmRHip": 1, "ArmRUp": up} for up in (0.06, 0.12, 0.14, 0.2, 0.3, 0.7)]
    poses += [{"ArmRHip": 1, "ArmRThink": up} for up in (0.06, 0.12, 0.14, 0.2, 0.45, 0.6)]
    poses += [{"ArmRHip": hip} for hip in (0.25, 0.49, 0.51, 0.75, 1)]
    poses += [{"ArmLHip": 1, "ArmRHip": 1}, {"ArmLUp": 1, "ArmRUp": 1, "ArmL": 1, "ArmR": 1}]
    poses += [{"ArmLThink": 1, "ArmRThink": 1, "ArmL": k, "ArmR": k} for k in (-1, 0, 1)]
    return contact(_posed(stage, poses), 6, (LILAC, SAGE))


def sheet_changes(stage: Stage, _: Sequence[str]) -> Image.Image:
    """One face easing into another, in steps of a twentieth of a second."""
    stage.resize(330)
    pairs = (
        "thinking laughing",
        "idle happy",
        "sad excited",
        "sleepy surprised",
        "love angry",
        "snarky cat_face",
    )
    cells = []
    for one, other in map(str.split, pairs):
        for before, after in ((one, other), (other, one)):
            stage.still()
            stage.model.SetExpression(before)
            stage.run(2.0)
            stage.model.SetExpression(after)
            for step in range(9):
                stage.model.Update(0.05)
                cells.append((f"{before} to {after} {step + 1}", stage.draw()))
    return contact(cells, 9)


def sheet_films(stage: Stage, _: Sequence[str]) -> Image.Image:
    """All motions as film strips."""
    stage.resize(280)
    return contact(
        [
            (f"{film.group} {film.number} {k}", picture)
            for film in films()
            for k, picture in enumerate(stage.filmed(film, 10))
        ],
        10,
    )


SHEETS: Mapping[str, Callable[[Stage, Sequence[str]], Image.Image]] = {
    "small": sheet_small, "speech": sheet_speech, "mouths": sheet_mouths, "eyes": sheet_eyes, "turns": sheet_turns,
    "extremes": sheet_extremes, "arms": sheet_arms, "changes": sheet_changes, "films": sheet_films,
}  # fmt: skip


def main() -> None:
    """Render the sheets asked for, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/avatar-sheets"))
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("names", nargs="*", default=list(SHEETS))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    stage = Stage(arguments.model)
    known = expressions(arguments.model)
    for name in arguments.names:
        path = arguments.out / f"{name}.png"
        SHEETS[name](stage, known).save(path, optimize=True)
        print(path)


if __name__ == "__main__":
    main()
