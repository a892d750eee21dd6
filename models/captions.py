"""What is to be read of her while she speaks."""

from __future__ import annotations

from models.commands import Caption
from models.conversation import Conversation
from models.events import Event, Speaking


def captions(event: Event, before: Conversation, now: Conversation) -> tuple[Caption, ...]:
    """The clause that begins to be heard, or the end of them, when an event turned the conversation into `now`."""
    if isinstance(event, Speaking) and event.turn == now.turn == before.turn:
        return tuple(Caption(now.turn, c.n, c.text) for c in now.answer.clauses if c.n == event.n)
    if before.busy and (now.turn != before.turn or not now.busy):
        return (Caption(before.turn, -1, ""),)
    return ()
