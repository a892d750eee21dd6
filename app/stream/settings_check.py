"""Whether a setting takes a value."""

from __future__ import annotations

from pydantic import ValidationError

from models.settings_section import Section


def fits(section: type[Section], field: str, value: object) -> bool:
    """Whether this field of a group of settings takes the value."""
    try:
        section.model_validate({field: value})
    except ValidationError:
        return False
    return True
