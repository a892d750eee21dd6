"""Timing of a clip in the shape HeadTTS answers with, which TalkingHead and its kin read.

Words, their start times and durations, and Oculus visemes with theirs, as parallel lists; all times in milliseconds
from the start of the clip. As HeadTTS does, every word but the last carries the space after it, so that the words
joined are the text; silence is no viseme: a gap between visemes is a closed mouth.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from models.speech import WordSpan
from models.visemes import Viseme, VisemeSpan


class HeadTts(TypedDict):
    """The JSON object, ready for `json.dumps`."""

    words: list[str]
    wtimes: list[int]
    wdurations: list[int]
    visemes: list[str]
    vtimes: list[int]
    vdurations: list[int]


def head_tts(words: Iterable[WordSpan], spans: Iterable[VisemeSpan]) -> HeadTts:
    """Turn the words and visemes of a clip (seconds) into HeadTTS lists (milliseconds)."""
    said = list(words)
    shown = [span for span in spans if span.viseme is not Viseme.SIL and span.end_s > span.start_s]
    return HeadTts(
        words=[word.text + " " for word in said[:-1]] + [word.text for word in said[-1:]],
        wtimes=[_ms(word.start_s) for word in said],
        wdurations=[_ms(word.end_s) - _ms(word.start_s) for word in said],
        visemes=[span.viseme.value for span in shown],
        vtimes=[_ms(span.start_s) for span in shown],
        vdurations=[_ms(span.end_s) - _ms(span.start_s) for span in shown],
    )


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
