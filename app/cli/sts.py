"""`sts`: speech to speech. Hears a recording, answers it with her own mind, and says the answer into files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.cli.ground import DONE, CommandError, Progress, complete, engine, settings_of
from app.cli.saying import RATE_HZ, say, write_timing
from app.cli.turn import turn
from app.cli.wav import write_speech
from app.config.store import SettingsStore
from models.commands import Speak
from models.delivery import VoiceMood, delivery
from models.speech import MIC_RATE_HZ, Empty, Line, Utterance
from models.wishes import Wishes
from workers.runtime.retry import finish, first
from workers.wav import read_sound


def run(args: Namespace) -> int:
    """Hear, think, speak."""
    return complete(lambda: _answer(args))


async def _answer(args: Namespace) -> int:
    sound = read_sound(Path(args.input), MIC_RATE_HZ)
    folder = _folder(args.output)
    store, progress = settings_of(args), Progress()
    progress.show("listening …")
    heard = await _hear(store, sound)
    progress.end()
    if not heard:
        msg = f"no speech is to be heard in {args.input}; is it loud enough?"
        raise CommandError(msg)
    print(f"heard: {heard}", flush=True)
    progress.show("thinking …")
    voice = store.settings.voice
    wishes = Wishes(args.voice or voice.voice, args.speed or voice.speed, voice.moods and not args.mood)
    clauses = await turn(store, heard, wishes)
    progress.end()
    print(f"answer: {' '.join(clause.text for clause in clauses)}", flush=True)
    said = await say(store, tuple(_line(clause, args.mood) for clause in clauses))
    wav, timing = folder / "answer.wav", folder / "answer.json"
    write_speech(wav, said.pcm, RATE_HZ)
    write_timing(timing, said)
    print(f"{wav}: {said.length_s:.1f} s; {timing}")
    return DONE


def _folder(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {folder} cannot be made: {error.strerror or error}"
        raise CommandError(message, usage=True) from error
    return folder


async def _hear(store: SettingsStore, sound: bytes) -> str:
    chosen = store.settings.hearing
    listener = engine(store, chosen.provider)
    try:
        await finish(listener.warm(Empty()))
        transcript = await first(listener.transcribe(Utterance(sound, language=chosen.language)))
    finally:
        await listener.close()
    return str(transcript.text).strip()


def _line(clause: Speak, mood: str) -> Line:
    """A clause to say as she feels, or in the mood asked for."""
    style = delivery(VoiceMood(mood), clause.style) if mood else clause.style
    return Line(clause.text, style, first=clause.n == 0)
