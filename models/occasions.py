"""What hands and the stream do to her, in the words of her face (`models.face.Moment`) and her lines (`Occasion`)."""

from __future__ import annotations

from models.basic_lines import Occasion
from models.events import Dropped, Event, Grabbed, Touched
from models.stream.happening import Happening, StreamKind


def occasion_of(event: Event) -> Occasion | None:
    """What a hand on her gives occasion to say."""
    match event:
        case Touched(area="Head"):
            return Occasion.TOUCHED_HEAD
        case Touched(area="Body" | "Tail"):
            return Occasion.TOUCHED_BODY
        case Dropped():
            return Occasion.DROPPED
    return None


def felt_as(event: Touched | Grabbed | Dropped) -> str:
    """A hand, for her face."""
    if isinstance(event, Touched):
        return f"touched:{event.area}" if event.area else ""
    return "grabbed" if isinstance(event, Grabbed) else "dropped"


def seen_as(happening: Happening) -> str:
    """Something on the stream, for her face."""
    kind = happening.kind
    return f"{kind.value}:{happening.id}" if kind is StreamKind.CHAT else kind.value


def asked_as(expression: str, hold_s: float) -> str:
    """A face that was asked for, for so many seconds."""
    return f"asked:{expression}:{hold_s}"
