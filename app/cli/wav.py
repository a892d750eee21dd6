"""WAV files written: 16-bit mono, whole or not at all."""

from __future__ import annotations

import os
import tempfile
import wave
from pathlib import Path

from app.cli.ground import CommandError


def write_speech(path: Path, pcm: bytes, rate_hz: int) -> None:
    """Write mono 16-bit PCM; the file appears whole or not at all. Raises `CommandError`."""
    handle, name = -1, ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file, wave.open(file, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(rate_hz)
            out.writeframes(pcm)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> CommandError:
    """What to do about a file that cannot be written."""
    return CommandError(f"{path} cannot be written ({error.strerror or error}); choose another place with -o")
