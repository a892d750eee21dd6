"""The conversation as a picture: every way from one phase to another, found by trying (`python -m tests.diagram`)."""

from __future__ import annotations

from models.conversation import Conversation
from models.errors import Blame
from models.events import (
    Event,
    Failed,
    Heard,
    Hushed,
    ReplyDelta,
    ReplyDone,
    Speaking,
    SpeechStarted,
    Spoken,
    Typed,
)
from tests.models.tongues import TONGUE

DEPTH = 6
_SENTENCE = "This is a whole sentence. "


def _events(state: Conversation) -> dict[str, Event]:
    turn, last = state.turn, max((clause.n for clause in state.answer.clauses), default=0)
    utterance = state.listening or 1
    return {
        "SpeechStarted": SpeechStarted(turn + 10),
        "Heard": Heard(utterance, "Hello"),
        "Heard (noise)": Heard(utterance, ""),
        "Typed": Typed("Hello"),
        "ReplyDelta": ReplyDelta(turn, _SENTENCE),
        "ReplyDone": ReplyDone(turn),
        "Speaking": Speaking(turn, last),
        "Spoken (last)": Spoken(turn, last),
        "Hushed": Hushed(),
        "Failed": Failed("mind", Blame.NETWORK, "gone", turn),
    }


def edges() -> dict[tuple[str, str], set[str]]:
    """(from, to) to the names of the events that lead there; events that change no phase are left out."""
    found: dict[tuple[str, str], set[str]] = {}
    front = {Conversation(TONGUE)}
    for _ in range(DEPTH):
        beyond = set()
        for state in front:
            for name, event in _events(state).items():
                after, _ = state.step(event)
                if after.phase != state.phase:
                    found.setdefault((state.phase.value, after.phase.value), set()).add(name)
                beyond.add(after)
        front = beyond
    return found


def mermaid() -> str:
    """The diagram in Mermaid's words."""
    lines = ["stateDiagram-v2", "    [*] --> idle"]
    for (start, end), names in sorted(edges().items()):
        lines.append(f"    {start} --> {end}: {', '.join(sorted(names))}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(mermaid())
