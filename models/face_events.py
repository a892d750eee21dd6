"""The face for what happens to her: a hand, a raid, a line of chat."""

from __future__ import annotations

from zlib import crc32

from models.expression import Expression
from models.face_layers import HIGH_POSITIVITY, TOUCHY, Layer, Moment, Strength
from models.mood import Mood

_E = Expression

EVENT_HOLD_S = 2.5
"""How long an event shows."""
CARRIED_S = 6.0
"""How long being carried shows, unless she is set down."""

_AREAS = frozenset({"Head", "Body", "Tail"})
_CHAT_FACES = (_E.HAPPY, _E.SURPRISED, _E.CAT_FACE, _E.THINKING, _E.EXCITED)
_CHAT_SHARE = 0.3
_EVENTS: dict[str, tuple[Expression, str, Strength, float]] = {
    "grabbed": (_E.SURPRISED, "picked up", Strength.HAND, CARRIED_S),
    "raid": (_E.EXCITED, "a raid", Strength.MOMENT, EVENT_HOLD_S),
    "sub": (_E.EXCITED, "a subscription", Strength.MOMENT, EVENT_HOLD_S),
    "donation": (_E.LOVE, "a donation", Strength.MOMENT, EVENT_HOLD_S),
    "follow": (_E.HAPPY, "a follow", Strength.NEWS, EVENT_HOLD_S),
    "alert": (_E.SURPRISED, "an alert", Strength.NEWS, EVENT_HOLD_S),
    "custom": (_E.SURPRISED, "an event of the user's own", Strength.NEWS, EVENT_HOLD_S),
}


def happening(moment: Moment, at_s: float, *, again: bool) -> Layer | None:
    """The layer of what happened; `again`: a hand has only just touched her. Unknown events lay nothing."""
    kind, _, detail = moment.event.partition(":")
    until = at_s + EVENT_HOLD_S
    if kind == "asked":
        return _asked(detail, at_s)
    if kind == "touched":
        return _touched(detail, until, again=again, mood=moment.mood)
    if kind == "dropped":
        calm = _E.SURPRISED if moment.tone is _E.IDLE else moment.tone
        low = moment.mood.positivity < TOUCHY
        return Layer(_E.ANGRY if low else calm, "set down", Strength.HAND, until)
    if kind == "chat":
        draw = crc32(detail.encode("utf-8", "surrogatepass"))
        drawn = draw % 1000 < _CHAT_SHARE * 1000
        face = _CHAT_FACES[draw // 1000 % len(_CHAT_FACES)]
        return Layer(face, "chat", Strength.CHAT, until) if drawn else None
    if kind not in _EVENTS:
        return None
    face, reason, strength, length = _EVENTS[kind]
    return Layer(face, reason, strength, at_s + length)


def _asked(detail: str, at_s: float) -> Layer:
    """A face that the user or a tool of theirs asked for, with the seconds to hold it: "love:2.5"."""
    name, _, hold_s = detail.partition(":")
    return Layer(Expression(name), "asked for", Strength.HAND, at_s + float(hold_s or EVENT_HOLD_S))


def _touched(area: str, until: float, *, again: bool, mood: Mood) -> Layer:
    """A hand on the head is kind; elsewhere it is a surprise, and then it tickles or annoys."""
    low = mood.positivity < TOUCHY
    if area == "Head":
        face = _E.LOVE if mood.positivity >= HIGH_POSITIVITY else _E.CAT_FACE if again else _E.HAPPY
    elif again:
        face = _E.ANGRY if low else _E.LAUGHING
    else:
        face = _E.ANGRY if low and area == "Tail" else _E.SURPRISED
    where = f"on the {area.lower()}" if area in _AREAS else "beside her"
    return Layer(face, f"touched {where}{' again' if again else ''}", Strength.HAND, until)
