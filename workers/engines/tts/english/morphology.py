"""Pronunciations built from those of known words: endings, prefixes and compounds.

The pronunciation of -s and -ed follows the sound before it (voiceless, voiced, sibilant or dental).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐ")
_TAPPED_AFTER = frozenset("AIOWYiuæɑəɛɪɹʊʌ")
_SHORTEST_PART = 3

_SUFFIXES = (
    ("ness", "nəs"), ("less", "ləs"), ("ful", "fᵊl"), ("ment", "mᵊnt"), ("ship", "ʃˌɪp"), ("able", "əbᵊl"),
    ("ish", "ɪʃ"), ("ist", "ɪst"), ("ism", "ˌɪzᵊm"), ("ers", "əɹz"), ("er", "əɹ"), ("est", "əst"), ("ly", "li"),
    ("ies", "iz"), ("ie", "i"), ("y", "i"),
)  # fmt: skip
_PREFIXES = (
    ("un", "ʌn"), ("re", "ɹi"), ("over", "ˌOvəɹ"), ("under", "ˌʌndəɹ"), ("super", "sˌupəɹ"), ("mega", "mˌɛɡə"),
    ("ultra", "ˌʌltɹə"), ("hyper", "hˌIpəɹ"), ("non", "nˌɑn"), ("anti", "ˌænti"), ("multi", "mˌʌlti"),
    ("pre", "pɹi"), ("mis", "mˌɪs"), ("out", "ˌWt"), ("dis", "dɪs"), ("micro", "mˌIkɹO"), ("mini", "mˌɪni"),
    ("cyber", "sˌIbəɹ"), ("auto", "ˌɔTO"), ("inter", "ˌɪntəɹ"),
)  # fmt: skip


_POSSESSIVES = (("'s", "", "s"), ("s'", "s", ""), ("in'", "ing", ""), ("'", "", ""))


def stems(word: str) -> Iterator[tuple[str, str]]:
    """Possible stems of an inflected word in small letters, each with its ending: "s", "ed", "ing" or nothing."""
    for tail, instead, ending in _POSSESSIVES:
        if word.endswith(tail):
            yield word[: -len(tail)] + instead, ending
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], "s"
        if word.endswith("es"):
            yield word[:-2], "s"
    for tail, ending in (("ies", "s"), ("ied", "ed")):
        if word.endswith(tail):
            yield word[: -len(tail)] + "y", ending
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield from ((stem, ending) for stem in _unbuilt(word[: -len(ending)]))


def _unbuilt(root: str) -> Iterator[str]:
    yield root
    yield root + "e"
    if root[-1] == root[-2]:
        yield root[:-1]
    if root.endswith("ck"):
        yield root[:-1]


def inflect(stem: str, ending: str, *, british: bool) -> str:
    """The sound of a stem with an ending of `stems`."""
    weak = "ɪ" if british else "ᵻ"
    last = stem[-1]
    if ending == "s" and last in "szʃʒʧʤ":
        return stem + weak + "z"
    if ending == "s":
        return stem + ("s" if last in "ptkfθ" else "z")
    if ending == "ing" and british and last in "əː":
        return stem + "ɹɪŋ"
    if last == "t" and ending and not british and len(stem) > 1 and stem[-2] in _TAPPED_AFTER:
        stem = stem[:-1] + "T"
    if ending == "ed":
        return stem + (weak + "d" if last in "td" else "t" if last in "pkfθʃsʧ" else "d")
    return stem + ("ɪŋ" if ending == "ing" else "")


def derive(word: str, known: Callable[[str], str | None], accent: Callable[[str], str]) -> str | None:
    """The sound of a word in small letters made of a known one and an affix, or of two known words.

    `known` gives the sound of a word; `accent` turns American symbols into those of the accent.
    """
    for suffix, sound in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_PART:
            for root in _unbuilt(word[: -len(suffix)]):
                if len(root) >= _SHORTEST_PART and (stem := known(root)):
                    return stem + accent(sound)
    for prefix, sound in _PREFIXES:
        if (
            word.startswith(prefix)
            and len(word) - len(prefix) >= _SHORTEST_PART
            and (stem := known(word[len(prefix) :]))
        ):
            return accent(sound) + stem
    return _compound(word, known)


def _compound(word: str, known: Callable[[str], str | None]) -> str | None:
    for cut in sorted(
        range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1), key=lambda at: abs(at - len(word) / 2)
    ):
        head, tail = known(word[:cut]), known(word[cut:])
        if head and tail and _syllables(head) and _syllables(tail):
            return head + tail.replace("ˈ", "ˌ")
    return None


def _syllables(phonemes: str) -> int:
    return sum(symbol in VOWELS for symbol in phonemes)
