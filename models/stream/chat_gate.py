"""Which lines of chat are for her, and how many of those she answers when chat is busy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from models.stream.rules import Rules

WINDOW_S = 60.0
"""How far back messages are counted."""
BUSIEST = 3.0
"""At this many times `Rules.chat_rate` the share that is answered is at its least."""

_DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class ChatGate:
    """How many messages came in the last minute, by the second they came in: (second, messages)."""

    counts: tuple[tuple[float, int], ...] = ()

    def counted(self, messages: int, at_s: float) -> ChatGate:
        """With so many messages more, and without those of more than a minute ago."""
        counts = self.counts
        if counts and not at_s - counts[0][0] < WINDOW_S:
            counts = tuple(count for count in counts if at_s - count[0] < WINDOW_S)
        if messages > 0:
            second = at_s // 1.0
            if counts and counts[-1][0] == second:
                counts, messages = counts[:-1], counts[-1][1] + messages
            counts = (*counts, (second, messages))
        return ChatGate(counts)

    @property
    def per_minute(self) -> int:
        """Messages of the last minute."""
        return sum(count for _, count in self.counts)

    def share(self, rules: Rules) -> float:
        """The share of lines for her that are answered, 0..1."""
        over = self.per_minute - rules.chat_rate
        if over <= 0:
            return 1.0
        span = rules.chat_rate * (BUSIEST - 1.0)
        fallen = min(1.0, over / span) if span > 0 else 1.0
        return 1.0 - (1.0 - rules.least) * fallen


def passes(id_: str, share: float) -> bool:
    """Whether the line with this id is among the share; always the same for the same id."""
    return crc32(id_.encode("utf-8", "surrogatepass")) % _DRAWS < share * _DRAWS


def named(text: str, names: tuple[str, ...]) -> bool:
    """Whether one of her names, in lower case, stands in the text as words of its own, or as "@name"."""
    pattern = _pattern(names)
    return pattern is not None and pattern.search(text.casefold()) is not None


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    spelt = [_spelt(words) for name in names if (words := name.casefold().split())]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)") if spelt else None


def _spelt(words: Iterable[str]) -> str:
    """A name of several words may be written as one, as handles are."""
    return r"[\s_]*".join(map(re.escape, words))
