"""Editors of numbers: one to type in, and one to slide as well."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSlider

from app.settings.editor import Editor
from app.settings.values import FieldSpec

_WAIT_MS = 150
"""A slider that has not moved for so long is where the user wants it."""


class Number(QDoubleSpinBox):
    """A number with its unit, without needless noughts. `committed` carries what the user typed or stepped to."""

    committed = Signal(float)

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.setAccessibleName(spec.title)
        self.setDecimals(max(spec.decimals, 0 if spec.whole else 3 if spec.factor == 1.0 else 0))
        self.setRange(spec.low * spec.factor, spec.high * spec.factor)
        self.setSingleStep(spec.step * spec.factor)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(False)
        if spec.unit:
            self.setSuffix(f" {spec.unit}")
        self.lineEdit().setTextMargins(8, 0, 4, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = 0.0
        self.valueChanged.connect(self._commit)

    def show_value(self, value: float) -> None:
        """Show a value, unless the user is at it."""
        typing = self.hasFocus() and self.lineEdit().isModified()
        if not typing:
            self._shown = value
            self.setValue(value)

    def textFromValue(self, value: float) -> str:  # noqa: N802  # Qt's name
        """The number as this country writes it."""
        places = next(
            n for n in range(self.decimals() + 1) if n == self.decimals() or round(value, n) == value
        )
        locale = QLocale(self.locale())
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "f", places)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll the page, not the number."""
        event.ignore()

    @Slot(float)
    def _commit(self, value: float) -> None:
        if value != self._shown:
            self._shown = value
            self.committed.emit(value)


class NumberEditor(Editor):
    """A number to type."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._number = Number(spec)
        self._number.setFixedWidth(118)
        self._box.addStretch(1)
        self._add(self._number)
        self._number.committed.connect(self._tell)

    def show_value(self, value: object) -> None:
        """Show it."""
        self._number.show_value(float(str(value)) * self.spec.factor)

    @Slot(float)
    def _tell(self, value: float) -> None:
        self.edited.emit(exact(self.spec, value / self.spec.factor))


class SliderEditor(Editor):
    """A number to slide, or to type; told when the slider rests."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._slider, self._number = Slider(Qt.Orientation.Horizontal), Number(spec)
        self._slider.setRange(0, round((spec.high - spec.low) / spec.step))
        self._slider.setPageStep(max(1, self._slider.maximum() // 10))
        self._number.setFixedWidth(84)
        self._add(self._slider, 1)
        self._add(self._number)
        self._number.setAccessibleName(spec.title)
        self._rest = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest.timeout.connect(self._tell)
        self._told: object = None
        self._slider.valueChanged.connect(self._slide)
        self._slider.sliderReleased.connect(self._tell)
        self._number.committed.connect(self._type)

    def show_value(self, value: object) -> None:
        """Show it, unless it is being moved."""
        if self._slider.isSliderDown() or self._rest.isActive():
            return
        self._told = value
        self._put(float(str(value)))
        self._number.show_value(float(str(value)) * self.spec.factor)

    def _put(self, value: float) -> None:
        blocked = self._slider.blockSignals(True)  # noqa: FBT003  # Qt's signature
        self._slider.setValue(round((value - self.spec.low) / self.spec.step))
        self._slider.blockSignals(blocked)

    @Slot()
    def _slide(self) -> None:
        self._number.show_value(self._slid() * self.spec.factor)
        self._rest.start()

    @Slot()
    def _tell(self) -> None:
        self._rest.stop()
        self._emit(exact(self.spec, self._slid()))

    @Slot(float)
    def _type(self, value: float) -> None:
        wanted = exact(self.spec, value / self.spec.factor)
        self._put(float(wanted))
        self._emit(wanted)

    def _emit(self, value: float) -> None:
        if value != self._told:
            self._told = value
            self.edited.emit(value)

    def _slid(self) -> float:
        value = self.spec.low + self._slider.value() * self.spec.step
        return min(self.spec.high, max(self.spec.low, value))


class Slider(QSlider):
    """A slider that turns no wheel by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll the page, not the number."""
        event.ignore()


def exact(spec: FieldSpec, value: float) -> float:
    """A number as the settings take it: within its bounds, whole where it must be, without the dust of binary."""
    value = min(spec.high, max(spec.low, value))
    return round(value) if spec.whole else round(value, 4)
