"""Engines and devices follow the settings: each change is handed to the body where a keyring may take its time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Slot

from app.body import Body
from app.config.tuning import Tuning
from models.settings import Settings


class Refitting(QObject):
    """Follows `Tuning.changed`, in order and away from the GUI thread."""

    def __init__(self, body: Body, tuning: Tuning) -> None:
        super().__init__()
        self._body, self._tuning = body, tuning
        self._later = ThreadPoolExecutor(1, "refitting")
        tuning.changed.connect(self.refit)

    def stop(self) -> None:
        """Follow no more; what has not begun is dropped."""
        self._tuning.changed.disconnect(self.refit)
        self._later.shutdown(wait=False, cancel_futures=True)

    @Slot(object, object)
    def refit(self, before: Settings, after: Settings) -> None:
        """Have a change take effect."""
        self._later.submit(self._body.refit, before, after)

    @Slot(str)
    def look_again(self, _secret: str) -> None:
        """A secret has changed: engines that use one are made anew."""
        self.refit(self._tuning.settings, self._tuning.settings)
