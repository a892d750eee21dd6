"""Makes demo_show.jsonl of demo_show.txt: `python -m assets.stream.show`. The same text gives the same file.

A line of the text is a time (minutes:seconds; before 0 it is history) and a message of chat, or `!` and one of

    hello                     what a backend tells first: how its alerts are set
    recall                    what a backend remembers, told on connecting
    offline                   the link is lost: only a comment
    follow WHO
    raid WHO VIEWERS [PATH]
    sub WHO irc PLAN months=N [: TEXT]        sub WHO eventsub TIER
    alert TYPE WHO [: TEXT]
    donation WHO AMOUNT CURRENCY [: TEXT]     cheer WHO BITS [: TEXT]
    event NAME {FIELDS}       an event of the streamer's own making
    storm SECONDS COUNT       that many of the shouts at the end of the text

In front stand who is the streamer, who moderates, who is not there for long, and who has subscribed how many months.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zlib import crc32

from models.stream.recording import Recorded, heading, line

FOLDER = Path(__file__).parent
TEXT, SHOW = FOLDER / "demo_show.txt", FOLDER / "demo_show.jsonl"
BEGAN = datetime(2026, 5, 1, 19, 0, 0, tzinfo=UTC)

_COLOURS = ("#8cffbe", "#ffb454", "#7fd1ff", "#ff8fab", "#c3a6ff", "#f2e863", "#9be7a0", "#ff9f7a")
_LASTS_MS = {
    "follow": 5000,
    "subscribe": 7000,
    "donation": 10_000,
    "raid": 8000,
    "bits": 6000,
    "gift_sub": 7000,
}
_ALERTS = {kind: {"enabled": True, "sound": True, "duration": ms} for kind, ms in _LASTS_MS.items()}
_KEPT = {"chatMessages": 100, "subscribers": 50, "raids": 20}
_REMEMBERED = {"chat-message": "chatMessages", "new-subscriber": "subscribers", "raid": "raids"}
_LINE = re.compile(r"(-?)(\d+):(\d\d(?:\.\d)?)\s+(.*)")

Payload = dict[str, object]


@dataclass
class Show:
    """The show while it is put together."""

    streamer: str = ""
    moderators: tuple[str, ...] = ()
    trolls: tuple[str, ...] = ()
    subscribers: dict[str, str] = field(default_factory=dict)
    shouts: tuple[str, ...] = ()
    audience: dict[str, None] = field(default_factory=dict)
    events: list[Recorded] = field(default_factory=list)
    memory: dict[str, list[Payload]] = field(default_factory=lambda: {name: [] for name in _KEPT})
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def tell(self, at_s: float, name: str, payload: Payload) -> None:
        """An event happens; the backend remembers some."""
        if at_s >= 0:
            self.events.append(Recorded(at_s, name, payload))
        if name in _REMEMBERED:
            kept = self.memory[_REMEMBERED[name]]
            kept.append(payload)
            del kept[: -_KEPT[_REMEMBERED[name]]]

    def chat(self, at_s: float, who: str, text: str) -> None:
        """Somebody writes."""
        self.audience[who] = None
        badges: Payload = {}
        if who == self.streamer:
            badges["broadcaster"] = "1"
        if who in self.moderators:
            badges["moderator"] = "1"
        if who in self.subscribers:
            badges["subscriber"] = self.subscribers[who]
        payload: Payload = {
            "id": f"{next(self.numbers):08x}-5e1f-4b0a-9c3d-{crc32(who.encode()):012x}",
            "username": who,
            "message": text,
            "color": _COLOURS[crc32(who.encode()) % len(_COLOURS)],
            "badges": badges,
            "timestamp": _iso(at_s),
            "userType": "mod" if who in self.moderators else "viewer",
        }
        self.tell(at_s, "chat-message", payload)

    def storm(self, at_s: float, seconds: float, shouts: int) -> None:
        """Everybody shouts at once, most at the beginning."""
        people = [who for who in self.audience if who not in {self.streamer, *self.trolls}]
        for n in range(shouts):
            draw = crc32(f"{n}".encode())
            self.chat(
                round(at_s + seconds * (n / shouts) ** 2, 1),
                people[draw % len(people)],
                self.shouts[(draw >> 8) % len(self.shouts)],
            )

    def happen(self, at_s: float, what: str, rest: str) -> None:
        """One of the events of the text."""
        match what, rest.split():
            case "hello", []:
                self.tell(at_s, "alert-settings", dict(_ALERTS))
            case "recall", []:
                remembered: Payload = {name: list(held) for name, held in self.memory.items()}
                self.tell(at_s, "recent-events", {"followers": [], "donations": [], **remembered})
            case "offline", []:
                pass
            case "storm", [seconds, shouts]:
                self.storm(at_s, float(seconds), int(shouts))
            case _:
                self.tell(at_s, *_event(at_s, what, rest))


def _event(at_s: float, what: str, rest: str) -> tuple[str, Payload]:
    """Name and payload of an event that is somebody's."""
    words, _, said = rest.partition(" : ")
    who, more = "", Payload()
    match what, words.split():
        case "follow", [who]:
            name = "new-follower"
        case "raid", [who, viewers, *_]:
            name, more = "raid", {"viewers": int(viewers)}
        case "sub", [who, "irc", plan, months]:
            method = {"prime": plan == "Prime", "plan": plan, "planName": f"Channel Subscription ({plan})"}
            name = "new-subscriber"
            more = {"method": method, "message": said, "months": int(months.removeprefix("months="))}
        case "sub", [who, "eventsub", tier]:
            name, more = "new-subscriber", {"tier": tier}
        case "alert", [kind, who]:
            name, more = "alert", {"type": kind, "message": said}
        case "donation", [who, amount, currency]:
            name, more = "donation", {"amount": float(amount), "currency": currency, "message": said}
        case "cheer", [who, bits]:
            name, more = "cheer", {"bits": int(bits), "message": said}
        case "event", [name, *_]:
            return name, json.loads(rest.removeprefix(name))
        case _:
            message = f"no such event: {what} {rest}"
            raise ValueError(message)
    return name, {**_named(at_s, who), **more}


def _named(at_s: float, who: str) -> Payload:
    moment = BEGAN + timedelta(seconds=at_s)
    return {"id": str(round(moment.timestamp() * 1000)), "username": who, "timestamp": _iso(at_s)}


def _iso(at_s: float) -> str:
    moment = BEGAN + timedelta(seconds=at_s)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def show(text: str) -> tuple[Recorded, ...]:
    """The show a text tells, in order of time. Raises ValueError for a line that says nothing."""
    made = Show()
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith(("#", "=="))]
    made.shouts = tuple(line[2:] for line in lines if line.startswith("| "))
    for written in lines:
        if not written.startswith("| "):
            _act(made, written)
    return tuple(sorted(made.events, key=lambda event: event.at_s))


def _act(made: Show, written: str) -> None:
    timed = _LINE.fullmatch(written)
    if timed is None:
        role, _, names = written.partition(" ")
        _cast(made, role, names.strip())
        return
    sign, minutes, seconds, told = timed.groups()
    at_s = (int(minutes) * 60 + float(seconds)) * (-1 if sign else 1)
    if told.startswith("! "):
        what, _, rest = told[2:].partition(" ")
        made.happen(at_s, what, rest)
    else:
        who, _, said = told.partition(": ")
        made.chat(at_s, who, said)


def _cast(made: Show, role: str, names: str) -> None:
    match role:
        case "streamer":
            made.streamer = names
        case "mod":
            made.moderators = tuple(names.split())
        case "trolls":
            made.trolls = tuple(names.split())
        case "subscribers":
            made.subscribers = dict(name.split() for name in names.split(","))
        case _:
            message = f"no such line: {role} {names}"
            raise ValueError(message)


def written(events: tuple[Recorded, ...]) -> bytes:
    """The file of a show."""
    return heading(_iso(0.0)) + b"".join(map(line, events))


if __name__ == "__main__":
    SHOW.write_bytes(written(show(TEXT.read_text(encoding="utf-8"))))
