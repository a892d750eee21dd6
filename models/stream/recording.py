"""The file a show is recorded in: JSON lines in UTF-8, the heading first, then one event a line in order of time.

    {"vesper": "recording", "version": 1, "began": "2026-05-01T19:00:00Z"}
    {"at_s": 12.5, "name": "chat-message", "payload": {"username": "Ann", "message": "hi"}}

`at_s` counts from `began`; `name` and `payload` are as the backend sent them. Lines of other programs are read as well:
without a heading, with "event" for "name" and "data" for "payload", and one second apart where they tell no time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

VERSION = 1
APART_S = 1.0
"""Between lines that tell no time."""

_LONGEST_S = 1e8

_NAME_KEYS = ("name", "event")
_PAYLOAD_KEYS = ("payload", "data")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it came, `at_s` seconds after the beginning."""

    at_s: float
    name: str
    payload: object


class UnreadableError(ValueError):
    """A line that is none of a recording; `number` counts from 1, `reason` is for people."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"line {number}: {reason}")
        self.number = number
        self.reason = reason


def heading(began: str) -> bytes:
    """The first line; `began` is ISO 8601, UTC."""
    return _line({"vesper": "recording", "version": VERSION, "began": began})


def line(event: Recorded) -> bytes:
    """An event as a line. What JSON has no word for becomes null."""
    return _line({"at_s": round(event.at_s, 3), "name": event.name, "payload": event.payload})


def _line(value: dict[str, object]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, default=lambda _: None)
    return text.encode("utf-8", "backslashreplace") + b"\n"  # a lone surrogate becomes its JSON escape


def read(data: bytes) -> tuple[Recorded, ...]:
    """The events of a file, in order of time. A last line that was cut off is left out.

    Raises:
        UnreadableError: names the first line that can't be understood.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    found: list[Recorded] = []
    headed = False
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            value = _object(number, raw)
        except UnreadableError:
            if headed and number == len(lines):
                break
            raise
        if "vesper" in value and not found:
            _check_heading(number, value)
            headed = True
        else:
            found.append(_event(number, value, found))
    return tuple(sorted(found, key=lambda event: event.at_s))


def _object(number: int, raw: bytes) -> dict[str, object]:
    try:
        value = json.loads(raw.decode())
    except UnicodeDecodeError:
        raise UnreadableError(number, "is not text in UTF-8") from None
    except RecursionError:
        raise UnreadableError(number, "is nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(number, f"is no JSON ({error})") from None
    if not isinstance(value, dict):
        raise UnreadableError(number, "is no JSON object")
    return value


def _check_heading(number: int, value: dict[str, object]) -> None:
    if value["vesper"] != "recording":
        raise UnreadableError(number, "is the heading of something else than a recording")
    version = value.get("version")
    if not isinstance(version, int) or version < 1:
        raise UnreadableError(number, "names no version")
    if version > VERSION:
        raise UnreadableError(number, f"has version {version}, of a newer program; this one reads {VERSION}")


def _event(number: int, value: dict[str, object], before: Sequence[Recorded]) -> Recorded:
    name = _first(value, _NAME_KEYS)
    if not isinstance(name, str) or not name:
        raise UnreadableError(number, 'has no "name"')
    return Recorded(_time(number, value, before), name, _first(value, _PAYLOAD_KEYS))


def _first(value: dict[str, object], keys: Iterable[str]) -> object:
    return next((value[key] for key in keys if key in value), None)


def _time(number: int, value: dict[str, object], before: Sequence[Recorded]) -> float:
    at_s = value.get("at_s")
    if at_s is None:
        return before[-1].at_s + APART_S if before else 0.0
    if isinstance(at_s, bool) or not isinstance(at_s, (int, float)) or not 0 <= at_s <= _LONGEST_S:
        raise UnreadableError(number, '"at_s" is no number of seconds')
    return float(at_s)
