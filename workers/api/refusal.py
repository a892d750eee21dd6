"""A request that is not carried out, and why: the one shape of every error."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(eq=False)
class Refusal(Exception):  # noqa: N818  # it is an answer, not a fault
    """Answered with `status` and `{"error", "hint"}`: plain words, and what to do."""

    status: int
    error: str
    hint: str = ""
    headers: Headers = ()

    def body(self) -> bytes:
        """The JSON of it."""
        told = {"error": self.error}
        if self.hint:
            told["hint"] = self.hint
        return json.dumps(told).encode()


def later(seconds: float, error: str, hint: str = "") -> Refusal:
    """Too many at once: try again in so many seconds."""
    wait = max(1, round(seconds + 0.5))
    return Refusal(429, error, hint or f"Try again in {wait} s.", ((b"retry-after", str(wait).encode()),))


def named(names: Iterable[str]) -> str:
    """Names in a row, for a hint; long lists are cut."""
    known = sorted(names)
    return ", ".join(known[:40]) + (", …" if len(known) > 40 else "")  # noqa: PLR2004  # a readable length
