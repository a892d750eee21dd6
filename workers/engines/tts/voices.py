"""Kokoro's voices: style vectors by name, and blends of them."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import Blame, EngineError
from models.speech import Voice
from models.voice_blend import Blend, VoiceBlendError, parse_blend

LONGEST = 510
_WIDTH = 256
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
        """The style of a voice, or of a blend such as "70% af_heart + 30% af_sky" (`models.voice_blend`).

        Raises:
            EngineError: SETTINGS; the text is no blend, or a voice does not exist. The message says what is near it.
        """
        blend = self._blend(spec)
        if len(blend) == 1:
            return self._load(next(iter(blend)))
        mixed = sum(weight * self._load(name) for name, weight in blend.items())
        return np.asarray(mixed, np.float32)

    def is_british(self, spec: str) -> bool:
        """Whether the larger share of a voice or blend is British."""
        return sum(weight for name, weight in self._blend(spec).items() if name.startswith("b")) > 1 / 2

    def _blend(self, spec: str) -> Blend:
        try:
            blend = parse_blend(spec.lower())
        except VoiceBlendError as error:
            raise EngineError(Blame.SETTINGS, str(error)) from error
        for name in blend:
            if name not in self._files:
                raise self._unknown(name)
        return blend

    def _load(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = np.fromfile(self._files[name], "<f4").reshape(LONGEST, _WIDTH)
        return self._styles[name]

    def _unknown(self, name: str) -> EngineError:
        near = get_close_matches(name, self._files, n=4, cutoff=0.3) or list(self._files)[:4]
        return EngineError(
            Blame.SETTINGS, f"no Kokoro voice is called {name!r}; near it are {', '.join(near)}"
        )
