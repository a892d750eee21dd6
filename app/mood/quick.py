"""A quick switch: a sign with its word below, on or off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.form.controls import lay_out
from app.look import glyphs, theme
from app.look.glyphs import Draw
from app.look.theme import LIGHT, Look

_SIGN, _TOP, _GAP, _SIDE = 22.0, 9.0, 4.0, 4.0
_RADIUS = 13.0


class Quick(QAbstractButton):
    """Shows how things stand, not what is wished: who is told of the click decides. `alarm`: it is the red one."""

    def __init__(self, sign: Draw, on_sign: Draw | None = None, *, alarm: bool = False) -> None:
        super().__init__()
        self._signs, self._alarm = (sign, on_sign or sign), alarm
        self._look = LIGHT
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(50)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def show_state(self, words: str, explained: str, *, on: bool) -> None:
        """Show its words and whether it is on; `explained` says what a click does."""
        self.setChecked(on)
        self.setAccessibleName(words)
        self.setAccessibleDescription(explained)
        self.setToolTip(explained)
        if words != self.text():
            self.setText(words)
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """Long words need a second line."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """The sign and its words."""
        return round(_TOP + _SIGN + _GAP + lay_out(self.text(), self, width - 2 * _SIDE)[1] + _TOP - 2)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As tall as its words need."""
        width = max(self.width(), 80)
        return QSize(80, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """The words are never cut."""
        return QSize(50, self.heightForWidth(max(self.width(), 50)))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Light up."""
        super().enterEvent(event)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802  # Qt's name
        """A click asks; it changes nothing by itself."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw ground, sign and words."""
        look, on = self._look, self.isChecked()
        ground, ink = self._colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = look.focus if self.hasFocus() else ink if on else look.line
            painter.setPen(QPen(QColor(edge), 2.0 if self.hasFocus() or on else 1.0))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            size = round(_SIGN)
            sign = glyphs.icon(self._signs[on], ink)
            sign.paint(painter, round((self.width() - size) / 2), round(_TOP), size, size)
            painter.setPen(QColor(look.text))
            layout, _ = lay_out(self.text(), self, self.width() - 2 * _SIDE)
            y = _TOP + _SIGN + _GAP
            for n in range(layout.lineCount()):
                line = layout.lineAt(n)
                line.draw(painter, QPointF((self.width() - line.naturalTextWidth()) / 2, y))

    def _colours(self) -> tuple[str, str]:
        """What it stands on, and its ink."""
        look, on = self._look, self.isChecked()
        ink = look.rose if self._alarm or on else look.text
        ground = theme.mix(look.surface, look.rose, 0.20 if look.dark else 0.10) if on else look.surface
        if self.underMouse() and self.isEnabled():
            ground = theme.mix(ground, look.accent, 0.18 if look.dark else 0.10)
        return ground, ink
