from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from pytestqt.qtbot import QtBot

from app.look import glyphs
from app.look.theme import DARK, LIGHT, Look, Theme, style_sheet

_PAIRS = [
    ("text", ("sky_top", "sky_low", "surface", "raised")),
    ("faint", ("sky_top", "sky_low", "surface", "raised")),
    ("hers_text", ("hers_top", "hers_low")),
    ("yours_text", ("yours_top", "yours_low")),
    ("accent_text", ("accent",)),
    ("gold", ("chip",)),
    ("rose", ("sky_top", "sky_low", "raised")),
    ("info", ("raised", "sky_top")),
    ("good", ("raised", "sky_top")),
]


def _luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.1."""
    rgb = QColor(colour)
    parts = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (rgb.redF(), rgb.greenF(), rgb.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("ink", "grounds"), _PAIRS, ids=[ink for ink, _ in _PAIRS])
def test_text_can_be_read(look: Look, ink: str, grounds: tuple[str, ...]) -> None:
    for ground in grounds:
        found = _contrast(getattr(look, ink), getattr(look, ground))
        assert found >= 4.5, f"{ink} on {ground}: {found:.2f}"


def test_the_style_sheet_is_filled_in(qtbot: QtBot) -> None:
    for look in (DARK, LIGHT):
        sheet = style_sheet(look)
        assert look.sky_top in sheet
        assert "{{" not in sheet


def test_a_dark_palette_means_dark(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    before = QApplication.palette()
    theme = Theme()
    assert theme.look is LIGHT
    try:
        QApplication.setPalette(QPalette(QColor("#202024")))
        with qtbot.waitSignal(theme.changed) as told:
            theme.refresh()
        assert told.args == [DARK]
        with qtbot.assertNotEmitted(theme.changed):
            theme.refresh()
    finally:
        QApplication.setPalette(before)


def test_a_preferred_look_holds_whatever_the_system_says(qtbot: QtBot) -> None:
    theme = Theme()
    assert theme.look is LIGHT
    with qtbot.waitSignal(theme.changed) as told:
        theme.prefer("dark")
    assert told.args == [DARK]
    with qtbot.assertNotEmitted(theme.changed):
        theme.refresh()
        theme.prefer("dark")
    theme.prefer("system")
    assert theme.look is LIGHT


@pytest.mark.parametrize(
    "sign", ["microphone", "microphone_off", "send", "stop", "more", "cross", "star", "evening"]
)
def test_signs_are_drawn_in_their_colour_at_any_size(qtbot: QtBot, sign: str) -> None:
    for size in (16, 24, 96):
        picture = glyphs.icon(getattr(glyphs, sign), "#ff8800").pixmap(QSize(size, size)).toImage()
        inked = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
        solid = [colour for colour in inked if colour.alpha() > 250]
        assert solid, f"{sign} is empty at {size}"
        assert any(colour.alpha() == 0 for colour in inked)
        assert all(abs(c.red() - 0xFF) + abs(c.green() - 0x88) + c.blue() < 4 for c in solid)


def test_a_disabled_sign_is_faint(qtbot: QtBot) -> None:
    icon = glyphs.icon(glyphs.stop, "#ff8800", "#333333")
    assert icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage().pixelColor(12, 12).name() == "#333333"


def test_the_program_has_an_icon_in_every_size(qtbot: QtBot) -> None:
    sizes = {size.width() for size in glyphs.vesper().availableSizes()}
    assert {16, 32, 256} <= sizes
    assert not glyphs.vesper().pixmap(QSize(48, 48)).toImage().isNull()
