"""The mood panel: a narrow window at the tray that draws a `PanelState` and emits what the user wants."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.look.theme import Look, Theme
from app.menu import Intent
from app.mood import place
from app.mood.curves import Curves
from app.mood.feed import Feed
from app.mood.head import Head
from app.mood.parts import Parts
from app.mood.sounds import Sounds
from app.mood.style import ROOT, style_sheet
from app.mood.values import Levels, PanelState
from app.words import translate

WIDTH = 404
_CLAIM_MS = 150
_AGAIN_MS = 300
"""A click on the tray icon that has just closed the panel, by taking its focus, does not open it again."""


class MoodPanel(QWidget):
    """Values in: `show_state`. Wishes out: signals. `levels` tells what sounds now; it is asked only while shown.

    It closes on Esc, when it loses the focus, or by its button; not while it is pinned, but for the first and the last.
    """

    muted = Signal(bool)
    quieted = Signal(bool)
    clicks_let_through = Signal(bool)
    panicked = Signal(bool)
    persona_picked = Signal(str)
    voice_picked = Signal(str)
    restarted = Signal(str)
    """The organ that is to try its engine again."""
    wanted = Signal(object)
    """An `app.menu.Intent`: something to open."""
    seen = Signal(bool)
    """It was shown, or is gone."""

    def __init__(self, theme: Theme, levels: Callable[[], Levels], icon: QIcon | None = None) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setObjectName(ROOT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        if icon is not None:
            self.setWindowIcon(icon)
        self._theme, self._near, self._tall, self._pinned = theme, QRect(), 0, False
        self._left = QElapsedTimer()
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self._refit)
        self._state = PanelState()
        self._head, self._curves, self._feed = Head(), Curves(), Feed()
        self._parts, self._sounds = Parts(), Sounds(levels)
        self._page, self._scroll = QWidget(), QScrollArea(self)
        self._arrange()
        self._connect()
        theme.changed.connect(self._wear)
        self._wear(theme.look)
        self._draw()

    def show_state(self, state: PanelState) -> None:
        """How she is; drawn while the panel can be seen."""
        self._state = state
        if self.isVisible():
            self._draw()

    def open(self, near: QRect) -> None:
        """Show the panel beside a rectangle of the screen: the tray icon, or the cursor."""
        self._near = near
        self._draw()
        for part in self._page.findChildren(QWidget):
            part.updateGeometry()  # what changed while it was hidden has told nobody
        self._fit()
        self.show()
        self.raise_()
        self.activateWindow()
        self._scroll.setFocus()  # not on a switch, which Space would press
        QTimer.singleShot(_CLAIM_MS, self, self._claim)

    @Slot()
    def _claim(self) -> None:
        """Ask for the focus again: a window manager that was still closing the panel gave it to nobody."""
        if self.isVisible() and not self.isActiveWindow():
            self.activateWindow()

    @property
    def just_left(self) -> bool:
        """Whether it closed a moment ago, because something else was clicked."""
        return self._left.isValid() and self._left.elapsed() < _AGAIN_MS

    def _arrange(self) -> None:
        self._page.setObjectName("page")
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(14, 13, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        for part in (self._curves, self._feed, self._parts, self._sounds):
            layout.addWidget(_card(part))
        layout.addLayout(self._links())
        layout.addStretch(1)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(translate("panel", "Mood panel"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._scroll)

    def _links(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(7)
        for intent, words in (
            (Intent.CHAT, translate("panel", "&Chat…")),
            (Intent.STREAM, translate("panel", "&Stream…")),
            (Intent.SETTINGS, translate("panel", "Se&ttings…")),
        ):
            button = QPushButton(words)
            button.setObjectName("link")
            button.setProperty("intent", intent.value)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self._on_link)
            line.addWidget(button, 1)
        return line

    def _connect(self) -> None:
        head = self._head
        head.muted.connect(self.muted)
        head.quieted.connect(self.quieted)
        head.clicks_let_through.connect(self.clicks_let_through)
        head.panicked.connect(self.panicked)
        head.persona_picked.connect(self.persona_picked)
        head.voice_picked.connect(self.voice_picked)
        head.pinned.connect(self._on_pinned)
        head.closed.connect(self.hide)
        head.grabbed.connect(self._on_grabbed)
        self._parts.restarted.connect(self.restarted)
        self._page.installEventFilter(self)
        for keys in (QKeySequence("Esc"), QKeySequence(QKeySequence.StandardKey.Close)):
            QShortcut(keys, self).activated.connect(self.hide)

    def _draw(self) -> None:
        self.setWindowTitle(translate("panel", "{name} · Mood").format(name=self._state.name))
        for part in (self._head, self._curves, self._feed, self._parts, self._sounds):
            part.show_state(self._state)

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look))
        for part in (self._head, self._curves, self._feed, self._parts, self._sounds):
            part.set_look(look)

    def _fit(self) -> None:
        """As tall as what is in it, as far as the screen allows; beside what it belongs to, unless it was moved."""
        screen = QGuiApplication.screenAt(self._near.center()) or QGuiApplication.primaryScreen()
        free = screen.availableGeometry()
        self._tall = self._wanted_height()
        most = place.tallest(self._near, screen.geometry(), free)
        fits, bar = self._tall <= most, Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAsNeeded)
        self.setFixedHeight(min(self._tall, most))
        if not self._pinned:
            self.move(place.beside(self.size(), self._near, screen.geometry(), free))

    @Slot()
    def _refit(self) -> None:
        if self.isVisible() and self._wanted_height() != self._tall:
            self._fit()

    def _wanted_height(self) -> int:
        layout = self._page.layout()
        return 0 if layout is None else layout.heightForWidth(WIDTH - 2) + 2

    @Slot()
    def _on_link(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            if not self._pinned:
                self.hide()
            self.wanted.emit(Intent(button.property("intent")))

    @Slot(bool)
    def _on_pinned(self, pinned: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._pinned = pinned
        self._head.show_pinned(pinned=pinned)

    @Slot()
    def _on_grabbed(self) -> None:
        if self._pinned and (window := self.windowHandle()) is not None:
            window.startSystemMove()

    @Slot()
    def _leave(self) -> None:
        """Close, unless the focus went to something of the panel's own."""
        within = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self.isVisible() and not (self._pinned or within or self.isActiveWindow()):
            self._left.start()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """What is in it grew or shrank."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and not self._fitting.isActive():
            self._fitting.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Follow the system's palette; close when something else gets the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._theme.refresh()
        elif event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self._leave)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that it can be seen."""
        super().showEvent(event)
        self.seen.emit(True)  # noqa: FBT003  # a signal's argument

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that it is gone."""
        super().hideEvent(event)
        self.seen.emit(False)  # noqa: FBT003  # a signal's argument

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Hide; the program goes on."""
        super().closeEvent(event)
        if event.spontaneous():
            self.hide()


def _card(part: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(13, 9, 11, 11)
    layout.addWidget(part)
    return frame
