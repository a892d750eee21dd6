"""Short ways to ask an engine something."""

from __future__ import annotations

from collections.abc import AsyncIterator

from models.ports import LanguageModel
from models.speech import Message, Prompt, Role, Token


def prompt(text: str = "Hello there.", *, max_tokens: int = 40) -> Prompt:
    system = Message(Role.SYSTEM, "You are Vesper, a small snarky fox. Answer in one short sentence.")
    return Prompt((system, Message(Role.USER, text)), max_tokens=max_tokens)


async def said(engine: LanguageModel, request: Prompt | None = None) -> str:
    return "".join([token.text async for token in engine.reply(request or prompt())])


async def warmed(engine: LanguageModel, request: Prompt | None = None) -> None:
    async for _ in engine.warm(request or prompt()):
        pass


async def next_text(tokens: AsyncIterator[Token]) -> str:
    return (await anext(tokens)).text


class Naps:
    """A `sleep` that takes no time and remembers what was asked of it."""

    def __init__(self) -> None:
        self.lengths: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.lengths.append(seconds)
