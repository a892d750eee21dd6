"""Real people speaking, with what they say: Debian's `pocketsphinx-testdata` (BSD), and how words are counted."""

from __future__ import annotations

import re
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.speech import MIC_RATE_HZ
from tests.listening import Samples, write_wav
from tests.stage import SINK_RATE_HZ

FOLDER = Path("/usr/share/pocketsphinx/test/data")
_BOOK = "librivox/sense_and_sensibility_01_austen_64kb-{}.wav"
TRANSCRIPTS = {
    _BOOK.format("0870"): "and mister john dashwood had then leisure to consider how much there might be "
    "prudently in his power to do for them",
    _BOOK.format("0880"): "he was not an ill disposed young man",
    _BOOK.format("0890"): "unless to be rather cold hearted and rather selfish is to be ill disposed",
    _BOOK.format("0920"): "had he married a more amiable woman he might have been made still more "
    "respectable than he was",
    _BOOK.format("0930"): "he might even have been made amiable himself",
    "goforward.raw": "go forward ten meters",
    "something.raw": "go somewhere and do something",
    "cards/001.wav": "ten of clubs",
    "cards/002.wav": "four queen of clubs",
    "cards/003.wav": "seven of clubs",
    "cards/004.wav": "five five",
    "cards/005.wav": "eight of spades four of clubs seven of hearts",
}
_SAME = {"mr": "mister", "meter": "meters", "10": "ten", "4": "four", "5": "five", "7": "seven", "8": "eight"}


@dataclass(frozen=True, slots=True)
class Recording:
    """Someone speaking: 16-bit mono `pcm` at `MIC_RATE_HZ`, and the words."""

    name: str
    pcm: bytes
    text: str

    @property
    def samples(self) -> Samples:
        """The sound as -1..1."""
        return np.frombuffer(self.pcm, "<i2").astype(np.float32) / np.float32(32768)


def recordings() -> list[Recording]:
    """Every recording that is installed."""
    return [_read(name) for name in TRANSCRIPTS if (FOLDER / name).is_file()]


def short() -> list[Recording]:
    """Two short commands."""
    return [_read("goforward.raw"), _read("something.raw")]


def read_aloud() -> list[Recording]:
    """Sentences read from a novel (LibriVox)."""
    return [_read(name) for name in TRANSCRIPTS if name.startswith("librivox")]


def _read(name: str) -> Recording:
    path = FOLDER / name
    if path.suffix == ".raw":
        return Recording(path.stem, path.read_bytes(), TRANSCRIPTS[name])
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (MIC_RATE_HZ, 2, 1)
        return Recording(path.stem, bytes(file.readframes(file.getnframes())), TRANSCRIPTS[name])


def wav_48k(recording: Recording, folder: Path, lead_s: float = 0.0) -> Path:
    """The recording as a file for the virtual microphone, after `lead_s` of silence."""
    import soxr

    samples = soxr.resample(recording.samples, MIC_RATE_HZ, SINK_RATE_HZ)
    silence = np.zeros(round(lead_s * SINK_RATE_HZ), np.float32)
    return write_wav(folder / f"{recording.name}.wav", np.concatenate([silence, samples]))


def words(text: str) -> list[str]:
    """Words for counting errors: small letters, hyphens parted, the numbers of the recordings spelt."""
    plain = text.lower().replace("-", " ").replace("’", "'")
    return [_SAME.get(word, word) for word in re.findall(r"[a-z0-9']+", plain)]


def word_errors(said: str, heard: str) -> int:
    """The least number of words to change, add or drop to turn one text into the other (Levenshtein)."""
    truth, guess = words(said), words(heard)
    row = list(range(len(guess) + 1))
    for i, word in enumerate(truth, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(guess, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1]


def word_error_rate(said: str, heard: str) -> float:
    """Word errors over the words of `said`."""
    return word_errors(said, heard) / max(1, len(words(said)))
