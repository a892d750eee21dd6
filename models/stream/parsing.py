"""What a stream backend sends, as `Happening`s. Pure and total: any name and any object, and it never raises.

The contract is the Socket.IO one of the Worxed Stream Manager. Whatever it does not know is an event of the user's own
making and kept as `StreamKind.CUSTOM` with its plain fields. Names for what that backend does not send yet (donations,
bits, gifts) are taken for what they say.

An `id` is the payload's own with the kind and a digest of what is told: the backend's ids are its clock in
milliseconds, and a hundred gifts may share one. Where there is none it is the digest alone, so the same thing told
again has the same id; `is_nameless` tells of those for which the next one may be told in the very same words.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from models.stream.cleaning import count, fields, moment, number, text
from models.stream.happening import PAID, Happening, Origin, Standing, StreamKind

WHO, TEXT, ID, NAME, FIELD, VALUE = 60, 500, 120, 80, 40, 200
"""Characters at most of a name, a text, an id, an event's name, a field's name and a field's value."""
MOST_FIELDS = 32
MOST_RECALLED = 200
"""Happenings of one list of the history."""

_K = StreamKind
_UNREAD = frozenset(
    {
        "recent-events",
        "alert-settings",
        "settings-changed",
        "overlay-update",
        "companion-state",
        *(f"endpoint-{what}" for what in ("created", "updated", "deleted")),
        *(f"scene-{what}" for what in ("created", "updated", "activated", "deleted")),
    }
)
_KINDS = {
    "chat-message": _K.CHAT,
    "new-follower": _K.FOLLOW,
    "new-subscriber": _K.SUB,
    "raid": _K.RAID,
    "alert": _K.ALERT,
    **dict.fromkeys(("follow", "follower", "new-follow"), _K.FOLLOW),
    **dict.fromkeys(("sub", "subscribe", "subscriber", "subscription", "new-sub", "resub"), _K.SUB),
    **dict.fromkeys(("gift-sub", "gift-subs", "giftsub", "sub-gift", "subgift", "community-gift"), _K.SUB),
    **dict.fromkeys(("donation", "new-donation", "donate", "tip", "new-tip"), _K.DONATION),
    **dict.fromkeys(("bits", "cheer", "new-cheer", "superchat", "super-chat"), _K.DONATION),
    "raided": _K.RAID,
}
_GIFTS = frozenset({"gift-sub", "gift-subs", "giftsub", "sub-gift", "subgift", "community-gift"})
_BITS = frozenset({"bits", "cheer", "new-cheer"})
_LISTS = {
    "followers": "new-follower",
    "subscribers": "new-subscriber",
    "donations": "donation",
    "chatMessages": "chat-message",
    "raids": "raid",
}

_BY = (
    "username",
    "user",
    "name",
    "displayName",
    "display_name",
    "user_name",
    "from",
    "donor",
    "sender",
    "gifter",
)
_SAID = ("message", "text", "comment", "msg")
_SUMS = ("amount", "bits", "total", "value", "cheer", "quantity", "count")
_GIVEN = ("gifts", "count", "quantity", "amount", "total")
_TIMES = ("timestamp", "time", "created_at", "createdAt", "followed_at", "date")
_MODERATORS = frozenset({"mod", "moderator", "global_mod"})
_STREAMERS = frozenset({"broadcaster", "streamer"})
_TIERS = {"1000": 1, "2000": 2, "3000": 3, "prime": 1, "1": 1, "2": 2, "3": 3}
_UNITS = {
    "usd": "dollars", "$": "dollars", "us$": "dollars", "dollar": "dollars", "eur": "euros", "€": "euros",
    "euro": "euros", "gbp": "pounds", "£": "pounds", "pound": "pounds", "jpy": "yen", "¥": "yen", "cad": "dollars",
    "aud": "dollars", "nzd": "dollars", "chf": "francs", "bit": "bits",
}  # fmt: skip
_SIGNS = ("$", "€", "£", "¥")
_UNIT = 20
_MOST_MONTHS, _MOST_GIFTS, _MOST_VIEWERS, _MOST_SUM = 1200, 10_000, 10_000_000, 1e9
_TIMED, _UNTIMED = "~", "?"


def happening(name: str, payload: object, *, origin: Origin = Origin.LIVE) -> Happening | None:
    """What an event says; None for one that is bookkeeping between the backend's parts, or says nothing at all."""
    event = text(name, NAME) if type(name) is str else ""
    if not event or event in _UNREAD:
        return None
    told = fields(payload[0] if type(payload) is list and payload else payload)
    word = _word(event)
    kind = _KINDS.get(word, _K.CUSTOM) if told else _K.CUSTOM
    if kind is _K.CHAT:
        return _chat(event, told, origin)
    if kind is _K.ALERT:
        word = _word(text(told.get("type"), NAME))
        kind = _KINDS.get(word, _K.ALERT)
        kind = _K.ALERT if kind is _K.CHAT else kind
    return _event(event, word, kind, told or {"value": payload}, origin)


def recalled(payload: object) -> tuple[Happening, ...]:
    """The history a backend tells on connecting, oldest first."""
    lists = fields(payload)
    found: list[Happening] = []
    for key, name in _LISTS.items():
        entries = lists.get(key)
        if type(entries) is list:
            entries = [entry for entry in entries if fields(entry)][-MOST_RECALLED:]
            told = (happening(name, entry, origin=Origin.HISTORY) for entry in entries)
            found += [one for one in told if one is not None]
    return tuple(sorted(found, key=lambda one: one.sent_s))


def may_be_paid(name: str) -> bool:
    """Whether an event of this name can be one that must never be lost."""
    kind = _KINDS.get(_word(name))
    return kind in PAID or kind is _K.ALERT


def is_nameless(one: Happening) -> bool:
    """Whether its id is made of its words alone, without a time, so the next such thing may well have the same.

    So is every event of the user's own: what its fields mean is theirs to say.
    """
    return one.id.partition(":")[2].startswith(_UNTIMED)


def _word(event: str) -> str:
    return event.lower().replace("_", "-")


def _chat(event: str, told: dict[str, object], origin: Origin) -> Happening | None:
    who, said, sent_s = _first(told, _BY, WHO), _first(told, _SAID, TEXT), _sent(told)
    if not said:
        return None
    return Happening(
        _id(_K.CHAT, text(told.get("id"), ID), (who.casefold(), sent_s, said), timed=sent_s > 0),
        _K.CHAT,
        who,
        said,
        _standing(told),
        name=event,
        sent_s=sent_s,
        origin=origin,
    )


def _event(event: str, word: str, kind: StreamKind, told: dict[str, object], origin: Origin) -> Happening:
    by = tuple(name for name in _BY if name != "name") if kind is _K.CUSTOM else _BY
    who, said, sent_s = _first(told, by, WHO), _first(told, _SAID, TEXT), _sent(told)
    amount, unit = _sum(told, word) if kind in {_K.DONATION, _K.CUSTOM, _K.ALERT} else (0.0, "")
    data = _data(told) if kind in {_K.CUSTOM, _K.ALERT} else ()
    sub = kind is _K.SUB
    one = Happening(
        "",
        kind,
        who,
        said,
        tier=_tier(told) if sub else 1,
        months=_most(told, ("months", "cumulative_months", "streak"), _MOST_MONTHS) if sub else 0,
        gifts=max(1, _most(told, _GIVEN, _MOST_GIFTS)) if word in _GIFTS else 0,
        viewers=_most(told, ("viewers", "viewerCount", "amount"), _MOST_VIEWERS) if kind is _K.RAID else 0,
        amount=amount,
        unit=unit,
        name=event,
        data=data,
        sent_s=sent_s,
        origin=origin,
    )
    given = "" if kind is _K.CUSTOM else text(told.get("id"), ID)
    says = (event, said, one.tier, one.months, one.gifts, one.viewers, amount, unit, data)
    return replace(one, id=_id(kind, given, (who.casefold(), sent_s, *says), timed=sent_s > 0))


def _id(kind: StreamKind, given: str, says: tuple[object, ...], *, timed: bool) -> str:
    """The payload's own id and what makes it one of many with that id; without one, what it says."""
    digest = blake2b(repr(says).encode(), digest_size=16 if not given else 4).hexdigest()
    if given:
        return f"{kind}:{given[: ID - 32]}:{digest}"
    return f"{kind}:{_TIMED if timed and kind is not _K.CUSTOM else _UNTIMED}{digest}"


def _first(told: dict[str, object], names: tuple[str, ...], most: int) -> str:
    """The first of these fields that holds words or a number."""
    for name in names:
        if name in told and type(held := told[name]) is not bool and (found := text(held, most)):
            return found
    return ""


def _most(told: dict[str, object], names: tuple[str, ...], most: int) -> int:
    """The first of these fields that holds a number above 0."""
    return next((found for name in names if (found := count(told.get(name), most))), 0)


def _sent(told: dict[str, object]) -> float:
    return next((sent_s for name in _TIMES if (sent_s := moment(told.get(name)))), 0.0)


def _sum(told: dict[str, object], word: str) -> tuple[float, str]:
    """How much, and of what."""
    for name in _SUMS:
        amount = number(told.get(name), _MOST_SUM)
        if amount > 0:
            bits = word in _BITS or name in _BITS
            return amount, "bits" if bits else _currency(told, text(told.get(name), _UNIT))
    return 0.0, "bits" if word in _BITS else ""


def _currency(told: dict[str, object], written: str) -> str:
    named = _first(told, ("currency", "unit"), _UNIT).lower()
    if not named:
        shown = written + text(told.get("formatted_amount"), _UNIT)
        codes = (word for word in shown.lower().replace(".", " ").split() if word in _UNITS)
        named = next((sign for sign in _SIGNS if sign in shown), next(codes, ""))
    return _UNITS.get(named, named)


def _tier(told: dict[str, object]) -> int:
    method = fields(told.get("method"))
    for held in (told.get("tier"), method.get("plan"), told.get("plan")):
        tier = _TIERS.get(text(held, _UNIT).lower())
        if tier:
            return tier
    return 1


def _standing(told: dict[str, object]) -> Standing:
    user = told.get("userType")
    marks = {*fields(told.get("badges")), user.lower() if type(user) is str else ""}
    if marks & _STREAMERS:
        return Standing.STREAMER
    return Standing.MODERATOR if marks & _MODERATORS else Standing.VIEWER


def _data(told: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """The plain fields; those one level down as "outer.inner"."""
    flat: dict[str, str] = {}
    for name, held in told.items():
        inner = {
            f"{name[:FIELD]}.{sub[:FIELD]}": one for sub, one in list(fields(held).items())[:MOST_FIELDS]
        }
        for key, one in (inner or {name: held}).items():
            if len(flat) >= MOST_FIELDS:
                return tuple(flat.items())
            field, value = text(key, FIELD), text(one, VALUE)
            if field and value:
                flat[field] = value
    return tuple(flat.items())
