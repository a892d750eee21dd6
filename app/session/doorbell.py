"""Hears that Vesper was started a second time: the one who is here comes forward."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from app.session.instance import Claim


class Doorbell(QObject):
    """`raised` is sent once for all who rang since the last look, those before it was there included."""

    raised = Signal()

    def __init__(self, claim: Claim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bell = claim.bell
        self._watch: QSocketNotifier | None = None
        if self._bell is None:
            return
        if sys.platform == "win32":
            from PySide6.QtCore import QWinEventNotifier

            self._watch = QWinEventNotifier(self._bell.event, self)
        else:
            self._watch = QSocketNotifier(self._bell.file, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Answer whoever has rung."""
        if self._bell is not None and self._bell.answer():
            self.raised.emit()

    def stop(self) -> None:
        """Listen no more; before the claim is closed."""
        if self._watch is not None:
            self._watch.setEnabled(False)  # Qt's own
            self._watch.deleteLater()
        self._watch = self._bell = None
