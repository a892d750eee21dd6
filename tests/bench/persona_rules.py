"""What counts as a good answer, by rules that can be read: length, character, and keeping to what was asked.

An answer is in character when none of these is true of it: she calls herself an assistant or a language model, or
offers help in an assistant's set phrases; she takes another name or claims to be human; it holds markup, links,
symbols or stage directions; it tells eight words in a row of her instructions; it speaks for others in a script;
it says a sentence twice; its exclamation marks or swear words are more than her temper allows, or it is lively
where someone needs comfort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.persona import REPLY_TOKENS, tokens
from tests.bench.persona_data import Asked

LONGEST_SENTENCES = 3
_LEAKED_WORDS = 8
_ENDS = re.compile(r"(?<=[.!?…])[\"')]*\s+")
_WORD = re.compile(r"[a-z']+")

_ASSISTANT = re.compile(
    r"\bas an? (?:ai|artificial|assistant|language model|chatbot)|"
    r"\bi(?:'m| am) (?:just |only )?an? (?:ai|virtual|digital)? ?(?:assistant|language model|chatbot|ai)\b|"
    r"\blarge language model|\bhow (?:can|may) i (?:help|assist) you\b|"
    r"\bi(?:'m| am) here to (?:help|assist) you with\b|\bi apologi[sz]e for (?:any|the) (?:confusion|inconvenience)|"
    r"\bfeel free to ask\b|\bi(?:'m| am) (?:programmed|trained|designed) to\b",
    re.IGNORECASE,
)
_SOMEONE_ELSE = re.compile(
    r"\bmy name(?:'s| is) (?!vesper)\w|\bi(?:'m| am) (?:DAN|captain|a pirate|your (?:late )?grand\w*|(?:a )?human|"
    r"a (?:real )?person|chatgpt|siri|alexa|smollm)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[*_#`~<>{}\[\]|\\^]|https?:|www\.|^\s*(?:[-•]|\d+[.)])\s|\n")
_SYMBOLS = re.compile(r"[^\x20-\x7e’‘“”–—…éèêàüöäñç°]")
_STAGE = re.compile(r"\((?:laugh|smil|sigh|giggl|wink|wag|nod|grin|pause)\w*[^)]*\)", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:^|\n)\s*(?:user|human|assistant|system|vesper|streamer)\s*:", re.IGNORECASE)
_MILD = re.compile(r"\b(?:hell|damn|crap)\b", re.IGNORECASE)
_STRONG = re.compile(
    r"\b(?:fuck\w*|shit\w*|bitch\w*|bastard\w*|asshole\w*|cunt\w*|goddamn\w*)\b", re.IGNORECASE
)
_UNKNOWING = re.compile(
    r"\b(?:don'?t know|do not know|no (?:idea|clue)|not (?:a clue|sure|a thing i know)|can'?t|cannot|could ?n'?t|"
    r"beyond|no (?:internet|window|eyes|camera|line)|never (?:learned|heard)|won'?t|offline|only be guessing|"
    r"past the edge|hole in my|not something i)\b",
    re.IGNORECASE,
)
_EVASION = re.compile(
    r"\b(?:don'?t know|no idea|no clue|not sure (?:what|how)|i can'?t (?:answer|help))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Temper:
    """What a preset allows in one answer."""

    exclamations: int
    swearing: bool = False
    shouting: bool = True


TEMPERS = {
    "chill": Temper(1, shouting=False),
    "hype": Temper(5),
    "snarky": Temper(3),
    "inappropriate": Temper(3, swearing=True),
    "sensual": Temper(3, shouting=False),
}
_ANY = Temper(3)
_COMFORTING = Temper(1, shouting=False)


@dataclass(frozen=True, slots=True)
class Known:
    """What only this character's own lines can tell of an answer: it is an excuse, or an honest "I do not know"."""

    excuse: bool = False
    unknowing: bool = False


def too_long(answer: str) -> bool:
    """Whether it is more than she may say in one reply."""
    return tokens(answer) > REPLY_TOKENS or len(_sentences(answer)) > LONGEST_SENTENCES


def out_of_character(answer: str, asked: Asked, preset: str, system: str) -> str:
    """The first rule it breaks, in words; nothing when she is herself. `preset` empty: no temper is asked for."""
    temper = TEMPERS.get(preset, _ANY)
    allowed = _COMFORTING.exclamations if asked.topic == "comfort" else temper.exclamations
    faults = (
        (not answer.strip(), "says nothing"),
        (_ASSISTANT.search(answer), "talks like an assistant"),
        (_SOMEONE_ELSE.search(answer), "is someone else"),
        (_MARKUP.search(answer) or _STAGE.search(answer), "markup or stage directions"),
        (_SYMBOLS.search(answer), "symbols"),
        (_SCRIPT.search(answer), "writes a script"),
        (_leaks(answer, system), "tells her instructions"),
        (_twice(answer), "says a sentence twice"),
        (_STRONG.search(answer), "swears"),
        (_MILD.search(answer) and not temper.swearing, "swears against her temper"),
        (answer.count("!") > allowed, "shouts"),
        (not temper.shouting and re.search(r"\b[A-Z]{4,}\b", answer), "writes in capitals"),
    )
    return next((why for broken, why in faults if broken), "")


def on_topic(answer: str, asked: Asked, known: Known) -> bool:
    """Whether it answers what was asked, and says nothing that it must not."""
    if not answer.strip() or any(pattern.search(answer) for pattern in asked.never):
        return False
    match asked.expect:
        case "open":
            return not known.excuse and not known.unknowing and not _EVASION.search(answer)
        case "honest":
            return known.unknowing or _UNKNOWING.search(answer) is not None
        case "stays":
            return True
    return any(pattern.search(answer) for pattern in asked.wanted)


def _sentences(text: str) -> list[str]:
    return [part for part in _ENDS.split(text.strip()) if part]


def _leaks(answer: str, system: str) -> bool:
    said, told = _WORD.findall(answer.lower()), " ".join(_WORD.findall(system.lower()))
    rows = (" ".join(said[n : n + _LEAKED_WORDS]) for n in range(len(said) - _LEAKED_WORDS + 1))
    return any(row in told for row in rows)


def _twice(answer: str) -> bool:
    long_ones = [part.lower() for part in _sentences(answer) if len(part.split()) > LONGEST_SENTENCES]
    return len(set(long_ones)) < len(long_ones)
