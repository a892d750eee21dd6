"""Wayland: a program there may neither place its windows nor keep them on top, nor let clicks pass by a shape.

So she is shown through XWayland, the X server that nearly every Wayland desktop has beside it. Written by the book and
untested: there is no Wayland desktop here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

THROUGH_XWAYLAND = (
    "This desktop runs on Wayland; Vesper's windows are shown through XWayland. There she stands where you put her, "
    "stays on top, lets clicks pass beside her and takes global hotkeys only while an X11 program is in front. "
    "She cannot tell when a Wayland program fills the screen."
)
NATIVE = (
    "This desktop runs on Wayland without XWayland. The desktop decides where she stands; you can move her "
    "with its own keys (often Super and the mouse), and pin her on top from its window menu. She cannot remember "
    "her place, snap to edges, stay on every workspace, make way for full screen, or hear global hotkeys. Talking, "
    "the chat, the tray and the streaming parts work. Installing XWayland brings the rest back."
)


@dataclass(frozen=True, slots=True)
class Advice:
    """The Qt platform to ask for, empty to leave it to Qt, and what that means for the user, empty for nothing."""

    platform: str = ""
    words: str = ""


def platform_advice(environment: Mapping[str, str]) -> Advice:
    """What to set QT_QPA_PLATFORM to before the QApplication is made; a choice of the user's is left alone."""
    wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if not wayland:
        return Advice()
    if chosen:
        return Advice("", THROUGH_XWAYLAND if chosen.startswith("xcb") else NATIVE)
    if environment.get("DISPLAY"):
        return Advice("xcb", THROUGH_XWAYLAND)
    return Advice("", NATIVE)
