"""The scrolling feed: what happened, and what became of it. Newest at the bottom; drawn at most ten times a second."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QPushButton, QWidget

from app import wording
from app.look.theme import LIGHT, Look
from app.stream import row as rows
from app.stream.feed import LIMIT, Feed, Filter
from app.stream.nothing import paint_nothing
from app.stream.row import Fonts, Row
from app.words import translate
from models.stream.entry import Entry

DRAW_MS = 100
_BELOW = 8.0
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_LATEST_S = 32_503_680_000.0
"""The year 3000: a time beyond it is none."""


class FeedView(QAbstractScrollArea):
    """Entries by the id of their happening. `clock` tells the time of one that does not say when it happened.

    `counted` carries how many are shown, whenever that changed.
    """

    counted = Signal(int)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("feed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("stream", "What happened on the stream"))
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(28)
        self._clock, self._look = clock, LIGHT
        self._feed = Feed()
        self._waiting: dict[str, tuple[Entry, str]] = {}
        self._current = ""
        self._empty = ""
        self._keyed = False
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(DRAW_MS)
        self._drawing.timeout.connect(self._draw)
        self._pill = QPushButton(translate("stream", "↓  Newest"), self)
        self._pill.setObjectName("primary")
        self._pill.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pill.setAccessibleName(translate("stream", "Go to the newest"))
        self._pill.hide()
        self._pill.clicked.connect(self.to_newest)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.viewport().update()

    def set_empty(self, text: str) -> None:
        """What an empty feed says."""
        if text != self._empty:
            self._empty = text
            self.viewport().update()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Add or replace entries; they are drawn soon, all that come meanwhile together."""
        for entry in entries:
            key = entry.happening.id
            at = self._waiting.pop(key)[1] if key in self._waiting else self._time(entry)
            self._waiting[key] = (entry, at)
        for key in list(self._waiting)[: max(0, len(self._waiting) - LIMIT)]:
            del self._waiting[key]
        self._draw_soon()

    def choose(self, chosen: Filter) -> None:
        """Show what a filter lets through, the newest in view."""
        self._feed.choose(chosen)
        self._current = ""
        self._set_range(pinned=True)
        self.counted.emit(len(self._feed.shown))

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line that is shown, as text."""
        return tuple(wording.line(row.entry, row.at) for row in self._feed.shown)

    @property
    def at_newest(self) -> bool:
        """Whether the newest line is in view, so that new ones scroll along."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    @Slot()
    def to_newest(self) -> None:
        """Scroll to the end."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    @Slot()
    def copy(self) -> None:
        """Put the line the keyboard is on onto the clipboard."""
        if row := self._row():
            QGuiApplication.clipboard().setText(wording.line(row.entry, row.at))

    @Slot()
    def copy_who(self) -> None:
        """Put the name in it onto the clipboard."""
        if row := self._row():
            QGuiApplication.clipboard().setText(row.entry.happening.who)

    # --- drawing
    def _draw_soon(self) -> None:
        if self._waiting and self.isVisible() and not self._drawing.isActive():
            self._drawing.start()

    @Slot()
    def _draw(self) -> None:
        if not self.isVisible():
            return
        pinned, before = self.at_newest, len(self._feed.shown)
        held = self._held()
        self._feed.take(self._waiting)
        self._waiting = {}
        self._set_range(pinned=pinned)
        if not pinned and held is not None and (now := self._feed.number_of(held[0])) >= 0:
            self.verticalScrollBar().setValue(round(self._feed.top(now) + held[1]))
        if len(self._feed.shown) != before:
            self.counted.emit(len(self._feed.shown))

    def _held(self) -> tuple[str, float] | None:
        """What stands at the top of the view, and how far into it the view begins."""
        if not self._feed.shown:
            return None
        y = float(self.verticalScrollBar().value())
        number = self._feed.at(y)
        return self._feed.shown[number].entry.happening.id, y - self._feed.top(number)

    def _set_range(self, *, pinned: bool) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setRange(0, max(0, math.ceil(self._feed.height + _BELOW) - page))
        if pinned:
            self.to_newest()
        self._scrolled()
        self.viewport().update()

    def _measure(self) -> None:
        pinned = self.at_newest
        self._feed.measure(float(self.viewport().width()), Fonts(self.font()))
        self._set_range(pinned=pinned)

    def _time(self, entry: Entry) -> str:
        sent_s = entry.happening.sent_s
        when = datetime.fromtimestamp(sent_s if 0.0 < sent_s < _LATEST_S else self._clock()).astimezone()
        return when.strftime("%H:%M:%S")

    @Slot()
    def _scrolled(self) -> None:
        self._pill.setVisible(not self.at_newest)
        if self._pill.isVisible():
            self._pill.adjustSize()
            x = (self.viewport().width() - self._pill.width()) // 2
            self._pill.move(x, self.viewport().height() - self._pill.height() - 10)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the rows in view."""
        offset, page = float(self.verticalScrollBar().value()), float(self.viewport().height())
        fonts, width = self._feed.fonts, float(self.viewport().width())
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._feed.shown or fonts is None:
                area, focused = QRectF(self.viewport().rect()), self.hasFocus() and self._keyed
                paint_nothing(painter, area, self._empty, self._look, focused=focused)
                return
            for number in self._feed.between(offset, offset + page):
                row = self._feed.shown[number]
                current = self.hasFocus() and row.entry.happening.id == self._current
                painter.save()
                painter.translate(0, self._feed.top(number) - offset)
                rows.paint(painter, row, self._look, fonts, width=width, current=current)
                painter.restore()

    # --- Qt's events
    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Lay out anew when the width changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() or self._feed.fonts is None:
            self._measure()
        else:
            self._set_range(pinned=self.at_newest)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Follow a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def event(self, event: QEvent) -> bool:
        """Draw what came while it could not be seen."""
        if event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._draw)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Up and down go from line to line, page by page with Page Up and Down, to the ends with Home and End."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -6,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_Home: -LIMIT,
            Qt.Key.Key_End: LIMIT,
        }
        step = steps.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif step is not None and self._feed.shown:
            self._go_to(min(len(self._feed.shown) - 1, max(0, self._number() + step)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """By the keyboard: begin at the newest line."""
        super().focusInEvent(event)
        self._keyed = event.reason() in _BY_KEYBOARD
        if self._keyed and self._row() is None and self._feed.shown:
            self._current = self._feed.shown[-1].entry.happening.id
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """No line is marked any more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Mark a line."""
        self._mark(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        """Offer copying."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._mark(QPointF(event.pos()))
        row = self._row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("stream", "Copy"), self.copy).setEnabled(row is not None)
        menu.addAction(translate("stream", "Copy the name"), self.copy_who).setEnabled(
            bool(row and row.entry.happening.who)
        )
        menu.popup(event.globalPos())

    def _mark(self, point: QPointF) -> None:
        y = point.y() + self.verticalScrollBar().value()
        if self._feed.shown and y < self._feed.height:
            self._current = self._feed.shown[self._feed.at(y)].entry.happening.id
            self.viewport().update()

    def _number(self) -> int:
        number = self._feed.number_of(self._current)
        return number if number >= 0 else len(self._feed.shown)

    def _row(self) -> Row | None:
        number = self._feed.number_of(self._current)
        return self._feed.shown[number] if number >= 0 else None

    def _go_to(self, number: int) -> None:
        row, bar = self._feed.shown[number], self.verticalScrollBar()
        self._current = row.entry.happening.id
        top, bottom = self._feed.top(number), self._feed.top(number) + row.height
        if top < bar.value():
            bar.setValue(int(top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(math.ceil(bottom + _BELOW) - self.viewport().height())
        text = wording.line(row.entry, row.at)
        self.setAccessibleDescription(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.viewport().update()
