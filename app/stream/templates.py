"""What can be wrong with a reaction before it is kept, in words."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from app.words import translate
from models.settings_stream import Reaction

_FIELD = re.compile(r"\{[A-Za-z_][\w.-]*\}")


def template_problem(text: str) -> str:
    """What is wrong with a line or prompt; empty when nothing is."""
    rest = _FIELD.sub("", text)
    if "{" in rest or "}" in rest:
        return translate(
            "stream", "A field is a name between { and }, such as {who}; one of the braces stands alone."
        )
    beyond = len(text) - _longest("line")
    return "" if beyond <= 0 else translate("stream", "Letters too many: {count}.").format(count=beyond)


def event_problem(event: str) -> str:
    """What is wrong with an event's name or pattern."""
    return "" if event.strip() else translate("stream", "Name the event. * and ? stand for anything.")


def sound_problem(path: str) -> str:
    """What is wrong with a sound file; a file may come later, so this forbids nothing."""
    if not path:
        return ""
    if not path.lower().endswith(".wav"):
        return translate("stream", "Only WAV files are played.")
    return "" if Path(path).is_file() else translate("stream", "There is no such file at the moment.")


def checked(values: dict[str, object]) -> Reaction | None:
    """The reaction these values make; None when they make none."""
    try:
        return Reaction.model_validate(values)
    except ValidationError:
        return None


def _longest(field: str) -> int:
    found = (getattr(limit, "max_length", None) for limit in Reaction.model_fields[field].metadata)
    return next((limit for limit in found if limit), 400)
