"""Encode a `Model` as a version 3.00 .moc3 file over py-moc3's section layout.

Conventions of the format: parameters and deformers refer to shared key bindings; keyform positions are floats whose
begin indices count floats and start on 64-byte boundaries; roots are in model units from the canvas centre (y down),
children of a warp in 0..1 of its rectangle, children of a rotation in model units from its pivot.

py-moc3 0.1.0 has two pairs of section names swapped: `art_mesh.vertex_counts` ↔ `position_index_counts` and
`draw_order_group.min_draw_orders` ↔ `max_draw_orders`. The wrong order crashes the Core, so they are filled crosswise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from moc3 import Moc3
from moc3._core import SECTION_LAYOUT, MocVersion

from assets.avatar.source.deform.basics import Points
from assets.avatar.source.moc3.model import Keys, Mesh, Model, Rotation, Warp
from assets.avatar.source.moc3.schema import problems

_PART_ORDER = 500.0
_CULL_OFF = 4
_FLOATS_PER_LINE = 16
_GLUE_COUNTS = 20


def encode(model: Model) -> bytes:
    """The file. Raises ValueError with every problem the schema finds."""
    wrong = problems(model)
    if wrong:
        raise ValueError("the model cannot be written:\n" + "\n".join(wrong))
    return _File(model).encode()


class _File:
    """Columns of every section, filled in declaration order."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._columns: dict[str, list[Any]] = {}
        self._positions: list[float] = []
        self._bands: dict[tuple[int, ...], int] = {}
        self._bindings: dict[tuple[str, tuple[float, ...]], int] = {}
        self._deformers = {deformer.name: deformer for deformer in model.deformers}

    def encode(self) -> bytes:
        """All sections, then the counts, then bytes."""
        model = self._model
        self._write_bindings()
        for part in model.parts:
            self._write_part(part)
        for deformer in model.deformers:
            self._write_deformer(deformer)
        for mesh in model.meshes:
            self._write_mesh(mesh)
        self._write_draw_order()
        self._align()
        self._columns["keyform_position.xys"] = self._positions
        file = Moc3()
        file.header.version = int(MocVersion.V3_00)
        file.canvas.pixels_per_unit = model.pixels_per_unit
        file.canvas.origin_x, file.canvas.origin_y = model.width / 2, model.height / 2
        file.canvas.canvas_width, file.canvas.canvas_height = model.width, model.height
        for name, column in self._columns.items():
            file[name] = column
        for section in SECTION_LAYOUT:
            if section.name in self._columns and section.count_idx < _GLUE_COUNTS:
                file.counts[section.count_idx] = len(self._columns[section.name])
        return bytes(file.to_bytes())

    def _add(self, group: str, row: Mapping[str, Any]) -> None:
        for name, value in row.items():
            self._columns.setdefault(f"{group}.{name}", []).append(value)

    def _length(self, name: str) -> int:
        return len(self._columns.setdefault(name, []))

    def _write_bindings(self) -> None:
        """Distinct (parameter, keys) pairs, contiguous per parameter."""
        model = self._model
        used: dict[str, dict[tuple[float, ...], None]] = {}
        for node in (*model.deformers, *model.meshes):
            for name, values in node.keys:
                used.setdefault(name, {}).setdefault(values, None)
        for parameter in model.parameters:
            mine = used.get(parameter.name, {})
            self._add(
                "parameter",
                {
                    "ids": f"Param{parameter.name}", "max_values": float(parameter.high),
                    "min_values": float(parameter.low), "default_values": float(parameter.default),
                    "repeats": False, "decimal_places": 2,
                    "keyform_binding_begin_indices": len(self._bindings) if mine else -1,
                    "keyform_binding_counts": len(mine),
                },
            )  # fmt: skip
            for values in mine:
                self._bindings[parameter.name, values] = len(self._bindings)
                row = {"keys_begin_indices": self._length("keys.values"), "keys_counts": len(values)}
                self._add("keyform_binding", row)
                self._columns["keys.values"].extend(values)

    def _band(self, keys: Keys) -> int:
        row = tuple(self._bindings[name, values] for name, values in keys)
        if row not in self._bands:
            self._bands[row] = len(self._bands)
            begin = self._length("keyform_binding_index.indices")
            self._add("keyform_binding_band", {"begin_indices": begin, "counts": len(row)})
            self._columns["keyform_binding_index.indices"].extend(row)
        return self._bands[row]

    def _align(self) -> None:
        self._positions.extend([0.0] * (-len(self._positions) % _FLOATS_PER_LINE))

    def _position(self, points: Points) -> int:
        self._align()
        begin = len(self._positions)
        self._positions.extend(float(value) for value in points.ravel())
        return begin

    def _local(self, parent: str | None, points: Points) -> Points:
        """Art pixels in the coordinates of a parent."""
        model = self._model
        deformer = None if parent is None else self._deformers[parent]
        if deformer is None:
            corner = np.array([model.width / 2, model.height / 2]) - np.array(model.origin)
            unit = np.array([model.pixels_per_unit] * 2)
        elif isinstance(deformer, Rotation):
            corner, unit = np.array(deformer.pivot), np.array([model.pixels_per_unit] * 2)
        else:
            x0, y0, x1, y1 = deformer.rect
            corner, unit = np.array([x0, y0]), np.array([x1 - x0, y1 - y0])
        local: Points = (points - corner) / unit
        return local

    def _parent(self, name: str | None) -> int:
        return -1 if name is None else list(self._deformers).index(name)

    def _write_part(self, name: str) -> None:
        begin = self._length("part.ids")
        self._add(
            "part",
            {
                "ids": f"Part{name}", "keyform_binding_band_indices": self._band(()), "keyform_begin_indices": begin,
                "keyform_counts": 1, "visibles": True, "enables": True, "parent_part_indices": -1,
            },
        )  # fmt: skip
        self._add("part_keyform", {"draw_orders": _PART_ORDER})

    def _write_deformer(self, deformer: Warp | Rotation) -> None:
        band = self._band(deformer.keys)
        group = "warp_deformer" if isinstance(deformer, Warp) else "rotation_deformer"
        self._add(
            "deformer",
            {
                "ids": deformer.name, "keyform_binding_band_indices": band, "visibles": True, "enables": True,
                "parent_part_indices": self._model.parts.index(deformer.part),
                "parent_deformer_indices": self._parent(deformer.parent),
                "types": 0 if isinstance(deformer, Warp) else 1,
                "specific_indices": self._length(f"{group}.keyform_counts"),
            },
        )  # fmt: skip
        begin = self._length(f"{group}_keyform.opacities")
        shared = {
            "keyform_binding_band_indices": band,
            "keyform_begin_indices": begin,
            "keyform_counts": len(deformer.forms),
        }
        if isinstance(deformer, Warp):
            lattice = {
                "vertex_counts": (deformer.rows + 1) * (deformer.columns + 1),
                "rows": deformer.rows,
                "cols": deformer.columns,
            }
            self._add(group, shared | lattice)
            for form in deformer.forms:
                place = self._position(self._local(deformer.parent, form))
                self._add(f"{group}_keyform", {"opacities": 1.0, "keyform_position_begin_indices": place})
            return
        self._add(group, shared | {"base_angles": 0.0})
        for turn in deformer.forms:
            pivot = np.array([[deformer.pivot[0] + turn.dx, deformer.pivot[1] + turn.dy]])
            x, y = self._local(deformer.parent, pivot)[0]
            self._add(
                f"{group}_keyform",
                {
                    "opacities": 1.0, "angles": float(turn.angle), "origin_xs": float(x), "origin_ys": float(y),
                    "scales": float(turn.scale), "reflect_xs": False, "reflect_ys": False,
                },
            )  # fmt: skip

    def _write_mesh(self, mesh: Mesh) -> None:
        names = [each.name for each in self._model.meshes]
        corners = [corner for triangle in mesh.triangles for corner in triangle]
        self._add(
            "art_mesh",
            {
                "ids": mesh.name, "keyform_binding_band_indices": self._band(mesh.keys),
                "keyform_begin_indices": self._length("art_mesh_keyform.opacities"), "keyform_counts": len(mesh.forms),
                "visibles": True, "enables": True, "parent_part_indices": self._model.parts.index(mesh.part),
                "parent_deformer_indices": self._parent(mesh.parent), "texture_indices": 0, "drawable_flags": _CULL_OFF,
                "vertex_counts": len(corners), "position_index_counts": len(mesh.uv),
                "uv_begin_indices": self._length("uv.xys"),
                "position_index_begin_indices": self._length("position_index.indices"),
                "mask_begin_indices": self._length("drawable_mask.art_mesh_indices"), "mask_counts": len(mesh.masks),
            },
        )  # fmt: skip
        self._columns["uv.xys"].extend(float(value) for value in mesh.uv.ravel())
        self._columns["position_index.indices"].extend(corners)
        self._columns["drawable_mask.art_mesh_indices"].extend(names.index(mask) for mask in mesh.masks)
        places: dict[int, int] = {}  # keyforms that differ in opacity only share their positions
        for form, opacity in zip(mesh.forms, mesh.opacities, strict=True):
            place = places.get(id(form), -1)
            if place < 0:
                place = places[id(form)] = self._position(self._local(mesh.parent, form))
            self._add(
                "art_mesh_keyform",
                {
                    "opacities": float(opacity),
                    "draw_orders": float(mesh.order),
                    "keyform_position_begin_indices": place,
                },
            )

    def _write_draw_order(self) -> None:
        orders = [mesh.order for mesh in self._model.meshes]
        count = len(orders)
        group = {
            "object_begin_indices": 0, "object_counts": count, "object_total_counts": count,
            "min_draw_orders": max(orders), "max_draw_orders": min(orders),
        }  # fmt: skip
        self._add("draw_order_group", group)
        for index in range(count):
            self._add("draw_order_group_object", {"types": 0, "indices": index, "group_indices": -1})
