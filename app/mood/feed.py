"""What happened lately, newest on top, each line with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Words, lay_out
from app.look import glyphs, signs, theme
from app.look.glyphs import Draw
from app.look.theme import LIGHT, Look
from app.mood import marks, wording
from app.mood.values import PanelState
from app.words import translate
from models.diary import Diary, Kind, Line

_HIGH = 152
_BADGE, _GAP, _SIDE, _TOP = 22.0, 9.0, 2.0, 5.0
_LINE = Qt.ItemDataRole.UserRole
_TIME = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_SIGNS: dict[Kind, Draw] = {
    Kind.SAID: signs.bubble,
    Kind.FACE: marks.mask,
    Kind.TOUCH: marks.hand,
    Kind.PANIC: signs.shield,
    Kind.BACK: signs.shield,
    Kind.QUIET: marks.quiet,
    Kind.LOUD: marks.quiet,
    Kind.HELD_BACK: glyphs.microphone_off,
    Kind.PART: marks.cog,
}


class Feed(QWidget):
    """Shows the diary of a `PanelState`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._wall_s = Diary(), 0.0
        self._list = _List(self)
        self._nothing = Words(translate("panel", "Nothing yet. Say something to her."), "small", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Words(translate("panel", "What happened, and why"), "cardTitle", self))
        layout.addWidget(self._nothing)
        layout.addWidget(self._list)
        self._list.hide()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._list.set_look(look)

    def show_state(self, state: PanelState) -> None:
        """Show the diary, if it changed."""
        if state.diary == self._shown and state.wall_s == self._wall_s:
            return
        self._shown, self._wall_s = state.diary, state.wall_s
        self._list.show_lines(state.diary.lines, state.wall_s)
        self._list.setVisible(bool(state.diary.lines))
        self._nothing.setVisible(not state.diary.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line as it is read out, newest first."""
        return tuple(self._list.item(n).text() for n in range(self._list.count()))


class _List(QListWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diary")
        self.setAccessibleName(translate("panel", "What happened, and why"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Qt's signature
        self.setFixedHeight(_HIGH)
        self.viewport().setAutoFillBackground(False)
        self._drawing = _Drawing(self)
        self.setItemDelegate(self._drawing)

    def set_look(self, look: Look) -> None:
        self._drawing.look = look
        self.viewport().update()

    def show_lines(self, lines: tuple[Line, ...], wall_s: float) -> None:
        held = self.currentRow()
        for n, line in enumerate(reversed(lines)):
            if n == self.count():
                self.addItem(QListWidgetItem())
            item = self.item(n)
            if item.data(_LINE) == line:
                continue
            at = datetime.fromtimestamp(line.at_s + wall_s).astimezone().strftime("%H:%M")
            item.setData(_LINE, line)
            item.setData(_TIME, at)
            item.setText(". ".join(part for part in (at, *wording.told(line)) if part))
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        self.setCurrentRow(min(held, self.count() - 1))
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Break the lines anew."""
        super().resizeEvent(event)
        self.doItemsLayout()


@dataclass(frozen=True, slots=True)
class _Laid:
    """A line laid out: what happened at the top, why from `why_y` on, and how tall it is."""

    told: QTextLayout
    why: QTextLayout
    why_y: float
    height: float


class _Drawing(QStyledItemDelegate):
    """Draws a line: its sign, what happened, why in small, when."""

    def __init__(self, view: _List) -> None:
        super().__init__(view)
        self._view, self.look = view, LIGHT
        self._small = Words("", "small", view)  # never shown: it has the font of small words
        self._small.hide()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  # Qt's name
        """As tall as its words."""
        width = self._view.viewport().width()
        return QSize(width, round(self._laid(index.data(_LINE), width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw it."""
        shown = cast("Any", option)  # PySide's stub has no fields of it
        line, look, box = index.data(_LINE), self.look, QRectF(shown.rect)
        laid = self._laid(line, round(box.width()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        if shown.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.focus), 1.6))
            painter.drawRoundedRect(QRectF(1, 1, box.width() - 2, box.height() - 2), 8, 8)
        _badge(painter, line, look)
        left = _SIDE + _BADGE + _GAP
        painter.setPen(QColor(look.text))
        laid.told.draw(painter, QPointF(left, _TOP))
        painter.setPen(QColor(look.faint))
        laid.why.draw(painter, QPointF(left, laid.why_y))
        painter.setFont(self._small.font())
        when = QRectF(0, _TOP, box.width() - 6, 40)
        painter.drawText(
            when, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), index.data(_TIME)
        )
        painter.restore()

    def _laid(self, line: Line, width: int) -> _Laid:
        told, why = wording.told(line)
        room = width - _SIDE - _BADGE - _GAP - 6
        first, high = lay_out(
            told, self._view, room - self._small.fontMetrics().horizontalAdvance("00:00") - 8
        )
        y = _TOP + high
        second, more = lay_out(why, self._small, room)
        return _Laid(first, second, y, max(y + (more if why else 0.0), _TOP + _BADGE) + _TOP)


def _badge(painter: QPainter, line: Line, look: Look) -> None:
    """The sign of a line, on its ground."""
    sign, ink = _SIGNS.get(line.kind, signs.bubble), look.faint
    if line.entry is not None:
        kind = line.entry.happening.kind
        sign, ink = signs.KINDS[kind], signs.colour(kind, look)
    elif line.kind in {Kind.PANIC, Kind.PART}:
        ink = look.rose
    elif line.kind in {Kind.FACE, Kind.TOUCH}:
        ink = look.info
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.mix(look.surface, ink, 0.22 if look.dark else 0.15)))
    painter.drawEllipse(QRectF(_SIDE, _TOP, _BADGE, _BADGE))
    size = round(_BADGE * 0.64)
    edge = round((_BADGE - size) / 2)
    glyphs.icon(sign, ink).paint(painter, round(_SIDE) + edge, round(_TOP) + edge, size, size)
    painter.restore()
