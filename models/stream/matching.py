"""What a happening is to her: whether it is to be answered, how important it is, and which rule of the user's fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache

from models.stream.chat_gate import ChatGate, named, passes
from models.stream.happening import Happening, Rank, Standing, StreamKind
from models.stream.rules import Rule, Rules

_K = StreamKind

_RANKS = {
    _K.FOLLOW: Rank.FOLLOW,
    _K.ALERT: Rank.FOLLOW,
    _K.CUSTOM: Rank.FOLLOW,
    _K.RAID: Rank.RAID,
    _K.SUB: Rank.SUB,
    _K.DONATION: Rank.DONATION,
}
_WHY = {
    _K.FOLLOW: "someone followed",
    _K.ALERT: "a test alert came",
    _K.RAID: "a raid is always answered",
    _K.SUB: "a sub is always answered",
    _K.DONATION: "a donation is always answered",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What it is to her: `rank` None is not to be answered; `why` in plain words, to follow "because"."""

    rank: Rank | None
    why: str
    rule: Rule | None = None


def on(kind: StreamKind, rules: Rules) -> bool:
    """Whether the user lets her answer what is of this kind."""
    return rules.chat if kind is _K.CHAT else rules.reactions


def off_why(kind: StreamKind) -> str:
    """Why a kind that is not `on` is left out."""
    return "answers to chat are switched off" if kind is _K.CHAT else "reactions are switched off"


def found(happening: Happening, rules: Rules, gate: ChatGate) -> Found:
    """What this happening is to her under these rules; `gate` has counted it."""
    kind = happening.kind
    if not on(kind, rules):
        return Found(None, off_why(kind))
    chat = _chat(happening, rules, gate) if kind is _K.CHAT else None
    if chat and chat.rank is None:
        return chat
    if rule := fitting(happening.name, rules.own):
        return Found(rule.rank, f"your reaction “{rule.event}” fits", rule)
    if chat:
        return chat
    if kind is _K.CUSTOM:
        return Found(None, "no reaction of yours fits")
    return Found(_RANKS[kind], _WHY[kind])


def fitting(name: str, own: tuple[Rule, ...]) -> Rule | None:
    """The first rule whose pattern fits an event's name, whatever the case."""
    folded = name.casefold()
    return next((rule for rule in own if _pattern(rule.event).fullmatch(folded)), None) if name else None


def _chat(happening: Happening, rules: Rules, gate: ChatGate) -> Found:
    if happening.standing is Standing.STREAMER:
        return Found(Rank.MODERATOR, "the streamer wrote it")
    if not named(happening.text, rules.names):
        return Found(None, "she was not named")
    share = gate.share(rules)
    if not passes(happening.id, share):
        busy = f"chat is busy, with {gate.per_minute} messages a minute"
        return Found(None, f"{busy}, and she answers {share:.0%} of those that name her")
    if happening.standing is Standing.MODERATOR:
        return Found(Rank.MODERATOR, "a moderator named her")
    return Found(Rank.CHAT, "she was named")


@lru_cache(maxsize=256)
def _pattern(event: str) -> re.Pattern[str]:
    return re.compile(translate(event.casefold().replace("[", "[[]")))
