"""Hearing what the machine plays, with a clock: recordings whose samples have times."""

from __future__ import annotations

import os
import subprocess
import threading
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.stage import SINK_RATE_HZ, Sound, wait_until

Samples = NDArray[np.floating]

FRAME_S = 0.01
QUIET = 10 ** (-45 / 20)
"""RMS below which a frame is silence: -45 dBFS."""


@dataclass
class Recording:
    """Mono sound of a PulseAudio source at `SINK_RATE_HZ`, growing; sample times are `time.monotonic()`."""

    raw: bytearray = field(default_factory=bytearray)
    arrivals: list[tuple[int, float]] = field(default_factory=list)

    @property
    def samples(self) -> Samples:
        """All samples so far, -1..1."""
        whole = len(self.raw) // 2 * 2
        return np.frombuffer(bytes(self.raw[:whole]), np.int16).astype(np.float32) / 32768

    @property
    def start_s(self) -> float:
        """When the first sample was captured: no piece can arrive before it was, so the earliest arrival tells."""
        return min(at_s - count / SINK_RATE_HZ for count, at_s in self.arrivals)

    def loudness(self) -> tuple[Samples, Samples]:
        """(times, RMS) of every 10 ms frame."""
        step = round(SINK_RATE_HZ * FRAME_S)
        samples = self.samples
        count = len(samples) // step
        rms = np.sqrt((samples[: count * step].reshape(count, step) ** 2).mean(axis=1))
        return (self.start_s + np.arange(count) * FRAME_S).astype(np.float64), rms

    def sounding(self, gap_s: float = 0.12, threshold: float = QUIET) -> list[tuple[float, float]]:
        """Stretches of sound (start, end); silences shorter than `gap_s` do not part them."""
        times, rms = self.loudness()
        stretches: list[tuple[float, float]] = []
        for at_s in times[rms > threshold]:
            if stretches and at_s - stretches[-1][1] <= gap_s:
                stretches[-1] = (stretches[-1][0], float(at_s) + FRAME_S)
            else:
                stretches.append((float(at_s), float(at_s) + FRAME_S))
        return stretches

    def first_sound(self, after_s: float) -> float:
        """When the first sound after `after_s` began. Raises LookupError in silence."""
        for start, end in self.sounding():
            if end > after_s:
                return max(start, after_s)
        raise LookupError("silence")

    def between(self, start_s: float, end_s: float) -> Samples:
        """The samples of a stretch of time."""
        at = [max(0, round((t - self.start_s) * SINK_RATE_HZ)) for t in (start_s, end_s)]
        return self.samples[at[0] : at[1]]


@contextmanager
def listening(sound: Sound, source: str = "spk.monitor") -> Iterator[Recording]:
    """Record a source for the length of the block."""
    recording = Recording()
    argv = [
        "parec",
        "-d",
        source,
        "--format=s16le",
        f"--rate={SINK_RATE_HZ}",
        "--channels=1",
        "--latency-msec=10",
    ]
    process = subprocess.Popen(argv, env=sound.env, stdout=subprocess.PIPE)
    assert process.stdout is not None
    pipe = process.stdout.fileno()

    def read() -> None:
        while data := os.read(pipe, 1 << 14):
            recording.raw += data
            recording.arrivals.append((len(recording.raw) // 2, time.monotonic()))

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        wait_until(lambda: len(recording.raw) > 0, "recording")
        yield recording
    finally:
        process.terminate()
        process.wait(5)
        thread.join(5)
        process.stdout.close()


def write_wav(path: Path, samples: Samples, rate_hz: int = SINK_RATE_HZ) -> Path:
    """Samples as a mono 16-bit WAV file."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def read_wav(path: Path) -> tuple[Samples, int]:
    """(samples -1..1, rate) of a mono 16-bit WAV file."""
    with wave.open(str(path), "rb") as source:
        assert (source.getnchannels(), source.getsampwidth()) == (1, 2), path
        pcm = source.readframes(source.getnframes())
        return np.frombuffer(pcm, "<i2").astype(np.float32) / 32768, source.getframerate()
