"""Writes a show down while it happens, to be replayed later. Blocking, one line at a time; one thread owns it."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from models.stream.pseudonyms import Pseudonyms
from models.stream.recording import Recorded, heading, line

_log = logging.getLogger(__name__)


class Recorder:
    """A new recording in `folder`, named by the day; nobody else may read it.

    `now` gives the wall clock in seconds since 1970. `pseudonyms`: people get invented names, others in every
    recording; `keep` are names that stay. It never raises: the first thing that goes wrong ends the recording, and
    `notice` says so.
    """

    def __init__(
        self, folder: Path, now: Callable[[], float], *, pseudonyms: bool, keep: Iterable[str] = ()
    ) -> None:
        self._now = now
        self._began = now()
        self._newest_s = 0.0
        self._pseudonyms = Pseudonyms(secrets.token_hex(16), keep) if pseudonyms else None
        self._notice = ""
        self._file: FileIO | None = None
        began = datetime.fromtimestamp(self._began, UTC)
        try:
            self.path, self._file = _create(folder, began.strftime("%Y-%m-%d"))
        except OSError as error:
            self.path = folder
            self._stop(error)
        else:
            self._write(heading(began.isoformat(timespec="milliseconds").replace("+00:00", "Z")))

    @property
    def notice(self) -> str:
        """Why there is no more recording, for the user; empty while all is well."""
        return self._notice

    def note(self, name: str, payload: object) -> None:
        """This event came now."""
        if self._file is None:
            return
        self._newest_s = max(self._newest_s, self._now() - self._began)
        if self._pseudonyms is not None:
            payload = self._pseudonyms.hide(name, payload)
        try:
            written = line(Recorded(self._newest_s, name, payload))
        except (RecursionError, TypeError, ValueError):  # nested beyond what JSON's writer takes
            written = line(Recorded(self._newest_s, name, None))
        self._write(written)

    def close(self) -> None:
        """Done; what was noted is in the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write(self, data: bytes) -> None:
        if self._file is None:
            return
        whole = self._file.tell()
        try:
            while data:
                data = data[self._file.write(data) :]
        except OSError as error:
            self._file.truncate(whole)
            self._stop(error)

    def _stop(self, error: OSError) -> None:
        _log.warning("recording: %s", error)
        self._notice = f"The stream is not recorded any more: {error.strerror or error}. The show goes on."
        self.close()


def _create(folder: Path, day: str) -> tuple[Path, FileIO]:
    """A file that was not there, for its owner alone. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    n = 1
    while True:
        path = folder / (f"{day}.jsonl" if n == 1 else f"{day}-{n}.jsonl")
        try:
            return path, FileIO(path, "xb", opener=_for_owner)
        except FileExistsError:
            n += 1


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
