"""Do the words sound finished? Smart Turn v3 on the last eight seconds of an utterance."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workers.engines.audio.log_mel import log_mel, unit_variance
from workers.engines.audio.voice_activity import quiet_session

SPAN = 8 * 16_000


class SmartTurn:
    """Judges whether a speaker who fell silent is done. Loaded when it is asked, until it is put away."""

    def __init__(self, folder: Path) -> None:
        self._model = folder / "smart-turn-v3.2-cpu.onnx"
        self._session: Any = None
        self._asked = False

    def finished(self, pcm: bytes) -> float:
        """Probability (0..1) that the turn is over after `pcm` (s16le, 16 kHz; its last 8 s count)."""
        session = self._session = self._session or quiet_session(self._model)
        self._asked = True
        output = session.run(None, {"input_features": features(pcm)[None]})
        return float(output[0][0, 0])

    def put_away(self) -> None:
        """Give the model back, unless it was asked since the last time."""
        if not self._asked and self._session is not None:
            self._session = None
            _give_back()
        self._asked = False


def _give_back() -> None:
    """Hand what was freed to the system; glibc alone keeps it."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def features(pcm: bytes) -> NDArray[np.float32]:
    """The model's input f32 (80, 800): the last 8 s, padded with silence at the front."""
    tail = np.frombuffer(pcm[-2 * SPAN :], "<i2").astype(np.float32) / np.float32(32768)
    return log_mel(unit_variance(np.pad(tail, (SPAN - len(tail), 0))))
