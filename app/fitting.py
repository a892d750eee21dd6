"""Engines and devices as the settings want them: made at the start, and made anew when a setting changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from pydantic import BaseModel

from models.character import Character
from models.errors import EngineError
from models.events import Health, WorkerChanged
from models.settings import Settings
from models.sound import AudioSetup
from workers.basic import BasicThinker
from workers.ears import Expect
from workers.engines.llm import ollama
from workers.engines.registry import provider
from workers.memory import Keep
from workers.mind import Consult
from workers.rest import RestAfter
from workers.runtime.child import Observer
from workers.runtime.organ import Organ, Refused, Warm
from workers.runtime.remote import connect
from workers.runtime.seat import Exchange
from workers.thinkers import Model, Thinker

ProviderSettings = Callable[[str], BaseModel]
"""Provider id to its validated settings. May wait for the keyring; raises `EngineError`."""

Log = Callable[[str, str], None]
"""Takes a line an engine process wrote to stderr: (engine, line)."""

SOUND_CARD = "portaudio"
SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Senses:
    """Which of her senses there are at all, whatever the settings say."""

    hearing: bool = True
    speaking: bool = True


@dataclass(frozen=True, slots=True)
class Fitter:
    """Makes what the `organs` work with. `character` and `chance` are for authored lines."""

    organs: dict[str, Organ]
    provider_settings: ProviderSettings
    log: Log
    senses: Senses
    character: Character
    chance: Random

    def port(self, organ_name: str, provider_id: str, settings: BaseModel) -> Any:  # noqa: ANN401  # a port, by role
        """An engine for an organ, nothing of it begun."""

        def changed(health: Health, note: str) -> None:
            organ = self.organs[organ_name]
            organ.emit(WorkerChanged(organ_name, health, provider_id, note))
            if health is Health.RESTARTING:
                organ.inbox.put(Warm())

        return connect(provider(provider_id), settings, Observer(changed, self.log))

    def engine(self, organ_name: str, provider_id: str) -> Exchange[Any]:
        """An engine for an organ, with its recipe. Raises `EngineError` where the settings do not do."""
        settings = self.provider_settings(provider_id)
        return Exchange(self.port(organ_name, provider_id, settings), provider_id, (provider_id, settings))

    def sound_card(self) -> Any:  # noqa: ANN401  # a port
        """The sound card. Raises `EngineError` where the settings do not do."""
        return self.port("sound", SOUND_CARD, self.provider_settings(SOUND_CARD))

    def voice(self, settings: Settings) -> Exchange[Any]:
        """What she speaks with; nothing while she is to answer in text only."""
        if not (self.senses.speaking and settings.voice.enabled):
            return Exchange(None, SILENT, SILENT)
        return self.engine("voice", settings.voice.provider)

    def thinkers(self, settings: Settings) -> tuple[Thinker, ...]:
        """Whom to ask, best first."""
        wanted = "ollama" if settings.mind.provider == "auto" else settings.mind.provider
        names = dict.fromkeys(name for name in (wanted, settings.mind.fallback) if name)
        return tuple(self._thinker(name) for name in names)

    def _thinker(self, provider_id: str) -> Thinker:
        own = self.provider_settings(provider_id)
        engine, recipe = self.port("mind", provider_id, own), (provider_id, own)
        if getattr(own, "basic", False):
            who = self.character
            return BasicThinker(provider_id, engine, who.lines, who.user, self.chance, recipe=recipe)
        probe = partial(ollama.answers, own) if isinstance(own, ollama.OllamaSettings) else None
        return Model(provider_id, engine, probe, recipe)

    def audio(self, settings: Settings) -> AudioSetup:
        """How the sound card is opened."""
        hearing, voice = settings.hearing, settings.voice
        return AudioSetup(
            input_device=hearing.microphone,
            output_device=voice.output_device,
            microphone=self.senses.hearing and not hearing.muted,
            loudspeaker=self.senses.speaking and voice.enabled,
            echo_cancelling=hearing.echo_cancelling,
            volume=voice.volume,
            eager_silence_ms=hearing.eager_silence_ms,
            silence_ms=hearing.silence_ms,
            barge_in=hearing.barge_in,
            push=hearing.mode == "push",
        )

    def refit(self, before: Settings, after: Settings) -> None:
        """Have the organs work as `after` says; what is the same for them as `before` is left alone.

        Engines are looked at when they or any engine's own settings changed, or nothing did: then a secret may have.
        An engine that can't be made leaves its organ with the one it has, and a failure that says what to do.
        """
        again = before == after or before.providers != after.providers
        if again or after.hearing.provider != before.hearing.provider:
            self._give("ears", lambda: self.engine("ears", after.hearing.provider))
        if after.hearing.language != before.hearing.language:
            self._give("ears", lambda: Expect(after.hearing.language))
        if self.audio(after) != self.audio(before):
            self._give("sound", lambda: self.audio(after))
        if before.providers.get(SOUND_CARD) != after.providers.get(SOUND_CARD):
            self._give("sound", lambda: Exchange(self.sound_card(), SOUND_CARD))
        if again or _speech(after) != _speech(before):
            self._give("voice", lambda: self.voice(after))
        if again or after.mind != before.mind:
            self._give("mind", lambda: Consult(self.thinkers(after)))
        if after.memory != before.memory:
            self._give("memory", lambda: Keep(after.memory.enabled))
        if after.rest != before.rest:
            self._give("rest", lambda: RestAfter(after.rest.after_min))

    def _give(self, name: str, make: Callable[[], object]) -> None:
        if organ := self.organs.get(name):
            try:
                item = make()
            except EngineError as error:
                item = Refused(error)
            organ.inbox.put(item)


def _speech(settings: Settings) -> tuple[str, bool]:
    return settings.voice.provider, settings.voice.enabled
