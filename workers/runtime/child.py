"""Supervises one engine process: starts it, talks frames with it, notices its end, brings it back.

A request that was running when the process died raises `EngineError(Blame.ENGINE)`; whoever asked may ask
again, and the next request starts the process anew after a backoff. After `_PATIENCE_S` of health the count
of failures is forgotten.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import Blame, EngineError, EngineGoneError
from models.events import Health
from workers.runtime.frames import BrokenFrameError, Decoder, Frame
from workers.runtime.wire import pack, unpack

BACKOFF_S = (0.0, 0.5, 1.0, 2.0, 4.0)
"""Wait before each restart; one more failure and the engine is given up until it is asked to try again."""

_PATIENCE_S = 60.0
_PING_EVERY_S = 5.0
_PING_LIMIT_S = 20.0
_CANCEL_GRACE_S = 2.0
_READ_SIZE = 1 << 18
_ROOT = Path(__file__).resolve().parents[2]


def engine_argv(host: str) -> tuple[str, ...]:
    """How to start engine process `host`, from source or from the frozen bundle."""
    if getattr(sys, "frozen", False):
        suffix = ".exe" if sys.platform == "win32" else ""
        return (str(Path(sys.executable).with_name(f"vesper-engine{suffix}")), host)
    return (sys.executable, "-m", "workers.runtime.host", host)


@dataclass(frozen=True, slots=True)
class Observer:
    """What the owner of a child wants to know. Both are called on the owner's event loop."""

    changed: Callable[[Health, str], None]
    stderr: Callable[[str, str], None]


class Child:
    """One engine process, started on first use. Use from one event loop only."""

    def __init__(self, name: str, observer: Observer, argv: tuple[str, ...] | None = None) -> None:
        self.name = name
        self._observer = observer
        self._argv = argv or engine_argv(name)
        self._process: asyncio.subprocess.Process | None = None
        self._starting = asyncio.Lock()
        self._ids = itertools.count(1)
        self._replies: dict[int, asyncio.Queue[Frame | EngineError]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures = 0
        self._last_failure_s = -_PATIENCE_S
        self._closed = False
        self._rested = False

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        process = self._process
        return process.pid if process is not None and self._alive(process) else None

    async def call(
        self, provider_id: str, settings: dict[str, Any], call: str, request: object
    ) -> AsyncIterator[Any]:
        """Run a port method in the child and stream its values.

        Raises `EngineError`: the engine's own, or ENGINE when the process died, hung or was given up.
        """
        process = await self._running()
        request_id, replies = self._expect()
        value, body = pack(request)
        head = {"op": "call", "id": request_id, "provider": provider_id, "settings": settings, "call": call}
        finished = False
        try:
            await self._send(process, Frame({**head, "value": value}, body))
            while True:
                reply = await replies.get()
                if isinstance(reply, EngineError):
                    finished = True
                    raise reply
                if reply.head["type"] == "done":
                    finished = True
                    return
                if reply.head["type"] == "error":
                    finished = True
                    raise EngineError(Blame(reply.head["blame"]), reply.head["message"])
                yield unpack(reply.head["value"], reply.body)
        finally:
            if finished:
                self._replies.pop(request_id, None)
            else:
                self._spawn(self._cancel(process, request_id, replies))

    def try_again(self) -> None:
        """Forget earlier failures, so that the next request starts the process at once."""
        self._failures = 0

    def kill(self) -> None:
        """End the process now."""
        self._kill(self._process)

    async def rest(self) -> bool:
        """End the process until the next request, which starts it anew; False when there is none.

        Nobody is told: it is no failure. A request that is open meanwhile fails as if the process had died.
        """
        async with self._starting:
            process, self._process = self._process, None
        if process is None or not self._alive(process):
            return False
        self._rested = True
        self._break_off(f"the {self.name} engine was put to rest")
        await self._end(process)
        return True

    async def close(self) -> None:
        """Polite stop by closing its input, then kill. What is still asked fails."""
        self._closed = True
        self._break_off(f"the {self.name} engine is shut down")
        if self._process is not None:
            await self._end(self._process)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # --- inside
    # -----------------------------------------------------------------------------------------------

    @staticmethod
    def _alive(process: asyncio.subprocess.Process | None) -> bool:
        return process is not None and process.returncode is None

    def _kill(self, process: asyncio.subprocess.Process | None) -> None:
        if process is not None and self._alive(process):
            with suppress(ProcessLookupError):
                process.kill()

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        if not self._alive(process):
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _CANCEL_GRACE_S)
        except TimeoutError:
            self._kill(process)
            await process.wait()

    def _spawn(self, work: Any) -> None:  # noqa: ANN401  # any coroutine without a result
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _expect(self) -> tuple[int, asyncio.Queue[Frame | EngineError]]:
        request_id = next(self._ids)
        replies = self._replies[request_id] = asyncio.Queue()
        return request_id, replies

    async def _running(self) -> asyncio.subprocess.Process:
        async with self._starting:
            process = self._process
            if process is not None and self._alive(process):
                return process
            if self._closed:
                raise EngineError(Blame.ENGINE, f"the {self.name} engine is shut down")
            if time.monotonic() - self._last_failure_s > _PATIENCE_S:
                self._failures = 0
            if self._failures > len(BACKOFF_S):
                self._observer.changed(Health.GONE, f"it stopped {self._failures} times in a row")
                message = (
                    f"the {self.name} engine keeps stopping; restart it from the menu or run vesper doctor"
                )
                raise EngineGoneError(message)
            if self._failures:
                await asyncio.sleep(BACKOFF_S[self._failures - 1])
            return await self._start()

    async def _start(self) -> asyncio.subprocess.Process:
        environment = dict(os.environ)
        paths = [str(_ROOT), *filter(None, [environment.get("PYTHONPATH")])]
        environment["PYTHONPATH"] = os.pathsep.join(paths)
        environment.setdefault(
            "MALLOC_ARENA_MAX", "2"
        )  # glibc's one heap a thread would keep what each has freed
        try:
            process = await asyncio.create_subprocess_exec(
                *self._argv,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=environment,
                creationflags=0x08000000 if sys.platform == "win32" else 0,  # CREATE_NO_WINDOW
            )
        except OSError as error:
            self._count_failure()
            raise EngineError(Blame.ENGINE, f"the {self.name} engine cannot be started: {error}") from error
        self._process = process
        self._spawn(self._read(process))
        self._spawn(self._read_stderr(process))
        self._spawn(self._watch(process))
        if not self._rested:
            self._observer.changed(Health.STARTING, "")
        self._rested = False
        return process

    async def _send(self, process: asyncio.subprocess.Process, frame: Frame) -> None:
        if process.stdin is None:
            raise EngineError(Blame.ENGINE, self._stopped(process))
        try:
            process.stdin.write(frame.encode())
            await process.stdin.drain()
        except (ConnectionError, RuntimeError) as error:
            raise EngineError(Blame.ENGINE, self._stopped(process)) from error

    def _stopped(self, process: asyncio.subprocess.Process) -> str:
        return f"the {self.name} engine stopped (exit {process.returncode})"

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        decoder = Decoder()
        out = process.stdout
        try:
            while out is not None and (data := await out.read(_READ_SIZE)):
                for frame in decoder.feed(data):
                    if replies := self._replies.get(frame.head.get("id", 0)):
                        replies.put_nowait(frame)
        except BrokenFrameError as error:
            self._observer.stderr(self.name, f"broken frame stream: {error}")
            self._kill(process)
        await process.wait()
        if self._process is process:
            self._ended(process)

    def _ended(self, process: asyncio.subprocess.Process) -> None:
        if self._closed:
            return
        self._count_failure()
        note = self._stopped(process)
        self._break_off(note)
        self._observer.changed(Health.RESTARTING, note)

    def _break_off(self, note: str) -> None:
        for replies in self._replies.values():
            replies.put_nowait(EngineError(Blame.ENGINE, note))

    def _count_failure(self) -> None:
        now = time.monotonic()
        self._failures = 1 if now - self._last_failure_s > _PATIENCE_S else self._failures + 1
        self._last_failure_s = now

    async def _read_stderr(self, process: asyncio.subprocess.Process) -> None:
        err = process.stderr
        while err is not None and (line := await _line(err)):
            self._observer.stderr(self.name, line.decode(errors="replace").rstrip())

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        """Ping; a process that no longer answers is killed, which `_read` then reports."""
        while self._alive(process):
            await asyncio.sleep(_PING_EVERY_S)
            if process is not self._process:
                return
            request_id, replies = self._expect()
            try:
                await self._send(process, Frame({"op": "ping", "id": request_id}))
                await asyncio.wait_for(replies.get(), _PING_LIMIT_S)
            except TimeoutError:
                self._observer.stderr(self.name, f"no answer for {_PING_LIMIT_S:.0f} s, killed")
                self._kill(process)
            except EngineError:
                return
            finally:
                self._replies.pop(request_id, None)

    async def _cancel(
        self,
        process: asyncio.subprocess.Process,
        request_id: int,
        replies: asyncio.Queue[Frame | EngineError],
    ) -> None:
        """Ask the child to stop a request; kill the process if it does not answer within the grace."""
        try:
            await self._send(process, Frame({"op": "cancel", "id": request_id}))
            async with asyncio.timeout(_CANCEL_GRACE_S):
                while True:
                    reply = await replies.get()
                    if isinstance(reply, EngineError) or reply.head["type"] in {"done", "error"}:
                        return
        except TimeoutError:
            self._kill(process)
        except EngineError:
            return
        finally:
            self._replies.pop(request_id, None)


async def _line(stream: asyncio.StreamReader) -> bytes:
    """The next line, or as much of it as the reader holds when it is absurdly long."""
    try:
        return await stream.readline()
    except ValueError:
        return await stream.read(1 << 12)
