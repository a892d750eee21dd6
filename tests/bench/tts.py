"""How soon and how well she speaks.

`first_clause_ms`: text in to sound out for a clause of five words (median); `rtf`: time to make a second of speech;
`asr_wer`: word errors (percent) when her own ears listen to her; `lips_p95_ms`: her phoneme onsets after a pause
against the onsets of the sound. Beside it, in the same run, `stock_reply_ms`: the wait for the first sound when a
whole reply is synthesised in one go with onnxruntime's defaults, as plain Kokoro front ends do.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from itertools import pairwise

import numpy as np
import psutil
import soxr
from numpy.typing import NDArray

from models.speech import Empty, Line, Speech, Utterance
from tests.bench.show import percentile, report
from tests.speech_data import word_errors, words
from workers.engines.asr.faster_whisper import FasterWhisperSettings, FasterWhisperTranscriber
from workers.engines.tts.acoustic import Kokoro
from workers.engines.tts.english.phonemise import English
from workers.engines.tts.kokoro import KokoroSettings, KokoroVoice
from workers.engines.tts.phrases import phrases_of
from workers.engines.tts.voices import VoiceBook
from workers.weights.cache import path_of

CLAUSE = "Oh, what a nice surprise!"
REPLY = (
    "Oh, what a nice surprise! I was just counting the stars outside your window, and I had reached a hundred. "
    "Tell me about your day."
)
SENTENCES = (
    "Good evening, I am the voice of your small desktop companion.",
    "She will read the letter that he read to her yesterday.",
    "We live near the river, and the concert is live tonight.",
    "The weather was cold, but the soup was warm and good.",
    "Please close the window before the wind knocks over the lamp.",
    "Nobody expected the little boat to win the race.",
    "My favourite game has dragons, castles, and a very long bridge.",
    "If you leave early, you will miss the best part of the show.",
)
ROUNDS = 9
_QUIET = 10 ** (-45 / 20)
_PAUSE_S = 0.12


async def say(engine: KokoroVoice, text: str) -> Speech:
    """One line as one clip."""
    (speech,) = [item async for item in engine.speak(Line(text, first=True))]
    return speech


def samples(speech: Speech) -> NDArray[np.float32]:
    """Her sound, -1..1."""
    return np.frombuffer(speech.pcm, "<i2").astype(np.float32) / np.float32(32768)


def onset_errors(speech: Speech) -> list[float]:
    """Milliseconds from each start of sound after a pause to the nearest start of a phoneme after a mark."""
    step = speech.rate_hz // 200
    sound = samples(speech)
    loud = np.sqrt(np.square(sound[: len(sound) // step * step]).reshape(-1, step).mean(axis=1)) > _QUIET
    heard = np.flatnonzero(loud) / 200
    starts = [
        heard[0],
        *(after for before, after in pairwise(heard) if after - before > _PAUSE_S),
    ]
    sounding = [span for span in speech.phonemes if span.symbol[-1].isalpha()]
    return [1000 * min((span.start_s - start for span in sounding), key=abs) for start in starts]


async def measure() -> dict[str, float]:
    """All figures of our engine."""
    engine = KokoroVoice(KokoroSettings())
    start = time.perf_counter()
    _ = [item async for item in engine.warm(Empty())]
    ready_ms = (time.perf_counter() - start) * 1000
    clause_ms: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        await say(engine, CLAUSE)
        clause_ms.append((time.perf_counter() - start) * 1000)
    spent = made = 0.0
    said: list[tuple[str, Speech]] = []
    for sentence in SENTENCES:
        start = time.perf_counter()
        speech = await say(engine, sentence)
        spent += time.perf_counter() - start
        made += len(speech.pcm) / 2 / speech.rate_hz
        said.append((sentence, speech))
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rss_mb = psutil.Process().memory_info().rss / 2**20
    await engine.close()
    lips = [abs(error) for _, speech in said for error in onset_errors(speech)]
    return {
        "first_clause_ms": percentile(clause_ms, 50), "rtf": spent / made, "asr_wer": await heard_wrong(said),
        "lips_p95_ms": percentile(lips, 95), "ready_ms": ready_ms, "rss_mb": rss_mb,
        "peak_mb": peak_mb,
    }  # fmt: skip


async def heard_wrong(said: list[tuple[str, Speech]]) -> float:
    """Word errors of her own ears, in percent."""
    ears = FasterWhisperTranscriber(FasterWhisperSettings())
    wrong = 0
    for sentence, speech in said:
        heard = np.clip(soxr.resample(samples(speech), speech.rate_hz, 16_000), -1, 1)
        async for transcript in ears.transcribe(Utterance((heard * 32767).astype("<i2").tobytes())):
            errors = word_errors(sentence, transcript.text)
            wrong += errors
            if errors and "-v" in sys.argv:
                print(errors, sentence, "|", transcript.text, file=sys.stderr)
    await ears.close()
    return 100 * wrong / sum(len(words(sentence)) for sentence, _ in said)


def stock() -> float:
    """The wait for the first sound of a whole reply, one network call, onnxruntime's own options."""
    import onnxruntime

    network = Kokoro(path_of("kokoro-82m"), threads=2)
    file = next(path_of("kokoro-82m").glob("*.onnx"))
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    (phrase,) = phrases_of(English().phonemise(REPLY), network.known)
    style = VoiceBook(path_of("kokoro-voices")).style("af_heart")
    tokens = [network.ids[symbol] for symbol in phrase.symbols]
    feed = {
        "tokens": np.array([[0, *tokens, 0]], np.int64), "style": style[len(tokens) - 1 : len(tokens)],
        "speed": np.ones(1, np.float32),
    }  # fmt: skip
    times = []
    for _ in range(4):
        start = time.perf_counter()
        session.run(["audio"], feed)
        times.append((time.perf_counter() - start) * 1000)
    return percentile(times[1:], 50)


def main() -> None:
    """Measure both."""
    figures = asyncio.run(measure())
    report("tts", **figures, stock_reply_ms=stock())


if __name__ == "__main__":
    main()
