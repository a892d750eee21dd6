"""Her tray icon in a process of its own, on whatever bus and screen it is given: tells what is chosen, as JSON lines.

Lines on its standard input are miens to show.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication

from app.look.theme import DARK
from app.menu import Intent, Menu
from app.tray import Mien, Tray


class Child(QObject):
    """The icon, and someone who writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self._menu = Menu(DARK)
        self._tray = Tray(self._menu, "Vesper Astra")
        self._tray.chosen.connect(self._on_chosen)
        self._tray.availability.connect(self._on_availability)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)
        self._tray.start()
        tell({"docked": self._tray.docked, "place": self._tray.place.isEmpty()})

    @Slot(object)
    def _on_chosen(self, intent: Intent) -> None:
        tell({"chosen": intent})

    @Slot(bool)
    def _on_availability(self, there: bool) -> None:  # noqa: FBT001  # Qt's signal
        tell({"there": there})

    @Slot()
    def _on_input(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        self._tray.show_mien(Mien(line.strip()))
        tell({"shown": line.strip()})


def tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run until the input ends."""
    app = QApplication(["vesper"])
    app.setQuitOnLastWindowClosed(False)
    child = Child()
    app.exec()
    child._tray.stop()
    app.shutdown()


if __name__ == "__main__":
    main()
