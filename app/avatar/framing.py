"""How big she can be drawn so that nothing she does is cut off: models leave much of their canvas empty.

Measured once for a model by drawing it in every expression and leaning both ways, and remembered in the cache.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from app.avatar.figure import Figure
from app.avatar.probe import FOLDER
from app.avatar.silhouette import solid
from models.performance import Pose

_ROOM = 0.955
"""The share of the window the measured extent may fill; the rest is for what was not measured."""
_FLOOR = 0.985
"""How far down the window she stands."""
_BIGGEST = 6.0
_EYES = 0.62
_SETTLE_STEPS, _STEP_S = 14, 0.1


@dataclass(frozen=True, slots=True)
class Extent:
    """The part of the window she uses when her canvas just fits: 0..1 from the top left."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    def framing(self) -> tuple[float, float, float]:
        """Scale and offset for `Figure.frame`: as big as fits, in the middle, feet on the floor."""
        width, height = max(self.right - self.left, 0.01), max(self.bottom - self.top, 0.01)
        scale = min(_ROOM / width, _ROOM / height, _BIGGEST)
        x = scale * (1.0 - (self.left + self.right))
        y = scale * (2.0 * self.bottom - 1.0) - (2.0 * _FLOOR - 1.0)
        return scale, x, y

    def eyes(self) -> float:
        """About how far down the framed window her eyes are, 0..1; right for a big head on a small body."""
        scale, _, _ = self.framing()
        return _FLOOR - _EYES * scale * (self.bottom - self.top)


def extent_of(figure: Figure, picture: Callable[[], QImage], cache: Path, fingerprint: str) -> Extent:
    """The extent of the model with this fingerprint, from the cache or measured with `picture` and remembered."""
    known = cache / FOLDER / f"{fingerprint}.extent"
    with contextlib.suppress(OSError, ValueError, TypeError):
        return Extent(*map(float, json.loads(known.read_text(encoding="ascii"))))
    extent = _measured(figure, picture)
    with contextlib.suppress(OSError):  # only measured again next time
        known.write_text(json.dumps(astuple(extent)), encoding="ascii")
    return extent


def _measured(figure: Figure, picture: Callable[[], QImage]) -> Extent:
    leans = (Pose(head_z=z, head_x=-z, body_x=z / 4, body_z=z / 4) for z in (-24.0, 24.0))
    poses = (*(Pose(expression=name) for name in figure.puppet.expressions), *leans)
    drawn = None
    for pose in poses:
        _settle(figure, pose)
        frame = picture()
        box = solid(frame).boundingRect()
        drawn = box if drawn is None else drawn.united(box)
    _settle(figure, Pose())
    if drawn is None or drawn.isEmpty():
        return Extent()
    width, height = frame.width(), frame.height()
    right, bottom = drawn.x() + drawn.width(), drawn.y() + drawn.height()
    return Extent(drawn.x() / width, drawn.y() / height, right / width, bottom / height)


def _settle(figure: Figure, pose: Pose) -> None:
    for _ in range(_SETTLE_STEPS):
        figure.act(pose, _STEP_S)
