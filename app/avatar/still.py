"""A picture of her in place of the living figure, for machines that cannot draw her."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRasterWindow, QRegion, QSurfaceFormat

from app.avatar.silhouette import solid
from app.avatar.stage import FLAGS, TITLE


class StillWindow(QRasterWindow):
    """Her still picture in a window like the stage's: frameless, translucent, on top. No OpenGL, no Core.

    A picture that cannot be read leaves the window empty. Without a compositor call `cut_out`.
    """

    def __init__(self, place: QRect, picture: Path) -> None:
        super().__init__()
        surface = QSurfaceFormat()
        surface.setAlphaBufferSize(8)
        self.setFormat(surface)
        self.setFlags(FLAGS)
        self.setTitle(TITLE)
        self.setGeometry(place)
        self._picture = QPixmap(str(picture))

    def cut_out(self, *, wanted: bool) -> None:
        """Show only her outline (True), or the whole window, which needs a compositor (False)."""
        self.setMask(solid(self._scaled().toImage()) if wanted else QRegion())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint her over nothing."""
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(QRect(0, 0, self.width(), self.height()), Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawPixmap(0, 0, self._scaled())
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Closing by the window manager hides; the program decides when to end."""
        if event.type() == QEvent.Type.Close:
            event.ignore()
            self.hide()
            return True
        return super().event(event)

    def _scaled(self) -> QPixmap:
        """The window's whole area with her standing at the middle of its lower edge."""
        ratio = self.devicePixelRatio()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        whole = QPixmap(size)
        whole.fill(Qt.GlobalColor.transparent)
        if not self._picture.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            fitted = self._picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            painter = QPainter(whole)
            painter.drawPixmap((size.width() - fitted.width()) // 2, size.height() - fitted.height(), fitted)
            painter.end()
        whole.setDevicePixelRatio(ratio)
        return whole
