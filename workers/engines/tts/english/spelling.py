"""Letter-to-sound rules for words nobody has listed: names, handles, coinages.

The longest spelling that fits is read, left to right; a vowel before a single consonant and a final silent e is
long. Stress falls on the syllable the ending asks for, else on the first of two, else on the third from the end.
Sounds are American; `own_words.to_british` turns them.
"""

from __future__ import annotations

import re

_VOWEL_SOUNDS = "AIOWYiuæɑɔəɛɜɪʊʌᵻ"

# (spelling, sound); ^ and $ are the ends of the word; longer spellings win.
_RULES = {
    "^kn": "n", "^gn": "n", "^wr": "ɹ", "^ps": "s", "^x": "z", "^wh": "w", "^mc": "mək", "^ts": "ts",
    "^rh": "ɹ", "tion$": "ʃᵊn", "sion$": "ʒᵊn", "ssion$": "ʃᵊn", "tions$": "ʃᵊnz", "cian$": "ʃᵊn",
    "cious$": "ʃəs", "tious$": "ʃəs", "tial$": "ʃᵊl", "cial$": "ʃᵊl", "ture$": "ʧəɹ", "sure$": "ʒəɹ",
    "ous$": "əs", "age$": "ɪʤ", "ate$": "At", "ine$": "in", "ique$": "ik", "ology$": "ɑləʤi", "le$": "ᵊl",
    "les$": "ᵊlz", "ing$": "ɪŋ", "ism$": "ɪzᵊm", "er$": "əɹ", "ers$": "əɹz", "or$": "əɹ", "ar$": "ɑɹ",
    "y$": "i", "ey$": "i", "ie$": "i", "ies$": "iz", "ee$": "i", "a$": "ə", "o$": "O", "i$": "i",
    "u$": "u", "ia$": "iə", "io$": "iO", "ius$": "iəs", "us$": "əs", "um$": "əm", "is$": "ɪs",
    "al$": "ᵊl", "el$": "ᵊl", "en$": "ᵊn", "on$": "ᵊn", "an$": "ən", "e$": "", "es$": "z", "ed$": "d",
    "ue$": "u", "gue$": "ɡ", "que$": "k", "mb$": "m", "mn$": "m", "aux$": "O", "eau$": "O", "ez$": "ɛz",
    "os$": "Os", "as$": "əs", "ah$": "ɑ", "oh$": "O", "ch$": "ʧ", "sch": "ʃ", "tch": "ʧ", "ch": "ʧ",
    "chr": "kɹ", "sh": "ʃ", "th": "θ", "ph": "f", "gh": "", "^gh": "ɡ", "ght": "t", "ck": "k", "cc": "k",
    "ng$": "ŋ", "ngs$": "ŋz", "ng": "ŋɡ", "nge": "nʤ", "nk": "ŋk", "qu": "kw", "dge": "ʤ", "dg": "ʤ",
    "ce": "sɛ", "ci": "sɪ", "cy": "si", "ge$": "ʤ", "ces$": "sᵻz", "ce$": "s", "gi": "ʤɪ", "gy": "ʤi",
    "se$": "s", "sc": "sk", "sce": "sɛ", "sci": "sI", "zz": "z", "bb": "b", "dd": "d", "ff": "f",
    "gg": "ɡ", "ll": "l", "mm": "m", "nn": "n", "pp": "p", "rr": "ɹ", "ss": "s", "tt": "t", "vv": "v",
    "kk": "k", "zh": "ʒ", "kh": "k", "wh": "w", "x": "ks", "j": "ʤ", "q": "k", "c": "k", "b": "b",
    "d": "d", "f": "f", "g": "ɡ", "h": "h", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p", "r": "ɹ",
    "s": "s", "t": "t", "v": "v", "w": "w", "z": "z", "y": "ɪ", "^y": "j", "ya": "jɑ", "yo": "jO",
    "yu": "ju", "^ya": "jæ", "augh": "ɔ", "ough": "O", "igh": "I", "eigh": "A", "ai": "A",
    "ay": "A", "au": "ɔ", "aw": "ɔ", "ea": "i", "ear": "ɪɹ", "ee": "i", "eer": "ɪɹ", "ei": "A", "ey": "A",
    "eu": "ju", "ew": "u", "ie": "i", "oa": "O", "oe$": "O", "oi": "Y", "oy": "Y", "oo": "u", "ook": "ʊk",
    "oor": "ɔɹ", "ou": "u", "our": "ɔɹ", "ow": "O", "own": "Wn", "ue": "u", "ui": "u", "ar": "ɑɹ",
    "are$": "ɛɹ", "air": "ɛɹ", "er": "ɜɹ", "ere$": "ɪɹ", "ir": "ɜɹ", "ire$": "Iəɹ", "or": "ɔɹ",
    "ore$": "ɔɹ", "ur": "ɜɹ", "ure$": "jʊɹ", "ary$": "ɛɹi", "ery$": "əɹi", "ory$": "ɔɹi", "ari": "ɑɹi",
    "eri": "ɛɹɪ", "ara": "ɛɹə", "ali$": "ɑli", "wa": "wɑ", "war": "wɔɹ", "wor": "wɜɹ", "all": "ɔl",
    "alk": "ɔk", "old": "Old", "olt": "Olt", "oll": "Ol", "ild": "Ild", "ind$": "Ind", "aa": "ɑ",
    "ii": "i", "uu": "u", "ae": "A", "ao": "W", "ia": "iə", "io": "iO", "iu": "iə", "eo": "iO",
    "ua": "uə", "uo": "uO", "ei$": "A", "ai$": "I", "a": "æ", "e": "ɛ", "i": "ɪ", "o": "ɑ", "u": "ʌ",
}  # fmt: skip
_LONG = {"a": "A", "e": "i", "i": "I", "o": "O", "u": "u", "y": "I"}
_MAGIC_E = re.compile(r"([aeiouy])([bcdfgklmnpstvz]|th|st)(e(?:s|d)?)$")
_LONGEST = max(len(rule.strip("^$")) for rule in _RULES)
_ENDING_STRESS = re.compile(r"(?:ʃᵊnz?|ʒᵊn|ɪk|ɪks|ɪɾi|ɪti|iəs|iə|ʃəs|ʃᵊl|ɑləʤi)$")
_LAST_STRESS = re.compile(r"(?:ɪk|it|ɪɹ|in|ɛt|un)$")
_VOICED_END = re.compile(r"[bdfgklmnprstvwxz]ed$")


def sound_out(word: str) -> str:
    """A guess at the sound of `word` (letters of any alphabet's Latin kind, small or capital)."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    letters = re.sub(r"(.)\1{2,}", r"\1\1", letters)
    sounds = "".join(_read(letters))
    return _stress(_tidy(sounds))


def _read(word: str) -> list[str]:
    sounds: list[str] = []
    magic = _MAGIC_E.search(word)
    at = 0
    while at < len(word):
        if magic and at == magic.start() and _has_vowel_or_start(word, at):
            sounds.append(_LONG[word[at]])
            at += 1
            continue
        if magic and at == magic.start(3) and magic.group(3) == "e":
            break
        for length in range(min(_LONGEST, len(word) - at), 0, -1):
            part = word[at : at + length]
            sound = _lookup(part, first=at == 0, last=at + length == len(word))
            if sound is not None:
                sounds.append(sound)
                at += length
                break
    return sounds


def _has_vowel_or_start(word: str, at: int) -> bool:
    return at == 0 or word[at - 1] not in "aeiou" or word[at - 2 : at] == "qu"


def _lookup(part: str, *, first: bool, last: bool) -> str | None:
    if first and "^" + part in _RULES:
        return _RULES["^" + part]
    if last and not first and part + "$" in _RULES:
        return _RULES[part + "$"]
    return _RULES.get(part)


def _tidy(sounds: str) -> str:
    sounds = re.sub(r"([pkfθʃsʧ])d$", r"\1t", sounds)
    sounds = re.sub(r"([td])d$", r"\1ᵻd", sounds)
    sounds = re.sub(r"([szʃʒʧʤ])z$", r"\1ᵻz", sounds)
    return re.sub(r"([bdfhjklmnpstvwzðŋɡɹʃʒʤʧθ])\1", r"\1", sounds)


def _stress(sounds: str) -> str:
    places = [at for at, symbol in enumerate(sounds) if symbol in _VOWEL_SOUNDS]
    if not places:
        return sounds
    strong = [at for at in places if sounds[at] not in "əᵻ"] or places
    if _ENDING_STRESS.search(sounds) and len(places) > 1:
        tail = _ENDING_STRESS.search(sounds)
        before = [at for at in places if tail and at < tail.start()]
        chosen = before[-1] if before else places[0]
    elif len(strong) <= 2:  # noqa: PLR2004
        chosen = strong[0]
    else:
        from_end = 2 if sounds[-1] in "Oəuɑ" else 3
        chosen = places[-from_end]
    return sounds[:chosen] + "ˈ" + sounds[chosen:]
