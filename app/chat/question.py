"""A small question in Vesper's look, asked without stopping the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Question(QDialog):
    """`accepted` when the user agrees. Escape and the first button keep things as they are."""

    def __init__(self, title: str, text: str, keep: str, go: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle("Vesper")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading, words = QLabel(title, self), QLabel(text, self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        words.setObjectName("questionText")
        words.setWordWrap(True)
        no, yes = QPushButton(keep, self), QPushButton(go, self)
        yes.setObjectName("danger")
        no.setDefault(True)
        no.clicked.connect(self.reject)
        yes.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        self.setMinimumWidth(340)
