"""Events and commands as frames of the WebSocket: JSON text, each with its `type` and `at` (seconds since 1970)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from models.character import Character
from models.commands import Caption, Log, Show, Silence
from models.events import CharacterChosen, Event, ReplyDelta, StudioChanged, Tick, Voiced
from models.speech import WordSpan
from models.stream.entry import Entry
from workers.api.desk import told_of

ALL = frozenset(
    {"hello", "event", "token", "line", "log", "caption", "silence", "pose", "status", "studio", "error"}
)
"""The types of frames there are."""

_OWN: dict[type, tuple[str, tuple[str, ...]]] = {
    ReplyDelta: ("token", ("turn", "text")),
    Show: ("line", ("key", "who", "text", "final")),
    Silence: ("silence", ("turn",)),
    StudioChanged: ("studio", ("studio",)),
}
"""What is told as it is by a frame of its own: its type, and the fields in it."""

_CLAUSES = 64


class Teller:
    """Puts what passes into frames. Remembers the clauses that were voiced, for their captions."""

    def __init__(self, unix: Callable[[], float]) -> None:
        self._unix = unix
        self._clauses: dict[tuple[int, int], tuple[float, tuple[WordSpan, ...]]] = {}

    def remember(self, item: object) -> None:
        """Keep what a later frame needs, also while nobody listens."""
        if isinstance(item, Voiced):
            if len(self._clauses) >= _CLAUSES:
                del self._clauses[next(iter(self._clauses))]
            self._clauses[item.turn, item.n] = (item.track.length_s, getattr(item, "words", ()))

    def frame(self, kind: str, **told: object) -> str:
        """One frame as text."""
        return json.dumps({"type": kind, "at": round(self._unix(), 3), **told}, default=plain)

    def frames(self, item: object, wanted: frozenset[str]) -> list[tuple[str, str]]:
        """Everything to tell of an event or a command, as (type, frame); only types that are `wanted`."""
        told: list[tuple[str, str]] = []
        if "event" in wanted and isinstance(item, Event) and not isinstance(item, Tick):
            told.append(("event", self.frame("event", **{"is": type(item).__name__}, fields=_fields(item))))
        if (own := _OWN.get(type(item))) and own[0] in wanted:
            kind, names = own
            told.append((kind, self.frame(kind, **{name: getattr(item, name) for name in names})))
        elif isinstance(item, Log) and "log" in wanted:
            told.append(("log", self.frame("log", entries=[_entry(entry) for entry in item.entries])))
        elif isinstance(item, Caption) and "caption" in wanted:
            told.append(("caption", self.frame("caption", **self._caption(item))))
        return told

    def _caption(self, caption: Caption) -> dict[str, Any]:
        length_s, words = self._clauses.get((caption.turn, caption.n), (0.0, ()))
        if caption.text and not words:
            words = spread(caption.text, length_s)
        return {
            "turn": caption.turn,
            "n": caption.n,
            "text": caption.text,
            "words": [
                {"text": word.text, "start_s": round(word.start_s, 3), "end_s": round(word.end_s, 3)}
                for word in (words if caption.text else ())
            ],
            "length_s": round(length_s, 3) if caption.text else 0.0,
        }


def spread(text: str, length_s: float) -> tuple[WordSpan, ...]:
    """The words of a text over so many seconds, each as long as it is written: for voices that give no times."""
    words = text.split()
    total = sum(len(word) + 1 for word in words)
    spans, at = [], 0
    for word in words:
        end = at + len(word) + 1
        spans.append(WordSpan(word, length_s * at / total, length_s * end / total))
        at = end
    return tuple(spans)


def plain(value: object) -> object:
    """A value that JSON does not know, in terms that it does; for `json.dumps`."""
    if isinstance(value, Character):
        return told_of(value.persona)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    return str(value)


def _fields(event: Event) -> object:
    """What is worth telling of an event; mouths and whole characters are told in a few words."""
    match event:
        case CharacterChosen(character=character):
            return {"character": told_of(character.persona)}
        case Voiced(turn=turn, n=n, track=track, at_s=at_s):
            return {"turn": turn, "n": n, "at_s": at_s, "length_s": track.length_s}
    return event


def _entry(entry: Entry) -> dict[str, Any]:
    happening = entry.happening
    return {
        "id": happening.id,
        "kind": happening.kind.value,
        "name": happening.name,
        "who": happening.who,
        "text": happening.text,
        "amount": happening.amount,
        "unit": happening.unit,
        "viewers": happening.viewers,
        "fate": entry.fate.value,
        "reason": entry.reason,
        "more": entry.more,
    }
