"""The eleven moods on the real voice: what `models.delivery` promises is in the sound, and still understood."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import numpy as np
import pytest
import pytest_asyncio

from models.delivery import VoiceMood, delivery
from models.speech import Empty, Speech, VoiceStyle
from tests.bench.moods import against, misheard, paragraph
from tests.voice_measures import Measures, clicks, measures, samples
from workers.engines.asr.faster_whisper import FasterWhisperSettings, FasterWhisperTranscriber
from workers.engines.tts.finish import true_peak
from workers.engines.tts.kokoro import KokoroSettings, KokoroVoice

pytestmark = [pytest.mark.models, pytest.mark.asyncio(loop_scope="module")]

HERS = VoiceStyle("af_heart")


@dataclass
class Booth:
    """Her voice, her ears, and how she sounds when she feels nothing in particular."""

    voice: KokoroVoice
    ears: FasterWhisperTranscriber
    neutral: Measures


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def booth() -> AsyncIterator[Booth]:
    voice = KokoroVoice(KokoroSettings())
    assert [item async for item in voice.warm(Empty())] == [Empty()]
    ears = FasterWhisperTranscriber(FasterWhisperSettings())
    yield Booth(voice, ears, measured(await paragraph(voice, HERS)))
    await voice.close()
    await ears.close()


def measured(clips: list[Speech]) -> Measures:
    return measures(np.concatenate([samples(clip) for clip in clips]), clips[0].rate_hz)


def towards(ratio: float, factor: float, share: float = 0.5) -> bool:
    """Whether `ratio` lies on the side of 1 where `factor` does, and at least `share` of the way."""
    return np.log(ratio) / np.log(factor) >= share


@pytest.mark.parametrize("mood", [mood for mood in VoiceMood if mood is not VoiceMood.NEUTRAL])
async def test_a_mood_is_heard_and_understood(booth: Booth, mood: VoiceMood) -> None:
    style = delivery(mood, HERS)
    clips = await paragraph(booth.voice, style)
    found = against(measured(clips), booth.neutral)
    assert towards(found["length"], 1 / style.speed)
    assert towards(found["pauses"], style.pauses / style.speed)
    assert towards(found["swing"], style.intonation, 0.3)
    assert found["level_db"] == pytest.approx(style.level, abs=0.5)
    if not mood.manner.whisper:  # the whispering voice has a pitch of its own
        assert found["pitch"] == pytest.approx(style.pitch, abs=0.35)
    if style.softness >= 0.1:
        assert found["centroid"] <= 1.0 - 0.25 * style.softness
    else:
        assert found["centroid"] == pytest.approx(1.0, abs=0.06)
    for clip in clips:
        assert true_peak(samples(clip)) <= 10 ** (-1 / 20)
        assert clicks(samples(clip), clip.rate_hz) == 0
    assert await misheard(clips, booth.ears) <= 10.0


async def test_words_and_sounds_stay_on_the_sound(booth: Booth) -> None:
    style = delivery(VoiceMood.SAD, HERS)
    for clip in await paragraph(booth.voice, style):
        sound, length_s = samples(clip), len(clip.pcm) / 2 / clip.rate_hz
        loud = np.sqrt(np.square(sound[: len(sound) // 120 * 120].reshape(-1, 120)).mean(axis=1))
        for span in clip.phonemes:
            assert 0.0 <= span.start_s <= span.end_s <= length_s
            inside = loud[int(span.start_s * 200) + 1 : int(span.end_s * 200) - 1]
            if span.symbol in ",;:" and len(inside) > 5:
                assert np.median(inside) < 0.05 * loud.max(), span
        (silent,) = np.nonzero(loud > 0.05 * loud.max())
        assert clip.words[-1].end_s == pytest.approx(float(silent[-1] + 1) / 200, abs=0.08)


async def test_a_click_would_be_found() -> None:
    silent = np.zeros(24_000, np.float32)
    silent[12_000] = 0.05
    assert clicks(silent, 24_000) > 0


@pytest.mark.parametrize("hz", [85.0, 140.0, 260.0])
async def test_the_measure_of_pitch_tells_a_known_one(hz: float) -> None:
    t = np.arange(24_000) / 24_000
    voice = sum(np.sin(2 * np.pi * hz * n * t) / n for n in range(1, 12))
    found = measures(np.asarray(0.2 * voice, np.float32), 24_000)
    assert found.pitch_hz == pytest.approx(hz, rel=0.01)
    assert found.swing == pytest.approx(0.0, abs=0.05)
