"""The three lanes in which happenings wait, each with the highest rank first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from models.stream.choice import Waiting
from models.stream.happening import Standing, StreamKind

CHAT_LIMIT, OTHER_LIMIT = 20, 200
"""How many lines of chat, and how many events nobody paid for, wait at most."""

Lane = tuple[Waiting, ...]
Crowded = tuple[tuple[Waiting, str], ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """What waits. `paid` is without end and, as `others`, oldest first; chat the streamer first, then newest first."""

    paid: Lane = ()
    others: Lane = ()
    chat: Lane = ()

    def __iter__(self) -> Iterator[Lane]:
        """Those in which something waits."""
        return (lane for lane in (self.paid, self.others, self.chat) if lane)

    def __len__(self) -> int:
        return len(self.paid) + len(self.others) + len(self.chat)

    def with_(self, new: Iterable[Waiting], *, first: bool = False) -> tuple[Lanes, Crowded]:
        """These too, before (`first`) or after those of their rank; and for what there is no room, and why."""
        paid: list[Waiting] = []
        others: list[Waiting] = []
        chat: list[Waiting] = []
        for one in new:
            is_chat = one.happening.kind is StreamKind.CHAT
            (chat if is_chat else paid if one.happening.paid else others).append(one)
        full = _placed(self.others, others, first=first)
        lines = _placed(self.chat, chat if first else chat[::-1], first=True)
        lanes = Lanes(_placed(self.paid, paid, first=first), full[:OTHER_LIMIT], lines[:CHAT_LIMIT])
        crowded = (
            *((one, "too many wait") for one in full[OTHER_LIMIT:]),
            *((one, "newer lines wait") for one in lines[CHAT_LIMIT:]),
        )
        return lanes, crowded

    def without(self, gone: Iterable[Waiting]) -> Lanes:
        """All but these very ones."""
        ids = set(map(id, gone))
        return Lanes(*(tuple(one for one in lane if id(one) not in ids) for lane in self._all))

    def mapped(self, change: Callable[[Waiting], Waiting]) -> Lanes:
        """Each as `change` makes it; ranks must stay."""
        return Lanes(*(tuple(map(change, lane)) for lane in self._all))

    @property
    def _all(self) -> tuple[Lane, Lane, Lane]:
        return self.paid, self.others, self.chat


def _placed(lane: Lane, new: list[Waiting], *, first: bool) -> Lane:
    return tuple(sorted((*new, *lane) if first else (*lane, *new), key=_order)) if new else lane


def _order(one: Waiting) -> tuple[int, bool]:
    happening = one.happening
    own = happening.kind is StreamKind.CHAT and happening.standing is Standing.STREAMER
    return -one.rank, not own
