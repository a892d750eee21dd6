"""The models she lacks, as a notice: what would be fetched and from where, how far it is, and why it stopped."""

from __future__ import annotations

from app.amounts import size_words, time_words
from app.notice import Act, Action, Notice, Tone
from app.words import translate
from models.needed import Needed
from models.offered import OfferAct, OfferState

MODELS = "models/missing"
"""The key of the notice."""


def models_notice(needed: Needed) -> Notice | None:
    """What to say; None once they are here. Percent, not bytes, so that it changes a hundred times at most."""
    match needed.state:
        case OfferState.HERE:
            return None
        case OfferState.RUNNING | OfferState.PAUSING:
            title = translate("notices", "Her models are on their way")
            action = Action(Act.FETCH, translate("notices", "Pause"), OfferAct.PAUSE)
            return Notice(MODELS, title, _running(needed), action, Tone.INFO)
        case OfferState.PAUSED:
            text = translate("notices", "{done} of {total} are here; it goes on where it stopped.")
            label = translate("notices", "Go on")
        case OfferState.FAILED:
            text = translate(
                "notices",
                "Not everything could be fetched. Is there a network? What has arrived is kept: {done} of {total}.",
            )
            label = translate("notices", "Try again")
        case _:
            text = translate(
                "notices",
                "She hears, thinks and speaks with models on this machine. They are fetched once, from {places}: "
                "{total}. What waits for them sleeps until then.",
            )
            label = translate("notices", "Fetch them")
    words = text.format(
        done=size_words(needed.done),
        total=size_words(needed.total),
        places=", ".join(needed.places) or translate("notices", "their sources"),
    )
    if needed.state is OfferState.FAILED and needed.note:
        words = f"{words}\n{_reason(needed.note)}"
    title = translate("notices", "Her models are not here yet")
    return Notice(MODELS, title, words, Action(Act.FETCH, label, OfferAct.START))


def _running(needed: Needed) -> str:
    if needed.note:
        return needed.note.splitlines()[0]
    words = translate("notices", "{percent} % of {total}").format(
        percent=100 * needed.done // max(1, needed.total), total=size_words(needed.total)
    )
    if needed.left_s is None:
        return words
    return f"{words} · {time_words(needed.left_s)}"


def _reason(note: str) -> str:
    """The heart of a failure: what went wrong first, without the advice around it."""
    reasons = [line.strip(" -") for line in note.splitlines() if line.startswith("  - ")]
    return reasons[0] if reasons else note.splitlines()[0]
