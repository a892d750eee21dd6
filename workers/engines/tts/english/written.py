"""Written English to words and marks: numbers, money, times, units, abbreviations, symbols.

`read_out` cuts a text into `Piece`s that keep what was written, the words to say for it, and the mark that follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from workers.engines.tts.english.numbers import cardinal, decimal, digits, ordinal, year

MARKS = frozenset(";:,.!?—…“”()")
_INITIALS_MAX = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A written word and the words to say for it; or, without words, the mark `text`."""

    text: str
    words: tuple[str, ...] = ()


_MONEY = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "sen", "sen"),
}
_SCALE = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "b": "billion", "B": "billion",
    "bn": "billion", "mil": "million",
}  # fmt: skip
_UNITS = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "mi": "mile", "ft": "foot",
    "in": "inch", "kg": "kilogram", "g": "gram", "mg": "milligram", "lb": "pound", "lbs": "pound", "oz": "ounce",
    "l": "liter", "L": "liter", "ml": "milliliter", "s": "second", "sec": "second", "secs": "second",
    "ms": "millisecond", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour",
    "gb": "gigabyte", "GB": "gigabyte", "mb": "megabyte", "MB": "megabyte", "kb": "kilobyte", "KB": "kilobyte",
    "TB": "terabyte", "tb": "terabyte", "Hz": "hertz", "hz": "hertz", "kHz": "kilohertz", "khz": "kilohertz",
    "MHz": "megahertz", "GHz": "gigahertz", "ghz": "gigahertz", "mph": "mile per hour",
    "kmh": "kilometer per hour", "km/h": "kilometer per hour", "fps": "frame per second",
    "FPS": "frame per second", "W": "watt", "kW": "kilowatt", "V": "volt", "x": "times", "X": "times", "p": "p",
    "px": "pixel", "°C": "degree celsius", "°F": "degree fahrenheit", "°": "degree", "%": "percent",
}  # fmt: skip
_UNCHANGED = frozenset({"hertz", "kilohertz", "megahertz", "gigahertz", "times", "p", "percent"})
_PLURAL = {"foot": "feet", "inch": "inches"}
_ABBREVIATIONS = {
    "mr.": "mister", "mrs.": "missus", "ms.": "miz", "dr.": "doctor", "prof.": "professor", "st.": "saint",
    "vs.": "versus", "vs": "versus", "etc.": "et cetera", "etc": "et cetera", "e.g.": "for example",
    "i.e.": "that is", "approx.": "approximately", "no.": "number", "jr.": "junior", "sr.": "senior",
    "mt.": "mount", "ft.": "featuring", "feat.": "featuring", "dept.": "department", "inc.": "incorporated",
    "ltd.": "limited", "corp.": "corporation", "a.m.": "A M", "p.m.": "P M", "w/": "with", "w/o": "without",
    "b/c": "because", "aka": "AKA", "a.k.a.": "AKA", "mr": "mister", "mrs": "missus", "dr": "doctor",
    "jan.": "January", "feb.": "February", "aug.": "August", "sept.": "September", "oct.": "October",
    "nov.": "November", "dec.": "December", "pls": "please", "plz": "please", "thx": "thanks", "ppl": "people",
    "tbh": "to be honest", "idk": "I don't know", "imo": "in my opinion", "imho": "in my humble opinion",
    "btw": "by the way", "omg": "oh my god", "rn": "right now", "ngl": "not gonna lie", "fr": "for real",
    "brb": "be right back", "afk": "AFK", "irl": "IRL", "lmao": "LMAO", "smh": "SMH", "wtf": "WTF",
    "bc": "because", "gg": "GG", "ggs": "GGs", "glhf": "good luck, have fun", "wp": "well played",
    "hp": "HP", "xp": "XP", "npc": "NPC", "npcs": "NPCs", "pc": "PC", "obs": "OBS", "dm": "DM",
    "dms": "DMs", "ai": "AI", "ok": "okay", "tv": "TV", "cpu": "CPU", "gpu": "GPU", "vip": "VIP",
    "mvp": "MVP", "rpg": "RPG", "fps": "FPS", "mmo": "MMO", "pvp": "PVP", "ps5": "PS five",
    "vtuber": "V tuber", "vtubers": "V tubers", "mic": "mike",
}  # fmt: skip
_SYMBOLS = {
    "&": "and", "+": "plus", "=": "equals", "@": "at", "#": "hash", "%": "percent", "°": "degrees",
    "×": "times", "÷": "divided by", "<3": "love", "½": "half", "¼": "a quarter", "¾": "three quarters",
}  # fmt: skip


def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AFTER_YEAR_WORD = _word_set(
    "in since by of from until till before after during around circa year early late mid january february "
    "march april may june july august september october november december the"
)

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_ATTACHED = "|".join(sorted((unit for unit in _UNITS if unit.isalpha()), key=len, reverse=True))
_SPACED = "|".join(sorted((unit for unit in _UNITS if unit.isalpha() and len(unit) > 1 and unit != "in"), key=len,
                          reverse=True))  # fmt: skip
_SCANNER = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<abbreviation>(?:[A-Za-z]\.){{2,}}|(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Mt|vs|etc|approx|dept|Inc|Ltd|Corp|feat
        |Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|(?:No|no|ft)\.(?=\s*[0-9A-Z])|w/o?(?=[\s,.]|$)|b/c)
    | (?P<money>[$£€¥]\s?(?P<amount>{_NUMBER})\s?(?P<scale>(?:k|K|m|M|b|B|bn|mil)\b
        |(?:thousand|million|billion|trillion)\b)?)
    | (?P<time>(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:\s?[aApP](?:\.[mM]\.|[mM]\b))?
        |(?:1[0-2]|0?[1-9])\s?[aApP](?:\.[mM]\.|[mM]\b))
    | (?P<decade>'?[0-9][0-9](?:[0-9]0|0)s\b|'[0-9][0-9]s?\b)
    | (?P<ordinal>[0-9][0-9,]*(?:st|nd|rd|th)\b)
    | (?P<date>\b[0-9]{{4}}-[0-9][0-9]-[0-9][0-9]\b)
    | (?P<phone>\b[0-9]{{3}}-[0-9]{{3,4}}(?:-[0-9]{{4}})?\b)
    | (?P<version>\bv?[0-9]+(?:\.[0-9]+){{2,}}\b)
    | (?P<score>\b[0-9]{{1,3}}\s?[-–]\s?[0-9]{{1,3}}\b)
    | (?P<fraction>\b[0-9]{{1,2}}/[0-9]{{1,2}}\b)
    | (?P<quantity>(?<!\w)[-−]?(?:{_NUMBER})(?P<unit>\s?%|\s?°[CF]?|\s?km/h|(?:{_ATTACHED})(?![A-Za-z])
        |\s(?:{_SPACED})(?![A-Za-z])))
    | (?P<scaled>(?<!\w)(?:{_NUMBER})(?:k|K|M|B|bn)\b)
    | (?P<number>(?<!\w)[-−]?(?:{_NUMBER}))
    | (?P<heart><3)
    | (?P<word>[^\W_]+(?:['’][^\W\d_]+)*['’]?(?:(?<=[sS]['’])|(?<!['’])))
    | (?P<dash>\s*(?:—|–|--+)\s*)
    | (?P<dots>\.{{2,}}|…)
    | (?P<mark>[;:,.!?“”"()])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def read_out(text: str) -> list[Piece]:
    """Cut `text` into pieces, in order. Symbols without a name are left out."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'")
    pieces: list[Piece] = []
    quoted = False
    for found in _SCANNER.finditer(text):
        kind, raw = str(found.lastgroup), found.group()
        if kind in {"amount", "scale", "unit"}:
            kind = "money" if found["money"] else "quantity"
        if kind == "mark" and raw == '"':
            quoted = not quoted
            pieces.append(Piece("“" if quoted else "”"))
        elif kind == "mark":
            pieces.append(Piece(raw))
        elif kind == "dash":
            pieces.append(Piece("—"))
        elif kind == "dots":
            pieces.append(Piece("…"))
        elif words := _words(kind, raw, found, pieces):
            pieces.append(Piece(raw.strip(), tuple(words)))
            if kind == "abbreviation" and _ends_sentence(text, found.end()):
                pieces.append(Piece("."))
    return pieces


def _ends_sentence(text: str, at: int) -> bool:
    return text[at - 1] == "." and not text[at:].strip()


def _words(kind: str, raw: str, found: re.Match[str], before: list[Piece]) -> list[str]:
    if kind in {"space", "mark"}:
        return []
    if kind == "money":
        return _money(raw[0], found["amount"], found["scale"])
    if kind == "quantity":
        return _quantity(raw, found["unit"])
    if kind == "number":
        return _number(raw, before)
    reader = _READERS.get(kind)
    return reader(raw) if reader else []


def _number(raw: str, before: list[Piece]) -> list[str]:
    sign = ["minus"] if raw[0] in "-−" else []
    text = raw.lstrip("-−")
    previous = before[-1].text.lower() if before else ""
    if not sign and text.isdigit():
        value = int(text)
        looks_like_year = len(text) == 4 and 1100 <= value <= 2099  # noqa: PLR2004
        if looks_like_year and (value % 100 or previous in _AFTER_YEAR_WORD):
            return year(value)
        if text[0] == "0" and len(text) > 1:
            return ["oh" if word == "zero" else word for word in digits(text)]
    return [*sign, *decimal(text)]


def _money(sign: str, amount: str, scale: str | None) -> list[str]:
    one, many, cent, cents = _MONEY[sign]
    if scale:
        return [*decimal(amount), _SCALE.get(scale, scale), many]
    whole, _, part = amount.replace(",", "").partition(".")
    units, rest = int(whole or 0), int((part + "0")[:2]) if part else 0
    words = [*cardinal(units), one if units == 1 else many] if units or not rest else []
    if rest:
        words += [*(["and"] if words else []), *cardinal(rest), cent if rest == 1 else cents]
    return words


def _quantity(raw: str, unit: str) -> list[str]:
    number, unit = raw[: -len(unit)].strip(), unit.strip()
    name = _UNITS[unit]
    sign = ["minus"] if number[0] in "-−" else []
    number = number.lstrip("-−")
    words = decimal(number)
    if number != "1" and name not in _UNCHANGED:
        head, space, rest = name.partition(" ")
        name = _PLURAL.get(head, head + "s") + space + rest
    return [*sign, *words, *name.split()]


def _time(raw: str) -> list[str]:
    found = re.match(r"(\d+)(?::(\d\d))?(?::(\d\d))?\s?([aApP])?", raw)
    if not found:
        return []
    hour, minute, second, half = found.groups()
    words = cardinal(int(hour))
    if minute and int(minute):
        words += ["oh", *cardinal(int(minute))] if int(minute) < 10 else cardinal(int(minute))  # noqa: PLR2004
    elif not half and not second:
        words += ["o'clock"] if 0 < int(hour) <= 12 else ["hundred"]  # noqa: PLR2004
    if second:
        words += ["and", *cardinal(int(second)), "seconds"]
    return [*words, half.upper(), "M"] if half else words


def _decade(raw: str) -> list[str]:
    number = raw.strip("'s")
    words = year(int(number)) if len(number) > 2 else cardinal(int(number))  # noqa: PLR2004
    if not raw.endswith("s"):
        return words
    last = words[-1]
    return [*words[:-1], last[:-1] + "ies" if last.endswith("y") else last + "s"]


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _date(raw: str) -> list[str]:
    years, month, day = (int(part) for part in raw.split("-"))
    name = _MONTHS[month - 1] if 1 <= month <= len(_MONTHS) else ""
    return [*([name] if name else cardinal(month)), *ordinal(day), *year(years)]


def _fraction(raw: str) -> list[str]:
    over, under = (int(part) for part in raw.split("/"))
    if (over, under) == (1, 2):
        return ["one", "half"]
    if 0 < over < under and under in {3, 4, 5, 6, 8}:
        name = "quarter" if under == 4 else ordinal(under)[-1]  # noqa: PLR2004
        return [*cardinal(over), name if over == 1 else name + "s"]
    return [*cardinal(over), *(["out", "of"] if over <= under else ["slash"]), *cardinal(under)]


def _score(raw: str) -> list[str]:
    left, right = re.split(r"\s?[-–]\s?", raw)
    return [*cardinal(int(left)), "to", *cardinal(int(right))]


def _abbreviation(raw: str) -> list[str]:
    known = _ABBREVIATIONS.get(raw.lower())
    return known.split() if known else [letter.upper() for letter in raw if letter.isalpha()]


def _word(raw: str) -> list[str]:
    known = _ABBREVIATIONS.get(raw.lower())
    if known and (len(raw) > _INITIALS_MAX or raw.lower() not in {"no", "in", "fr"}):
        return known.replace(",", "").split()
    return _camel(raw) if not raw.isupper() else [raw]


def _camel(raw: str) -> list[str]:
    parts = re.findall(r"[0-9]+|[^\W\d_]+(?:'[^\W\d_]+)*'?", raw)
    words: list[str] = []
    for part in parts:
        if part[0] in "0123456789":
            words += cardinal(int(part)) if len(part) < 4 else digits(part)  # noqa: PLR2004
        elif len(part) > 3 and re.search(r"[a-z][A-Z]", part) and not re.match(r"(?:Mc|Mac|O')[A-Z]", part):  # noqa: PLR2004
            words += re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z']+", part)
        else:
            words.append(part)
    return words


_READERS: dict[str, Callable[[str], list[str]]] = {
    "abbreviation": _abbreviation,
    "time": _time,
    "decade": _decade,
    "ordinal": lambda raw: ordinal(int(re.sub(r"\D", "", raw))),
    "date": _date,
    "phone": digits,
    "version": lambda raw: " point ".join(" ".join(cardinal(int(n))) for n in re.findall(r"\d+", raw)).split(),
    "score": _score,
    "fraction": _fraction,
    "scaled": lambda raw: [
        *decimal(re.sub(r"[A-Za-z]+$", "", raw)), _SCALE[re.sub(r"^[\d.,]+", "", raw)],
    ],
    "word": _word,
    "heart": lambda _: ["love"],
    "other": lambda raw: _SYMBOLS[raw].split() if raw in _SYMBOLS else [],
}  # fmt: skip
