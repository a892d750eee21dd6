from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import AsyncIterator

import httpx
import pytest

from models.errors import Blame, EngineError
from models.speech import Token
from tests.fakes.ollama_server import REPLY, FakeOllama, serving
from tests.workers.llm.asking import Naps, next_text, prompt, said, warmed
from workers.engines.llm.ollama import OllamaModel, OllamaSettings, answers
from workers.runtime.remote import rest


@pytest.fixture
async def fake() -> AsyncIterator[FakeOllama]:
    async with serving(FakeOllama()) as running:
        yield running


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
async def engine(fake: FakeOllama, naps: Naps) -> AsyncIterator[OllamaModel]:
    engine = OllamaModel(OllamaSettings(url=fake.url), sleep=naps)
    yield engine
    await engine.close()


async def collect(tokens: AsyncIterator[Token]) -> list[str]:
    return [token.text async for token in tokens]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_streams_word_by_word(engine: OllamaModel) -> None:
    tokens = [token.text async for token in engine.reply(prompt())]
    assert "".join(tokens) == REPLY
    assert len(tokens) == len(REPLY.split())


async def test_asks_for_what_the_settings_and_the_prompt_say(engine: OllamaModel, fake: FakeOllama) -> None:
    await said(engine, prompt(max_tokens=33))
    (chat,) = fake.chats
    assert chat["model"] == "mistral"
    assert chat["keep_alive"] == "30m"
    assert chat["think"] is False
    assert chat["options"] == {"num_ctx": 4096, "num_predict": 33, "temperature": 0.8, "top_p": 0.9}
    assert [message["role"] for message in chat["messages"]] == ["system", "user"]


async def test_warm_loads_the_model_and_evaluates_the_prefix_with_the_same_context(
    engine: OllamaModel, fake: FakeOllama
) -> None:
    await warmed(engine)
    assert fake.loaded == {"mistral"}
    await said(engine)
    warming, asking = fake.chats
    assert warming["messages"] == asking["messages"]
    assert warming["options"]["num_predict"] == 1
    assert warming["options"]["num_ctx"] == asking["options"]["num_ctx"]


async def test_a_cold_load_and_a_slow_first_token_are_waited_for(
    engine: OllamaModel, fake: FakeOllama
) -> None:
    fake.load, fake.first_token = asyncio.Event(), asyncio.Event()
    reply = asyncio.create_task(said(engine))
    await fake.asked.wait()
    assert not reply.done()
    fake.load.set()
    assert not reply.done()
    fake.first_token.set()
    assert await reply == REPLY
    assert len(fake.chats) == 1


async def test_patience_has_an_end(fake: FakeOllama, naps: Naps) -> None:
    fake.first_token = asyncio.Event()
    engine = OllamaModel(OllamaSettings(url=fake.url, timeout_s=1, retries=0), sleep=naps)
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.NETWORK
    await engine.close()


async def test_an_unknown_model_is_a_matter_of_settings_with_advice(fake: FakeOllama, naps: Naps) -> None:
    engine = OllamaModel(OllamaSettings(url=fake.url, model="nosuch"), sleep=naps)
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.SETTINGS
    assert "ollama pull nosuch" in caught.value.message
    assert "llama3.2:3b, mistral:latest" in caught.value.message
    assert naps.lengths == []
    await engine.close()


async def test_nobody_at_the_address_is_the_network_s_fault_after_three_retries(naps: Naps) -> None:
    engine = OllamaModel(OllamaSettings(url=f"http://127.0.0.1:{free_port()}"), sleep=naps)
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.NETWORK
    assert "ollama serve" in caught.value.message
    assert naps.lengths == [1, 2, 4]
    await engine.close()


async def test_a_busy_server_is_asked_again(engine: OllamaModel, fake: FakeOllama, naps: Naps) -> None:
    fake.refuse = 2
    assert await said(engine) == REPLY
    assert naps.lengths == [1, 2]


async def test_a_server_that_stays_busy_is_the_provider_s_fault(
    engine: OllamaModel, fake: FakeOllama
) -> None:
    fake.refuse = 9
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.PROVIDER


@pytest.mark.parametrize("how", ["drop_after", "end_early"])
async def test_a_drop_in_mid_stream_keeps_what_came_and_blames_the_network(
    engine: OllamaModel, fake: FakeOllama, naps: Naps, how: str
) -> None:
    if how == "drop_after":
        fake.drop_after = 3
    else:
        fake.end_early = True
    tokens = engine.reply(prompt())
    assert [await next_text(tokens) for _ in range(3)] == ["Oh,", " you", " again."]
    with pytest.raises(EngineError) as caught:
        await collect(tokens)
    assert caught.value.blame is Blame.NETWORK
    assert naps.lengths == []


async def test_an_error_in_the_stream_is_the_provider_s_fault(engine: OllamaModel, fake: FakeOllama) -> None:
    fake.error_after = 2
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.PROVIDER
    assert "running the model" in caught.value.message


async def test_a_model_too_large_for_the_machine_is_a_matter_of_settings(
    engine: OllamaModel, fake: FakeOllama, naps: Naps
) -> None:
    fake.refuse, fake.refuse_status = 1, 500
    fake.refuse_text = "model requires more system memory (9.8 GiB) than is available (4.1 GiB)"
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.SETTINGS
    assert naps.lengths == []


async def test_cancelling_hangs_up_so_that_the_server_stops(engine: OllamaModel, fake: FakeOllama) -> None:
    fake.first_token = asyncio.Event()
    reply = asyncio.create_task(said(engine))
    await fake.asked.wait()
    reply.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reply
    await asyncio.wait_for(fake.cut.wait(), 10)


async def test_leaving_a_stream_early_leaves_the_engine_usable(engine: OllamaModel) -> None:
    tokens = engine.reply(prompt())
    assert await next_text(tokens) == "Oh,"
    await tokens.aclose()  # type: ignore[attr-defined]  # an async generator
    assert await said(engine) == REPLY


async def test_a_proxy_of_the_environment_is_never_used(
    fake: FakeOllama, naps: Naps, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    engine = OllamaModel(OllamaSettings(url=fake.url), sleep=naps)
    assert await said(engine) == REPLY
    assert await answers(OllamaSettings(url=fake.url))
    await engine.close()


async def test_the_probe_sees_a_server_and_its_absence(fake: FakeOllama) -> None:
    assert await answers(OllamaSettings(url=fake.url))
    assert not await answers(OllamaSettings(url=f"http://127.0.0.1:{free_port()}"))
    assert not await answers(OllamaSettings(url="not an address"))


async def test_the_probe_gives_up_on_a_server_that_never_answers() -> None:
    held: list[asyncio.StreamWriter] = []

    def hold(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held.append(writer)

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    assert not await answers(OllamaSettings(url=f"http://127.0.0.1:{port}"))
    for writer in held:
        writer.close()
    server.close()
    await server.wait_closed()


async def test_something_else_at_the_address_is_the_provider_s_fault(naps: Naps) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>hi</html>")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    engine = OllamaModel(OllamaSettings(url=url, retries=0), sleep=naps)
    with pytest.raises(EngineError) as caught:
        await said(engine)
    assert caught.value.blame is Blame.PROVIDER
    assert not await answers(OllamaSettings(url=url))
    await engine.close()
    server.close()
    await server.wait_closed()


async def test_closing_twice_and_before_use_is_harmless(fake: FakeOllama) -> None:
    engine = OllamaModel(OllamaSettings(url=fake.url))
    await engine.close()
    assert await said(engine) == REPLY
    await engine.close()
    await engine.close()


def test_the_fake_runs_as_a_program() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.ollama_server", "--port", "0", "--model", "tiny"],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            url = process.stdout.readline().strip()
            tags = httpx.get(f"{url}/api/tags", trust_env=False).json()
            assert [model["name"] for model in tags["models"]] == ["tiny"]
            shown = httpx.post(f"{url}/api/show", json={"model": "nosuch"}, trust_env=False)
            assert shown.status_code == 404
        finally:
            process.terminate()


async def test_at_rest_nothing_is_asked_of_the_server(engine: OllamaModel, fake: FakeOllama) -> None:
    await warmed(engine)
    asked = len(fake.chats)
    assert await rest(engine)
    assert len(fake.chats) == asked
