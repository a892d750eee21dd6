"""The curves of energy, positivity and engagement, by pyqtgraph, and what they say now."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Words
from app.look.theme import LIGHT, Look
from app.mood import wording
from app.mood.values import PanelState
from app.words import translate
from models.mood_history import HOUR_S, RECENT_S, Span

_HIGH = 116
_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_WIDTH = 2.0
_FULL, _MARGIN = 100.0, 6.0
_LEAST_S = 60.0
"""A session younger than this is shown as if it were this old."""
_MINUTE_S = 60.0


class Curves(QWidget):
    """Draws the history of a `PanelState` over a span that the user chooses."""

    spanned = Signal(object)
    """The user wants to see another `models.mood_history.Span`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._state, self._span = LIGHT, PanelState(), Span.RECENT
        self._title = Words(translate("panel", "Mood"), "cardTitle", self)
        self._spans = QButtonGroup(self)
        self._plot = _Plot()
        self._lines: list[Any] = [self._plot.plot([], []) for _ in _STYLES]
        self._legend = [_Key(style) for style in _STYLES]
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(3)
        top.addWidget(self._title, 1)
        for n, words in enumerate(
            (translate("panel", "5 min"), translate("panel", "Hour"), translate("panel", "Session"))
        ):
            button = QPushButton(words)
            button.setObjectName("span")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAccessibleName(translate("panel", "Show: {span}").format(span=words))
            self._spans.addButton(button, n)
            top.addWidget(button)
        self._spans.button(0).setChecked(True)
        self._spans.idClicked.connect(self._on_span)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for key in self._legend:
            keys.addWidget(key, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(top)
        layout.addWidget(self._plot)
        layout.addLayout(keys)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        inks = (look.gold, look.rose, look.info)
        for line, key, style, ink in zip(self._lines, self._legend, _STYLES, inks, strict=True):
            line.setPen(pg.mkPen(QColor(ink), width=_WIDTH, style=style))
            key.set_ink(ink)
        self._plot.set_look(look)

    def show_state(self, state: PanelState) -> None:
        """Draw her mood."""
        self._state = state
        points = state.history.points(self._span)
        now_s = points[-1].at_s if points else 0.0
        ages = [point.at_s - now_s for point in points]
        columns = ("energy", "positivity", "engagement")
        for line, column in zip(self._lines, columns, strict=True):
            line.setData(ages, [getattr(point, column) for point in points])
        said = []
        for key, (name, value, word) in zip(self._legend, wording.moods(state.mood), strict=True):
            key.show_value(name, value, word)
            said.append(f"{name} {value:.0f}, {word}")
        self._plot.set_span(self._length_s(-ages[0] if ages else 0.0))
        self._plot.setAccessibleDescription(". ".join(said))

    @property
    def span(self) -> Span:
        """What is shown."""
        return self._span

    def _length_s(self, age_s: float) -> float:
        return {Span.RECENT: RECENT_S, Span.HOUR: HOUR_S}.get(self._span, max(_LEAST_S, age_s))

    @Slot(int)
    def _on_span(self, number: int) -> None:
        self._span = tuple(Span)[number]
        self.show_state(self._state)
        self.spanned.emit(self._span)


class _Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is not typed
    """A plot that is only looked at: nothing to drag, no menu, and the wheel scrolls the panel."""

    def __init__(self) -> None:
        super().__init__(background=None)
        self.setFixedHeight(_HIGH)
        self.viewport().setAutoFillBackground(False)  # Qt's signature
        self.setFrameShape(self.Shape.NoFrame)
        self.setAntialiasing(True)  # Qt's signature
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("panel", "How her mood went"))
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)  # pyqtgraph's signature
        self.hideButtons()
        self.setYRange(-_MARGIN, _FULL + _MARGIN, padding=0)
        self._guides = [self.addLine(y=y) for y in (0.0, 50.0, 100.0)]
        left, bottom = self.getAxis("left"), self.getAxis("bottom")
        left.setTicks([[(y, f"{y:.0f}") for y in (0.0, 50.0, 100.0)]])
        left.setWidth(30)
        for axis in (left, bottom):
            axis.setStyle(tickLength=0)
        self._length_s = 0.0
        self.set_span(RECENT_S)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for axis in ("left", "bottom"):
            self.getAxis(axis).setPen(pg.mkPen(None))
            self.getAxis(axis).setTextPen(QColor(look.faint))
        for guide in self._guides:
            guide.setPen(pg.mkPen(QColor(look.line), width=1))

    def set_span(self, length_s: float) -> None:
        """Show so many seconds, up to now."""
        if length_s == self._length_s:
            return
        self._length_s = length_s
        self.setXRange(-length_s, 0.0, padding=0.02)
        begin, middle, now = -length_s * 0.93, -length_s * 0.5, -length_s * 0.03
        words = ((begin, _ago(length_s)), (middle, _ago(length_s / 2)), (now, translate("panel", "now")))
        self.getAxis("bottom").setTicks([words])

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Let the panel scroll."""
        event.ignore()


def _ago(seconds: float) -> str:
    if seconds < HOUR_S:
        return translate("panel", "−{minutes} min").format(minutes=f"{seconds / _MINUTE_S:.2g}")
    return translate("panel", "−{hours} h").format(hours=f"{seconds / HOUR_S:.2g}")


class _Key(QWidget):
    """A piece of a line, the name of it, its number and word."""

    def __init__(self, style: Qt.PenStyle) -> None:
        super().__init__()
        self._sample = _Sample(style)
        self._name, self._value = Words("", "small", self), Words("", "", self)
        top = QHBoxLayout()
        top.setSpacing(5)
        top.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._value)

    def set_ink(self, ink: str) -> None:
        """Draw in this colour."""
        self._sample.ink = ink
        self._sample.update()

    def show_value(self, name: str, value: float, word: str) -> None:
        """Show what it is now."""
        self._name.setText(name)
        self._value.setText(f"{value:.0f} · {word}")


class _Sample(QWidget):
    def __init__(self, style: Qt.PenStyle) -> None:
        super().__init__()
        self._style, self.ink = style, LIGHT.text
        self.setFixedSize(QSize(22, 8))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the piece."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.ink), _WIDTH, self._style))
            painter.drawLine(QPointF(1, 4), QPointF(21, 4))
