"""A worker is a QThread whose `run` is one asyncio program: an `Organ`. The only Qt in `workers`."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QThread, Signal

from workers.runtime.organ import Organ


class Worker(QThread):
    """Takes items by `post`, gives events by `emitted`; both are safe from any thread."""

    emitted = Signal(object)

    def __init__(self, organ: Organ) -> None:
        super().__init__()
        self.setObjectName(organ.name)
        self._organ = organ

    def post(self, item: object) -> None:
        """Hand the organ something to do."""
        self._organ.inbox.put(item)

    def shut_down(self, patience_ms: int = 4000) -> bool:
        """Finish politely; False if the thread did not end in time."""
        self._organ.inbox.put(None)
        return self.wait(patience_ms)

    def run(self) -> None:
        """The thread's only entry."""
        asyncio.run(self._organ.live(self.emitted.emit))
