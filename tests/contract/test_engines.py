"""One suite a role; every engine of the registry and every fake behind a port goes through it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import numpy as np
import pytest

from models.errors import Blame, EngineError
from models.sound import Device
from models.speech import MIC_RATE_HZ, Empty, Line, Message, Prompt, Role, Utterance, VoiceStyle
from tests.fakes import engines as fakes
from tests.stage import Sound
from workers.engines.registry import PROVIDERS, Provider, of_role, provider
from workers.runtime.child import Observer
from workers.runtime.remote import connect
from workers.runtime.retry import finish
from workers.runtime.wire import CALLS

NOWHERE = {
    "ollama": {"url": "http://127.0.0.1:9"},
    "openai": {"base_url": "http://127.0.0.1:9/v1", "model": "m"},
}
ASK = Prompt((Message(Role.SYSTEM, "Answer in one word."), Message(Role.USER, "Say hello.")), max_tokens=8)
SILENT = Observer(changed=lambda _health, _note: None, stderr=lambda _name, _line: None)


def settings_of(entry: Provider) -> Any:
    return entry.settings_class().model_validate(NOWHERE.get(entry.id, {}))


def ids_of(role: str) -> list[str]:
    return ["fake", *(entry.id for entry in of_role(role))]


@pytest.fixture
async def engine(request: pytest.FixtureRequest) -> AsyncIterator[Any]:
    """The engine as the program gets it: fakes inline, real ones wherever their provider says."""
    name, make = request.param
    built = make() if name == "fake" else connect(provider(name), settings_of(provider(name)), SILENT)
    yield built
    await built.close()


def each(role: str, fake: type) -> Any:
    """Parametrise a test over the engines of a role; the real ones need their models."""
    return pytest.mark.parametrize(
        "engine",
        [
            pytest.param((name, fake), id=name, marks=() if name == "fake" else pytest.mark.models)
            for name in ids_of(role)
        ],
        indirect=True,
    )


each_asr = each("asr", fakes.FakeTranscriber)
each_tts = each("tts", fakes.FakeVoice)
each_audio = each("audio", fakes.FakeDevice)


@pytest.mark.parametrize("entry", PROVIDERS, ids=lambda entry: entry.id)
def test_a_provider_is_what_it_says(entry: Provider) -> None:
    assert entry.role in CALLS
    settings = settings_of(entry)
    for name, field in type(settings).model_fields.items():
        assert field.title, f"{entry.id}.{name} needs a title for its settings page"
    built = entry.build(settings)
    assert all(callable(getattr(built, call)) for call in (*CALLS[entry.role], "close"))


def test_an_unknown_provider_names_the_known() -> None:
    with pytest.raises(EngineError, match="kokoro") as caught:
        provider("nothing")
    assert caught.value.blame is Blame.SETTINGS


async def cancelled_soon(stream: AsyncIterator[object]) -> None:
    """Cancelling an iteration ends it within the grace, whatever the engine is doing."""

    async def run() -> None:
        async for _ in stream:
            pass

    task = asyncio.ensure_future(run())
    await asyncio.sleep(0.02)
    task.cancel()
    async with asyncio.timeout(10):
        await asyncio.gather(task, return_exceptions=True)
    assert task.done()


@each_asr
async def test_asr_silence_is_no_text(engine: Any) -> None:
    [transcript] = [t async for t in engine.transcribe(Utterance(bytes(2 * MIC_RATE_HZ)))]
    assert transcript.text == ""


@each_asr
async def test_asr_nothing_is_no_text(engine: Any) -> None:
    [transcript] = [t async for t in engine.transcribe(Utterance(b""))]
    assert transcript.text == ""


@each_asr
async def test_asr_can_be_warmed_twice_and_cancelled(engine: Any) -> None:
    for _ in range(2):
        assert [value async for value in engine.warm(Empty())]
    noise = np.random.default_rng(0).normal(0, 900, 6 * MIC_RATE_HZ).astype("<i2").tobytes()
    if not isinstance(engine, fakes.FakeTranscriber):
        await cancelled_soon(engine.transcribe(Utterance(noise)))
    assert [t async for t in engine.transcribe(Utterance(b""))]


@each_tts
async def test_tts_speaks_in_order_with_phonemes_inside(engine: Any) -> None:
    pieces = [piece async for piece in engine.speak(Line("Good evening, star.", first=True))]
    assert pieces
    for piece in pieces:
        assert len(piece.pcm) % 2 == 0
        length_s = len(piece.pcm) / 2 / piece.rate_hz
        starts = [span.start_s for span in piece.phonemes]
        assert starts == sorted(starts)
        if not isinstance(engine, fakes.FakeVoice):
            assert all(0 <= span.start_s <= span.end_s <= length_s + 1e-6 for span in piece.phonemes)


@each_tts
async def test_tts_nothing_to_say(engine: Any) -> None:
    pieces = [piece async for piece in engine.speak(Line(""))]
    assert all(not piece.pcm for piece in pieces)


@each_tts
async def test_tts_has_voices(engine: Any) -> None:
    voices = [voice async for voice in engine.voices(Empty())]
    assert voices
    assert len({voice.name for voice in voices}) == len(voices)


@each_tts
async def test_tts_cancels(engine: Any) -> None:
    async for _ in engine.warm(Empty()):
        pass
    await cancelled_soon(
        engine.speak(Line("A rather long sentence that takes a while to be made into sound."))
    )
    assert [piece async for piece in engine.speak(Line("Again."))]


@pytest.mark.models
async def test_tts_an_unknown_voice_is_a_matter_of_settings() -> None:
    engine = connect(provider("kokoro"), settings_of(provider("kokoro")), SILENT)
    with pytest.raises(EngineError) as caught:
        _ = [piece async for piece in engine.speak(Line("Hello.", VoiceStyle("af_nobody")))]
    assert caught.value.blame is Blame.SETTINGS
    await engine.close()


@pytest.mark.parametrize("name", ["ollama", "openai"])
async def test_llm_unplugged_is_the_network(name: str) -> None:
    engine = connect(provider(name), settings_of(provider(name)), SILENT)
    with pytest.raises(EngineError) as caught:
        await finish(engine.reply(ASK))
    assert caught.value.blame is Blame.NETWORK
    assert caught.value.message
    await engine.close()


@pytest.mark.models
async def test_llm_embedded_replies_and_cancels() -> None:
    engine = connect(provider("llama"), settings_of(provider("llama")), SILENT)
    async for _ in engine.warm(ASK):
        pass
    assert "".join([token.text async for token in engine.reply(ASK)]).strip()
    await cancelled_soon(engine.reply(ASK))
    assert [token async for token in engine.reply(ASK)]
    await engine.close()


@each_audio
async def test_audio_names_its_devices(engine: Any, sound: Sound) -> None:
    assert sound.folder
    devices = [device async for device in engine.devices(Empty())]
    assert devices
    assert all(isinstance(device, Device) and device.name for device in devices)
