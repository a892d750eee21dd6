"""Questions to a language model outside the conversation: the model is tried, nothing is remembered."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import dataclass

from models.errors import Blame, EngineError
from models.ports import LanguageModel
from models.speech import Message, Prompt, Role

_ANSWER_TOKENS = 60


@dataclass(frozen=True, slots=True)
class Ask:
    """Item: ask the present model this, outside the conversation. The answer may be an `EngineError`.

    It waits for the reply that is under way, gives way to one that comes, and is remembered nowhere.
    """

    prompt_text: str
    answer: Future[str]


class Questions:
    """What was asked and is not answered yet, oldest first."""

    def __init__(self) -> None:
        self._asked: deque[Ask] = deque()

    @property
    def open(self) -> bool:
        """Whether there is any."""
        return bool(self._asked)

    def add(self, question: Ask) -> bool:
        """Take a question; False where nobody waits for its answer any more."""
        wanted = question.answer.set_running_or_notify_cancel()
        if wanted:
            self._asked.append(question)
        return wanted

    async def ask(self, model: LanguageModel) -> None:
        """Answer all of them. One that is broken off is asked again the next time."""
        while self._asked:
            question = self._asked[0]
            try:
                text = await _answer(model, question.prompt_text)
            except EngineError as error:
                question.answer.set_exception(error)
            else:
                question.answer.set_result(text)
            self._asked.popleft()

    def give_up(self) -> None:
        """Tell those who still wait that no answer will come."""
        for question in self._asked:
            question.answer.set_exception(EngineError(Blame.ENGINE, "her mind was shut down"))


async def _answer(model: LanguageModel, question: str) -> str:
    """What a model says to one question. Raises `EngineError`, also when it says nothing."""
    prompt = Prompt((Message(Role.USER, question),), _ANSWER_TOKENS)
    async with aclosing(model.reply(prompt)) as tokens:
        text = "".join([token.text async for token in tokens]).strip()
    if not text:
        raise EngineError(Blame.PROVIDER, "the model answered without a word; choose another one")
    return text
