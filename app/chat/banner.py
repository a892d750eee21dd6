"""Notices as slim banners above the talk: what happened, and the one button that helps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.look import glyphs
from app.look.theme import LIGHT, Look
from app.notice import Act, Notice, Tone
from app.words import translate

MOST = 3
"""Banners at a time; older ones wait behind."""


class Banners(QWidget):
    """The notices that stand, newest first. `pressed` carries an action's name, `closed` a notice's key."""

    pressed = Signal(str)
    closed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = LIGHT
        self._banners: dict[str, _Banner] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 0)
        self._layout.setSpacing(6)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        for banner in self._banners.values():
            banner.set_look(look)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, or replace the one with its key in place."""
        banner = self._banners.get(notice.key)
        if banner is None:
            banner = _Banner(self)
            banner.set_look(self._look)
            banner.pressed.connect(self.pressed)
            banner.closed.connect(self._close)
            self._banners[notice.key] = banner
            self._layout.insertWidget(0, banner)
        banner.set_notice(notice)
        self._arrange()

    def withdraw(self, key: str) -> None:
        """The cause is over."""
        if banner := self._banners.pop(key, None):
            self._layout.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
            self._arrange()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices that stand, oldest first."""
        return tuple(banner.notice for banner in self._banners.values())

    @Slot(str)
    def _close(self, key: str) -> None:
        self.withdraw(key)
        self.closed.emit(key)

    def _arrange(self) -> None:
        for place, banner in enumerate(reversed(self._banners.values())):
            banner.setVisible(place < MOST)
        self.setVisible(bool(self._banners))


class _Banner(QFrame):
    pressed = Signal(str)
    closed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.notice = Notice("", "", "")
        self._look = LIGHT
        self._title, self._text = QLabel(self), QLabel(self)
        self._title.setObjectName("bannerTitle")
        self._text.setObjectName("bannerText")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.setObjectName("bannerButton")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._press)
        self._cross = QToolButton(self)
        self._cross.setObjectName("tool")
        self._cross.setIconSize(QSize(18, 18))
        self._cross.setToolTip(translate("chat", "Close this notice"))
        self._cross.setAccessibleName(translate("chat", "Close this notice"))
        self._cross.clicked.connect(self._dismiss)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(30, 9, 6, 9)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)

    def set_notice(self, notice: Notice) -> None:
        self.notice = notice
        self._title.setText(notice.title)
        self._text.setText(notice.text)
        self._text.setVisible(bool(notice.text))
        self._button.setText(notice.action.label)
        self._button.setVisible(notice.action.act is not Act.NONE)
        self.setAccessibleName(f"{notice.title}. {notice.text}")
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._cross.setIcon(glyphs.icon(glyphs.cross, look.faint))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """The frame, and a mark in the notice's tone."""
        super().paintEvent(event)
        look = self._look
        colour = {Tone.INFO: look.info, Tone.WARNING: look.gold, Tone.ERROR: look.rose}[self.notice.tone]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            if self.notice.tone is Tone.INFO:
                painter.drawEllipse(QPointF(16.5, 19.5), 4.0, 4.0)
            else:
                painter.drawRoundedRect(QRectF(14.7, 12.5, 3.6, 10.0), 1.8, 1.8)
                painter.drawEllipse(QPointF(16.5, 27.0), 2.1, 2.1)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self.notice.action.name)

    @Slot()
    def _dismiss(self) -> None:
        self.closed.emit(self.notice.key)
