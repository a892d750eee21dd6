"""`voices`: the voices of the chosen voice engine."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict

from app.cli.ground import DONE, complete, engine, settings_of
from models.speech import Empty, Voice


def run(args: Namespace) -> int:
    """List them."""
    return complete(lambda: _list(args))


async def _list(args: Namespace) -> int:
    store = settings_of(args)
    speaker = engine(store, store.settings.voice.provider)
    try:
        voices: list[Voice] = [voice async for voice in speaker.voices(Empty())]
    finally:
        await speaker.close()
    if args.json:
        print(json.dumps([asdict(voice) for voice in voices], indent=2))
        return DONE
    chosen = store.settings.voice.voice
    width = max((len(voice.name) for voice in voices), default=0)
    for voice in voices:
        mark = "*" if voice.name == chosen else " "
        print(f"{mark} {voice.name:<{width}}  {voice.language:<6} {voice.gender}".rstrip())
    print('\n* is yours. Change it: voice = "NAME" under [voice] in', store.path)
    return DONE
