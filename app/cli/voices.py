"""`voices`: the voices of the chosen voice engine, and the moods she can speak in."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict

from app.cli.ground import DONE, complete, engine, settings_of
from app.cli.saying import own_style
from models.delivery import VoiceMood
from models.speech import Empty, Voice
from models.voice_blend import parse_blend


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
    hers = own_style(store).voice
    shares = parse_blend(hers) if hers else {}
    width = max((len(voice.name) for voice in voices), default=0)
    for voice in voices:
        share = shares.get(voice.name, 0.0)
        mark = f"{share:4.0%}" if share else "    "
        print(f"{mark} {voice.name:<{width}}  {voice.language:<6} {voice.gender}".rstrip())
    print(f"\nHers is {hers or 'the usual one'}. Change it:")
    print('voice = "NAME", or a blend such as "70% af_heart + 30% af_sky", under [voice] in', store.path)
    print(f"\nMoods, for `speak --mood`: {', '.join(VoiceMood)}")
    return DONE
