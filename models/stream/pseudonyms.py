"""Invented names for the people in a recording: the same one wherever a person is named, until the salt changes.

Told apart by what JSON calls a field (`username`, `user_login`, `from` …), people are then found in every text too,
history and nested values included, and so is whoever is addressed with an @. What else points to a person (numbers of
accounts, addresses of mail, pictures) goes. Her own names stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words(
    "Amber Autumn Balmy Brassy Breezy Bright Bubbly Candid Cedar Chalky Cheery Cinder Clever Cloudy Cobalt Copper "
    "Coral Cosy Crimson Curious Dapper Dewy Drowsy Dusty Eager Ember Fabled Feathered Foggy Frosty Gentle Gilded "
    "Ginger Glassy Golden Hazel Hidden Honey Humble Indigo Ivory Jaunty Jolly Lively Lunar Maple Marble Mellow "
    "Merry Misty Mossy Nimble Opal Pebbled Plucky Quiet Rusty Sandy Silver Sleepy Snowy Sunny Velvet Windy"
)
_SECOND = _words(
    "Acorn Anchor Badger Beacon Bellows Biscuit Bramble Bridge Button Cactus Candle Cello Comet Cricket Dragonfly "
    "Drummer Falcon Fern Ferry Fiddle Finch Gadget Garden Gecko Harbor Heron Island Jigsaw Kettle Kite Lantern "
    "Lemon Lichen Lobster Magpie Marmot Meadow Meteor Mitten Moth Mushroom Newt Oboe Orchard Otter Paddle Parsnip "
    "Pebble Pigeon Pixel Puffin Quill Raccoon Radish River Saddle Sparrow Teapot Thimble Tulip Turnip Walnut "
    "Willow Yarrow"
)
_NUMBERS = 10_000

_NAMES = frozenset(
    _words(
        "author broadcaster chatter cheerer display displayname donator donor fan follower from fromname gifter login "
        "member moderator nick nickname player raider recipient sender streamer subscriber supporter tipper to user "
        "userlogin username viewer who winner"
    )
)
_NUMBERED = frozenset(
    _words(
        "accountid authorid broadcasterid broadcasteruserid channelid fromid fromuserid gifterid recipientid roomid "
        "senderid subscriberid twitchid userid"
    )
)
_ERASED = frozenset(
    _words("avatar avatarurl email ip mail phone picture profileimage profileimageurl profilepicture userip")
)
_WHOLE = frozenset(_words("badges badgeinfo emotes method"))
"""Fields that are left as they are, with all that is in them."""
_KEPT = frozenset(
    _words("color colour currency emote event id kind plan priority sound tier time timestamp type usertype")
)
"""Texts in which no person is named, whatever a viewer is called."""

_SETTLED = ("endpoint-", "scene-", "settings-", "alert-settings")
"""How events begin that tell of the backend itself: `name` is a thing's there."""

_SHORTEST = 3
"""Shorter names are replaced only where they are addressed: too many words look like them."""
_DEEPEST = 40
_WORD = re.compile(r"\w+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AT = re.compile(r"(?<![\w.])@(\w+)")
_RUN_TOGETHER = 0x0E00
"""Scripts from here on write words without spaces between."""


class Pseudonyms:
    """Replaces people, and knows the ones it has met. `keep` are names that stay: her own."""

    def __init__(self, salt: str, keep: Iterable[str] = ()) -> None:
        self._salt = salt.encode()
        self._keep = frozenset(name.casefold().lstrip("@") for name in keep)
        self._words: dict[str, dict[tuple[str, ...], str]] = {}
        self._within: dict[str, re.Pattern[str]] = {}
        self._met: set[str] = set()

    def invented(self, name: str) -> str:
        """The name in place of this one, however it is spelt; a name with an @ keeps it."""
        bare = name.strip().lstrip("@")
        folded = bare.casefold()
        if not folded or folded in self._keep:
            return name
        number = self._number(folded)
        number, first = divmod(number, len(_FIRST))
        number, second = divmod(number, len(_SECOND))
        at = "@" if name.strip().startswith("@") else ""
        return f"{at}{_FIRST[first]}{_SECOND[second]}{number % _NUMBERS}"

    def hide(self, name: str, payload: object) -> object:
        """The payload of the event `name` without the people in it; its shape stays, what is nested too deeply goes."""
        settled = name.startswith(_SETTLED)
        self._meet(payload, settled=settled)
        return self._hide(payload, settled=settled)

    def _number(self, folded: str) -> int:
        digest = blake2b(folded.encode("utf-8", "backslashreplace"), key=self._key, digest_size=8)
        return int.from_bytes(digest.digest(), "big")

    @property
    def _key(self) -> bytes:
        return blake2b(self._salt, digest_size=32).digest()

    # --- meeting

    def _meet(self, value: object, depth: int = 0, *, settled: bool, named: bool = False) -> None:
        """Learn who is named in a value; `named`: a text of its own, or in a list, is a name."""
        if depth > _DEEPEST:
            return
        match value:
            case str() if named:
                self._learn(value)
            case list():
                for part in value:
                    self._meet(part, depth + 1, settled=settled, named=named)
            case dict():
                for key, part in value.items():
                    if _plain(key) not in _WHOLE:
                        is_name = _is_name(key, value, settled=settled)
                        self._meet(part, depth + 1, settled=settled, named=is_name)

    def _learn(self, name: str) -> None:
        folded = name.strip().lstrip("@").casefold()
        if folded in self._met or folded in self._keep:
            return
        self._met.add(folded)
        if any(ord(letter) >= _RUN_TOGETHER for letter in folded):
            self._within[folded] = re.compile(re.escape(folded), re.IGNORECASE)
        elif len(folded) >= _SHORTEST and (words := tuple(_WORD.findall(folded))):
            self._words.setdefault(words[0], {}).setdefault(words, folded)

    # --- hiding

    def _hide(self, value: object, depth: int = 0, *, settled: bool, named: bool = False) -> object:
        if depth > _DEEPEST:
            return None
        match value:
            case str():
                return self.invented(value) if named else self._rewritten(value)
            case list():
                return [self._hide(part, depth + 1, settled=settled, named=named) for part in value]
            case dict():
                return {key: self._field(key, value, depth, settled=settled) for key in value}
        return value

    def _field(self, key: str, whole: dict[str, object], depth: int, *, settled: bool) -> object:
        value, plain = whole[key], _plain(key)
        if plain in _ERASED:
            return ""
        if plain in _NUMBERED and isinstance(value, (str, int)):
            number = self._number(str(value)) % 10**9
            return number if isinstance(value, int) else str(number)
        if plain in _WHOLE or (plain in _KEPT and isinstance(value, str)):
            return value
        return self._hide(value, depth + 1, settled=settled, named=_is_name(key, whole, settled=settled))

    def _rewritten(self, text: str) -> str:
        """A text, with everyone in it replaced."""
        if "@" in text:
            text = _MAIL.sub(lambda found: f"{self.invented(found[0])}@example.org", text)
            text = _AT.sub(lambda found: self.invented(found[0]), text)
        for name, pattern in self._within.items():
            text = pattern.sub(self.invented(name), text)
        return self._worded(text)

    def _worded(self, text: str) -> str:
        """Names found word by word, the longest first."""
        words = list(_WORD.finditer(text))
        folded = [word[0].casefold() for word in words]
        pieces, done, n = [], 0, 0
        while n < len(words):
            known = self._words.get(folded[n], {})
            fits = [name for name in known if tuple(folded[n : n + len(name)]) == name]
            if not fits:
                n += 1
                continue
            name = max(fits, key=len)
            start, end = words[n].start(), words[n + len(name) - 1].end()
            pieces += [text[done:start], self.invented(known[name])]
            done, n = end, n + len(name)
        return "".join([*pieces, text[done:]])


def _plain(key: str) -> str:
    return "".join(letter for letter in key.casefold() if letter.isalnum())


def _is_name(key: str, whole: dict[str, object], *, settled: bool) -> bool:
    """Whether a field holds the name of a person: `name` alone does where no other field says who."""
    plain = _plain(key)
    if plain == "name":
        return not settled and not any(_plain(other) in _NAMES for other in whole)
    return plain in _NAMES or plain.removesuffix("s") in _NAMES
