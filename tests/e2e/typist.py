"""Another program: a window that writes down the letters and clicks it is given, and fills the screen on F11."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Typist(QWidget):
    """`typed` is the file everything goes to."""

    def __init__(self, typed: Path) -> None:
        super().__init__()
        self._typed = typed
        self.setWindowTitle("Typist")
        self.resize(300, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Write a letter down, or fill the screen."""
        if event.key() == Qt.Key.Key_F11:
            (self.showNormal if self.isFullScreen() else self.showFullScreen)()
        else:
            self._note(event.text())

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Write a click down."""
        self._note("<click>")

    def _note(self, text: str) -> None:
        with self._typed.open("a", encoding="utf-8") as file:
            file.write(text)


def main() -> int:
    """Write until killed."""
    app = QApplication(sys.argv[:1])
    window = Typist(Path(sys.argv[1]))
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
