"""Search over all pages: what is found for words, in which order, and the list that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Words
from app.look import glyphs, theme
from app.look.theme import LIGHT, Look
from app.settings import signs
from app.settings.page import Page
from app.words import translate

_MOST = 60
_PAD = 10.0


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: on which page, what it is called, more words for it, where it is, what it is for."""

    page: str
    page_title: str
    title: str
    words: str
    widget: QWidget | None = None
    note: str = ""


def entries_of(pages: Iterable[Page]) -> list[Entry]:
    """All that can be found on these pages, as they are now."""
    entries = []
    for page in pages:
        title = page.title()
        entries.append(Entry(page.name, title, title, page.keywords(), None, page.about()))
        entries += [
            Entry(page.name, title, one.title, one.words, one.widget, one.note) for one in page.findings()
        ]
    return entries


def found(entries: Iterable[Entry], query: str) -> list[Entry]:
    """The entries in which every word of the query occurs, the best first."""
    asked = query.casefold().split()
    ranked = [
        (rank, n, entry) for n, entry in enumerate(entries) if (rank := _rank(entry, asked)) is not None
    ]
    return [entry for _, _, entry in sorted(ranked, key=lambda one: one[:2])][:_MOST]


def _rank(entry: Entry, asked: list[str]) -> int | None:
    """How far down an entry stands; None: it is not what was asked."""
    title, rest = entry.title.casefold(), f"{entry.words} {entry.note} {entry.page_title}".casefold()
    if not asked or not all(word in title or word in rest for word in asked):
        return None
    starts = re.split(r"\W+", title)
    if all(title.startswith(word) for word in asked[:1]) and all(word in title for word in asked):
        return 0
    if all(any(start.startswith(word) for start in starts) for word in asked):
        return 1
    if all(word in title for word in asked):
        return 2
    return 3 if any(word in title for word in asked) else 4


class SearchField(QLineEdit):
    """Where the words are typed. `stepped`: on to the next that was found, or back; `taken`: to the marked one."""

    stepped = Signal(int)
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setPlaceholderText(translate("settings", "Search"))
        self.setAccessibleName(translate("settings", "Search all settings"))
        self.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._sign.setIcon(glyphs.icon(signs.search, look.faint))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Arrows and Enter go to what was found."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if step := steps.get(Qt.Key(event.key())):
            self.stepped.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class Results(QWidget):
    """What was found, to be gone through with the arrow keys. `chosen` carries the entry that is wanted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._head, self.list = Words("", "small", self), QListWidget(self)
        self._paint = _Paint(self.list)
        self.list.setObjectName("results")
        self.list.setAccessibleName(translate("settings", "Found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(self._paint)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)

    def show_found(self, entries: list[Entry], query: str) -> None:
        """Show these."""
        self._entries = entries
        self._paint.asked = query.casefold().split()
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.page_title}")
        self._head.setText(
            translate("settings", "Found: {count}").format(count=len(entries))
            if entries
            else translate("settings", "Nothing found. Try another word, such as “microphone”.")
        )
        self.list.setVisible(bool(entries))
        self.list.setCurrentRow(0 if entries else -1)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._paint.look = look
        self.list.viewport().update()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next one, or the one before."""
        if self._entries:
            self.list.setCurrentRow(min(len(self._entries) - 1, max(0, self.list.currentRow() + by)))

    @Slot()
    def take(self) -> None:
        """Choose the one that is marked."""
        if item := self.list.currentItem():
            self._open(item)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _Paint(QStyledItemDelegate):
    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self.look = LIGHT
        self.asked: list[str] = []

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Two lines."""
        return QSize(200, round(option.fontMetrics.lineSpacing() * 2 + 2 * _PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The title with what was asked in it marked, below it the page and what it is for."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        look, box = self.look, QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(look.focus) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.mix(look.raised, look.accent, 0.3 if look.dark else 0.12)))
            painter.drawRoundedRect(box, 10, 10)
        inner = box.adjusted(_PAD, _PAD - 2, -_PAD, 0)
        self._line(painter, option.font, entry.title, inner, look.text)
        inner.translate(0, option.fontMetrics.lineSpacing() + 1)
        below = f"{entry.page_title}  ·  {entry.note}" if entry.note else entry.page_title
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        self._line(painter, small, below, inner, look.faint)
        painter.restore()

    def _line(self, painter: QPainter, font: QFont, text: str, box: QRectF, colour: str) -> None:
        layout = QTextLayout(text, font, painter.device())
        formats = []
        for word in self.asked:
            for hit in re.finditer(re.escape(word), text.casefold()):
                part = QTextLayout.FormatRange()
                part.start, part.length = hit.start(), len(word)
                mark = QTextCharFormat()
                mark.setForeground(QColor(self.look.gold))
                mark.setFontWeight(QFont.Weight.Bold)
                part.format = mark
                formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        layout.createLine().setLineWidth(100_000)
        layout.endLayout()
        painter.save()
        painter.setClipRect(box.adjusted(0, 0, 0, 4))
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(box.topLeft()))
        painter.restore()
