"""How kind words are to her who hears them: thanks, praise and love against insults and orders to be quiet.

Only what is said *to* her counts: a phrase that cannot mean anyone else ("good girl", "shut up"), a word of praise
or blame that follows "you are" or "your jokes are", stands before "bot", or is the whole sentence. What somebody
else is reported to have said does not, and asking for kindness is none.
"""

from __future__ import annotations

import re

from models.emotion_words.to_her import BLAME, NOT_TO_HER, PHRASES, PRAISE

_PRAISED, _BLAMED = 0.7, -0.7
_NOT_PRAISED, _NOT_BLAMED = -0.7, 0.3
_NOT_MEANT = -0.6
_PLAYFUL = 0.4


def _any(words: str) -> str:
    """Alternatives, the longest first."""
    options = sorted((" ".join(word.split()) for word in words.split(";")), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in options)


def _one_of(words: str) -> str:
    return "|".join(words.split())


_SENTENCE = re.compile(r"([^.!?\n…,;]+)([.!?\n…,;]*)")
_DROPPED = re.compile(r"[^\w\s]+")
_TO_HER = tuple((weight, re.compile(rf"\b(?:{_any(words)})\b")) for weight, words in PHRASES.items())
_NOT_TO_HER = re.compile(rf"\b(?:{_any(NOT_TO_HER)})\b")
_REPORTED = re.compile(
    r"(?<!nobody )(?<!no one )(?<!who )\b(?:told|tells?|telling|said|says?|saying|called|calls|calling|asked|asks"
    r"|heard|wrote|thinks?|thought)\b(?! (?:you|u) (?:are|were)\b)"
)
_ADVERBS = """
    are r is was were be look looks sound sounds seem seems feel so such a an the my really very just always absolutely
    totally still being pretty quite too actually honestly literally fucking freaking damn bloody little most one of
    extremely incredibly truly completely utterly simply only stupid piece kinda sorta bit total complete absolute like
"""
_FILL = rf"(?:(?:{_one_of(_ADVERBS)}|have been|can be)\s+){{0,6}}"
_NOT = r"(?P<not>(?:(?:not|never|arent|isnt|wasnt|werent|aint)\s+)?)"
_YOU = (
    r"(?:your\s+(?:\w+\s+)?\w+\s+(?:is|are|was|were|sounds?|looks?|seems?|makes?|smells?)\s+"
    r"|(?:you|u|ya|youre|ur|vesper)\s+(?:(?:are|r|is|were|look|sound|seem)\s+)?)"
)
_HER_KIND = _one_of(
    "bot ai robot girl fox thing machine program companion assistant vesper app software toaster cartoon"
)
_OPENING = _any(
    "what a; such a; so; you; how; that was; thats; very; really; oh; a; vesper; hey; aw; aww; just; my; its; is; wow"
)
_CLOSING = "(?: vesper| answer| joke| idea| of you| job| song| story)?"


def _meant(words: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which a word of praise or blame is meant for her."""
    return (
        re.compile(rf"\b{_YOU}{_FILL}{_NOT}{_FILL}(?:{words})\b"),
        re.compile(rf"\b(?:are|why are) you {_FILL}(?:{words})\b"),
        re.compile(rf"\b(?:{words})\s+(?:little\s+|old\s+)?(?:{_HER_KIND})\b"),
        re.compile(rf"^(?:(?:{_OPENING}) )*(?:{words}){_CLOSING}$"),
    )


_MEANT = ((_PRAISED, _NOT_PRAISED, _meant(_any(PRAISE))), (_BLAMED, _NOT_BLAMED, _meant(_any(BLAME))))
_NEGATION = re.compile(r"\b(?:not|never|dont|do not|didnt|cant|wont|isnt|arent|wouldnt)(?:\s+\w+)?\s+$")
_LAUGHED = re.compile(
    r"\b(?:lo+l|lma+o+|ro+fl|(?:ha){2,}\w*|(?:he){2,}\w*|jk|just kidding|xd)\b|[😂🤣😆😜😉]|:p\b|;\)",
    re.IGNORECASE,
)


def kindness(text: str) -> float:
    """How kind the words are to her, from -1 (the harshest) to 1; 0 where they are about something else."""
    total = 0.0
    for sentence, mark in _SENTENCE.findall(text.lower().replace("’", "'").replace("'", "")):
        score = _of(" ".join(_DROPPED.sub(" ", sentence).split()))
        total += min(score, 0.0) if "?" in mark else score
    if total < 0 and _LAUGHED.search(text):
        total *= _PLAYFUL
    return round(max(-1.0, min(1.0, total)), 3)


def _of(sentence: str) -> float:
    """One sentence: each kind of phrase counts once, a reported speech for nothing from where it begins."""
    sentence = _NOT_TO_HER.sub(" ", sentence)
    if reported := _REPORTED.search(sentence):
        sentence = sentence[: reported.start()]
    score = 0.0
    for weight, phrase in _TO_HER:
        if found := phrase.search(sentence):
            negated = _NEGATION.search(sentence[: found.start()])
            score += weight * _NOT_MEANT if negated else weight
            sentence = f"{sentence[: found.start()]} , {sentence[found.end() :]}"
    return score + _addressed(sentence)


def _addressed(sentence: str) -> float:
    """Praise or blame meant for her; "you are not" turns it."""
    for meant, not_meant, patterns in _MEANT:
        for pattern in patterns:
            if found := pattern.search(sentence):
                return not_meant if found.groupdict().get("not") else meant
    return 0.0
