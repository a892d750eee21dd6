"""From the end of the user's voice to her first sound, measured on recordings of both ends of the sound server.

The rival is the same engines asked one after the other as their makers ship them: 768 ms of silence ends the
turn, Whisper looks at its 30 s window with its stock settings, then the whole reply, then the whole
synthesis. Her first sound is the first of her answer (she makes no filler sounds), so first sound and first
content are one figure here.
"""

from __future__ import annotations

import asyncio
import time
from itertools import cycle, islice
from statistics import median

from models.ports import TextToSpeech
from models.speech import Line
from tests.bench.show import Show, percentile, report, show
from tests.listening import listening
from tests.speech_data import Recording, read_aloud, short, wav_48k
from workers.engines.registry import provider
from workers.runtime.retry import finish
from workers.weights.cache import path_of

RUNS = 12
STOCK_ENDPOINT_MS = 768
_MS = 1000


def main() -> None:
    """Speak to her `RUNS` times, then time the engines one after the other."""
    spoken = [*short(), read_aloud()[1], read_aloud()[4]]
    first: list[float] = []
    stages: dict[str, list[float]] = {}
    replies: list[tuple[Recording, str, float]] = []
    with show() as on:
        for utterance in islice(cycle(spoken), RUNS):
            took_ms, parts, reply, thought_ms = _turn(on, utterance)
            first.append(took_ms)
            replies.append((utterance, reply, thought_ms))
            for name, value in parts.items():
                stages.setdefault(name, []).append(value)
    sequential = asyncio.run(_sequential(replies))
    p50, p95 = percentile(first, 50), percentile(first, 95)
    report(
        "voice", first_sound_p50_ms=p50, first_sound_p95_ms=p95, first_content_p50_ms=p50, first_content_p95_ms=p95,
        stages={name: round(median(values)) for name, values in stages.items()}, n=len(first),
        sequential_p50_ms=percentile(sequential, 50), ratio=percentile(sequential, 50) / p50,
    )  # fmt: skip


def _turn(on: Show, utterance: Recording) -> tuple[float, dict[str, float], str, float]:
    """One turn: (ms to her first sound, ms by stage, her answer, ms the whole reply took)."""
    since = on.vesper.mark()
    with listening(on.sound) as hers, listening(on.sound, "micfeed.monitor") as theirs:
        on.sound.say(wav_48k(utterance, on.folder))
        answer = on.vesper.answer(since)
        end_s = theirs.sounding()[-1][1]
        heard_s = hers.first_sound(end_s)
    at = {kind: on.vesper.of(kind, since)[0]["written_s"] for kind in ("Speak", "Voiced", "ReplyDone")}
    at |= {kind: on.vesper.of(kind, since)[-1]["written_s"] for kind in ("SpeechEnded", "Heard", "Reply")}
    stages = {
        "end_of_turn": at["SpeechEnded"] - end_s,
        "asr": at["Heard"] - at["SpeechEnded"],
        "mind": at["Speak"] - at["Heard"],
        "voice": at["Voiced"] - at["Speak"],
        "sound": heard_s - at["Voiced"],
    }
    in_ms = {name: value * _MS for name, value in stages.items()}
    return (heard_s - end_s) * _MS, in_ms, answer, (at["ReplyDone"] - at["Reply"]) * _MS


async def _sequential(replies: list[tuple[Recording, str, float]]) -> list[float]:
    """ms of the same turns, engine after engine with stock settings."""
    from faster_whisper import WhisperModel

    import workers.engines.asr.without_av  # noqa: F401  # before faster_whisper is imported

    whisper = WhisperModel(str(path_of("whisper-base")), device="cpu", compute_type="int8", cpu_threads=2)
    entry = provider("kokoro")
    kokoro = entry.build(entry.settings_class()())
    await _speak(kokoro, "Warm up.")
    found: list[float] = []
    for utterance, reply, thought_ms in replies:
        started = time.perf_counter()
        segments, _ = whisper.transcribe(utterance.samples)
        list(segments)
        heard = time.perf_counter()
        await _speak(kokoro, reply)
        spoke = time.perf_counter()
        found.append(STOCK_ENDPOINT_MS + (heard - started) * _MS + thought_ms + (spoke - heard) * _MS)
    await kokoro.close()
    return found


async def _speak(kokoro: TextToSpeech, text: str) -> None:
    await finish(kokoro.speak(Line(text)))


if __name__ == "__main__":
    main()
