from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from models.errors import Blame, EngineError
from tests.fakes.openai_server import REPLY, FakeOpenAi, serving
from tests.workers.llm.asking import Naps, next_text, prompt, said, warmed
from workers.engines.llm.openai import OpenAiModel, OpenAiSettings, is_loopback


@pytest.fixture
async def fake() -> AsyncIterator[FakeOpenAi]:
    async with serving(FakeOpenAi(key="secret")) as running:
        yield running


@pytest.fixture
def naps() -> Naps:
    return Naps()


def settings(fake: FakeOpenAi, **changes: object) -> OpenAiSettings:
    return OpenAiSettings.model_validate(
        {"base_url": fake.url, "model": "tiny", "api_key": "secret", **changes}
    )


@pytest.fixture
async def engine(fake: FakeOpenAi, naps: Naps) -> AsyncIterator[OpenAiModel]:
    engine = OpenAiModel(settings(fake), sleep=naps)
    yield engine
    await engine.close()


async def failure(engine: OpenAiModel) -> EngineError:
    with pytest.raises(EngineError) as caught:
        await said(engine)
    await engine.close()
    return caught.value


async def test_streams_word_by_word(engine: OpenAiModel, fake: FakeOpenAi) -> None:
    tokens = [token.text async for token in engine.reply(prompt(max_tokens=33))]
    assert "".join(tokens) == REPLY
    assert len(tokens) == len(REPLY.split())
    (chat,) = fake.chats
    assert chat["max_tokens"] == 33
    assert chat["stream"] is True
    assert [message["role"] for message in chat["messages"]] == ["system", "user"]


async def test_warm_evaluates_the_prefix_of_a_server_on_this_machine(
    engine: OpenAiModel, fake: FakeOpenAi
) -> None:
    await warmed(engine)
    (chat,) = fake.chats
    assert chat["max_tokens"] == 1


@pytest.mark.parametrize("key", ["", "wrong"])
async def test_a_bad_key_is_a_matter_of_settings(fake: FakeOpenAi, naps: Naps, key: str) -> None:
    error = await failure(OpenAiModel(settings(fake, api_key=key), sleep=naps))
    assert error.blame is Blame.SETTINGS
    assert "key" in error.message
    assert naps.lengths == []


async def test_an_unknown_model_is_a_matter_of_settings(fake: FakeOpenAi, naps: Naps) -> None:
    error = await failure(OpenAiModel(settings(fake, model="nosuch"), sleep=naps))
    assert error.blame is Blame.SETTINGS
    assert "nosuch" in error.message


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_an_overloaded_server_is_asked_again(
    engine: OpenAiModel, fake: FakeOpenAi, naps: Naps, status: int
) -> None:
    fake.refuse, fake.refuse_status = 2, status
    assert await said(engine) == REPLY
    assert naps.lengths == [1, 2]


async def test_a_server_that_stays_overloaded_is_the_provider_s_fault(
    engine: OpenAiModel, fake: FakeOpenAi, naps: Naps
) -> None:
    fake.refuse = 9
    error = await failure(engine)
    assert error.blame is Blame.PROVIDER
    assert "Rate limit" in error.message
    assert naps.lengths == [1, 2, 4]


async def test_a_refused_request_is_a_matter_of_settings(engine: OpenAiModel, fake: FakeOpenAi) -> None:
    fake.refuse, fake.refuse_status = 1, 422
    assert (await failure(engine)).blame is Blame.SETTINGS


@pytest.mark.parametrize("how", ["drop_after", "end_early"])
async def test_a_drop_in_mid_stream_blames_the_network(
    engine: OpenAiModel, fake: FakeOpenAi, naps: Naps, how: str
) -> None:
    if how == "drop_after":
        fake.drop_after = 3
    else:
        fake.end_early = True
    assert (await failure(engine)).blame is Blame.NETWORK
    assert naps.lengths == []


async def test_an_error_in_the_stream_is_the_provider_s_fault(engine: OpenAiModel, fake: FakeOpenAi) -> None:
    fake.error_after = 2
    error = await failure(engine)
    assert error.blame is Blame.PROVIDER
    assert "overloaded" in error.message


async def test_something_else_at_the_address_is_the_provider_s_fault(
    engine: OpenAiModel, fake: FakeOpenAi
) -> None:
    fake.garbage = True
    assert (await failure(engine)).blame is Blame.PROVIDER


async def test_nobody_at_the_address_is_the_network_s_fault(naps: Naps) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/v1"
        engine = OpenAiModel(OpenAiSettings(base_url=url), sleep=naps)
        assert (await failure(engine)).blame is Blame.NETWORK
    assert naps.lengths == [1, 2, 4]


async def test_cancelling_hangs_up(engine: OpenAiModel, fake: FakeOpenAi) -> None:
    fake.first_token = asyncio.Event()
    reply = asyncio.create_task(said(engine))
    await fake.asked.wait()
    reply.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reply
    await asyncio.wait_for(fake.cut.wait(), 10)


async def test_leaving_a_stream_early_leaves_the_engine_usable(engine: OpenAiModel) -> None:
    tokens = engine.reply(prompt())
    assert await next_text(tokens) == "Oh,"
    await tokens.aclose()  # type: ignore[attr-defined]  # an async generator
    assert await said(engine) == REPLY


async def test_thoughts_are_not_spoken(engine: OpenAiModel, fake: FakeOpenAi) -> None:
    fake.reply = "<think> The user greets me. </think> Hello you."
    assert await said(engine) == "Hello you."


async def test_a_server_on_this_machine_is_never_asked_through_a_proxy(
    fake: FakeOpenAi, naps: Naps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    engine = OpenAiModel(settings(fake), sleep=naps)
    assert await said(engine) == REPLY
    await engine.close()


def test_the_key_does_not_show_in_the_settings() -> None:
    assert "hunter2" not in repr(OpenAiSettings(api_key=SecretStr("hunter2")))


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:8000/v1", True),
        ("http://127.0.0.2/v1", True),
        ("http://[::1]:1234/v1", True),
        ("https://api.example.org/v1", False),
        ("http://192.168.1.7:8000/v1", False),
        ("http://localhost.example.org/v1", False),
    ],
)
def test_which_addresses_are_this_machine(url: str, local: bool) -> None:  # noqa: FBT001  # a table column
    assert is_loopback(url) is local
