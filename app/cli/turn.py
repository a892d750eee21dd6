"""One whole turn of hers without a sound card: what a line makes her say, as the window would have her say it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import monotonic

from app import logs
from app.body import Parts, assemble
from app.config.store import SettingsStore
from app.persona import character
from models.commands import Speak
from models.companion import Companion
from models.errors import Blame, EngineError
from models.events import Event, Failed, Typed
from models.wishes import Wishes


async def turn(store: SettingsStore, said: str, wishes: Wishes) -> tuple[Speak, ...]:
    """Her clauses in answer to `said`, each with its delivery. Raises `EngineError` when she has no answer."""
    who = character.load(store.settings)
    parts = Parts(hearing=False, speaking=False)
    body = assemble(store.settings, store.provider_settings, who, logs.child_stderr, parts)
    companion, clauses = Companion.of(who, wishes), list[Speak]()
    failed = Failed("mind", Blame.ENGINE, "she had no answer; try again")
    events = asyncio.Queue[Event]()
    lives = [asyncio.create_task(organ.live(events.put_nowait)) for organ in body.organs.values()]
    events.put_nowait(Typed(said))
    try:
        asked = False
        while companion.conversation.busy or not asked:
            event = replace(await events.get(), at_s=monotonic())
            asked = asked or isinstance(event, Typed)
            failed = event if isinstance(event, Failed) else failed
            companion, commands = companion.step(event)
            clauses += [command for command in commands if isinstance(command, Speak)]
            for command in commands:
                body.carry_out(command)
    finally:
        for organ in body.organs.values():
            organ.inbox.put(None)
        await asyncio.gather(*lives)
    if not clauses:
        raise EngineError(failed.blame, failed.message)
    return tuple(clauses)
