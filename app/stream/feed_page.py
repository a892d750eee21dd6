"""The page "Feed": filters above, what happened below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.form.lamp import Tone
from app.look.theme import Look
from app.stream.feed import Filter
from app.stream.feed_view import FeedView
from app.stream.values import StreamState
from app.words import translate
from models.stream.entry import Entry


class FeedPage(QWidget):
    """What happened on the stream."""

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.view = FeedView(clock, self)
        self._group = QButtonGroup(self)
        filters = QHBoxLayout()
        filters.setContentsMargins(14, 8, 14, 4)
        filters.setSpacing(6)
        for chosen, title in _titles().items():
            button = QPushButton(title, self)
            button.setObjectName("filter")
            button.setCheckable(True)
            button.setChecked(chosen is Filter.ALL)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setProperty("filter", chosen.value)
            button.setAccessibleName(translate("stream", "Show: {filter}").format(filter=title))
            self._group.addButton(button)
            filters.addWidget(button)
        filters.addStretch(1)
        self._group.buttonClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(filters)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self.view.set_look(look)

    def show_state(self, state: StreamState) -> None:
        """Say why it is empty, if it is."""
        off = state.stream_lamp.tone is Tone.OFF
        self._empty = (
            translate("stream", "Switch the stream on to see what happens.")
            if off
            else translate("stream", "Nothing has happened yet.")
        )
        self._say_empty()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Add or replace entries."""
        self.view.show_entries(entries)

    def _say_empty(self) -> None:
        chosen = self._group.checkedButton()
        every = chosen is None or chosen.property("filter") == Filter.ALL.value
        self.view.set_empty(self._empty if every else translate("stream", "Nothing of this kind yet."))

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        self.view.choose(Filter(button.property("filter")))
        self._say_empty()


def _titles() -> dict[Filter, str]:
    return {
        Filter.ALL: translate("stream", "All"),
        Filter.ANSWERED: translate("stream", "Answered"),
        Filter.MONEY: translate("stream", "Money"),
        Filter.CHAT: translate("stream", "Chat"),
    }
