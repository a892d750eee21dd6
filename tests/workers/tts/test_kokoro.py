from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest
import pytest_asyncio
import soxr
from numpy.typing import NDArray

from models.errors import Blame, EngineError
from models.speech import Empty, Line, Speech, Utterance, VoiceStyle
from tests.speech_data import word_errors, words
from workers.engines.asr.faster_whisper import FasterWhisperSettings, FasterWhisperTranscriber
from workers.engines.tts.acoustic import FRAME_SAMPLES, Kokoro
from workers.engines.tts.finish import true_peak
from workers.engines.tts.kokoro import KokoroSettings, KokoroVoice
from workers.engines.tts.phrases import Phrase
from workers.engines.tts.speaker import Speaker
from workers.engines.tts.voices import VoiceBook
from workers.weights.cache import path_of

pytestmark = [pytest.mark.models, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def kokoro() -> AsyncIterator[KokoroVoice]:
    engine = KokoroVoice(KokoroSettings())
    assert [item async for item in engine.warm(Empty())] == [Empty()]
    yield engine
    await engine.close()


async def say(engine: KokoroVoice, text: str, *, first: bool = False, **style: object) -> list[Speech]:
    line = Line(text, VoiceStyle(**style), first)  # type: ignore[arg-type]  # fields of VoiceStyle
    return [item async for item in engine.speak(line)]


async def say_one(engine: KokoroVoice, text: str, *, first: bool = False, **style: object) -> Speech:
    (speech,) = await say(engine, text, first=first, **style)
    return speech


def samples(speech: Speech) -> NDArray[np.float32]:
    return np.frombuffer(speech.pcm, "<i2").astype(np.float32) / np.float32(32768)


def length_s(speech: Speech) -> float:
    return len(speech.pcm) / 2 / speech.rate_hz


def loudness_5ms(speech: Speech) -> NDArray[np.float32]:
    sound = samples(speech)
    step = speech.rate_hz // 200
    blocks = sound[: len(sound) // step * step].reshape(-1, step)
    return np.asarray(np.sqrt(np.square(blocks).mean(axis=1)))


def loud_from_to(speech: Speech) -> tuple[float, float]:
    sound = samples(speech)
    loud = np.flatnonzero(np.abs(sound) > 0.01)
    return float(loud[0]) / speech.rate_hz, float(loud[-1]) / speech.rate_hz


SENTENCES = (
    "Hello there, I am Vesper, and I live on your desktop.",
    "In 1999 it cost $3.50, but today it costs twenty dollars.",
    "Please record this record before you close the door.",
    "What a lovely evening for a walk by the river!",
)


async def test_what_she_says_is_understood(kokoro: KokoroVoice) -> None:
    ears = FasterWhisperTranscriber(FasterWhisperSettings())
    wrong = count = 0
    for sentence in SENTENCES:
        for voice in ("af_heart", "bm_george"):
            speech = await say_one(kokoro, sentence, voice=voice, first=True)
            heard = soxr.resample(samples(speech), speech.rate_hz, 16_000)
            pcm = (np.clip(heard, -1, 1) * 32767).astype("<i2").tobytes()
            async for transcript in ears.transcribe(Utterance(pcm)):
                wrong += word_errors(sentence, transcript.text.replace("$20", "twenty dollars"))
            count += len(words(sentence))
    await ears.close()
    assert wrong <= 0.15 * count


async def test_the_network_tells_its_durations() -> None:
    network = Kokoro(path_of("kokoro-82m"), threads=2)
    spoken = network.speak("hˈɛlˌO ðˈɛɹ.", VoiceBook(path_of("kokoro-voices")).style("af_heart"), 1.0)
    assert len(spoken.frames) == len(spoken.symbols) + 2
    assert int(spoken.frames.sum()) * FRAME_SAMPLES == len(spoken.sound)


async def test_phonemes_and_words_lie_in_order_within_the_sound(kokoro: KokoroVoice) -> None:
    speech = await say_one(kokoro, "Peter, Bob and I: we talked all night. Really!", first=True)
    for times in (
        [(p.start_s, p.end_s) for p in speech.phonemes],
        [(w.start_s, w.end_s) for w in speech.words],
    ):
        assert all(0.0 <= start <= end <= length_s(speech) + 1e-6 for start, end in times)
        assert times == sorted(times)
    assert " ".join(word.text for word in speech.words) == "Peter Bob and I we talked all night Really"


@pytest.mark.parametrize("voice", ["af_heart", "bm_george"])
async def test_labels_lie_on_the_sound(kokoro: KokoroVoice, voice: str) -> None:
    quiet_marks = 0
    for text in (
        "Take two cakes, please; they are fresh. Thank you!",
        "Peter, Bob and I: we talked all night. Really!",
        "Well, yes, no, maybe; I think so: perhaps. What? Stop!",
    ):
        speech = await say_one(kokoro, text, first=True, voice=voice)
        loud = loudness_5ms(speech)
        for span in speech.phonemes:
            if not span.symbol[-1].isalpha() and span.end_s - span.start_s > 0.03:
                inside = loud[int(span.start_s * 200) + 1 : int(span.end_s * 200) - 1]
                assert np.median(inside) < 0.05 * loud.max(), (span, speech.phonemes)
                quiet_marks += span.symbol in ",;.:"
        start, _ = loud_from_to(speech)
        assert speech.phonemes[0].start_s == pytest.approx(start, abs=0.03)
    assert quiet_marks >= 4


async def test_silence_is_trimmed_and_edges_do_not_click(kokoro: KokoroVoice) -> None:
    first = await say_one(kokoro, "Good evening, everyone.", first=True)
    later = await say_one(kokoro, "Good evening, everyone.", first=False)
    start, end = loud_from_to(first)
    assert start <= 0.06
    assert loud_from_to(later)[0] <= 0.12
    assert length_s(first) - end <= 0.4
    for speech in (first, later):
        sound = samples(speech)
        assert max(abs(sound[0]), abs(sound[-1])) <= 0.002


async def test_a_clause_ends_sooner_than_a_sentence(kokoro: KokoroVoice) -> None:
    clause = await say_one(kokoro, "Good evening,")
    sentence = await say_one(kokoro, "Good evening.")
    tails = [length_s(speech) - loud_from_to(speech)[1] for speech in (clause, sentence)]
    assert tails[0] <= 0.2
    assert tails[0] < tails[1]


@pytest.mark.parametrize("voice", ["af_heart", "af_nicole", "am_onyx", "bf_emma", "bm_lewis"])
async def test_voices_are_equally_loud_and_never_clip(kokoro: KokoroVoice, voice: str) -> None:
    speech = await say_one(kokoro, "Well, this is quite a surprise to me!", voice=voice)
    sound = samples(speech)
    loud = np.abs(sound) > 0.02
    assert 0.07 <= np.sqrt(np.square(sound[loud]).mean()) <= 0.2
    assert true_peak(sound) <= 10 ** (-1 / 20)


async def test_speed_changes_the_length(kokoro: KokoroVoice) -> None:
    slow, fast = [await say_one(kokoro, "One two three four five.", speed=speed) for speed in (0.8, 1.4)]
    assert length_s(slow) > 1.3 * length_s(fast)


async def test_a_blend_is_neither_of_its_voices(kokoro: KokoroVoice) -> None:
    text = "A blend of voices."
    heart, sky = [await say_one(kokoro, text, voice=voice) for voice in ("af_heart", "af_sky")]
    mixed = await say_one(kokoro, text, voice="70% af_heart + 30% af_sky")
    assert mixed.pcm not in {heart.pcm, sky.pcm}
    assert (await say_one(kokoro, text, voice="100% af_heart")).pcm == heart.pcm


async def test_british_voices_speak_british(kokoro: KokoroVoice) -> None:
    american, british = [
        await say_one(kokoro, "I can't dance.", voice=voice) for voice in ("af_heart", "bf_emma")
    ]
    assert "æ" in "".join(span.symbol for span in american.phonemes)
    assert "ɑ" in "".join(span.symbol for span in british.phonemes)


@pytest.mark.parametrize("voice", ["af_hart", "70% af_heart + 30% af_ski", "heart", "0% af_heart", "nova?"])
async def test_an_unknown_voice_names_its_neighbours(kokoro: KokoroVoice, voice: str) -> None:
    with pytest.raises(EngineError) as caught:
        await say(kokoro, "Hello.", voice=voice)
    assert caught.value.blame is Blame.SETTINGS
    if voice == "af_hart":
        assert "af_heart" in caught.value.message


@pytest.mark.parametrize("text", ["", "   ", "😀", "***", "[happy]", "```x```", "?!"])
async def test_nothing_to_say_is_silence(kokoro: KokoroVoice, text: str) -> None:
    assert await say(kokoro, text) == []


async def test_long_text_is_said_in_parts(kokoro: KokoroVoice) -> None:
    text = " ".join(["The quick brown fox jumps over the lazy dog, and runs away."] * 9)
    parts = await say(kokoro, text, first=True)
    assert len(parts) > 1
    assert sum(len(part.words) for part in parts) == len(text.split())


async def test_every_voice_is_listed(kokoro: KokoroVoice) -> None:
    voices = [voice async for voice in kokoro.voices(Empty())]
    names = {voice.name for voice in voices}
    assert {"af_heart", "am_adam", "bf_emma", "bm_george"} <= names
    assert {voice.language for voice in voices} == {"en-US", "en-GB"}
    assert all(voice.gender in {"female", "male"} for voice in voices)


async def test_a_cancelled_call_gives_way_and_the_next_one_works(kokoro: KokoroVoice) -> None:
    slow = asyncio.create_task(
        say(kokoro, "This is a rather long sentence that nobody will ever hear to its end.")
    )
    await asyncio.sleep(0)
    slow.cancel()
    done, _ = await asyncio.wait([slow], timeout=0.2)
    assert done
    assert slow.cancelled()
    assert (await say_one(kokoro, "Still here.")).words


async def test_a_line_that_waits_is_said_without_warming_up(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def note(self: Speaker, phrase: Phrase, style: VoiceStyle, *, first: bool) -> Speech | None:
        said.append(phrase.symbols)
        return speak(self, phrase, style, first=first)

    speak = Speaker.say
    monkeypatch.setattr(Speaker, "say", note)
    engine = KokoroVoice(KokoroSettings())
    warming = asyncio.ensure_future(anext(engine.warm(Empty())))
    await asyncio.sleep(0)
    assert await say(engine, "Yes.")
    await warming
    assert len(said) == 1
    await engine.close()
