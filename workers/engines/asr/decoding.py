"""Whisper over a short encoder context: the native half of the transcriber, blocking, for one thread.

Whisper's encoder always looks at 30 s, whatever is said; on a CPU that is most of the wait. Its positional
encoding is absolute, so a shorter window is a prefix of what it knows: the log-mel features are padded with
silence to the utterance and a margin only. Without the rest of the silence it now and then loops or stops
early, so a doubtful result (`verdict.is_doubtful`) is decoded again over the whole window.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.speech import MIC_RATE_HZ, Transcript
from workers.engines.asr import without_av  # noqa: F401  # before faster_whisper is imported
from workers.engines.asr.pauses import cut_at_pauses
from workers.engines.asr.verdict import SILENT_RMS, Hypothesis, Sound, heard_text, is_doubtful

_WINDOW_S = 30.0
_LONGEST_PIECE_S, _SHORTEST_PIECE_S = 28.0, 16.0
_FRAMES_PER_S = 100
_TOKENS_PER_S = 7
_TOKENS_SLACK = 12
_TOKENS_MAX = 448
_SURE_OF_LANGUAGE = 0.8
_ENOUGH_FOR_LANGUAGE_S = 1.0

Samples = NDArray[np.float32]


class AbandonedError(Exception):
    """The one who asked no longer wants the answer."""


class ShortContextWhisper:
    """A loaded Whisper model. Calls block; one thread at a time."""

    def __init__(
        self, folder: Path, *, device: str, compute_type: str, threads: int, margin_s: float
    ) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(
            str(folder), device=device, compute_type=compute_type, cpu_threads=threads, local_files_only=True
        )
        self._margin_s = margin_s
        self._prompts: dict[str, Any] = {}
        self._language = "en"

    def warm(self) -> None:
        """Decode one synthetic second, so that every kernel and buffer is there before the first word."""
        ticks = np.arange(MIC_RATE_HZ, dtype=np.float32) / MIC_RATE_HZ
        hum = (0.1 * np.sin(2 * np.pi * 180 * ticks)).astype(np.float32)
        self._decode(hum, "en", beam=1, window_s=self._margin_s + 1.0)

    def transcribe(
        self, sound: Samples, language: str, *, beam: int, careful: bool, abandoned: threading.Event
    ) -> Transcript:
        """Give the words in `sound` (16 kHz, mono, -1..1).

        `language` is a code, or "auto": then the language heard with certainty is kept until another one is.
        `careful` allows a second, slower decoding.

        Raises:
            AbandonedError: `abandoned` was set meanwhile.
        """
        texts: list[str] = []
        worst = 0.0
        for piece in cut_at_pauses(sound, MIC_RATE_HZ, _LONGEST_PIECE_S, _SHORTEST_PIECE_S):
            if abandoned.is_set():
                raise AbandonedError
            known = Sound(len(piece) / MIC_RATE_HZ, _loudest(piece))
            if known.rms < SILENT_RMS:
                continue
            window_s = min(_WINDOW_S, known.length_s + self._margin_s)
            found = self._decode(piece, language, beam=beam, window_s=window_s)
            if careful and window_s < _WINDOW_S and is_doubtful(found, known) and not abandoned.is_set():
                found = self._decode(piece, language, beam=beam, window_s=_WINDOW_S)
            if text := heard_text(found, known):
                texts.append(text)
                worst = min(worst, found.avg_logprob)
        return Transcript(" ".join(texts), language if language != "auto" else self._language, worst)

    def _decode(self, sound: Samples, language: str, *, beam: int, window_s: float) -> Hypothesis:
        from faster_whisper.audio import pad_or_trim

        length_s = len(sound) / MIC_RATE_HZ
        spoken = int(length_s * _FRAMES_PER_S)
        frames = min(int(_WINDOW_S * _FRAMES_PER_S), int(window_s * _FRAMES_PER_S) + 1)
        features = self._model.feature_extractor(sound)[:, :spoken]
        encoded = self._model.encode(pad_or_trim(features, frames - frames % 2))
        if language == "auto":
            language = self._listen_for_language(encoded, length_s)
        tokenizer = self._tokenizer(language)
        prompt = [*tokenizer.sot_sequence, tokenizer.no_timestamps]
        length = len(prompt) + _TOKENS_SLACK + int(length_s * _TOKENS_PER_S)
        result = self._model.model.generate(
            encoded, [prompt], beam_size=beam, max_length=min(_TOKENS_MAX, length), return_scores=True,
            return_no_speech_prob=True, suppress_blank=True, suppress_tokens=[-1],
        )[0]  # fmt: skip
        words = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        return Hypothesis(
            str(tokenizer.decode(words)).strip(), float(result.scores[0]), float(result.no_speech_prob)
        )

    def _listen_for_language(self, encoded: Any, length_s: float) -> str:  # noqa: ANN401  # a native tensor
        if length_s >= _ENOUGH_FOR_LANGUAGE_S and self._model.model.is_multilingual:
            token, sure = self._model.model.detect_language(encoded)[0][0]
            if sure >= _SURE_OF_LANGUAGE:
                self._language = token[2:-2]
        return self._language

    def _tokenizer(self, language: str) -> Any:  # noqa: ANN401  # untyped library
        if language not in self._prompts:
            from faster_whisper.tokenizer import Tokenizer

            self._prompts[language] = Tokenizer(
                self._model.hf_tokenizer,
                self._model.model.is_multilingual,
                task="transcribe",
                language=language,
            )
        return self._prompts[language]


def _loudest(sound: Samples) -> float:
    step = MIC_RATE_HZ // 10
    if len(sound) < step:
        return float(np.sqrt(np.square(sound).mean())) if len(sound) else 0.0
    return float(np.sqrt(np.square(sound[: len(sound) // step * step]).reshape(-1, step).mean(axis=1).max()))
