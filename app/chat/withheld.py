"""What was held back: a calm list, newest first, masked, with a way to let a word pass from now on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.chat.values import Withheld
from app.look.theme import Look
from app.words import translate

_MOST = 200


class WithheldDialog(QDialog):
    """`show_withheld` draws the list; `allow_requested` carries the word of the entry whose button was pressed."""

    allow_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("withheld")
        self.setWindowTitle(translate("chat", "What was held back"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._allowed: set[str] = set()
        self._entries: tuple[Withheld, ...] = ()
        heading, words = (
            QLabel(translate("chat", "What was held back"), self),
            QLabel(
                translate(
                    "chat", "Kept from her, or from being said and shown. The list shows first letters only."
                ),
                self,
            ),
        )
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        words.setObjectName("questionText")
        words.setWordWrap(True)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAccessibleName(translate("chat", "What was held back, newest first"))
        close = QPushButton(translate("chat", "Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)
        self.resize(400, 460)
        self.setMinimumSize(300, 240)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.show_withheld(self._entries)

    def show_withheld(self, withheld: tuple[Withheld, ...]) -> None:
        """Draw these, given oldest first; the newest stands on top."""
        self._entries = withheld
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, 6, 2)
        column.setSpacing(8)
        if not withheld:
            nothing = QLabel(translate("chat", "Nothing was held back."), page)
            nothing.setObjectName("questionText")
            nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addStretch(1)
            column.addWidget(nothing)
        for entry in reversed(withheld[-_MOST:]):
            column.addWidget(self._row(entry, page))
        column.addStretch(1)
        self._area.setWidget(page)
        page.setAutoFillBackground(False)  # a scroll area turns it on
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if withheld else Qt.FocusPolicy.NoFocus)

    def _row(self, entry: Withheld, parent: QWidget) -> QFrame:
        row = _Row(entry, self._look, parent)
        if entry.word:
            row.offer(allowed=entry.word in self._allowed).clicked.connect(self._allow)
        return row

    @Slot()
    def _allow(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            word = str(button.property("word"))
            self._allowed.add(word)
            self.allow_requested.emit(word)
            self.show_withheld(self._entries)


class _Row(QFrame):
    """One entry: where it went, when, why, and what it was."""

    def __init__(self, entry: Withheld, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("withheldRow")
        self.setStyleSheet(
            f"#withheldRow {{ background: {look.surface}; border: 1px solid {look.line}; border-radius: 10px; }}"
        )
        self._entry = entry
        top = QLabel(f"{_heading(entry)}  ·  {entry.at}", self)
        rule, excerpt = QLabel(entry.rule, self), QLabel(entry.excerpt, self)
        top.setObjectName("questionText")
        for label in (top, rule, excerpt):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        excerpt.setVisible(bool(entry.excerpt))
        self.setAccessibleName(f"{top.text()}. {rule.text()}. {entry.excerpt}")
        self._foot = QHBoxLayout()
        self._foot.addWidget(excerpt, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 10, 9)
        layout.setSpacing(3)
        layout.addWidget(top)
        layout.addWidget(rule)
        layout.addLayout(self._foot)

    def offer(self, *, allowed: bool) -> QPushButton:
        """The button that lets the word pass."""
        button = QPushButton(
            translate("chat", "Allowed") if allowed else translate("chat", "Allow this word"), self
        )
        button.setEnabled(not allowed)
        button.setAutoDefault(False)
        button.setProperty("word", self._entry.word)
        button.setAccessibleName(
            translate("chat", "Allow this word: {word}").format(word=self._entry.excerpt)
        )
        self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return button


def _heading(entry: Withheld) -> str:
    to_her = entry.direction == "to her"
    return translate("chat", "Said to her") if to_her else translate("chat", "Said by her")
