"""Lets every happening through once: what is told again, by history, a reconnect or a second path, stays behind."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from models.stream.happening import Happening, StreamKind
from models.stream.parsing import is_nameless

SAME_S = 10.0
"""A follow, sub or raid by one viewer comes by two paths, under two ids, this far apart at most."""
MOST_IDS = 5000
"""Ids remembered, of chat and of everything else."""

_TWO_PATHS = frozenset({StreamKind.FOLLOW, StreamKind.SUB, StreamKind.RAID})


class Sieve:
    """`now` gives the wall clock in seconds since 1970.

    Of two paths the first wins: what the second alone tells (a message, the months) is not told. Subs given to others
    are told one by one and have one path.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._chat = _Lately()
        self._others = _Lately()
        self._recalled = _Lately()
        self._two_paths: dict[tuple[StreamKind, str], float] = {}
        self._serial = count(1)

    def fresh(self, one: Happening) -> Happening | None:
        """The happening as it is to be told; None when it was. What has no name of its own gets one."""
        if is_nameless(one):
            one = replace(one, id=f"{one.id}:{int(self._now() * 1000):x}.{next(self._serial)}")
        ids = self._chat if one.kind is StreamKind.CHAT else self._others
        return one if ids.add(one.id) and not self._is_second(one) else None

    def recalled(self, happenings: tuple[Happening, ...]) -> tuple[Happening, ...]:
        """What of a history was not told yet. It is no hindrance to what is paid: only a live telling counts there."""
        new = []
        for one in happenings:
            told = one.id in self._chat or one.id in self._others
            if not told and self._recalled.add(one.id):
                new.append(one)
                if not one.paid:
                    (self._chat if one.kind is StreamKind.CHAT else self._others).add(one.id)
        return tuple(new)

    def note(self, happenings: tuple[Happening, ...]) -> None:
        """These have been told."""
        for one in happenings:
            self._others.add(one.id)

    def _is_second(self, one: Happening) -> bool:
        if one.kind not in _TWO_PATHS or not one.who or one.gifts:
            return False
        now = self._now()
        self._two_paths = {key: at for key, at in self._two_paths.items() if abs(now - at) <= SAME_S}
        key = one.kind, one.who.casefold()
        if key in self._two_paths:
            return True
        self._two_paths[key] = now
        return False


class _Lately:
    """The newest `MOST_IDS` ids."""

    def __init__(self) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, id_: str) -> bool:
        return id_ in self._ids

    def add(self, id_: str) -> bool:
        """Whether it is new."""
        if id_ in self._ids:
            return False
        self._ids[id_] = None
        if len(self._ids) > MOST_IDS:
            self._ids.popitem(last=False)
        return True
