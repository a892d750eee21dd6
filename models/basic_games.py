"""The small games of basic mode, kept in the conversation itself: what was said before is their only memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from zlib import crc32

from models.basic_intents import HEAVY, is_question
from models.basic_lines import AuthoredLine, Lines
from models.basic_words import stem, weight, words
from models.speech import Message, Role

_THROWS = ("rock", "paper", "scissors")
_THROWN = re.compile(r"\b(rock|paper|scissors?)\b")
_ALL_THROWS = re.compile(r"\brock\W+paper\W+(?:or\W+|and\W+)?scissors?\b")
_I_THROW = re.compile(
    r"\bi\s+(?:pick|choose|throw|take|play|say|go with|chose|picked)\s+(?:rock|paper|scissors?)\b"
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(rf"\b({'|'.join(_NUMBERS)}|10|[1-9])\b")
_CHOICE = re.compile(
    r"\b(?:(?:(?:should|shall|do|can) (?:i|we)|choose|pick|decide|which one|better),?\s+(?:for me,?\s+)?"
    r"(?:(?:have|eat|get|order|take|buy|play|watch|wear|drink|use|pick|choose)\s+)?(?P<a>[a-z' -]{2,40}?),?\s+or"
    r"|(?:choose|pick|decide) between\s+(?P<b>[a-z' -]{2,40}?),?\s+(?:or|and))\s+(?P<c>[a-z' -]{2,40}?)\s*(?:[?!.]|$)"
)
OUTCOMES = (
    *("choose", "riddle_right", "riddle_answer", "rps_win", "rps_lose", "rps_draw"),
    *("number_high", "number_low", "number_right"),
)
"""Intents that a move leads to, and no phrase."""
_ROUNDS = ("rps", "rps_win", "rps_lose", "rps_draw")
_GIVES_UP = frozenset(
    {"", "yes", "no", "more", "why", "sure", "guess", "wow", "laugh", "help", "repeat", "decide"}
)
_A_GUESS = 4
"""Words of a guess, at most."""
_NO_GUESS = frozenset(
    {
        "crisis",
        "quiet",
        "farewell",
        "night",
        "thanks",
        "joke",
        "riddle",
        "insult",
        "compliment",
        "time",
        "rps",
    }
)
_CHOOSES = frozenset(
    {
        "",
        "food",
        "games",
        "what_play",
        "opinion",
        "decide",
        "work",
        "love_advice",
        "movies",
        "music",
        "choose",
    }
)
_NO_CHOICE = frozenset({"not", "what", "something", "else", "die", "live", "no", "yes", "whatever"})
_MOST_WORDS = 5
_MINE_YOURS = {"my": "your", "i": "you", "me": "you", "mine": "yours", "am": "are", "myself": "yourself"}


class Result(StrEnum):
    """How a throw ended; the values are intents."""

    WIN = "rps_win"
    LOSE = "rps_lose"
    DRAW = "rps_draw"


def move(
    said: str, intent: str, history: tuple[Message, ...], seed: int, lines: Lines
) -> tuple[str, Mapping[str, str]]:
    """The intent and slots of what was said as a move in a game that is on; the given intent when it is none."""
    last = last_said(history)
    guessed = number_answer(said, history, lines)
    if guessed:
        return guessed, {}
    yours = thrown(said, invited=any(line_said(last, lines[one]) for one in _ROUNDS))
    if yours:
        mine, result = throw(yours, seed)
        return result.value, {"throw": mine, "yours": yours}
    riddle = line_said(last, lines["riddle"])
    if riddle and solved(riddle, said):
        return "riddle_right", {"answer": riddle.answer}
    if riddle and riddle.answer and (intent in _GIVES_UP or _guesses(said, intent)):
        return "riddle_answer", {"answer": riddle.answer}
    picked = choice(said, seed) if intent in _CHOOSES else ""
    return ("choose", {"pick": picked}) if picked else (intent, {})


def _guesses(said: str, intent: str) -> bool:
    """Whether a few words after a riddle are a guess, though they sound like something else."""
    return len(said.split()) <= _A_GUESS and not is_question(said) and intent not in _NO_GUESS


def thrown(said: str, *, invited: bool) -> str:
    """The user's rock, paper or scissors, or nothing: when she `invited` it, or it is said to be one."""
    rest = _ALL_THROWS.sub(" ", said.lower())
    found = _THROWN.search(rest)
    if found is None or not (invited or rest != said.lower() or _I_THROW.search(rest)):
        return ""
    return "scissors" if found.group(1).startswith("scissor") else found.group(1)


def throw(yours: str, seed: int) -> tuple[str, Result]:
    """Her own throw, and how it ended for her."""
    mine = seed // 5 % 3
    ahead = (mine - _THROWS.index(yours)) % 3
    return _THROWS[mine], (Result.DRAW, Result.WIN, Result.LOSE)[ahead]


def number_answer(said: str, history: tuple[Message, ...], lines: Lines) -> str:
    """The intent that answers a guess at the number she thinks of, while that game is on; else nothing."""
    found = _NUMBER.findall(said.lower())
    secret = _secret(history, lines) if found else 0
    if not secret:
        return ""
    guess = _NUMBERS.index(found[-1]) + 1 if found[-1] in _NUMBERS else int(found[-1])
    if guess == secret:
        return "number_right"
    return "number_high" if guess > secret else "number_low"


def _secret(history: tuple[Message, ...], lines: Lines) -> int:
    """The number, 1 to 10: made from the words that began the game. 0 when it is not on."""
    for place in range(len(history) - 1, -1, -1):
        message = history[place]
        if message.role is not Role.ASSISTANT:
            continue
        if line_said(message.content, lines["number_game"]):
            before = history[place - 1].content if place else ""
            return 1 + crc32(f"{before}\n{message.content}".encode()) % len(_NUMBERS)
        if not line_said(message.content, (*lines["number_high"], *lines["number_low"])):
            return 0
    return 0


def solved(riddle: AuthoredLine, said: str) -> bool:
    """Whether the words that matter in the riddle's answer are in what was said."""
    matters = {stem(word) for word in words(riddle.answer) if weight(word) >= 1.0}
    return bool(matters) and matters <= {stem(word) for word in words(said)}


def choice(said: str, seed: int) -> str:
    """One of two things to choose from ("should I have tea or coffee?"), turned to the user; or nothing."""
    found = _CHOICE.search(said.lower().replace("’", "'"))
    if found is None or HEAVY.search(said.lower()):
        return ""
    options = [(found["a"] or found["b"]).split(), found["c"].split()]
    if any(not option or len(option) > _MOST_WORDS or _NO_CHOICE & set(option) for option in options):
        return ""
    return " ".join(_MINE_YOURS.get(word, word) for word in options[seed // 3 % 2])


def line_said(text: str, lines: tuple[AuthoredLine, ...]) -> AuthoredLine | None:
    """The line that a message is, or None."""
    return next((line for line in lines if line.said_as(text)), None)


def last_said(history: tuple[Message, ...]) -> str:
    """What she said last, or nothing."""
    return next((message.content for message in reversed(history) if message.role is Role.ASSISTANT), "")
