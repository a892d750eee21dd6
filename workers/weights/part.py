"""A file on its way in: bytes are hashed as they are written, and only a verified file gets its name."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Generator, Iterable
from pathlib import Path

from workers.weights.catalogue import ModelFile
from workers.weights.errors import DiskFullError, SourceError

CHUNK_BYTES = 1 << 20
_MEGABYTE = 1_000_000
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class PartFile:
    """The unfinished form of one model file; its name carries the pinned hash, so that pins never mix."""

    def __init__(self, folder: Path, file: ModelFile) -> None:
        """Place the part beside where the finished file will lie."""
        self.file = file
        self.target = folder / file.name
        self._path = folder / f"{file.name}.{file.sha256[:12]}.part"

    @property
    def arrived(self) -> int:
        """Bytes that an earlier try left behind."""
        try:
            return min(self._path.stat().st_size, self.file.size)
        except OSError:
            return 0

    def take(self, start: int, chunks: Iterable[bytes]) -> Generator[int, None, None]:
        """Write `chunks` from byte `start` on and yield the bytes there are so far; then verify and rename.

        Raises:
            SourceError: the bytes are too few, too many, or not those of the pinned SHA-256. A short file
                stays for the next try; a wrong one is removed.
            DiskFullError: the disk is full; what was written is removed.
        """
        try:
            digest = hashlib.sha256()
            with self._path.open("r+b" if start else "wb") as out:
                while out.tell() < start:
                    digest.update(_read(out.read(min(CHUNK_BYTES, start - out.tell()))))
                out.truncate(start)
                done = start
                for chunk in chunks:
                    done += len(chunk)
                    if done > self.file.size:
                        break
                    out.write(chunk)
                    digest.update(chunk)
                    yield done
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            self._path.unlink(missing_ok=True)
            raise disk_full(self._path.parent, self.file.size) from error
        if done < self.file.size:
            message = f'"{self.file.name}" ended after {done} of {self.file.size} bytes'
            raise SourceError(message)
        if done > self.file.size or digest.hexdigest() != self.file.sha256:
            self._path.unlink(missing_ok=True)
            message = f'"{self.file.name}" is not the pinned file (its SHA-256 differs)'
            raise SourceError(message)
        self._path.replace(self.target)


def hash_of(path: Path) -> str:
    """Give the lower-case hex SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_whole(path: Path, file: ModelFile) -> bool:
    """Tell whether `path` is the pinned file, judged by size and SHA-256."""
    return path.is_file() and path.stat().st_size == file.size and hash_of(path) == file.sha256


def need_room(folder: Path, size: int) -> None:
    """Raise DiskFullError when the disk of `folder` has less than `size` bytes and a small margin left."""
    if shutil.disk_usage(folder).free < size + _MEGABYTE:
        raise disk_full(folder, size)


def disk_full(folder: Path, size: int) -> DiskFullError:
    """Say how much room is needed and how much there is."""
    free = shutil.disk_usage(folder).free
    return DiskFullError(
        f"Not enough room for the models: {size / _MEGABYTE:.0f} MB are needed and {free / _MEGABYTE:.0f} MB "
        f"are free on the disk of {folder}. Free some space, or set VESPER_CACHE to a folder on a larger "
        "disk, and start again."
    )


def _read(data: bytes) -> bytes:
    if not data:
        raise SourceError("the unfinished file changed while it was read")
    return data
