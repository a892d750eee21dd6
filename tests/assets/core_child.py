"""Child process of `test_core`: loads the built model into the real Core and measures it. Prints one JSON line."""

from __future__ import annotations

import json
import sys
from itertools import islice, product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from assets.avatar.build import MODEL_DIR
from assets.avatar.source.art.drawing import draw
from assets.avatar.source.deform.basics import Points, Turn
from assets.avatar.source.layers import atlas
from assets.avatar.source.moc3.model import Mesh, Model, Rotation, combinations
from assets.avatar.source.rig import assemble
from assets.avatar.stage import Stage, expressions

MODEL_JSON = MODEL_DIR / "vesper.model3.json"
SOLID = 100
SLIVER_PX2 = 6.4
"""Triangles smaller than this have no visible orientation."""


def ancestors(model: Model, mesh: Mesh) -> list[Any]:
    known = {deformer.name: deformer for deformer in model.deformers}
    out, parent = [], mesh.parent
    while parent is not None:
        out.append(known[parent])
        parent = known[parent].parent
    return out


def keyforms(stage: Stage, model: Model) -> dict[str, Any]:
    """The Core's vertices against the evaluated keyforms, wherever all parents are at rest."""
    rest = {parameter.name: parameter.default for parameter in model.parameters}
    worst, compared, meshes = 0.0, 0, 0
    for mesh in model.meshes:
        parents = ancestors(model, mesh)
        moved = {name for parent in parents for name, _ in parent.keys}
        still = all(
            parent.forms[combinations(parent.keys).index({name: rest[name] for name, _ in parent.keys})]
            == Turn()
            for parent in parents
            if isinstance(parent, Rotation)
        )
        rows = [
            (place, row)
            for place, row in enumerate(combinations(mesh.keys))
            if mesh.opacities[place] > 0 and all(row[name] == rest[name] for name in row if name in moved)
        ]
        if not still or not rows:
            continue
        meshes += 1
        for place, row in islice(rows, 0, None, max(1, len(rows) // 6)):
            stage.pose(row)
            stage.model.Draw()
            expected = mesh.forms[place] + np.array(assemble.ORIGIN)
            worst = max(worst, float(np.abs(stage.vertices(mesh.name) - expected).max()))
            compared += 1
    return {"worst_px": worst, "compared": compared, "meshes": meshes}


def areas(points: Points, triangles: NDArray[np.int64]) -> NDArray[np.float64]:
    a, b, c = (points[triangles[:, k]] for k in range(3))
    found: NDArray[np.float64] = ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2
    return found


def sweep(stage: Stage, model: Model) -> dict[str, Any]:
    """Every parameter at both ends, head corners and random poses: finite, not torn, inside the canvas."""
    rng = np.random.default_rng(90210)
    poses: list[dict[str, float]] = [
        {parameter.name: value} for parameter in model.parameters for value in (parameter.low, parameter.high)
    ]
    poses += [{"AngleX": x, "AngleY": y, "AngleZ": z} for x, y, z in product((-30, 30), repeat=3)]
    singles = len(poses)
    poses += [
        {parameter.name: float(rng.uniform(parameter.low, parameter.high)) for parameter in model.parameters}
        for _ in range(60)
    ]
    triangles = {mesh.name: np.array(mesh.triangles) for mesh in model.meshes}
    open_pose = {"MouthOpenY": 1.0, "EyeLOpen": 0.5, "EyeROpen": 0.5}
    facing = {}
    for pose in ({}, open_pose):
        stage.posed(pose)
        for name, corners in triangles.items():
            found = areas(stage.vertices(name), corners)
            strips = ("Mouth", "Tongue", "Teeth", "Lid")
            if name not in facing or (pose and (np.abs(found).sum() > 400 and name.startswith(strips))):
                facing[name] = np.sign(found)
    broken = 0
    edges: list[int] = []
    flips: dict[str, tuple[float, str]] = {}
    for place, pose in enumerate(poses):
        alpha = stage.posed(pose)[..., 3]
        for name, corners in triangles.items():
            points = stage.vertices(name)
            broken += not np.isfinite(points).all()
            found = areas(points, corners)
            flipped = float(((found * facing[name] < 0) & (np.abs(found) > SLIVER_PX2)).mean())
            if place < singles and flipped > flips.get(name, (0.0, ""))[0]:
                flips[name] = (flipped, str(pose))
        if max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) > 8:
            edges.append(place)
    return {"poses": len(poses), "not_finite": int(broken), "touching_edge": edges, "flips": flips}


def show_only(stage: Stage, names: tuple[str, ...]) -> None:
    for index, part in enumerate(stage.model.GetPartIds()):
        stage.model.SetPartOpacity(index, float(part.removeprefix("Part") in names))


def blobs(alpha: NDArray[np.uint8]) -> int:
    label, count = ndimage.label(alpha > SOLID)
    sizes = ndimage.sum_labels(np.ones_like(label), label, range(1, count + 1))
    return int((np.asarray(sizes) > 3).sum())


def wholes(stage: Stage) -> dict[str, Any]:
    """Groups of parts that must stay one piece."""
    heads = [{"AngleX": x, "AngleY": y, "AngleZ": z} for x, y, z in product((-30, 0, 30), repeat=3)]
    out: dict[str, Any] = {}
    show_only(stage, ("HairBack", "Hair", "Face", "Ears"))
    swings = [{**head, "HairBack": k, "HairSide": k, "HairFront": k} for head in heads for k in (-1, 1)]
    out["hair"] = sum(blobs(stage.posed(pose)[..., 3]) != 1 for pose in swings)
    show_only(stage, ("Face", "Cloth", "Body"))
    out["neck"] = sum(blobs(stage.posed(pose)[..., 3]) != 1 for pose in heads)
    show_only(stage, ("Tail", "Body"))
    tails = [
        {"TailWag": w, "TailUp": u, "Tail1": k, "Tail2": k, "Tail3": j}
        for w, u, k, j in product((-1, 1), (-1, 0, 1), (-1, 1), (-1, 1))
    ]
    out["tail"] = sum(blobs(stage.posed(pose)[..., 3]) != 1 for pose in tails)
    show_only(stage, tuple(part.removeprefix("Part") for part in stage.model.GetPartIds()))
    return out


def opening(stage: Stage, strip: tuple[int, int]) -> float:
    """Height of the mouth's inside in art pixels."""
    rows = stage.vertices("MouthIn").reshape(strip[1], strip[0], 2)
    return float(np.hypot(*(rows[-1] - rows[0]).T).max())


def speech(stage: Stage, names: list[str]) -> dict[str, Any]:
    """Mouth openings of every expression: silent lips on PP, wide on aa."""
    silent = {"MouthOpenY": 0.0, "A": 0.0, "I": 0.0, "U": 0.0, "E": 0.0, "O": 0.0}
    out = {}
    for name in names:
        stage.expressed(name, silent)
        pressed = opening(stage, (15, 3))
        stage.expressed(name, {**silent, "MouthOpenY": 0.8, "A": 1.0})
        out[name] = {"PP": pressed, "aa": opening(stage, (15, 3))}
    return out


def hits(stage: Stage) -> dict[str, bool]:
    stage.posed({})
    found = {}
    for area, mesh in (("Head", "HairCap"), ("Body", "Coat"), ("Tail", "Tail")):
        x, y = stage.vertices(mesh).mean(axis=0) * stage.height / assemble.CANVAS[1]
        found[area] = bool(stage.model.IsAreaHit(area, float(x), float(y)))
    found["corner"] = any(stage.model.IsAreaHit(area, 3.0, 3.0) for area in ("Head", "Body", "Tail"))
    return found


def main(out: Path) -> None:
    model = assemble.build(atlas.build(draw())).model
    stage = Stage(MODEL_JSON, 224)
    names = expressions(MODEL_JSON)
    report: dict[str, Any] = {
        "ids": {
            "drawables": sorted(stage.names) == sorted(mesh.name for mesh in model.meshes),
            "parameters": [f"Param{each.name}" for each in model.parameters]
            == list(stage.model.GetParamIds()),
        },
        "expressions": names,
        "hits": hits(stage),
        "keyforms": keyforms(stage, model),
        "speech": speech(stage, names),
        "sweep": sweep(stage, model),
        "wholes": wholes(stage),
    }
    out.write_text(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
