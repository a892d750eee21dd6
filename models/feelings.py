"""What events do to her mood. The same events with the same times give the same mood, so a recorded session replays."""

from __future__ import annotations

from dataclasses import replace

from models.events import Event, Heard, StreamHappened, Touched, Typed
from models.mood import EFFECTS, TALK, TOUCH, WORDS, Effect, Mood, Rest
from models.stream.happening import Happening, StreamKind

_LIVELY, _BRIGHT, _LOW = 70.0, 75.0, 30.0


def felt(mood: Mood, event: Event, kindness: float = 0.0) -> Mood:
    """The mood after an event; `event.at_s` lets time pass first.

    `kindness`, -1 to 1, is how kind the words of a `Heard` or `Typed` were to her (`models.emotion`).
    """
    mood = mood.at(event.at_s)
    match event:
        case Heard(text=text) | Typed(text=text) if text.strip():
            return mood.moved(replace(TALK, positivity=WORDS * max(-1.0, min(1.0, kindness))))
        case Touched():
            return mood.moved(TOUCH)
        case StreamHappened(happenings=happenings, more=more):
            for happening in happenings:
                mood = mood.moved(effect_of(happening))
            return mood.moved(EFFECTS[StreamKind.CHAT].times(more))
    return mood


def effect_of(happening: Happening) -> Effect:
    """What something on the stream adds."""
    effect = EFFECTS[happening.kind]
    match happening.kind:
        case StreamKind.SUB:
            return effect.times(max(1, min(3, happening.tier)))
        case StreamKind.RAID:
            return effect.times(min(3.0, max(0, happening.viewers) / 10))
    return effect


def in_words(mood: Mood) -> str:
    """How she feels, for a prompt; empty when there is nothing to say of it."""
    if mood.rest is Rest.SLEEPY:
        return "drowsy"
    lively = mood.energy >= _LIVELY
    if mood.positivity < _LOW:
        return "hurt and a little sharp" if lively else "low and quiet"
    if mood.positivity >= _BRIGHT:
        return "bright and lively" if lively else "warm and content"
    return "lively" if lively else ""
