"""The embedded engine with the bundled model: real weights, real tokens."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from models.errors import Blame, EngineError
from tests.workers.llm.asking import next_text, prompt, said, warmed
from workers.engines.llm import cpu
from workers.engines.llm.llama import BUNDLED, LlamaModel, LlamaSettings
from workers.weights.cache import path_of

PROMPTS = (
    "Hello!",
    "What is your name?",
    "I am tired today.",
    "I went to the beach.",
    "My cat knocked over a plant.",
    "I finally finished my essay.",
    "It is raining again.",
    "I think pineapple belongs on pizza.",
    "I am learning Python.",
    "We won the match!",
    "My neighbour is loud.",
    "I bought a new keyboard.",
    "I had soup for lunch.",
    "I cannot sleep.",
    "The train was late.",
    "I miss summer.",
    "I painted my room blue.",
    "My sister is visiting.",
    "I lost my keys.",
    "I am going to bake bread.",
)


@pytest.fixture(scope="module")
def weights() -> Path:
    found = sorted(path_of(BUNDLED).glob("*.gguf"))
    if not found:
        pytest.fail("the bundled model is not in the cache; fetch it with: python3 installer/run.py")
    return found[0]


@pytest.fixture
async def engine(weights: Path) -> AsyncIterator[LlamaModel]:
    engine = LlamaModel(LlamaSettings())
    yield engine
    await engine.close()


@pytest.mark.models
async def test_twenty_prompts_give_twenty_replies(engine: LlamaModel) -> None:
    await warmed(engine)
    for text in PROMPTS:
        reply = await said(engine, prompt(text, max_tokens=30))
        assert re.search(r"[A-Za-z]{2}", reply), (text, reply)
        assert "<|" not in reply


@pytest.mark.models
async def test_a_reply_comes_in_pieces_and_keeps_its_limit(engine: LlamaModel) -> None:
    tokens = [token.text async for token in engine.reply(prompt("Tell me a long story.", max_tokens=12))]
    assert 4 <= len(tokens) <= 12


@pytest.mark.models
async def test_a_cancelled_reply_lets_go_and_the_next_one_works(engine: LlamaModel) -> None:
    await warmed(engine)
    long = prompt("Tell me a very long story about the sea.", max_tokens=1500)
    tokens = engine.reply(long)
    await next_text(tokens)
    await tokens.aclose()  # type: ignore[attr-defined]  # an async generator
    assert await said(engine, prompt(max_tokens=5))


@pytest.mark.models
async def test_a_reply_cancelled_while_it_still_reads_lets_go(engine: LlamaModel) -> None:
    await warmed(engine)
    reading = asyncio.create_task(said(engine, prompt("word " * 1500, max_tokens=5)))
    await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert await said(engine, prompt(max_tokens=5))


@pytest.mark.models
async def test_closing_in_mid_reply_ends_it(weights: Path) -> None:
    engine = LlamaModel(LlamaSettings())
    tokens = engine.reply(prompt("Tell me a very long story.", max_tokens=1500))
    await next_text(tokens)
    await engine.close()
    await tokens.aclose()  # type: ignore[attr-defined]  # an async generator


@pytest.mark.models
async def test_the_prefix_evaluated_by_warm_is_kept(engine: LlamaModel) -> None:
    request = prompt("Hi. " * 80)
    await warmed(engine, request)
    chunks: list[dict[str, object]] = []
    server = engine._server
    body = engine._body(request, 1)
    server.handle_chat_completions(body, chunks.append)
    timings = chunks[-1]["timings"]
    assert isinstance(timings, dict)
    assert timings["cache_n"] > 150
    assert timings["prompt_n"] < 10


@pytest.mark.models
async def test_no_network_port_is_opened(engine: LlamaModel) -> None:
    before = {c.laddr for c in psutil.Process().net_connections("inet") if c.status == psutil.CONN_LISTEN}
    await warmed(engine)
    after = {c.laddr for c in psutil.Process().net_connections("inet") if c.status == psutil.CONN_LISTEN}
    assert after == before
    assert engine._server.listening_address.startswith("unix://")


@pytest.mark.models
async def test_a_grammar_is_obeyed(weights: Path) -> None:
    engine = LlamaModel(LlamaSettings(grammar='root ::= "yes" | "no"'))
    assert await said(engine, prompt("Is the sky blue?")) in {"yes", "no"}
    await engine.close()


@pytest.mark.models
async def test_a_gguf_of_the_user_s_own_runs_with_its_chat_template(weights: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.gguf"
    own.symlink_to(weights)
    settings = LlamaSettings(model=str(own))
    assert not settings.basic
    engine = LlamaModel(settings)
    reply = await said(engine, prompt("What colour is the sky?"))
    assert reply
    assert "<|im_" not in reply
    await engine.close()


@pytest.mark.models
async def test_a_conversation_too_long_for_the_context_is_a_matter_of_settings(weights: Path) -> None:
    engine = LlamaModel(LlamaSettings(context_tokens=512))
    with pytest.raises(EngineError) as caught:
        await said(engine, prompt("word " * 900))
    assert caught.value.blame is Blame.SETTINGS
    await engine.close()


async def refusal(settings: LlamaSettings) -> EngineError:
    engine = LlamaModel(settings)
    with pytest.raises(EngineError) as caught:
        await said(engine)
    await engine.close()
    return caught.value


async def test_a_missing_file_is_a_matter_of_settings(tmp_path: Path) -> None:
    error = await refusal(LlamaSettings(model=str(tmp_path / "nosuch.gguf")))
    assert error.blame is Blame.SETTINGS
    assert "nosuch.gguf" in error.message


async def test_missing_weights_name_the_command_that_fetches_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path))
    error = await refusal(LlamaSettings())
    assert error.blame is Blame.SETTINGS
    assert "installer/run.py" in error.message


async def test_a_file_of_another_kind_is_a_matter_of_settings(tmp_path: Path) -> None:
    (tmp_path / "x.gguf").write_bytes(b"not a model")
    assert (await refusal(LlamaSettings(model=str(tmp_path / "x.gguf")))).blame is Blame.SETTINGS


async def test_a_damaged_model_is_the_engine_s_fault(tmp_path: Path) -> None:
    (tmp_path / "x.gguf").write_bytes(b"GGUF" + bytes(range(256)) * 8)
    error = await refusal(LlamaSettings(model=str(tmp_path / "x.gguf")))
    assert error.blame is Blame.ENGINE
    assert "x.gguf" in error.message


async def test_a_processor_without_avx2_is_refused_before_the_library_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.gguf").write_bytes(b"GGUF")
    monkeypatch.setattr("workers.engines.llm.llama.supported", lambda: False)
    error = await refusal(LlamaSettings(model=str(tmp_path / "x.gguf")))
    assert error.blame is Blame.ENGINE
    assert "AVX2" in error.message


def test_avx2_is_read_from_the_processor_s_flags(tmp_path: Path) -> None:
    info = tmp_path / "cpuinfo"
    info.write_text("processor : 0\nflags : fpu avx sse4_2\n")
    assert not cpu.has_avx2(info)
    info.write_text("processor : 0\nflags : fpu avx avx2\n")
    assert cpu.has_avx2(info)
    assert cpu.has_avx2(tmp_path / "nosuch")


@pytest.mark.parametrize(
    ("machine", "needed"), [("x86_64", True), ("AMD64", True), ("arm64", False), ("aarch64", False)]
)
def test_only_x86_64_needs_avx2(machine: str, needed: bool) -> None:  # noqa: FBT001  # a table column
    assert cpu.needs_avx2(machine) is needed


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.mark.models
async def test_nothing_is_left_to_connect_to(
    engine: LlamaModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    await warmed(engine)
    assert _entries(tmp_path) == []
    assert await said(engine, prompt(max_tokens=5))


@pytest.mark.models
async def test_a_deep_temporary_folder_is_no_obstacle(
    engine: LlamaModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("x" * 60) / ("y" * 60)
    deep.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    assert await said(engine, prompt(max_tokens=5))
    assert engine._server.listening_address.startswith("http://127.0.0.1:")
