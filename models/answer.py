"""A reply on its way from text to sound: what came of it, the clauses it was cut into, what of them has been heard."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.safety import Verdict
from models.spoken_text import clauses as cut_clauses
from models.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a reply on its way to the loudspeaker; `heard` is the fraction heard, None before the end."""

    n: int
    text: str
    heard: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply. `thinking`: more text may come; `pending` is text not yet a clause.

    `hint` is the face its writer asked for.
    """

    clauses: tuple[Clause, ...] = ()
    pending: str = ""
    thinking: bool = False
    hint: str = ""

    @property
    def speaking(self) -> bool:
        """Whether a clause has not been heard yet."""
        return any(clause.heard is None for clause in self.clauses)

    @property
    def busy(self) -> bool:
        """Whether it is not over: text or sound is still to come."""
        return self.thinking or self.speaking

    @property
    def text(self) -> str:
        """Its clauses so far."""
        return " ".join(clause.text for clause in self.clauses)

    @property
    def text_heard(self) -> str:
        """What was heard of it, up to the word, ended by a dash; empty if nothing was."""
        heard: list[str] = []
        for clause in self.clauses:
            words = clause.text.split()
            heard += words[: round(len(words) * (clause.heard or 0.0))]
        return f"{' '.join(heard)}—" if heard else ""

    def more(self, text: str, *, final: bool, tongue: Tongue, turn: int) -> tuple[Answer, Verdict | None]:
        """The answer with more text, cut into clauses as far as they are ready.

        Every clause passes her tongue; one that does not is replaced, the reply ends there, and the verdict is told.
        """
        pieces, rest = cut_clauses(self.pending + text, final=final, first=not self.clauses)
        answer = replace(self, pending=rest, thinking=not final)
        for piece in pieces:
            taken = tongue.says(piece.strip(), before=answer.text, turn=turn)
            answer = answer.with_clause(taken.text) if taken.text else answer
            if taken.stopped:
                return replace(answer, pending="", thinking=False, hint=""), taken.stopped
        return answer, None

    def with_clause(self, text: str) -> Answer:
        """The answer with one clause more, as it is."""
        return replace(self, clauses=(*self.clauses, Clause(len(self.clauses), text)))

    def marked(self, n: int, heard: float) -> Answer:
        """The answer when clause `n` has been heard, or the fraction `heard` of it."""
        return replace(self, clauses=tuple(replace(c, heard=heard) if c.n == n else c for c in self.clauses))

    def unsaid(self) -> tuple[Clause, ...]:
        """The clauses that were not heard to the end."""
        return tuple(clause for clause in self.clauses if clause.heard != 1.0)

    def resumed(self) -> Answer:
        """The same answer with what was not heard to be said again, and no more text to come."""
        again = tuple(c if c.heard == 1.0 else replace(c, heard=None) for c in self.clauses)
        return Answer(again, hint=self.hint)


@dataclass(frozen=True, slots=True)
class Interruption:
    """An answer that was cut: enough to correct history by what was heard, and to take it up again.

    `entry` is its place in history, taken once `noted`. `utterance` is what cut it, 0 for a typed line.
    """

    turn: int
    utterance: int
    answer: Answer
    entry: int
    noted: bool = False
