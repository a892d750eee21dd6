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
from pathlib import Path

from app.fitting import Fitter, Log, ProviderSettings, Senses
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
from models.persona import prefix
from models.settings import Settings
from models.sound import Levels, Playhead
from workers.ears import Ears
from workers.memory import Memory
from workers.mind import Mind
from workers.rest import Rest, Stir
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ, Warm
from workers.sound import Lanes, Sound
from workers.voice import Voice

_ORGANS: dict[type[Command], tuple[str, ...]] = {
    **dict.fromkeys((Reply, Enough, Summarise, Become), ("mind",)),
    **dict.fromkeys((Remember, Forget, Withhold), ("memory",)),
    **dict.fromkeys((Speak, MuteVoice), ("voice",)),
    **dict.fromkeys((Silence, MuteMicrophone, HoldTalk, PlaySound), ("sound",)),
    **dict.fromkeys((Caption, Panic, SwitchScene, ShowSource), ("obs",)),
    Cancel: ("mind", "voice"),
    Settle: ("stream",),
}
_SEEN_TOO = (Withhold, Panic, Silence, Caption)
"""What organs carry out and views show besides."""
_STIRRING = (Reply, Speak, HoldTalk, PlaySound)
"""What engines are needed for, now or at once."""
_SLEEPERS = ("ears", "voice", "mind")
"""Organs whose engines sleep, in the order in which they wake."""


@dataclass(frozen=True, slots=True)
class Body:
    """The organs by name, and what fits them to the settings."""

    organs: dict[str, Organ]
    fitter: Fitter | None = None

    def carry_out(self, command: Command) -> bool:
        """Hand a command to the organs it concerns; False if it is (also) for the views."""
        if isinstance(command, RestartEngine):
            self._put((command.worker,), Warm(again=True))
            return True
        names = _ORGANS.get(type(command), ())
        if isinstance(command, _STIRRING):
            self.stir()
        self._put(names, command)
        return bool(names) and not isinstance(command, _SEEN_TOO)

    def refit(self, before: Settings, after: Settings) -> None:
        """Have a change of the settings take effect at once. May wait for the keyring: not for the GUI thread.

        With twice the same, the engines are looked at anew: a secret of theirs may have changed.
        """
        if self.fitter is not None:
            self.fitter.refit(before, after)

    def stir(self) -> None:
        """Somebody is there and will want something of her: have sleeping engines wake."""
        self._put(("rest",), Stir())

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
    senses = Senses(parts.hearing, parts.speaking)
    fitter = Fitter(organs, provider_settings, log, senses, character, parts.chance)
    stir = _stirred(organs)
    hear: Callable[[object], None] = _unheard
    if parts.hearing:
        listener = fitter.engine("ears", settings.hearing.provider)
        organs["ears"] = Ears(listener, settings.hearing.language)
        hear = organs["ears"].inbox.put
    play: Callable[[object], None] = _unheard
    if parts.hearing or parts.speaking:
        organs["sound"] = Sound(fitter.sound_card(), fitter.audio(settings), hear, parts.lanes, stir)
        play = organs["sound"].inbox.put
    organs["voice"] = Voice(fitter.voice(settings), play)
    organs["mind"] = Mind(fitter.thinkers(settings), prefix(character.persona, character.user))
    organs["memory"] = Memory(parts.memory, time.time, keeps=settings.memory.enabled)
    sleepers = tuple(organs[name].inbox.put for name in _SLEEPERS if name in organs)
    organs["rest"] = Rest(settings.rest.after_min, sleepers)
    if parts.on_air:
        organs |= on_air(settings, character, parts.on_air, organs["voice"])
    return Body(organs, fitter)


def _stirred(organs: dict[str, Organ]) -> Callable[[], None]:
    def stir() -> None:
        organs["rest"].inbox.put(Stir())

    return stir


def _unheard(item: object) -> None:
    """Where sound goes when nobody listens."""
