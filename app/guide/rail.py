"""The rail beside the steps: which there are, which one this is, and her picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.guide.values import Step
from app.look.glyphs import star
from app.look.theme import DARK
from app.words import translate

_WIDTH = 214
_ROW, _TOP, _STAR = 40.0, 74.0, 18.0
_STARS = ((0.16, 0.07, 1.3), (0.62, 0.045, 1.0), (0.86, 0.12, 1.5), (0.40, 0.52, 1.1), (0.90, 0.44, 1.0),
          (0.10, 0.60, 1.5), (0.74, 0.57, 1.2), (0.25, 0.47, 0.9))  # fmt: skip
_INK, _DIM = "#ffffff", "#c9c0ee"


def titles() -> tuple[str, ...]:
    """The names of the steps."""
    return (
        translate("guide", "Welcome"),
        translate("guide", "Microphone"),
        translate("guide", "Voice"),
        translate("guide", "Mind"),
        translate("guide", "Your desktop"),
    )


class Rail(QWidget):
    """Always an evening sky, by day as well: she is an evening star."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture, self._step, self._look = picture, Step.WELCOME, DARK
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Narrow and high."""
        return QSize(_WIDTH, 600)

    def show_step(self, step: Step) -> None:
        """Show which step this is."""
        self._step = step
        words = translate("guide", "Step {step} of {steps}: {title}")
        self.setAccessibleName(words.format(step=step + 1, steps=len(Step), title=titles()[step]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Sky, stars, steps, and her."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._sky(painter)
            self._her(painter)
            self._steps(painter)

    def _sky(self, painter: QPainter) -> None:
        sky = QLinearGradient(0, 0, 0, self.height())
        for at, colour in ((0.0, "#1b1440"), (0.55, "#372a78"), (0.82, "#6b4796"), (1.0, "#c4739c")):
            sky.setColorAt(at, QColor(colour))
        painter.fillRect(self.rect(), sky)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 244, 214, 170))
        for x, y, radius in _STARS:
            painter.drawEllipse(QPointF(x * self.width(), y * self.height()), radius, radius)

    def _her(self, painter: QPainter) -> None:
        room = self.height() - _TOP - _ROW * len(Step) - 14
        size = self._picture.size().scaled(
            round(self.width() * 0.96), round(min(room, 300)), Qt.AspectRatioMode.KeepAspectRatio
        )
        if size.height() < 110:  # noqa: PLR2004  # too small to be a face
            return
        place = QRectF(
            (self.width() - size.width()) / 2,
            self.height() - size.height() - 8,
            size.width(),
            size.height(),
        )
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))

    def _steps(self, painter: QPainter) -> None:
        font = QFont(self.font())
        for n, title in enumerate(titles()):
            middle = _TOP + n * _ROW
            here, done = n == self._step, n < self._step
            if n:
                painter.setPen(QPen(QColor(255, 255, 255, 110 if n <= self._step else 50), 1.4))
                painter.drawLine(QPointF(34, middle - _ROW + 12), QPointF(34, middle - 12))
            if here or done:
                painter.save()
                scale = _STAR / 24 * (1.25 if here else 1.0)
                painter.translate(34 - 12 * scale, middle - 12.4 * scale)
                painter.scale(scale, scale)
                star(painter, QColor("#f7c65b" if here else _DIM))
                painter.restore()
            else:
                painter.setPen(QPen(QColor(255, 255, 255, 120), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(34, middle), 5.0, 5.0)
            font.setBold(here)
            painter.setFont(font)
            painter.setPen(QColor(_INK if here else _DIM))
            box = QRectF(58, middle - _ROW / 2, self.width() - 66, _ROW)
            shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, round(box.width()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
