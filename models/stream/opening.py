"""How she begins to answer a choice: with a line of the user's, a line asked of her mind, or an authored one."""

from __future__ import annotations

from dataclasses import dataclass

from models.acts import withheld
from models.character import Character
from models.commands import Command, PlaySound, Show
from models.conversation import Conversation
from models.mood import Mood
from models.speech import STREAM_TAG
from models.stream.agenda import Choice
from models.stream.floor import Answering
from models.stream.happening import Happening, Origin, StreamKind
from models.stream.rules import Rule
from models.stream.telling import filled, reaction, stream_line

_VIEWER = "Pia"


@dataclass(frozen=True, slots=True)
class Opening:
    """The conversation with the answer begun, and what to do; `answering` None: there was nothing to say.

    `refused`: what strangers wrote forbids an answer.
    """

    talk: Conversation
    orders: tuple[Command, ...]
    answering: Answering | None = None
    refused: bool = False


def opened(
    choice: Choice, talk: Conversation, character: Character, mood: Mood, at_s: float, *, plain: bool
) -> Opening:
    """The answer begun; she must be at rest. `plain`: her mind had no words, so it is one of her own lines."""
    rule = choice.rule
    about, stopped = reaction(choice.happenings, character.tongue, rule)
    held: tuple[Command, ...] = tuple(withheld("to her", verdict) for verdict in stopped)
    if about.kind is StreamKind.CHAT and not about.text:
        return Opening(talk, held, refused=True)
    sounds = (PlaySound(talk.turn + 1, rule.sound),) if rule and rule.sound else ()
    if rule and not rule.prompt:
        line = filled(rule.line, choice.happenings[0], character.tongue) if rule.line else None
        if line is None:
            return Opening(talk, (*held, *sounds))
        taken = character.tongue.says(line, "", talk.turn)
        if taken.stopped:
            held = (*held, withheld("by her", taken.stopped))
        talk, orders = talk.unasked(taken.text, rule.expression.value if rule.expression else "")
        return Opening(talk, (*held, *sounds, *orders), Answering(choice, talk.turn))
    if plain:
        answer = character.lines.react(about, seed=int(at_s * 1000), history=talk.history, mood=mood)
        talk, orders = talk.unasked(answer.text, answer.expression)
        return Opening(talk, (*held, *orders), Answering(choice, talk.turn, about))
    line = stream_line(about)
    talk, orders = talk.told(line)
    shown = Show(f"stream-{talk.turn}", "stream", line.removeprefix(STREAM_TAG), final=True)
    return Opening(talk, (*held, *sounds, shown, *orders), Answering(choice, talk.turn, about))


def tried(rule: Rule) -> Choice:
    """A reaction of the user's as if its event had come, from a viewer of our own making."""
    made_up = Happening("", StreamKind.CUSTOM, _VIEWER, name=rule.event, origin=Origin.INJECTED)
    return Choice((made_up,), rule.rank, rule, "tried by you")
