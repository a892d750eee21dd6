"""What a .moc3 file says, in art pixels, with every keyform already evaluated."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from assets.avatar.source.deform.basics import Points, Turn

Keys = tuple[tuple[str, tuple[float, ...]], ...]
"""Parameters a thing is bound to and their key values; the first varies fastest through the keyforms."""


def combinations(keys: Keys) -> list[dict[str, float]]:
    """Every key combination in keyform order; one empty combination for no keys."""
    axes = [[(name, value) for value in values] for name, values in keys]
    return [dict(reversed(row)) for row in product(*reversed(axes))]


@dataclass(frozen=True)
class Parameter:
    """A parameter with its range; ids carry the prefix "Param" in the file only."""

    name: str
    low: float
    high: float
    default: float


@dataclass(frozen=True)
class Warp:
    """A lattice over `rect` (x0, y0, x1, y1): (rows + 1) × (columns + 1) points per keyform, row by row."""

    name: str
    part: str
    parent: str | None
    rect: tuple[float, float, float, float]
    rows: int
    columns: int
    keys: Keys
    forms: tuple[Points, ...]


@dataclass(frozen=True)
class Rotation:
    """A hinge at `pivot`."""

    name: str
    part: str
    parent: str | None
    pivot: tuple[float, float]
    keys: Keys
    forms: tuple[Turn, ...]


@dataclass(frozen=True)
class Mesh:
    """Triangles over the atlas; `masks` name the meshes that clip it."""

    name: str
    part: str
    parent: str | None
    order: int
    uv: Points
    triangles: list[tuple[int, int, int]]
    keys: Keys
    forms: tuple[Points, ...]
    opacities: tuple[float, ...]
    masks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """A whole file. `origin` is where the art's (0, 0) lies on the canvas. Deformers come parents first."""

    width: float
    height: float
    origin: tuple[float, float]
    parameters: tuple[Parameter, ...]
    parts: tuple[str, ...]
    deformers: tuple[Warp | Rotation, ...]
    meshes: tuple[Mesh, ...] = field(default=())

    @property
    def pixels_per_unit(self) -> float:
        """Canvas pixels in one model unit."""
        return self.height
