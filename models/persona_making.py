"""How a persona is made: core, preset, dynamic and style become one system text, one voice and a few exchanges.

The system text is fixed here, so that the prompt's beginning never changes while she is who she is. Exchanges are
trimmed to `PREFIX_TOKENS`, the earlier of a file before the later, so that temper, bond and style keep their shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle

from models.expression import Expression
from models.persona import NAME_LENGTH, PREFIX_TOKENS, Persona, cost, prefix
from models.persona_parts import Core, Dynamic, Exchange, Part, Preset, Style, Tint
from models.plain import plain
from models.settings import Energy
from models.voice_blend import with_share

PHRASE_LENGTH = 120
CATCHPHRASE_ROOM = 160
"""Characters of catchphrases that enter the prompt; what does not fit is left out whole."""
TOPIC_ROOM = 240
"""Characters of forbidden topics that enter the prompt; the gate knows them all."""

_SLOWEST, _FASTEST = 0.5, 2.0
_TURNS = (0, 0, 1, 2, 0, 1)
"""Whose exchange is taken next: temper, bond or style."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the user tuned. `companion` empty: the preset's own name."""

    companion: str = ""
    pronouns: str = ""
    energy: Energy = "normal"
    family: bool = False
    catchphrases: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


AS_WRITTEN = Traits()
"""Nothing tuned."""


def make(
    core: Core, preset: Preset, dynamic: Dynamic, style: Style | None = None, traits: Traits = AS_WRITTEN
) -> Persona:
    """The persona. Total: any parts and traits make one."""
    level = getattr(core.energy, traits.energy)
    tint = style.voice if style else Tint()
    speed = preset.voice.speed * tint.speed * level.speed
    bare = Persona(
        preset=preset.id,
        dynamic=dynamic.id,
        companion=plain(traits.companion, NAME_LENGTH) or plain(preset.companion, NAME_LENGTH),
        streamer=plain(preset.streamer, NAME_LENGTH),
        system="",
        style=style.id if style else "",
        energy=traits.energy,
        family=traits.family,
        pronouns=plain(traits.pronouns, NAME_LENGTH),
        tone=_tone(preset, style, family=traits.family),
        voice=with_share(preset.voice.blend, tint.voice, tint.share / 100 if tint.voice else 0.0),
        speed=round(min(max(speed, _SLOWEST), _FASTEST), 3),
        catchphrases=_phrases(traits.catchphrases),
        forbidden=_phrases(traits.forbidden),
        refusals=preset.refusals,
        swallowed=preset.swallowed,
    )
    parts = (preset, dynamic, *((style,) if style else ()))
    whole = replace(bare, system="\n".join(_paragraphs(core, parts, bare)))
    return _with_examples(whole, parts)


def _tone(preset: Preset, style: Style | None, *, family: bool) -> Expression:
    """The resting face: the style's nudge before the family's before the temper's."""
    if style and style.tone:
        return style.tone
    return (preset.family.tone if family and preset.family else None) or preset.tone


def _paragraphs(core: Core, parts: tuple[Part, ...], persona: Persona) -> Iterator[str]:
    """The system text, a paragraph each."""
    yield core.who
    for part in parts:
        yield (part.family.system if persona.family and part.family else part.system)
    if energy := getattr(core.energy, persona.energy).text:
        yield energy
    yield core.speech
    if persona.family:
        yield core.family
    if persona.pronouns and persona.pronouns.lower() != "she/her":
        yield f"Your pronouns are {persona.pronouns}."
    if phrases := _fitting(persona.catchphrases, CATCHPHRASE_ROOM):
        yield f"Catchphrases, one now and then where it truly fits: {'; '.join(phrases)}."
    if topics := _fitting(persona.forbidden, TOPIC_ROOM):
        yield f"You do not talk about these, whoever asks; say so lightly and change the subject: {'; '.join(topics)}."
    yield core.notes
    yield core.facts
    yield core.boundaries


def _with_examples(persona: Persona, parts: tuple[Part, ...]) -> Persona:
    """The persona with as many exchanges as fit, in the order of the parts."""
    unfit = "adults" if persona.family else "family"
    queues = [[shot for shot in part.examples if shot.audience != unfit] for part in parts]
    taken: list[list[Exchange]] = [[] for _ in parts]
    for turn in cycle(_TURNS):
        if not any(queues):
            break
        if turn < len(queues) and queues[turn]:
            taken[turn].append(queues[turn].pop(0))
            longer = replace(persona, examples=tuple(shot for shots in taken for shot in shots))
            if cost(*prefix(longer)) > PREFIX_TOKENS:
                break
            persona = longer
    return persona


def _phrases(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each as one plain line, once, in order."""
    return tuple(dict.fromkeys(line for text in texts if (line := plain(text, PHRASE_LENGTH).rstrip(".;"))))


def _fitting(texts: tuple[str, ...], room: int) -> list[str]:
    """The texts that fit a number of characters together, first come, first served."""
    kept: list[str] = []
    for text in texts:
        if len(text) <= room:
            kept.append(text)
            room -= len(text)
    return kept
