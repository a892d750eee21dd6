"""Recordings of real people with what they say: Debian's pocketsphinx-testdata, and how words are counted."""

from __future__ import annotations

import re
import wave
from pathlib import Path

_DATA = Path("/usr/share/pocketsphinx/test/data")
_BOOK = "librivox/sense_and_sensibility_01_austen_64kb-{}.wav"
TRANSCRIPTS = {
    _BOOK.format(
        "0870"
    ): "and mister john dashwood had then leisure to consider how much there might be prudently in"
    " his power to do for them",
    _BOOK.format("0880"): "he was not an ill disposed young man",
    _BOOK.format("0890"): "unless to be rather cold hearted and rather selfish is to be ill disposed",
    _BOOK.format("0920"): "had he married a more amiable woman he might have been made still more respectable"
    " than he was",
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


def recordings() -> list[tuple[str, bytes, str]]:
    """(name, PCM at 16 kHz, words) of every recording that is installed."""
    return [
        (name, pcm_of(_DATA / name), text) for name, text in TRANSCRIPTS.items() if (_DATA / name).is_file()
    ]


def pcm_of(path: Path) -> bytes:
    """The samples of a raw or WAV file."""
    if path.suffix == ".raw":
        return path.read_bytes()
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (16_000, 2, 1)
        return bytes(file.readframes(file.getnframes()))


def words_of(text: str) -> list[str]:
    """Words for counting errors: small letters, hyphens parted, numbers up to ten spelt."""
    return [_SAME.get(word, word) for word in re.findall(r"[a-z0-9']+", text.lower().replace("-", " "))]


def word_errors(said: str, heard: str) -> int:
    """The least number of words to change, add or drop to turn one text into the other."""
    reference, found = words_of(said), words_of(heard)
    row = list(range(len(found) + 1))
    for n, word in enumerate(reference, 1):
        above, row[0] = row[0], n
        for at, other in enumerate(found, 1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (word != other))
    return row[-1]
