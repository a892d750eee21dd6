"""The head of the chat: her face and name, what she is doing, which mind she has, and the microphone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.chat import faces
from app.chat.values import ChatState
from app.look import glyphs
from app.look.theme import LIGHT, Look
from app.words import translate
from models.expression import Phase


class Header(QFrame):
    """Shows a `ChatState`; intents are signals."""

    mute_toggled = Signal(bool)
    clear_requested = Signal()
    withheld_requested = Signal()
    mind_help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._look = LIGHT
        self._state = ChatState()
        self._face = _Face(self)
        self._name, self._words = QLabel(self), QLabel(self)
        self._name.setObjectName("name")
        self._words.setObjectName("state")
        self._chip = QPushButton(self)
        self._chip.setObjectName("chip")
        self._chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self._chip.clicked.connect(self.mind_help_requested)
        self._mute = self._tool()
        self._mute.setCheckable(True)
        self._mute.clicked.connect(self.mute_toggled)
        self._more = self._tool()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        self.clear_action = QAction(menu)
        self.clear_action.triggered.connect(self.clear_requested)
        self.withheld_action = QAction(menu)
        self.withheld_action.triggered.connect(self.withheld_requested)
        menu.addAction(self.withheld_action)
        menu.addAction(self.clear_action)
        self._more.setMenu(menu)
        self._arrange()
        self.reword()

    def reword(self) -> None:
        """Say everything in the language of the windows."""
        self._chip.setText(translate("chat", "basic mode"))
        self._chip.setToolTip(
            translate("chat", "She thinks with the small model that came with her. Make her cleverer…")
        )
        self._chip.setAccessibleName(translate("chat", "Basic mode: make her cleverer"))
        self._more.setToolTip(translate("chat", "More"))
        self._more.setAccessibleName(translate("chat", "More"))
        self.clear_action.setText(translate("chat", "Clear the conversation…"))
        self.withheld_action.setText(translate("chat", "What was held back…"))
        self.show_state(self._state)

    def _tool(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("tool")
        button.setIconSize(QSize(21, 21))
        return button

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(top)
        words.addWidget(self._words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 10)
        layout.setSpacing(12)
        layout.addWidget(self._face)
        layout.addLayout(words, 1)
        layout.addWidget(self._mute)
        layout.addWidget(self._more)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self._face.look = look
        self.show_state(self._state)

    def show_state(self, state: ChatState) -> None:
        """Show how things stand."""
        self._state = state
        look = self._look
        self._name.setText(state.name)
        engine = f"  ·  {state.engine}" if state.engine and not state.basic else ""
        self._words.setText(state.words + engine)
        self._chip.setVisible(state.basic)
        self._mute.setChecked(state.muted)
        sign, ink = (glyphs.microphone_off, look.rose) if state.muted else (glyphs.microphone, look.text)
        self._mute.setIcon(glyphs.icon(sign, ink))
        words = (
            translate("chat", "Unmute the microphone")
            if state.muted
            else translate("chat", "Mute the microphone")
        )
        self._mute.setToolTip(f"{words} (Ctrl+M)")
        self._mute.setAccessibleName(words)
        self._more.setIcon(glyphs.icon(glyphs.more, look.text))
        self._face.dot = QColor(_dot(state, look))
        self._face.setAccessibleName(f"{state.name}: {state.words}")
        self._face.update()

    @property
    def muted(self) -> bool:
        """Whether the microphone is shown as muted."""
        return self._state.muted


def _dot(state: ChatState, look: Look) -> str:
    if state.offline or not state.ready:
        return look.faint
    match state.phase:
        case Phase.LISTENING:
            return look.star
        case Phase.THINKING:
            return look.info
        case Phase.SPEAKING:
            return look.rose
    return look.faint if state.muted else look.good


class _Face(QWidget):
    """Her face with a dot that tells what she is doing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = LIGHT
        self.dot = QColor()
        self.setFixedSize(44, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw both."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            faces.paint_face(painter, 1, 1, 42, self.look)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.sky_top))
            painter.drawEllipse(QPointF(36.5, 36.5), 7.0, 7.0)
            painter.setBrush(self.dot)
            painter.drawEllipse(QPointF(36.5, 36.5), 4.6, 4.6)
