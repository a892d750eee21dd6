"""Kokoro's voices: style vectors by name, and blends of them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import Blame, EngineError
from models.speech import Voice

LONGEST = 510
_WIDTH = 256
_PART = re.compile(
    r"^(?:(\d+(?:\.\d+)?)\s*%?\s*\*?\s*)?([a-z]{2}_[a-z0-9]+)(?:\s*\(?\s*(\d+(?:\.\d+)?)\s*%\)?)?$"
)
_LANGUAGES = {"a": "en-US", "b": "en-GB"}
_GENDERS = {"f": "female", "m": "male"}

Style = NDArray[np.float32]


class VoiceBook:
    """The voices in a folder, one `<name>.bin` each: little-endian float32 (510, 256), row = phonemes - 1."""

    def __init__(self, folder: Path) -> None:
        self._files = {file.stem: file for file in sorted(folder.glob("[ab][fm]_*.bin"))}
        self._styles: dict[str, Style] = {}

    def voices(self) -> tuple[Voice, ...]:
        """All voices, by name."""
        return tuple(Voice(name, _LANGUAGES[name[0]], _GENDERS.get(name[1], "")) for name in self._files)

    def style(self, spec: str) -> Style:
        """The style of a voice, or of a blend such as "70% af_heart + 30% af_sky" (weights are normalised).

        Raises:
            EngineError: SETTINGS; a voice of that name does not exist. The message lists names like it.
        """
        if spec not in self._styles:
            parts = self._parts(spec)
            total = sum(weight for weight, _ in parts)
            blend = sum(weight / total * self._load(name) for weight, name in parts)
            self._styles[spec] = np.asarray(blend, np.float32)
        return self._styles[spec]

    def is_british(self, spec: str) -> bool:
        """Whether the larger share of a voice or blend is British."""
        parts = self._parts(spec)
        british = sum(weight for weight, name in parts if name.startswith("b"))
        return british > sum(weight for weight, _ in parts) / 2

    def _parts(self, spec: str) -> list[tuple[float, str]]:
        parts: list[tuple[float, str]] = []
        for text in re.split(r"\s*[+,]\s*", spec.strip().lower()):
            found = _PART.match(text.strip())
            if not found:
                raise self._unknown(text)
            parts.append((float(found[1] or found[3] or 100.0), found[2]))
            if found[2] not in self._files:
                raise self._unknown(found[2])
        if not sum(weight for weight, _ in parts):
            raise EngineError(
                Blame.SETTINGS, f"the voice blend {spec!r} adds up to nothing; give a share in percent"
            )
        return parts

    def _load(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = np.fromfile(self._files[name], "<f4").reshape(LONGEST, _WIDTH)
        return self._styles[name]

    def _unknown(self, name: str) -> EngineError:
        near = get_close_matches(name, self._files, n=4, cutoff=0.3) or list(self._files)[:4]
        return EngineError(
            Blame.SETTINGS, f"no Kokoro voice is called {name!r}; near it are {', '.join(near)}"
        )
