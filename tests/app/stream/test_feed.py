from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app.look.theme import DARK, LIGHT, Look
from app.stream import row as rows
from app.stream.feed import LIMIT
from app.stream.feed_view import FeedView
from app.stream.row import fate_colour, tag_ground
from app.stream.window import StreamWindow
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, StreamKind
from tests.app.look.test_theme import _contrast
from tests.app.stream.finding import button

K = StreamKind


def _entry(number: int, fate: Fate = Fate.SKIPPED, **fields: object) -> Entry:
    values = {"id": str(number), "kind": K.CHAT, "who": f"viewer {number}", "text": "hello"} | fields
    return Entry(Happening(**values), fate, "skipped because she was not named")


def _view(window: StreamWindow) -> FeedView:
    return window.findChildren(FeedView)[0]


def _heads(window: StreamWindow) -> list[str]:
    """The first line of everything that is shown."""
    return [line.splitlines()[0].partition(" ")[2] for line in _view(window).lines]


def _show(window: StreamWindow, qtbot: QtBot, *entries: Entry) -> None:
    window.show_entries(entries)
    qtbot.waitUntil(lambda: not _view(window)._waiting)


def _picture(window: StreamWindow) -> QImage:
    return _view(window).viewport().grab().toImage()


def _has(picture: QImage, colour: str) -> bool:
    wanted = QColor(colour)
    return any(
        picture.pixelColor(x, y) == wanted
        for y in range(0, picture.height(), 2)
        for x in range(picture.width())
    )


def test_what_becomes_of_something_replaces_what_was_known(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, _entry(1, Fate.WAITING), _entry(2))
    _show(window, qtbot, replace(_entry(1, Fate.ANSWERED), reason="answered"))
    assert [line.splitlines()[-1] for line in _view(window).lines] == [
        "Answered", "Skipped, because she was not named",
    ]  # fmt: skip
    assert _has(_picture(window), fate_colour(Fate.ANSWERED, LIGHT))


def test_only_the_newest_are_kept(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, *(_entry(n) for n in range(LIMIT + 3)))
    assert len(_view(window).lines) == LIMIT
    assert _heads(window)[0] == "viewer 3 wrote"
    _show(window, qtbot, _entry(LIMIT + 3), _entry(LIMIT + 4))
    assert (len(_heads(window)), _heads(window)[0]) == (LIMIT, "viewer 5 wrote")


def test_a_flood_is_drawn_in_gulps_and_never_unseen(
    window: StreamWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = list[str]()
    real = rows.lay_out
    monkeypatch.setattr(
        rows, "lay_out", lambda row, *rest: (laid.append(row.entry.happening.id), real(row, *rest))
    )
    window.hide()
    for n in range(2_000):
        window.show_entries((_entry(n),))
    assert laid == []
    assert len(_view(window)._waiting) == LIMIT
    window.open()
    qtbot.waitUntil(lambda: len(laid) == LIMIT)
    assert len(set(laid)) == LIMIT, "each is laid out once"
    drawn, taken = [0], _view(window)._feed.take
    monkeypatch.setattr(
        _view(window)._feed, "take", lambda entries: (drawn.append(len(entries)), taken(entries))
    )
    for n in range(5_000, 5_200):
        window.show_entries((_entry(n, Fate.WAITING),))
        window.show_entries((_entry(n),))
    qtbot.waitUntil(lambda: sum(drawn) == 200)
    assert len(drawn) == 2, "all of it in one gulp"


def test_markup_of_strangers_is_text(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, _entry(1, who="<b>x</b>", text="<h1>big</h1><img src='file:///etc/passwd'>"))
    plain = _picture(window)
    _show(window, qtbot, _entry(1, who="&lt;b>x</b>", text="<h1>big</h1><img src='file:///etc/passwd'>"))
    assert plain != _picture(window), "an entity is not the sign it stands for"
    assert _heads(window) == ["&lt;b>x</b> wrote"]


@pytest.mark.parametrize("text", ["x" * 4_000, "\u202eback \u2066", "🦊" * 900, "\ud800 alone", "", "a\nb"])
def test_any_text_finds_room(window: StreamWindow, qtbot: QtBot, text: str) -> None:
    _show(window, qtbot, _entry(1, who=text or "x", text=text))
    assert _view(window).verticalScrollBar().maximum() == 0, "five lines of each at most"
    assert _view(window)._feed.height < 400


def test_filters(window: StreamWindow, qtbot: QtBot) -> None:
    _show(
        window, qtbot,
        _entry(1), _entry(2, Fate.ANSWERED), _entry(3, Fate.ANSWERING, kind=K.RAID, viewers=4),
        _entry(4, kind=K.DONATION, amount=5.0, unit="dollars"), _entry(5, kind=K.SUB), _entry(6, kind=K.FOLLOW),
    )  # fmt: skip
    for name, shown in (
        ("Answered", [2, 3]), ("Money", [4, 5]), ("Chat", [1, 2]), ("All", [1, 2, 3, 4, 5, 6]),
    ):  # fmt: skip
        qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
        assert [head.split()[1] for head in _heads(window)] == [str(n) for n in shown], name
    qtbot.mouseClick(button(window, "Money"), Qt.MouseButton.LeftButton)
    _show(window, qtbot, _entry(7), _entry(8, kind=K.DONATION))
    assert len(_heads(window)) == 3, "a filter holds for what comes later"


def test_new_lines_scroll_along_unless_the_user_looks_back(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, *(_entry(n) for n in range(60)))
    bar = _view(window).verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(bar.maximum() - 300)
    looked_at, before = bar.value(), _picture(window)
    _show(window, qtbot, *(_entry(n) for n in range(100, 100 + LIMIT - 30)))
    assert bar.value() < looked_at, "lines above were forgotten"
    assert not _view(window).at_newest
    read = before.rect().adjusted(0, 0, -20, -60)
    assert before.copy(read) == _picture(window).copy(read), "what is read stays where it is"
    qtbot.mouseClick(button(window, "Go to the newest"), Qt.MouseButton.LeftButton)
    assert _view(window).at_newest


def test_the_keyboard_goes_from_line_to_line_and_copies(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, *(_entry(n) for n in range(30)))
    view = _view(window)
    button(window, "All").setFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    control = Qt.KeyboardModifier.ControlModifier
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
        qtbot.keyClick(view, Qt.Key.Key_C, control)
        seen.append(QGuiApplication.clipboard().text().splitlines()[0].split()[2])
    assert seen == ["28", "0", "1", "7", "29"]
    assert _has(_picture(window), LIGHT.focus)
    assert "viewer 29" in view.accessibleDescription()


def test_a_line_can_be_clicked_and_its_name_copied(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, _entry(1, who="Ann"), _entry(2, who="Bob"))
    view = _view(window)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    view.copy_who()
    assert QGuiApplication.clipboard().text() == "Ann"


def test_the_time_is_when_it_happened_or_when_it_came(window: StreamWindow, qtbot: QtBot) -> None:
    _show(
        window,
        qtbot,
        _entry(1, sent_s=1_795_291_261.0),
        _entry(2),
        _entry(3, sent_s=1e300),
        _entry(4, sent_s=-5.0),
    )
    times = [line.split()[0][-5:] for line in _view(window).lines]
    assert times == ["01:01", "00:00", "00:00", "00:00"]


def test_where_it_comes_from_is_told(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, _entry(1))
    live = _picture(window)
    _show(window, qtbot, _entry(1, origin=Origin.OWED))
    assert live != _picture(window)


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("fate", Fate)
def test_tags_can_be_read(look: Look, fate: Fate) -> None:
    assert _contrast(fate_colour(fate, look), tag_ground(fate, look)) >= 4.5


def test_the_name_stands_out_and_nothing_else(window: StreamWindow, qtbot: QtBot) -> None:
    _show(window, qtbot, _entry(1, who="Fox🦊"))
    laid = _view(window)._feed.shown[0].layout
    assert laid is not None
    (bold,) = laid.head.formats()
    assert (bold.start, bold.length) == (0, 5), "a fox is two units of UTF-16"
