"""Judges what Whisper wrote: is it speech, and can the cheap decoding be trusted?

Whisper was trained on subtitles, so over silence and noise it writes what subtitles say there. Its own
no-speech probability alone is a poor witness (it is high for short real words); likelihood, loudness and the
words together are a good one.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

HOPELESS_LOGPROB = -1.5
DOUBTFUL_LOGPROB = -0.75
_WEAK_LOGPROB = -0.55
_QUIET_RMS = 0.006
SILENT_RMS = 0.0008
_SHORT_S = 1.2
_LIKELY_SILENCE = 0.6
_WORDS_PER_S = 4.5
_WORDS_SLACK = 3
_LOOP_SHORT, _LOOP_LONG, _LONG_S = 1.9, 2.4, 12.0

_SUBTITLE_NOISE = frozenset({
    "you", "thank you", "thanks", "thank you very much", "thank you so much", "thanks for watching",
    "thank you for watching", "bye", "bye bye", "the end", "okay", "oh", "uh", "um", "so", "hmm", "mm", "mhm",
    "please subscribe", "subscribe", "i", "the", "a", "and", "amen", "music", "applause",
    "silence", "laughter",
    "subtitles by the amara org community", "transcription by castingwords",
})  # fmt: skip
_NEVER_SAID = frozenset({
    "thanks for watching", "thank you for watching", "please subscribe",
    "subtitles by the amara org community", "transcription by castingwords",
})  # fmt: skip
_STAGE = re.compile(r"\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|[♪♫]+")
_NOT_WORD = re.compile(r"[^\w' ]+")


@dataclass(frozen=True, slots=True)
class Sound:
    """What is known of the sound itself: its length, and the RMS (0..1) of its loudest 100 ms."""

    length_s: float
    rms: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One decoding. `avg_logprob` is per token; `no_speech` is Whisper's own probability of silence."""

    text: str
    avg_logprob: float
    no_speech: float


def is_doubtful(found: Hypothesis, sound: Sound) -> bool:
    """Whether a decoding over a short context should be done again over the full window.

    Loops show as text that compresses too well or as more words than a mouth can say. What is hopeless and called
    silence by Whisper itself stays what it is: a second look at noise is a second spent in vain.
    """
    if found.avg_logprob < HOPELESS_LOGPROB and found.no_speech > _LIKELY_SILENCE:
        return False
    raw = found.text.encode()
    ratio = len(raw) / len(zlib.compress(raw)) if raw else 0.0
    too_many = len(found.text.split()) > sound.length_s * _WORDS_PER_S + _WORDS_SLACK
    looping = ratio > (_LOOP_SHORT if sound.length_s < _LONG_S else _LOOP_LONG)
    return looping or too_many or found.avg_logprob < DOUBTFUL_LOGPROB


def heard_text(found: Hypothesis, sound: Sound) -> str:
    """The words of a decoding, or nothing when it is what Whisper makes of silence or noise."""
    text = " ".join(_STAGE.sub(" ", found.text).split())
    plain = " ".join(_NOT_WORD.sub(" ", text.lower()).split())
    if not plain.strip("' ") or found.avg_logprob < HOPELESS_LOGPROB or sound.rms < SILENT_RMS:
        return ""
    if plain in _NEVER_SAID:
        return ""
    if plain in _SUBTITLE_NOISE:
        weak = found.avg_logprob < _WEAK_LOGPROB or sound.rms < _QUIET_RMS
        if weak or (found.no_speech > _LIKELY_SILENCE and sound.length_s > _SHORT_S):
            return ""
    return text
