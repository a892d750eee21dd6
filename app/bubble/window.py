"""The bubble's window: no frame, no focus, no clicks; it draws its words beside a head and fades.

A window without widgets: nothing in it can be operated, and what it says is in the chat for screen readers. Where
nothing can be see-through it is cut to its shape.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRasterWindow,
    QRegion,
    QSurfaceFormat,
    QTextLayout,
    QTextOption,
)

from app.bubble.spot import TAIL, Side, Spot, spot
from app.look.theme import Look

TITLE = "Vesper: speech bubble"
FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.ToolTip
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.NoDropShadowWindowHint
)
_LARGER = 1.2
"""Than the system's font."""
_EMS, _NARROWEST = 22.0, 6.0
"""The widest and the narrowest text, in widths of an m."""
_PAD_X, _PAD_Y, _ROUND, _HALF_TAIL = 15, 11, 16.0, 10.0
_FADE_IN_MS, _FADE_OUT_MS = 140, 420


class BubbleWindow(QRasterWindow):
    """Shows words beside a head."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        surface = QSurfaceFormat()
        surface.setAlphaBufferSize(8)
        self.setFormat(surface)
        self.setFlags(FLAGS)
        self.setTitle(TITLE)
        self._look = look
        self._text = ""
        self._lines: tuple[str, ...] = ()
        self._size = QSize()
        self._spot: Spot | None = None
        self._see_through, self._fades = True, True
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self._on_fade_over)
        self._leaving = False

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.update()

    def wear(self, *, see_through: bool, fades: bool) -> None:
        """`see_through`: windows can be translucent here. `fades`: it comes and goes gently."""
        self._see_through, self._fades = see_through, fades and see_through
        self._cut_out()
        self.update()

    def show_words(self, text: str, head: QRect, screen: QRect) -> None:
        """Show these words beside a head, within a screen; both on the desktop, in logical pixels."""
        if text != self._text or not self._lines:
            self._text = text
            self._lines, self._size = _laid_out(text, _font(), screen.width())
        self.stand(head, screen)
        if self._leaving or not self.isVisible():
            self._leaving = False
            self._begin(1.0, _FADE_IN_MS)
            self.show()
        self.raise_()
        self.update()

    def stand(self, head: QRect, screen: QRect) -> None:
        """The head is here now."""
        before = None if self._spot is None else self._spot.side
        self._spot = spot(head, self._size, screen, before=before)
        if self._spot.rect != self.geometry():
            self.setGeometry(self._spot.rect)
        self._cut_out()
        self.update()

    def leave(self, *, at_once: bool = False) -> None:
        """Take the words away."""
        if at_once or not self._fades or not self.isVisible():
            self._fade.stop()
            self._gone()
        elif not self._leaving:
            self._leaving = True
            self._begin(0.0, _FADE_OUT_MS)

    @property
    def text(self) -> str:
        """The words that are to be read; empty when it is not there or on its way out."""
        return self._text if self.isVisible() and not self._leaving else ""

    @property
    def side(self) -> Side | None:
        """Which side of her it is on."""
        return None if self._spot is None else self._spot.side

    def event(self, event: QEvent) -> bool:
        """Closing by the window manager hides."""
        if event.type() == QEvent.Type.Close:
            event.ignore()
            self.leave(at_once=True)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint the bubble over nothing."""
        look = self._look
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        whole = QRect(0, 0, self.width(), self.height())
        ground = QColor(Qt.GlobalColor.transparent) if self._see_through else QColor(look.line)
        painter.fillRect(whole, ground)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline, body = self._outline(), self._body()
        colours = QLinearGradient(body.topLeft(), body.bottomLeft())
        colours.setColorAt(0.0, QColor(look.hers_top))
        colours.setColorAt(1.0, QColor(look.hers_low))
        painter.setPen(QPen(QColor(look.line), 1.5))
        painter.setBrush(colours)
        painter.drawPath(outline)
        painter.setPen(QColor(look.hers_text))
        painter.setFont(_font())
        metrics = QFontMetrics(_font())
        y = body.top() + (body.height() - metrics.lineSpacing() * len(self._lines)) / 2
        centred = len(self._lines) == 1
        flags = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
        for line in self._lines:
            row = QRectF(body.left() + _PAD_X, y, body.width() - 2 * _PAD_X, metrics.lineSpacing())
            painter.drawText(row, flags, line)
            y += metrics.lineSpacing()
        painter.end()

    def _body(self) -> QRectF:
        """The bubble without its tail, in the window."""
        side = None if self._spot is None else self._spot.side
        left, right = TAIL * (side is Side.RIGHT), TAIL * (side is Side.LEFT)
        top, bottom = TAIL * (side is Side.BELOW), TAIL * (side is Side.ABOVE)
        return QRectF(left, top, self.width() - left - right, self.height() - top - bottom).adjusted(
            1, 1, -1, -1
        )

    def _outline(self) -> QPainterPath:
        """Bubble and tail in one."""
        body = self._body()
        path = QPainterPath()
        path.addRoundedRect(body, _ROUND, _ROUND)
        if self._spot is None:
            return path
        tip = self._spot.tip - self._spot.rect.topLeft()
        clear, tail = _ROUND + _HALF_TAIL, QPolygonF()
        if self._spot.side in {Side.LEFT, Side.RIGHT}:
            root = body.left() + 2 if self._spot.side is Side.RIGHT else body.right() - 2
            y = _between(tip.y(), body.top() + clear, body.bottom() - clear)
            tail.append(QPointF(root, y - _HALF_TAIL))
            tail.append(QPointF(tip.x(), _between(tip.y(), body.top(), body.bottom())))
            tail.append(QPointF(root, y + _HALF_TAIL))
        else:
            root = body.top() + 2 if self._spot.side is Side.BELOW else body.bottom() - 2
            x = _between(tip.x(), body.left() + clear, body.right() - clear)
            tail.append(QPointF(x - _HALF_TAIL, root))
            tail.append(QPointF(_between(tip.x(), body.left(), body.right()), tip.y()))
            tail.append(QPointF(x + _HALF_TAIL, root))
        point = QPainterPath()
        point.addPolygon(tail)
        point.closeSubpath()
        return path.united(point)

    def _cut_out(self) -> None:
        if self._see_through:
            self.setMask(QRegion())
        else:
            self.setMask(QRegion(self._outline().toFillPolygon().toPolygon()))

    def _begin(self, target: float, span_ms: int) -> None:
        self._fade.stop()
        if not self._fades:
            self.setOpacity(target)
            return
        self._fade.setStartValue(self.opacity() if self.isVisible() else 0.0)
        self._fade.setEndValue(target)
        self._fade.setDuration(span_ms)
        self.setOpacity(float(self._fade.startValue()))
        self._fade.start()

    @Slot("QVariant")
    def _on_faded(self, value: float) -> None:
        if self._fade.state() == QVariantAnimation.State.Running:
            self.setOpacity(value)

    @Slot()
    def _on_fade_over(self) -> None:
        if self._leaving:
            self._gone()

    def _gone(self) -> None:
        self._leaving = False
        self._text, self._lines, self._spot = "", (), None
        self.hide()


def _font() -> QFont:
    font = QGuiApplication.font()
    font.setPointSizeF(font.pointSizeF() * _LARGER)
    return font


def _laid_out(text: str, font: QFont, room: int) -> tuple[tuple[str, ...], QSize]:
    """The lines of a text and the size of a bubble for them, as narrow as so many lines can be."""
    metrics = QFontMetrics(font)
    em = metrics.horizontalAdvance("m")
    widest = min(_EMS * em, room / 2 - 2 * _PAD_X - TAIL)
    lines = _broken(text, font, widest)
    low, high = min(_NARROWEST * em, widest), widest
    while high - low > em / 2:
        middle = (low + high) / 2
        if len(_broken(text, font, middle)) > len(lines):
            low = middle
        else:
            high = middle
    lines = _broken(text, font, high)
    width = max((metrics.horizontalAdvance(line) for line in lines), default=0)
    height = metrics.lineSpacing() * len(lines)
    return lines, QSize(
        round(width) + 2 * _PAD_X + 3, max(height + 2 * _PAD_Y, round(2 * (_ROUND + _HALF_TAIL)))
    )


def _broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)


def _between(value: float, low: float, high: float) -> float:
    return max(min(value, high), low) if low <= high else (low + high) / 2
