"""Whether she gives away the text she was made from: any eight words of it in a row."""

from __future__ import annotations

from dataclasses import dataclass

from models.safety.folding import fold
from models.safety.reading import Text, read

WINDOW = 8


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that must not be told, as its windows of words."""

    windows: frozenset[tuple[str, ...]]

    def told(self, text: Text) -> str:
        """The first words in a row of it that end in new text; empty when there are none."""
        if not self.windows:
            return ""
        first = max(0, text.new - WINDOW + 1)
        for at in range(first, len(text.raw) - WINDOW + 1):
            window = text.raw[at : at + WINDOW]
            if window in self.windows:
                return " ".join(window)
        return ""


NOTHING = Secret(frozenset())


def secret(text: str) -> Secret:
    """What must not be told of a text."""
    words = read(fold(text)).texts[0].raw
    return Secret(frozenset(words[at : at + WINDOW] for at in range(len(words) - WINDOW + 1)))
