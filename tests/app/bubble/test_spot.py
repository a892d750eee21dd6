from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from app.bubble.spot import TAIL, Side, spot

SCREEN = QRect(0, 0, 1280, 800)
SIZE = QSize(300, 100)
screens = st.sampled_from([SCREEN, QRect(1280, -200, 1920, 1080), QRect(0, 0, 400, 900)])
heads = st.builds(
    QRect, st.integers(-100, 3300), st.integers(-300, 900), st.integers(40, 400), st.integers(40, 300)
)
sizes = st.builds(QSize, st.integers(60, 340), st.integers(50, 260))


@given(heads, sizes, screens, st.sampled_from([None, *Side]))
def test_it_is_always_whole_on_the_screen(
    head: QRect, size: QSize, screen: QRect, before: Side | None
) -> None:
    found = spot(head, size, screen, before=before)
    assert screen.contains(found.rect)
    extra = (TAIL, 0) if found.side in {Side.LEFT, Side.RIGHT} else (0, TAIL)
    assert (found.rect.width() - size.width(), found.rect.height() - size.height()) == extra
    assert found.rect.adjusted(0, 0, 1, 1).contains(found.tip)


def test_it_is_beside_her_where_there_is_room() -> None:
    left, right = QRect(40, 200, 150, 150), QRect(1090, 200, 150, 150)
    assert spot(left, SIZE, SCREEN).side is Side.RIGHT
    assert spot(right, SIZE, SCREEN).side is Side.LEFT
    for head in (left, right):
        over = spot(head, SIZE, SCREEN).rect & head
        assert over.width() < 12, "it covers her face"


def test_it_keeps_its_side_while_there_is_room() -> None:
    middle = QRect(560, 200, 150, 150)
    assert spot(middle, SIZE, SCREEN, before=Side.LEFT).side is Side.LEFT
    assert spot(middle, SIZE, SCREEN).side is Side.RIGHT
    assert spot(QRect(40, 200, 150, 150), SIZE, SCREEN, before=Side.LEFT).side is Side.RIGHT


def test_on_a_narrow_screen_it_is_above_or_below() -> None:
    narrow = QRect(0, 0, 400, 900)
    assert spot(QRect(120, 500, 150, 150), SIZE, narrow).side is Side.ABOVE
    assert spot(QRect(120, 20, 150, 150), SIZE, narrow).side is Side.BELOW
