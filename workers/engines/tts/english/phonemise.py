"""English text to Kokoro's phonemes, word by word, in American or British accent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workers.engines.tts.english.lexicon import Entry, Lexicon
from workers.engines.tts.english.morphology import VOWELS, derive, inflect, stems
from workers.engines.tts.english.own_words import to_british
from workers.engines.tts.english.roles import role_of
from workers.engines.tts.english.spelling import sound_out
from workers.engines.tts.english.written import read_out

_METAL = "lˈɛd"
_ROLE_KEYS = {"PAST": ("VBD", "VBN"), "VERB": ("VERB", "VBP"), "NOUN": ("NOUN",), "ADJ": ("ADJ",), "DT": ("DT",),
              "VBD": ("VBD",)}  # fmt: skip
# How short words sound at the end of a clause, before a consonant and before a vowel.
_LEANING = {
    "the": ("ðə", "ðə", "ði"),
    "an": ("ɐn", "ɐn", "ɐn"),
    "to": ("tˈu", "tə", "tʊ"),
    "in": ("ˈɪn", "ɪn", "ɪn"),
    "am": ("ˈæm", "ɐm", "ɐm"),
    "I": ("ˌI", "ˌI", "ˌI"),
}
_NOT_VBP = frozenset({"read", "wound"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS_IN_CAPITALS = _words(
    "A I AM AN AS AT BE BY DO GO HE HI IF IN IS IT ME MY NO OF OH ON OR SO TO UP WE AND ARE BUT CAN DID "
    "FOR GET GOT HAD HAS HER HEY HIM HIS HOW ITS LET NEW NOT NOW OFF OUR OUT OWN SAY SEE SHE THE TOO TWO "
    "WAS WAY WHO WHY WOW YES YET YOU ALL ANY BIG DAY END FUN ONE RUN TRY USE WIN"
)
_LETTERS_MAX = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word as written and its phonemes; or, with an empty `text`, a punctuation mark in `phonemes`."""

    text: str
    phonemes: str


class English:
    """Phonemises one accent of English. Pure after construction; about a millisecond a sentence."""

    def __init__(self, *, british: bool = False) -> None:
        self.british = british
        self._lexicon = Lexicon(british=british)

    def phonemise(self, text: str) -> tuple[Spoken, ...]:
        """The words and marks of `text` in order. What cannot be said is left out."""
        pieces = read_out(text)
        shouted = text.isupper() and len(text.split()) > 1
        flat: list[str] = []
        for piece in pieces:
            flat += [word.lower() for word in piece.words] or [piece.text]
        spoken: list[Spoken] = []
        ahead: str | None = None
        at = len(flat)
        for piece in reversed(pieces):
            if not piece.words:
                at -= 1
                spoken.append(Spoken("", piece.text))
                ahead = None if piece.text in ";:,.!?—…" else ahead
                continue
            parts: list[str] = []
            for word in reversed(piece.words):
                at -= 1
                sound = self._word(word.lower() if shouted else word, flat, at, ahead)
                if sound:
                    parts.append(sound)
                    ahead = next((symbol for symbol in sound if symbol not in "ˈˌ"), ahead)
            if parts:
                spoken.append(Spoken(piece.text, " ".join(reversed(parts))))
        return tuple(reversed(spoken))

    def _word(self, word: str, words: list[str], at: int, ahead: str | None) -> str:
        before_vowel = None if ahead is None else ahead in VOWELS
        small = word.lower()
        if (fixed := self._in_context(word, words, at, before_vowel=before_vowel)) is not None:
            return fixed
        role = role_of(words, at)
        if small == "lead" and role == "METAL":
            return _METAL
        if small == "resume" and role == "NOUN":
            word = "résumé"
        sound = self._known(word, role, ends=ahead is None)
        if sound is None:
            sound = self._unknown(word)
        if word.isupper() and len(word) > 1 and "ˈ" not in sound:
            return _stressed(sound)
        return sound

    def _in_context(self, word: str, words: list[str], at: int, *, before_vowel: bool | None) -> str | None:
        """The sound of a word that leans on the next one; `before_vowel` is None at the end of a clause."""
        if word.lower() == "a":
            return None if word == "A" and _is_letter(words, at) else "ɐ"
        forms = _LEANING.get("I" if word == "I" else word.lower())
        if forms is None:
            return None
        end, consonant, vowel = forms
        if before_vowel is None:
            return to_british(end) if self.british else end
        return vowel if before_vowel else consonant

    def _known(self, word: str, role: str = "", *, ends: bool = False) -> str | None:
        if word.isupper() and len(word) > 1:
            return self._capitals(word, role, ends=ends)
        entry = self._lexicon.find(word)
        if entry is not None:
            return self._pick(entry, word.lower(), role, ends=ends)
        return self._inflected(word.lower(), role) or self._respelt(word)

    def _inflected(self, word: str, role: str) -> str | None:
        for stem, ending in stems(word):
            entry = self._lexicon.find(stem)
            if entry is not None and (sound := self._pick(entry, stem, role, ends=False)):
                return inflect(sound, ending, british=self.british)
        return None

    def _respelt(self, word: str) -> str | None:
        sounds = [self._known(part) or sound_out(part) for part in self._lexicon.respelling(word)]
        return sounds[0] + "".join(sound.replace("ˈ", "ˌ") for sound in sounds[1:]) if sounds else None

    def _capitals(self, word: str, role: str, *, ends: bool) -> str | None:
        if (acronym := self._lexicon.acronym(word)) is not None:
            return self._pick(acronym, word, role, ends=ends)
        if len(word) <= _LETTERS_MAX and word not in _WORDS_IN_CAPITALS:
            return self._letters(word)
        if self._lexicon.knows_as_word(word) or any(
            self._lexicon.find(stem) for stem, _ in stems(word.lower())
        ):
            return self._known(word.lower(), role, ends=ends)
        if not re.search(r"[AEIOUY]", word) or len(word) <= _LETTERS_MAX + 1:
            return self._letters(word)
        return None

    def _pick(self, entry: Entry, word: str, role: str, *, ends: bool) -> str | None:
        if isinstance(entry, str):
            return entry.replace("ɾ", "T").replace("ʔ", "t")
        found: str | None = entry.get("None") if ends else None
        for key in _ROLE_KEYS.get(role, ()):
            if not (key == "VBP" and word in _NOT_VBP):
                found = found or entry.get(key)
        found = found or entry["DEFAULT"]
        return found.replace("ɾ", "T").replace("ʔ", "t") if found else None

    def _unknown(self, word: str) -> str:
        small = word.lower()
        if word.endswith("s") and word[:-1].isupper() and (letters := self._letters(word[:-1])):
            return inflect(letters, "s", british=self.british)
        if len(small) == 1 or not re.search(r"[aeiouyà-öø-ÿ]", small):
            return self._letters(word)
        plain = re.sub(r"[^a-z']", "", _without_accents(small))
        sound = self._known(plain) if plain != small else None
        return sound or derive(plain, self._known, self._accent) or self._accent(sound_out(plain))

    def _accent(self, sound: str) -> str:
        return to_british(sound) if self.british else sound

    def _letters(self, word: str) -> str:
        names = [name for letter in word if (name := self._lexicon.letter(letter))]
        if not names:
            return ""
        weak = "".join(names).replace("ˈ", "ˌ")
        at = weak.rfind("ˌ")
        return weak[:at] + "ˈ" + weak[at + 1 :] if at >= 0 else weak


def _is_letter(words: list[str], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else "."
    before = words[at - 1] if at else ""
    return not after[0].isalpha() or len(after) == 1 or before in {"an", "grade", "plan", "vitamin"}


def _stressed(sound: str) -> str:
    if "ˌ" in sound:
        return sound.replace("ˌ", "ˈ", 1)
    at = next((place for place, symbol in enumerate(sound) if symbol in VOWELS), None)
    return sound if at is None else sound[:at] + "ˈ" + sound[at:]


def _without_accents(word: str) -> str:
    import unicodedata

    return "".join(part for part in unicodedata.normalize("NFD", word) if not unicodedata.combining(part))
