"""The models she lacks in words: what they are, where they come from, how far they are, and what can be done."""

from __future__ import annotations

from app.amounts import size_words, time_words
from app.words import translate
from models.needed import Needed, NeededModel
from models.offered import OfferAct, OfferState


def title_of(needed: Needed) -> str:
    """What it is about, in short."""
    if needed.state is OfferState.HERE:
        return translate("guide", "Everything she needs is here")
    return translate("guide", "First of all: her models")


def about(needed: Needed) -> str:
    """What a user should know before they agree."""
    if needed.state is OfferState.HERE:
        return translate("guide", "Every byte was checked. She hears, thinks and speaks on this machine now.")
    words = translate(
        "guide",
        "She hears, thinks and speaks with models that run on this machine. They are fetched once, from {places}, "
        "{size} in all, and every byte is checked. Nothing of yours is sent. You can go on with the guide meanwhile.",
    )
    places = ", ".join(needed.places) or translate("guide", "their sources")
    return words.format(places=places, size=size_words(needed.total))


def line_of(model: NeededModel) -> str:
    """One of them."""
    if model.state is OfferState.HERE:
        return translate("guide", "{title} · {size} · here").format(
            title=model.title, size=size_words(model.size)
        )
    how = {
        OfferState.RUNNING: translate("guide", "{model} · on its way"),
        OfferState.FAILED: translate("guide", "{model} · could not be fetched"),
    }.get(model.state, "{model}")
    facts = translate("guide", "{title} · {size} · licence: {licence} · from {place}").format(
        title=model.title,
        size=size_words(model.size),
        licence=model.licence,
        place=model.places[0] if model.places else model.origin,
    )
    return how.format(model=facts)


def progress_of(needed: Needed) -> str:
    """How far it is, in words; empty where there is nothing to say."""
    done = translate("guide", "{done} of {total}").format(
        done=size_words(needed.done), total=size_words(needed.total)
    )
    match needed.state:
        case OfferState.RUNNING:
            return _running(needed, done)
        case OfferState.PAUSING:
            return translate("guide", "{done} · pausing…").format(done=done)
        case OfferState.PAUSED:
            return translate("guide", "{done} · paused; it goes on where it stopped, also tomorrow").format(
                done=done
            )
        case OfferState.FAILED:
            words = translate(
                "guide", "Not everything came. Is there a network? What has arrived is kept: {done}."
            )
            return words.format(done=done)
    return ""


def _running(needed: Needed, done: str) -> str:
    if needed.note:
        return f"{done} · {needed.note.splitlines()[0]}"
    if not needed.rate_bps or needed.left_s is None:
        return translate("guide", "{done} · connecting…").format(done=done)
    rate = translate("guide", "{size} a second").format(size=size_words(needed.rate_bps))
    return f"{done} · {rate} · {time_words(needed.left_s)}"


def brief(needed: Needed) -> str:
    """The same for the other steps, in a line; empty once they are here."""
    match needed.state:
        case OfferState.HERE:
            return ""
        case OfferState.RUNNING | OfferState.PAUSING:
            return translate("guide", "Her models are on their way: {progress}").format(
                progress=progress_of(needed)
            )
    return translate("guide", "Her models are not here yet: the first step fetches them.")


def acts_of(needed: Needed) -> dict[OfferAct, str]:
    """What the user can do now, with the words for it."""
    match needed.state:
        case OfferState.OFFERED:
            return {OfferAct.START: translate("guide", "&Fetch {size}").format(size=size_words(needed.total))}
        case OfferState.RUNNING | OfferState.PAUSING:
            return {OfferAct.PAUSE: translate("guide", "&Pause")}
        case OfferState.PAUSED:
            return {OfferAct.START: translate("guide", "&Go on")}
        case OfferState.FAILED:
            return {OfferAct.START: translate("guide", "&Try again")}
    return {}
