"""What passes her ears and her lips, and what she says instead of what does not."""

from __future__ import annotations

from dataclasses import dataclass

from models.expression import Expression
from models.safety import Care, Category, Gate, Verdict
from models.safety.cleaning import HEARD, clean

HELD_BACK = "(held back)"
"""What stands in history and in the chat for words of the user's that were stopped."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of words: `text` goes on, `reply` is said at once instead of asking her mind.

    `stopped` is why they were stopped, `hint` the face of the reply.
    """

    text: str
    reply: str = ""
    hint: str = ""
    stopped: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Tongue:
    """The gate of safety, with her own words for what it stops.

    `refusals` answer what was said to her, `swallowed` stand for her own words, `care` answers someone in danger.
    """

    gate: Gate
    care: Care
    refusals: tuple[str, ...]
    swallowed: tuple[str, ...]

    def hears(self, said: str, turn: int) -> Taken:
        """What was said to her, cleaned; empty when there is nothing in it. `turn` picks her words."""
        verdict = self.gate.hear(said)
        if not verdict.blocked:
            return Taken(verdict.text)
        if verdict.category is Category.SELF_HARM:
            return Taken(clean(said, HEARD), self.care.line(turn), Expression.SAD)
        return Taken(HELD_BACK, self.refusals[turn % len(self.refusals)], stopped=verdict)

    def says(self, clause: str, before: str, turn: int) -> Taken:
        """A clause of hers; `before` is what she has said of this reply. Empty: nothing of it can be said."""
        verdict = self.gate.say(clause, before)
        if not verdict.blocked:
            return Taken(verdict.text)
        return Taken(self.swallowed[turn % len(self.swallowed)], stopped=verdict)
