"""Template of an engine: copy to `<role>/<vendor>.py`, add a line to `registry.PROVIDERS`.

This one is a text-to-speech engine. What each method owes is in `models.ports`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from pydantic import BaseModel, ConfigDict, Field

from models.errors import Blame, EngineError
from models.speech import Empty, Line, Speech, Voice


class VendorSettings(BaseModel):
    """What the user can set; the settings page is made from these fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field("", title="Address", description="Where the server is.")


class VendorVoice:
    """A `TextToSpeech`. Constructed from its settings alone; nothing heavy happens before `warm`."""

    def __init__(self, settings: VendorSettings) -> None:
        self._settings = settings

    async def warm(self, request: Empty) -> AsyncIterator[Empty]:
        """Load what is needed. Raises `EngineError` (SETTINGS) without an address."""
        if not self._settings.url:
            raise EngineError(Blame.SETTINGS, "enter the server's address")
        yield request

    async def speak(self, request: Line) -> AsyncIterator[Speech]:
        """The sound of a line, in its style as far as the vendor can; nothing for an empty one."""
        if request.text.strip():
            yield Speech(b"", 24_000)

    async def voices(self, _request: Empty) -> AsyncIterator[Voice]:
        """What it can sound like."""
        yield Voice("default", "en")

    async def close(self) -> None:
        """Let go of everything."""
