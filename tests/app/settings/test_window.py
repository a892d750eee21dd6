"""The frame: pages, search, defaults of a page, what is wrong with the file, the keyboard all the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import BaseModel
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.form.controls import Words
from app.look.theme import DARK, LIGHT, Theme
from app.settings.fields import Row
from app.settings.importing import ImportQuestion
from app.settings.search import Entry, found
from app.settings.values import Difference, Preview, SettingsState
from app.settings.window import SettingsWindow
from models.settings import Settings
from models.trial import Trial, TrialState
from tests.app.stream.finding import button, texts
from tests.settings_pictures import trouble, usual

NOWHERE = {
    "version": "the file's own",
    "providers": "every engine has a card, made of its settings class",
    "window.x": "she is dragged", "window.y": "she is dragged", "window.screen": "she is dragged",
    "window.places": "she is dragged",
    "chat.x": "the chat is dragged", "chat.y": "the chat is dragged", "chat.width": "the chat is resized",
    "chat.height": "the chat is resized", "chat.visible": "the chat is opened and closed",
    "stream.reactions": "edited in the stream window, which a button opens",
    "desktop.guided": "remembered by the guide, which a button opens",
}  # fmt: skip


def paths() -> set[str]:
    every = set()
    for section, field in Settings.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            every |= {f"{section}.{name}" for name in kind.model_fields}
        else:
            every.add(section)
    return every


def test_every_field_of_the_settings_is_on_a_page(settings: SettingsWindow) -> None:
    settings.search("everything")  # which lays out all pages
    settings.search("")
    shown = {row.spec.path for row in settings.findChildren(Row)}
    assert paths() - shown == set(NOWHERE)
    engines = {spec.path for sheet in usual().engines for spec in sheet.fields}
    assert engines, "there are engines"
    assert engines <= shown


def test_every_page_opens_from_the_list_by_mouse_and_by_keys(settings: SettingsWindow, qtbot: QtBot) -> None:
    pages = settings._list
    names = list(settings._frames)
    assert names[:3] == ["character", "personas", "voice"]
    assert names[-3:] == ["engines", "credentials", "general"]
    item = pages._pages["mind"][1]
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=pages.visualItemRect(item).center())
    assert settings.page == "mind"
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    walked = [settings.page]
    for _ in range(len(names) - 1):
        qtbot.keyClick(pages, Qt.Key.Key_Down)
        walked.append(settings.page)
    assert walked == names, "over the line too"


def test_pages_are_turned_from_within_a_field(settings: SettingsWindow, qtbot: QtBot) -> None:
    settings.visit("voice")
    settings._frames["voice"].page.rows["voice.enabled"].editor.take_focus()
    for key, page in (("PageDown", "hearing"), ("PageUp", "voice"), ("PageUp", "personas"), ("PageUp", "character"),
                      ("PageUp", "general"), ("PageDown", "character")):  # fmt: skip
        qtbot.keyClick(settings, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        assert settings.page == page
        assert settings._list.currentItem().data(256) == page


def test_a_part_of_a_page_is_visited(settings: SettingsWindow) -> None:
    settings.resize(860, 460)
    settings.visit("engines/kokoro")
    QApplication.processEvents()
    card = settings._frames["engines"].page.place("kokoro")
    assert card is not None
    assert not card.visibleRegion().isEmpty()
    settings.visit("nowhere")
    assert settings.page == "engines"


class TestSearch:
    def test_from_the_keyboard_to_the_field(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings.visit("general")
        qtbot.keyClick(settings, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is settings._search
        qtbot.keyClicks(settings._search, "fullscreen")
        assert settings._results.isVisible()
        assert [item.data(256).title for item in items(settings)] == ["Make way for full screen"]
        qtbot.keyClick(settings._search, Qt.Key.Key_Return)
        assert settings.page == "window"
        assert settings._search.text() == ""
        row = settings._frames["window"].page.rows["window.stand_down"]
        assert row.property("found") is True
        assert row.isAncestorOf(QApplication.focusWidget())
        assert not row.visibleRegion().isEmpty()
        qtbot.waitUntil(lambda: row.property("found") is False, timeout=4000)

    def test_arrows_choose(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings._search.setFocus()
        qtbot.keyClicks(settings._search, "pause")
        titles = [item.data(256).title for item in items(settings)]
        assert titles[0] == "Pause"
        assert {"Short pause", "Reaction pause", "Chat pause"} <= set(titles)
        qtbot.keyClick(settings._search, Qt.Key.Key_Down)
        qtbot.keyClick(settings._search, Qt.Key.Key_Down)
        qtbot.keyClick(settings._search, Qt.Key.Key_Up)
        wanted = titles[1]
        qtbot.keyClick(settings._search, Qt.Key.Key_Return)
        row = QApplication.focusWidget()
        while row is not None and not isinstance(row, Row):
            row = row.parentWidget()
        assert row is not None
        assert row.spec.title == wanted

    def test_a_click_chooses_and_esc_clears(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings.visit("voice")
        settings._search.setFocus()
        qtbot.keyClicks(settings._search, "zzzz")
        assert any("Nothing found" in text for text in texts(settings))
        qtbot.keyClick(settings._search, Qt.Key.Key_Escape)
        assert settings.page == "voice"
        assert settings.isVisible()
        qtbot.keyClicks(settings._search, "credentials")
        listed = settings._results.list
        spot = listed.visualItemRect(items(settings)[0]).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert settings.page == "credentials"

    def test_esc_closes_where_nothing_is_searched(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings.setFocus()
        qtbot.keyClick(settings, Qt.Key.Key_Escape)
        assert not settings.isVisible()

    @pytest.mark.parametrize(
        ("query", "titles"),
        [("vol", ["Volume", "Louder"]), ("volume", ["Volume", "Louder"]), ("VOICE volume", ["Volume", "Louder"]),
         ("loud", ["Louder"]), ("x", []), ("", [])],
    )  # fmt: skip
    def test_the_best_is_first(self, query: str, titles: list[str]) -> None:
        entries = [
            Entry("voice", "Voice", "Louder", "volume"),
            Entry("voice", "Voice", "Volume", ""),
            Entry("mind", "Mind", "Rest", ""),
        ]
        assert [entry.title for entry in found(entries, query)] == titles


def items(window: SettingsWindow) -> list[object]:
    listed = window._results.list
    return [listed.item(n) for n in range(listed.count())]


class TestDefaultsOfAPage:
    def test_are_brought_back_after_one_question(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings.visit("voice")
        told: list[tuple[str, object]] = []
        settings.setting_changed.connect(lambda section, fields: told.append((section, fields)))
        button(settings, "Reset page").click()
        assert told == [], "it asks"
        assert QApplication.focusWidget() is button(settings, "Cancel")
        button(settings, "Bring them back").click()
        assert told == [("voice", {"voice": None, "speed": None, "volume": None}), ("quiet", {"hours": None})]

    def test_are_left_as_they_are(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings.visit("voice")
        with qtbot.assertNotEmitted(settings.setting_changed):
            button(settings, "Reset page").click()
            button(settings, "Cancel").click()
        assert QApplication.focusWidget() is button(settings, "Reset page")

    def test_are_not_offered_where_all_is_as_shipped(self, settings: SettingsWindow) -> None:
        settings.show_state(SettingsState())
        settings.visit("voice")
        assert "Reset page" not in [b.text() for b in settings.findChildren(QPushButton) if b.isVisible()]


class TestTrials:
    @pytest.mark.parametrize(
        ("page", "kind"),
        [("voice", "voice"), ("character", "voice"), ("hearing", "hearing"), ("mind", "mind"), ("stream", "stream"),
         ("stream", "obs")],
    )  # fmt: skip
    def test_are_asked_for(self, settings: SettingsWindow, qtbot: QtBot, page: str, kind: str) -> None:
        settings.visit(page)
        with qtbot.waitSignal(settings.trial_requested) as told:
            settings._frames[page].page.trials[kind]._button.click()
        assert told.args == [kind]

    def test_show_how_far_they_are(self, settings: SettingsWindow) -> None:
        settings.visit("hearing")
        row = settings._frames["hearing"].page.trials["hearing"]
        settings.show_trial(Trial("hearing", TrialState.RUNNING, "Say a sentence.", 0.4))
        assert "Say a sentence." in texts(settings)
        assert row._level.isVisible()
        assert row._level.level == 0.4
        assert not row._button.isEnabled()
        settings.show_trial(Trial("hearing", TrialState.PASSED, "Understood: “hello fox”."))
        assert "Understood: “hello fox”." in texts(settings)
        assert not row._level.isVisible()
        assert row._button.isEnabled()


def test_what_is_wrong_with_the_file_is_told_on_top(settings: SettingsWindow, qtbot: QtBot) -> None:
    settings.show_state(trouble())
    assert any("(4)" in text for text in texts(settings))
    button(settings, "Show").click()
    listed = "\n".join(texts(settings))
    for problem in (*trouble().problems, trouble().file):
        assert problem in listed
    with qtbot.waitSignal(settings.pressed) as told:
        button(settings, "Open file").click()
    assert told.args == ["open:settings"]
    settings.show_state(usual())
    assert not any("(4)" in text for text in texts(settings))


class TestImport:
    preview = Preview(
        "/home/sam/old.toml",
        (Difference("voice.speed", "Voice · Speed", "1 ×", "1.5 ×"),),
        ("line 3: voice.volume cannot be 9",),
    )

    def test_is_accepted(self, settings: SettingsWindow, qtbot: QtBot) -> None:
        settings.show_import(self.preview)
        question = settings.findChild(ImportQuestion)
        shown = "\n".join(label.text() for label in question.findChildren(Words))
        for words in ("Voice · Speed", "1 × → 1.5 ×", "line 3: voice.volume cannot be 9", "old.toml"):
            assert words in shown
        with qtbot.waitSignal(settings.import_accepted):
            button(question, "Import").click()

    @pytest.mark.parametrize("preview", [Preview("x.toml", refused="It is no TOML."), Preview("x.toml")])
    def test_is_not_offered_for_nothing(self, settings: SettingsWindow, preview: Preview) -> None:
        settings.show_import(preview)
        question = settings.findChild(ImportQuestion)
        assert [one.text() for one in question.findChildren(QPushButton)] == ["Cancel"]
        question.reject()


CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QSlider, QPlainTextEdit, QAbstractSpinBox)


def controls(window: SettingsWindow) -> list[QWidget]:
    return [
        one
        for kind in CONTROLS
        for one in window.findChildren(kind)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
        and not isinstance(one.parentWidget(), (QAbstractSpinBox, QLineEdit, QComboBox))
    ]  # fmt: skip


def test_every_control_has_a_name_and_is_reached_by_tab(settings: SettingsWindow, qtbot: QtBot) -> None:
    for page in settings._frames:
        settings.visit(page)
        wanted = controls(settings)
        for one in wanted:
            named = one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
            assert named, f"{type(one).__name__} on {page}, within {type(one.parentWidget()).__name__}"
        settings._search.setFocus()
        reached = set[QWidget]()
        for _ in range(2 * len(wanted) + 10):
            at = QApplication.focusWidget()
            if at in reached:
                break
            reached.add(at)
            settings.focusNextChild()
        missing = [
            one.accessibleName() for one in wanted if one not in reached and one is not settings._search
        ]
        grouped = [one for one in wanted if isinstance(one, QAbstractButton) and one.group() is not None]
        assert not set(missing) - {one.accessibleName() for one in grouped}, page


def test_tab_goes_down_the_page(settings: SettingsWindow) -> None:
    settings.visit("character")
    rows = settings._frames["character"].page.rows
    rows["character.name"].editor.take_focus()
    order = [QApplication.focusWidget()]
    for _ in range(4):
        settings.focusNextChild()
        order.append(QApplication.focusWidget())
    heights = [one.mapToGlobal(one.rect().topLeft()).y() for one in order]
    assert heights == sorted(heights)


class Long(QTranslator):
    """A language with longer words."""

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(self, _context: str, text: str, _note: str | None = None, _n: int = -1) -> str:
        words = (
            word if "{" in word else word + "en" * (len(word) > 2) + "ung" * (len(word) > 5)
            for word in text.split()
        )
        return " ".join(words)


@pytest.fixture(params=["English", "longer words"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """One language, then another."""
    long = Long()
    if request.param != "English":
        assert qapp.installTranslator(long)
    yield
    qapp.removeTranslator(long)


@pytest.mark.parametrize("width", [600, 900])
def test_no_word_is_cut(tongue: None, settings: SettingsWindow, width: int) -> None:
    settings.resize(width, 700)
    settings.show_state(replace(trouble(), keys_limit="Bildschirmaufnahmesteuerungsszenenumschaltung " * 3))
    for page in settings._frames:
        settings.visit(page)
        QApplication.processEvents()
        frame = settings._frames[page]
        assert frame.widget().width() <= frame.viewport().width(), f"{page} scrolls sideways"
        for label in settings.findChildren(Words):
            if label.isVisible() and label.text():
                assert label.height() >= label.heightForWidth(label.width()) - 1, f"{page}: {label.text()}"
        for one in frame.findChildren(QPushButton):
            if one.isVisible() and one.objectName() in {"button", "primary"}:
                assert one.width() >= one.minimumSizeHint().width(), f"{page}: {one.text()}"


def test_it_wears_the_look(settings: SettingsWindow, qtbot: QtBot) -> None:
    theme: Theme = settings._theme
    theme.prefer("dark")
    assert theme.look is DARK
    assert ground(settings).lightness() < 100
    theme.prefer("light")
    assert theme.look is LIGHT
    assert ground(settings).lightness() > 200


def ground(window: SettingsWindow) -> QColor:
    QApplication.processEvents()
    return window.grab().toImage().pixelColor(window.width() - 30, window.height() - 30)
