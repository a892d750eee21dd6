"""Port values as frames: which calls each role has, and how a frozen value becomes a head and a body.

A value's head is its fields as JSON plus `"is"`, its type's name; its one `bytes` field, if any, is the body.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from models import sound, speech
from workers.runtime.frames import BrokenFrameError

CALLS: dict[str, tuple[str, ...]] = {
    "asr": ("warm", "transcribe"),
    "llm": ("warm", "reply"),
    "tts": ("warm", "speak", "voices"),
    "audio": ("listen", "play", "silence", "mute", "tune", "hold", "devices"),
    "stream": ("follow", "tell"),
    "obs": ("watch", "scene", "text", "source", "mute"),
}
"""Role to the names of its port's methods; each takes one request and streams values."""

_TYPES: dict[str, type] = {
    name: kind
    for name, kind in (vars(speech) | vars(sound)).items()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
}


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def pack(value: object) -> tuple[dict[str, Any], bytes]:
    """A port value as (head, body)."""
    name = type(value).__name__
    fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}  # type: ignore[arg-type]  # any dataclass
    body = fields.pop("pcm", b"")
    return {"is": name, **_adapter(dict[str, Any]).dump_python(fields, mode="json")}, body


def unpack(head: dict[str, Any], body: bytes) -> Any:  # noqa: ANN401  # the type is named in the head
    """The port value a peer packed. Raises `BrokenFrameError` for an unknown type or wrong fields."""
    fields = dict(head)
    kind = _TYPES.get(str(fields.pop("is", "")))
    if kind is None:
        message = f"unknown value {head.get('is')!r}"
        raise BrokenFrameError(message)
    if "pcm" in {f.name for f in dataclasses.fields(kind)}:
        fields["pcm"] = body
    try:
        return _adapter(kind).validate_python(fields)
    except ValidationError as error:
        message = f"bad {kind.__name__}: {error}"
        raise BrokenFrameError(message) from error
