"""What viewers are called: names she can say, and several of them in one breath."""

from __future__ import annotations

from models.safety import Verdict, quoted
from models.tongue import Tongue

SOMEONE = "someone"
"""What she calls who has no name that she may say."""
NAMED_AT_ONCE = 2
"""How many are called by name of more than three at once."""

_ALL_NAMED = 3
_BRACKETS = str.maketrans("()（）❨❩❪❫﹙﹚⁽⁾₍₎⸨⸩", "‹›" * 8)
_TRIED = 8
"""Names of a crowd that are looked at for some that she may say."""


def called(who: str, tongue: Tongue) -> tuple[str, Verdict | None]:
    """The name as she can say it, at most 40 characters, without signs; and why it is none, when it was stopped."""
    name = caged(who, "")[0]
    verdict = tongue.gate.hear_stranger(who, name)
    if verdict.blocked:
        return SOMEONE, verdict
    return name, None


def together(names: list[str], tongue: Tongue) -> tuple[str, tuple[Verdict, ...]]:
    """Several viewers, the most important first, as "Ann and Bob" or "Ann, Bob and 31 more"; and what was stopped."""
    by_name: dict[str, str] = {}
    for name in names:
        by_name.setdefault(name.casefold(), name)
    different = list(by_name.values())
    wanted = len(different) if len(different) <= _ALL_NAMED else NAMED_AT_ONCE
    said: list[str] = []
    stopped: list[Verdict] = []
    for name in different[:_TRIED]:
        can_say, verdict = called(name, tongue)
        if verdict:
            stopped.append(verdict)
        if can_say != SOMEONE:
            said.append(can_say)
        if len(said) == wanted:
            break
    rest = len(different) - len(said)
    if not said:
        return (SOMEONE if rest <= 1 else f"{rest} viewers"), tuple(stopped)
    if rest:
        said.append(f"{rest} more")
    return listed(said), tuple(stopped)


def listed(parts: list[str]) -> str:
    """As "a", "a and b" or "a, b and c"; nothing for none."""
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def caged(who: str, text: str) -> tuple[str, str]:
    """A stranger's name and words as `models.safety.quoted` lets them stand in a prompt, the words in guillemets.

    Without round brackets besides: in those the user's wishes stand.
    """
    name, _, said = quoted(who, text).partition("» says: ")
    return name.removeprefix("«"), said.translate(_BRACKETS)
