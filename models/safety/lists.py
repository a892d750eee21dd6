"""From data files to a `Lexicon`: parsed, decoded, checked; every fault is named at once."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.safety.folding import fold, runs, squeezed
from models.safety.lexicon import NEVER_ALLOWED, Entry, Lexicon, PhraseList, Rule, StemList
from models.safety.own import words_of
from models.safety.phrases import Phrase, PhraseError, compile_phrase, filed
from models.safety.values import Category, Ear, SafetyError

OWN_RULE = Rule(Category.OWN_LIST, "Your blocked words", frozenset({Ear.STRANGER, Ear.VOICE}))

_FORM_MIN = 2


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _List(_Part):
    category: Category
    rule: str = Field(min_length=1)
    language: str = "en"
    ears: frozenset[Ear] = frozenset(Ear)
    family: bool = False
    words: str = ""
    stems: str = ""
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class _File(_Part):
    rot13: bool = False
    sets: dict[str, tuple[str, ...]] = {}
    lists: tuple[_List, ...] = ()
    innocent_words: str = ""
    innocent_phrases: tuple[str, ...] = ()


def parse_lists(
    tables: Mapping[str, Mapping[str, Any]], *, blocked: Iterable[str] = (), allowed: Iterable[str] = ()
) -> Lexicon:
    """The lexicon of these tables (file name to content) and of the user's own words.

    Raises `SafetyError` for damaged tables. Own words without letters are passed over.
    """
    files, problems = _files(tables)
    sets = {name: values for file in files.values() for name, values in file.sets.items()}
    passed = {"".join(words_of(word)) for word in allowed} - {""}
    passed_phrases = {" ".join(words_of(word)) for word in allowed} - {""}
    entries: list[Entry] = []
    stems: list[StemList] = []
    lists: list[PhraseList] = []
    for name, file in files.items():
        for part in file.lists:
            rule = Rule(part.category, part.rule, part.ears, part.family)
            free = passed if part.category not in NEVER_ALLOWED else set()
            forms = (entry for word in part.words.split() for entry in _forms(word, rule))
            entries += [entry for entry in forms if entry.form not in free and fold(entry.listed) not in free]
            if kept := [stem for stem in part.stems.split() if stem not in free]:
                stems.append(StemList(rule, _inside(kept), {squeezed(stem): stem for stem in kept}))
            phrases = [phrase for phrase in part.phrases if not free or phrase not in passed_phrases]
            try:
                lists.append(
                    PhraseList(
                        rule,
                        filed(compile_phrase(phrase, sets) for phrase in phrases),
                        filed(compile_phrase(phrase, sets) for phrase in part.unless),
                    )
                )
            except PhraseError as error:
                problems.append(f"{name}: {error}")
    innocent = _innocent(files, sets, problems)
    if problems:
        raise SafetyError(tuple(problems))
    own, own_phrases = _own(blocked)
    entries += own
    lists.append(PhraseList(OWN_RULE, filed(own_phrases), {}))
    words = {word for file in files.values() for word in file.innocent_words.split()}
    return replace(_lexicon(entries, stems, lists, words, innocent), allowed=frozenset(passed))


def _files(tables: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, _File], list[str]]:
    files: dict[str, _File] = {}
    problems: list[str] = []
    for name, table in tables.items():
        try:
            file = _File.model_validate(table)
        except ValidationError as error:
            problems += [f"{name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
            continue
        files[name] = _decoded(file) if file.rot13 else file
    if not any(file.lists for file in files.values()) and not problems:
        problems.append("no list was found: her safety would be empty")
    return files, problems


def _decoded(file: _File) -> _File:
    lists = tuple(
        part.model_copy(
            update={
                "words": _plain(part.words),
                "stems": _plain(part.stems),
                "phrases": tuple(map(_plain, part.phrases)),
                "unless": tuple(map(_plain, part.unless)),
            }
        )
        for part in file.lists
    )
    sets = {name: tuple(map(_plain, values)) for name, values in file.sets.items()}
    return file.model_copy(update={"lists": lists, "sets": sets})


def _plain(text: str) -> str:
    return codecs.decode(text, "rot13")


def _forms(word: str, rule: Rule) -> list[Entry]:
    """A listed word and its plurals."""
    written = fold(word)
    plural = f"{written}es" if written.endswith(("s", "x", "z", "ch", "sh")) else f"{written}s"
    forms = (written,) if len(written) < _FORM_MIN else (written, plural, f"{written}z")
    return [Entry(form, runs(form), word, rule) for form in forms]


def _inside(stems: Iterable[str]) -> re.Pattern[str]:
    """Stems anywhere in a word, their letters possibly repeated; runs in texts are three letters at most."""
    ways = []
    for stem in stems:
        short = squeezed(stem)
        lengths = runs(stem)
        ways.append("".join(f"{letter}{{{n},}}" for letter, n in zip(short, lengths, strict=True)))
    return re.compile("|".join(ways))


def _innocent(
    files: Mapping[str, _File], sets: Mapping[str, tuple[str, ...]], problems: list[str]
) -> list[Phrase]:
    found: list[Phrase] = []
    for name, file in files.items():
        for phrase in file.innocent_phrases:
            try:
                found.append(compile_phrase(phrase, sets))
            except PhraseError as error:
                problems.append(f"{name}: {error}")
    return found


def _own(blocked: Iterable[str]) -> tuple[list[Entry], list[Phrase]]:
    entries: list[Entry] = []
    phrases: list[Phrase] = []
    for listed in blocked:
        words = words_of(listed)
        if len(words) == 1:
            entries += [Entry(e.form, e.lengths, listed, e.rule) for e in _forms(words[0], OWN_RULE)]
        elif words:
            phrases.append(_literal(words))
    return entries, phrases


def _literal(words: tuple[str, ...]) -> Phrase:
    line = "".join(f"{re.escape(squeezed(word))} " for word in words)
    return Phrase(line, frozenset({squeezed(words[0])[:3]}))


def _lexicon(
    entries: Iterable[Entry],
    stems: Iterable[StemList],
    lists: Iterable[PhraseList],
    innocent_words: Iterable[str],
    innocent: Iterable[Phrase],
) -> Lexicon:
    words: dict[str, list[Entry]] = {}
    starred: dict[tuple[int, str], list[Entry]] = {}
    for entry in entries:
        words.setdefault(squeezed(entry.form), []).append(entry)
        starred.setdefault((len(entry.form), entry.form[0]), []).append(entry)
    held = tuple(lists)
    keys: dict[str, list[int]] = {}
    for number, part in enumerate(held):
        for key in part.phrases:
            keys.setdefault(key, []).append(number)
    return Lexicon(
        {key: tuple(value) for key, value in words.items()},
        {key: tuple(value) for key, value in starred.items()},
        tuple(stems),
        held,
        {key: tuple(value) for key, value in keys.items()},
        frozenset(fold(word) for word in innocent_words),
        frozenset(),
        filed(innocent),
    )
