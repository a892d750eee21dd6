"""What words feel like: rules over a lexicon of our own (`models.emotion_words`), every one of which can be named.

A text is cut into sentences. In each, the longest phrases of the lexicon are found and speak for their face with
their weight; a negation before them silences or turns them, "so" and capitals strengthen, "a bit" weakens, what
follows a "but" counts for more, a question asks about a feeling rather than having it. Then the marks speak: "!"
strengthens what is felt and is excitement where nothing is, "?!" is surprise, "…" is thought. Turns of phrase
(`models.emotion_turns`) speak for the whole text: dry irony takes kind words back. What is asked or pondered counts
for less beside a strong feeling. `reasons` lists every contribution; `emotions` is their sum by face, nothing more.

Nothing here is learned from data, and nothing is weighed that cannot be read in `models.emotion_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.emotion_phrases import Found, Sentence, find, sentences
from models.emotion_turns import turns
from models.expression import Expression
from models.kindness import kindness

__all__ = ["THRESHOLD", "Reason", "emotions", "kindness", "reasons", "strongest"]

_E = Expression

THRESHOLD = 0.7
"""Words that speak for a face with less than this do not decide it."""

_TIES = (
    _E.LAUGHING,
    _E.LOVE,
    _E.SAD,
    _E.ANGRY,
    _E.SLEEPY,
    _E.SURPRISED,
    _E.EXCITED,
    _E.CAT_FACE,
    _E.HAPPY,
    _E.THINKING,
    _E.SNARKY,
)
_FELT = frozenset({_E.HAPPY, _E.EXCITED, _E.SAD, _E.ANGRY, _E.SLEEPY, _E.LOVE})
_TURNED = {_E.HAPPY: (_E.SAD, 0.6), _E.LOVE: (_E.SAD, 0.4)}
_LOUD = frozenset({_E.ANGRY, _E.LAUGHING, _E.SURPRISED, _E.LOVE, _E.SAD})
_STRONGER, _WEAKER, _STRONGEST = 1.3, 0.6, 1.8
_BEFORE_BUT, _ASKED = 0.6, 0.6
_QUESTION = "a question"
_KIND = frozenset({_E.HAPPY, _E.EXCITED, _E.THINKING})
_PITY = "poor"
_NOT_MEANT, _MOCKING = 0.3, 2.4
_MOVING = frozenset(Expression) - {_E.IDLE, _E.THINKING, _E.SNARKY, _E.SURPRISED}
_MOVED, _BESIDE = 1.0, 0.4


@dataclass(frozen=True, slots=True)
class Reason:
    """`words` speak for `expression` with `weight`; `why` names what changed their weight, or the rule itself."""

    expression: Expression
    weight: float
    words: str
    why: str = ""


def emotions(text: str) -> Mapping[Expression, float]:
    """How much the words speak for each face, the strongest first; faces they do not speak for are left out."""
    sums: dict[Expression, float] = {}
    for reason in reasons(text):
        sums[reason.expression] = sums.get(reason.expression, 0.0) + reason.weight
    return dict(sorted(sums.items(), key=lambda item: (-item[1], _TIES.index(item[0]))))


def strongest(text: str, otherwise: Expression = Expression.SNARKY) -> Expression:
    """The face the words speak for most, or `otherwise` where they speak for none."""
    face, weight = next(iter(emotions(text).items()), (otherwise, 0.0))
    return face if weight >= THRESHOLD else otherwise


def reasons(text: str) -> tuple[Reason, ...]:
    """Every contribution to `emotions`, in the order of the text; the same words count once.

    A question mark only counts at the end: who goes on speaking does not wait for an answer.
    """
    *before, last = sentences(text) or (Sentence(),)
    found = [reason for sentence in before for reason in _of(sentence) if reason.why != _QUESTION]
    found += _of(last)
    kept: dict[tuple[Expression, str], Reason] = {}
    for reason in found:
        known = kept.get((reason.expression, reason.words))
        if known is None or known.weight < reason.weight:
            kept[reason.expression, reason.words] = reason
    turned = [Reason(turn.expression, turn.weight, turn.words, turn.why) for turn in turns(text)]
    return tuple(_beside([*_meant(list(kept.values()), turned), *turned]))


def _meant(words: list[Reason], turned: list[Reason]) -> Iterator[Reason]:
    """The words, those of kindness and pity hardly weighing where the text is ironic."""
    mocking = [reason for reason in words if reason.expression is _E.SNARKY and reason.weight >= _MOCKING]
    ironic = bool(mocking) or any(turn.expression is _E.SNARKY for turn in turned)
    for reason in words:
        pitied = reason.expression is _E.SAD and reason.words.startswith(_PITY)
        taken = ironic and (reason.expression in _KIND or pitied)
        yield _less(reason, _NOT_MEANT, "not meant") if taken else reason


def _beside(found: list[Reason]) -> Iterator[Reason]:
    """The reasons, those of thought weighing less beside a feeling."""
    moved = max((_sum(found, face) for face in _MOVING), default=0.0) >= _MOVED
    for reason in found:
        yield (
            _less(reason, _BESIDE, "beside a feeling")
            if moved and reason.expression is _E.THINKING
            else reason
        )


def _sum(found: list[Reason], face: Expression) -> float:
    return sum(reason.weight for reason in found if reason.expression is face)


def _less(reason: Reason, factor: float, why: str) -> Reason:
    whys = f"{reason.why}, {why}" if reason.why else why
    return replace(reason, weight=round(reason.weight * factor, 3), why=whys)


def _of(sentence: Sentence) -> Iterator[Reason]:
    words = [reason for found in find(sentence) if (reason := _weighed(found, sentence)) is not None]
    yield from _loudened(words, sentence)
    yield from _marks(words, sentence)


def _weighed(found: Found, sentence: Sentence) -> Reason | None:
    """A phrase with what stands around it."""
    reason = Reason(found.expression, found.weight, found.words)
    if found.sign:
        return reason
    negated = found.negated and reason.expression in _FELT
    if negated:
        if reason.expression not in _TURNED:
            return None
        face, share = _TURNED[reason.expression]
        reason = Reason(face, reason.weight * share, found.words, "negated")
    factor, why = 1.0, [reason.why] if negated else []
    if found.stronger:
        factor, why = min(factor * _STRONGER**found.stronger, _STRONGEST), [*why, "intensified"]
    if found.weaker:
        factor, why = factor * _WEAKER, [*why, "weakened"]
    if found.before_but:
        factor, why = factor * _BEFORE_BUT, [*why, "before a but"]
    asked = sentence.asks and not sentence.exclaims and not sentence.confides
    if asked and reason.expression in _FELT:
        factor, why = factor * _ASKED, [*why, "asked"]
    if sentence.deadpan:
        factor, why = factor * _NOT_MEANT, [*why, "not meant"]
    return replace(reason, weight=round(reason.weight * factor, 3), why=", ".join(why))


def _loudened(words: list[Reason], sentence: Sentence) -> Iterator[Reason]:
    """The reasons of a sentence, strengthened by its exclamation marks."""
    factor = 1.0 + 0.15 * min(sentence.exclaims, 3)
    for reason in words:
        loud = sentence.exclaims and reason.expression in {*_LOUD, _E.EXCITED}
        yield replace(reason, weight=round(reason.weight * factor, 3)) if loud else reason


def _marks(words: list[Reason], sentence: Sentence) -> Iterator[Reason]:
    """What punctuation and capitals say by themselves."""
    felt = {reason.expression for reason in words}
    loud = felt & _LOUD
    mark = sentence.mark
    if sentence.exclaims and sentence.asks:
        yield Reason(_E.SURPRISED, 1.6, mark, "asked and exclaimed")
    elif sentence.exclaims and not loud:
        weight = min(0.9 * sentence.exclaims, 2.0) if sentence.exclaims > 1 or not felt else 0.5
        yield Reason(_E.EXCITED, weight, mark, "exclaimed")
    elif sentence.asks > 1:
        yield Reason(_E.SURPRISED, 1.2, mark, "asked twice over")
    elif sentence.asks and sentence.alone:
        yield Reason(_E.SURPRISED, 1.2, f"{sentence.alone}?", "asked in one word")
    elif sentence.doubts:
        yield Reason(_E.SURPRISED, 1.1, mark, "a statement, asked")
    elif sentence.asks:
        yield Reason(_E.THINKING, 0.9, mark, _QUESTION)
    if sentence.shouts and not loud:
        yield Reason(_E.EXCITED, 1.2, sentence.shouts, "shouted")
    if sentence.deadpan:
        yield Reason(_E.SNARKY, 1.8, sentence.deadpan, "praise without a smile")
    if sentence.trails:
        yield Reason(_E.THINKING, 0.6, "…", "left open")
