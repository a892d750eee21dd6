"""Is this a human voice? Silero VAD on 32 ms windows at 16 kHz.

Each window is scored with the 64 samples before it as context and a recurrent state. Long stretches without
speech drag that state down, so it starts afresh every few seconds in which nothing sounds like a voice.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WINDOW = 512
_CONTEXT = 64
_QUIET = 0.1
_QUIET_RUN = 5
_REFRESH_WINDOWS = 125
_HUSH = 2e-4
_HUSH_RUN = 16


def quiet_session(path: Path) -> Any:  # noqa: ANN401  # onnxruntime has no types
    """An inference session on one thread which sleeps, not spins, and holds no memory, between runs."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class VoiceActivity:
    """Scores windows in sequence."""

    def __init__(self, folder: Path) -> None:
        self._session = quiet_session(folder / "silero_vad.onnx")
        self._rate = np.array(16_000, np.int64)
        self._input = np.zeros((1, _CONTEXT + WINDOW), np.float32)
        self._hushed = 0
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = np.zeros((2, 1, 128), np.float32)
        self._input[:] = 0
        self._quiet = 0
        self._age = 0

    def score(self, window: NDArray[np.float32], level: float) -> float:
        """Probability (0..1) that the `WINDOW` samples, scaled to ±1 and of RMS `level`, hold a voice.

        Windows too quiet for any voice are not looked at once the last sound is some time ago.
        """
        self._hushed = self._hushed + 1 if level < _HUSH else 0
        if self._hushed > _HUSH_RUN:
            if self._age:
                self.reset()
            return 0.0
        self._input[0, :_CONTEXT] = self._input[0, -_CONTEXT:]
        self._input[0, _CONTEXT:] = window
        feed = {"input": self._input, "state": self._state, "sr": self._rate}
        output, self._state = self._session.run(None, feed)
        voice = float(output[0, 0])
        self._quiet = self._quiet + 1 if voice < _QUIET else 0
        self._age += 1
        if self._age >= _REFRESH_WINDOWS and self._quiet >= _QUIET_RUN:
            self._state = np.zeros((2, 1, 128), np.float32)
            self._age = 1
        return voice
