"""A desktop background that works with compositors: a window of type "desktop" with an evening sky."""

from __future__ import annotations

import random
import sys

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QApplication, QWidget

_SKIES = {"dusk": ("#20204a", "#5b4b8f", "#e39a8f"), "day": ("#bfe0f5", "#e8f1fb", "#f7ead8")}


class Wallpaper(QWidget):
    """An evening or a morning sky over the whole screen."""

    def __init__(self, sky: str) -> None:
        super().__init__()
        self._sky = _SKIES[sky]
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDesktop)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnBottomHint)
        self.setGeometry(self.screen().geometry())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Sky, a glow, some stars."""
        painter = QPainter(self)
        gradient = QLinearGradient(0, 0, 0, self.height())
        for place, colour in zip((0.0, 0.55, 1.0), self._sky, strict=True):
            gradient.setColorAt(place, QColor(colour))
        painter.fillRect(self.rect(), gradient)
        glow = QRadialGradient(QPointF(self.width() * 0.72, self.height() * 0.95), self.width() * 0.5)
        glow.setColorAt(0, QColor(255, 220, 190, 90))
        glow.setColorAt(1, QColor(255, 220, 190, 0))
        painter.fillRect(self.rect(), glow)
        rng = random.Random(5)
        painter.setPen(Qt.PenStyle.NoPen)
        for _ in range(90):
            painter.setBrush(QColor(255, 255, 255, rng.randint(30, 150)))
            size = rng.uniform(0.6, 1.8)
            where = QPointF(rng.uniform(0, self.width()), rng.uniform(0, self.height() * 0.6))
            painter.drawEllipse(where, size, size)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    wall = Wallpaper(sys.argv[1])
    wall.show()
    sys.exit(app.exec())
