"""Why a hotkey does not hold, in words."""

from __future__ import annotations

from app.words import translate


def no_key(sequence: str) -> str:
    """It cannot be understood."""
    return translate("hotkeys", "“{keys}” is no key. Write it such as Ctrl+Alt+P.").format(keys=sequence)


def too_plain(sequence: str) -> str:
    """It would be missed elsewhere."""
    said = translate("hotkeys", "{keys} alone would be taken from every program; add Ctrl, Alt or Meta.")
    return said.format(keys=sequence)


def nowhere() -> str:
    """The layout has no such key."""
    return translate("hotkeys", "There is no such key on this keyboard.")


def here() -> str:
    """Another hotkey of ours has it."""
    return translate("hotkeys", "These keys are used for something else here.")


def also_for(title: str) -> str:
    """Another hotkey of ours has it, and which."""
    return translate("hotkeys", "The same keys are chosen for “{title}”.").format(title=title)


def elsewhere() -> str:
    """Another program has it."""
    return translate("hotkeys", "These keys are taken by another program.")


def withheld() -> str:
    """The system says no, and not why."""
    return translate("hotkeys", "This desktop does not give these keys.")


def none_here() -> str:
    """The desktop gives no program any."""
    return translate(
        "hotkeys",
        "This desktop gives programs no global keys; press Panic in the menu, or let a Stream Deck do it.",
    )


def on_wayland() -> str:
    """XWayland gives keys only in front of X programs."""
    return translate(
        "hotkeys",
        "On Wayland these keys are heard only while a program that runs through XWayland has the keyboard. "
        "In your desktop's own keyboard settings you can bind a key to a request to her local API instead.",
    )
