"""What has been told before: the same thing by its id, and one thing told by two paths.

The backend may tell one sub or raid twice, under two ids: once by chat's protocol and once by its web hook. So a sub,
raid or follow of the same viewer is the same thing when it arrives within 10 s of the first and, where the backend
says when both happened, happened within 10 s of it. Three are never taken for another: gifts to others, which one
viewer may well give twice, those without a name, and what is owed from an earlier run, which was sifted then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from models.stream.happening import Happening, Origin, StreamKind

TWIN_S = 10.0
"""Two of one kind by one viewer within this time are one."""
CHAT_IDS, OTHER_IDS = 1024, 4096
"""Ids kept at least, of chat and of everything else."""

_TOLD_TWICE = frozenset({StreamKind.SUB, StreamKind.RAID, StreamKind.FOLLOW})

_Key = tuple[StreamKind, str]


@dataclass(frozen=True, slots=True)
class Ids:
    """The last ids, at least `least` and at most twice as many."""

    least: int
    young: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()

    def __contains__(self, id_: str) -> bool:
        return id_ in self.young or id_ in self.old

    def with_(self, ids: Iterable[str]) -> Ids:
        """These too."""
        young = self.young.union(ids)
        return (
            replace(self, young=frozenset(), old=young)
            if len(young) >= self.least
            else replace(self, young=young)
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A happening told for the first time, and the one it repeats under another id."""

    happening: Happening
    twin: Happening | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Which happenings have been told."""

    chat: Ids = Ids(CHAT_IDS)
    others: Ids = Ids(OTHER_IDS)
    lately: Mapping[_Key, tuple[float, Happening]] = field(default_factory=dict)

    def sift(self, happenings: tuple[Happening, ...], at_s: float) -> tuple[Seen, tuple[Told, ...]]:
        """What is new of them. What is told of the time before we connected is let pass and not remembered."""
        new: dict[str, Told] = {}
        past: list[Told] = []
        lately = self._lately(at_s) if any(_comparable(one) for one in happenings) else {}
        for one in happenings:
            if one.id in new or one.id in (self.chat if one.kind is StreamKind.CHAT else self.others):
                continue
            if one.origin is Origin.HISTORY:
                past.append(Told(one))
                continue
            told = Told(one)
            if _comparable(one):
                key = one.kind, one.who.casefold()
                first = lately.get(key)
                if first and _same_time(first[1], one):
                    told = Told(one, first[1])
                else:
                    lately[key] = at_s, one
            new[one.id] = told
        chat = [told.happening.id for told in new.values() if told.happening.kind is StreamKind.CHAT]
        rest = [told.happening.id for told in new.values() if told.happening.kind is not StreamKind.CHAT]
        seen = Seen(
            self.chat.with_(chat) if chat else self.chat,
            self.others.with_(rest) if rest else self.others,
            lately or self.lately,
        )
        return seen, (*past, *new.values())

    def _lately(self, at_s: float) -> dict[_Key, tuple[float, Happening]]:
        return {key: first for key, first in self.lately.items() if at_s - first[0] <= TWIN_S}


def joined(first: Happening, again: Happening) -> Happening:
    """Both tellings of one thing as one: each path leaves something out."""
    return replace(
        first,
        text=first.text or again.text,
        tier=max(first.tier, again.tier),
        months=max(first.months, again.months),
        viewers=max(first.viewers, again.viewers),
    )


def _comparable(one: Happening) -> bool:
    live = one.origin not in {Origin.OWED, Origin.HISTORY}
    return one.kind in _TOLD_TWICE and live and bool(one.who) and not one.gifts


def _same_time(first: Happening, again: Happening) -> bool:
    known = first.sent_s > 0 and again.sent_s > 0
    return not known or abs(first.sent_s - again.sent_s) <= TWIN_S
