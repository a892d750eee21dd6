"""The authored data of basic mode, parsed at the edge: phrases by intent, lines with their faces, every fault named.

A file of lines, `assets/persona/basic/<preset>.toml`:

    [lines]    <intent> = [line, …]     what she says to that intent; every intent needs some
    [without]  <intent> = [line, …]     for when no line of the intent has all its slots filled
    [events]   <occasion> = [line, …]   what she says unasked: stream events (`StreamKind`, `Variant`), `Occasion`

An overlay, `assets/persona/basic/dynamics/<dynamic>.toml`, adds to those tables; what its `[replace]` (intents)
and `[replace_events]` (occasions) hold stands instead of the preset's.

A line is "face: text", "face@feeling: text", "face>offer: text" or "face@feeling>offer: text". With a `Feeling` it
is said only while her mood is so. The offer is an intent, which a "yes" asks for. A riddle is written
"face: question // answer".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from string import Formatter

from models.basic_stream import Variant
from models.basic_words import Phrase, parse_phrase
from models.expression import Expression
from models.mood import Mood, Rest
from models.stream.happening import StreamKind

BRIGHT, LOW = 70.0, 35.0
"""Positivity from which she is bright, and below which she is low."""
LIVELY, QUIET = 65.0, 35.0
"""Energy from which she is lively, and below which she is quiet."""


class Feeling(StrEnum):
    """What her mood must be for a line."""

    BRIGHT = "bright"
    LOW = "low"
    LIVELY = "lively"
    QUIET = "quiet"
    DROWSY = "drowsy"

    def met(self, mood: Mood) -> bool:
        """Whether a mood is like this."""
        match self:
            case Feeling.BRIGHT:
                return mood.positivity >= BRIGHT
            case Feeling.LOW:
                return mood.positivity < LOW
            case Feeling.LIVELY:
                return mood.energy >= LIVELY
            case Feeling.QUIET:
                return mood.energy < QUIET
            case _:
                return mood.rest is Rest.SLEEPY


class Occasion(StrEnum):
    """A moment she may remark on unasked, besides the events of a stream."""

    GREET = "greet"
    RESUME = "resume"
    BACK = "back"
    BOREDOM = "boredom"
    TOUCHED_HEAD = "touched_head"
    TOUCHED_BODY = "touched_body"
    GRABBED = "grabbed"
    DROPPED = "dropped"


_OCCASIONS = frozenset(one.value for names in (StreamKind, Variant, Occasion) for one in names)
_NAMELESS = frozenset({StreamKind.ALERT.value, StreamKind.CUSTOM.value})
"""What may have nobody behind it."""
_ANYWHERE = frozenset({"name", "time", "date", "part"})
_THROWS = frozenset({"throw", "yours"})
_OWN_SLOTS: Mapping[str, frozenset[str]] = {
    "sum": frozenset({"sum"}),
    "repeat": frozenset({"last"}),
    "coin": frozenset({"coin"}),
    "dice": frozenset({"dice"}),
    "choose": frozenset({"pick"}),
    "rps_win": _THROWS,
    "rps_lose": _THROWS,
    "rps_draw": _THROWS,
    "riddle_right": frozenset({"answer"}),
    "riddle_answer": frozenset({"answer"}),
    **{one.value: frozenset({"who"}) for names in (StreamKind, Variant) for one in names},
    "raid": frozenset({"who", "viewers"}),
    "donation": frozenset({"who", "amount"}),
    "sub": frozenset({"who", "tier", "months"}),
    "follow_many": frozenset({"who", "many"}),
    "sub_many": frozenset({"who", "many"}),
    "raid_many": frozenset({"who", "many", "viewers"}),
    "donation_many": frozenset({"who", "many", "amount"}),
    "sub_gift": frozenset({"who", "gifts"}),
    "donation_said": frozenset({"who", "amount"}),
}
_ANSWERED = " // "
_TELLING_CUT = 8
"""Letters from which on the beginning of a line tells which it was."""


class BasicModeError(ValueError):
    """Data of basic mode that cannot be used. `problems` names every fault."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class AuthoredLine:
    """A line with its face. `offer` is the intent that a "yes" to it asks for, `answer` the answer of a riddle."""

    text: str
    expression: Expression
    offer: str = ""
    feeling: Feeling | None = None
    answer: str = ""

    @property
    def slots(self) -> frozenset[str]:
        """The names of the places that are filled in when it is said."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)

    @property
    def telling(self) -> bool:
        """Whether it tells something besides who is meant and when."""
        return bool(self.slots - _ANYWHERE - {"who"})

    @property
    def always(self) -> bool:
        """Whether it can be said in any mood, with nothing but a caller known."""
        return self.feeling is None and self.slots <= {"who"}

    def said_as(self, text: str) -> bool:
        """Whether a message is this line, whatever filled its slots, or the beginning of it."""
        if _said(self.text).search(text) if "{" in self.text else _stands_in(text, self.text):
            return True
        cut = text.removesuffix("—")
        return len(cut) > _TELLING_CUT and self.text.startswith(cut)


def _stands_in(message: str, line: str) -> bool:
    """Whether a line without slots stands in a message where `_said` looks for one."""
    at = message.find(line)
    while at >= 0:
        end = at + len(line)
        before = not at or message.endswith(("\n", "! ", ", listen. "), 0, at)
        if before and (end == len(message) or message[end] == "\n"):
            return True
        at = message.find(line, at + 1)
    return False


@lru_cache(maxsize=256)
def _said(text: str) -> re.Pattern[str]:
    """What a line looks like once said, perhaps after a caller's name. A slot holds no end of a sentence but "last"."""
    looks = ""
    for part, slot, _, _ in Formatter().parse(text):
        looks += re.escape(part)
        if slot:
            looks += ".+" if slot == "last" else r"(?:[^.!?\n]|\.(?=\w))+"
    return re.compile(rf"(?:^|\n|! |, listen\. ){looks}(?:\n|$)")


Lines = Mapping[str, tuple[AuthoredLine, ...]]
"""Lines by the intent they answer, or by the occasion they remark on."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The data of basic mode, parsed; `plain` are the lines without what the overlays do to them."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    lines: Lines
    plain: Lines
    without: Lines
    events: Lines


def parse_tables(
    intents: Mapping[str, object],
    lines: Mapping[str, object],
    overlays: tuple[Mapping[str, object], ...],
    also: tuple[str, ...],
) -> Tables:
    """Phrases, lines, the lines for empty slots and the remarks; `also` are intents that have lines but no phrases.

    `intents` is `{"intents": {id: [phrase, …]}}`; `lines` and `overlays` are as the files above.

    Raises:
        BasicModeError: with every problem of all tables.
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
    known = frozenset({*phrases, *also})
    authored = {
        table: _group(lines, table, _OCCASIONS if table == "events" else known, frozenset(phrases), problems)
        for table in ("lines", "without", "events")
    }
    plain = dict(authored["lines"])
    for overlay in overlays:
        for table, names, instead in (
            ("replace", known, "lines"),
            ("replace_events", _OCCASIONS, "events"),
            ("lines", known, ""),
            ("without", known, ""),
            ("events", _OCCASIONS, ""),
        ):
            for name, more in _group(overlay, table, names, frozenset(phrases), problems).items():
                target = authored[instead or table]
                target[name] = more if instead else target.get(name, ()) + more
    problems += [f"lines.{intent}: missing" for intent in sorted(known - set(authored["lines"]))]
    problems += [f"events.{name}: missing" for name in sorted(_OCCASIONS - set(authored["events"]))]
    problems += [
        f"{name}: no line that can always be said"
        for name, group in (
            ("deflection", authored["lines"]),
            *((one, authored["events"]) for one in sorted(_OCCASIONS)),
        )
        if name in group and not any(_sayable(name, line) for line in group[name])
    ]
    if problems:
        raise BasicModeError(tuple(problems))
    return Tables(phrases, authored["lines"], plain, authored["without"], authored["events"])


def _sayable(name: str, line: AuthoredLine) -> bool:
    """Whether a line of this group can be said whatever is known."""
    return line.always and not (name in _NAMELESS and line.slots)


def _group(
    file: Mapping[str, object], table: str, names: frozenset[str], offers: frozenset[str], problems: list[str]
) -> dict[str, tuple[AuthoredLine, ...]]:
    """One table of a file of lines, whose keys are `names`."""
    group: dict[str, tuple[AuthoredLine, ...]] = {}
    for name, written in _lists(file, table, problems).items():
        where = f"{table}.{name}"
        if name not in names:
            problems.append(f"{where}: no such {'occasion' if names is _OCCASIONS else 'intent'}")
        slots = _ANYWHERE | _OWN_SLOTS.get(name, frozenset())
        group[name] = tuple(_line(where, text, offers, slots, problems) for text in written)
    return group


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


def _line(
    where: str, written: str, offers: frozenset[str], slots: frozenset[str], problems: list[str]
) -> AuthoredLine:
    head, _, text = written.partition(": ")
    head, _, offer = head.partition(">")
    face, asked, feeling = head.partition("@")
    if face not in set(Expression):
        problems.append(f"{where}: {face!r} is none of the twelve faces")
        face = Expression.IDLE.value
    if asked and feeling not in set(Feeling):
        problems.append(f"{where}: {feeling!r} is none of the feelings")
        asked = ""
    if offer and offer not in offers:
        problems.append(f"{where}: offers {offer!r}, which is no intent")
    text, _, answer = text.partition(_ANSWERED)
    line = AuthoredLine(
        text.strip(), Expression(face), offer, Feeling(feeling) if asked else None, answer.strip()
    )
    if not line.text:
        problems.append(f"{where}: a line without words")
        return line
    try:
        unknown = sorted(line.slots - slots)
    except ValueError as error:
        problems.append(f"{where}: {error} in {line.text!r}")
        return AuthoredLine("…", line.expression)
    if unknown:
        problems.append(f"{where}: unknown slots {unknown}")
    return line
