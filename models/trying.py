"""Sentences said to try the microphone: heard, shown where they were tried, and never answered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.events import Event, Heard, PartlyHeard, SpeechEnded, SpeechStarted
from models.requests import HearingTried

NOTHING_TRIED = -1


@dataclass(frozen=True, slots=True)
class Trying:
    """`on`: what is said now is a trial. `last` is the newest utterance that was begun as one."""

    on: bool = False
    last: int = NOTHING_TRIED

    def after(self, event: Event) -> Trying:
        """What is tried after an event."""
        match event:
            case HearingTried(on=on):
                return replace(self, on=on)
            case SpeechStarted(utterance=utterance) if self.on:
                return replace(self, last=utterance)
            case SpeechStarted(utterance=utterance) if utterance == self.last:
                return replace(self, last=NOTHING_TRIED)  # the numbers began anew
        return self

    def keeps(self, event: Event) -> bool:
        """Whether this is part of a trial, and no part of the conversation."""
        match event:
            case SpeechStarted():
                return self.on
            case (
                SpeechEnded(utterance=utterance)
                | PartlyHeard(utterance=utterance)
                | Heard(utterance=utterance)
            ):
                return self.on or utterance == self.last
        return False
