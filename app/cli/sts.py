"""`sts`: speech to speech. Hears a recording, answers it with her own mind, and says the answer into files."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

from app import character, logs
from app.body import Body, Parts, assemble
from app.cli.ground import DONE, CommandError, Progress, complete, engine, settings_of
from app.cli.saying import RATE_HZ, say, style_of, write_timing
from app.cli.wav import read_speech, write_speech
from app.settings_store import SettingsStore
from models.commands import Reply
from models.errors import Blame, EngineError
from models.events import Event, Failed, ReplyDelta, ReplyDone
from models.persona import messages
from models.speech import Empty, Message, Role, Utterance
from workers.runtime.retry import finish, first

_TOKENS = 150


def run(args: Namespace) -> int:
    """Hear, think, speak."""
    return complete(lambda: _answer(args))


async def _answer(args: Namespace) -> int:
    sound = read_speech(Path(args.input))
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
    answer = await _think(store, heard)
    progress.end()
    print(f"answer: {answer}", flush=True)
    said = await say(store, answer, style_of(store, args))
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


async def _think(store: SettingsStore, heard: str) -> str:
    """One turn of her mind, with its fallbacks, as in a conversation."""
    who = character.load(store.settings)
    parts = Parts(hearing=False, speaking=False)
    body: Body = assemble(store.settings, store.provider_settings, who, logs.child_stderr, parts)
    mind = body.organs["mind"]
    answer, over = list[str](), asyncio.Event()
    failures = list[Failed]()

    def happened(event: Event) -> None:
        match event:
            case ReplyDelta(text=text):
                answer.append(text)
            case ReplyDone():
                over.set()
            case Failed():
                failures.append(event)
                if event.turn is not None or event.blame is Blame.BUG:
                    over.set()

    said = (Message(Role.USER, heard),)
    prompt = messages(who.persona, said, store.settings.character.streamer_name)
    life = asyncio.create_task(mind.live(happened))
    mind.inbox.put(Reply(1, prompt, _TOKENS, said))
    try:
        await over.wait()
    finally:
        mind.inbox.put(None)
        await life
    text = "".join(answer).strip()
    if not text:
        last = failures[-1] if failures else Failed("mind", Blame.ENGINE, "she had no answer; try again")
        raise EngineError(last.blame, last.message)
    return text
