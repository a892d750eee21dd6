"""An engine process for tests: the real host with a stdlib-only text-to-speech engine that can be told to misbehave.

`Line.text` chooses: "crash", "hang" (the interpreter stops answering), "print", "slow", "bug", "key";
anything else is spoken as its UTF-8 bytes.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator

from pydantic import BaseModel

from models.errors import Blame, EngineError
from models.speech import Empty, Line, PhonemeSpan, Speech, Voice
from workers.engines import registry
from workers.runtime import host


class EchoSettings(BaseModel):
    """What the echo engine can be set to."""

    name: str = "echo"


class EchoVoice:
    """Speaks text as its own bytes."""

    def __init__(self, settings: EchoSettings) -> None:
        self._name = settings.name

    async def warm(self, request: Empty) -> AsyncIterator[Empty]:
        yield request

    async def voices(self, request: Empty) -> AsyncIterator[Voice]:
        del request
        yield Voice(self._name, "en")

    async def speak(self, request: Line) -> AsyncIterator[Speech]:
        match request.text:
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "hang":
                signal.pause()
            case "print":
                print("noise on stdout")
                os.write(1, b"\xff\xff\xff\xff\xff\xff raw noise\n")
            case "slow":
                await asyncio.sleep(3600)
            case "bug":
                raise KeyError("x")
            case "key":
                raise EngineError(Blame.SETTINGS, "enter a key")
        yield Speech(request.text.encode(), 24_000, (PhonemeSpan("a", 0.0, 0.1),))

    async def close(self) -> None:
        pass


ECHO = registry.Provider(
    "echo", "tts", "Echo", "tests.fakes.echo_host:EchoVoice", "tests.fakes.echo_host:EchoSettings", "echo"
)
registry._BY_ID["echo"] = ECHO

if __name__ == "__main__":
    host.main(sys.argv[1])
