"""Who can mend a failure, and the one exception engines raise."""

from __future__ import annotations

from enum import StrEnum


class Blame(StrEnum):
    """Whose turn it is to act. Each member has one notice and one action in `app.notices`."""

    SETTINGS = "settings"
    NETWORK = "network"
    PROVIDER = "provider"
    ENGINE = "engine"
    DEVICE = "device"
    BUG = "bug"

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed unchanged a little later."""
        return self in {Blame.NETWORK, Blame.PROVIDER, Blame.ENGINE, Blame.DEVICE}


class EngineError(Exception):
    """A failure with its owner. `message` says what to do, in words for the user."""

    def __init__(self, blame: Blame, message: str) -> None:
        super().__init__(message)
        self.blame = blame
        self.message = message


class EngineGoneError(EngineError):
    """An engine process kept stopping and was given up; only the user can start it again."""

    def __init__(self, message: str) -> None:
        super().__init__(Blame.ENGINE, message)
