"""What an answer on the stream is about: one happening, or several of a kind answered at once."""

from __future__ import annotations

from dataclasses import dataclass

from models.stream.happening import StreamKind


@dataclass(frozen=True, slots=True)
class Reaction:
    """What she is to react to, fit to be said: `who` are names as she can call them ("Ann, Bob and 31 more").

    `many` is how many happenings it stands for, `viewers` and `amount` their sum; `amount` is ready to be said
    ("5 dollars"), empty for none. `text` is what a stranger wrote, passed by the gate, or empty. `wish` is the
    prompt of a rule of the user's, for minds that read one. `owner`: it is her own person who wrote in the chat.
    """

    kind: StreamKind
    who: str
    many: int = 1
    text: str = ""
    amount: str = ""
    viewers: int = 0
    tier: int = 1
    months: int = 0
    gifts: int = 0
    wish: str = ""
    owner: bool = False
