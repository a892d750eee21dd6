"""Her icon in the system tray: what she is doing, and the menu. Waits for a tray where there is none yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from app.menu import Intent, Menu
from app.notice import Notice, Tone
from app.paths import asset
from app.words import translate
from models.expression import Phase

LOOK_AGAIN_MS = 3_000
_SIZES = (16, 22, 24, 32, 48, 64)


class Mien(StrEnum):
    """How she looks in the tray."""

    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"
    MUTED = "muted"
    QUIET = "quiet"
    ASLEEP = "asleep"
    OFFLINE = "offline"
    PANIC = "panic"


@dataclass(frozen=True, slots=True)
class Signs:
    """What her mien follows. `thinks`: her mind is there; `asleep`: her engines rest; `quiet`: do not disturb."""

    phase: Phase = Phase.IDLE
    thinks: bool = True
    asleep: bool = False
    muted: bool = False
    quiet: bool = False
    panicked: bool = False

    @property
    def mien(self) -> Mien:
        """The one thing to show of all that."""
        if self.panicked:
            return Mien.PANIC
        if not self.thinks:
            return Mien.OFFLINE
        if self.phase is not Phase.IDLE:
            return Mien(self.phase.value)
        at_rest = ((self.muted, Mien.MUTED), (self.quiet, Mien.QUIET), (self.asleep, Mien.ASLEEP))
        return next((mien for so, mien in at_rest if so), Mien.IDLE)


def words(mien: Mien) -> str:
    """A mien in words, to stand behind her name."""
    return {
        Mien.IDLE: translate("tray", "here"),
        Mien.LISTENING: translate("tray", "hearing you"),
        Mien.THINKING: translate("tray", "thinking"),
        Mien.SPEAKING: translate("tray", "speaking"),
        Mien.MUTED: translate("tray", "microphone off"),
        Mien.QUIET: translate("tray", "not to be disturbed"),
        Mien.ASLEEP: translate("tray", "asleep until you speak"),
        Mien.OFFLINE: translate("tray", "not all there"),
        Mien.PANIC: translate("tray", "panic, silent until you come back"),
    }[mien]


class Tray(QObject):
    """`chosen` carries an `app.menu.Intent`; `availability`: a tray came or went.

    A click is PANEL, a double click CHAT, a middle click MUTE.
    """

    chosen = Signal(object)
    availability = Signal(bool)

    def __init__(self, menu: Menu, name: str = "Vesper", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu, self._name = menu, name
        self._mien = Mien.IDLE
        self._icon = self._made()
        menu.chosen.connect(self.chosen)
        self._was_available = available()
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_AGAIN_MS)
        self._watch.timeout.connect(self.look)

    def start(self) -> None:
        """Dock now or as soon as there is a tray."""
        self._icon.show()
        self._watch.start()
        self.look()

    def stop(self) -> None:
        """Leave the tray."""
        self._watch.stop()
        self._icon.hide()

    def show_mien(self, mien: Mien) -> None:
        """Show what she is doing."""
        self._mien = mien
        self._dress(self._icon)

    def _made(self) -> QSystemTrayIcon:
        """An icon for the kind of tray there is now: each is of one kind, X11's or D-Bus', for good."""
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self._menu.widget)
        icon.activated.connect(self._clicked)
        self._dress(icon)
        return icon

    def _dress(self, icon: QSystemTrayIcon) -> None:
        icon.setIcon(state_icon(self._mien))
        icon.setToolTip(f"{self._name} · {words(self._mien)}")

    def tell(self, notice: Notice) -> None:
        """Show a notice beside the tray for a few seconds, where the desktop can."""
        icons = QSystemTrayIcon.MessageIcon
        look = {Tone.INFO: icons.Information, Tone.WARNING: icons.Warning, Tone.ERROR: icons.Critical}
        if self.docked:
            self._icon.showMessage(notice.title, notice.text, look[notice.tone])

    @property
    def tip(self) -> str:
        """The icon's tooltip."""
        return self._icon.toolTip()

    @property
    def place(self) -> QRect:
        """Where the icon is on the screen, in logical pixels; empty where the tray does not tell."""
        return self._icon.geometry() if self.docked else QRect()

    @property
    def docked(self) -> bool:
        """Whether the icon is to be seen in a tray."""
        return available() and self._icon.isVisible()

    @Slot()
    def look(self) -> None:
        """See whether a tray came or went."""
        now = available()
        if now != self._was_available:
            self._was_available = now
            if now:
                self._icon.hide()
                self._icon.deleteLater()
                self._icon = self._made()
                self._icon.show()
            self.availability.emit(now)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if (intent := _CLICKS.get(reason)) is not None:
            self.chosen.emit(intent)


_CLICKS = {
    QSystemTrayIcon.ActivationReason.Trigger: Intent.PANEL,
    QSystemTrayIcon.ActivationReason.DoubleClick: Intent.CHAT,
    QSystemTrayIcon.ActivationReason.MiddleClick: Intent.MUTE,
}


def available() -> bool:
    """Whether this desktop has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


@cache
def state_icon(mien: Mien) -> QIcon:
    """The icon of a state, in every size that ships."""
    icon = QIcon()
    for size in _SIZES:
        icon.addFile(str(asset("icons", "tray", f"{mien}-{size}.png")), QSize(size, size))
    return icon
