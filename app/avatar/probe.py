"""Whether a model can be loaded at all, found out in a process that may die of it.

The Cubism Core reads a model file without mistrust: a damaged one can end the whole process, even after the Core's
own consistency check, and so can a description that is not JSON. So a model whose files have never been seen is first
loaded, without a picture, by `python -m app.avatar.probe MODEL`; that it survived is remembered by their hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

COMMAND = (sys.executable, "-m", "app.avatar.probe")
"""How the child is started; it gets the path of the model's description as its last argument."""
_KNOWN = "avatar-models.txt"
_PATIENCE_S = 20.0
_MOST_BYTES = 512 * 1024 * 1024


class ModelError(Exception):
    """A model cannot be shown; the message says why, in words for the user."""


def check(model_file: Path, cache: Path, command: Sequence[str] = COMMAND) -> None:
    """Return when the model can be loaded. Raises ModelError."""
    try:
        digest = fingerprint(model_file)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelError(f"The avatar {model_file.name} cannot be read: {problem}") from problem
    if digest in _known(cache):
        return
    try:
        done = subprocess.run(
            [*command, str(model_file)],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise ModelError(f"The avatar {model_file.name} could not be checked: {problem}") from problem
    if done.returncode != 0:
        raise ModelError(f"The avatar {model_file.name} is damaged: Live2D cannot load it.")
    _remember(cache, digest)


def fingerprint(model_file: Path) -> str:
    """A hash of the description and of every file it names. Raises OSError, ValueError, KeyError or TypeError."""
    raw = model_file.read_bytes()
    total = hashlib.sha256(raw)
    for name in sorted(_files(json.loads(raw)["FileReferences"])):
        path = model_file.parent / name
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError(f"{name} is too big")
        total.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(node: object) -> Iterator[str]:
    """Every file name in a model's FileReferences, except sounds, which may be missing."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _files(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in {"Name", "Sound"} or not isinstance(value, str | list | dict):
                continue
            yield from _files(value)


def _known(cache: Path) -> frozenset[str]:
    try:
        return frozenset((cache / _KNOWN).read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return frozenset()


def _remember(cache: Path, digest: str) -> None:
    """Add to the known hashes. A cache that cannot be written only means another check next time."""
    fresh = cache / f"{_KNOWN}.{os.getpid()}"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        fresh.write_text("\n".join(sorted(_known(cache) | {digest})) + "\n", encoding="ascii")
        fresh.replace(cache / _KNOWN)
    except OSError:
        fresh.unlink(missing_ok=True)


def main(argv: Sequence[str]) -> int:
    """Load the model named by the last argument and move it a little."""
    from app.avatar.cubism import live2d

    live2d.init_internal("")
    model = live2d.Model()
    model.LoadModelJson(argv[-1], create_renderer=False)
    names = model.GetParamIds()
    for extreme in (model.GetParamMinByIndex, model.GetParamMaxByIndex):
        for index in range(len(names)):
            model.SetParamByIndex(index, extreme(index))
        model.Update(1 / 30)
    drawables = model.GetDrawableIds()
    whole = bool(names) and all(model.GetDrawableVertices(index) for index in range(len(drawables)))
    sys.stdout.flush()
    os._exit(0 if whole else 1)


if __name__ == "__main__":
    main(sys.argv)
