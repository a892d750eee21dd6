"""One model on its way, as a job that can be paused, taken up again and thrown away.

It runs in a thread of its own and tells how it stands by a callback in that thread. What has arrived lies beside the
models as a part file, so a pause, a lost connection or the end of the program cost nothing: the next start goes on
where it stopped. Two jobs, in one program or two, never write the same part: the store's lock lets one through.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from workers.weights.cache import cache_root, edition_in, path_of, size_of
from workers.weights.catalogue import Catalogue, Model, load_catalogue
from workers.weights.errors import StoppedError, WeightsError
from workers.weights.fetch import STAGING, fetch, staging_of
from workers.weights.lock import exclusive
from workers.weights.part import PartFile

_TELL_S = 0.2
_WINDOW_S = 5.0


class DownloadState(StrEnum):
    """How far a download is. PAUSING: told to stop, and waiting for the network to let go."""

    OFFERED = "offered"
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """How a download stands: bytes `done` of `total`, bytes a second, seconds left (None: not known yet).

    `note` is for the user: what it waits for, or why it failed and what to do.
    """

    model_id: str
    state: DownloadState
    done: int
    total: int
    rate_bps: float = 0.0
    left_s: float | None = None
    note: str = ""


class Download:
    """The job of one model. `changed` is called with a `Progress`, in whatever thread it happens."""

    def __init__(
        self,
        model_id: str,
        changed: Callable[[Progress], None],
        *,
        catalogue: Catalogue | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look at the disk what is there already. Raises `CatalogueError` for an unknown id."""
        self._catalogue = catalogue or load_catalogue()
        self.model = self._catalogue[model_id]
        self._changed = changed
        self._clock = clock
        self._halt = threading.Event()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._seen: deque[tuple[float, int]] = deque()
        self._told_s = float("-inf")
        self._progress = self._found()

    @property
    def progress(self) -> Progress:
        """How it stands."""
        return self._progress

    def start(self) -> None:
        """Begin, or go on."""
        with self._guard:
            if self._progress.state in {DownloadState.RUNNING, DownloadState.DONE}:
                return
            before, self._halt = self._thread, threading.Event()
            self._seen.clear()
            self._tell(state=DownloadState.RUNNING, note="")
            self._thread = threading.Thread(
                target=self._run, args=(before, self._halt), name=f"download-{self.model.id}", daemon=True
            )
            self._thread.start()

    def pause(self) -> None:
        """Stop here; what has arrived stays."""
        with self._guard:
            if self._progress.state is DownloadState.RUNNING:
                self._tell(state=DownloadState.PAUSING, rate_bps=0.0, left_s=None)
                self._halt.set()

    def discard(self) -> None:
        """Stop, and throw away what has arrived. Waits for the network to let go."""
        self.pause()
        self.join()
        if self._progress.state is DownloadState.DONE:
            return
        root = cache_root()
        with exclusive(root / ".lock", lambda: None):
            for edition in self.model.editions:
                shutil.rmtree(staging_of(root / STAGING, self.model, edition), ignore_errors=True)
        self._tell(state=DownloadState.OFFERED, done=0, note="")

    def join(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing of it runs; False when that took too long."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout_s)
        return thread is None or not thread.is_alive()

    def _found(self) -> Progress:
        """How it stands by what lies on the disk."""
        model = self.model
        edition = edition_in(path_of(model.id), model)
        if edition is not None:
            return Progress(model.id, DownloadState.DONE, edition.size, edition.size)
        arrived = _arrived(model)
        state = DownloadState.PAUSED if arrived else DownloadState.OFFERED
        return Progress(model.id, state, arrived, model.editions[0].size)

    def _run(self, before: threading.Thread | None, halt: threading.Event) -> None:
        if before is not None:
            before.join()

        def still() -> None:
            if halt.is_set():
                raise StoppedError

        def report(_label: str, done: int, total: int) -> None:
            still()
            self._count(done, total)

        def notice(text: str) -> None:
            self._tell(note=text)

        try:
            still()
            fetch([self.model.id], catalogue=self._catalogue, progress=report, notice=notice, still=still)
        except StoppedError:
            self._end(halt, DownloadState.PAUSED, "")
        except WeightsError as error:
            self._end(halt, DownloadState.FAILED, str(error))
        else:
            self._end(halt, DownloadState.DONE, "")

    def _count(self, done: int, total: int) -> None:
        """Take one report; rate and time left are of the last seconds."""
        now_s = self._clock()
        self._seen.append((now_s, done))
        while now_s - self._seen[0][0] > _WINDOW_S:
            self._seen.popleft()
        if now_s - self._told_s < _TELL_S:
            return
        since_s, since = self._seen[0]
        rate_bps = max(0.0, (done - since) / (now_s - since_s)) if now_s > since_s else 0.0
        left_s = (total - done) / rate_bps if rate_bps > 0 else None
        self._told_s = now_s
        self._tell(done=done, total=total, rate_bps=rate_bps, left_s=left_s, note="")

    def _end(self, halt: threading.Event, state: DownloadState, note: str) -> None:
        with self._guard:
            if halt is not self._halt:
                return  # it was begun again meanwhile
            found = self._found()
            done = found.done if state is not DownloadState.FAILED or found.done else 0
            self._tell(state=state, done=done, rate_bps=0.0, left_s=None, note=note)

    def _tell(self, **changes: object) -> None:
        self._progress = replace(self._progress, **changes)  # type: ignore[arg-type]  # fields of Progress
        self._changed(self._progress)


def _arrived(model: Model) -> int:
    """Bytes of a model that an earlier download left, of the edition that is furthest."""
    counts = [0]
    for edition in model.editions:
        folder = staging_of(cache_root() / STAGING, model, edition)
        whole = sum(file.size for file in edition.files if size_of(folder / file.name) == file.size)
        counts.append(whole + sum(PartFile(folder, file).arrived for file in edition.files))
    return max(counts)
