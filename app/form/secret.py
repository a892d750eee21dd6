"""A field for a password or token: it is told once and never shown again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Words
from app.words import translate

_LONGEST = 1024


class Secret(QWidget):
    """`told` carries what was typed, once; empty text asks to forget the one that is stored."""

    told = Signal(str)

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self._title = title
        self._edit = QLineEdit(self)
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setMaxLength(_LONGEST)
        self._edit.setMinimumWidth(60)
        self._edit.setAccessibleName(title)
        self._edit.setAccessibleDescription(note)
        self._edit.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self._save, self._forget = QPushButton(self), QPushButton(self)
        self._save.setText(translate("form", "Store"))
        self._forget.setText(translate("form", "Forget"))
        for button in (self._save, self._forget):
            button.setObjectName("button")
            button.setAccessibleName(f"{button.text()}: {title}")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._edit, 1)
        line.addWidget(self._save)
        line.addWidget(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(Words(title, "", self))
        layout.addLayout(line)
        if note:
            layout.addWidget(Words(note, "small", self))
        self._edit.returnPressed.connect(self._tell)
        self._edit.textChanged.connect(self._enable)
        self._save.clicked.connect(self._tell)
        self._forget.clicked.connect(self._drop)
        self.show_stored(stored=False)

    def show_stored(self, *, stored: bool) -> None:
        """Say whether one is stored."""
        there, none = translate("form", "Stored; type to replace it"), translate("form", "None stored")
        self._edit.setPlaceholderText(there if stored else none)
        self._forget.setVisible(stored)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._save.setEnabled(bool(self._edit.text()))

    @Slot()
    def _tell(self) -> None:
        if text := self._edit.text():
            self._edit.clear()
            self.told.emit(text)

    @Slot()
    def _drop(self) -> None:
        self._edit.clear()
        self.told.emit("")
