"""Her icon in the system tray: what she is doing, and the menu. Waits for a tray where there is none yet."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from app import glyphs
from app.menu import Intent, Menu
from app.notices import Notice, Tone
from app.paths import asset

LOOK_AGAIN_MS = 3_000
_SIZES = (22, 24, 32, 48, 64, 128)


class Mien(StrEnum):
    """How she looks in the tray."""

    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"
    MUTED = "muted"
    OFFLINE = "offline"
    PANIC = "panic"


_WORDS = {
    Mien.IDLE: "here",
    Mien.LISTENING: "hearing you",
    Mien.THINKING: "thinking",
    Mien.SPEAKING: "speaking",
    Mien.MUTED: "microphone off",
    Mien.OFFLINE: "not all there",
    Mien.PANIC: "panic, silent until you come back",
}
_DOTS = {
    Mien.LISTENING: "#f7c65b",
    Mien.THINKING: "#9db4ff",
    Mien.SPEAKING: "#ff8fb8",
    Mien.MUTED: "#e05582",
    Mien.OFFLINE: "#8d88a6",
    Mien.PANIC: "#e0283c",
}


class Tray(QObject):
    """`chosen` carries an `app.menu.Intent`, CHAT for a click; `availability`: a tray came or went."""

    chosen = Signal(object)
    availability = Signal(bool)

    def __init__(self, menu: Menu, name: str = "Vesper", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu, self._name = menu, name
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(menu.widget)
        self._icon.activated.connect(self._clicked)
        menu.chosen.connect(self.chosen)
        self._was_available = available()
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_AGAIN_MS)
        self._watch.timeout.connect(self.look)
        self.show_mien(Mien.IDLE)

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
        self._icon.setIcon(state_icon(mien))
        self._icon.setToolTip(f"{self._name} · {_WORDS[mien]}")

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
                self._icon.setVisible(False)
                self._icon.setVisible(True)
            self.availability.emit(now)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.chosen.emit(Intent.CHAT)
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.chosen.emit(Intent.MUTE)


def available() -> bool:
    """Whether this desktop has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


@cache
def state_icon(mien: Mien) -> QIcon:
    """The icon of a state: the one that ships, else her emblem with a dot."""
    path = asset("icons", "tray", f"{mien}.png")
    if path.is_file():
        return QIcon(str(path))
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_draw(mien, size))
    return icon


def _draw(mien: Mien, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    night = QLinearGradient(QPointF(0, 0), QPointF(64, 64))
    night.setColorAt(0.0, QColor("#2a1d5e" if mien is not Mien.OFFLINE else "#3b3850"))
    night.setColorAt(1.0, QColor("#5a5fd0" if mien is not Mien.OFFLINE else "#6b6880"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(night)
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 17, 17)
    painter.save()
    painter.translate(10, 10)
    painter.scale(44 / glyphs.FIELD, 44 / glyphs.FIELD)
    glyphs.evening(painter, QColor("#f7c65b" if mien is not Mien.OFFLINE else "#c9c5d8"))
    painter.restore()
    if mien in _DOTS:
        painter.setPen(QPen(QColor("#14102b"), 4))
        painter.setBrush(QColor(_DOTS[mien]))
        painter.drawEllipse(QPointF(49, 49), 12, 12)
        if mien in {Mien.MUTED, Mien.PANIC}:
            cap = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(QColor("#ffffff"), 4, Qt.PenStyle.SolidLine, cap))
            painter.drawLine(QPointF(44, 54), QPointF(54, 44))
    painter.end()
    return picture
