"""The models she can't do without and that are not here: what they are, and how far their download is."""

from __future__ import annotations

from dataclasses import dataclass

from models.offered import OfferState


@dataclass(frozen=True, slots=True)
class NeededModel:
    """One of them. `size` in bytes; `places` are where it may come from, best first."""

    id: str
    title: str
    licence: str
    origin: str
    size: int
    places: tuple[str, ...] = ()
    state: OfferState = OfferState.OFFERED


@dataclass(frozen=True, slots=True)
class Needed:
    """All of them together, HERE when none is missing.

    `parts` are the organs that wait for one. `done` of `total` bytes; `rate_bps` bytes a second, `left_s` None where it
    is not known. `note` says what is waited for, or why it failed and what to do, in whole sentences.
    """

    models: tuple[NeededModel, ...] = ()
    parts: tuple[str, ...] = ()
    state: OfferState = OfferState.HERE
    done: int = 0
    total: int = 0
    rate_bps: float = 0.0
    left_s: float | None = None
    note: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """Where what is still missing comes from first, each named once."""
        lacking = (model for model in self.models if model.state is not OfferState.HERE)
        return tuple(dict.fromkeys(model.places[0] for model in lacking if model.places))
