"""Bringing a backup back: laid ready and proven first, put in place while nothing is open, what was there kept aside.

`prepare` lays the files out below the state folder, `confirm` says that they are wanted, `apply_pending` puts them in
place at the next start, before anything else is opened, or at once where she does not run. If a file cannot be put in
place, all are put back.
"""

from __future__ import annotations

import contextlib
import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.care.archive import Archive, unpack
from app.care.backup import BackupError, Fault, Homes
from app.care.pending import PENDING

_log = logging.getLogger(__name__)

_PROVEN = "restore-proven"
_PLAN = "plan.json"
_SIDES = ("-wal", "-shm")


class Becomes(StrEnum):
    """What a restore does to a file."""

    NEW = "new"
    REPLACED = "replaced"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the backup, and what it does to the one that is there."""

    name: str
    becomes: Becomes
    bytes: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and the folder where what it replaced is kept; None where there was nothing."""

    names: tuple[str, ...]
    kept: Path | None


def prepare(archive: Archive, homes: Homes) -> tuple[Change, ...]:
    """Lay a backup's files out, each proven to be whole; tells what would change. Blocking.

    Raises:
        BackupError: the backup is not sound, or there is no room for it. Nothing is left of it then.
    """
    cancel(homes)
    proven = homes.state / _PROVEN
    try:
        _make(proven)
        unpack(archive, proven / "files")
        changes = tuple(
            Change(name, _becomes(proven / "files" / name, homes.place(name)), size)
            for name, size in archive.sizes.items()
        )
        _write_plan(proven / _PLAN, {"settings": str(homes.settings), "names": list(archive.sizes)})
    except BaseException:
        cancel(homes)
        raise
    return changes


def confirm(homes: Homes) -> None:
    """What `prepare` laid out is to be put in place. Raises `BackupError`."""
    try:
        (homes.state / _PROVEN).replace(homes.state / PENDING)
    except OSError as error:
        raise BackupError(Fault.NOT_WRITTEN, str(homes.state), error.strerror or str(error)) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise BackupError(Fault.NOT_WRITTEN, str(folder), error.strerror or str(error)) from error


def _write_plan(path: Path, plan: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(plan), encoding="utf-8")
    except OSError as error:
        raise BackupError(Fault.NOT_WRITTEN, str(path), error.strerror or str(error)) from error


def cancel(homes: Homes) -> None:
    """Forget what was laid out, confirmed or not."""
    for name in (PENDING, _PROVEN):
        shutil.rmtree(homes.state / name, ignore_errors=True)


def discard(homes: Homes) -> None:
    """Forget what was laid out and not confirmed."""
    shutil.rmtree(homes.state / _PROVEN, ignore_errors=True)


def is_pending(homes: Homes) -> bool:
    """Whether a backup is to be put in place at the next start."""
    return (homes.state / PENDING / _PLAN).exists()


def apply_pending(homes: Homes, now: Callable[[], datetime] = datetime.now) -> Restored | None:
    """Put in place what was confirmed; None where nothing was. Nothing of hers may be open.

    Raises:
        BackupError: it cannot be done; everything is as it was, and it is not tried again.
    """
    ready = homes.state / PENDING
    try:
        plan = json.loads((ready / _PLAN).read_text(encoding="utf-8"))
        names = [str(name) for name in plan["names"]]
        homes = Homes(Path(plan["settings"]), homes.personas, homes.state)
    except FileNotFoundError:
        discard(homes)
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        cancel(homes)
        raise BackupError(Fault.DAMAGED, str(ready), str(error)) from error
    aside = _free(homes.state / f"before-restore-{now():%Y-%m-%d-%H%M%S}")
    try:
        kept = _swap(ready / "files", aside, [(name, homes.place(name)) for name in names])
    except OSError as error:
        raise BackupError(
            Fault.NOT_WRITTEN, error.filename or str(homes.state), error.strerror or str(error)
        ) from error
    finally:
        cancel(homes)
    _log.info("a backup was brought back: %d files; what it replaced is in %s", len(names), aside)
    return Restored(tuple(names), aside if kept else None)


def _swap(source: Path, aside: Path, places: list[tuple[str, Path]]) -> bool:
    """Move files in place, and what was there aside; on an error everything back. Whether anything was there."""
    done: list[tuple[Path, Path]] = []
    try:
        for name, place in places:
            place.parent.mkdir(parents=True, exist_ok=True)
            for side in ("", *_SIDES) if place.suffix == ".sqlite3" else ("",):
                there = place.with_name(place.name + side)
                if there.exists():
                    _move(there, aside / (name + side), done)
            _move(source / name, place, done)
    except BaseException:
        for here, before in reversed(done):
            with contextlib.suppress(OSError):
                shutil.move(here, before)
        raise
    return aside.exists()


def _move(old: Path, new: Path, done: list[tuple[Path, Path]]) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(old, new)
    done.append((new, old))


def _becomes(new: Path, place: Path) -> Becomes:
    if not place.exists():
        return Becomes.NEW
    same = place.suffix != ".sqlite3" and new.stat().st_size == place.stat().st_size
    return Becomes.SAME if same and new.read_bytes() == place.read_bytes() else Becomes.REPLACED


def _free(path: Path) -> Path:
    """A name that is not taken yet."""
    names = (path, *(path.with_name(f"{path.name}-{n}") for n in range(2, 1000)))
    return next(name for name in names if not name.exists())
