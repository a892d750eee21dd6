"""The authored data of basic mode, parsed at the edge: phrases by intent, lines with their faces, every fault named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from models.basic_words import Phrase, parse_phrase
from models.expression import Expression

_SLOTS = {"name", "time", "date", "sum", "last", "coin", "dice", "part"}


class BasicModeError(ValueError):
    """Data of basic mode that cannot be used. `problems` names every fault."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class AuthoredLine:
    """A line with its face. `offer` is the intent that a "yes" to it asks for."""

    text: str
    expression: Expression
    offer: str = ""

    @property
    def slots(self) -> frozenset[str]:
        """The names of the places that are filled in when it is said."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)

    def said_as(self, text: str) -> bool:
        """Whether a message is this line, whatever filled its slots, or the beginning of it."""
        parts = [part for part, _, _, _ in Formatter().parse(self.text) if part]
        cut = text.removesuffix("—")
        return all(part in text for part in parts) or (len(cut) > 8 and parts[0].startswith(cut))  # noqa: PLR2004


Lines = Mapping[str, tuple[AuthoredLine, ...]]
"""Lines by the intent they answer."""


def parse_tables(
    intents: Mapping[str, object], lines: Mapping[str, object], also: tuple[str, ...]
) -> tuple[dict[str, tuple[Phrase, ...]], Lines, Lines]:
    """Phrases, lines and the lines for empty slots; `also` are intents that have lines but no phrases.

    `intents` is `{"intents": {id: [phrase, …]}}`; `lines` is `{"lines": {id: [line, …]}, "without": {…}}`,
    each line written "face: text" or "face>offer: text".

    Raises:
        BasicModeError: with every problem of both tables.
    """
    problems: list[str] = []
    phrases: dict[str, tuple[Phrase, ...]] = {}
    for intent, written in _lists(intents, "intents", problems).items():
        good: list[Phrase] = []
        for text in written:
            try:
                good.append(parse_phrase(text))
            except ValueError as error:
                problems.append(f"intents.{intent}: {error}")
        phrases[intent] = tuple(good)
    known = {*phrases, *also}
    authored = {
        table: {
            intent: tuple(_line(f"{table}.{intent}", text, known, problems) for text in written)
            for intent, written in _lists(lines, table, problems).items()
        }
        for table in ("lines", "without")
    }
    problems += [f"lines.{intent}: missing" for intent in sorted(known - set(authored["lines"]))]
    problems += [
        f"{table}.{intent}: no such intent"
        for table, group in authored.items()
        for intent in sorted(set(group) - known)
    ]
    if problems:
        raise BasicModeError(tuple(problems))
    return phrases, authored["lines"], authored["without"]


def _lists(table: Mapping[str, object], key: str, problems: list[str]) -> dict[str, list[str]]:
    """A table of non-empty lists of strings, without what is something else."""
    inner = table.get(key, {})
    if not isinstance(inner, Mapping):
        problems.append(f"{key}: not a table")
        return {}
    lists: dict[str, list[str]] = {}
    for name, value in inner.items():
        if isinstance(value, list) and value and all(isinstance(text, str) for text in value):
            lists[name] = value
        else:
            problems.append(f"{key}.{name}: not a list of texts")
    return lists


def _line(where: str, written: str, intents: set[str], problems: list[str]) -> AuthoredLine:
    head, _, text = written.partition(": ")
    face, _, offer = head.partition(">")
    if face not in set(Expression):
        problems.append(f"{where}: {face!r} is none of the twelve faces")
        face = Expression.IDLE.value
    if offer and offer not in intents:
        problems.append(f"{where}: offers {offer!r}, which is no intent")
    line = AuthoredLine(text.strip(), Expression(face), offer)
    if not line.text:
        problems.append(f"{where}: a line without words")
    elif line.slots - _SLOTS:
        problems.append(f"{where}: unknown slots {sorted(line.slots - _SLOTS)}")
    return line
