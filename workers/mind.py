"""Mind: the organ that answers.

It asks the first thinker that is there, in the order of the settings, and falls back to the next with one
notice. A thinker that was away is looked for again in the background, so Ollama started later is found
without a restart.

Notes on the conversation are made when there is nothing to answer: a reply that is asked for meanwhile goes first,
and they are begun anew afterwards. Notes that a model fails to make are made without one, so every order is answered.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import aclosing, suppress
from dataclasses import dataclass

from models.character import Character
from models.commands import Become, Cancel, Enough, Reply, Summarise
from models.errors import Blame, EngineError, EngineGoneError
from models.events import Failed, Health, ReplyDelta, ReplyDone, Summarised, WorkerChanged
from models.persona import prefix as prefix_of
from models.speech import Message
from models.summary import extract
from workers.questions import Ask, Questions
from workers.runtime.organ import Organ, Sleep, Wake, Warm
from workers.runtime.remote import revive
from workers.runtime.retry import ATTEMPTS
from workers.thinkers import Thinker

_log = logging.getLogger(__name__)
_LOOK_AGAIN_S = 20.0
_CALM_S = 2.0
_NOTES_PATIENCE_S = 90.0


@dataclass(frozen=True, slots=True)
class Consult:
    """Item: ask these from now on, the wanted one first. Where that one can't be made ready, nothing changes."""

    thinkers: tuple[Thinker, ...]


class Mind(Organ):
    """Takes `Reply`, `Cancel`, `Summarise`, `Ask` and what concerns its engines.

    Gives `ReplyDelta`, `ReplyDone` and `Summarised`.

    The first of `thinkers` is the wanted one. Notes are begun `calm_s` after the last reply: her voice needs the
    machine more.
    """

    name = "mind"

    def __init__(
        self, thinkers: tuple[Thinker, ...], prefix: tuple[Message, ...], calm_s: float = _CALM_S
    ) -> None:
        super().__init__()
        self._thinkers = thinkers
        self._open = list(thinkers)
        self._prefix = prefix
        self._character: Character | None = None
        self._current = thinkers[0]
        self._chosen = asyncio.Event()
        self._ready: asyncio.Task[None] | None = None
        self._asleep = False
        self._exchanging: asyncio.Task[None] | None = None
        self._job: tuple[int, asyncio.Task[None]] | None = None
        self._looked_s = 0.0
        self._calm_s = calm_s
        self._owed: Summarise | None = None
        self._notes: asyncio.Task[None] | None = None
        self._questions = Questions()
        self._asking: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Find out who answers and get it ready."""
        self._ready = self.start(self._choose())

    async def end(self) -> None:
        """End all engines."""
        self._questions.give_up()
        for thinker in self._open:
            await thinker.close()

    async def take(self, item: object) -> None:
        """Answer, stop answering, or make notes."""
        match item:
            case Reply(turn=turn):
                self._rouse()
                self._stop(turn)
                self._job = turn, self.start(self._reply(item), turn)
                self._take_questions()
                self._take_notes()
            case Summarise():
                self._rouse()
                self._owed = item
                self._take_notes()
            case Ask() if self._questions.add(item):
                self._rouse()
                self._take_questions()
                self._take_notes()
            case Cancel(turn=turn) | Enough(turn=turn):
                self._stop(turn)
            case Become(character=character):
                self._become(character)
            case _:
                self._tend(item)

    def _tend(self, item: object) -> None:
        """Act on what concerns the engines."""
        match item:
            case Warm(again=True):
                self._asleep = False
                for thinker in self._thinkers:
                    revive(thinker.engine)
                self._ready = self.start(self._choose())
            case Warm():
                self._ready = self.start(self._warm(self._current))
            case Wake():
                self._rouse()
            case Sleep() if not self._asleep and not any(_under_way(task) for task in self._work()):
                self.start(self._rest())
            case Consult(thinkers=thinkers):
                if self._exchanging is not None:
                    self._exchanging.cancel()
                self._exchanging = self.start(self._exchange(thinkers))

    def _become(self, character: Character) -> None:
        self._character = character
        self._prefix = prefix_of(character.persona, character.user)
        for thinker in self._thinkers:
            thinker.become(character)
        if not self._asleep:
            self._ready = self.start(self._warm(self._current))

    def _work(self) -> tuple[asyncio.Task[None] | None, ...]:
        """Whatever may be under way."""
        return self._ready, self._job and self._job[1], self._asking, self._notes, self._exchanging

    def _rouse(self) -> None:
        """Wake the present thinker if it sleeps."""
        if self._asleep:
            self._asleep = False
            self._ready = self.start(self._warm(self._current))

    async def _rest(self) -> None:
        self._asleep = True
        given_back = [await thinker.rest() for thinker in self._thinkers]
        if not any(given_back):
            self._asleep = False
        elif self._asleep:
            self.emit(WorkerChanged(self.name, Health.ASLEEP, self._current.id))

    async def _exchange(self, wanted: tuple[Thinker, ...]) -> None:
        """Get the first of these that is there ready, then ask it; the old ones go when they have answered."""
        thinkers = tuple(self._at_hand(thinker) for thinker in wanted)
        leaving = [thinker for thinker in thinkers if thinker not in self._open]
        self._open += leaving
        try:
            if self._character is not None:
                for thinker in thinkers:
                    thinker.become(self._character)
            present = [thinker for thinker in thinkers if await thinker.present()]
            first = present[0] if present else thinkers[-1]
            await first.warm(self._prefix)
            leaving = [thinker for thinker in self._thinkers if thinker not in thinkers]
            self._thinkers, self._current, self._asleep = thinkers, first, False
            self._looked_s = time.monotonic()
            self._chosen.set()
            self.emit(WorkerChanged(self.name, Health.READY, first.id))
        except EngineError as error:
            self.emit(WorkerChanged(self.name, Health.READY, self._current.id))
            self.emit(Failed(self.name, error.blame, error.message))
        finally:
            self.start(self._retire(leaving))

    def _at_hand(self, wanted: Thinker) -> Thinker:
        """The thinker that is there already and answers like this one, or this one."""
        alike = (one for one in self._thinkers if one.recipe is not None and one.recipe == wanted.recipe)
        return next(alike, wanted)

    async def _retire(self, thinkers: list[Thinker]) -> None:
        """Close thinkers that are not to be asked any more, once they have answered."""
        await self._after_all(self._job and self._job[1])
        self._take_questions()
        self._take_notes()
        for thinker in thinkers:
            await thinker.close()
            self._open.remove(thinker)

    def _stop(self, turn: int) -> None:
        if self._job is not None and self._job[0] <= turn:
            self._job[1].cancel()
            self._job = None

    def _take_notes(self) -> None:
        """Begin the notes that are owed, once she has answered what there is to answer."""
        if self._notes is not None:
            self._notes.cancel()
        self._notes = self.start(self._summarise(self._owed)) if self._owed else None

    def _take_questions(self) -> None:
        """Begin with what is asked outside the conversation, once there is no reply under way."""
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self.start(self._ask()) if self._questions.open else None

    async def _after_all(self, *before: asyncio.Task[None] | None) -> None:
        for task in before:
            if task is not None:
                await asyncio.wait([task])

    async def _ask(self) -> None:
        """Answer questions with the present thinker, then get it ready for the next reply again."""
        await self._after_all(self._ready, self._job and self._job[1])
        thinker = self._current
        await self._questions.ask(thinker.engine)
        with suppress(EngineError):
            await thinker.warm(self._prefix)

    async def _summarise(self, order: Summarise) -> None:
        """Make notes with the present thinker, then get it ready for the next reply again."""
        await self._after_all(self._ready, self._job and self._job[1], self._asking)
        await asyncio.sleep(self._calm_s)
        thinker, text = self._current, ""
        try:
            async with asyncio.timeout(_NOTES_PATIENCE_S):
                text = await thinker.summarise(order)
        except (EngineError, TimeoutError) as error:
            _log.info("notes are made without %s: %s", thinker.id, error)
        self._owed = None
        self.emit(Summarised(text or extract(order.messages, order.summary), len(order.messages)))
        if text:
            await thinker.warm(self._prefix)

    async def _choose(self) -> None:
        """Take the first thinker that is there, and warm it."""
        self._looked_s = time.monotonic()
        present = [thinker for thinker in self._thinkers if await thinker.present()]
        self._current = present[0] if present else self._thinkers[-1]
        self._chosen.set()
        await self._warm(self._current)

    async def _warm(self, thinker: Thinker) -> None:
        try:
            await thinker.warm(self._prefix)
        except EngineError as error:
            following = self._after(thinker)
            if following is None:
                raise
            self.emit(Failed(self.name, error.blame, error.message))
            await self._warm(following)
        else:
            self._current = thinker
            self.emit(WorkerChanged(self.name, Health.READY, thinker.id))

    def _after(self, thinker: Thinker) -> Thinker | None:
        if thinker not in self._thinkers:
            return self._current  # it was exchanged meanwhile
        place = self._thinkers.index(thinker)
        return self._thinkers[place + 1] if place + 1 < len(self._thinkers) else None

    async def _reply(self, order: Reply) -> None:
        await self._chosen.wait()
        if not self._current.at_once:
            await self._after_all(self._ready)
        thinker: Thinker | None = self._current
        while thinker is not None:
            try:
                await self._stream(thinker, order)
            except EngineError as error:
                following = self._after(thinker)
                if following is None:
                    raise
                self.emit(Failed(self.name, error.blame, error.message))
                await following.warm(self._prefix)
                self._current = thinker = following
                self.emit(WorkerChanged(self.name, Health.READY, following.id))
            else:
                break
        self.emit(ReplyDone(order.turn))
        if self._current is not self._thinkers[0] and time.monotonic() - self._looked_s > _LOOK_AGAIN_S:
            self._ready = self.start(self._look_again())

    async def _look_again(self) -> None:
        """Go back to a better thinker that has come up meanwhile."""
        self._looked_s = time.monotonic()
        for thinker in self._thinkers[: self._thinkers.index(self._current)]:
            if await thinker.present():
                await self._warm(thinker)
                return

    async def _stream(self, thinker: Thinker, order: Reply) -> None:
        """Stream one reply. An engine that dies before the first word is asked again; later, what came must do."""
        for attempt in range(ATTEMPTS):
            started = False
            try:
                async with aclosing(thinker.reply(order)) as pieces:
                    async for token in pieces:
                        started = True
                        self.emit(ReplyDelta(order.turn, token.text, token.expression))
            except EngineGoneError:
                raise
            except EngineError as error:
                if started:
                    self.emit(Failed(self.name, error.blame, error.message))
                    return
                if error.blame is not Blame.ENGINE or attempt == ATTEMPTS - 1:
                    raise
            else:
                return


def _under_way(task: asyncio.Task[None] | None) -> bool:
    return task is not None and not task.done()
