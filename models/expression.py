"""Which face goes with the moment: plain rules over what she is doing and what she is saying.

While she listens, thinks or rests the phase alone decides. While she speaks, every rule whose cue appears
in the text adds its weight to one expression; the heaviest wins, the earlier rule on a tie, and her resting
tone where nothing speaks for anything else. `reasons` shows the sum, so a wrong face can be traced to its
cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Expression(StrEnum):
    """The twelve faces of the avatar; values are the names of its expression files."""

    IDLE = "idle"
    HAPPY = "happy"
    EXCITED = "excited"
    SNARKY = "snarky"
    THINKING = "thinking"
    SURPRISED = "surprised"
    SAD = "sad"
    ANGRY = "angry"
    SLEEPY = "sleepy"
    LOVE = "love"
    LAUGHING = "laughing"
    CAT_FACE = "cat_face"


class Phase(StrEnum):
    """What she is doing."""

    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"


@dataclass(frozen=True, slots=True)
class Rule:
    """Text that matches `cue` (case ignored) speaks for `expression` with `weight`."""

    expression: Expression
    weight: float
    cue: re.Pattern[str]


def _rule(expression: Expression, weight: float, *cues: str) -> Rule:
    return Rule(expression, weight, re.compile("|".join(cues), re.IGNORECASE))


def _words(text: str) -> str:
    return rf"\b(?:{text.replace(' ', '|')})\b"


_E = Expression
RULES: tuple[Rule, ...] = (
    _rule(
        _E.LAUGHING,
        3.0,
        r"\b(?:ba|a)?(?:ha){2,}h?\b",
        r"\bhe(?:he)+\b",
        _words("lol lmao hilarious giggling"),
    ),
    _rule(
        _E.LAUGHING,
        1.5,
        r"\b(?:made me|making me|cannot stop|can't stop) laugh",
        r"\bthat was (?:so )?funny\b",
    ),
    _rule(_E.LOVE, 3.0, r"\bi (?:\w+ )?(?:love|adore) you\b", r"\blove you(?: too| more)?\b"),
    _rule(_E.LOVE, 1.5, _words("darling sweetheart beloved hug hugs cuddle heart"), r"\bproud of you\b"),
    _rule(_E.SAD, 2.5, r"\b(?:i am|i'm|so) (?:so |really |very )?(?:sorry|sad)\b", r"\bmiss(?:ed)? you\b"),
    _rule(_E.SAD, 1.5, _words("sad sadly cry crying tears lonely grief hurts heartbreaking loss alas")),
    _rule(_E.ANGRY, 2.5, r"\bhow dare\b", r"\b(?:i am|i'm) (?:so |really )?(?:angry|furious|mad)\b"),
    _rule(_E.ANGRY, 1.5, _words("furious outrageous rage grr unacceptable bite fight"), r"\bwho hurt you\b"),
    _rule(_E.SLEEPY, 2.5, r"\*?yawn", r"\b(?:good night|sweet dreams|so sleepy)\b"),
    _rule(_E.SLEEPY, 1.5, _words("sleepy tired nap bed sleep bedtime drowsy pillow exhausted")),
    _rule(_E.SURPRISED, 2.5, r"\b(?:what|wait|no way|really)[?!]{2,}", r"^(?:oh|whoa|wow|wait|huh)\b[,!?]"),
    _rule(_E.SURPRISED, 1.5, r"\bno way\b", _words("whoa wow unbelievable unexpected gosh gasp")),
    _rule(
        _E.EXCITED,
        2.0,
        r"![^!]*!",
        r"\b(?:let's go|cannot wait|can't wait|oh yes)\b",
        _words("yay woohoo hooray"),
    ),
    _rule(_E.EXCITED, 1.2, _words("amazing awesome incredible epic finally victory"), r"!\s*$"),
    _rule(_E.CAT_FACE, 2.5, _words("meow mew nya purr purrs boop mischief sneaky"), r"\bnobody saw\b"),
    _rule(
        _E.CAT_FACE,
        1.5,
        _words("snack snacks treat treats biscuit biscuits cookie cookies heist"),
        r"\bmy tail\b",
    ),
    _rule(_E.THINKING, 2.0, r"^(?:hm+|let me (?:think|see)|good question)\b", r"\bi (?:wonder|suppose)\b"),
    _rule(_E.THINKING, 1.2, _words("perhaps maybe possibly"), r"\.\.\.|…", r"\bnot sure\b"),
    _rule(_E.HAPPY, 1.5, _words("glad happy lovely wonderful delighted nice welcome thanks great sweet")),
    _rule(_E.SNARKY, 1.5, r"\b(?:obviously|clearly|sure you|oh please|of course you|bold of you)\b"),
    _rule(_E.SNARKY, 1.2, _words("allegedly technically apparently genius adorable tragic impressive")),
)
_NEGATED = re.compile(r"\b(?:not|never|don't|isn't|no longer)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SOFT = {_E.HAPPY, _E.SAD, _E.ANGRY, _E.SLEEPY, _E.LOVE}


def reasons(text: str) -> tuple[tuple[Rule, str], ...]:
    """Every rule the text sets off, with its words. A negated feeling ("not sad") sets off nothing."""
    found: list[tuple[Rule, str]] = []
    for rule in RULES:
        for match in rule.cue.finditer(text):
            if rule.expression not in _SOFT or not _NEGATED.search(text[: match.start()]):
                found.append((rule, match.group()))
                break
    return tuple(found)


def expression_for(phase: Phase | str, text: str = "", tone: Expression = Expression.SNARKY) -> Expression:
    """The face for a phase and, while speaking or just having spoken (idle with text), for the words.

    `tone` is her resting tone while she speaks. Unknown phases count as idle.
    """
    if phase == Phase.THINKING:
        return Expression.THINKING
    if phase != Phase.SPEAKING and not text:
        return Expression.IDLE
    if phase == Phase.LISTENING:
        return Expression.IDLE
    weights: dict[Expression, float] = {}
    for rule, _ in reasons(text):
        weights[rule.expression] = weights.get(rule.expression, 0.0) + rule.weight
    if not weights:
        return tone if phase == Phase.SPEAKING else Expression.IDLE
    return max(weights, key=lambda face: weights[face])
