"""Naming a voice: one name, or a blend such as "70% af_heart + 30% af_sky".

The grammar is the same wherever a voice is named: settings, command line, environment, persona files. Parts are
joined by "+" or ","; a share stands before its voice ("70% af_heart", "3 af_heart") or behind it
("af_heart (70%)"). Without any shares the voices are mixed evenly; a voice without one takes what the others leave
of 100. Which names exist is the engine's to know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

Blend = Mapping[str, float]
"""Voice name to its weight; the weights add up to 1."""

EXAMPLE = "af_heart, or shares such as 70% af_heart + 30% af_sky"

_NUMBER = r"(\d{1,6}(?:\.\d{1,6})?)"
_NAME = r"([A-Za-z][\w.-]*)"
_BEFORE = re.compile(rf"{_NUMBER}\s*%?\s*\*?\s*{_NAME}")
_BEHIND = re.compile(rf"{_NAME}(?:\s*\(\s*{_NUMBER}\s*%?\s*\)|\s+{_NUMBER}\s*%)?")
_WHOLE = 100.0
_SMALLEST = 0.005


class VoiceBlendError(ValueError):
    """A text that names no voice; the message says what to write instead."""


def parse_blend(text: str) -> Blend:
    """The voices a text names, in its order, with weights that add up to 1; a voice named twice counts once.

    Raises:
        VoiceBlendError: the text is no voice and no blend, or its shares add up to nothing or leave nothing.
    """
    shares: dict[str, float] = {}
    unshared: list[str] = []
    for part in re.split(r"[+,]", text):
        name, share = _part(part.strip(), text)
        if share is None:
            unshared.append(name)
        shares[name] = shares.get(name, 0.0) + (share or 0.0)
    if unshared:
        left = _WHOLE - sum(shares.values())
        if left <= 0.0:
            message = f"the shares of {text!r} leave nothing for {unshared[0]}; give it a share too"
            raise VoiceBlendError(message)
        for name in unshared:
            shares[name] += left / len(unshared)
    total = sum(shares.values())
    if total <= 0.0:
        message = f"the voice blend {text!r} adds up to nothing; give a share in percent"
        raise VoiceBlendError(message)
    return MappingProxyType({name: share / total for name, share in shares.items() if share > 0.0})


def format_blend(blend: Blend) -> str:
    """The text of a blend, whole percents where they are exact; a single voice is its bare name."""
    total = sum(blend.values())
    shares = {name: weight / total for name, weight in blend.items() if weight / total >= _SMALLEST}
    if len(shares) == 1:
        return next(iter(shares))
    return " + ".join(f"{round(weight * _WHOLE, 1):g}% {name}" for name, weight in shares.items())


def with_share(text: str, voice: str, share: float) -> str:
    """`text` with `share` (0 to 1) of another voice in it: 20% of c in "70% a + 30% b" is "56% a + 24% b + 20% c"."""
    if share <= 0.0:
        return text
    mixed = {name: weight * (1.0 - share) for name, weight in parse_blend(text).items()}
    mixed[voice] = mixed.get(voice, 0.0) + share
    return format_blend(mixed)


def checked_voice(text: str) -> str:
    """`text` as it was given, if it is empty (the default voice) or names a voice or blend.

    Raises:
        VoiceBlendError: it does not.
    """
    if text.strip():
        parse_blend(text)
    return text


def _part(part: str, text: str) -> tuple[str, float | None]:
    before, behind = _BEFORE.fullmatch(part), _BEHIND.fullmatch(part)
    if before:
        return before[2], float(before[1])
    if behind:
        share = behind[2] or behind[3]
        return behind[1], float(share) if share else None
    message = f"{text!r} is no voice; write a name such as {EXAMPLE}"
    raise VoiceBlendError(message)
