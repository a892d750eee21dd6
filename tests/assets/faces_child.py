"""Child process of `test_faces`: looks at faces, changes of face, and motions in the real Core. Prints one JSON file.

How unlike two faces are is measured as a stranger would see them: both 200 px high on grey, blurred a little, in
CIE Lab (where equal distances look equally far apart), the mean distance ΔE over all pixels where either figure is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from assets.avatar.build import MODEL_DIR
from assets.avatar.source.art.drawing import draw
from assets.avatar.source.layers import atlas
from assets.avatar.source.moc3.model import Model
from assets.avatar.source.rig import assemble
from assets.avatar.stage import Picture, Stage, expressions, films, viseme_mouth
from models.visemes import Viseme
from tests.assets.core_child import opening
from tests.assets.opacities import opacity

MODEL_JSON = MODEL_DIR / "vesper.model3.json"
HEIGHT = 240
"""Of the picture; she herself is 200 px high in it."""

BLUR_PX = 1.5
EYES = ("EyeWhite", "Iris", "Glint", "Lid", "Lash", "EyeClosed", "EyeHappy")
TURNS = ("AngleX", "AngleY", "AngleZ", "BodyAngleX", "BodyAngleY", "BodyAngleZ", "Hop")
STEPS, CHANGE_S = 20, 0.4
FRAME_S = 1 / 60

Lab = NDArray[np.float64]


def lab(picture: Picture) -> Lab:
    """A picture on middle grey, blurred, in CIE Lab (D65)."""
    alpha = picture[..., 3:] / 255
    rgb = picture[..., :3] / 255 * alpha + 0.5 * (1 - alpha)
    rgb = ndimage.gaussian_filter(rgb, (BLUR_PX, BLUR_PX, 0))
    linear = np.where(rgb > 0.04045, ((rgb + 0.055) / 1.055) ** 2.4, rgb / 12.92)
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = linear @ matrix.T / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def distances(pictures: Mapping[str, Picture]) -> dict[str, float]:
    """ΔE of every pair."""
    seen = {name: (lab(picture), picture[..., 3] > 0) for name, picture in pictures.items()}
    out = {}
    for one, other in combinations(seen, 2):
        (a, inside_a), (b, inside_b) = seen[one], seen[other]
        out[f"{one} {other}"] = float(np.linalg.norm(a - b, axis=-1)[inside_a | inside_b].mean())
    return out


def shown(stage: Stage, wanted: Sequence[str] | None) -> None:
    """Show these parts only; None for all but the emblems."""
    for index, part in enumerate(stage.model.GetPartIds()):
        name = part.removeprefix("Part")
        stage.model.SetPartOpacity(index, float(name != "Emblems" if wanted is None else name in wanted))


def faces(stage: Stage, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Distances of the whole figure, of the figure without emblems, and of the bare face held straight."""
    stage.resize(HEIGHT)
    whole, plain, straight = {}, {}, {}
    for name in names:
        whole[name] = stage.expressed(name)
        shown(stage, None)
        plain[name] = stage.draw()
        shown(stage, ("Face", "Mouth", "Eyes", "Brows"))
        for turn in TURNS:
            stage.model.SetParamById(f"Param{turn}", 0.0)
        straight[name] = stage.draw()
        shown(stage, [part.removeprefix("Part") for part in stage.model.GetPartIds()])
    return {"whole": distances(whole), "plain": distances(plain), "face": distances(straight)}


def values(stage: Stage) -> dict[str, float]:
    """All parameters as they are drawn."""
    ids = stage.model.GetParamIds()
    return {
        name.removeprefix("Param"): stage.model.GetParamValueByIndex(index) for index, name in enumerate(ids)
    }


def changes(stage: Stage, model: Model, names: Sequence[str]) -> dict[str, Any]:
    """Per layer the steps of a change at which it is half transparent, and the widest step of any parameter."""
    layers = [mesh for mesh in model.meshes if mesh.name.startswith((*EYES, "Arm"))]
    spans = {parameter.name: parameter.high - parameter.low for parameter in model.parameters}
    ghosts: dict[str, tuple[int, str]] = {}
    widest: tuple[float, str] = (0.0, "")
    stage.still()
    for before, after in permutations(names, 2):
        stage.model.SetExpression(before)
        stage.run(CHANGE_S + 0.2)
        stage.model.SetExpression(after)
        count = dict.fromkeys([mesh.name for mesh in layers], 0)
        last = values(stage)
        for _ in range(STEPS):
            stage.model.Update(CHANGE_S / STEPS)
            now = values(stage)
            for mesh in layers:
                count[mesh.name] += 0.15 < opacity(mesh, now) < 0.85
            step = max((abs(now[name] - last[name]) / spans[name], name) for name in now)
            widest = max(widest, (step[0], f"{before} to {after}: {step[1]}"))
            last = now
        for name, number in count.items():
            ghosts[name] = max(ghosts.get(name, (0, "")), (number, f"{before} to {after}"))
    return {"ghosts": ghosts, "widest": widest}


def motions(stage: Stage, model: Model, physical: frozenset[str]) -> dict[str, Any]:
    """For every motion the widest step of a parameter between two frames, and how far from rest it ends."""
    spans = {each.name: each.high - each.low for each in model.parameters if each.name not in physical}
    rest = {parameter.name: parameter.default for parameter in model.parameters}
    out = {}
    for film in films(MODEL_JSON):
        stage.still()
        stage.model.StartMotion(film.group, film.number, 3)
        last, widest, blink = values(stage), (0.0, ""), 0.0
        for _ in range(round(film.seconds / FRAME_S) + 2):
            stage.model.Update(FRAME_S)
            now = values(stage)
            steps = {name: abs(now[name] - last[name]) / spans[name] for name in spans}
            blink = max(
                blink, *(steps.pop(f"Eye{side}{name}") for side in "LR" for name in ("Open", "Smile"))
            )
            widest = max(widest, *((step, name) for name, step in steps.items()))
            last = now
        left = max((abs(last[name] - rest[name]) / spans[name], name) for name in spans)
        out[film.file] = {"widest": widest, "blink": blink, "left": left, "group": film.group}
    return out


def mouths(stage: Stage, names: Sequence[str]) -> dict[str, dict[str, tuple[float, float]]]:
    """Width and height in art pixels of the opening of every viseme under every expression."""
    out: dict[str, dict[str, tuple[float, float]]] = {}
    for name in names:
        stage.wear(name)
        out[name] = {}
        for viseme in Viseme:
            stage.spoken(viseme_mouth(viseme))
            wide = float(np.ptp(stage.vertices("MouthIn")[:, 0]))
            out[name][viseme.value] = (wide, opening(stage, (15, 3)))
    return out


def main(out: Path) -> None:
    model = assemble.build(atlas.build(draw())).model
    stage = Stage(MODEL_JSON, HEIGHT)
    names = expressions(MODEL_JSON)
    physics = json.loads((MODEL_DIR / "vesper.physics3.json").read_text())["PhysicsSettings"]
    physical = frozenset(
        row["Destination"]["Id"].removeprefix("Param") for chain in physics for row in chain["Output"]
    )
    report = {
        "faces": faces(stage, names),
        "changes": changes(stage, model, names),
        "motions": motions(stage, model, physical),
        "mouths": mouths(stage, names),
    }
    out.write_text(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
