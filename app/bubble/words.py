"""What stands in the bubble: what she has said of a turn so far, its beginning left out when it becomes long. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

_LONG = 220
"""Characters after which the clauses before are left out."""
_LEAST_S, _PER_CHARACTER_S, _MOST_S = 1.2, 0.03, 6.0


@dataclass(frozen=True, slots=True)
class Words:
    """The clauses of a turn that are to be read. Empty: nothing."""

    turn: int = -1
    clauses: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.clauses)

    @property
    def linger_s(self) -> float:
        """How long it is left to be read once she is done."""
        return min(_LEAST_S + _PER_CHARACTER_S * len(self.text), _MOST_S)

    def said(self, turn: int, text: str) -> Words:
        """With a clause that begins to be heard now."""
        text = " ".join(text.split())
        if not text:
            return self
        before = self.clauses if turn == self.turn else ()
        clauses = (*before, text)
        while len(clauses) > 1 and sum(map(len, clauses)) + len(clauses) - 1 > _LONG:
            clauses = clauses[1:]
        return replace(self, turn=turn, clauses=clauses)
