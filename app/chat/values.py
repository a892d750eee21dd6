"""Values the chat window draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.words import translate
from models.expression import Phase

USER = "user"
HERS = "her"
"""The `who` of `models.commands.Show`; any other is a remark without a bubble."""


@dataclass(frozen=True, slots=True)
class ChatState:
    """How things stand. `engine` is the language model's label, `basic`: its basic mode, `voice`: she speaks.

    `offline` names what is not there, in words ("she cannot think"); empty when all is well.
    """

    name: str = "Vesper Astra"
    phase: Phase = Phase.IDLE
    muted: bool = False
    engine: str = ""
    basic: bool = False
    voice: bool = True
    ready: bool = True
    offline: str = ""

    @property
    def words(self) -> str:
        """The state line."""
        if self.offline:
            return self.offline
        if not self.ready:
            return translate("chat", "Waking up…")
        match self.phase:
            case Phase.LISTENING:
                return translate("chat", "Hearing you…")
            case Phase.THINKING:
                return translate("chat", "Thinking…")
            case Phase.SPEAKING:
                return translate("chat", "Speaking") if self.voice else translate("chat", "Writing")
        return (
            translate("chat", "Microphone off · write to her")
            if self.muted
            else translate("chat", "Listening")
        )


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that was kept from her or from the world.

    `at`: the time in words; `category`: a `models.safety.Category` value; `rule`: why, in words; `excerpt`: masked.
    `word`: the listed word the user may allow, empty when there is none.
    """

    at: str
    direction: Literal["to her", "by her"]
    category: str
    rule: str
    excerpt: str
    word: str = ""
