"""A key sequence as the settings hold it ("Ctrl+Alt+P"), understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from app.hotkeys import refusals

_M = Qt.KeyboardModifier
_STRONG = _M.ControlModifier | _M.AltModifier | _M.MetaModifier
_FIRST_SPECIAL = 0x01000000
"""Keys of Qt from here on write nothing."""


class ChordError(ValueError):
    """Says in words why a sequence cannot be a hotkey."""


@dataclass(frozen=True, slots=True)
class Chord:
    """One key and the modifiers held with it."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier


def chord(sequence: str) -> Chord:
    """Understand a sequence. Raises `ChordError`."""
    keys = QKeySequence.fromString(sequence, QKeySequence.SequenceFormat.PortableText)
    if keys.count() != 1:
        raise ChordError(refusals.no_key(sequence))
    first: QKeyCombination = cast("Any", keys)[0]
    key, modifiers = first.key(), first.keyboardModifiers()
    if key == Qt.Key.Key_unknown:
        raise ChordError(refusals.no_key(sequence))
    if key < _FIRST_SPECIAL and not modifiers & _STRONG:
        raise ChordError(refusals.too_plain(sequence))
    return Chord(key, modifiers & ~_M.KeypadModifier)
