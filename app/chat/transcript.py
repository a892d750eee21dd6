"""The scrolling view of everything said: bubbles, selection, copying, keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Slot
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

from app.chat import extras, faces, rows
from app.chat.column import Column
from app.chat.rows import Row
from app.chat.selection import Place, Selection
from app.chat.values import HERS
from app.look.theme import LIGHT, Look
from app.words import translate
from models.commands import Show

BELOW = 18.0
DOTS_STEP_MS = 140


class TranscriptView(QAbstractScrollArea):
    """Lines by key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAutoFillBackground(False)
        self.setObjectName("transcript")
        self._look = LIGHT
        self._column = Column()
        self._selection = Selection()
        self._current = -1
        self._greeting = ""
        self._dots_on = False
        self._dots_step = 0
        self._dots = QTimer(self, interval=DOTS_STEP_MS)
        self._dots.timeout.connect(self._beat)
        self._pill = QPushButton(self)
        self._pill.setObjectName("pill")
        self._pill.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pill.hide()
        self._pill.clicked.connect(self.to_newest)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(28)
        self.reword()

    def reword(self) -> None:
        """Say everything in the language of the windows; the lines themselves stay as they were said."""
        self.setAccessibleName(translate("chat", "Conversation"))
        self._pill.setText(translate("chat", "↓  Newest"))
        self._pill.setAccessibleName(translate("chat", "Go to the newest line"))
        self._pill.adjustSize()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.viewport().update()

    def set_greeting(self, text: str) -> None:
        """What an empty transcript says."""
        self._greeting = text
        self.viewport().update()

    def set_thinking(self, *, on: bool) -> None:
        """Three dots where her answer will be."""
        if on == self._dots_on:
            return
        self._dots_on = on
        self._run_dots()
        self._set_range()

    def show_line(self, line: Show) -> None:
        """Add a line, replace the one with its key, or remove that when the text is empty and final."""
        pinned, before = self.at_newest, len(self._column.rows)
        row = self._column.take(line)
        if len(self._column.rows) < before:
            self._selection, self._current = Selection(), -1
        if row is not None and row.final:
            self._announce(row)
        self._set_range(pinned=pinned)

    def clear(self) -> None:
        """Remove every line."""
        self._column.clear()
        self._selection, self._current = Selection(), -1
        self._set_range()

    @property
    def lines(self) -> tuple[tuple[str, str, bool], ...]:
        """Every line as (who, text, final)."""
        return tuple((row.who, row.text, row.final) for row in self._column.rows)

    def selected_text(self) -> str:
        """What the user marked, else the line the keyboard is on."""
        marked = self._selection.text(self._column.rows)
        if marked or not 0 <= self._current < len(self._column.rows):
            return marked
        return self._column.rows[self._current].text

    @property
    def at_newest(self) -> bool:
        """Whether the newest line is in view, so that new ones scroll along."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    @Slot()
    def to_newest(self) -> None:
        """Scroll to the end."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    @Slot()
    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    # --- measuring
    def _measure(self) -> None:
        pinned = self.at_newest
        self._column.measure(float(self.viewport().width()), self.font())
        self._set_range(pinned=pinned)

    def _content_height(self) -> float:
        return self._column.height + (extras.DOTS_HEIGHT + rows.GAP_OTHER if self._dots_on else 0.0) + BELOW

    def _set_range(self, *, pinned: bool | None = None) -> None:
        follow = self.at_newest if pinned is None else pinned
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setRange(0, max(0, round(self._content_height()) - page))
        if follow:
            self.to_newest()
        self._scrolled()
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the rows in view."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._column.rows or self._dots_on:
                self._paint_rows(painter)
            else:
                area = QRectF(self.viewport().rect())
                extras.paint_greeting(painter, area, self._greeting, self._look)

    def _paint_rows(self, painter: QPainter) -> None:
        offset, page = self._offset(), self.viewport().height()
        for number in self._column.between(-offset, page - offset):
            row = self._column.rows[number]
            painter.save()
            painter.translate(0, self._column.top(number) + offset)
            marked = self._selection.within(number, len(row.text))
            rows.paint(painter, row, self._look, marked, focused=self.hasFocus() and number == self._current)
            if row.who == HERS and self._column.ends_group(number):
                faces.paint_face(painter, rows.SIDE, row.height - rows.FACE, rows.FACE, self._look)
            painter.restore()
        if self._dots_on:
            top = self._content_height() - BELOW - extras.DOTS_HEIGHT + offset
            extras.paint_dots(painter, top, self._dots_step, self._look)

    def _offset(self) -> float:
        """From content to viewport: short talks stand at the bottom."""
        spare = self.viewport().height() - self._content_height()
        return spare if spare > 0 else -float(self.verticalScrollBar().value())

    @Slot()
    def _beat(self) -> None:
        self._dots_step += 1
        self.viewport().update()

    def _run_dots(self) -> None:
        if self._dots_on and self.isVisible():
            self._dots.start()
        else:
            self._dots.stop()

    @Slot()
    def _scrolled(self) -> None:
        self._pill.setVisible(not self.at_newest)
        if self._pill.isVisible():
            self._pill.adjustSize()
            x = (self.viewport().width() - self._pill.width()) // 2
            self._pill.move(x, self.viewport().height() - self._pill.height() - 10)

    def _announce(self, row: Row) -> None:
        if QAccessible.isActive():
            who = (
                translate("chat", "She says: ")
                if row.who == HERS
                else translate("chat", "You said: ")
                if row.mine
                else ""
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, who + row.text))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Lay out anew when the width changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()
        else:
            self._set_range()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Follow a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def event(self, event: QEvent) -> bool:
        """Run the dots only while they can be seen."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._run_dots()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Up and down go from line to line; copy and select all as everywhere."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._column.rows:
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_End:
            self.to_newest()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Begin at the newest line."""
        super().focusInEvent(event)
        if self._current < 0:
            self._current = len(self._column.rows) - 1
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Begin a selection."""
        if event.button() == Qt.MouseButton.LeftButton and (place := self._place_at(event.position())):
            self._selection = Selection(place, place)
            self._current = place.row
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Extend it."""
        dragging = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if dragging and self._selection.start and (place := self._place_at(event.position())):
            self._selection = Selection(self._selection.start, place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Done."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Select the whole line."""
        if place := self._place_at(event.position()):
            end = Place(place.row, len(self._column.rows[place.row].text))
            self._selection = Selection(Place(place.row, 0), end)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        """Offer copying."""
        place = self._place_at(QPointF(event.pos()))
        if place and not self._selection.text(self._column.rows):
            self._current = place.row
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("chat", "Copy"), self.copy).setEnabled(bool(self.selected_text()))
        menu.addAction(translate("chat", "Select all"), self._select_all).setEnabled(bool(self._column.rows))
        menu.popup(event.globalPos())

    def _place_at(self, point: QPointF) -> Place | None:
        if not self._column.rows:
            return None
        y = point.y() - self._offset()
        number = self._column.at(y)
        row = self._column.ready(number)
        return Place(number, rows.cursor_at(row, point.x(), y - self._column.top(number)))

    @Slot()
    def _select_all(self) -> None:
        if self._column.rows:
            end = Place(len(self._column.rows) - 1, len(self._column.rows[-1].text))
            self._selection = Selection(Place(0, 0), end)
            self.viewport().update()

    def _step(self, by: int) -> None:
        self._selection = Selection()
        self._current = min(len(self._column.rows) - 1, max(0, self._current + by))
        row, bar = self._column.rows[self._current], self.verticalScrollBar()
        top, bottom = self._column.top(self._current), self._column.top(self._current) + row.height
        if top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(round(bottom) - self.viewport().height() + 6)
        self._announce(row)
        self.viewport().update()
