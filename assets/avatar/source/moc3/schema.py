"""What must hold before a model may be written: the Core crashes on some of these instead of complaining."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite, prod

import numpy as np

from assets.avatar.source.moc3.model import Keys, Mesh, Model, Rotation, Warp

_MOST_VERTICES = 65535


def problems(model: Model) -> list[str]:
    """Everything wrong with a model, in words; empty if it may be written."""
    return list(_problems(model))


def _problems(model: Model) -> Iterator[str]:
    for kind, names in (
        ("parameter", [each.name for each in model.parameters]),
        ("part", list(model.parts)),
        ("deformer", [each.name for each in model.deformers]),
        ("mesh", [each.name for each in model.meshes]),
    ):
        yield from (
            f"{kind} {name} is declared twice" for name in sorted({n for n in names if names.count(n) > 1})
        )
        yield from (f"{kind} {name} is longer than a file allows" for name in names if len(name) > 57)
    for parameter in model.parameters:
        if not parameter.low <= parameter.default <= parameter.high:
            yield f"parameter {parameter.name} rests outside its range"
    known: set[str] = set()
    for deformer in model.deformers:
        yield from _place(model, deformer, known)
        known.add(deformer.name)
        yield from _forms(deformer)
    meshes = {mesh.name for mesh in model.meshes}
    for mesh in model.meshes:
        yield from _place(model, mesh, known)
        yield from _mesh(mesh, meshes)


def _place(model: Model, node: Warp | Rotation | Mesh, known: set[str]) -> Iterator[str]:
    if node.part not in model.parts:
        yield f"{node.name}: there is no part {node.part}"
    if node.parent is not None and node.parent not in known:
        yield f"{node.name}: parent {node.parent} is not declared before it"
    yield from _keys(model, node.name, node.keys)
    count = prod(len(values) for _, values in node.keys)
    if len(node.forms) != count:
        yield f"{node.name}: {len(node.forms)} keyforms for {count} key combinations"


def _keys(model: Model, name: str, keys: Keys) -> Iterator[str]:
    ranges = {parameter.name: (parameter.low, parameter.high) for parameter in model.parameters}
    for parameter, values in keys:
        if parameter not in ranges:
            yield f"{name}: there is no parameter {parameter}"
        elif list(values) != sorted(set(values)) or len(values) < 2:
            yield f"{name}: keys of {parameter} do not ascend"
        elif values[0] < ranges[parameter][0] or values[-1] > ranges[parameter][1]:
            yield f"{name}: keys of {parameter} leave its range"


def _forms(deformer: Warp | Rotation) -> Iterator[str]:
    if isinstance(deformer, Warp):
        lattice = (deformer.rows + 1) * (deformer.columns + 1)
        if any(form.shape != (lattice, 2) or not np.isfinite(form).all() for form in deformer.forms):
            yield f"{deformer.name}: a keyform is not {lattice} finite points"
    elif not all(isfinite(value) for turn in deformer.forms for value in turn):
        yield f"{deformer.name}: a keyform is not finite"


def _mesh(mesh: Mesh, meshes: set[str]) -> Iterator[str]:
    count = len(mesh.uv)
    if count > _MOST_VERTICES or len(mesh.opacities) != len(mesh.forms):
        yield f"{mesh.name}: too many vertices, or opacities and keyforms differ in number"
    if any(form.shape != (count, 2) or not np.isfinite(form).all() for form in mesh.forms):
        yield f"{mesh.name}: a keyform is not {count} finite points"
    if any(not 0 <= corner < count for triangle in mesh.triangles for corner in triangle):
        yield f"{mesh.name}: a triangle names a vertex that is not there"
    if not ((mesh.uv >= 0) & (mesh.uv <= 1)).all():
        yield f"{mesh.name}: texture coordinates leave the atlas"
    yield from (
        f"{mesh.name}: there is no mesh {mask} to clip it" for mask in mesh.masks if mask not in meshes
    )
