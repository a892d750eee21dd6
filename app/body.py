"""Her body: the organs, wired to one another. Qt-free; the window and the terminal both run it.

Organs hand sound to each other directly (voice → sound → ears); everything else goes through the conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import BaseModel
from workers.mind import Mind

from models.commands import Cancel, Command, MuteMicrophone, Reply, RestartEngine, Silence, Speak
from models.events import Health, WorkerChanged
from models.persona import Persona
from models.settings import Settings
from models.speech import AudioSetup, Levels, Playhead, VoiceStyle
from workers.ears import Ears
from workers.engines.registry import provider
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


@dataclass(frozen=True, slots=True)
class Body:
    """The organs by name, and the lanes of levels they fill."""

    organs: dict[str, Organ]
    lanes: Lanes

    def carry_out(self, command: Command) -> bool:
        """Hand a command to the organs it concerns; False if it is for the views."""
        match command:
            case Reply():
                names: tuple[str, ...] = ("mind",)
            case Speak():
                names = ("voice",)
            case Cancel():
                names = ("mind", "voice")
            case Silence() | MuteMicrophone():
                names = ("sound",)
            case RestartEngine(worker=worker):
                self._put((worker,), Warm(again=True))
                return True
            case _:
                return False
        self._put(names, command)
        return True

    def _put(self, names: tuple[str, ...], item: object) -> None:
        for name in names:
            if organ := self.organs.get(name):
                organ.inbox.put(item)


@dataclass(frozen=True, slots=True)
class Parts:
    """Which organs to bring up: the terminal may do without sound."""

    hearing: bool = True
    speaking: bool = True


def assemble(
    settings: Settings,
    provider_settings: ProviderSettings,
    persona: Persona,
    log: Log,
    parts: Parts = Parts(),
) -> Body:
    """Wire the organs the settings ask for. Starts nothing."""
    organs: dict[str, Organ] = {}
    lanes = Lanes(Lane(Playhead()), Lane(Levels()))

    def observer(name: str) -> Observer:
        def changed(health: Health, note: str) -> None:
            organ = organs[name]
            organ.emit(WorkerChanged(name, health, note=note))
            if health is Health.RESTARTING:
                organ.inbox.put(Warm())

        return Observer(changed, log)

    def engine(name: str, provider_id: str) -> object:
        return connect(provider(provider_id), provider_settings(provider_id), observer(name))

    if parts.hearing or parts.speaking:
        device = engine("sound", "portaudio")
        ears = Ears(
            engine("ears", settings.hearing.provider), settings.hearing.provider, settings.hearing.language
        )
        organs["sound"] = Sound(device, audio_setup(settings, parts), ears.inbox.put, lanes)
        organs["ears"] = ears
    speaks = parts.speaking and settings.voice.enabled
    play = organs["sound"].inbox.put if "sound" in organs else _nowhere
    voice = engine("voice", settings.voice.provider) if speaks else None
    organs["voice"] = Voice(voice, settings.voice.provider if speaks else "silent", play)
    organs["mind"] = Mind(_options(settings, engine), persona)
    return Body(organs, lanes)


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


def voice_style(settings: Settings) -> VoiceStyle:
    """How she speaks."""
    return VoiceStyle(settings.voice.voice, settings.voice.speed)
