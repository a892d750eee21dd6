"""Lines of the guide that depend on her: how she greets at its end, and what her voices are called."""

from __future__ import annotations

from app.words import translate
from models.basic_lines import Occasion
from models.companion import Companion
from models.speech import Voice

_GREETINGS = 24
"""Of so many greetings one with the user's name in it is taken."""


def greeting(companion: Companion, seed: int) -> str:
    """A greeting of hers, with the user's name in it if they told one."""
    who = companion.character
    history, mood = companion.conversation.history, companion.mood
    lines = [
        who.lines.remark(Occasion.GREET, seed=seed + n, history=history, name=who.user, mood=mood).text
        for n in range(_GREETINGS)
    ]
    if not who.user:
        return lines[0]
    named = [line for line in lines if who.user in line]
    return named[0] if named else translate("guide", "Hello, {name}.").format(name=who.user) + f" {lines[0]}"


def voice_title(voice: Voice) -> str:
    """A voice as a person would choose it: "Heart · American, female"."""
    accents = {
        "en-us": translate("guide", "American"),
        "en-gb": translate("guide", "British"),
    }
    genders = {"female": translate("guide", "female"), "male": translate("guide", "male")}
    facts = (
        accents.get(voice.language.lower(), voice.language),
        genders.get(voice.gender.lower(), voice.gender),
    )
    name = voice.name.partition("_")[2].capitalize() or voice.name
    return f"{name} · {', '.join(fact for fact in facts if fact)}"
