"""Her real core, with a mind and a voice that answer at once: what the API asks for goes through all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.commands import Command, Reply, Speak
from models.companion import Companion
from models.events import Event, ReplyDelta, ReplyDone, Speaking, Spoken, Voiced
from models.visemes import MouthTrack
from tests.models.characters import CHARACTER

CLAUSE_S = 1.5

Reaction = Callable[[Command], tuple[Event, ...]]


def talks(words: str = "A ball of ice.") -> Reaction:
    """A mind that says `words`, and a voice of `CLAUSE_S` a clause."""

    def reaction(command: Command) -> tuple[Event, ...]:
        match command:
            case Reply(turn=turn):
                return ReplyDelta(turn, words), ReplyDone(turn)
            case Speak(turn=turn, n=n):
                return Voiced(turn, n, MouthTrack(CLAUSE_S)), Speaking(turn, n), Spoken(turn, n)
        return ()

    return reaction


class Core:
    """Takes an event, gives everything that passes the Director because of it, the event itself left out."""

    def __init__(self, reaction: Reaction | None = None) -> None:
        self.companion = Companion.of(CHARACTER)
        self.reaction = reaction or talks()
        self._at_s = 100.0

    def __call__(self, event: Event) -> tuple[object, ...]:
        passed: list[object] = []
        waiting = [event]
        while waiting:
            self._at_s += 0.5
            happens = replace(waiting.pop(0), at_s=self._at_s)
            passed.append(happens)
            self.companion, commands = self.companion.step(happens)
            for command in commands:
                passed.append(command)
                waiting += self.reaction(command)
        return tuple(passed[1:])
