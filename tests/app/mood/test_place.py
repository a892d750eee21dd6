from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from app.mood.place import APART, beside, tallest

SCREEN = QRect(0, 0, 1920, 1080)
SIZE = QSize(400, 900)


@pytest.mark.parametrize(
    ("icon", "free", "at"),
    [
        (QRect(1500, 0, 24, 32), QRect(0, 32, 1920, 1048), QPoint(1311, 40)),
        (QRect(1880, 0, 24, 32), QRect(0, 32, 1920, 1048), QPoint(1512, 40)),
        (QRect(1500, 1048, 24, 32), QRect(0, 0, 1920, 1048), QPoint(1311, 140)),
        (QRect(0, 1000, 32, 24), QRect(32, 0, 1888, 1080), QPoint(40, 172)),
        (QRect(1888, 10, 32, 24), QRect(0, 0, 1888, 1080), QPoint(1480, 8)),
    ],
    ids=["top", "top-right", "bottom", "left", "right"],
)
def test_it_opens_beside_the_icon_on_any_edge(icon: QRect, free: QRect, at: QPoint) -> None:
    place = beside(SIZE, icon, SCREEN, free)
    assert place == at
    panel = QRect(place, SIZE)
    assert free.contains(panel)
    assert not panel.intersects(icon)


def test_on_a_second_screen_it_stays_there() -> None:
    right = QRect(1920, 200, 1280, 720)
    place = beside(QSize(400, 600), QRect(3100, 900, 22, 20), right, right)
    assert right.contains(QRect(place, QSize(400, 600)))


def test_it_covers_neither_the_icon_nor_the_edges() -> None:
    free = QRect(0, 0, 800, 480)
    above, below = QRect(10, 460, 20, 20), QRect(10, 0, 20, 20)
    assert tallest(above, free, free) == 460 - 2 * APART
    assert tallest(below, free, free) == 460 - 2 * APART
    assert tallest(QRect(780, 100, 20, 20), free, free) == 480 - 2 * APART
    assert tallest(QRect(400, 230, 1, 1), free, free) == 480 - 2 * APART
    for icon in (above, below):
        tall = QSize(400, tallest(icon, free, free))
        assert not QRect(beside(tall, icon, free, free), tall).intersects(icon)
