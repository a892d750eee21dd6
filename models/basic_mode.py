"""Basic mode: how she holds up her end when only the bundled small model is there. Honest, authored, instant.

What she says comes from lines written for her (`assets/persona/basic`), found by intent; the model is asked
only for small talk that no intent covers, and what it says is used only if it stands up to `tidy`.
Questions about the world that she cannot know get an honest line instead of a guess. How a worker uses it:

    from models.basic_talk import small_prompt, tidy

    basic = parse_basic_mode(intents_table, lines_table)          # once; raises BasicModeError
    answer = basic.answer(said, history, seed=seed, now=now, name=streamer_name)
    if answer is None:
        text = <the model's reply to small_prompt(said), whole>   # warm the engine with small_prompt("Hi.")
        tidied = tidy(text, said)
        answer = basic.small_talk(tidied, history, seed)          # authored when `tidied` is None

`said` is the user's last message, `history` the messages before it (without prefix), oldest first. `seed`
is any number from the worker's chance, `now` the local time. The same arguments give the same answer; a
line is not said again while others of its intent are unused. `Answer.intent` names what was understood, for
logs and tests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models.basic_intents import HEAVY, Understanding, is_question, understanding
from models.basic_lines import Lines, parse_tables
from models.basic_sums import NoSumError, OddSumError, sum_in
from models.basic_time import spoken_date, spoken_time
from models.expression import Expression, Phase, expression_for
from models.speech import Message, Role

UNKNOWN = "unknown"
"""The intent of a question she cannot answer."""
GENTLE = "gentle"
"""The intent of news too heavy for small talk."""
DEFLECTION = "deflection"
"""The intent of anything else, when the model has nothing usable to say."""
_SPECIAL = (UNKNOWN, GENTLE, DEFLECTION, "sum", "sum_odd")
_RECENT = 20
_LEARNED = re.compile(
    r"\b(?:my name is|my name's|call me|i am called|i'm called|people call me|the name is|the name's)\s+([a-z][\w'-]*)",
    re.IGNORECASE,
)
_NOT_NAMES = "a an the not now later back when if maybe crazy anything whatever what tomorrow at in it"
_NO_NAMES = frozenset(_NOT_NAMES.split())


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say, with which face, and the intent it answers."""

    text: str
    expression: Expression
    intent: str


@dataclass(frozen=True, slots=True)
class BasicMode:
    """The authored mind.

    `without` holds the lines of an intent for when no slot of its `lines` can be filled; `vocabulary` tells
    for every stem which intents' phrases use it.
    """

    understanding: Understanding
    lines: Lines
    without: Lines

    def answer(
        self, said: str, history: tuple[Message, ...], *, seed: int, now: datetime, name: str = ""
    ) -> Answer | None:
        """What she says to that; None when only the model could have something to say."""
        understood = self.understanding.understand(said)
        intent = understood.intent if understood else ""
        slots = {
            "name": _learned((*history, Message(Role.USER, said))) or name,
            "time": spoken_time(now),
            "date": spoken_date(now),
            "part": _part(now),
            "last": next((m.content for m in reversed(history) if m.role is Role.ASSISTANT), ""),
            "coin": "heads" if seed // 7 % 2 else "tails",
            "dice": str(1 + seed // 11 % 6),
        }
        if intent != "crisis":
            try:
                slots["sum"] = sum_in(said)
                intent = "sum"
            except OddSumError:
                intent = "sum_odd"
            except NoSumError:
                pass
        if intent == "yes":
            intent = self._offered(history) or intent
        if not intent and HEAVY.search(said.lower()):
            intent = GENTLE
        if not intent and is_question(said):
            intent = UNKNOWN
        return self._say(intent, history, seed, slots) if intent else None

    def small_talk(self, tidied: str | None, history: tuple[Message, ...], seed: int) -> Answer:
        """The model's reply as an answer, or an authored line when there is none worth saying."""
        if tidied:
            return Answer(tidied, expression_for(Phase.SPEAKING, tidied), "small_talk")
        spare = Answer("Go on. My ears are all yours.", Expression.HAPPY, DEFLECTION)
        return self._say(DEFLECTION, history, seed, {}) or spare

    def _say(
        self, intent: str, history: tuple[Message, ...], seed: int, slots: Mapping[str, str]
    ) -> Answer | None:
        known = {slot for slot, value in slots.items() if value}
        fit = [line for line in self.lines[intent] if line.slots <= known]
        fit = fit or [line for line in self.without.get(intent, ()) if line.slots <= known]
        if not fit:
            return None
        recent = [m.content for m in history if m.role is Role.ASSISTANT][-_RECENT:]
        used = [max((n for n, text in enumerate(recent) if line.said_as(text)), default=-1) for line in fit]
        fresh = [line for line, when in zip(fit, used, strict=True) if when < 0]
        if not fresh:
            fresh = [line for line, when in zip(fit, used, strict=True) if when == min(used)]
        line = fresh[seed % len(fresh)]
        return Answer(line.text.format_map(slots), line.expression, intent)

    def _offered(self, history: tuple[Message, ...]) -> str:
        """What she offered last, for a "yes" to take up."""
        last = next((m.content for m in reversed(history) if m.role is Role.ASSISTANT), "")
        lines = (line for group in (*self.lines.values(), *self.without.values()) for line in group)
        return next((line.offer for line in lines if line.offer and line.said_as(last)), "") if last else ""


def _learned(messages: tuple[Message, ...]) -> str:
    """The name the user last gave in the conversation, or nothing."""
    for message in reversed(messages):
        if message.role is Role.USER:
            found = [name for name in _LEARNED.findall(message.content) if name.lower() not in _NO_NAMES]
            if found:
                return str(found[-1][:1].upper() + found[-1][1:])
    return ""


def _part(now: datetime) -> str:
    """The part of the day, as in "good …"."""
    for end, part in ((5, "night"), (12, "morning"), (18, "afternoon"), (23, "evening")):
        if now.hour < end:
            return part
    return "night"


def parse_basic_mode(intents: Mapping[str, object], lines: Mapping[str, object]) -> BasicMode:
    """Basic mode from the tables of its two files (see `models.basic_lines`).

    Raises:
        BasicModeError: with every problem of both tables.
    """
    phrases, authored, without = parse_tables(intents, lines, also=_SPECIAL)
    return BasicMode(understanding(phrases), authored, without)
