"""The gate's answers as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """Why something is held back."""

    MINORS = "minors"
    SELF_HARM = "self_harm"
    SLUR = "slur"
    HATE = "hate"
    VIOLENCE = "violence"
    SEXUAL = "sexual"
    HOW_TO = "how_to"
    PERSONAL_DATA = "personal_data"
    INJECTION = "injection"
    LINK = "link"
    OWN_LIST = "own_list"
    TOPIC = "topic"
    FAMILY = "family"


class Ear(StrEnum):
    """Which gate a rule stands at: the owner's words, a stranger's words, her own voice."""

    OWNER = "owner"
    STRANGER = "stranger"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a text.

    `text`: cleaned, to go on with; empty when blocked. `category`: None when all is well. `rule`: in words for the
    user. `excerpt`: what was met, masked to its first letter. `word`: the entry of a built-in list that was met, when
    the user may allow it; else empty.
    """

    text: str
    category: Category | None = None
    rule: str = ""
    excerpt: str = ""
    word: str = ""

    @property
    def blocked(self) -> bool:
        """Whether it must not go on."""
        return self.category is not None


class SafetyError(ValueError):
    """Data of the gate that cannot be used. `problems` names every fault, as "where: what"."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def masked(text: str, longest: int = 60) -> str:
    """The first letter of a stretch of text, then stars; spaces stay."""
    text = text.strip()[:longest].strip()
    return text[:1] + "".join(" " if symbol.isspace() else "*" for symbol in text[1:])
