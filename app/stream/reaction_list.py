"""The user's own reactions as a list: a switch, the event, what she does. Space switches, Enter opens."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.form.controls import paint_switch
from app.look.theme import LIGHT, Look
from app.words import translate
from models.settings_stream import Reaction

_SWITCH_WIDTH, _PAD, _GAP = 52, 10, 3


class ReactionList(QListWidget):
    """Shows reactions in their order; the first that fits an event is the one that counts.

    `switched` carries a row and whether it is to be on, `opened` a row, `chosen` the row the keyboard is on.
    """

    switched = Signal(int, bool)
    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reactions")
        self.setAccessibleName(translate("stream", "Your own reactions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._drawn = _Drawn(self)
        self.setItemDelegate(self._drawn)
        self.itemChanged.connect(self._changed)
        self.itemActivated.connect(self._open)
        self.itemDoubleClicked.connect(self._open)
        self.currentRowChanged.connect(self.chosen)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._drawn.look = look
        self.viewport().update()

    def show_reactions(self, reactions: tuple[Reaction, ...]) -> None:
        """Show these, keeping the row the keyboard is on."""
        row = self.currentRow()
        self.blockSignals(True)  # noqa: FBT003  # Qt's own
        self.clear()
        for reaction in reactions:
            item = QListWidgetItem(reaction.event, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if reaction.enabled else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, summary(reaction))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{reaction.event}: {summary(reaction)}")
        self.setCurrentRow(min(row, len(reactions) - 1) if row >= 0 else min(0, len(reactions) - 1))
        self.blockSignals(False)  # noqa: FBT003  # Qt's own
        self.chosen.emit(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter opens the reaction the keyboard is on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _changed(self, item: QListWidgetItem) -> None:
        self.switched.emit(self.row(item), item.checkState() is Qt.CheckState.Checked)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        if self.state() is not QListWidget.State.EditingState:
            self.opened.emit(self.row(item))


def summary(reaction: Reaction) -> str:
    """What she does, in a line."""
    parts = [
        reaction.expression.replace("_", " ").capitalize() if reaction.expression else "",
        reaction.motion,
        f"“{reaction.line}”" if reaction.line else "",
        f"asked: {reaction.prompt}" if reaction.prompt else "",
        PurePath(reaction.sound).name if reaction.sound else "",
    ]
    return " · ".join(part for part in parts if part) or translate("stream", "nothing yet")


class _Drawn(QStyledItemDelegate):
    """Draws a row, and switches it when its switch is clicked."""

    look = LIGHT

    def sizeHint(  # noqa: N802  # Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of text."""
        return QSize(100, 2 * option.fontMetrics.height() + 2 * _PAD + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        look, box = self.look, QRectF(option.rect).adjusted(2, 2, -2, -2)
        view = self.parent()
        focused = isinstance(view, QListWidget) and view.hasFocus()
        current = isinstance(view, QListWidget) and view.currentRow() == index.row()
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.focus if current and focused else look.accent if current else look.line
        painter.setPen(QPen(QColor(edge), 2.0 if current and focused else 1.0))
        painter.setBrush(QColor(look.raised if current else look.surface))
        painter.drawRoundedRect(box, 11, 11)
        paint_switch(painter, QRectF(_switch(option.rect)), look, on=on)
        left = option.rect.left() + _SWITCH_WIDTH + 4
        room = option.rect.right() - left - 14
        bold, line = QFont(option.font), option.fontMetrics.height()
        bold.setWeight(QFont.Weight.DemiBold)
        _text(painter, bold, look.text if on else look.faint, str(index.data()),
              QRect(left, option.rect.top() + _PAD, room, line))  # fmt: skip
        below = QRect(left, option.rect.top() + _PAD + line + _GAP, room, line)
        _text(painter, option.font, look.faint, str(index.data(Qt.ItemDataRole.UserRole)), below)
        painter.restore()

    def editorEvent(  # noqa: N802  # Qt's name
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Space and a click on the switch turn it; a click elsewhere does not."""
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if pressed and isinstance(event, QMouseEvent):
            if not _switch(option.rect).contains(event.position().toPoint()):
                return False
        elif not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return False
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return bool(model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole))


def _switch(row: QRect) -> QRect:
    return QRect(row.left(), row.top(), _SWITCH_WIDTH, row.height())


def _text(painter: QPainter, font: QFont, colour: str, text: str, box: QRect) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
