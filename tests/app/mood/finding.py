"""Finding parts of the panel as a person does: by what they are called."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_W = TypeVar("_W", bound=QWidget)


def part(window: QWidget, kind: type[_W], name: str) -> _W:
    """The one visible widget of a kind with this accessible name or text."""
    found = [
        one
        for one in window.findChildren(kind)
        if one.isVisible() and name in {one.accessibleName(), getattr(one, "text", str)()}
    ]
    assert len(found) == 1, (name, [one.accessibleName() for one in window.findChildren(kind)])
    return found[0]


def button(window: QWidget, name: str) -> QAbstractButton:
    return part(window, QAbstractButton, name)


def texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
