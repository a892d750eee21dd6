"""What was held back in this session, as the chat lists it. Masked before it comes here."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from app.chat.values import Withheld
from models.commands import Withhold

_KEPT = 200


class HeldBack:
    """The newest two hundred, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[Withheld] = deque(maxlen=_KEPT)

    def note(self, command: Withhold) -> None:
        """Something was held back just now."""
        at = datetime.now().astimezone().strftime("%H:%M:%S")
        self._entries.append(
            Withheld(at, command.direction, command.category, command.rule, command.text, command.word)
        )

    @property
    def entries(self) -> tuple[Withheld, ...]:
        """All that is kept."""
        return tuple(self._entries)
