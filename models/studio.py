"""The broadcasting program (OBS), as she knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Studio:
    """How it stands: whether it is connected, the scene on air, all scenes in its own order, and panic."""

    connected: bool = False
    scene: str = ""
    scenes: tuple[str, ...] = ()
    panicked: bool = False


@dataclass(frozen=True, slots=True)
class SceneWanted:
    """Show this scene."""

    scene: str


@dataclass(frozen=True, slots=True)
class TextWanted:
    """Write this text into a text source; empty text clears it."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceWanted:
    """Show or hide a source; an empty scene is the one on air."""

    scene: str
    source: str
    visible: bool


@dataclass(frozen=True, slots=True)
class InputWanted:
    """Mute or unmute an audio input."""

    name: str
    muted: bool
