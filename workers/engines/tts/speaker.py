"""Kokoro with its voices and its English: a line in, clips with timing out. Blocking, for one thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from models.speech import Speech, Voice, VoiceStyle
from models.spoken_text import speakable
from workers.engines.tts.acoustic import RATE_HZ, Kokoro
from workers.engines.tts.english.phonemise import English
from workers.engines.tts.finish import edges, finish, softened, to_pcm
from workers.engines.tts.phrases import Phrase, phrases_of
from workers.engines.tts.silences import applied, changes, moved
from workers.engines.tts.timing import pauses, shifted, time_of
from workers.engines.tts.voices import VoiceBook

# What is left of the silence after a phrase, by the mark that ends it.
_PAUSES_S = {".": 0.26, "!": 0.26, "?": 0.28, "…": 0.3, ":": 0.16, ";": 0.16, "—": 0.14, ",": 0.11}
_NO_MARK_S = 0.05


class Speaker:
    """A loaded network with its voices; accents are loaded when first needed."""

    def __init__(self, model: Path, voices: Path, *, threads: int) -> None:
        self._book = VoiceBook(voices)
        self._kokoro = Kokoro(model, threads=threads)
        self._accents: dict[bool, English] = {}

    def voices(self) -> tuple[Voice, ...]:
        """The voices there are."""
        return self._book.voices()

    def phrases(self, text: str, voice: str) -> tuple[Phrase, ...]:
        """What to say for `text`, in pieces for `say`. Nothing speakable gives none.

        Raises:
            EngineError: SETTINGS; the voice does not exist.
        """
        british = self._book.is_british(voice)
        plain = speakable(text)
        if not plain:
            return ()
        if british not in self._accents:
            self._accents[british] = English(british=british)
        return phrases_of(self._accents[british].phonemise(plain), self._kokoro.known)

    def say(self, phrase: Phrase, style: VoiceStyle, *, first: bool) -> Speech | None:
        """Say one phrase; `style.voice` names a voice or blend. `first` trims the silence before it hardest."""
        spoken = self._kokoro.speak(
            phrase.symbols,
            self._book.style(style.voice),
            style.speed,
            pitch=style.pitch,
            intonation=style.intonation,
        )
        sound = spoken.sound
        spans, placed = time_of(spoken, phrase.words)
        if style.pauses != 1.0:
            marks = [span for span in spans if not span.symbol[-1].isalpha()]
            pauses_now = changes(pauses(sound), marks, len(sound) / RATE_HZ, style.pauses)
            sound = applied(sound, pauses_now)
            spans, placed = moved(spans, placed, pauses_now)
        pause_s = _PAUSES_S.get(phrase.ending, _NO_MARK_S) * style.pauses / style.speed
        start, end = edges(sound, first=first, pause_s=pause_s)
        if end <= start:
            return None
        said = finish(softened(sound[start:end], style.softness), level_db=style.level)
        said = np.pad(said, (0, end - start - len(said)))
        phonemes, words = shifted(spans, placed, start / RATE_HZ, len(said) / RATE_HZ)
        return Speech(to_pcm(said), RATE_HZ, phonemes, words)
