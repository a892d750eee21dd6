"""Main of an engine process: `python -m workers.runtime.host NAME`. Qt-free.

It builds engines by their provider id, runs their port methods and streams the values back as frames.
Requests are concurrent; each carries an id. The process ends when its standard input does, so it never
outlives Vesper.
"""

from __future__ import annotations

import asyncio
import io
import logging
import os
import sys
import threading
from contextlib import suppress
from typing import Any

from models.errors import Blame, EngineError
from workers.engines.registry import provider
from workers.runtime.frames import BrokenFrameError, Decoder, Frame
from workers.runtime.wire import CALLS, pack, unpack

_log = logging.getLogger(__name__)
_READ_SIZE = 1 << 16
_NICENESS = {"audio": 0, "asr": 3, "tts": 6, "llm": 10}
"""The picture and the sound go first; when all wake at once, what was said is understood first."""
_BACKGROUND_NICENESS = 5


def _claim_pipes() -> tuple[int, int]:
    """Private duplicates of the frame pipes. Afterwards fd 0 is empty and fd 1 is stderr: libraries print."""
    frames_in, frames_out = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    return frames_in, frames_out


class Host:
    """Serves requests until its input ends. `send` writes one frame to Vesper."""

    def __init__(self, frames_out: int) -> None:
        self._out = frames_out
        self._engines: dict[str, Any] = {}
        self._jobs: dict[int, asyncio.Task[None]] = {}

    def send(self, head: dict[str, Any], body: bytes = b"") -> None:
        """Write one frame, whole."""
        view = memoryview(Frame(head, body).encode())
        while view:
            view = view[os.write(self._out, view) :]

    def take(self, frame: Frame) -> None:
        """Act on one frame from Vesper."""
        head = frame.head
        match head.get("op"):
            case "ping":
                self.send({"id": head["id"], "type": "pong"})
            case "call":
                job = asyncio.get_running_loop().create_task(self._serve(frame))
                self._jobs[head["id"]] = job
            case "cancel":
                if running := self._jobs.get(head["id"]):
                    running.cancel()

    async def _serve(self, frame: Frame) -> None:
        request_id = frame.head["id"]
        try:
            await self._call(frame, request_id)
            self.send({"id": request_id, "type": "done"})
        except asyncio.CancelledError:
            self.send({"id": request_id, "type": "done"})
        except EngineError as error:
            self.send({"id": request_id, "type": "error", "blame": error.blame, "message": error.message})
        except Exception as error:  # noqa: BLE001  # the process's single guard: every failure becomes a frame
            _log.exception("%s failed", frame.head.get("call"))
            self.send({"id": request_id, "type": "error", "blame": Blame.BUG, "message": repr(error)})
        finally:
            self._jobs.pop(request_id, None)

    async def _call(self, frame: Frame, request_id: int) -> None:
        head = frame.head
        entry = provider(head["provider"])
        if head["call"] not in CALLS[entry.role]:
            raise EngineError(Blame.BUG, f"{entry.role} has no call {head['call']!r}")
        engine = self._engines.get(entry.id)
        if engine is None:
            engine = self._engines[entry.id] = entry.build(
                entry.settings_class().model_validate(head["settings"])
            )
        stream = getattr(engine, head["call"])(unpack(head["value"], frame.body))
        try:
            async for value in stream:
                value_head, body = pack(value)
                self.send({"id": request_id, "type": "item", "value": value_head}, body)
        finally:
            await stream.aclose()

    async def close(self) -> None:
        """Cancel what runs and close the engines."""
        for job in tuple(self._jobs.values()):
            job.cancel()
        await asyncio.gather(*self._jobs.values(), return_exceptions=True)
        for engine in self._engines.values():
            with suppress(Exception):
                await engine.close()


async def _serve_forever(frames_in: int, frames_out: int) -> None:
    host = Host(frames_out)
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        while data := os.read(frames_in, _READ_SIZE):
            loop.call_soon_threadsafe(arrived.put_nowait, data)
        loop.call_soon_threadsafe(arrived.put_nowait, b"")

    threading.Thread(target=read, name="frames", daemon=True).start()
    decoder = Decoder()
    while data := await arrived.get():
        for frame in decoder.feed(data):
            host.take(frame)
    with suppress(TimeoutError):
        await asyncio.wait_for(host.close(), 1.0)


def main(name: str) -> None:
    """Serve as engine process `name` until Vesper closes the pipe."""
    frames_in, frames_out = _claim_pipes()  # before any engine is imported
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    if hasattr(os, "nice"):
        os.nice(_NICENESS.get(name, _BACKGROUND_NICENESS))
    try:
        asyncio.run(_serve_forever(frames_in, frames_out))
    except BrokenFrameError:
        _log.exception("the frame stream is broken")
        os._exit(1)
    os._exit(0)  # native threads may still be inside a call


if __name__ == "__main__":
    main(sys.argv[1])
