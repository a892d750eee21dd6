"""The diagnostic bundle: one zip with what helps to find a mistake, listed and readable before it is saved.

Secrets are taken out again while it is packed: those of the keyring by their values, others by their looks. What the
two of you said is in it only when it was asked for.
"""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import logs, paths
from app.care import facts
from app.care.scrub import for_strangers
from app.care.sqlite_copy import copied
from app.credentials.names import known_secrets

_LOG_BYTES = 512 * 1024
_ALL_LOGS_BYTES = 4 * 1024 * 1024
MEMORY = "memory.sqlite3"


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the bundle: its name in there, its content."""

    name: str
    content: bytes

    @property
    def readable(self) -> bool:
        """Whether it is text."""
        return not self.name.endswith(".sqlite3")


class BundleError(Exception):
    """The bundle cannot be written to `path`; `why` is what the system said."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be written ({why})")
        self.path, self.why = path, why


def gather(
    settings: Path,
    secret: Callable[[str], str | None],
    *,
    conversation: bool = False,
    doctor: Callable[[Path], str] | None = None,
) -> tuple[Item, ...]:
    """Look everything up; takes as long as the doctor and the keyring do, so never on the GUI thread.

    Args:
        settings: the settings file.
        secret: gives a secret by its name; what it gives is in nothing that is gathered.
        conversation: with what was said and remembered.
        doctor: looks at every part and reports as JSON; None: the real one.
    """
    _hide(secret)
    items = [
        Item("about.json", _json(facts.about())),
        Item("doctor.json", _text((doctor or facts.Doctor().report)(settings))),
        Item("models.json", _json(facts.models())),
    ]
    if (text := _read(settings)) is not None:
        items.append(Item("settings.toml", for_strangers(text).encode()))
    items += _logs(paths.log_folder())
    if conversation and paths.memory_file().exists():
        items.append(Item(MEMORY, copied(paths.memory_file())))
    return tuple(items)


def suggested_name(now: datetime) -> str:
    """What to call the file."""
    return f"vesper-report-{now:%Y-%m-%d-%H%M}.zip"


def pack(items: Iterable[Item], target: Path) -> Path:
    """Write the bundle as a whole or not at all, for its owner's eyes. Raises `BundleError`."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
                for item in items:
                    bundle.writestr(item.name, item.content)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BundleError(target, error.strerror or str(error)) from error
    return target


def _hide(secret: Callable[[str], str | None]) -> None:
    """Have every secret there is known to the redaction."""
    for known in known_secrets():
        if value := secret(known.name):
            logs.hide(value)
    if token := _read(paths.token_file()):
        logs.hide(token.strip())


def _logs(folder: Path) -> list[Item]:
    """The ends of the newest logs, and what the fault handler wrote."""
    files = [*folder.glob("*.jsonl"), *folder.glob("*.fault.txt"), *folder.glob("*.last-fault.txt")]
    files.sort(key=lambda file: (not file.name.startswith("vesper."), file.name))
    items, left = [], _ALL_LOGS_BYTES
    for file in files:
        text = _end(file, min(_LOG_BYTES, left))
        if text.strip():
            items.append(Item(f"logs/{file.name}", logs.anonymous(text).encode()))
            left -= len(text)
    return items


def _end(file: Path, most: int) -> str:
    """The last whole lines of a file."""
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - most))
            text = opened.read(most).decode("utf-8", "replace")
    except OSError:
        return ""
    return text if size <= most else text.partition("\n")[2]


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _json(value: object) -> bytes:
    return _text(json.dumps(value, indent=2, ensure_ascii=False))


def _text(text: str) -> bytes:
    return logs.anonymous(text).encode()
