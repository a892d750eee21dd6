"""Her body: the organs, wired to one another. Qt-free; the window and the terminal both run it.

Organs hand sound to each other directly (voice → sound → ears); everything else goes through the
conversation.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from app.on_air import OnAir
from app.on_air import organs as on_air
from models.character import Character
from models.commands import (
    Become,
    Cancel,
    Caption,
    Command,
    Enough,
    Forget,
    HoldTalk,
    MuteMicrophone,
    MuteVoice,
    Panic,
    PlaySound,
    Remember,
    Reply,
    RestartEngine,
    Settle,
    ShowSource,
    Silence,
    Speak,
    Summarise,
    SwitchScene,
    Withhold,
)
from models.events import Health, WorkerChanged
from models.persona import prefix
from models.settings import Settings
from models.sound import AudioSetup, Levels, Playhead
from workers.basic import BasicThinker
from workers.ears import Ears
from workers.engines.llm import ollama
from workers.engines.registry import Provider, provider
from workers.memory import Memory
from workers.mind import Mind, Model, Thinker
from workers.runtime.child import Observer
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ, Warm
from workers.runtime.remote import connect
from workers.sound import Lanes, Sound
from workers.voice import Voice

ProviderSettings = Callable[[str], BaseModel]
"""Provider id to its validated settings."""

Log = Callable[[str, str], None]
"""Takes a line an engine process wrote to stderr: (engine, line)."""


_ORGANS: dict[type[Command], tuple[str, ...]] = {
    **dict.fromkeys((Reply, Enough, Summarise, Become), ("mind",)),
    **dict.fromkeys((Remember, Forget, Withhold), ("memory",)),
    **dict.fromkeys((Speak, MuteVoice), ("voice",)),
    **dict.fromkeys((Silence, MuteMicrophone, HoldTalk, PlaySound), ("sound",)),
    **dict.fromkeys((Caption, Panic, SwitchScene, ShowSource), ("obs",)),
    Cancel: ("mind", "voice"),
    Settle: ("stream",),
}
_SEEN_TOO = (Withhold, Panic, Silence)
"""What organs carry out and views show besides."""


@dataclass(frozen=True, slots=True)
class Body:
    """The organs by name."""

    organs: dict[str, Organ]

    def carry_out(self, command: Command) -> bool:
        """Hand a command to the organs it concerns; False if it is (also) for the views."""
        if isinstance(command, RestartEngine):
            self._put((command.worker,), Warm(again=True))
            return True
        names = _ORGANS.get(type(command), ())
        self._put(names, command)
        return bool(names) and not isinstance(command, _SEEN_TOO)

    def _put(self, names: tuple[str, ...], item: object) -> None:
        for name in names:
            if organ := self.organs.get(name):
                organ.inbox.put(item)


def _chance() -> random.Random:
    return random.Random(os.environ.get("VESPER_SEED"))  # noqa: S311  # which line she says is no secret


@dataclass(frozen=True, slots=True)
class Parts:
    """Which organs to bring up: the terminal may do without sound.

    `memory` is the file to remember in, `lanes` are where the levels go, `on_air` is what a show
    needs, None for none. `chance` picks among authored lines; a number
    in `VESPER_SEED` makes it pick the same ones again.
    """

    hearing: bool = True
    speaking: bool = True
    memory: Path | None = None
    chance: random.Random = field(default_factory=_chance)
    lanes: Lanes = field(default_factory=lambda: Lanes(Lane(Playhead()), Lane(Levels())))
    on_air: OnAir | None = None


def assemble(
    settings: Settings, provider_settings: ProviderSettings, character: Character, log: Log, parts: Parts
) -> Body:
    """Wire the organs the settings ask for. Starts nothing; raises `EngineError` for an unknown engine."""
    organs: dict[str, Organ] = {}

    def engine(organ_name: str, provider_id: str) -> Any:  # noqa: ANN401  # a port, by role
        def changed(health: Health, note: str) -> None:
            organ = organs[organ_name]
            organ.emit(WorkerChanged(organ_name, health, provider_id, note))
            if health is Health.RESTARTING:
                organ.inbox.put(Warm())

        return connect(provider(provider_id), provider_settings(provider_id), Observer(changed, log))

    speaks = parts.speaking and settings.voice.enabled
    ears = None
    if parts.hearing:
        listener = settings.hearing.provider
        ears = organs["ears"] = Ears(engine("ears", listener), listener, settings.hearing.language)
    if parts.hearing or speaks:
        hear = ears.inbox.put if ears else _unheard
        organs["sound"] = Sound(engine("sound", "portaudio"), audio_setup(settings, parts), hear, parts.lanes)
    speaker = settings.voice.provider
    organs["voice"] = (
        Voice(engine("voice", speaker), speaker, organs["sound"].inbox.put)
        if speaks
        else Voice(None, "silent", _unheard)
    )
    thinkers = tuple(
        _thinker(entry, engine, provider_settings, character, parts.chance) for entry in _minds(settings)
    )
    organs["mind"] = Mind(thinkers, prefix(character.persona, character.user))
    organs["memory"] = Memory(parts.memory, time.time, keeps=settings.memory.enabled)
    if parts.on_air:
        organs |= on_air(settings, character, parts.on_air, organs["voice"])
    return Body(organs)


def _minds(settings: Settings) -> tuple[Provider, ...]:
    """The language models to ask, best first."""
    wanted = "ollama" if settings.mind.provider == "auto" else settings.mind.provider
    ids = dict.fromkeys(name for name in (wanted, settings.mind.fallback) if name)
    return tuple(provider(name) for name in ids)


def _thinker(
    entry: Provider,
    engine: Callable[[str, str], Any],
    provider_settings: ProviderSettings,
    character: Character,
    chance: random.Random,
) -> Thinker:
    model = engine("mind", entry.id)
    own = provider_settings(entry.id)
    if getattr(own, "basic", False):
        return BasicThinker(entry.id, model, character.lines, character.user, chance)
    probe = partial(ollama.answers, own) if isinstance(own, ollama.OllamaSettings) else None
    return Model(entry.id, model, probe)


def _unheard(item: object) -> None:
    """Where sound goes when nobody listens."""


def audio_setup(settings: Settings, parts: Parts) -> AudioSetup:
    """How the sound card is opened."""
    hearing, voice = settings.hearing, settings.voice
    return AudioSetup(
        input_device=hearing.microphone,
        output_device=voice.output_device,
        microphone=parts.hearing and not hearing.muted,
        loudspeaker=parts.speaking and voice.enabled,
        echo_cancelling=hearing.echo_cancelling,
        volume=voice.volume,
        eager_silence_ms=hearing.eager_silence_ms,
        silence_ms=hearing.silence_ms,
        barge_in=hearing.barge_in,
    )
