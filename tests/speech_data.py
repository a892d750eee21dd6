"""Real human speech with transcripts, from Debian's `pocketsphinx-testdata` (BSD), as 48 kHz WAV files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.listening import Samples, read_wav, write_wav
from tests.stage import SINK_RATE_HZ

FOLDER = Path("/usr/share/pocketsphinx/test/data")
_RATE_HZ = 16_000


@dataclass(frozen=True, slots=True)
class Recording:
    """Someone speaking: `samples` at 16 kHz, -1..1, and the words."""

    name: str
    samples: Samples
    text: str


def short() -> list[Recording]:
    """Two short commands."""
    texts = {"goforward": "go forward ten meters", "something": "go somewhere and do something"}
    return [Recording(name, _raw(FOLDER / f"{name}.raw"), text) for name, text in texts.items()]


def read_aloud() -> list[Recording]:
    """Sentences read from a novel (LibriVox), with their transcripts."""
    found = []
    folder = FOLDER / "librivox"
    for line in (folder / "transcription").read_text().splitlines():
        match = re.fullmatch(r"<s> (.*) </s> \((.*)\)", line.strip())
        if match and (folder / f"{match[2]}.wav").exists():
            samples, rate_hz = read_wav(folder / f"{match[2]}.wav")
            assert rate_hz == _RATE_HZ
            found.append(Recording(match[2], samples, match[1].lower()))
    return found


def wav_48k(recording: Recording, folder: Path, lead_s: float = 0.0) -> Path:
    """The recording as a file for the virtual microphone, after `lead_s` of silence."""
    import soxr

    samples = soxr.resample(recording.samples, _RATE_HZ, SINK_RATE_HZ)
    silence = np.zeros(round(lead_s * SINK_RATE_HZ), np.float32)
    return write_wav(folder / f"{recording.name}.wav", np.concatenate([silence, samples]))


def _raw(path: Path) -> Samples:
    return np.fromfile(path, "<i2").astype(np.float32) / 32768


def words(text: str) -> list[str]:
    """Words for comparing: lower case, no punctuation."""
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def word_error_rate(said: str, heard: str) -> float:
    """Edits from `said` to `heard` over the words of `said` (Levenshtein distance on words)."""
    truth, guess = words(said), words(heard)
    row = list(range(len(guess) + 1))
    for i, word in enumerate(truth, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(guess, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1] / max(1, len(truth))
