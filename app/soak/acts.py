"""What is done to her in a soak besides talking with her, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle

from app.soak.program import ENGINES, Program

LINES = (
    "What should we play tonight?",
    "I had a long day.",
    "Tell me something about the sea.",
    "Do you like foxes?",
    "What time is it?",
    "Say something nice about chat.",
    "Why is the sky dark at night?",
    "I won the match!",
)
"""What the user writes, over and over: every stretch of time has the same questions in it."""

_FACES = ("happy", "snarky", "love", "surprised", "sleepy", "cat_face")
_SWITCHED = ("window", "voice", "reactions", "chat")
_PRESETS = ("chill", "snarky")
_ENERGIES = ("low", "high", "normal")


@dataclass(frozen=True, slots=True)
class Act:
    """Something done to her every so many seconds; `do` may raise `Refused`."""

    name: str
    every_s: float
    do: Callable[[], object]


def usual(program: Program) -> tuple[Act, ...]:
    """What is done everywhere: engines die, settings change, her window comes and goes."""
    engines, switched = cycle(ENGINES), _switching()
    faces, traits = cycle(_FACES), _traits()

    def switch() -> None:
        part, on = next(switched)
        program.ask(f"/toggle/{part}", {"on": on})

    return (
        Act("kills", 40.0, lambda: program.kill(next(engines))),
        Act("settings", 20.0, lambda: program.ask("/persona", next(traits))),
        Act("switches", 9.0, switch),
        Act("faces", 7.0, lambda: program.ask("/expression", {"expression": next(faces), "seconds": 3})),
        Act("looks", 5.0, lambda: (program.ask("/status"), program.ask("/voices"))),
        Act("hushes", 61.0, lambda: program.ask("/hush", {})),
    )


def _switching() -> Iterator[tuple[str, bool]]:
    """Each part off, and on again before the next."""
    for part in cycle(_SWITCHED):
        yield part, False
        yield part, True


def _traits() -> Iterator[dict[str, object]]:
    for preset, energy in zip(cycle(_PRESETS), cycle(_ENERGIES), strict=False):
        yield {"preset": preset}
        yield {"energy": energy}


class Due:
    """Which acts are to be done now; those of a rest are left out, not made up for."""

    def __init__(self, acts: Iterable[Act], at_s: float) -> None:
        acts = tuple(acts)
        self._next = {act: at_s + act.every_s * (n + 1) / (len(acts) + 1) for n, act in enumerate(acts)}

    def at(self, at_s: float) -> list[Act]:
        """The acts whose time has come."""
        due = [act for act, next_s in self._next.items() if next_s <= at_s]
        for act in due:
            self._next[act] = at_s + act.every_s
        return due
