"""Words for someone whose start was refused: on the terminal they typed in, else in a small window."""

from __future__ import annotations

import os
import sys


def refuse(words: str) -> None:
    """Say it; returns once it was read, where a window had to be opened for it."""
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
    if _reads_along() or not _has_display():
        return
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QMessageBox

    app = QApplication.instance() or QApplication(["vesper"])
    box = QMessageBox(QMessageBox.Icon.Information, "Vesper", words)
    box.setObjectName("refusal")
    reading = QEventLoop(app)
    box.finished.connect(reading.quit)
    box.open()
    reading.exec()


def _reads_along() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    linux = sys.platform.startswith("linux")
    return not linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
