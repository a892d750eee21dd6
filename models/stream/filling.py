"""Templates of the user's, filled with what strangers wrote: by fields of a fixed form, each of them judged first."""

from __future__ import annotations

import re

from models.safety.cleaning import QUOTED, cut
from models.stream.amounts import amount_words
from models.stream.happening import Happening
from models.stream.naming import SOMEONE, caged, called
from models.tongue import Tongue

_FIELD = re.compile(r"\{([^{}\n]{0,80})\}")
_BEFORE = re.compile(r"\s+(?=[.,;:!?…])")
_TELLING = re.compile(r"[^\W_]")


def filled(template: str, happening: Happening, tongue: Tongue, *, for_prompt: bool = False) -> str | None:
    """A line of the user's with the event's words in its `{fields}`; None when nothing is left worth saying.

    The fields are who, message, amount, viewers, tier, months and the event's own. A value that the gate stops, and
    a field the event has not, are empty. What came of it has to pass her own gate too, where strangers' words are in
    it: pieces that are harmless by themselves need not be so in a row. `for_prompt` puts texts into the cage of
    `models.safety.quoted`.
    """
    used = False

    def value(found: re.Match[str]) -> str:
        nonlocal used
        told = _value(found[1].strip(), happening, tongue, for_prompt=for_prompt)
        used = used or bool(told)
        return told

    line = _BEFORE.sub("", " ".join(_FIELD.sub(value, template).split()))
    if not _TELLING.search(line) or (used and not for_prompt and tongue.gate.say(line).blocked):
        return None
    return line


def _value(field: str, happening: Happening, tongue: Tongue, *, for_prompt: bool) -> str:
    """What a field stands for; the names of ours win over the event's own."""
    numbers = {"viewers": happening.viewers, "tier": happening.tier, "months": happening.months}
    if field == "who":
        return called(happening.who, tongue)[0] if happening.who else SOMEONE
    if field == "amount":
        return amount_words(happening.amount, happening.unit, tongue)
    if numbers.get(field):
        return str(numbers[field])
    strange = happening.text if field == "message" else dict(happening.data).get(field, "")
    text = cut(tongue.gate.hear_stranger(happening.who, strange).text, QUOTED)
    return caged(happening.who, text)[1] if text and for_prompt else text
