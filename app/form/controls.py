"""What the stream window is made of: text that never runs out of its place, a switch, a choice, a dot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.form.lamp import Tone
from app.look.theme import LIGHT, Look

_SWITCH = QSize(40, 24)
_DOT = 12
_ENDLESS = 100_000.0


class Words(QLabel):
    """A plain-text label that breaks its lines anywhere if it must, so that no word is ever cut off."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """The height the text needs."""
        return round(self._laid(float(width))[1]) + 1

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """On one line, if there is room."""
        layout, height = self._laid(_ENDLESS)
        widest = max((layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount())), default=0.0)
        return QSize(round(widest) + 2, round(height) + 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """A few letters wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.heightForWidth(max(self.width(), 60)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Another width, another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the lines."""
        layout, height = self._laid(float(self.width()))
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            layout.draw(painter, QPointF(0, max(0.0, (self.height() - height) / 2)))

    def _laid(self, width: float) -> tuple[QTextLayout, float]:
        return lay_out(self.text(), self, width)


def lay_out(text: str, widget: QWidget, width: float) -> tuple[QTextLayout, float]:
    """A text laid out for a width in a widget's font, and its height."""
    layout = QTextLayout(text.replace("\n", "\u2028"), widget.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    bottom = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, bottom))
        bottom += line.height()
    layout.endLayout()
    return layout, max(bottom, float(QFontMetrics(widget.font()).height()))


class Switch(QCheckBox):
    """An on-off switch."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = LIGHT

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Always the same."""
        return _SWITCH

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Always the same."""
        return _SWITCH

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  # Qt's name
        """All of it is the switch."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_switch(
                painter, QRectF(self.rect()), self._look, on=self.isChecked(), focused=self.hasFocus()
            )


def paint_switch(painter: QPainter, box: QRectF, look: Look, *, on: bool, focused: bool = False) -> None:
    """Draw a switch in the middle of a box."""
    track = QRectF(0, 0, 34, 18)
    track.moveCenter(box.center())
    if focused:
        painter.setPen(QPen(QColor(look.focus), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 11, 11)
    painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(look.faint), 1.4))
    painter.setBrush(QColor(look.accent) if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(track.adjusted(0.7, 0.7, -0.7, -0.7), 8.3, 8.3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent_text if on else look.faint))
    painter.drawEllipse(QPointF(track.right() - 9 if on else track.left() + 9, track.center().y()), 5.6, 5.6)


class Picker(QComboBox):
    """A choice of titles and their values; long titles are cut with dots, and it turns no wheel by accident."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ink, self._ground = LIGHT.faint, LIGHT.raised

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._ink, self._ground = look.faint, look.raised
        self.update()

    def showPopup(self) -> None:  # noqa: N802  # Qt's name
        """Open the list; what is around it has no place in a style sheet."""
        if (around := self.view().parentWidget()) is not None:
            colours = around.palette()
            colours.setColor(QPalette.ColorRole.Window, QColor(self._ground))
            colours.setColor(QPalette.ColorRole.Base, QColor(self._ground))
            around.setPalette(colours)
        super().showPopup()

    def offer(self, choices: tuple[tuple[str, str], ...], value: str) -> None:
        """Offer (value, title) pairs, and show `value`, which is added if it is none of them."""
        if value not in {choice for choice, _ in choices}:
            choices = (*choices, (value, value))
        if choices != tuple((self.itemData(n), self.itemText(n)) for n in range(self.count())):
            self.clear()
            for choice, title in choices:
                self.addItem(title, choice)
        self.setCurrentIndex(self.findData(value))

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll the page, not the choice."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """The frame, the title, a chevron."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        box = self.rect().adjusted(10, 0, -28, 0)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._ink), 1.8))
        x, y = self.width() - 17.0, self.height() / 2 + 2
        painter.drawPolyline([QPointF(x - 4, y - 4), QPointF(x, y), QPointF(x + 4, y - 4)])
        painter.end()


class Dot(QWidget):
    """A lamp: filled when a link is well, a ring while it is on its way, hollow and faint when it is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_DOT + 4, _DOT + 4)
        self._look, self._tone = LIGHT, Tone.OFF

    def show_tone(self, tone: Tone, look: Look) -> None:
        """Show how it is."""
        self._tone, self._look = tone, look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it; bad and busy differ from good by shape too, not by colour alone."""
        look, middle = self._look, QPointF(self.width() / 2, self.height() / 2)
        colours = {Tone.OFF: look.faint, Tone.BUSY: look.gold, Tone.GOOD: look.good, Tone.BAD: look.rose}
        colour = QColor(colours[self._tone])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._tone in {Tone.GOOD, Tone.BAD}:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(middle, 5.0, 5.0)
            else:
                painter.setPen(QPen(colour, 1.8))
                painter.drawEllipse(middle, 4.4, 4.4)
            if self._tone is Tone.BUSY:
                painter.setBrush(colour)
                painter.drawEllipse(middle, 1.4, 1.4)
            if self._tone is Tone.BAD:
                painter.setPen(QPen(QColor(look.surface), 1.6))
                painter.drawLine(middle + QPointF(-1.8, -1.8), middle + QPointF(1.8, 1.8))
                painter.drawLine(middle + QPointF(-1.8, 1.8), middle + QPointF(1.8, -1.8))
