"""Cleans the microphone: with the echo canceller when there is an echo, without it when there is none.

A canceller that never hears an echo (headphones) takes a person's voice for one and swallows its beginning.
So two processors stand ready, one of which only filters and suppresses noise. Whether there is an echo is
judged by how much the raw microphone resembles what she plays. While nothing plays, the plain one works
alone, which is cheaper; the canceller keeps what it has learnt.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workers.engines.audio.echo import EchoCanceller
from workers.engines.audio.residue import Frame, Residue

_REST_FRAMES = 100
_TAIL_FRAMES = 50
_EVERY_FRAMES = 10
_ECHO_FROM = 0.2
_FREE_BELOW = 0.13
_FREE_RUN_NEW = 6
_FREE_RUN_ESTABLISHED = 20
_ECHO_RUN = 2
_HUSH = 3


@dataclass(slots=True)
class _Belief:
    """Whether the room has an echo, and for how many judgements in a row it seemed otherwise."""

    free: bool = False
    established: bool = False
    run: int = 0

    def update(self, resemblance: float) -> None:
        if self.free:
            self.run = self.run + 1 if resemblance >= _ECHO_FROM else 0
            if self.run >= _ECHO_RUN:
                self.free, self.established, self.run = False, True, 0
        else:
            self.run = self.run + 1 if resemblance < _FREE_BELOW else 0
            self.established |= resemblance >= _ECHO_FROM
            if self.run >= (_FREE_RUN_ESTABLISHED if self.established else _FREE_RUN_NEW):
                self.free, self.run = True, 0


class Cleaner:
    """Raw and far frames of 10 ms in, clean ones out; knows how far its result can be trusted."""

    def __init__(self, *, cancel: bool, suppress_noise: bool) -> None:
        self._plain = EchoCanceller(cancel=False, suppress_noise=suppress_noise)
        self._canceller = EchoCanceller(cancel=True, suppress_noise=suppress_noise) if cancel else None
        self._residue = Residue()
        self._belief = _Belief()
        self._quiet = _REST_FRAMES
        self._active = 0
        self._hushed = 0

    @property
    def doubtful(self) -> bool:
        """Whether she plays or has just played."""
        return self._quiet < _TAIL_FRAMES

    @property
    def trusted(self) -> bool:
        """Whether her echo is under control, or there is none."""
        return self._belief.free or self._residue.learnt

    def likeness(self) -> float:
        """How much the last half second looks like her own sound; 1 is the limit."""
        return self._residue.likeness()

    def clean(self, raw: Frame, far: Frame) -> Frame:
        """Clean one frame."""
        silent = not far.any()
        self._quiet = self._quiet + 1 if silent else 0
        if self._quiet >= _REST_FRAMES:
            self._hushed = self._hushed + 1 if int(np.abs(raw).max()) <= _HUSH else 0
            return raw if self._hushed > _REST_FRAMES else self._plain.process(raw, None)
        plain = self._plain.process(raw, None) if self._belief.free or not self._canceller else None
        cancelled = self._canceller.process(raw, None if silent else far) if self._canceller else None
        result = plain if plain is not None else cancelled
        assert result is not None  # noqa: S101  # one of the two has worked
        self._residue.note(raw, result, far, silent=silent)
        if not silent:
            self._active += 1
            if self._active % _EVERY_FRAMES == 0 and (resemblance := self._residue.resemblance()) is not None:
                self._belief.update(resemblance)
        return result
