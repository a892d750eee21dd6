"""How her parts are, folded from what is told of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.errors import Blame
from models.events import Event, Failed, Health, WorkerChanged

NAMES = (
    "microphone", "loudspeaker", "ears", "mind", "voice", "memory", "stream", "obs", "api",
)  # fmt: skip
"""The parts that are shown, in this order."""
_CARDS = ("microphone", "loudspeaker")
_SOUND = "sound"
"""One process has both ends of the sound card: what befalls it befalls both."""


@dataclass(frozen=True, slots=True)
class PartState:
    """A part: `engine` is the id of the engine it uses, `note` plain words; both may be empty."""

    name: str
    health: Health = Health.STARTING
    engine: str = ""
    note: str = ""

    @property
    def organ(self) -> str:
        """Whom a `models.commands.RestartEngine` has to name."""
        return _SOUND if self.name in _CARDS else self.name


def beginning(off: frozenset[str] = frozenset()) -> tuple[PartState, ...]:
    """All parts before anything was told; those in `off` are not wanted."""
    return tuple(PartState(name, Health.OFF if name in off else Health.STARTING) for name in NAMES)


def after(parts: tuple[PartState, ...], event: Event) -> tuple[PartState, ...]:
    """The parts once an event has happened; the same tuple if it is about none of them."""
    match event:
        case WorkerChanged(worker=worker, health=health, engine=engine, note=note):
            if worker == _SOUND and health is Health.READY:
                return parts  # its devices tell for themselves
            return _changed(parts, worker, health, engine, note)
        case Failed(worker=worker, blame=Blame.DEVICE, message=message):
            return _changed(parts, worker, Health.GONE, "", message)
    return parts


def _changed(
    parts: tuple[PartState, ...], worker: str, health: Health, engine: str, note: str
) -> tuple[PartState, ...]:
    concerned = _CARDS if worker == _SOUND else (worker,)
    if not any(part.name in concerned for part in parts):
        return parts
    return tuple(
        replace(part, health=health, engine=engine or part.engine, note=note)
        if part.name in concerned
        else part
        for part in parts
    )
