"""Whether a model can be loaded at all, found out in a process that may die of it.

The Cubism Core reads a model file without mistrust: a damaged one can end the whole process, even after the Core's
own consistency check, and so can a description that is not JSON. So a model whose files have never been seen is first
loaded, without a picture, by `python -m app.avatar.probe MODEL`; that it survived is remembered by their hash.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

COMMAND = (sys.executable, "-m", "app.avatar.probe")
"""How the child is started; it gets the path of the model's description as its last argument."""
FOLDER = "avatars"
"""Where in the cache it is kept what is known of models, by fingerprint."""
_PATIENCE_S = 20.0
_MOST_BYTES = 512 * 1024 * 1024


class ModelError(Exception):
    """A model cannot be shown; the message says why, in words for the user."""

    def __init__(self, model_file: Path, problem: str) -> None:
        super().__init__(f"The avatar {model_file.name} {problem}.")


def check(model_file: Path, cache: Path, command: Sequence[str] = COMMAND) -> str:
    """Return the model's `fingerprint` when it can be loaded. Raises ModelError."""
    try:
        digest = fingerprint(model_file)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelError(model_file, f"cannot be read: {problem}") from problem
    known = cache / FOLDER / f"{digest}.good"
    if known.exists():
        return digest
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
        raise ModelError(model_file, f"could not be checked: {problem}") from problem
    if done.returncode != 0:
        raise ModelError(model_file, "is damaged: Live2D cannot load it")
    with contextlib.suppress(OSError):  # only another check next time
        known.parent.mkdir(parents=True, exist_ok=True)
        known.touch()
    return digest


def fingerprint(model_file: Path) -> str:
    """A hash of the description and of every file it names. Raises OSError, ValueError, KeyError or TypeError."""
    raw = model_file.read_bytes()
    total = hashlib.sha256(raw)
    for name in sorted(_files(json.loads(raw)["FileReferences"])):
        path = model_file.parent / name
        if path.stat().st_size > _MOST_BYTES:
            problem = f"{name} is too big"
            raise ValueError(problem)
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
