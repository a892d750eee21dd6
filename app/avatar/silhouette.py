"""Her outline as regions, from the alpha channel of a frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QImage, QRegion

_CELL = 6
"""Size of a cell of the click region, in pixels."""


def solid(frame: QImage) -> QRegion:
    """The pixels that are at least half opaque: what to show of her where nothing can be see-through."""
    return QRegion(QBitmap.fromImage(frame.createAlphaMask(Qt.ImageConversionFlag.ThresholdDither)))


def touchable(frame: QImage) -> list[tuple[int, int, int, int]]:
    """Rectangles (x, y, width, height) that hold her and a rim of about one cell: where clicks should land."""
    cells = QSize(max(1, frame.width() // _CELL), max(1, frame.height() // _CELL))
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    small = frame.scaled(cells, ratio, Qt.TransformationMode.SmoothTransformation)
    x_px, y_px = frame.width() / cells.width(), frame.height() / cells.height()
    rectangles = []
    for cell in cast("Iterable[QRect]", solid(small)):  # PySide's stub forgets that regions iterate
        rim = cell.adjusted(-1, -1, 1, 1)
        left, top = max(0, round(rim.x() * x_px)), max(0, round(rim.y() * y_px))
        rectangles.append((left, top, round(rim.width() * x_px), round(rim.height() * y_px)))
    return rectangles


def extent(rectangles: Iterable[tuple[int, int, int, int]], ratio: float, top: float, low: float) -> QRect:
    """What `touchable` rectangles (pixels) hold between two heights of a window, in its logical pixels.

    `ratio` is physical pixels to a logical one; the rim of a cell is taken off again.
    """
    held = QRect()
    for x, y, width, height in rectangles:
        if y < low and y + height > top:
            held = held.united(QRect(x, y, width, height))
    if held.isEmpty():
        return held
    held = held.adjusted(_CELL, _CELL, -_CELL, -_CELL)
    return QRectF(held.x() / ratio, held.y() / ratio, held.width() / ratio, held.height() / ratio).toRect()
