"""The Kokoro network: phonemes in, sound and the length of every phoneme out. Blocking, for one thread."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.errors import Blame, EngineError
from workers.advice import fetching
from workers.engines.tts.melody import DURATIONS, INTONATION, PITCH, open_up
from workers.engines.tts.voices import LONGEST, Style
from workers.weights.cache import path_of

RATE_HZ = 24_000
FRAME_SAMPLES = 600
_SEMITONES = 12
_VOCABULARY, _FIRST = "vocab.json", "kokoro-82m"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sound at `RATE_HZ`, and how many frames of `FRAME_SAMPLES` each symbol lasts, start and end token included."""

    sound: NDArray[np.float32]
    symbols: str
    frames: NDArray[np.int64]


class Kokoro:
    """A loaded network."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        import onnxruntime

        models = sorted(folder.glob("*.onnx"))
        vocabulary = folder / _VOCABULARY
        if not vocabulary.is_file():  # every export of the network has the same one
            vocabulary = path_of(_FIRST) / _VOCABULARY
        if not models or not vocabulary.is_file():
            message = f"the Kokoro model is missing; fetch it with: {fetching()}"
            raise EngineError(Blame.SETTINGS, message)
        table = json.loads(vocabulary.read_text("utf-8"))
        self.ids: dict[str, int] = table.get("vocab", table)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        # Between clauses the arena's pages go back to the system: half of the process, at no cost in time.
        self._run_options = onnxruntime.RunOptions()
        self._run_options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        self._session: Any = _open(
            models[0],
            lambda path: onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]),
        )

    @property
    def known(self) -> frozenset[str]:
        """The symbols the network knows."""
        return frozenset(self.ids)

    def speak(
        self, phonemes: str, style: Style, speed: float, *, pitch: float = 0.0, intonation: float = 1.0
    ) -> Utterance:
        """Say 1 to 510 known symbols. `pitch` is in semitones, `speed` and `intonation` are factors."""
        tokens = [self.ids[symbol] for symbol in phonemes][:LONGEST]
        sound, frames = self._session.run(
            ["audio", DURATIONS],
            {
                "tokens": np.array([[0, *tokens, 0]], np.int64),
                "style": style[len(tokens) - 1 : len(tokens)],
                "speed": np.array([speed], np.float32),
                PITCH: np.array(2.0 ** (pitch / _SEMITONES), np.float32),
                INTONATION: np.array(intonation, np.float32),
            },
            self._run_options,
        )
        counts = np.rint(frames).astype(np.int64).reshape(-1)
        return Utterance(np.asarray(sound, np.float32).reshape(-1), phonemes[:LONGEST], counts)


def _open(model: Path, opened: Callable[[str], Any]) -> Any:  # noqa: ANN401  # an untyped native session
    """Open the model with its melody laid open, from a short-lived file: from memory it would be held twice."""
    with TemporaryDirectory(prefix="vesper-") as folder:
        copy = Path(folder) / model.name
        shutil.copyfile(model, copy)
        open_up(copy)
        return opened(str(copy))
