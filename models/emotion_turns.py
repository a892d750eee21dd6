"""Finds turns of phrase that mean something else than their words: dry irony, anger at a wrong, a feeling asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.emotion_words.asides import ASIDES
from models.emotion_words.earnest import INDIGNATION, SORROW, TENDER
from models.emotion_words.irony import IRONY
from models.emotion_words.turn_parts import GROUPS
from models.expression import Expression

_LONGEST = 600
_NAME = re.compile(r"<(\w+)>")
_BREAK = re.compile(r"\n\s*\|")
_LINE = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """`words` of a text speak for `expression` with `weight`, for the turn that `why` names."""

    expression: Expression
    weight: float
    words: str
    why: str


def turns(text: str) -> Iterator[Turn]:
    """The turns of phrase in the first of a text, at most one of each kind."""
    plain = _plain(text)
    for expression, why, weight, patterns in _turns():
        found = next((hit for pattern in patterns if (hit := pattern.search(plain))), None)
        if found is not None:
            yield Turn(expression, weight, found.group().strip(" .,;"), why)


def _plain(text: str) -> str:
    """Lower case, straight dashes, no apostrophes, single spaces."""
    text = text[:_LONGEST].lower()
    return " ".join(re.sub(r"[’‘'\"“”*_]", "", text).split())


@cache
def _turns() -> tuple[tuple[Expression, str, float, tuple[re.Pattern[str], ...]], ...]:
    tables = (
        (Expression.SNARKY, IRONY),
        (Expression.SNARKY, ASIDES),
        (Expression.ANGRY, INDIGNATION),
        (Expression.LOVE, TENDER),
        (Expression.SAD, SORROW),
    )
    return tuple(
        (expression, why, weight, tuple(_patterns(text)))
        for expression, table in tables
        for why, (weight, text) in table.items()
    )


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """The turns of a table as regular expressions, their groups filled in."""
    for turn in re.split(r"(?:^|\s);\s", text.strip()):
        joined = _LINE.sub(" ", _BREAK.sub("|", turn.strip()))
        yield re.compile(_NAME.sub(lambda name: _group(name.group(1)), joined))


def _group(name: str) -> str:
    return _LINE.sub("", _BREAK.sub("|", GROUPS[name].strip()))
