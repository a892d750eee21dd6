"""A picture of her in place of the living figure, for machines that cannot draw her."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRasterWindow,
    QRegion,
    QResizeEvent,
    QSurfaceFormat,
    QTransform,
)

from app.avatar.silhouette import solid
from app.avatar.stage import FLAGS, TITLE
from app.avatar.touch import PLAIN, Touch


class StillWindow(QRasterWindow):
    """Her still picture in a window like the stage's: frameless, translucent, on top. No OpenGL, no Core.

    A picture that cannot be read leaves the window empty.
    """

    outlined = Signal(QImage)
    """The picture, premultiplied, when it has changed: to take her outline from."""

    def __init__(self, place: QRect, picture: Path) -> None:
        super().__init__()
        surface = QSurfaceFormat()
        surface.setAlphaBufferSize(8)
        self.setFormat(surface)
        self.setFlags(FLAGS)
        self.setTitle(TITLE)
        self.setGeometry(place)
        self._picture = QPixmap(str(picture))
        self._touch, self._cut_out = PLAIN, False

    def wear(self, touch: Touch, *, cut_out: bool) -> None:
        """Be mirrored or on a ground; with `cut_out` show only her outline, without it the whole window."""
        self._touch, self._cut_out = touch, cut_out
        self._outline()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """The outline is another."""
        super().resizeEvent(event)
        self._outline()

    def _outline(self) -> None:
        picture = self._scaled().toImage()
        self.setMask(solid(picture) if self._cut_out else QRegion())
        self.outlined.emit(picture)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint her over nothing."""
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        ground = QColor(self._touch.ground) if self._touch.ground else QColor(Qt.GlobalColor.transparent)
        painter.fillRect(QRect(0, 0, self.width(), self.height()), ground)
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
        if self._touch.mirrored:
            whole = whole.transformed(QTransform.fromScale(-1.0, 1.0))
        whole.setDevicePixelRatio(ratio)
        return whole
