"""What her moods do to her voice, measured on the sound: each of the eleven against the neutral voice of the same run.

For each mood: `length` and `pauses` (ratios of time), `pitch` (semitones between the median F0s), `swing` (ratio of
the ranges of F0 in semitones), `level_db`, `centroid` (ratio), and `wer`: word errors of her own ears, in percent.
The neutral voice alone, as it would be without moods, is the rival: its own figures are given in absolute terms.
`nearest` is how far the two most alike moods are apart, in just noticeable differences: 5 % of pace, half a semitone,
1 dB, 5 % of centroid, 15 % of pauses, 15 % of swing, added as squares. `manner_ms` is what all effects together add
to a clause of `clause_ms` at the same pace.
"""

from __future__ import annotations

import asyncio
import sys
import time
from itertools import combinations
from math import log, log2, sqrt

import numpy as np
import soxr

from models.delivery import VoiceMood, delivery
from models.speech import Empty, Line, Speech, Utterance, VoiceStyle
from tests.bench.show import percentile, report
from tests.bench.tts import CLAUSE
from tests.speech_data import word_errors, words
from tests.voice_measures import Measures, clicks, measures, samples
from workers.engines.asr.faster_whisper import FasterWhisperSettings, FasterWhisperTranscriber
from workers.engines.tts.kokoro import KokoroSettings, KokoroVoice

PARAGRAPH = (
    "I was walking home, as one does, and the old lamp by the river was still burning.",
    "Nobody had told me about it, so I stayed for a while, and I counted the boats.",
    "There were seven of them, all painted red; one had a small dog on it!",
    "Do you think it was waiting for somebody, or was it only watching the water?",
)
VOICES = ("af_heart", "am_adam")
ROUNDS = 9
EVERYTHING = VoiceStyle("", 1.0, 1.3, 0.5, -1.0, 0.3, 1.2)
_NOTICED = {"length": 0.05, "pitch": 0.5, "level_db": 1.0, "centroid": 0.05, "pauses": 0.15, "swing": 0.15}


async def paragraph(engine: KokoroVoice, style: VoiceStyle) -> list[Speech]:
    """The paragraph, a clip a sentence."""
    clips = []
    for n, sentence in enumerate(PARAGRAPH):
        clips += [item async for item in engine.speak(Line(sentence, style, first=n == 0))]
    return clips


def against(mood: Measures, neutral: Measures) -> dict[str, float]:
    """How a mood differs from the neutral voice."""
    return {
        "length": mood.length_s / neutral.length_s,
        "pauses": mood.pauses_s / neutral.pauses_s,
        "pitch": 12 * log2(mood.pitch_hz / neutral.pitch_hz),
        "swing": mood.swing / neutral.swing,
        "level_db": mood.level_db - neutral.level_db,
        "centroid": mood.centroid_hz / neutral.centroid_hz,
    }


def apart(one: dict[str, float], other: dict[str, float]) -> float:
    """The distance of two moods in just noticeable differences."""

    def steps(key: str, noticed: float) -> float:
        if key in {"pitch", "level_db"}:
            return (one[key] - other[key]) / noticed
        return log(one[key] / other[key]) / log(1 + noticed)

    return sqrt(sum(steps(key, noticed) ** 2 for key, noticed in _NOTICED.items()))


async def misheard(clips: list[Speech], ears: FasterWhisperTranscriber) -> float:
    """Word errors of her own ears over the paragraph, in percent."""
    wrong = 0
    for sentence, clip in zip(PARAGRAPH, clips, strict=True):
        heard = np.clip(soxr.resample(samples(clip), clip.rate_hz, 16_000), -1, 1)
        async for transcript in ears.transcribe(Utterance((heard * 32767).astype("<i2").tobytes())):
            text = transcript.text.replace("7", "seven")
            wrong += word_errors(sentence, text)
            if text and word_errors(sentence, text) and "-v" in sys.argv:
                print(sentence, "|", text, file=sys.stderr)
    return 100 * wrong / sum(len(words(sentence)) for sentence in PARAGRAPH)


async def measure(engine: KokoroVoice, ears: FasterWhisperTranscriber, voice: str) -> dict[str, object]:
    """All moods of one voice."""
    found: dict[str, Measures] = {}
    wrong: dict[str, float] = {}
    for mood in VoiceMood:
        clips = await paragraph(engine, delivery(mood, VoiceStyle(voice)))
        sound = np.concatenate([samples(clip) for clip in clips])
        found[mood] = measures(sound, clips[0].rate_hz)
        wrong[mood] = await misheard(clips, ears)
        if clicks(sound, clips[0].rate_hz) or found[mood].peak >= 1.0:
            raise AssertionError(mood)
    neutral = found[VoiceMood.NEUTRAL]
    moods = {mood: against(found[mood], neutral) for mood in VoiceMood}
    nearest = min(combinations(VoiceMood, 2), key=lambda pair: apart(moods[pair[0]], moods[pair[1]]))
    rounded = {
        mood.value: {key: round(value, 2) for key, value in moods[mood].items()}
        | {"wer": round(wrong[mood], 1)}
        for mood in VoiceMood
        if mood is not VoiceMood.NEUTRAL
    }
    return {
        "neutral": {
            "length_s": round(neutral.length_s, 2), "pauses_s": round(neutral.pauses_s, 2),
            "pitch_hz": round(neutral.pitch_hz, 1), "swing": round(neutral.swing, 2),
            "level_db": round(neutral.level_db, 1), "centroid_hz": round(neutral.centroid_hz),
            "wer": round(wrong[VoiceMood.NEUTRAL], 1),
        },
        **rounded,
        "nearest": [*nearest, round(apart(moods[nearest[0]], moods[nearest[1]]), 1)],
    }  # fmt: skip


async def cost(engine: KokoroVoice) -> tuple[float, float]:
    """(a plain clause, what all effects add to it) in ms: medians of alternating rounds."""

    async def timed(style: VoiceStyle) -> float:
        start = time.perf_counter()
        _ = [item async for item in engine.speak(Line(CLAUSE, style, first=True))]
        return (time.perf_counter() - start) * 1000

    pairs = [(await timed(VoiceStyle()), await timed(EVERYTHING)) for _ in range(ROUNDS)]
    plain = percentile([pair[0] for pair in pairs], 50)
    return plain, percentile([mannered - usual for usual, mannered in pairs], 50)


async def run() -> None:
    """Measure every voice in `VOICES`."""
    engine, ears = KokoroVoice(KokoroSettings()), FasterWhisperTranscriber(FasterWhisperSettings())
    _ = [item async for item in engine.warm(Empty())]
    clause_ms, manner_ms = await cost(engine)
    voices = {voice: await measure(engine, ears, voice) for voice in VOICES}
    await engine.close()
    await ears.close()
    report("moods", clause_ms=clause_ms, manner_ms=manner_ms, **voices)


def main() -> None:
    """Measure."""
    asyncio.run(run())


if __name__ == "__main__":
    main()
