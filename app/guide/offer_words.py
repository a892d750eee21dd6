"""A better model in words: its facts, how far its download is, and what can be done with it."""

from __future__ import annotations

from app.amounts import size_words, time_words
from app.words import translate
from models.offered import OfferAct, Offered, OfferState

_MEGA = 1e6
_HEADROOM = 0.6


def facts_of(offer: Offered) -> str:
    """What a user should know before they want it."""
    facts = translate("guide", "{size} to download · {memory} of memory while she works · licence: {licence}")
    words = [
        facts.format(
            size=size_words(offer.total), memory=size_words(offer.memory_mb * _MEGA), licence=offer.licence
        ),
        translate("guide", "Wants: {wants}").format(wants=offer.wants),
    ]
    if offer.machine_mb and offer.memory_mb > offer.machine_mb * _HEADROOM:
        much = translate("guide", "This machine has {memory} in all: that is little for it.")
        words.append(much.format(memory=size_words(offer.machine_mb * _MEGA)))
    origin = translate("guide", "From: {origin}.").format(origin=offer.origin)
    untried = translate("guide", "Not tried with this version of Vesper; you can always go back.")
    words.append(origin if offer.tried else f"{origin} {untried}")
    return "\n".join(words)


def progress_of(offer: Offered) -> str:
    """How far it is, in words; empty where there is nothing to say."""
    done = translate("guide", "{done} of {total}").format(
        done=size_words(offer.done), total=size_words(offer.total)
    )
    if offer.state is OfferState.RUNNING:
        return offer.note or _running(offer, done)
    words = {
        OfferState.PAUSING: translate("guide", "{done} · pausing…"),
        OfferState.PAUSED: translate("guide", "{done} · paused; it goes on where it stopped, also tomorrow"),
        OfferState.FAILED: "{note}",
        OfferState.HERE: (
            translate("guide", "In use.")
            if offer.used
            else translate("guide", "It is here, and every byte was checked.")
        ),
    }.get(offer.state, "")
    return words.format(done=done, note=offer.note)


def _running(offer: Offered, done: str) -> str:
    if not offer.rate_bps or offer.left_s is None:
        return translate("guide", "{done} · connecting…").format(done=done)
    rate = translate("guide", "{size} a second").format(size=size_words(offer.rate_bps))
    return f"{done} · {rate} · {time_words(offer.left_s)}"


def acts_of(offer: Offered) -> dict[OfferAct, str]:
    """What the user can do with it now, with the words for it."""
    match offer.state:
        case OfferState.OFFERED:
            return {OfferAct.START: translate("guide", "Download")}
        case OfferState.RUNNING | OfferState.PAUSING:
            return {OfferAct.PAUSE: translate("guide", "Pause")}
        case OfferState.PAUSED:
            return {
                OfferAct.START: translate("guide", "Go on"),
                OfferAct.DISCARD: translate("guide", "Throw away"),
            }
        case OfferState.FAILED:
            return {OfferAct.START: translate("guide", "Try again")}
    if offer.used:
        return {OfferAct.RETURN: translate("guide", "Back to the one she came with")}
    return {OfferAct.USE: translate("guide", "Use it")}
