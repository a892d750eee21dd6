"""The stream window: draws the values it is given, emits what the user wants. Closing hides it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.look.theme import Look, Theme
from app.stream.connections import Connections
from app.stream.feed_page import FeedPage
from app.stream.head import Head
from app.stream.reactions_page import ReactionsPage, scrolled
from app.stream.style import style_sheet
from app.stream.values import StreamState
from app.words import translate
from models.stream.entry import Entry


class StreamWindow(QWidget):
    """Values in: `show_state`, `show_entries`. Intents out: signals. `clock` tells seconds since 1970.

    `reactions_changed` carries all of the user's reactions as a tuple of `models.settings_stream.Reaction`,
    `reaction_tried` the one to be tried now. `setting_changed` carries a section of the settings ("stream", "obs",
    "api", "providers.obs-websocket"), a field and its value; `secret_set` the name of a secret
    ("obs-websocket.password") and the secret, empty to forget it. `copy_requested` carries "overlay" or "token".
    After each of them the window wants to be shown the state as it then is.
    """

    panic_toggled = Signal(bool)
    copy_requested = Signal(str)
    reactions_changed = Signal(object)
    reaction_tried = Signal(object)
    setting_changed = Signal(str, str, object)
    secret_set = Signal(str, str)
    recordings_requested = Signal()

    def __init__(
        self, theme: Theme, icon: QIcon | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__()
        self.setObjectName("stream")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(360, 420)
        self.resize(self.sizeHint())
        if icon is not None:
            self.setWindowIcon(icon)
        self._theme = theme
        self._head, self._tabs, self._stack = Head(self), QTabBar(self), _Pages(self)
        self._feed, self._reactions = FeedPage(clock, self), ReactionsPage(self)
        self._connections = Connections()
        self._arrange()
        self._connect()
        theme.changed.connect(self._wear)
        self._wear(theme.look)
        self.show_state(StreamState())

    def show_state(self, state: StreamState) -> None:
        """How things stand."""
        self.setWindowTitle(translate("stream", "{name} · Stream").format(name=state.name))
        for part in (self._head, self._feed, self._reactions, self._connections):
            part.show_state(state)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """What became of happenings; a newer entry of a happening takes the place of the older."""
        self._feed.show_entries(entries)

    @Slot()
    def open(self) -> None:
        """Show the window, in front."""
        self.show()
        self.raise_()
        self.activateWindow()
        if (page := self._stack.currentWidget()) is not None:
            page.setFocus()  # not on the panic button, which Space would press

    def show_page(self, number: int) -> None:
        """Turn to the feed (0), the reactions (1) or the connections (2)."""
        self._tabs.setCurrentIndex(number)

    def _arrange(self) -> None:
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setAccessibleName(translate("stream", "Pages"))
        for title in (
            translate("stream", "Feed"),
            translate("stream", "Reactions"),
            translate("stream", "Connections"),
        ):
            self._tabs.addTab(title)
        for page in (self._feed, self._reactions, scrolled(self._connections)):
            self._stack.addWidget(page)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(10, 2, 10, 0)
        tabs.addWidget(self._tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(tabs)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._head.panic_toggled.connect(self.panic_toggled)
        self._head.switched.connect(self._switch)
        self._head.copy_requested.connect(self.copy_requested)
        self._reactions.changed.connect(self.reactions_changed)
        self._reactions.tried.connect(self.reaction_tried)
        self._connections.setting_changed.connect(self.setting_changed)
        self._connections.secret_set.connect(self.secret_set)
        self._connections.recordings_requested.connect(self.recordings_requested)
        for keys, slot in (
            (QKeySequence("Ctrl+1"), self._to_feed),
            (QKeySequence("Ctrl+2"), self._to_reactions),
            (QKeySequence("Ctrl+3"), self._to_connections),
            (QKeySequence("Esc"), self._escape),
            (QKeySequence(QKeySequence.StandardKey.Close), self.hide),
        ):
            QShortcut(keys, self).activated.connect(slot)

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look))
        for part in (self._head, self._feed, self._reactions, self._connections):
            part.set_look(look)

    @Slot(str, bool)
    def _switch(self, section: str, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.setting_changed.emit(section, "enabled", on)

    @Slot()
    def _to_feed(self) -> None:
        self.show_page(0)

    @Slot()
    def _to_reactions(self) -> None:
        self.show_page(1)

    @Slot()
    def _to_connections(self) -> None:
        self.show_page(2)

    @Slot()
    def _escape(self) -> None:
        """Back from a reaction to the list, else close."""
        if self._reactions.isVisible() and self._reactions.editing:
            self._reactions.show_list()
        else:
            self.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Follow the system's palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._theme.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Hide; the program goes on."""
        super().closeEvent(event)
        if event.spontaneous():
            self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """The size of a first start."""
        return QSize(480, 680)


class _Pages(QStackedWidget):
    """The pages; they give way to the head, whose words are never cut."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """No page asks for a height."""
        return False

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Little: what does not fit scrolls."""
        return QSize(super().minimumSizeHint().width(), 40)
