"""From what is answered to what can be said of it: a `Reaction`, and the line that tells a language model.

Everything here that comes from a stranger passes the gate first; a name that does not is "someone", a text that does
not is empty. What was stopped is handed back as verdicts, for the list of what was withheld.
"""

from __future__ import annotations

from models.safety import Verdict
from models.stream.amounts import amount_words, sum_words
from models.stream.filling import filled
from models.stream.happening import Happening, Standing, StreamKind
from models.stream.merging import worth
from models.stream.naming import SOMEONE, caged, called, together
from models.stream.reaction import Reaction
from models.stream.rules import Rule
from models.tongue import Tongue

__all__ = ["filled", "reaction", "stream_line"]

_K = StreamKind
_SAYS = {_K.CHAT: " says", _K.ALERT: "", _K.CUSTOM: ""}
_CAME = {_K.ALERT: "A test alert came", _K.CUSTOM: "An event of the streamer's own came"}


def reaction(
    happenings: tuple[Happening, ...], tongue: Tongue, rule: Rule | None = None
) -> tuple[Reaction, tuple[Verdict, ...]]:
    """What she is to react to, and what of it was stopped; `happenings` holds one or several of a kind.

    A line of chat whose text is empty then is not fit to be answered. The texts of several are not told.
    """
    first = happenings[0]
    if len(happenings) > 1:
        return _many(happenings, tongue)
    heard = tongue.gate.hear_stranger(first.who, first.text)
    name, stopped = called(first.who, tongue) if first.who else (SOMEONE, None)
    wish = (filled(rule.prompt, first, tongue, for_prompt=True) or "") if rule and rule.prompt else ""
    told = Reaction(
        first.kind,
        name,
        text=heard.text,
        amount=amount_words(first.amount, first.unit, tongue),
        viewers=first.viewers,
        tier=first.tier,
        months=first.months,
        gifts=first.gifts,
        wish=wish,
        owner=first.kind is _K.CHAT and first.standing is Standing.STREAMER,
    )
    held = [verdict for verdict in (heard, stopped) if verdict and verdict.blocked]
    return told, tuple(dict.fromkeys(held))


def _many(happenings: tuple[Happening, ...], tongue: Tongue) -> tuple[Reaction, tuple[Verdict, ...]]:
    important = sorted(happenings, key=_importance, reverse=True)
    who, stopped = together([one.who for one in important], tongue)
    told = Reaction(
        happenings[0].kind,
        who,
        len(happenings),
        amount=sum_words(happenings, tongue),
        viewers=sum(one.viewers for one in happenings),
        tier=max(one.tier for one in happenings),
        gifts=sum(one.gifts for one in happenings),
    )
    return told, tuple(dict.fromkeys(stopped))


def _importance(one: Happening) -> tuple[float, int, int, int]:
    return worth(one), one.gifts, one.tier, one.viewers


def stream_line(reaction: Reaction) -> str:
    """What happened as a line of a prompt, on one line; strangers' words are caged in it.

    The brackets at its end, in which the user's wish stands, are the only ones: a stranger cannot write any.
    """
    said = caged("", reaction.text)[1] if reaction.text else ""
    says = f"{_SAYS.get(reaction.kind, ' and says')}: {said}" if said else "."
    line = f"[stream] {_told(reaction)}{says}"
    return f"{line} (The streamer wishes: {_ended(reaction.wish)})" if reaction.wish else line


def _told(one: Reaction) -> str:
    """What happened, as the beginning of a sentence."""
    if one.kind in _CAME:
        return _CAME[one.kind] if one.who == SOMEONE else f"{_CAME[one.kind]} from {one.who}"
    did = ""
    match one.kind:
        case _K.FOLLOW:
            did = "followed"
        case _K.SUB if one.gifts:
            did = f"gave {_counted(one.gifts, 'sub')} away"
        case _K.SUB if one.many > 1:
            did = "subscribed"
        case _K.SUB:
            did = f"subscribed, tier {one.tier}" + (f", for {one.months} months" if one.months > 1 else "")
        case _K.RAID:
            did = "raided" + (f" with {_counted(one.viewers, 'viewer')}" if one.viewers > 0 else "")
        case _K.DONATION:
            did = f"donated {one.amount}"
    who = f"The streamer, {one.who}," if one.owner else one.who
    return f"{who} {did}".rstrip()


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _ended(wish: str) -> str:
    return wish if wish.endswith((".", "!", "?", "…", "»")) else f"{wish}."
