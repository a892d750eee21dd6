"""What can go wrong while model files are fetched, in words meant for the person at the keyboard."""

from __future__ import annotations


class WeightsError(Exception):
    """A model could not be put in place; the message says what happened and what to do."""


class CatalogueError(WeightsError):
    """The catalogue file itself is wrong: the message lists every problem found."""


class DiskFullError(WeightsError):
    """The disk that holds the model cache has too little room."""


class ToolMissingError(WeightsError):
    """A program that a source needs is not installed; `tool` names it."""

    def __init__(self, tool: str, message: str) -> None:
        """Keep the tool's name beside the message, so that an installer can provide it."""
        super().__init__(message)
        self.tool = tool


class StoppedError(Exception):
    """Whoever fetches wants it to stop here; what has arrived stays."""


class SourceError(Exception):
    """One source failed; the message is a reason, and the next source is tried."""
