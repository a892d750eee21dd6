"""A lane for levels: the latest value only, written by one thread, read by another's timer."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Lane(Generic[T]):
    """Holds one frozen value; assignment is atomic, so no lock is needed."""

    def __init__(self, value: T) -> None:
        self._value = value

    def put(self, value: T) -> None:
        """Replace the value."""
        self._value = value

    def get(self) -> T:
        """The latest value."""
        return self._value
