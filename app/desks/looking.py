"""Looking something up that may take its time, away from the GUI thread."""

from __future__ import annotations

import threading
from abc import abstractmethod

from PySide6.QtCore import QObject

_LETTING_GO_S = 1.0


class Looking(QObject):
    """One look at a time, in a thread called `name`; what was seen is told by a signal of the kind's own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._looking: threading.Thread | None = None

    def look(self) -> None:
        """Look, unless that is under way."""
        if self._looking is None or not self._looking.is_alive():
            self._looking = threading.Thread(target=self._look, name=self._name, daemon=True)
            self._looking.start()

    def stop(self) -> None:
        """Wait a moment for what is under way."""
        if self._looking is not None:
            self._looking.join(_LETTING_GO_S)

    @abstractmethod
    def _look(self) -> None:
        """In the thread: look, and tell."""
