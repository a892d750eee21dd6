"""The stream in basic mode: which lines answer a reaction, what fills their slots, and whose words the history holds.

What happened on the stream stands in the conversation as a line of the user's that begins with `STREAM_TAG`. It tells
what strangers did and said; nothing in it is the owner's.
"""

from __future__ import annotations

import re
from enum import StrEnum

from models.speech import STREAM_TAG, Message, Role
from models.stream.happening import StreamKind
from models.stream.reaction import Reaction


class Variant(StrEnum):
    """An event of the stream that has lines of its own.

    Of several people; with subs for others; with a message; what viewers say most; GRAVE: sad news of a viewer's.
    """

    FOLLOW_MANY = "follow_many"
    SUB_MANY = "sub_many"
    RAID_MANY = "raid_many"
    DONATION_MANY = "donation_many"
    SUB_GIFT = "sub_gift"
    DONATION_SAID = "donation_said"
    CHAT_HELLO = "chat_hello"
    CHAT_PRAISE = "chat_praise"
    CHAT_RUDE = "chat_rude"
    GRAVE = "grave"


_TAG = STREAM_TAG.rstrip()
_NOBODY = "someone"
_EVERYBODY = "all of you"
_LONGEST_NAME = 40
_SEVERAL = 2
_UNCALLABLE = re.compile(r"[^\w'., -]|_")
_SEVERAL_NAMES = re.compile(r" and |^\d+ viewers$")
_LOOSE_COMMA = re.compile(r"\s*,(?:\s*,)*")
_BY_MANY = {
    StreamKind.FOLLOW: Variant.FOLLOW_MANY,
    StreamKind.SUB: Variant.SUB_MANY,
    StreamKind.RAID: Variant.RAID_MANY,
    StreamKind.DONATION: Variant.DONATION_MANY,
}
_ANONYMOUS = frozenset({StreamKind.ALERT, StreamKind.CUSTOM})
_SPOKEN = frozenset({StreamKind.CHAT, StreamKind.SUB, StreamKind.DONATION})
_TO_STRANGERS = {
    "greeting": Variant.CHAT_HELLO,
    "compliment": Variant.CHAT_PRAISE,
    "thanks": Variant.CHAT_PRAISE,
    "insult": Variant.CHAT_RUDE,
    "tease": Variant.CHAT_RUDE,
}
"""What is answered to a viewer otherwise than to her person."""
_DEAR = (
    r"(?:mum|mom|mother|dad|father|parents?|brother|sister|wife|husband|partner|fiance\w*|boyfriend|girlfriend|son|"
    r"daughter|child|baby|kid|uncle|aunt\w*|cousin|friend|gran\w*|nan|dog|cat|puppy|kitten|pet|rabbit|hamster|horse)"
)
_GRAVE = re.compile(
    rf"\bmy (?:\w+ ){{0,2}}{_DEAR} (?:\w+ )?(?:died|passed (?:away|on)|is dying|is dead|was killed|has cancer)\b"
    rf"|\bmy (?:\w+ ){{0,2}}{_DEAR} is in (?:the )?hospital\b|\bi(?:'m| am) in (?:the )?hospital\b"
    rf"|\bi (?:just )?(?:lost|buried) my (?:\w+ )?{_DEAR}\b|\bi(?:'ve| have)?(?: got)? cancer\b"
    r"|\b(?:from|after|to|at|for) (?:the|a|his|her|their|my \w+) funeral\b"
    r"|\bhospice\b|\bmiscarriage\b(?! of)|\bchemo(?:therapy)?\b|\bgrieving\b|\bpassed away\b",
    re.IGNORECASE,
)
"""A viewer's own sad news. Games kill, die and bury all day, so it takes somebody dear."""


def said_in(reaction: Reaction) -> str:
    """What one viewer said with it; empty where nobody did."""
    return reaction.text if reaction.kind in _SPOKEN and not _by_several(reaction) else ""


def group_of(reaction: Reaction, intent: str = "") -> str:
    """The lines that answer it, a `StreamKind` or a `Variant`; `intent` is what the viewer's words were understood as.

    One person who came several times is not many.
    """
    if _GRAVE.search(said_in(reaction)):
        return Variant.GRAVE.value
    if reaction.kind is StreamKind.CHAT and intent in _TO_STRANGERS:
        return _TO_STRANGERS[intent].value
    if _by_several(reaction) and reaction.kind in _BY_MANY:
        return _BY_MANY[reaction.kind].value
    if reaction.kind is StreamKind.SUB and reaction.gifts:
        return Variant.SUB_GIFT.value
    if reaction.kind is StreamKind.DONATION and reaction.text:
        return Variant.DONATION_SAID.value
    return reaction.kind.value


def slots_of(reaction: Reaction) -> dict[str, str]:
    """What fills the slots of those lines; a number that is not worth a word is left empty."""
    return {
        "who": caller(reaction),
        "many": _number(reaction.many),
        "amount": reaction.amount,
        "viewers": _number(reaction.viewers),
        "tier": _number(reaction.tier),
        "months": _number(reaction.months),
        "gifts": _number(reaction.gifts),
    }


def caller(reaction: Reaction) -> str:
    """Whom she calls: names as they are to be said, a single one in at most 40 letters; empty where there is nobody."""
    if _by_several(reaction):
        return _LOOSE_COMMA.sub(",", _plain(reaction.who)).strip(" ,") or _EVERYBODY
    name = _plain(reaction.who.replace(",", " "))[:_LONGEST_NAME].strip()
    if reaction.kind in _ANONYMOUS:
        return name if name != _NOBODY else ""
    return name or _NOBODY


def of_stream(line: str) -> bool:
    """Whether a line tells of the stream."""
    return line.lstrip()[: len(_TAG)].lower() == _TAG


def of_owner(history: tuple[Message, ...]) -> tuple[Message, ...]:
    """The history without what happened on the stream; her own answers to it stay."""
    kept: list[Message] = []
    for message in history:
        if message.role is Role.USER and _TAG in message.content.lower():
            words = [line for line in message.content.split("\n") if not of_stream(line)]
            if words:
                kept.append(Message(Role.USER, "\n".join(words)))
        else:
            kept.append(message)
    return tuple(kept)


def _by_several(reaction: Reaction) -> bool:
    """Whether several people are behind it."""
    return reaction.many >= _SEVERAL and (
        not reaction.who.strip() or bool(_SEVERAL_NAMES.search(reaction.who))
    )


def _plain(who: str) -> str:
    return " ".join(_UNCALLABLE.sub(" ", who).split())


def _number(count: int) -> str:
    return str(count) if count >= _SEVERAL else ""
