"""What can answer for her: a language model as it is, or authored lines around a tiny one (`workers.basic`)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

from models.character import Character
from models.commands import Reply, Summarise
from models.ports import LanguageModel
from models.speech import Message, Prompt, Token
from models.summary import SUMMARY_TOKENS, cleaned, summary_prompt
from workers.runtime.remote import rest
from workers.runtime.retry import finish

_NOTES_TEMPERATURE = 0.2


class Thinker(Protocol):
    """Something that can answer: a language model, or basic mode around a tiny one."""

    @property
    def id(self) -> str:
        """The provider's id."""
        ...

    @property
    def engine(self) -> LanguageModel:
        """The model behind it."""
        ...

    @property
    def recipe(self) -> object:
        """What it was made with; two of one recipe answer alike. None: like no other."""
        ...

    @property
    def at_once(self) -> bool:
        """Whether it answers before it is warm."""
        ...

    async def present(self) -> bool:
        """Whether it can be asked now."""
        ...

    async def warm(self, prefix: tuple[Message, ...]) -> None:
        """Get ready, with the unchanging beginning of every prompt."""
        ...

    def become(self, character: Character) -> None:
        """Answer as this character from now on."""
        ...

    def reply(self, order: Reply) -> AsyncGenerator[Token, None]:
        """The reply's text, as it comes."""
        ...

    async def summarise(self, order: Summarise) -> str:
        """The notes, with these messages in them; empty when it makes none that will do."""
        ...

    async def rest(self) -> bool:
        """Give memory back until it is needed again; False when there is none to give."""
        ...

    async def close(self) -> None:
        """End it."""
        ...


@dataclass(frozen=True, slots=True)
class Model:
    """A language model as it is. `probe` tells whether its server answers."""

    id: str
    engine: LanguageModel
    probe: Callable[[], Awaitable[bool]] | None = None
    recipe: object = None

    @property
    def at_once(self) -> bool:
        """A model that is not loaded says nothing."""
        return False

    async def present(self) -> bool:
        """Whether it can be asked now."""
        return self.probe is None or await self.probe()

    async def warm(self, prefix: tuple[Message, ...]) -> None:
        """Load the model and evaluate the prefix."""
        await finish(self.engine.warm(Prompt(prefix)))

    def become(self, character: Character) -> None:
        """The character is in the prompt."""

    async def reply(self, order: Reply) -> AsyncGenerator[Token, None]:
        """The reply's text, as it comes."""
        async for token in self.engine.reply(Prompt(order.messages, order.max_tokens)):
            yield token

    async def summarise(self, order: Summarise) -> str:
        """The model's notes, if they hold."""
        prompt = Prompt(summary_prompt(order), SUMMARY_TOKENS, _NOTES_TEMPERATURE)
        async with aclosing(self.engine.reply(prompt)) as tokens:
            return cleaned("".join([token.text async for token in tokens]), order)

    async def rest(self) -> bool:
        """Unload it."""
        return await rest(self.engine)

    async def close(self) -> None:
        """End it."""
        await self.engine.close()
