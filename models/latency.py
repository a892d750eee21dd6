"""How long her answers take, stage by stage, folded from the times that events carry."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.events import Event, Heard, ReplyDelta, Speaking, SpeechEnded, Typed, Voiced


@dataclass(frozen=True, slots=True)
class Stages:
    """One answer, in seconds: end of speech → text → first word of the answer → its sound made → heard.

    `hearing_s` is None for a line that was written. The stages follow on each other; `total_s` is all of them.
    """

    hearing_s: float | None
    thinking_s: float
    voicing_s: float
    playing_s: float

    @property
    def total_s(self) -> float:
        """From the end of the question to the first sound of the answer."""
        return (self.hearing_s or 0.0) + self.thinking_s + self.voicing_s + self.playing_s


@dataclass(frozen=True, slots=True)
class Latency:
    """What is known of the answer that is under way, and `last`, the newest that was heard."""

    last: Stages | None = None
    ended: tuple[int, float] | None = None
    """The utterance that is over, and when its last voiced sound was."""
    hearing_s: float | None = None
    asked_s: float | None = None
    turn: int = -1
    word_s: float | None = None
    voiced_s: float | None = None

    def after(self, event: Event) -> Latency:
        """What is known once an event has happened."""
        match event:
            case SpeechEnded(utterance=utterance):
                return replace(self, ended=(utterance, event.at_s))
            case Heard(text=text) | Typed(text=text) if text.strip():
                return self._asked(event)
        return self._answered(event, event.at_s)

    def _answered(self, event: Event, at_s: float) -> Latency:
        match event:
            case ReplyDelta(turn=turn, text=text) if self._awaited(turn) and text:
                return replace(self, turn=turn, word_s=at_s, voiced_s=None)
            case Voiced(turn=turn) if turn == self.turn and self.voiced_s is None and self.word_s is not None:
                return replace(self, voiced_s=at_s)
            case Speaking(turn=turn) if turn == self.turn:
                return self._heard(at_s)
        return self

    def _asked(self, event: Event) -> Latency:
        at_s, hearing_s = event.at_s, None
        if isinstance(event, Heard) and self.ended is not None and self.ended[0] == event.utterance:
            hearing_s = max(0.0, at_s - self.ended[1])
        return replace(self, ended=None, hearing_s=hearing_s, asked_s=at_s, word_s=None, voiced_s=None)

    def _awaited(self, turn: int) -> bool:
        return self.asked_s is not None and self.word_s is None and turn > self.turn

    def _heard(self, at_s: float) -> Latency:
        asked_s, word_s, voiced_s = self.asked_s, self.word_s, self.voiced_s
        if asked_s is None or word_s is None or voiced_s is None:
            return self
        stages = Stages(
            self.hearing_s,
            max(0.0, word_s - asked_s),
            max(0.0, voiced_s - word_s),
            max(0.0, at_s - voiced_s),
        )
        return replace(self, last=stages, asked_s=None, word_s=None, voiced_s=None)
