"""Contact sheets of the built model: `python -m assets.avatar.sheets [--out DIR] [--model FILE] [NAME ...]`.

Names: expressions, guide (for docs), small, speech, mouths, eyes, turns, extremes, arms, idle, motions.
Needs an X display.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from assets.avatar.stage import Picture, Stage, expressions, over

HERE = Path(__file__).parent
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


def sheet_expressions(stage: Stage, names: Sequence[str]) -> Image.Image:
    """All expressions at 400 px."""
    stage.resize(440)
    return contact([(name, stage.expressed(name)) for name in names], 4, (WHITE, NIGHT, SAGE, SAND, LILAC))


def sheet_guide(stage: Stage, names: Sequence[str]) -> Image.Image:
    """All expressions for the documentation: drawn at twice the size, then reduced."""
    stage.resize(464)
    sheet = contact([(name, stage.expressed(name)) for name in names], 4, (WHITE, NIGHT, SAGE, SAND, LILAC))
    return sheet.resize((sheet.width // 2, sheet.height // 2), Image.Resampling.LANCZOS)


def sheet_small(stage: Stage, names: Sequence[str]) -> Image.Image:
    """All expressions at 200 px."""
    stage.resize(220)
    return contact([(name, stage.expressed(name)) for name in names], 6, (WHITE, NIGHT, SAGE))


def sheet_speech(stage: Stage, names: Sequence[str]) -> Image.Image:
    """Every expression speaking: PP, aa, I, O and a half-way mix."""
    stage.resize(700)
    rest = {"MouthOpenY": 0.0, "A": 0.0, "I": 0.0, "U": 0.0, "E": 0.0, "O": 0.0}
    said = {"PP": {}, "aa": {"MouthOpenY": 0.8, "A": 1.0}, "I": {"MouthOpenY": 0.3, "I": 0.9},
            "O": {"MouthOpenY": 0.5, "O": 1.0}, "mix": {"MouthOpenY": 0.3, "A": 0.4, "U": 0.4}}  # fmt: skip
    cells = [
        (f"{name} {viseme}", stage.expressed(name, {**rest, **values}))
        for name in names
        for viseme, values in said.items()
    ]
    return contact(cells, 10, crop=(0.32, 0.44, 0.56, 0.62))


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
    poses += [{"ArmRThink": 1, "ArmRUp": up} for up in (0.3, 0.7)]
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


def _filmed(stage: Stage, group: str, number: int, seconds: float, count: int) -> list[tuple[str, Picture]]:
    """`count` pictures of a motion, evenly through its length."""
    stage.still()
    stage.model.StartMotion(group, number, 3)
    cells, now = [], 0.0
    for k in range(count):
        time = seconds * (k + 0.6) / count
        stage.run(time - now)
        now = time
        cells.append((f"{group} {number} {time:.1f} s", stage.draw()))
    return cells


def _films(stage: Stage, *, idle: bool) -> Image.Image:
    stage.resize(280)
    index = json.loads((HERE / "vesper" / "vesper.model3.json").read_text())["FileReferences"]["Motions"]
    cells = []
    for group, rows in index.items():
        if group.startswith("Idle") is idle:
            for number, row in enumerate(rows):
                motion = json.loads((HERE / "vesper" / row["File"]).read_text())
                cells += _filmed(stage, group, number, motion["Meta"]["Duration"], 10)
    return contact(cells, 10)


def sheet_idle(stage: Stage, _: Sequence[str]) -> Image.Image:
    """Idle motions as film strips."""
    return _films(stage, idle=True)


def sheet_motions(stage: Stage, _: Sequence[str]) -> Image.Image:
    """One-shot motions as film strips."""
    return _films(stage, idle=False)


SHEETS: Mapping[str, Callable[[Stage, Sequence[str]], Image.Image]] = {
    "expressions": sheet_expressions, "guide": sheet_guide, "small": sheet_small, "speech": sheet_speech,
    "mouths": sheet_mouths, "eyes": sheet_eyes, "turns": sheet_turns, "extremes": sheet_extremes,
    "arms": sheet_arms, "changes": sheet_changes, "idle": sheet_idle, "motions": sheet_motions,
}  # fmt: skip


def main() -> None:
    """Render the sheets asked for, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/avatar-sheets"))
    parser.add_argument("--model", type=Path, default=HERE / "vesper" / "vesper.model3.json")
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
