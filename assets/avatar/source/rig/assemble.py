"""Rig data to a model: expand mirrored entries, mesh the parts, evaluate every keyform."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

from assets.avatar.source.art.eyes import EYE_X, white_outline
from assets.avatar.source.deform.basics import CENTRE_X, Points, stack
from assets.avatar.source.deform.catalogue import HINGES, SHAPES, VEILS
from assets.avatar.source.deform.eye import EYE_Y, EyeLines
from assets.avatar.source.deform.mouth import VOWELS, Lips, Mouths
from assets.avatar.source.layers.atlas import Atlas
from assets.avatar.source.moc3.model import Keys, Mesh, Model, Parameter, Rotation, Warp, combinations
from assets.avatar.source.rig import meshing

CANVAS = (2320.0, 2310.0)
ORIGIN = (305.0, 252.0)
"""Canvas size, and where the art's (0, 0) lies on it: room for the tail and the wave at their extremes."""

PARTS = (
    "Shadow",
    "Tail",
    "HairBack",
    "Body",
    "Arms",
    "Cloth",
    "Ears",
    "Face",
    "Mouth",
    "Eyes",
    "Hair",
    "Brows",
    "Emblems",
)
_RECTS = {
    "canvas": (-ORIGIN[0], -ORIGIN[1], CANVAS[0] - ORIGIN[0], CANVAS[1] - ORIGIN[1]),
    "head": (60.0, 40.0, 1380.0, 1240.0),
}
_FIRST_ORDER, _ORDER_STEP = 100, 4

Entry = dict[str, Any]


@dataclass(frozen=True)
class Rig:
    """The model, with the parameter groups the editor shows."""

    model: Model
    groups: Mapping[str, tuple[str, ...]]


def load(name: str) -> dict[str, Any]:
    """A data file of the rig."""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def expanded(entries: Iterable[Entry]) -> list[Entry]:
    """Entries with every mirrored one as two, `side` filled in."""
    out: list[Entry] = []
    for entry in entries:
        if not entry.get("mirror"):
            out.append({**entry, "side": -1})
            continue
        out += [{**_named(entry, letter), "side": side} for letter, side in (("R", -1), ("L", 1))]
    return out


def _named(value: Any, letter: str) -> Any:  # noqa: ANN401 - walks a TOML tree
    if isinstance(value, str):
        return value.replace("{S}", letter).replace("{s}", letter.lower())
    if isinstance(value, dict):
        return {_named(key, letter): _named(item, letter) for key, item in value.items()}
    if isinstance(value, list):
        return [_named(item, letter) for item in value]
    return value


def eye_lines() -> EyeLines:
    """The rim of the open eye, measured on its drawn outline."""
    points = np.array(white_outline().points)
    local = stack(EYE_X - points[:, 0], points[:, 1] - EYE_Y)
    first, last = int(local[:, 0].argmin()), int(local[:, 0].argmax())
    ring = np.roll(local, -first, axis=0)
    turn = (last - first) % len(ring)
    one, other = ring[: turn + 1], np.vstack([ring[turn:], ring[:1]])[::-1]
    x = np.linspace(local[first, 0], local[last, 0], 90)
    heights = [np.interp(x, chain[:, 0], chain[:, 1]) for chain in (one, other)]
    upper, lower = sorted(heights, key=lambda chain: float(chain.mean()))
    return EyeLines(x, upper, lower)


def context() -> dict[str, Any]:
    """What "$name" in the data stands for."""
    mouths = Mouths({name: Lips(**row) for name, row in load("mouths").items()})
    keys = {"MouthOpenY": [0, 1], "MouthForm": [-1, 0, 1]} | {vowel: [0, 1] for vowel in VOWELS}
    return {"eye": eye_lines(), "mouths": mouths, "mouth": keys}


def build(atlas: Atlas) -> Rig:
    """The whole rig over an atlas."""
    groups = load("parameters")
    parameters = tuple(
        Parameter(name, *(float(value) for value in row))
        for group in groups.values()
        for name, row in group.items()
    )
    known = context()
    deformers = tuple(_deformer(entry, known) for entry in expanded(load("deformers")["deformer"]))
    meshes = tuple(
        _mesh(entry, atlas, known, _FIRST_ORDER + _ORDER_STEP * place)
        for place, entry in enumerate(expanded(load("meshes")["mesh"]))
    )
    model = Model(CANVAS[0], CANVAS[1], ORIGIN, parameters, PARTS, deformers, meshes)
    return Rig(model, {group: tuple(rows) for group, rows in groups.items()})


def _keys(entry: Entry, known: Mapping[str, Any]) -> Keys:
    keys = entry.get("keys", {})
    if isinstance(keys, str):
        keys = known[keys.removeprefix("$")]
    return tuple((name, tuple(float(value) for value in values)) for name, values in keys.items())


def _constants(entry: Entry, known: Mapping[str, Any]) -> dict[str, Any]:
    names = {**known, "side": entry["side"]}
    return {
        name: names[value.removeprefix("$")] if isinstance(value, str) and value.startswith("$") else value
        for name, value in entry.get("with", {}).items()
    }


def _deformer(entry: Entry, known: Mapping[str, Any]) -> Warp | Rotation:
    keys, constants = _keys(entry, known), _constants(entry, known)
    name, part, parent = entry["name"], entry["part"], entry.get("parent")
    if "hinge" in entry:
        hinge = HINGES[entry["hinge"]]
        turns = tuple(hinge(values, **constants) for values in combinations(keys))
        x, y = entry["pivot"]
        if entry.get("reflect") and entry["side"] > 0:
            x = 2 * CENTRE_X - x
        return Rotation(name, part, parent, (float(x), float(y)), keys, turns)
    rect = (
        _RECTS[entry["rect"]]
        if isinstance(entry["rect"], str)
        else tuple(float(value) for value in entry["rect"])
    )
    x0, y0, x1, y1 = rect
    rows, columns = entry["grid"]
    lattice, _ = meshing.grid(np.linspace(x0, x1, columns + 1), np.linspace(y0, y1, rows + 1))
    shape = SHAPES[entry["shape"]]
    forms = tuple(shape(lattice.copy(), values, **constants) for values in combinations(keys))
    return Warp(name, part, parent, (x0, y0, x1, y1), rows, columns, keys, forms)


def geometry(entry: Entry, atlas: Atlas, known: Mapping[str, Any]) -> meshing.Geometry:
    """The undeformed mesh of an entry."""
    tiles = atlas.tiles[entry["art"]]
    if "strip" in entry:
        columns, rows = entry["strip"]
        return meshing.strip(tiles[0], (columns, rows), entry["inset"], entry.get("rows"))
    if entry.get("build") == "eye":
        found = meshing.eye(tiles[0], known["eye"])
    else:
        found = meshing.outline(tiles, entry["spacing"], entry.get("grow", 6))
    if "left_of" in entry:
        found = meshing.left_of(found, entry["left_of"])
    return meshing.reflected(found) if entry.get("reflect") and entry["side"] > 0 else found


def _mesh(entry: Entry, atlas: Atlas, known: Mapping[str, Any], order: int) -> Mesh:
    base = geometry(entry, atlas, known)
    keys, constants = _keys(entry, known), _constants(entry, known)
    rows = combinations(keys)
    forms: tuple[Points, ...] = (base.points,) * len(rows)
    if "shape" in entry:
        shape = SHAPES[entry["shape"]]
        forms = tuple(shape(base.points.copy(), values, **constants) for values in rows)
    fades = [
        (name, dict(zip(dict(keys)[name], levels, strict=True)))
        for name, levels in entry.get("opacity", {}).items()
    ]
    opacities = tuple(float(prod(fade[values[name]] for name, fade in fades)) for values in rows)
    if "veil" in entry:
        opacities = tuple(VEILS[entry["veil"]](values, **constants) for values in rows)
    mesh = Mesh(
        entry["name"], entry["part"], entry.get("parent"), order, base.uv, base.triangles, keys, forms, opacities,
        tuple(entry.get("masks", ())),
    )  # fmt: skip
    return (
        replace(mesh, triangles=meshing.facing(forms[_open(rows)], base.triangles))
        if "strip" in entry
        else mesh
    )


def _open(rows: list[dict[str, float]]) -> int:
    """The keyform in which a strip is most open, for telling front from back."""
    wanted = {"MouthOpenY": 1.0, "EyeLOpen": 0.5, "EyeROpen": 0.5}
    return max(
        range(len(rows)), key=lambda k: sum(rows[k].get(name) == value for name, value in wanted.items())
    )
