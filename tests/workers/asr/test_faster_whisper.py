from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import numpy as np
import pytest
import pytest_asyncio
from numpy.typing import NDArray

from models.errors import Blame, EngineError
from models.speech import Empty, Transcript, Utterance
from tests.speech_data import read_aloud, recordings, word_errors, words
from workers.engines.asr.decoding import ShortContextWhisper
from workers.engines.asr.faster_whisper import FasterWhisperSettings, FasterWhisperTranscriber

RATE_HZ = 16_000


def pcm(sound: NDArray[np.floating]) -> bytes:
    return bytes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def whisper() -> AsyncIterator[FasterWhisperTranscriber]:
    engine = FasterWhisperTranscriber(FasterWhisperSettings())
    assert [item async for item in engine.warm(Empty())] == [Empty()]
    yield engine
    await engine.close()


async def hear(engine: FasterWhisperTranscriber, sound: bytes, *, final: bool = True) -> Transcript:
    found = [item async for item in engine.transcribe(Utterance(sound, final=final))]
    assert len(found) == 1
    return found[0]


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.models
async def test_people_are_understood(whisper: FasterWhisperTranscriber) -> None:
    book = [(spoken.pcm, spoken.text) for spoken in read_aloud()]
    assert book
    errors = [word_errors(text, (await hear(whisper, sound)).text) for sound, text in book]
    assert sum(errors) <= 0.03 * sum(len(words(text)) for _, text in book)


@pytest.mark.models
async def test_partials_are_heard_too(whisper: FasterWhisperTranscriber) -> None:
    sound, text = recordings()[0].pcm, recordings()[0].text
    partial = await hear(whisper, sound[: len(sound) // 4 * 2], final=False)
    assert words(partial.text)[:3] == words(text)[:3]


def _noises() -> dict[str, Callable[[int], NDArray[np.floating]]]:
    rng = np.random.default_rng(7)

    def coloured(count: int) -> NDArray[np.floating]:
        spectrum = np.fft.rfft(rng.standard_normal(count))
        sound = np.fft.irfft(spectrum / np.sqrt(np.arange(len(spectrum)) + 1), count)
        return np.asarray(sound / np.abs(sound).max() * 0.3)

    return {
        "silence": np.zeros,
        "whisper of noise": lambda count: 0.003 * rng.standard_normal(count),
        "white": lambda count: 0.1 * rng.standard_normal(count),
        "coloured": coloured,
        "hum": lambda count: 0.2 * np.sin(2 * np.pi * 50 * np.arange(count) / RATE_HZ),
        "knocks": lambda count: coloured(count) * np.exp(-25 * ((np.arange(count) / RATE_HZ) % 0.9)),
    }


@pytest.mark.models
@pytest.mark.parametrize("kind", list(_noises()))
@pytest.mark.parametrize("length_s", [0.5, 3.0])
async def test_silence_and_noise_are_not_text(
    whisper: FasterWhisperTranscriber, kind: str, length_s: float
) -> None:
    sound = _noises()[kind](int(length_s * RATE_HZ))
    for final in (True, False):
        assert (await hear(whisper, pcm(sound), final=final)).text == ""


@pytest.mark.models
@pytest.mark.parametrize("sound", [b"", b"\0", b"\1\2" * 200])
async def test_a_blip_is_not_text(whisper: FasterWhisperTranscriber, sound: bytes) -> None:
    assert (await hear(whisper, sound)).text == ""


@pytest.mark.models
async def test_long_speech_is_heard_whole(whisper: FasterWhisperTranscriber) -> None:
    pause = b"\0\0" * (RATE_HZ // 2)
    book = [(spoken.pcm, spoken.text) for spoken in read_aloud()]
    entries = [*book, *book]
    sound = pause.join(sound for sound, _ in entries)
    assert len(sound) > 2 * 30 * RATE_HZ
    text = " ".join(text for _, text in entries)
    assert word_errors(text, (await hear(whisper, sound)).text) <= 0.06 * len(words(text))


@pytest.mark.models
async def test_a_cancelled_call_gives_way_and_the_next_one_works(whisper: FasterWhisperTranscriber) -> None:
    sound, text = recordings()[0].pcm, recordings()[0].text
    slow = asyncio.create_task(hear(whisper, sound * 4))
    queued = asyncio.create_task(hear(whisper, sound))
    await asyncio.sleep(0)  # both have begun
    await asyncio.sleep(0)
    for task in (slow, queued):
        task.cancel()
    done, _ = await asyncio.wait([slow, queued], timeout=0.2)
    assert done == {slow, queued}
    assert all(task.cancelled() for task in done)
    assert word_errors(text, (await hear(whisper, sound)).text) <= 1


@pytest.mark.models
async def test_automatic_language_settles_on_what_is_spoken() -> None:
    engine = FasterWhisperTranscriber(FasterWhisperSettings(language="auto"))
    sound, text = recordings()[0].pcm, recordings()[0].text
    transcript = await hear(engine, sound)
    assert transcript.language == "en"
    assert word_errors(text, transcript.text) <= 1
    await engine.close()


@pytest.mark.models
async def test_a_doubtful_decoding_is_done_again_over_the_whole_window(
    whisper: FasterWhisperTranscriber, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows: list[float] = []
    decode = ShortContextWhisper._decode

    def watched(self: ShortContextWhisper, *args: object, window_s: float, **named: object) -> object:
        windows.append(window_s)
        return decode(self, *args, window_s=window_s, **named)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(ShortContextWhisper, "_decode", watched)
    monkeypatch.setattr("workers.engines.asr.decoding.is_doubtful", lambda *_: True)
    sound = recordings()[0].pcm
    await hear(whisper, sound)
    assert windows == [pytest.approx(len(sound) / 2 / RATE_HZ + 6.0), 30.0]
    windows.clear()
    await hear(whisper, sound, final=False)
    assert len(windows) == 1


async def test_a_missing_model_is_a_matter_of_settings(tmp_path: object) -> None:
    engine = FasterWhisperTranscriber(FasterWhisperSettings(model=f"{tmp_path}/nothing"))
    with pytest.raises(EngineError) as caught:
        _ = [item async for item in engine.warm(Empty())]
    assert caught.value.blame is Blame.SETTINGS
    await engine.close()
