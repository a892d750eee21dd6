"""Editor of a list of phrases: each a chip that goes when it is pressed, and a line to add another."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QLineEdit, QPushButton, QWidget

from app.look import glyphs
from app.look.theme import LIGHT, Look
from app.settings.editor import Editor
from app.settings.values import FieldSpec
from app.words import translate

_LETTERS = 48
"""Longer phrases are cut with dots on their chip."""


class PhrasesEditor(Editor):
    """Tells the whole list as a tuple whenever one is added or taken away."""

    below = True

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec, upright=True)
        self._phrases: tuple[str, ...] = ()
        self._look = LIGHT
        self._line, self._button = QLineEdit(), QPushButton(translate("settings", "Add"))
        self._line.setMaxLength(spec.longest)
        self._line.setPlaceholderText(spec.hint)
        self._line.setAccessibleName(spec.title)
        self._button.setObjectName("button")
        self._button.setAccessibleName(f"{self._button.text()}: {spec.title}")
        self._button.setEnabled(False)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._add(self._line)
        self._box.removeWidget(self._line)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._line, 1)
        line.addWidget(self._button)
        self._box.addWidget(self._chips)
        self._box.addLayout(line)
        self._line.returnPressed.connect(self._take)
        self._line.textChanged.connect(self._enable)
        self._button.clicked.connect(self._take)
        self._chips.hide()

    def show_value(self, value: object) -> None:
        """Show them; what is being typed stays."""
        phrases = tuple(str(one) for one in value) if isinstance(value, (tuple, list)) else ()
        if phrases != self._phrases:
            self._phrases = phrases
            self._renew()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        for chip in self._flow.widgets():
            if isinstance(chip, _Chip):
                chip.setIcon(glyphs.icon(glyphs.cross, look.faint))

    def _renew(self) -> None:
        for old in self._flow.take_all():
            old.hide()
            old.deleteLater()
        for n, phrase in enumerate(self._phrases):
            chip = _Chip(phrase, n)
            chip.setIcon(glyphs.icon(glyphs.cross, self._look.faint))
            chip.taken_away.connect(self._drop)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._phrases))
        self._chips.updateGeometry()
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._button.setEnabled(bool(self._line.text().strip()) and len(self._phrases) < self.spec.most)

    @Slot()
    def _take(self) -> None:
        phrase = " ".join(self._line.text().split())
        if phrase and len(self._phrases) < self.spec.most:
            self._line.clear()
            if phrase not in self._phrases:
                self._tell((*self._phrases, phrase))

    @Slot(int)
    def _drop(self, n: int) -> None:
        self._tell(self._phrases[:n] + self._phrases[n + 1 :])
        left = self._flow.widgets()
        (left[min(n, len(left) - 1)] if left else self._line).setFocus()

    def _tell(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._renew()
        self.edited.emit(phrases)


class _Chip(QPushButton):
    taken_away = Signal(int)

    def __init__(self, phrase: str, n: int) -> None:
        super().__init__(phrase if len(phrase) <= _LETTERS else phrase[: _LETTERS - 1].rstrip() + "…")
        self._n = n
        self.setObjectName("phrase")
        self.setToolTip(phrase)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIconSize(QSize(12, 12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("settings", "Take away: {phrase}").format(phrase=phrase))
        self.clicked.connect(self._go)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Delete takes it away too."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._go()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go(self) -> None:
        self.taken_away.emit(self._n)


class Flow(QLayout):
    """Lays widgets out in lines, as text is."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def widgets(self) -> list[QWidget]:
        """In their order."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def take_all(self) -> list[QWidget]:
        """Empty it."""
        widgets, self._items = self.widgets(), []
        self.invalidate()
        return widgets

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  # Qt's name
        """One more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # Qt's name
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # Qt's name
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """As high as its lines are."""
        return self._lay_out(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  # Qt's name
        """Place them."""
        super().setGeometry(rect)
        self._lay_out(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """The least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802  # Qt's name
        """One of them."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), rect.width()), size.height())))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return y + line - rect.y()
