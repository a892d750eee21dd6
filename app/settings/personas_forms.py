"""Which fields the files of a kind have, in the words of the editor."""

from __future__ import annotations

from app.settings.personas_examples import ExamplesEntry
from app.settings.personas_fields import (
    Entry,
    LineEntry,
    NumberEntry,
    PickEntry,
    TextEntry,
)
from app.words import translate
from models.expression import Expression
from models.persona_parts import Kind

AnyEntry = Entry | ExamplesEntry

_LINES = ("chill", "hype", "snarky", "inappropriate", "sensual")
"""Whose authored lines a personality can borrow: our presets."""
_SIDE_BY_SIDE = (
    {"companion", "streamer"},
    {"tone", "voice.speed"},
    {"voice.share", "voice.speed"},
)


def hint() -> str:
    """What is to be known before writing."""
    return translate(
        "settings", "Write in plain words. {companion} stands for her name, {streamer} for yours."
    )


def entries(kind: Kind) -> tuple[AnyEntry, ...]:
    """The fields of a kind, top to bottom."""
    named = (
        LineEntry("title", translate("settings", "Title"), "", 40),
        LineEntry(
            "description",
            translate("settings", "In one line"),
            translate("settings", "For menus and lists."),
            120,
        ),
        TextEntry(
            "system",
            translate("settings", "What she is like"),
            translate("settings", "Two or three sentences do more than ten."),
            6,
        ),
    )
    family = TextEntry(
        "family.system",
        translate("settings", "In family mode instead"),
        translate("settings", "May stay empty: then the text above is used."),
        3,
        optional=True,
    )
    return (*named, *_OWN[kind](), ExamplesEntry(), family)


def rows(made: tuple[AnyEntry, ...]) -> list[tuple[AnyEntry, ...]]:
    """The fields, those that belong together side by side."""
    laid: list[tuple[AnyEntry, ...]] = []
    for entry in made:
        together = laid and any({laid[-1][0].path, entry.path} == both for both in _SIDE_BY_SIDE)
        if together and len(laid[-1]) == 1:
            laid[-1] = (*laid[-1], entry)
        else:
            laid.append((entry,))
    return laid


def _preset() -> tuple[AnyEntry, ...]:
    return (
        LineEntry(
            "companion",
            translate("settings", "Her name"),
            translate("settings", "Unless you gave her another."),
            60,
            optional=True,
        ),
        LineEntry(
            "streamer",
            translate("settings", "What she calls you"),
            translate("settings", "While she does not know your name."),
            60,
        ),
        LineEntry(
            "voice.blend",
            translate("settings", "Voice"),
            translate("settings", "A name, or shares: 70% af_heart + 30% af_sky"),
            120,
        ),
        PickEntry("tone", translate("settings", "Resting face"), "", _faces()),
        NumberEntry(
            "voice.speed",
            translate("settings", "Pace"),
            translate("settings", "1.00 is natural."),
            0.5,
            2.0,
            usual=1.0,
        ),
        PickEntry(
            "lines",
            translate("settings", "Lines in basic mode"),
            translate("settings", "Whose written lines fit her."),
            tuple((name, name.capitalize()) for name in _LINES),
        ),
        TextEntry(
            "refusals",
            translate("settings", "When she will not answer"),
            translate("settings", "One a line. The more, the less she repeats herself."),
            4,
            listed=True,
        ),
        TextEntry(
            "swallowed",
            translate("settings", "When she bites back her own words"),
            translate("settings", "One a line."),
            4,
            listed=True,
        ),
    )


def _style() -> tuple[AnyEntry, ...]:
    return (
        PickEntry(
            "tone",
            translate("settings", "Resting face"),
            "",
            (("", translate("settings", "That of the personality")), *_faces()),
        ),
        LineEntry(
            "voice.voice",
            translate("settings", "Voice mixed in"),
            translate("settings", "One name, such as af_sky; may stay empty."),
            40,
            optional=True,
        ),
        NumberEntry(
            "voice.share",
            translate("settings", "Share of it"),
            translate("settings", "In percent, up to 60."),
            0,
            60,
            usual=0,
            whole=True,
        ),
        NumberEntry(
            "voice.speed",
            translate("settings", "Pace"),
            translate("settings", "1.00 is unchanged."),
            0.7,
            1.4,
            usual=1.0,
        ),
    )


_OWN = {Kind.PRESET: _preset, Kind.DYNAMIC: tuple, Kind.STYLE: _style}


def _faces() -> tuple[tuple[str, str], ...]:
    names = {
        Expression.IDLE: translate("settings", "Calm"),
        Expression.HAPPY: translate("settings", "Happy"),
        Expression.EXCITED: translate("settings", "Excited"),
        Expression.SNARKY: translate("settings", "Snarky"),
        Expression.THINKING: translate("settings", "Thinking"),
        Expression.SURPRISED: translate("settings", "Surprised"),
        Expression.SAD: translate("settings", "Sad"),
        Expression.ANGRY: translate("settings", "Angry"),
        Expression.SLEEPY: translate("settings", "Sleepy"),
        Expression.LOVE: translate("settings", "In love"),
        Expression.LAUGHING: translate("settings", "Laughing"),
        Expression.CAT_FACE: translate("settings", "Cat face"),
    }
    return tuple((face.value, words) for face, words in names.items())
