"""How well and how fast she hears real people, beside faster-whisper as it comes.

`wer` in percent of words and `p50_ms` of a final transcript over the same recordings with transcripts, in the same
run; `stock_*` is `WhisperModel.transcribe` with its own defaults on the same weights and threads.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time

from models.speech import Empty, Utterance
from tests.bench.show import percentile, report
from tests.speech_data import recordings, word_errors, words
from workers.engines.asr.faster_whisper import FasterWhisperSettings, FasterWhisperTranscriber
from workers.weights.cache import path_of

ROUNDS = 3
THREADS = 2


async def ours(settings: FasterWhisperSettings) -> tuple[float, list[float], list[tuple[str, str]]]:
    """(WER in percent, times in ms, what was said and heard)."""
    engine = FasterWhisperTranscriber(settings)
    _ = [item async for item in engine.warm(Empty())]
    times: list[float] = []
    pairs: list[tuple[str, str]] = []
    for turn in range(ROUNDS):
        for spoken in recordings():
            start = time.perf_counter()
            (heard,) = [item async for item in engine.transcribe(Utterance(spoken.pcm))]
            times.append((time.perf_counter() - start) * 1000)
            if turn == 0:
                pairs.append((spoken.text, heard.text))
    await engine.close()
    return wer(pairs), times, pairs


def stock() -> tuple[float, list[float], list[tuple[str, str]]]:
    """The same with faster-whisper's own way."""
    from faster_whisper import WhisperModel

    model = WhisperModel(str(path_of("whisper-base")), device="cpu", compute_type="int8", cpu_threads=THREADS)
    times: list[float] = []
    pairs: list[tuple[str, str]] = []
    for turn in range(ROUNDS + 1):
        for spoken in recordings():
            start = time.perf_counter()
            segments, _ = model.transcribe(spoken.samples, language="en")
            heard = " ".join(segment.text for segment in segments)
            if turn == 0:
                pairs.append((spoken.text, heard))
            else:
                times.append((time.perf_counter() - start) * 1000)
    return wer(pairs), times, pairs


def wer(pairs: list[tuple[str, str]]) -> float:
    """Word errors in percent of the words said."""
    return 100 * sum(word_errors(*pair) for pair in pairs) / sum(len(words(said)) for said, _ in pairs)


def main() -> None:
    """Measure, and show the errors with -v."""
    rate, times, pairs = asyncio.run(ours(FasterWhisperSettings(threads=THREADS)))
    rss_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    stock_rate, stock_times, stock_pairs = stock()
    if "-v" in sys.argv:
        for (said, heard), (_, theirs) in zip(pairs, stock_pairs, strict=True):
            print(word_errors(said, heard), word_errors(said, theirs), heard, "|", theirs, file=sys.stderr)
    report(
        "asr", wer=rate, p50_ms=percentile(times, 50), p95_ms=percentile(times, 95), stock_wer=stock_rate,
        stock_p50_ms=percentile(stock_times, 50), stock_p95_ms=percentile(stock_times, 95), rss_mb=rss_mb,
        words=sum(len(words(said)) for said, _ in pairs), n=len(times),
    )  # fmt: skip


if __name__ == "__main__":
    main()
