"""Memory: the organ that keeps the conversation on disk, and forgets it when told to.

A file that can't be used costs one notice and never the conversation: a damaged one, or one of a newer version, is
set aside and a new one begun; where nothing can be written she remembers until she is closed.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from models.commands import Forget, Remember, Withhold
from models.errors import Blame, EngineError
from models.events import Failed, Health, Restored, WorkerChanged
from workers.notebook import Notebook, Page
from workers.runtime.organ import Organ
from workers.sqlite_file import aside, opened

_log = logging.getLogger(__name__)
_R = TypeVar("_R")

FRESH_S = 2 * 3600.0
"""A conversation is taken up again when its newest message is younger."""
MOST_RESTORED = 40
"""Messages taken up again at most."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Item: keep the conversation from now on, or keep nothing, and erase what was kept."""

    on: bool


class Memory(Organ):
    """Takes `Remember`, `Withhold`, `Forget` and `Keep`; begins with `Restored`, if any, and `WorkerChanged`.

    `path` is the file, None for none; where she `keeps` nothing, what it held is erased. `now` gives the wall clock in
    seconds since 1970. A conversation is taken up again when its newest message is less than two hours away from now,
    on whichever side: clocks are set back.
    """

    name = "memory"

    def __init__(self, path: Path | None, now: Callable[[], float], *, keeps: bool = True) -> None:
        super().__init__()
        self._path = path
        self._keeps = keeps
        self._now = now
        self._thread = ThreadPoolExecutor(1, "notebook")
        self._notebook: Notebook | None = None
        self._over = False

    async def begin(self) -> None:
        """Open the file and tell what of it is still fresh."""
        if self._path is not None:
            await self._take_up(self._path)
        self.emit(WorkerChanged(self.name, Health.READY))

    async def _take_up(self, path: Path) -> None:
        if not self._keeps:
            await self._run(_erase, path)
            return
        self._notebook, page, notice = await self._run(_open, path)
        if notice:
            self.emit(Failed(self.name, Blame.DEVICE, notice))
        self._over = page is None or abs(self._now() - page.newest_at) >= FRESH_S
        if page is not None and not self._over:
            self.emit(Restored(page.messages[-MOST_RESTORED:], page.summary))

    async def end(self) -> None:
        """Close the file."""
        if self._notebook is not None:
            await self._run(self._notebook.close)
        self._thread.shutdown()

    async def take(self, item: object) -> None:
        """Write one thing down, in the order told."""
        match item:
            case Keep(on=on):
                await self._keep(on=on)
            case _ if self._notebook is not None:
                await self._note(self._notebook, item)

    async def _keep(self, *, on: bool) -> None:
        """Begin an empty notebook, or leave nothing of the one there is."""
        if self._path is None or on is self._keeps:
            return
        self._keeps = on
        if self._notebook is not None:
            await self._run(self._notebook.close)
            self._notebook = None
        if not on:
            await self._run(_erase, self._path)
            return
        self._notebook, _, notice = await self._run(_open, self._path)
        self._over = True
        if notice:
            raise EngineError(Blame.DEVICE, notice)

    async def _note(self, notebook: Notebook, item: object) -> None:
        try:
            await self._write(notebook, item)
        except sqlite3.Error as error:
            _log.warning("memory: %s", error)
            await self._run(notebook.close)
            self._notebook = await self._run(Notebook, None)
            what = "erased" if isinstance(item, Forget) else "written down"
            message = f"The conversation could not be {what} ({error}). She remembers until she is closed."
            raise EngineError(Blame.DEVICE, message) from error

    async def _write(self, notebook: Notebook, item: object) -> None:
        now = self._now()
        match item:
            case Remember(messages=messages, summary=summary):
                if self._over:  # the same words in an older conversation are not these
                    await self._run(notebook.keep, (), "", now)
                    self._over = False
                await self._run(notebook.keep, messages, summary, now)
            case Withhold():
                row = (now, item.direction, item.category, item.rule, item.text)
                await self._run(notebook.withhold, row)
            case Forget():
                if not await self._run(notebook.forget):
                    message = "Erased, but another Vesper is running: close it to clear the last traces from the disk."
                    raise EngineError(Blame.DEVICE, message)

    async def _run(self, work: Callable[..., _R], *arguments: object) -> _R:
        """Do blocking work in the one thread that owns the file."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)


def _erase(path: Path) -> None:
    """Leave nothing of what was kept, if anything was."""
    for file in (path, *aside(path), *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)


def _open(path: Path) -> tuple[Notebook, Page | None, str]:
    """The notebook at `path` and what stands in it, with a notice."""
    found = opened(path, _read)
    notebook, page = found.file
    notice = ""
    if found.old:
        notice = (
            f"The file of her memory {found.fault}. It was set aside as {found.old}; she starts an empty one."
        )
    elif found.fault:
        notice = (
            f"The conversation can't be kept on this disk ({found.fault}). She remembers until she is closed."
        )
    return notebook, page, notice


def _read(path: Path | None) -> tuple[Notebook, Page | None]:
    notebook = Notebook(path)
    try:
        return notebook, notebook.page()
    except sqlite3.Error:
        notebook.close()
        raise
