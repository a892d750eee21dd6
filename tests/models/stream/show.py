"""A show in miniature: her core with a mind and a voice that do as they are told, for tests of what she answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from models.commands import Command, Log, Reply, Settle, Speak
from models.companion import Companion
from models.events import Event, ReplyDelta, ReplyDone, Speaking, Spoken, StreamHappened
from models.stream.entry import Fate
from models.stream.happening import Happening, StreamKind
from tests.models.characters import CHARACTER

C = TypeVar("C", bound=Command)


def of(kind: StreamKind, who: str, **fields: object) -> Happening:
    """A happening whose id is its kind and name."""
    return Happening(str(fields.pop("id", f"{kind}-{who}")), kind, who, **fields)  # type: ignore[arg-type]  # fields of a test


@dataclass
class Show:
    """Lets events happen one after the other; `log` is every command since the beginning."""

    her: Companion = field(default_factory=lambda: Companion.of(CHARACTER))
    at_s: float = 100.0
    log: list[Command] = field(default_factory=list)

    def event(self, event: Event) -> list[Command]:
        """Let it happen now."""
        self.her, commands = self.her.step(replace(event, at_s=self.at_s))
        self.log += commands
        return list(commands)

    def happen(self, *happenings: Happening, more: int = 0) -> list[Command]:
        """These happen on the stream."""
        return self.event(StreamHappened(happenings, more))

    def later(self, seconds: float) -> Show:
        """Let time pass, without telling her."""
        self.at_s += seconds
        return self

    @property
    def turn(self) -> int:
        """The turn she is in."""
        return self.her.conversation.turn

    def think(self, text: str = "Thank you.") -> list[Command]:
        """Her mind answers the turn."""
        turn = self.turn
        return [*self.event(ReplyDelta(turn, text)), *self.event(ReplyDone(turn))]

    def speak(self, clauses: int = 99) -> list[Command]:
        """What she has ready is heard, clause by clause."""
        done: list[Command] = []
        turn = self.turn
        for clause in self.her.conversation.answer.clauses[:clauses]:
            if clause.heard is None and self.turn == turn:
                done += self.event(Speaking(turn, clause.n))
                done += self.event(Spoken(turn, clause.n))
        return done

    def answer(self, text: str = "Thank you.") -> list[Command]:
        """Her mind answers, and it is heard to the end."""
        return [*self.think(text), *self.speak()]

    def all(self, kind: type[C]) -> list[C]:
        """Every command of a kind so far."""
        return [command for command in self.log if isinstance(command, kind)]

    @property
    def replies(self) -> list[Reply]:
        """What her mind was asked."""
        return self.all(Reply)

    @property
    def spoken(self) -> list[str]:
        """The clauses she was to say."""
        return [command.text for command in self.all(Speak)]

    @property
    def settled(self) -> list[str]:
        """The ids that were settled, in order."""
        return [one for command in self.all(Settle) for one in command.ids]

    def fates(self, happening_id: str) -> list[Fate]:
        """What became of a happening, step by step."""
        entries = (entry for log in self.all(Log) for entry in log.entries)
        return [entry.fate for entry in entries if entry.happening.id == happening_id]

    def why(self, happening_id: str) -> str:
        """The last reason given for a happening."""
        entries = (entry for log in self.all(Log) for entry in log.entries)
        return [entry.reason for entry in entries if entry.happening.id == happening_id][-1]
