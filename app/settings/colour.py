"""Editors of a colour and of an hour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTime, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QTimeEdit

from app.form.fields import Line
from app.look.theme import LIGHT, Look
from app.settings.editor import Editor
from app.settings.values import FieldSpec
from app.words import translate

_SWATCH = 26


class ColourEditor(Editor):
    """None, one of the usual key colours, or one written as #rrggbb."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        usual = (
            ("", translate("settings", "No colour")),
            ("#00ff00", translate("settings", "Green")),
            ("#ff00ff", translate("settings", "Magenta")),
            ("#0000ff", translate("settings", "Blue")),
        )
        self._swatches = tuple(_Swatch(colour, f"{spec.title}: {name}", name) for colour, name in usual)
        for swatch in self._swatches:
            self._add(swatch)
            swatch.chosen.connect(self._choose)
        self._line = Line(spec.title, 7)
        self._line.setPlaceholderText(spec.hint)
        self._add(self._line, 1)
        self._line.committed.connect(self._write)

    def show_value(self, value: object) -> None:
        """Show it."""
        self._line.show_value(str(value))
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour == str(value))

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for swatch in self._swatches:
            swatch.set_look(look)

    def _parts(self) -> tuple[Line, ...]:
        return (self._line,)

    @Slot(str)
    def _choose(self, colour: str) -> None:
        self._line.clear()
        self.show_value(colour)
        self.edited.emit(colour)

    @Slot(str)
    def _write(self, colour: str) -> None:
        self.edited.emit(colour.lower())


class _Swatch(QAbstractButton):
    chosen = Signal(str)

    def __init__(self, colour: str, words: str, tip: str) -> None:
        super().__init__()
        self.colour = colour
        self._look = LIGHT
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        return QSize(_SWATCH, _SWATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        look, middle = self._look, QPointF(self.width() / 2, self.height() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked() or self.hasFocus():
                painter.setPen(QPen(QColor(look.focus if self.hasFocus() else look.text), 1.8))
                painter.drawEllipse(middle, 11.5, 11.5)
            painter.setPen(QPen(QColor(look.faint), 1.2))
            painter.setBrush(QColor(self.colour) if self.colour else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 8.0, 8.0)
            if not self.colour:
                painter.drawLine(middle + QPointF(-5.4, 5.4), middle + QPointF(5.4, -5.4))
            if self.isChecked():
                inks = {"": look.text, "#0000ff": "#ffffff"}
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(inks.get(self.colour, "#000000")))
                painter.drawEllipse(QRectF(middle.x() - 2.4, middle.y() - 2.4, 4.8, 4.8))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.colour)


class HourEditor(Editor):
    """Hours and minutes, as "22:00"."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._time = _Time()
        self._shown = ""
        self._box.addStretch(1)
        self._add(self._time)
        self._time.editingFinished.connect(self._tell)

    def show_value(self, value: object) -> None:
        """Show it, unless it is being changed."""
        if not (self._time.hasFocus() and self._text() != self._shown):
            self._shown = str(value)
            self._time.setTime(QTime.fromString(str(value), "HH:mm"))

    @Slot()
    def _tell(self) -> None:
        if self._text() != self._shown:
            self._shown = self._text()
            self.edited.emit(self._shown)

    def _text(self) -> str:
        return self._time.time().toString("HH:mm")


class _Time(QTimeEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setFixedWidth(118)
        self.lineEdit().setTextMargins(8, 0, 4, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll the page, not the hour."""
        event.ignore()
