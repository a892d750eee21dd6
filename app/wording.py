"""Happenings and what became of them, in words. What strangers wrote stays a stranger's: only ever plain text."""

from __future__ import annotations

from collections.abc import Callable

from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, Standing, StreamKind

_MOST_FIELDS = 6
_ORIGINS = {
    Origin.HISTORY: "before",
    Origin.OWED: "owed",
    Origin.INJECTED: "by the API",
    Origin.RECORDED: "recording",
}
_OPENINGS = ("skipped ", "spoken ", "waits: ", "answered, ", "answered")
TAGS = {
    Fate.RECALLED: "Earlier",
    Fate.WAITING: "Waiting",
    Fate.ANSWERING: "Answering",
    Fate.ANSWERED: "Answered",
    Fate.SKIPPED: "Skipped",
}


def who(happening: Happening) -> str:
    """Whom it is about."""
    return happening.who or ("An event" if happening.kind is StreamKind.CUSTOM else "Someone")


def what(happening: Happening) -> str:
    """What they did, to stand behind `who`."""
    return _WORDS[happening.kind](happening)


def said(happening: Happening) -> str:
    """Their text in quotes, and the fields of an event of the user's own; may be empty."""
    fields = [f"{name}: {value}" for name, value in happening.data[:_MOST_FIELDS]]
    if len(happening.data) > _MOST_FIELDS:
        fields.append("…")
    quoted = [f"“{happening.text}”"] if happening.text else []
    return "\n".join([*quoted, *([" · ".join(fields)] if fields else [])])


def origin(happening: Happening) -> str:
    """Where it comes from, unless it just happened."""
    return _ORIGINS.get(happening.origin, "")


def more(count: int) -> str:
    """Further messages behind a line; empty for none."""
    return f"and {_count(count, 'more message')}" if count > 0 else ""


def reason(entry: Entry) -> str:
    """Why it fared so, to stand behind the tag, whose word it does not repeat."""
    told = entry.reason
    for opening in _OPENINGS:
        if told.startswith(opening):
            return told.removeprefix(opening).strip()
    return told


def line(entry: Entry, at: str = "") -> str:
    """All of it as one text, to be copied or read out."""
    happening = entry.happening
    head = " ".join(part for part in (at, who(happening), what(happening)) if part)
    fate = ", ".join(part for part in (TAGS[entry.fate], reason(entry)) if part)
    return "\n".join(part for part in (head, said(happening), fate, more(entry.more)) if part)


def amount(value: float) -> str:
    """An amount without needless zeros: 5, 2.50, 1,000."""
    rounded = f"{value:,.2f}"
    return rounded.removesuffix(".00")


def _sub(happening: Happening) -> str:
    tier = f" at tier {happening.tier}" if happening.tier > 1 else ""
    if happening.gifts:
        return f"gave {_count(happening.gifts, 'sub')} to others{tier}"
    months = f", month {happening.months}" if happening.months > 1 else ""
    return f"subscribed{tier}{months}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _donation(happening: Happening) -> str:
    verb = "cheered" if happening.unit == "bits" else "donated"
    return f"{verb} {amount(happening.amount)} {happening.unit}".rstrip()


def _alert(happening: Happening) -> str:
    return f"sent a test alert: {happening.name}" if happening.name else "sent a test alert"


def _custom(happening: Happening) -> str:
    return f"set off “{happening.name}”" if happening.name else "set something off"


_STANDINGS = {Standing.MODERATOR: "(moderator) wrote", Standing.STREAMER: "(streamer) wrote"}
_WORDS: dict[StreamKind, Callable[[Happening], str]] = {
    StreamKind.CHAT: lambda happening: _STANDINGS.get(happening.standing, "wrote"),
    StreamKind.FOLLOW: lambda _happening: "follows you now",
    StreamKind.SUB: _sub,
    StreamKind.RAID: lambda happening: f"raided with {_count(happening.viewers, 'viewer')}",
    StreamKind.DONATION: _donation,
    StreamKind.ALERT: _alert,
    StreamKind.CUSTOM: _custom,
}
