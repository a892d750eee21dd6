"""Personal data by its shape: addresses of every kind, numbers that call, pay or identify, keys and passwords.

Numbers with a checksum are checked (Luhn, ISO/IEC 7812-1; IBAN, ISO 13616, mod 97), so that a score is no card.
Every pattern bounds its repetitions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = "zero|one|two|three|four|five|six|seven|eight|nine|oh"
_TENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
_STREET = r"street|avenue|boulevard|blvd|terrace|crescent|highway|ave\b\.?|rd\b\.?|ln\b\.?"
_WEAK_STREET = r"Street|Road|Lane|Drive|Court|Place|Square|Way|Close|Hill|Row|Gardens|St\b\.?|Dr\b\.?|Ct\b\.?"
_PROVIDERS = r"gmail|hotmail|outlook|yahoo|icloud|proton(?:mail)?|gmx|aol|web"
_TLD = r"com|net|org|de|fr|es|uk|me|io|co|edu|eu|info|tv|gg|ru|br|it|nl|at|ch"
_EVERYDAY = (
    r"(?!(?:wrong|incorrect|right|correct|not|too|so|very|strong|weak|required|case|secret|safe|easy|hard|on|in|at"
    r"|the|a|an|my|your|his|her|our|their|hidden|lost|gone|old|new|being|always|never|really|still|missing|protected|reset|to|for)\b)"
)


@dataclass(frozen=True, slots=True)
class _Shape:
    words: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = lambda _text: True


def _luhn(text: str) -> bool:
    digits = [int(symbol) for symbol in text if symbol.isdigit()]
    if len(set(digits)) == 1:
        return False
    doubled = [digit if place % 2 == 0 else digit * 2 for place, digit in enumerate(reversed(digits))]
    return sum(digit if digit < 10 else digit - 9 for digit in doubled) % 10 == 0  # noqa: PLR2004  # of two digits


def _iban(text: str) -> bool:
    plain = "".join(text.split()).replace("-", "").upper()
    for end in range(len(plain), 14, -1):
        turned = plain[4:end] + plain[:4]
        if int("".join(str(int(symbol, 36)) for symbol in turned)) % 97 == 1:
            return True
    return False


def _address(text: str) -> bool:
    parts = [int(part) for part in text.split(".")]
    return all(part <= 255 for part in parts) and parts[0] not in {0, 127, 255}  # noqa: PLR2004  # a byte


_DATE = re.compile(r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+")


def _phone(text: str) -> bool:
    digits = sum(symbol.isdigit() for symbol in text)
    if text.lstrip().startswith("+") or "(" in text:
        return 8 <= digits <= 15  # noqa: PLR2004  # E.164
    if _DATE.fullmatch(text) or (_GROUPED.fullmatch(text) and not text.startswith("0")):
        return False
    groups = re.findall(r"\d+", text)
    if all(_YEAR.fullmatch(group) for group in groups):
        return False
    if len(groups) == 1:
        return (digits == 10 and text[0] in "23456789") or (text.startswith("0") and digits in {10, 11})  # noqa: PLR2004
    return (digits >= 7 and len(groups[-1]) >= 3 and len(groups[0]) >= 2) and digits <= 15  # noqa: PLR2004


_I = re.IGNORECASE
_DIGITS = (
    _Shape("A payment card number", re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)"), _luhn),
    _Shape("A bank account number", re.compile(
        r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?", _I), _iban),
    _Shape("A social security number", re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")),
    _Shape("An internet address", re.compile(
        r"(?<![\d.v])(?<!ersion )(?<!atch )(?<!uild )(?<!date )(?<!ease )"
        r"\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)"), _address),
    _Shape("An internet address", re.compile(r"(?<![\w:])(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}(?![\w:])", _I)),
    _Shape("A place on the map", re.compile(r"-?\d{1,3}\.\d{4,10}°?\s{0,2}[,;]?\s{1,2}-?\d{1,3}\.\d{4,10}")),
    _Shape("A phone number", re.compile(
        r"(?<![\w.,:$€£#/-])(?:\+\s?\d{1,3}[ ./-]{0,2})?(?:\(\d{1,5}\)[ ./-]{0,2})?"
        r"\d{2,11}(?:(?:[ ./-]| - )\d{2,8}){0,4}"
        r"(?![\w%])(?!\.\d)"), _phone),
    _Shape("A street address", re.compile(
        r"(?<![\w.,:])\d{1,5}[a-z]?,?\s(?:(?!minutes?\b|hours?\b|miles?\b)[\w'.]{2,20}\s){1,3}"
        rf"(?:{_STREET})(?!\w)", _I)),
    _Shape("A street address", re.compile(
        rf"(?<![\w.,:])\d{{1,5}}[a-z]?,?\s(?:[A-Z][\w'.]{{1,20}}\s){{1,3}}(?:{_WEAK_STREET})(?![a-z])")),
    _Shape("A street address", re.compile(
        r"\b\w{2,25}(?:straße|strasse|str\.|gasse|allee|platz|weg)\s\d{1,4}\s?[a-z]?\b", _I)),
    _Shape("A street address", re.compile(
        r"\b(?:calle|avenida|avda\.?|rua|plaza|via)\s(?:[\w'.]{2,20}\s){1,4}\d{1,4}\b"
        r"|\b\d{1,4},?\s(?:bis\s)?(?:rue|avenue|boulevard|allée)\s(?:de|du|des|la)?\s?\w{2,20}", _I)),
    _Shape("A secret code", re.compile(
        r"\b(?:pin|cvv|cvc|one[- ]time code|2fa code)(?: code)?(?: is|:)\s?\d{3,8}\b", _I)),
)  # fmt: skip
_LETTERS = (
    _Shape("An e-mail address", re.compile(
        r"[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,4}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}"
        r"(?:\s?(?:\.|\(dot\)|\[dot\]|\bdot\b)\s?[\w-]{2,24}){1,3}", _I)),
    _Shape("An e-mail address", re.compile(
        rf"\b\w{{2,30}}\s(?:at|@)\s(?:(?:{_PROVIDERS})\b|[\w-]{{2,40}}\s(?:dot|punkt|punto|point)\s(?:{_TLD})\b)", _I)),
    _Shape("A key or token", re.compile(
        r"\b(?:sk-[A-Za-z0-9_-]{16,200}|gh[pousr]_[A-Za-z0-9]{20,100}|xox[abprs]-[A-Za-z0-9-]{10,100}|AKIA[0-9A-Z]{16}"
        r"|AIza[\w-]{30,60}|eyJ[\w-]{8,400}\.eyJ[\w-]{4,400}|live_\d{4,16}_\w{10,60}|oauth:[a-z0-9]{20,60}"
        r"|hf_[A-Za-z0-9]{20,60}|glpat-[\w-]{16,60})|-----BEGIN [A-Z ]{0,30}PRIVATE KEY")),
    _Shape("A password", re.compile(
        r"\b(?:passwor[dt]|passphrase|passcode|contraseña|mot de passe|senha)\s?(?:is|:|=|ist|es|est|é)\s?"
        rf"[\"'“]?{_EVERYDAY}(?=[^\s]{{0,40}}[\d$%&#_@!])[^\s]{{4,60}}(?<![!?.,])", _I)),
)  # fmt: skip
_SPOKEN = _Shape("A number read out", re.compile(
    rf"\b(?:(?:{_NUMBER}|{_TENS}|double|triple)[\s,.-]{{1,3}}){{6,24}}(?:{_NUMBER}|{_TENS})\b", _I))  # fmt: skip
_DIGIT_WORDS = {word: value for value, word in enumerate(_NUMBER.split("|")[:10])} | {
    "oh": 0,
    "ten": 10,
    "eleven": 11,
}
_DIGIT = re.compile(r"\d")


def personal(text: str, new: int = 0) -> Iterator[tuple[str, str]]:
    """(what it is, where it says so) for all personal data in a cleaned text that ends behind place `new`."""
    shapes = _LETTERS + (_DIGITS if _DIGIT.search(text) else ())
    for shape in shapes:
        for found in shape.pattern.finditer(text):
            if found.end() > new and shape.holds(found.group()):
                yield shape.words, found.group()
    for found in _SPOKEN.pattern.finditer(text):
        if found.end() > new and not _counts(found.group()):
            yield _SPOKEN.words, found.group()


def _counts(text: str) -> bool:
    """Whether numbers in words go up or down one by one."""
    values = [_DIGIT_WORDS.get(word, -9) for word in re.findall(r"[a-z]+", text.lower())]
    steps = {later - earlier for earlier, later in pairwise(values)}
    return steps <= {1} or steps <= {-1}
