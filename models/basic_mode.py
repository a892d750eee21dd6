"""Basic mode: how she holds up her end when only the bundled small model is there. Honest, authored, instant.

What she says comes from lines written for her (`assets/persona/basic`), found by intent; the model is asked
only for small talk that no intent covers, and what it says is used only if it stands up to `tidy`.
Questions about the world that she cannot know get an honest line instead of a guess. How a worker uses it:

    from models.basic_talk import small_prompt, tidy

    basic = parse_basic_mode(intents_table, lines_table, dynamic_table)   # once; raises BasicModeError
    answer = basic.answer(said, history, seed=seed, now=now, name=streamer_name, mood=mood)
    if answer is None:
        text = <the model's reply to small_prompt(said), whole>   # warm the engine with small_prompt("Hi.")
        tidied = tidy(text, said)
        answer = basic.small_talk(tidied, history, seed, mood)    # authored when `tidied` is None

`said` is the user's last message, `history` the messages before it (without prefix), oldest first. `seed`
is any number from the worker's chance, `now` the local time. The same arguments give the same answer; a
line is not said again while others of its intent are unused, and lines that suit her mood come up more often.
`Answer.intent` names what was understood, for logs and tests. `react` is for what happens on a stream, `remark`
for what else she may say unasked. Lines of the history that tell of the stream are no words of the user's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models.basic_games import OUTCOMES, last_said, move
from models.basic_intents import HEAVY, Understanding, is_question, understanding
from models.basic_lines import AuthoredLine, Lines, Occasion, parse_tables
from models.basic_stream import group_of, of_owner, said_in, slots_of
from models.basic_sums import NoSumError, OddSumError, sum_in
from models.basic_time import spoken_date, spoken_time
from models.emotion import strongest
from models.expression import Expression
from models.mood import Mood
from models.speech import Message, Role
from models.stream.happening import StreamKind
from models.stream.reaction import Reaction

UNKNOWN = "unknown"
"""The intent of a question she cannot answer."""
GENTLE = "gentle"
"""The intent of news too heavy for small talk."""
DEFLECTION = "deflection"
"""The intent of anything else, when the model has nothing usable to say."""
_SPECIAL = (UNKNOWN, GENTLE, DEFLECTION, "sum", "sum_odd", *OUTCOMES)
_STRANGERS = (
    "how_are_you farewell fox looks age origin who joke riddle "
    "fact roast fortune coin dice laugh tongue_twister noise sing dance flirt prompt naughty politics"
)
_CRISIS = "crisis"
_FOR_STRANGERS = frozenset(_STRANGERS.split())
"""What a viewer may ask her in the chat."""
_RECENT = 20
_UNMOVED = Mood()
_TOO_LIGHT = frozenset(
    {
        "",
        "people",
        "pets",
        "work",
        "exercise",
        "travel",
        "guess",
        "opinion",
        "wow",
        "anxious",
        "stressed",
        "love_advice",
    }
)
"""Intents whose lines would be out of place for heavy news."""
_LEARNED = re.compile(
    r"\b(?:my name is|my name's|call me|i am called|i'm called|people call me|the name is|the name's)\s+([a-z][\w'-]*)",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"(?:^|[.!?] )[a-z]")
_NOT_NAMES = "a an the not now later back when if maybe crazy anything whatever what tomorrow at in it"
_NO_NAMES = frozenset(_NOT_NAMES.split())


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say, with which face, and the intent or occasion it answers."""

    text: str
    expression: Expression
    intent: str


@dataclass(frozen=True, slots=True)
class BasicMode:
    """The authored mind.

    `plain` are the lines for those she has no bond with, `without` those for when no slot of an intent's `lines` can be
    filled; `events` what she says unasked, by `StreamKind`, `Variant` and `Occasion`.
    """

    understanding: Understanding
    lines: Lines
    plain: Lines
    without: Lines
    events: Lines

    def answer(
        self,
        said: str,
        history: tuple[Message, ...],
        *,
        seed: int,
        now: datetime,
        name: str = "",
        mood: Mood = _UNMOVED,
    ) -> Answer | None:
        """What she says to that; None when only the model could have something to say."""
        understood = self.understanding.understand(said)
        intent = understood.intent if understood else ""
        last = last_said(history)
        history = of_owner(history)
        slots = {
            "name": _learned((*history, Message(Role.USER, said))) or name,
            "time": spoken_time(now),
            "date": spoken_date(now),
            "part": _part(now),
            "last": last,
        }
        slots |= _chances(seed)
        if intent != _CRISIS:
            intent, own = self._counted(said) or move(said, intent, history, seed, self.lines)
            slots |= own
        if intent == "yes":
            intent = self._offered(last) or intent
        if intent in _TOO_LIGHT and HEAVY.search(said.lower()):
            intent = GENTLE
        if not intent and is_question(said):
            intent = UNKNOWN
        return self._say(intent, history, seed, slots, mood) if intent else None

    def small_talk(
        self, tidied: str | None, history: tuple[Message, ...], seed: int, mood: Mood = _UNMOVED
    ) -> Answer:
        """The model's reply as an answer, or an authored line when there is none worth saying."""
        if tidied:
            return Answer(tidied, strongest(tidied), "small_talk")
        line = _chosen(_fit(self.lines[DEFLECTION], {}, mood), history, seed)
        return Answer(line.text, line.expression, DEFLECTION)

    def react(
        self,
        reaction: Reaction,
        *,
        seed: int,
        history: tuple[Message, ...] = (),
        mood: Mood = _UNMOVED,
    ) -> Answer:
        """What she says to something that happened on the stream.

        A viewer's text only picks among the lines that are meant for strangers, and is never said; a wish is for minds
        that read one.
        """
        slots = slots_of(reaction) | _chances(seed)
        words = said_in(reaction)
        understood = self.understanding.understand(words) if words else None
        intent = understood.intent if understood else ""
        group = group_of(reaction, intent)
        asked = reaction.kind is StreamKind.CHAT and group == reaction.kind and intent in _FOR_STRANGERS
        fit = _fit(self.plain[intent], slots, mood) if asked or intent == _CRISIS else []
        if not fit:
            return self._unasked(group, history, seed, slots, mood)
        line = _chosen(fit, history, seed)
        called = f"{slots['who'][:1].upper()}{slots['who'][1:]}{', listen.' if intent == _CRISIS else '!'}"
        return Answer(f"{called} {_filled(line, slots)}", line.expression, intent)

    def remark(
        self,
        occasion: Occasion,
        *,
        seed: int,
        now: datetime | None = None,
        history: tuple[Message, ...] = (),
        name: str = "",
        mood: Mood = _UNMOVED,
    ) -> Answer:
        """What she says unasked: to a start, to long silence, to a touch. Without `now` no line tells the time."""
        slots = {"name": _learned(of_owner(history)) or name}
        if now is not None:
            slots |= {"part": _part(now), "time": spoken_time(now), "date": spoken_date(now)}
        return self._unasked(occasion.value, history, seed, slots, mood)

    def _unasked(
        self, name: str, history: tuple[Message, ...], seed: int, slots: Mapping[str, str], mood: Mood
    ) -> Answer:
        line = _chosen(_fit(self.events[name], slots, mood), history, seed)
        return Answer(_filled(line, slots), line.expression, name)

    def _say(
        self, intent: str, history: tuple[Message, ...], seed: int, slots: Mapping[str, str], mood: Mood
    ) -> Answer | None:
        fit = _fit(self.lines[intent], slots, mood) or _fit(self.without.get(intent, ()), slots, mood)
        if not fit:
            return None
        line = _chosen(fit, history, seed)
        return Answer(_filled(line, slots), line.expression, intent)

    @staticmethod
    def _counted(said: str) -> tuple[str, Mapping[str, str]] | None:
        """The intent and slots of a sum, if it is one."""
        try:
            return "sum", {"sum": sum_in(said)}
        except OddSumError:
            return "sum_odd", {}
        except NoSumError:
            return None

    def _offered(self, last: str) -> str:
        """What she offered last, for a "yes" to take up."""
        groups = (*self.lines.values(), *self.without.values(), *self.events.values())
        lines = (line for group in groups for line in group)
        return next((line.offer for line in lines if line.offer and line.said_as(last)), "") if last else ""


def _fit(lines: tuple[AuthoredLine, ...], slots: Mapping[str, str], mood: Mood) -> list[AuthoredLine]:
    """The lines whose slots are filled and whose feeling is hers."""
    known = {slot for slot, value in slots.items() if value}
    return [
        line for line in lines if line.slots <= known and (line.feeling is None or line.feeling.met(mood))
    ]


def _chosen(fit: list[AuthoredLine], history: tuple[Message, ...], seed: int) -> AuthoredLine:
    """A line not said lately, or the one said longest ago.

    For two of three seeds one that tells a number, for half of the others' seeds one that asks for her mood.
    """
    recent = [m.content for m in history if m.role is Role.ASSISTANT][-_RECENT:]
    used = [max((n for n, text in enumerate(recent) if line.said_as(text)), default=-1) for line in fit]
    fresh = [line for line, when in zip(fit, used, strict=True) if when == min(used)]
    telling = [line for line in fresh if line.telling]
    vague = [line for line in fresh if not line.telling]
    if telling and vague:
        fresh, seed = (telling, seed // 3) if seed % 3 else (vague, seed // 3)
    moody = [line for line in fresh if line.feeling]
    plain = [line for line in fresh if not line.feeling]
    if moody and plain:
        fresh, seed = (moody, seed // 2) if seed % 2 else (plain, seed // 2)
    return fresh[seed % len(fresh)]


def _filled(line: AuthoredLine, slots: Mapping[str, str]) -> str:
    """The line with its slots filled; what begins a sentence is written so."""
    if not line.slots:
        return line.text
    return _BEGINNING.sub(lambda found: found.group().upper(), line.text.format_map(slots))


def _learned(messages: tuple[Message, ...]) -> str:
    """The name the user last gave in the conversation, or nothing."""
    for message in reversed(messages):
        if message.role is Role.USER:
            found = [name for name in _LEARNED.findall(message.content) if name.lower() not in _NO_NAMES]
            if found:
                return str(found[-1][:1].upper() + found[-1][1:])
    return ""


def _chances(seed: int) -> dict[str, str]:
    """What a coin and a die show."""
    return {"coin": "heads" if seed // 7 % 2 else "tails", "dice": str(1 + seed // 11 % 6)}


def _part(now: datetime) -> str:
    """The part of the day, as in "good …"."""
    for end, part in ((5, "night"), (12, "morning"), (18, "afternoon"), (23, "evening")):
        if now.hour < end:
            return part
    return "night"


def parse_basic_mode(
    intents: Mapping[str, object], lines: Mapping[str, object], *overlays: Mapping[str, object]
) -> BasicMode:
    """Basic mode from the tables of its files: intents, a preset's lines, a dynamic's overlay (`models.basic_lines`).

    Raises:
        BasicModeError: with every problem of all tables.
    """
    tables = parse_tables(intents, lines, overlays, also=_SPECIAL)
    return BasicMode(understanding(tables.phrases), tables.lines, tables.plain, tables.without, tables.events)
