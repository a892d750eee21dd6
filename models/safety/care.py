"""What she says, out of character, when someone speaks of harming themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.safety.values import SafetyError

_FEWEST = 5


class _Lines(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    lines: tuple[str, ...] = Field(min_length=_FEWEST)


@dataclass(frozen=True, slots=True)
class Care:
    """Calm, serious lines; at least five."""

    lines: tuple[str, ...]

    def line(self, seed: int, last: str = "") -> str:
        """The line for a seed, never `last` again."""
        open_ = [line for line in self.lines if line != last]
        return open_[seed % len(open_)]


def parse_care(table: Mapping[str, Any]) -> Care:
    """The lines of a data file. Raises `SafetyError` for a damaged one."""
    try:
        return Care(_Lines.model_validate(table).lines)
    except ValidationError as error:
        raise SafetyError(
            tuple(f"care: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        ) from error
