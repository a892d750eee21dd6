"""The chat window: draws the values it is given, emits what the user wants. Closing hides it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.chat.banner import Banners
from app.chat.composer import Composer
from app.chat.header import Header
from app.chat.question import Question
from app.chat.transcript import TranscriptView
from app.chat.values import HERS, ChatState, Withheld
from app.chat.withheld import WithheldDialog
from app.look.theme import Look, Theme, style_sheet
from app.notice import Act, Notice
from app.words import translate
from models.commands import Show
from models.expression import Phase
from models.settings import ChatGeometry

SETTLED_MS = 400
"""The window's place is told when it has been still for so long."""


class ChatWindow(QWidget):
    """Values in: `show_line`, `show_state`, `show_notice`, `withdraw_notice`, `show_withheld`, `clear`.

    Intents out: signals.

    `action_requested` carries an `app.notices.Action.name`; `place_changed` a `models.settings.ChatGeometry`;
    `allow_requested` a word the built-in lists should let pass from now on.
    """

    said = Signal(str)
    stop_requested = Signal()
    mute_toggled = Signal(bool)
    clear_requested = Signal()
    withheld_requested = Signal()
    allow_requested = Signal(str)
    action_requested = Signal(str)
    notice_closed = Signal(str)
    place_changed = Signal(object)

    def __init__(self, theme: Theme, icon: QIcon | None = None) -> None:
        super().__init__()
        self.setObjectName("chat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(320, 360)
        self.resize(440, 640)
        if icon is not None:
            self.setWindowIcon(icon)
        self._theme = theme
        self._answering = ""
        self._state = ChatState()
        self._withheld: WithheldDialog | None = None
        self._header, self._banners = Header(self), Banners(self)
        self._transcript, self._composer = TranscriptView(self), Composer(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._settle)
        self._arrange()
        self._connect()
        theme.changed.connect(self._wear)
        self._wear(theme.look)
        self.show_state(self._state)
        self._composer.setFocus()

    # --- values in ------------------------------------------------------------------------------------------

    def show_line(self, line: Show) -> None:
        """A line of the transcript came or changed."""
        if line.who == HERS:
            self._answering = "" if line.final else line.text
        self._transcript.show_line(line)
        self._show_thinking()

    def reword(self) -> None:
        """Say everything in the language of the windows."""
        self._header.reword()
        self._transcript.reword()
        self.show_state(self._state)

    def show_state(self, state: ChatState) -> None:
        """How things stand."""
        self._state = state
        self.setWindowTitle(translate("chat", "{name} · Chat").format(name=state.name))
        self._header.show_state(state)
        self._composer.set_name(state.name.split()[0] if state.name else "her")
        self._composer.set_busy(busy=state.phase in {Phase.THINKING, Phase.SPEAKING})
        heard = (
            translate("chat", "Write to her")
            if state.muted
            else translate("chat", "Say something, or write to her")
        )
        self._transcript.set_greeting(heard + ".\n" + translate("chat", "She has opinions."))
        self._show_thinking()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, or replace the one with its key."""
        self._banners.show_notice(notice)

    def withdraw_notice(self, key: str) -> None:
        """The cause of a notice is over."""
        self._banners.withdraw(key)

    def show_withheld(self, withheld: tuple[Withheld, ...]) -> None:
        """Open the list of what was held back, oldest first in `withheld`, or renew the one that is open."""
        if self._withheld is None:
            self._withheld = WithheldDialog(self._theme.look, self)
            self._withheld.allow_requested.connect(self.allow_requested)
            self._withheld.finished.connect(self._forget_withheld)
        self._withheld.show_withheld(withheld)
        self._withheld.open()

    def clear(self) -> None:
        """Empty the transcript."""
        self._answering = ""
        self._transcript.clear()

    def place(self, geometry: ChatGeometry) -> None:
        """Take a remembered size, and its place if a screen shows it."""
        self.resize(geometry.width, geometry.height)
        if geometry.x is not None and geometry.y is not None:
            wanted = QRect(geometry.x, geometry.y, geometry.width, 40)
            if any(screen.availableGeometry().intersects(wanted) for screen in QGuiApplication.screens()):
                self.move(QPoint(geometry.x, geometry.y))

    @Slot()
    def open(self) -> None:
        """Show the window, in front, ready to type."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._composer.setFocus()

    # --- parts ----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 4, 14, 14)
        foot.addWidget(self._composer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._banners)
        layout.addWidget(self._transcript, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._composer.sent.connect(self._say)
        self._composer.stop_requested.connect(self.stop_requested)
        self._header.mute_toggled.connect(self.mute_toggled)
        self._header.clear_requested.connect(self._ask_to_clear)
        self._header.withheld_requested.connect(self.withheld_requested)
        self._header.mind_help_requested.connect(self._ask_for_mind)
        self._banners.pressed.connect(self.action_requested)
        self._banners.closed.connect(self.notice_closed)
        for keys, slot in (
            (QKeySequence("Ctrl+M"), self._toggle_mute),
            (QKeySequence("Ctrl+L"), self._composer.setFocus),
            (QKeySequence("Esc"), self._escape),
            (QKeySequence(QKeySequence.StandardKey.Close), self._dismiss),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _show_thinking(self) -> None:
        self._transcript.set_thinking(on=self._state.phase is Phase.THINKING and not self._answering)

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look))
        for part in (self._header, self._banners, self._transcript, self._composer):
            part.set_look(look)
        if self._withheld is not None:
            self._withheld.set_look(look)

    @Slot(int)
    def _forget_withheld(self, _result: int) -> None:
        self._withheld = None

    @Slot(str)
    def _say(self, text: str) -> None:
        self._transcript.to_newest()
        self.said.emit(text)

    @Slot()
    def _toggle_mute(self) -> None:
        self.mute_toggled.emit(not self._header.muted)

    @Slot()
    def _ask_for_mind(self) -> None:
        self.action_requested.emit(f"{Act.HELP}:mind")

    @Slot()
    def _ask_to_clear(self) -> None:
        text = translate("chat", "She forgets everything said in this conversation. This cannot be undone.")
        question = Question(
            translate("chat", "Clear the conversation?"),
            text,
            translate("chat", "Keep it"),
            translate("chat", "Clear"),
            self,
        )
        question.accepted.connect(self._clear)
        question.open()

    @Slot()
    def _clear(self) -> None:
        self.clear()
        self.clear_requested.emit()

    @Slot()
    def _escape(self) -> None:
        """Stop her while she answers, else close."""
        if self._state.phase in {Phase.THINKING, Phase.SPEAKING}:
            self.stop_requested.emit()
        else:
            self._dismiss()

    @Slot()
    def _dismiss(self) -> None:
        self.hide()
        self._tell_place()

    @Slot()
    def _settle(self) -> None:
        if self.isVisible():
            self._tell_place()

    def _tell_place(self) -> None:
        at, size = self.pos(), self.size()
        place = ChatGeometry(
            x=at.x(), y=at.y(), width=size.width(), height=size.height(), visible=self.isVisible()
        )
        self.place_changed.emit(place)

    # --- Qt's events ----------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Follow the system's palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._theme.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Hide; the program goes on. A close by the user is remembered, one by the quitting program is not."""
        super().closeEvent(event)
        if event.spontaneous():
            self._dismiss()

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802  # Qt's name
        """Remember the place once it settles."""
        super().moveEvent(event)
        self._settled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Remember the size once it settles."""
        super().resizeEvent(event)
        self._settled.start()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """The size of a first start."""
        return QSize(440, 640)
