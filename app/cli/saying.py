"""Saying a text into a file: clause by clause, one sound, and when each word and viseme comes in it."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import dataclass, replace
from pathlib import Path

from app.atomic import write_atomically
from app.cli.ground import CommandError, Progress, engine
from app.cli.wav import unwritable
from app.config.store import SettingsStore
from app.persona import character
from app.persona.library import Library
from models.delivery import VoiceMood, delivery
from models.head_tts import head_tts
from models.speech import Empty, Line, PhonemeSpan, Speech, VoiceStyle, WordSpan
from models.spoken_text import clauses, speakable
from models.visemes import viseme_spans
from workers.runtime.retry import finish
from workers.wav import as_pcm, as_samples, resampled

RATE_HZ = 24_000
"""Of the files that are written."""


@dataclass(frozen=True, slots=True)
class Said:
    """A whole text as one sound at `RATE_HZ`, with its phonemes and words."""

    pcm: bytes
    phonemes: tuple[PhonemeSpan, ...]
    words: tuple[WordSpan, ...]

    @property
    def length_s(self) -> float:
        """How long it sounds."""
        return len(self.pcm) / 2 / RATE_HZ


def own_style(store: SettingsStore, voice: str = "") -> VoiceStyle:
    """Her own way of speaking: the voice asked for, else of the settings, else of her persona, at her pace."""
    chosen = store.settings.voice
    persona = character.persona_of(store.settings, Library())
    return VoiceStyle(voice or chosen.voice or persona.voice, chosen.speed * persona.speed)


def style_of(store: SettingsStore, args: Namespace) -> VoiceStyle:
    """Her own way of speaking, as `--voice`, `--speed` and `--mood` bend it."""
    own = own_style(store, args.voice or "")
    return delivery(VoiceMood(args.mood), replace(own, speed=args.speed or own.speed))


def lines_of(text: str, style: VoiceStyle) -> tuple[Line, ...]:
    """A text as lines to say. Raises `CommandError` when there is nothing in it to be said."""
    pieces, _ = clauses(text, final=True, first=True)
    if not speakable(text):
        raise CommandError("there are no words to say in this text", usage=True)
    return tuple(Line(piece, style, first=n == 0) for n, piece in enumerate(pieces))


async def say(store: SettingsStore, lines: tuple[Line, ...]) -> Said:
    """Say lines one after the other. Raises `CommandError` when no sound comes of them, `EngineError`."""
    speaker, progress = engine(store, store.settings.voice.provider), Progress()
    parts = list[Speech]()
    try:
        progress.show("getting her voice ready …")
        await finish(speaker.warm(Empty()))
        for n, line in enumerate(lines, 1):
            progress.show(f"saying {n} of {len(lines)}")
            parts += [part async for part in speaker.speak(line)]
    finally:
        progress.end()
        await speaker.close()
    if not any(part.pcm for part in parts):
        raise CommandError("her voice made no sound of this text; try another one")
    return _joined(parts)


def write_timing(path: Path, said: Said) -> None:
    """Write words and visemes with their times in milliseconds, as HeadTTS does. Raises `CommandError`."""
    timing = head_tts(said.words, viseme_spans(said.phonemes))
    try:
        write_atomically(path, json.dumps(timing, ensure_ascii=False) + "\n")
    except OSError as error:
        raise unwritable(path, error) from error


def _joined(parts: list[Speech]) -> Said:
    """Parts one after the other; their times become times of the whole."""
    pcm, phonemes, words = list[bytes](), list[PhonemeSpan](), list[WordSpan]()
    start_s = 0.0
    for part in parts:
        sound = part.pcm
        if part.rate_hz != RATE_HZ:
            sound = as_pcm(resampled(as_samples(sound), part.rate_hz, RATE_HZ))
        pcm.append(sound)
        phonemes += [
            PhonemeSpan(item.symbol, item.start_s + start_s, item.end_s + start_s) for item in part.phonemes
        ]
        words += [WordSpan(item.text, item.start_s + start_s, item.end_s + start_s) for item in part.words]
        start_s += len(sound) / 2 / RATE_HZ
    return Said(b"".join(pcm), tuple(phonemes), tuple(words))
