"""What is known from the events and commands that pass, and the requests that wait for what comes of them.

A request's event carries an id, and `Begun` tells the turn in which it is answered: at once for a line of the user's
own, when she is free for one to say, when it is its turn for a viewer's; or the event log tells that a viewer's line is
skipped. A turn is over with the final `Show` of its reply, or when it is cut.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeVar

from models.commands import Become, Begun, Cancel, Command, Log, MuteVoice, Perform, Show, Speak
from models.events import CharacterChosen, Event, Failed, MicrophoneMuted, ReplyDone, Spoken, Typed, Voiced
from models.persona import Persona
from models.requests import Panicked, Part, PartSwitched, RulesChosen
from models.stream.entry import Entry, Fate
from workers.api.refusal import Refusal

T = TypeVar("T")

_WHOLE = 0.99


class Asking(Enum):
    """What is asked: a line of the user's, a line to say word for word, or a viewer's line."""

    TYPED = auto()
    SAY = auto()
    VIEWER = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: what she said and how she looked. `spoken`: it was heard in full, `duration_s` how long."""

    text: str
    expression: str
    spoken: bool
    duration_s: float


@dataclass(slots=True, eq=False)
class Asked:
    """A request that waits."""

    kind: Asking
    text: str
    done: asyncio.Future[Answer]
    id: str = field(default_factory=lambda: f"api-{secrets.token_hex(8)}")
    turn: int | None = None
    said: str = ""
    expression: str = "idle"
    speaks: bool = False
    cut: bool = False
    over: bool = False
    failed: str = ""
    lengths: dict[int, float] = field(default_factory=dict)
    heard: dict[int, float] = field(default_factory=dict)

    def answer(self) -> None:
        """It is over."""
        if self.done.done():
            return
        if not self.said and self.kind is not Asking.SAY:
            self.done.set_exception(self._nothing())
            return
        length_s = sum(length * self.heard.get(n, 0.0) for n, length in self.lengths.items())
        whole = bool(self.lengths) and all(self.heard.get(n, 0.0) >= _WHOLE for n in self.lengths)
        said = self.said or self.text
        self.done.set_result(Answer(said, self.expression, whole and not self.cut, round(length_s, 2)))

    def _nothing(self) -> Refusal:
        if self.failed:
            return Refusal(503, "She could not answer.", self.failed)
        why = "She was interrupted." if self.cut else "Her mind gave no words; ask again."
        return Refusal(409, "She did not answer.", why)

    def refuse(self, refusal: Refusal) -> None:
        """Nothing will come of it."""
        if not self.done.done():
            self.done.set_exception(refusal)


class Desk:
    """Keeps what is known, and who waits. Use from one event loop only."""

    def __init__(self, persona: Persona | None, off: frozenset[Part], most: int) -> None:
        self.persona = told_of(persona) if persona else {}
        self.on = {part: part not in off for part in Part}
        self.panicked = False
        self._most = most
        self._asked: dict[str, Asked] = {}
        self._watchers: list[Callable[[object], None]] = []
        self._typed: Asked | None = None
        self._speaking: int | None = None

    # --- asking

    @contextmanager
    def asking(self, kind: Asking, text: str) -> Iterator[Asked]:
        """A request that waits inside the block. Raises `Refusal` when too many wait already."""
        if len(self._asked) >= self._most:
            raise Refusal(429, "Too many requests wait for her already.", "Try again later.")
        asked = Asked(kind, text, asyncio.get_running_loop().create_future())
        self._asked[asked.id] = asked
        try:
            yield asked
        finally:
            self._asked.pop(asked.id, None)
            _let_go(asked.done)

    @contextmanager
    def watching(self, found: Callable[[object], T | None]) -> Iterator[asyncio.Future[T]]:
        """The first thing `found` makes of what passes that is not None; it may raise `Refusal`."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def watch(item: object) -> None:
            if future.done():
                return
            try:
                result = found(item)
            except Refusal as refusal:
                future.set_exception(refusal)
                return
            if result is not None:
                future.set_result(result)

        self._watchers.append(watch)
        try:
            yield future
        finally:
            self._watchers.remove(watch)
            _let_go(future)

    def close(self) -> None:
        """Tell everyone who waits that nothing will come any more."""
        for asked in self._asked.values():
            asked.refuse(Refusal(503, "Vesper is closing.", "Start her and try again."))

    # --- what passes

    def notice(self, item: object) -> None:
        """Take note of an event or a command."""
        self._learn(item)
        if self._watchers:
            for watch in tuple(self._watchers):
                watch(item)
        if not self._asked:
            return
        if isinstance(item, Event):
            self._next_step()
            self._happened(item)
        elif isinstance(item, Command):
            self._ordered(item)

    def _learn(self, item: object) -> None:
        match item:
            case Become(character=character) | CharacterChosen(character=character):
                self.persona = told_of(character.persona)
            case PartSwitched(part=part, on=on):
                self.on[part] = on
            case Panicked(on=on):
                self.panicked = on
            case MicrophoneMuted(muted=muted):
                self.on[Part.MICROPHONE] = not muted
            case MuteVoice(muted=muted):
                self.on[Part.VOICE] = not muted
            case RulesChosen(rules=rules):
                self.on[Part.REACTIONS], self.on[Part.CHAT] = rules.reactions, rules.chat

    def _next_step(self) -> None:
        """The commands of the last event have all been given."""
        if (typed := self._typed) and typed.turn is None:
            typed.refuse(Refusal(422, "There is nothing in it to answer.", "Send some words."))
        self._typed = None
        for asked in self._asked.values():
            if asked.turn is None:
                continue
            if asked.kind is Asking.SAY and not asked.speaks:
                asked.refuse(Refusal(422, "There is nothing in it that she could say.", "Send some words."))
            elif asked.over and (asked.cut or not asked.speaks):
                asked.answer()

    def _happened(self, event: Event) -> None:
        match event:
            case Typed(id=key) if key in self._asked:
                self._typed = self._asked[key]
            case Voiced(turn=turn, n=n, track=track):
                for asked in self._of(turn):
                    asked.lengths[n] = track.length_s
            case Spoken(turn=turn, n=n, heard=heard):
                for asked in self._of(turn):
                    asked.heard[n] = heard
            case ReplyDone(turn=turn):
                for asked in self._of(turn):
                    asked.over = True
            case Failed(turn=int() as turn, message=message):
                for asked in self._of(turn):
                    asked.over, asked.failed = True, message

    def _ordered(self, command: Command) -> None:
        match command:
            case Begun(id=key, turn=turn):
                self._begun(key, turn)
            case Speak(turn=turn):
                self._speaking = turn
                for asked in self._of(turn):
                    asked.speaks = True
            case Log(entries=entries):
                for entry in entries:
                    self._logged(entry)
            case Show(key=key, who="her", text=text, final=final) if key.startswith("reply-"):
                self._shown(int(key.removeprefix("reply-")), text, final=final)
            case Cancel() | Perform():
                self._changed(command)

    def _shown(self, turn: int, text: str, *, final: bool) -> None:
        for asked in self._of(turn):
            asked.said = text
            if final:
                asked.answer()

    def _changed(self, command: Cancel | Perform) -> None:
        for asked in self._asked.values():
            if isinstance(command, Perform):
                asked.expression = command.expression
            elif asked.turn is not None and asked.turn <= command.turn:
                asked.cut = asked.over = True

    def _of(self, turn: int) -> list[Asked]:
        return [asked for asked in self._asked.values() if asked.turn == turn]

    def _begun(self, key: str, turn: int) -> None:
        """What was asked is answered in this turn, whose first words may have passed already."""
        if asked := self._called(key):
            asked.turn, asked.speaks = turn, self._speaking == turn

    def _called(self, key: str) -> Asked | None:
        """Who waits by this name; the stream wraps the id of a viewer's line into one of its own."""
        if key in self._asked:
            return self._asked[key]
        viewers = (one for one in self._asked.values() if one.kind is Asking.VIEWER)
        return next((one for one in viewers if one.id in key), None)

    def _logged(self, entry: Entry) -> None:
        """The event log tells what becomes of a viewer's line."""
        if entry.fate is Fate.SKIPPED and (asked := self._called(entry.happening.id)):
            asked.refuse(Refusal(409, "She did not answer.", entry.reason))


def _let_go(future: asyncio.Future[T]) -> None:
    """Nobody waits any more; what came all the same is not complained about."""
    if not future.cancel() and not future.cancelled():
        future.exception()


def told_of(persona: Persona) -> dict[str, str | bool]:
    """The shape of `GET /persona`."""
    return {
        "name": persona.companion,
        "preset": persona.preset,
        "dynamic": persona.dynamic,
        "style": persona.style,
        "energy": persona.energy,
        "family_mode": persona.family,
    }
