"""Basic mode as a thinker: authored lines by intent, with the bundled tiny model for small talk no line covers."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime

from models.basic_mode import UNKNOWN, Answer, BasicMode
from models.basic_stream import of_owner, of_stream
from models.basic_talk import small_prompt, tidy
from models.character import Character
from models.commands import Reply, Summarise
from models.errors import EngineError
from models.ports import LanguageModel
from models.speech import Message, Role, Token
from models.stream.happening import StreamKind
from models.stream.reaction import Reaction
from workers.runtime.remote import rest
from workers.runtime.retry import finish

_log = logging.getLogger(__name__)
_SEEDS = 1 << 30
_UNTOLD = Reaction(StreamKind.ALERT, "")
"""What is known of something on the stream that only the history tells."""


@dataclass(slots=True)
class BasicThinker:
    """Answers a `Reply` from `lines`; `engine` varies them where it can, and its absence is not missed."""

    id: str
    engine: LanguageModel
    lines: BasicMode
    name: str = ""
    chance: random.Random = field(default_factory=random.Random)
    now: Callable[[], datetime] = datetime.now
    patience_s: float = 0.1
    recipe: object = None
    warmed: bool = field(default=False, init=False)

    @property
    def at_once(self) -> bool:
        """Authored lines wait for no model."""
        return True

    async def present(self) -> bool:
        """It always is."""
        return True

    async def warm(self, prefix: tuple[Message, ...]) -> None:
        """Load the small model and evaluate its own short prompt; the persona's is too long for it.

        A machine that cannot run it still has the authored lines.
        """
        del prefix
        try:
            await finish(self.engine.warm(small_prompt("Hi.")))
            self.warmed = True
        except EngineError as error:
            _log.info("basic mode does without its model: %s", error.message)

    def become(self, character: Character) -> None:
        """Answer with this character's lines."""
        self.lines, self.name = character.lines, character.user

    async def reply(self, order: Reply) -> AsyncGenerator[Token, None]:
        """One authored line, or tidied small talk; either is short of any limit."""
        answer = self._reaction(order) or await self._answer(order)
        yield Token(answer.text, answer.expression)

    def _reaction(self, order: Reply) -> Answer | None:
        """What she says to the stream; None when her person spoke last, there or here."""
        talk, reaction = order.history, order.reaction
        if reaction is not None and reaction.owner:
            return None
        if reaction is None:
            if not of_stream(talk[-1].content.rpartition("\n")[2]):
                return None
            reaction = _UNTOLD
        seed = self.chance.randrange(_SEEDS)
        return self.lines.react(reaction, seed=seed, history=talk, mood=order.mood)

    async def _answer(self, order: Reply) -> Answer:
        """What she says to her person, who may have written in the chat of the stream."""
        before = [*of_owner(order.history)]
        if order.reaction is not None:
            before.append(Message(Role.USER, order.reaction.text))
        said_now = before.pop()
        talk = tuple(before)
        *_, newest = parts = said_now.content.split("\n")
        seed = self.chance.randrange(_SEEDS)
        for said in dict.fromkeys((" ".join(parts), newest)):  # a sentence may have come in two pieces
            answer = self.lines.answer(said, talk, seed=seed, now=self.now(), name=self.name, mood=order.mood)
            if answer is not None and answer.intent != UNKNOWN:
                return answer
        if answer is not None:
            return answer
        text = await self._small_talk(newest)
        return self.lines.small_talk(tidy(text, newest), talk, seed, order.mood)

    async def _small_talk(self, said: str) -> str:
        """What the model says; nothing when it cannot, or not soon enough to be worth waiting for."""
        pieces: list[str] = []
        if not self.warmed:
            return ""
        try:
            async with (
                asyncio.timeout(self.patience_s),
                aclosing(self.engine.reply(small_prompt(said))) as tokens,
            ):
                pieces.extend([token.text async for token in tokens])
        except (EngineError, TimeoutError):
            return ""
        return "".join(pieces)

    async def summarise(self, order: Summarise) -> str:
        """None of its own: the small model makes things up."""
        del order
        return ""

    async def rest(self) -> bool:
        """Unload the small model."""
        self.warmed = False
        return await rest(self.engine)

    async def close(self) -> None:
        """End the engine."""
        await self.engine.close()
