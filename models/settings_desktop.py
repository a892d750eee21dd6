"""How she behaves on the desktop: her window, quiet, keys, capture, rest, and what is the same everywhere.

Part of `models.settings`, where they are put together. Key sequences are written as in "Ctrl+Alt+T"; empty: none.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from models.settings_section import Section

Coordinate = Annotated[int, Field(ge=-32768, le=32767)]
Keys = Annotated[str, Field(max_length=60)]
Hour = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Colour = Annotated[str, Field(pattern=r"^(#[0-9a-f]{6})?$")]

MOST_PLACES = 32
"""Monitors whose place is remembered."""


class Place(Section):
    """Where she stood on one monitor, in logical pixels from its top left corner."""

    x: Coordinate
    y: Coordinate
    scale: float = Field(default=1.0, ge=0.25, le=4.0)


class Window(Section):
    """Her on the desktop."""

    x: Coordinate | None = Field(
        default=None, title="Left edge", description="Empty: the bottom right corner."
    )
    y: Coordinate | None = Field(
        default=None, title="Top edge", description="Empty: the bottom right corner."
    )
    screen: str = Field(default="", title="Monitor", description="The monitor she was last on.")
    places: dict[str, Place] = Field(
        default_factory=dict,
        max_length=MOST_PLACES,
        title="Places",
        description="Where she stood on each monitor, by its name.",
    )
    scale: float = Field(default=1.0, ge=0.25, le=4.0, title="Size", description="1.0 is her natural size.")
    visible: bool = Field(default=True, title="Shown", description="Whether she is on the desktop at start.")
    always_on_top: bool = Field(
        default=True, title="Always on top", description="Keep her above other windows."
    )
    opacity: float = Field(
        default=1.0, ge=0.2, le=1.0, title="Opacity", description="1.0 is solid, 0.2 nearly gone."
    )
    flipped: bool = Field(default=False, title="Mirror her", description="Left and right exchanged.")
    locked: bool = Field(
        default=False, title="Lock her place", description="She can't be dragged or resized by mistake."
    )
    snap: bool = Field(
        default=True, title="Snap to edges", description="Set down near a screen's edge, she goes to it."
    )
    click_through: bool = Field(
        default=False,
        title="Let all clicks through",
        description="Clicks go to what is below her, even on her; the tray icon and a hotkey take it back.",
    )
    every_workspace: bool = Field(
        default=True, title="On every workspace", description="She stays when you switch workspaces."
    )
    stand_down: bool = Field(
        default=True,
        title="Make way for full screen",
        description="She leaves while a program fills the screen she is on, and comes back after it.",
    )
    bubble: bool = Field(
        default=False, title="Speech bubble", description="Shows beside her what she says, as she says it."
    )


class Capture(Section):
    """How she looks to recording programs."""

    streaming_look: bool = Field(
        default=False,
        title="Streaming look",
        description="A fixed size, no speech bubble, no mirror, full opacity: what a scene is set up for stays so.",
    )
    scale: float = Field(
        default=1.0, ge=0.25, le=4.0, title="Size in the streaming look", description="1.0 is 400 × 500."
    )
    key_colour: Colour = Field(
        default="",
        title="Key colour",
        description="Fills what is empty around her, such as #00ff00, for programs that capture no transparency.",
    )


class Quiet(Section):
    """When she is not to be a bother: she says nothing unasked, and answers when she is spoken to."""

    do_not_disturb: bool = Field(
        default=False, title="Do not disturb", description="She says nothing unasked until you take it back."
    )
    hours: bool = Field(
        default=False, title="Quiet hours", description="Do not disturb, every day at the same hours."
    )
    begin: Hour = Field(default="22:00", title="From", description="Hours and minutes, such as 22:00.")
    end: Hour = Field(default="08:00", title="Until", description="Earlier than the beginning: the next day.")


class Hotkeys(Section):
    """Keys that are heard whatever program has the keyboard."""

    talk: Keys = Field(
        default="",
        title="Push to talk",
        description="Hold it while you speak, with the microphone on push-to-talk.",
    )
    mute: Keys = Field(default="", title="Microphone off and on", description="The hard mute.")
    hush: Keys = Field(default="", title="Stop talking", description="She falls silent at once.")
    chat: Keys = Field(default="", title="Open the chat", description="And put the cursor into it.")
    show: Keys = Field(
        default="", title="Show or hide her", description="Takes her off the desktop, and back."
    )
    click_through: Keys = Field(
        default="Ctrl+Alt+V",
        title="Clicks through her",
        description="The way back when all clicks go through her; held only while they do.",
    )
    quiet: Keys = Field(default="", title="Do not disturb", description="On and off.")


class Rest(Section):
    """What she gives back when nobody needs her."""

    after_min: int = Field(
        default=10,
        ge=0,
        le=1440,
        title="Let engines sleep",
        description="Minutes without a word until hearing, mind and voice give their memory back; 0: never.",
    )


class Desktop(Section):
    """What is the same for all of her windows."""

    language: Literal["system", "en", "de"] = Field(
        default="system", title="Language of the windows", description="She herself speaks English."
    )
    theme: Literal["system", "dark", "light"] = Field(
        default="system", title="Colours", description="Dark, light, or as the system has it."
    )
    reduced_motion: Literal["system", "on", "off"] = Field(
        default="system", title="Less motion", description="No idle motions, no moving stars, no sliding."
    )
    start_at_login: bool = Field(
        default=False, title="Start with the computer", description="She is there when you log in."
    )
    guided: bool = Field(
        default=False,
        title="Guide was shown",
        description="The first-run guide does not open by itself again.",
    )
