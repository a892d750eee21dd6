"""The diagnostic bundle before it is saved: what is in it, readable file by file, each to be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from app.care import wording
from app.care.bundle import MEMORY, Item
from app.care.dialog import CareDialog
from app.look.theme import Theme
from app.words import translate

_LONGEST_SHOWN = 200_000
_WIDTH = 580


class BundleDialog(CareDialog):
    """`show_items` fills it once everything was looked up; `save_requested` carries the items to be saved."""

    save_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("care", "A report for whoever helps you"), _WIDTH, parent)
        self._items: tuple[Item, ...] = ()
        self.words(
            translate(
                "care",
                "One file with what helps to find a mistake. Look through it; nothing is sent, you decide who gets it. "
                "Passwords and keys are taken out.",
            ),
            "small",
        )
        self._state = self.words(translate("care", "Looking at every part; this takes a moment…"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(translate("care", "What is in the report"))
        self._list.setMinimumHeight(170)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._shown = QPlainTextEdit(self, readOnly=True)
        self._shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._shown.setAccessibleName(translate("care", "Content of the chosen file"))
        self._shown.setTabChangesFocus(True)
        self._save = self.button(translate("care", "&Save…"), "primary")
        close = self.button(translate("care", "Close"))
        self.body.addWidget(self._list)
        self.body.addWidget(self._shown, 1)
        self.body.addLayout(self.row(None, close, self._save))
        self._save.setEnabled(False)
        self._save.clicked.connect(self._want_save)
        close.clicked.connect(self.reject)
        self._list.currentRowChanged.connect(self._show_content)
        self._list.itemChanged.connect(self._count)
        for part in (self._list, self._shown):
            part.hide()

    def show_items(self, items: tuple[Item, ...]) -> None:
        """List what was found; what was said stays out until it is ticked."""
        self._items = items
        self._list.clear()
        for item in items:
            text = f"{wording.item(item.name)}  ·  {wording.size(len(item.content))}"
            line = QListWidgetItem(text, self._list)
            line.setToolTip(item.name)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked if item.name == MEMORY else Qt.CheckState.Checked)
        self._state.setText(translate("care", "Take the tick away from what you would rather keep."))
        self._list.setCurrentRow(0)
        self._list.show()
        self._shown.show()
        self._count()
        self.fit()

    def show_saved(self, where: str) -> None:
        """It was saved."""
        self._state.setObjectName("good")
        self._say(translate("care", "Saved as {file}. It was sent to nobody.").format(file=where))

    def show_problem(self, why: str) -> None:
        """It was not saved."""
        self._state.setObjectName("wrong")
        self._say(why)

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        if self.isVisible():
            self.fit()

    def _chosen(self) -> tuple[Item, ...]:
        lines = (self._list.item(row) for row in range(self._list.count()))
        return tuple(
            item
            for item, line in zip(self._items, lines, strict=True)
            if line.checkState() is Qt.CheckState.Checked
        )

    @Slot()
    def _count(self) -> None:
        if self._list.count() == len(self._items):
            self._save.setEnabled(bool(self._chosen()))

    @Slot(int)
    def _show_content(self, row: int) -> None:
        if 0 <= row < len(self._items):
            item = self._items[row]
            content = item.content[:_LONGEST_SHOWN].decode("utf-8", "replace")
            unreadable = translate("care", "This file is a database; it cannot be shown here.")
            self._shown.setPlainText(content if item.readable else unreadable)

    @Slot()
    def _want_save(self) -> None:
        self.save_requested.emit(self._chosen())
