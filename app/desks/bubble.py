"""What she says beside her head: captions to the bubble, and the bubble where she is, for as long as she is seen.

The window is made with the first words there are to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from app.avatar.window import AvatarWindow
from app.bubble.words import Words
from app.config.tuning import Tuning
from app.director import Director
from app.look.theme import Look, Theme
from models.commands import Caption, Command, Silence
from models.settings import Settings

if TYPE_CHECKING:
    from app.bubble.window import BubbleWindow

_FOLLOW_MS = 250


class BubbleDesk(QObject):
    """Shows captions in a speech bubble while settings and avatar allow it."""

    def __init__(self, theme: Theme, avatar: AvatarWindow, director: Director, tuning: Tuning) -> None:
        super().__init__()
        self._theme, self._avatar, self._tuning = theme, avatar, tuning
        self._window: BubbleWindow | None = None
        self._words = Words()
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._on_end)
        self._follow = QTimer(self, interval=_FOLLOW_MS, timerType=Qt.TimerType.CoarseTimer)
        self._follow.timeout.connect(self._on_went)
        director.commanded.connect(self.on_command)
        tuning.changed.connect(self._on_changed)
        theme.changed.connect(self._on_look)
        avatar.went.connect(self._on_went)
        avatar.appeared.connect(self._on_appeared)

    def stop(self) -> None:
        """Take the bubble down."""
        self._end.stop()
        self._follow.stop()
        self._words = Words()
        if self._window is not None:
            self._window.leave(at_once=True)
            self._window.destroy()
            self._window = None

    @Slot(object)
    def on_command(self, command: Command) -> None:
        """Read along."""
        if isinstance(command, Silence) and command.turn >= self._words.turn:
            self._on_end()
        if not isinstance(command, Caption):
            return
        if command.n < 0 or not command.text.strip():
            if command.turn == self._words.turn:
                self._end.start(round(self._words.linger_s * 1000))
            return
        self._end.stop()
        self._words = self._words.said(command.turn, command.text)
        self._show()

    @property
    def _wanted(self) -> bool:
        settings = self._tuning.settings
        on = settings.window.bubble and not settings.capture.streaming_look
        return on and self._avatar.there and bool(self._words.clauses)

    def _show(self) -> None:
        if not self._wanted:
            self._leave(at_once=True)
            return
        if self._window is None:
            from app.bubble.window import BubbleWindow

            self._window = BubbleWindow(self._theme.look)
        self._wear(self._window)
        head = self._avatar.head
        self._window.show_words(self._words.text, head, _screen(head))
        self._follow.start()

    def _wear(self, window: BubbleWindow) -> None:
        window.wear(see_through=self._avatar.composited, fades=not self._avatar.calm)

    def _leave(self, *, at_once: bool = False) -> None:
        self._follow.stop()
        if self._window is not None:
            self._window.leave(at_once=at_once)

    @Slot()
    def _on_end(self) -> None:
        self._words = Words()
        self._leave()

    @Slot()
    def _on_went(self) -> None:
        if self._window is not None and self._window.text:
            self._wear(self._window)
            head = self._avatar.head
            self._window.stand(head, _screen(head))

    @Slot(bool)
    def _on_appeared(self, _there: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._show()

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        if (before.window.bubble, before.capture) != (after.window.bubble, after.capture):
            self._show()

    @Slot(object)
    def _on_look(self, look: Look) -> None:
        if self._window is not None:
            self._window.set_look(look)


def _screen(head: QRect) -> QRect:
    """What panels leave free of the monitor a head is on."""
    middle: QPoint = head.center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
