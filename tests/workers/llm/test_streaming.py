from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest

from models.errors import Blame, EngineError
from tests.workers.llm.asking import Naps
from workers.engines.llm.streaming import Spoken, patiently, spoken


def attempts(*plans: list[str | EngineError]) -> tuple[list[int], object]:
    calls: list[int] = []

    async def attempt() -> AsyncGenerator[str, None]:
        plan = plans[len(calls)]
        calls.append(len(calls))
        for step in plan:
            if isinstance(step, EngineError):
                raise step
            yield step

    return calls, attempt


NETWORK = EngineError(Blame.NETWORK, "gone")
SETTINGS = EngineError(Blame.SETTINGS, "wrong")


async def collect(pieces: AsyncGenerator[str, None]) -> list[str]:
    return [piece async for piece in pieces]


async def test_retries_after_one_two_and_four_seconds_then_gives_up() -> None:
    calls, attempt = attempts([NETWORK], [NETWORK], [NETWORK], [NETWORK])
    naps = Naps()
    with pytest.raises(EngineError) as caught:
        await collect(patiently(attempt, 3, naps))  # type: ignore[arg-type]  # built above
    assert caught.value is NETWORK
    assert naps.lengths == [1, 2, 4]
    assert len(calls) == 4


async def test_a_later_try_that_works_is_all_that_is_heard() -> None:
    _, attempt = attempts([NETWORK], ["hi", " you"])
    naps = Naps()
    assert await collect(patiently(attempt, 3, naps)) == ["hi", " you"]  # type: ignore[arg-type]
    assert naps.lengths == [1]


async def test_never_retries_once_a_word_is_out() -> None:
    calls, attempt = attempts(["hi", NETWORK], ["again"])
    naps = Naps()
    with pytest.raises(EngineError):
        await collect(patiently(attempt, 3, naps))  # type: ignore[arg-type]
    assert len(calls) == 1
    assert naps.lengths == []


async def test_never_retries_what_only_the_user_can_mend() -> None:
    calls, attempt = attempts([SETTINGS], ["again"])
    naps = Naps()
    with pytest.raises(EngineError):
        await collect(patiently(attempt, 3, naps))  # type: ignore[arg-type]
    assert len(calls) == 1
    assert naps.lengths == []


@pytest.mark.parametrize(
    ("pieces", "heard"),
    [
        (["Hello", " you."], "Hello you."),
        (["<think>hm</think>Hello"], "Hello"),
        (["<th", "ink>so the user", " says</th", "ink>\n\n", "Hello", " <b"], "Hello <b"),
        (["  <think>never closed"], ""),
        (["<the end"], "<the end"),
        (["<"], "<"),
        ([" \n", "Hi"], "Hi"),
        (["I <think> so", "</think>"], "I <think> so</think>"),
    ],
)
async def test_thoughts_are_not_spoken(pieces: list[str], heard: str) -> None:
    async def stream() -> AsyncGenerator[str, None]:
        for piece in pieces:
            yield piece

    assert "".join(await collect(spoken(stream()))) == heard


def test_an_ordinary_reply_is_never_held_back() -> None:
    filtered = Spoken()
    assert filtered.feed("Oh") == "Oh"
    assert filtered.feed(" <think>") == " <think>"
