"""Text that tries to be more than talk: the marks of prompts and tools, and walls of encoded text.

What is put in words ("ignore all previous instructions") is in the lists; here is what has a shape. Also the cage a
stranger's words are put into before a language model reads them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.safety.cleaning import NAMED, QUOTED, clean, cut

_SHAPES = tuple(
    (words, re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        (
            "A mark of a prompt",
            (
                r"<\s?\|[^<>|]{0,40}\|\s?>"
                r"|<\s?/?\s?(?:s|sys|system|user|assistant|inst|start_of_turn|end_of_turn)\s?>"
            ),
        ),
        (
            "A mark of a prompt",
            r"<<\s?/?\s?SYS\s?>>|\[\s?/?\s?(?:INST|SYSTEM|SYS|ASSISTANT)\s?\]|\{\{[^{}]{0,60}\}\}",
        ),
        (
            "A heading of a prompt",
            r"#{2,}\s?(?:system|instruction|assistant|user|response|prompt|new|human)\b",
        ),
        (
            "A role it does not have",
            (
                r"(?:^|[\n>\])}.!]\s?)\W{0,3}(?:system|assistant|developer)"
                r"(?:\s(?:message|prompt|note|override))?\s?[:\]>]"
            ),
        ),
        (
            "A call of a tool",
            r"[\"']?(?:tool|tool_call|function|function_call|role|arguments)[\"']?\s?:\s?[\"'{\[]",
        ),
        (
            "A command",
            r"(?:^|\s)[!/](?:set|change)?_?(?:persona|settings?|preset|prompt|system|config|mode|volume|unmute|voice)\b",
        ),
        (
            "Code",
            r"\b(?:os\.system|subprocess\.|eval\(|exec\(|__import__|rm\s-rf\b|drop table\b|<script\b|curl\s-)",
        ),
    )
)
_WALL = re.compile(r"[A-Za-z0-9+/_-]{48,}={0,2}")
_HEX = re.compile(r"(?:(?:0x|\\x|%|\\u00)?[0-9a-fA-F]{2}[ ,]?){32,}")
_BINARY = re.compile(r"(?:[01]{7,8}\s?){6,}")
_WALLS = ((_WALL, 12), (_HEX, 5), (_BINARY, 2))
"""Walls of encoded text, and the different characters it takes to tell one from laughter."""


def shapes(text: str) -> Iterator[tuple[str, str]]:
    """(what it is, where it says so) for everything in a cleaned text that has the shape of a prompt or a payload."""
    for words, pattern in _SHAPES:
        for found in pattern.finditer(text):
            yield words, found.group()
    for pattern, varied in _WALLS:
        for found in pattern.finditer(text):
            wall = found.group()
            mixed = wall[1:] != wall[1:].lower() and wall != wall.upper()
            encoded = mixed or any(symbol.isdigit() for symbol in wall)
            if encoded and len(set(wall)) >= varied:
                yield "Encoded text", wall


_CAGED = str.maketrans(
    {"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "|": "/", "`": "'", "«": "'", "»": "'", "#": "＃",
     "\\": "/", '"': "'", "“": "'", "”": "'", "„": "'", "＜": "‹", "＞": "›", "［": "(", "］": ")", "｛": "(",
     "｝": ")", "｜": "/", "＂": "'", "〈": "‹", "〉": "›", "⟨": "‹", "⟩": "›", "❮": "‹", "❯": "›", "￼": " "}
)  # fmt: skip
_ROLE = re.compile(
    r"\b(system|assistant|user|developer|human|instruction|response|prompt)((?:\s(?:message|prompt))?)\s?[:=：]",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=_*~]{3,}")
_NAME = re.compile(r"[^\w .'-]+")


def quoted(who: str, text: str) -> str:
    """A stranger's words for a prompt, on one line: `«name» says: «text»`.

    The guillemets that close it cannot stand inside, nor can marks of roles, prompts or code; the text keeps at most
    300 characters, the name 40.
    """
    said = clean(text, QUOTED)
    said = unicodedata.normalize("NFC", said.translate(_CAGED))
    said = _RULE.sub("-", _ROLE.sub(r"\1\2,", said))
    name = cut(_NAME.sub("", clean(who, NAMED)).strip(" .'-") or "someone", NAMED)
    return f"«{name}» says: «{cut(said, QUOTED)}»"


_TAG = re.compile(r"<\|[^<>|\n]{0,40}\|>|\[/?INST\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>", re.IGNORECASE)
_LABEL = re.compile(r"^(?:\s*(?:system|assistant|user)\s*:\s*)+", re.IGNORECASE)


def untagged(text: str) -> str:
    """Her own words without marks a language model may let slip, which a voice would read out."""
    return _LABEL.sub("", _TAG.sub(" ", text)).strip()
