"""What is known of people for good: the values of `models.ports.LongTermMemory`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know about a person, in the words of one sentence; `about` is who."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Search:
    """A question to long-term memory: at most `limit` facts about `about` that have to do with `text`."""

    about: str
    text: str
    limit: int = 5
