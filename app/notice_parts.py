"""Her parts in the words of notices."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from app.words import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of a part: its name, that it is lost, that it is coming back, what works meanwhile."""

    noun: str
    lost: str
    coming: str
    meanwhile: str


_PARTS = {
    "sound": Part(
        QT_TRANSLATE_NOOP("notices", "sound"),
        QT_TRANSLATE_NOOP("notices", "The sound is gone"),
        QT_TRANSLATE_NOOP("notices", "The sound is coming back"),
        QT_TRANSLATE_NOOP("notices", "You can still write to her."),
    ),
    "ears": Part(
        QT_TRANSLATE_NOOP("notices", "hearing"),
        QT_TRANSLATE_NOOP("notices", "She cannot hear you"),
        QT_TRANSLATE_NOOP("notices", "Her hearing is coming back"),
        QT_TRANSLATE_NOOP("notices", "You can still write to her."),
    ),
    "mind": Part(
        QT_TRANSLATE_NOOP("notices", "mind"),
        QT_TRANSLATE_NOOP("notices", "She cannot think"),
        QT_TRANSLATE_NOOP("notices", "Her mind is coming back"),
        QT_TRANSLATE_NOOP("notices", "What you said is kept."),
    ),
    "voice": Part(
        QT_TRANSLATE_NOOP("notices", "voice"),
        QT_TRANSLATE_NOOP("notices", "She has lost her voice"),
        QT_TRANSLATE_NOOP("notices", "Her voice is coming back"),
        QT_TRANSLATE_NOOP("notices", "She answers in text."),
    ),
    "microphone": Part(
        QT_TRANSLATE_NOOP("notices", "microphone"),
        QT_TRANSLATE_NOOP("notices", "She cannot hear you"),
        QT_TRANSLATE_NOOP("notices", "The microphone is coming back"),
        QT_TRANSLATE_NOOP("notices", "You can still write to her."),
    ),
    "loudspeaker": Part(
        QT_TRANSLATE_NOOP("notices", "loudspeaker"),
        QT_TRANSLATE_NOOP("notices", "Her loudspeaker is gone"),
        QT_TRANSLATE_NOOP("notices", "The loudspeaker is coming back"),
        QT_TRANSLATE_NOOP("notices", "She answers in text."),
    ),
    "avatar": Part(
        QT_TRANSLATE_NOOP("notices", "picture"),
        QT_TRANSLATE_NOOP("notices", "She cannot be drawn"),
        QT_TRANSLATE_NOOP("notices", "Her picture is coming back"),
        QT_TRANSLATE_NOOP("notices", "Voice and chat go on."),
    ),
    "memory": Part(
        QT_TRANSLATE_NOOP("notices", "memory"),
        QT_TRANSLATE_NOOP("notices", "She cannot keep what is said"),
        QT_TRANSLATE_NOOP("notices", "Her memory is coming back"),
        QT_TRANSLATE_NOOP("notices", "You can go on talking."),
    ),
    "settings": Part(
        QT_TRANSLATE_NOOP("notices", "settings"),
        QT_TRANSLATE_NOOP("notices", "Your settings need a look"),
        QT_TRANSLATE_NOOP("notices", "Reading your settings"),
        QT_TRANSLATE_NOOP("notices", "The rest works."),
    ),
    "credentials": Part(
        QT_TRANSLATE_NOOP("notices", "passwords"),
        QT_TRANSLATE_NOOP("notices", "Passwords are not saved"),
        QT_TRANSLATE_NOOP("notices", "Reading your passwords"),
        QT_TRANSLATE_NOOP("notices", "The rest works."),
    ),
    "stream": Part(
        QT_TRANSLATE_NOOP("notices", "stream"),
        QT_TRANSLATE_NOOP("notices", "The stream is out of reach"),
        QT_TRANSLATE_NOOP("notices", "Reconnecting to the stream"),
        QT_TRANSLATE_NOOP("notices", "The rest works."),
    ),
    "obs": Part(
        QT_TRANSLATE_NOOP("notices", "OBS"),
        QT_TRANSLATE_NOOP("notices", "OBS is out of reach"),
        QT_TRANSLATE_NOOP("notices", "Reconnecting to OBS"),
        QT_TRANSLATE_NOOP("notices", "The rest works."),
    ),
    "api": Part(
        QT_TRANSLATE_NOOP("notices", "local API"),
        QT_TRANSLATE_NOOP("notices", "The local API is closed"),
        QT_TRANSLATE_NOOP("notices", "Opening the local API"),
        QT_TRANSLATE_NOOP("notices", "The rest works."),
    ),
}


def part_named(worker: str) -> Part:
    """What is said of a part, in the language of the windows."""
    known = _PARTS.get(worker)
    if known is not None:
        return Part(*(translate("notices", words) for words in astuple(known)))
    noun = worker or translate("notices", "program")
    lost = translate("notices", "{part} is gone").format(part=noun.capitalize())
    return Part(noun, lost, translate("notices", "{part} is coming back").format(part=noun.capitalize()), "")
