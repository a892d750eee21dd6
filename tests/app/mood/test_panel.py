"""The panel as a person meets it: on a real screen, with real clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.form.controls import Picker
from app.look.theme import Theme
from app.menu import Intent
from app.mood.curves import Curves
from app.mood.face import Face
from app.mood.feed import Feed
from app.mood.panel import MoodPanel
from app.mood.sounds import Sounds
from app.mood.values import Doing, Levels, PanelState
from models.diary import Diary, Kind, Line
from models.mood_history import Span
from tests.app.mood.finding import button, part, texts
from tests.panel_pictures import busy_stream, quiet_evening, states
from tests.stage import Screen

CORNER = QRect(0, 0, 24, 24)


class Asked:
    """Says what sounds, and counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Levels:
        self.times += 1
        return Levels(0.1, 0.9, 0.05)


@pytest.fixture
def levels() -> Asked:
    return Asked()


@pytest.fixture
def panel(qtbot: QtBot, levels: Asked) -> Iterator[MoodPanel]:
    panel = MoodPanel(Theme(), levels)
    qtbot.addWidget(panel)
    panel.show_state(quiet_evening())
    with qtbot.waitActive(panel):
        panel.open(CORNER)
    yield panel
    panel.hide()


def test_it_says_how_she_is(panel: MoodPanel) -> None:
    shown = texts(panel)
    assert "Vesper Astra" in shown
    assert "Looks happy: she says “I love how they listen”" in shown
    assert {"41 · awake", "78 · bright", "52 · attentive"} <= set(shown)
    assert "ready · Kokoro" in shown
    assert any("970\N{NO-BREAK SPACE}ms" in text for text in shown)
    assert any("1.4\N{NO-BREAK SPACE}GB" in text for text in shown)
    assert panel.findChild(Face).expression == "happy"


def test_every_state_fits_without_a_word_cut_off(panel: MoodPanel, qtbot: QtBot) -> None:
    for name, state in states():
        panel.hide()
        panel.show_state(state)
        panel.open(CORNER)
        QTest.qWait(30)
        for label in panel.findChildren(QWidget):
            if label.isVisible() and label.hasHeightForWidth() and type(label).__name__ in {"Words", "Quick"}:
                assert label.height() >= label.heightForWidth(label.width()) - 1, f"{name}: {label}"
        assert panel.screen().availableGeometry().contains(panel.geometry()), name


def test_the_switches_ask_and_change_nothing_themselves(panel: MoodPanel, qtbot: QtBot) -> None:
    for name, signal in (
        ("Microphone", panel.muted),
        ("Do not disturb", panel.quieted),
        ("Clicks through", panel.clicks_let_through),
        ("Panic", panel.panicked),
    ):
        switch = button(panel, name)
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert asked.args == [True]
        assert not switch.isChecked()
    panel.show_state(replace(busy_stream(), muted=True, panicked=True))
    assert button(panel, "Microphone off").isChecked()
    with qtbot.waitSignal(panel.panicked) as asked:
        qtbot.mouseClick(button(panel, "Come back"), Qt.MouseButton.LeftButton)
    assert asked.args == [False]


def test_persona_and_voice_are_picked(panel: MoodPanel, qtbot: QtBot) -> None:
    persona, voice = part(panel, Picker, "Personality"), part(panel, Picker, "Voice")
    with qtbot.waitSignal(panel.persona_picked) as picked:
        persona.setFocus()
        qtbot.keyClick(persona, Qt.Key.Key_Down)
    assert picked.args == ["kind"]
    with qtbot.waitSignal(panel.voice_picked) as picked:
        voice.setFocus()
        qtbot.keyClick(voice, Qt.Key.Key_Down)
    assert picked.args == ["af_heart"]


def test_a_part_is_restarted_by_its_button(panel: MoodPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.restarted) as wish:
        qtbot.mouseClick(button(panel, "Restart: Voice"), Qt.MouseButton.LeftButton)
    assert wish.args == ["voice"]
    with qtbot.waitSignal(panel.restarted) as wish:
        qtbot.mouseClick(button(panel, "Restart: Loudspeaker"), Qt.MouseButton.LeftButton)
    assert wish.args == ["sound"]
    assert not button(panel, "Restart: OBS").isEnabled()


def test_the_curves_show_the_span_that_is_chosen(panel: MoodPanel, qtbot: QtBot) -> None:
    curves = panel.findChild(Curves)
    with qtbot.waitSignal(curves.spanned) as chosen:
        qtbot.mouseClick(button(panel, "Show: Hour"), Qt.MouseButton.LeftButton)
    assert chosen.args == [Span.HOUR]
    assert curves.span is Span.HOUR
    left, _ = curves._plot.viewRange()[0]
    assert -3800 < left < -3600
    ages, energy = curves._lines[0].getData()
    assert ages[-1] == 0.0
    assert energy[-1] == quiet_evening().history.recent[-1].energy


def test_the_diary_is_read_newest_first_with_reasons(panel: MoodPanel, qtbot: QtBot) -> None:
    feed = panel.findChild(Feed)
    assert feed.lines[0].endswith("Do not disturb, from now on")
    assert any("Hearing stopped and is coming back. the process ended" in line for line in feed.lines)
    panel.show_state(busy_stream())
    assert any(
        "skipped, because chat is busy, with 96 messages a minute" in line and "vesper say hi" in line
        for line in feed.lines
    )
    panel.show_state(replace(busy_stream(), diary=Diary()))
    assert "Nothing yet. Say something to her." in texts(panel)
    panel.show_state(replace(busy_stream(), diary=Diary().put(Line(Kind.TOUCH, 1.0, "Tail"))))
    assert [line.partition(". ")[2] for line in feed.lines] == ["A hand on her tail"]


def test_nothing_moves_or_is_measured_while_it_is_closed(
    panel: MoodPanel, levels: Asked, qtbot: QtBot
) -> None:
    sounds = panel.findChild(Sounds)
    qtbot.waitUntil(lambda: levels.times > 1)
    assert sounds.measuring
    panel.hide()
    asked = levels.times
    panel.show_state(busy_stream())
    QTest.qWait(200)
    assert not sounds.measuring
    assert levels.times == asked
    assert panel.findChild(Face).expression == "happy", "drawn though nobody sees it"


def test_escape_and_its_button_close_it(panel: MoodPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    panel.open(CORNER)
    qtbot.mouseClick(button(panel, "Close"), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_it_goes_when_something_else_is_clicked_unless_it_is_pinned(panel: MoodPanel, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert panel.just_left
    with qtbot.waitActive(panel):
        panel.open(CORNER)
    qtbot.mouseClick(button(panel, "Keep open"), Qt.MouseButton.LeftButton)
    with qtbot.waitActive(other):
        other.activateWindow()
    QTest.qWait(80)
    assert panel.isVisible()


def test_a_list_that_drops_down_does_not_close_it(panel: MoodPanel, qtbot: QtBot) -> None:
    picker = part(panel, Picker, "Personality")
    picker.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.qWait(80)
    assert panel.isVisible()
    picker.hidePopup()


def test_it_opens_at_the_edge_the_icon_is_at(panel: MoodPanel, screen: Screen) -> None:
    room = panel.screen().availableGeometry()
    icon = QRect(room.center().x(), room.bottom() - 20, 22, 20)
    panel.hide()
    panel.open(icon)
    assert panel.geometry().bottom() < icon.top()
    assert room.contains(panel.geometry())


def test_its_links_open_something_and_make_room(panel: MoodPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.wanted) as wish:
        qtbot.mouseClick(button(panel, "Se&ttings…"), Qt.MouseButton.LeftButton)
    assert wish.args == [Intent.SETTINGS]
    assert not panel.isVisible()


def test_everything_is_reached_by_tab_and_has_a_name(panel: MoodPanel, qtbot: QtBot) -> None:
    reached: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(panel, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
    wanted = [
        one
        for one in panel.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and isinstance(one, QAbstractButton | Picker | QListWidget)
        and not (isinstance(one, QToolButton) and one.parent() is None)
    ]  # fmt: skip
    missing = [one.accessibleName() or one.objectName() for one in wanted if one not in reached]
    spans = {"Show: Hour", "Show: Session"}  # reached with the arrow keys from the one that is chosen
    assert set(missing) <= spans
    for one in reached:
        assert one.accessibleName() or getattr(one, "text", str)(), one


def test_her_face_fades_unless_nothing_may_move(panel: MoodPanel, qtbot: QtBot) -> None:
    face = panel.findChild(Face)
    panel.show_state(replace(quiet_evening(), expression="sad", calm=True))
    assert face.expression == "sad"
    assert face._fade.state() == face._fade.State.Stopped
    panel.show_state(replace(quiet_evening(), expression="love"))
    assert face._fade.state() == face._fade.State.Running


def test_a_picture_differs_for_every_face_and_the_dot_for_what_she_does(panel: MoodPanel) -> None:
    face = panel.findChild(Face)
    seen = []
    for expression in ("idle", "happy", "sad", "angry", "nonsense"):
        panel.show_state(replace(quiet_evening(), expression=expression, calm=True))
        seen.append(face.grab().toImage())
    assert all(one != other for n, one in enumerate(seen[:4]) for other in seen[n + 1 : 4])
    assert seen[4] == seen[0]
    panel.show_state(replace(quiet_evening(), doing=Doing.SPEAKING, calm=True))
    speaking = face.grab().toImage()
    panel.show_state(replace(quiet_evening(), doing=Doing.THINKING, calm=True))
    assert face.grab().toImage() != speaking
    assert face.accessibleName().startswith("Vesper Astra is thinking")


def test_a_panel_of_nothing_can_be_drawn(qtbot: QtBot, levels: Asked) -> None:
    panel = MoodPanel(Theme(), levels)
    qtbot.addWidget(panel)
    panel.show_state(PanelState())
    panel.open(QRect(QPoint(5, 5), panel.minimumSize()))
    assert not panel.grab().toImage().isNull()
