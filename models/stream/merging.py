"""Which of the waiting are answered at once: a burst of one kind is one answer."""

from __future__ import annotations

from models.stream.choice import Waiting
from models.stream.happening import Happening, StreamKind

FEWEST = {StreamKind.FOLLOW: 2, StreamKind.SUB: 2, StreamKind.RAID: 3, StreamKind.DONATION: 3}
"""From how many on a kind is answered at once; other kinds are answered one by one."""

_BITS_A_DOLLAR = 100.0


def burst(first: Waiting, lane: tuple[Waiting, ...]) -> tuple[Waiting, ...]:
    """What is answered together with `first`, the first of its lane; a lane has the highest rank first.

    Only what has no rule of the user's own goes together, and subs apart from subs given to others. Of donations too
    few to go together the largest is first.
    """
    fewest = FEWEST.get(first.happening.kind)
    if fewest is None or first.rule is not None:
        return (first,)
    group = tuple(one for one in lane if one.rule is None and _sort(one.happening) == _sort(first.happening))
    if len(group) >= fewest:
        return group
    return (max(group, key=lambda one: worth(one.happening)),)


def worth(happening: Happening) -> float:
    """How much was given, bits as cents and every other unit as it stands; to compare, never to be told."""
    bits = happening.unit.casefold().startswith("bit")
    return happening.amount / _BITS_A_DOLLAR if bits else happening.amount


def _sort(happening: Happening) -> tuple[StreamKind, bool]:
    return happening.kind, happening.gifts > 0
