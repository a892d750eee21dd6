"""The texture atlas: where every part lies, and its pixels."""

from __future__ import annotations

import io
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from assets.avatar.source.art.geometry import Geometry
from assets.avatar.source.art.paint import Layer, Sheet, extent
from assets.avatar.source.layers.packing import pack

SIDE = 2048
"""Texels along each side of the atlas."""

_CLEAR_TEXELS = 7
_SOLID_ALPHA = 32
_FINEST, _COARSEST = 1.2, 0.3

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Tile:
    """A rectangle of the atlas. `x`, `y` is its top-left corner in art pixels, `left`, `top` in texels.

    `scale` is texels per art pixel, `area` the painted area in art pixels.
    """

    layer: Layer
    area: Geometry
    x: float
    y: float
    left: int
    top: int
    width: int
    height: int
    scale: float

    def uv(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Texture coordinates 0..1 of art pixels."""
        return (np.array([self.left, self.top]) + (points - [self.x, self.y]) * self.scale) / SIDE

    def stretch(self, unit: NDArray[np.float64], inset: float) -> NDArray[np.float64]:
        """Texture coordinates of unit coordinates over the tile, pulled in by `inset` texels (out, if negative)."""
        corner = np.array([self.left + inset, self.top + inset])
        return (corner + unit * [self.width - 2 * inset, self.height - 2 * inset]) / SIDE


@dataclass(frozen=True)
class Atlas:
    """Tiles by part name."""

    tiles: Mapping[str, tuple[Tile, ...]]

    @cached_property
    def pixels(self) -> Pixels:
        """RGBA, straight alpha; clear texels carry the colour of the nearest solid one."""
        sheet = Sheet(SIDE, SIDE)
        for tiles in self.tiles.values():
            for tile in tiles:
                k = tile.scale
                sheet.add(tile.layer, (k, 0, 0, k, tile.left - tile.x * k, tile.top - tile.y * k))
        return bled(rasterised(sheet, SIDE))


def rasterised(sheet: Sheet, width: int) -> Pixels:
    """The sheet as RGBA pixels with straight alpha."""
    png = resvg_py.svg_to_bytes(svg_string=sheet.svg(), width=width, skip_system_fonts=True)
    return np.array(Image.open(io.BytesIO(bytes(png))).convert("RGBA"))


def bled(pixels: Pixels) -> Pixels:
    """Colour of clear and thin texels := that of the nearest solid one, so that filtering never mixes in black."""
    solid = pixels[..., 3] >= _SOLID_ALPHA
    rows, columns = ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    out = pixels.copy()
    out[..., :3] = pixels[..., :3][rows, columns]
    return out


def build(layers: Mapping[str, Layer]) -> Atlas:
    """Pack the parts of `parts.toml` as finely as they fit. Raises KeyError for a layer that is not drawn."""
    with Path(__file__).with_name("parts.toml").open("rb") as file:
        parts = tomllib.load(file)
    names, densities, drawn = [], [], []
    for name, part in parts.items():
        for tile in part["tiles"]:
            names.append(name)
            densities.append(float(part.get("density", 1.0)))
            drawn.append([mark for layer in tile for mark in layers[layer]])
    areas = [extent(layer) for layer in drawn]
    low, high = _COARSEST, _FINEST
    while high - low > 0.002:
        middle = (low + high) / 2
        low, high = (middle, high) if _fitted(areas, densities, middle) else (low, middle)
    sizes, places = _fitted(areas, densities, low) or ([], [])
    tiles: dict[str, list[Tile]] = {}
    for k, name in enumerate(names):
        x0, y0 = areas[k].bounds[:2]
        (width, height), (left, top) = sizes[k], places[k]
        tile = Tile(
            drawn[k],
            areas[k],
            x0,
            y0,
            left + _CLEAR_TEXELS,
            top + _CLEAR_TEXELS,
            width,
            height,
            densities[k] * low,
        )
        tiles.setdefault(name, []).append(tile)
    return Atlas({name: tuple(group) for name, group in tiles.items()})


def _fitted(
    areas: list[Geometry], densities: list[float], density: float
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]] | None:
    sizes = []
    for area, relative in zip(areas, densities, strict=True):
        x0, y0, x1, y1 = area.bounds
        k = density * relative
        sizes.append((math.ceil((x1 - x0) * k), math.ceil((y1 - y0) * k)))
    places = pack([(width + 2 * _CLEAR_TEXELS, height + 2 * _CLEAR_TEXELS) for width, height in sizes], SIDE)
    return None if places is None else (sizes, places)
