"""Short memory: when to sum up the older part of a conversation, and what is to be kept of it.

The conversation's history is the ring buffer: its newest messages stay as they were said, the oldest six at a time
become part of a running summary. Whatever changed is handed to the memory organ (`workers.memory`) as one snapshot,
which takes the place of the one before; so a corrected or a taken-back line needs no case of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.commands import Command, Remember, Summarise
from models.events import Event, HistoryCleared, Restored, Summarised
from models.speech import Message

SUMMARY_EVERY = 6
"""Messages a summary takes in at a time."""
VERBATIM = 14
"""Newest messages that are not summed up."""

History = tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """The running summary; `asked`: a new one is being made."""

    summary: str = ""
    asked: bool = False

    def after(
        self, event: Event, before: History, now: History, *, busy: bool
    ) -> tuple[Memory, tuple[Command, ...]]:
        """The memory after an event that turned the history `before` into `now`, and what is to be done.

        `busy`: she is answering; summing up can wait.
        """
        memory = self
        match event:
            case HistoryCleared():
                return Memory(), ()
            case Restored(summary=summary) if not self.summary:
                memory = replace(self, summary=summary)
            case Summarised(text=text) if self.asked:
                memory = Memory(text or self.summary)
        kept: tuple[Command, ...] = ()
        if now != before or memory.summary != self.summary:
            kept = (Remember(now, memory.summary),)
        if not busy and not memory.asked and len(now) >= VERBATIM + SUMMARY_EVERY:
            return replace(memory, asked=True), (*kept, Summarise(now[:SUMMARY_EVERY], memory.summary))
        return memory, kept
