"""What may be said to her and by her: one gate before the mind, one before the voice, the captions and any output.

The gate looks and judges; what happens then is decided elsewhere. It never raises, is the same for the same text, and
its time is bounded: texts are cut before they are read, and no pattern backtracks without end.

- `hear`: the owner's words. They may swear, say dark things and name their own data, for it is their machine; what
  stops is what no answer of hers could be right to: slurs, hate, threats, explicit requests, anything with minors.
  A word of harming themselves has the category `self_harm`; what answers it is `models.safety.care`.
- `hear_stranger`: stream chat. Hostile until proven otherwise: also injections, links, personal data, own lists.
- `say`: her own words, clause by clause. Also leaks of her prompt, and announcements of being someone else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models.safety import own
from models.safety.cleaning import HEARD, NAMED, SAID, clean
from models.safety.injection import shapes, untagged
from models.safety.leaks import NOTHING, Secret, secret
from models.safety.lexicon import NEVER_ALLOWED, Hit, Lexicon, Rule
from models.safety.links import links
from models.safety.lists import parse_lists
from models.safety.own import Topic
from models.safety.personal import personal
from models.safety.reading import Reading, read
from models.safety.values import Category, Ear, Verdict, masked

_CONTEXT = 200
"""Characters of what was already said that are read along."""

_ORDER = {category: place for place, category in enumerate(Category)}
_EVERYONE = frozenset(Ear)
_LEAK = Rule(Category.INJECTION, "A piece of her own instructions", _EVERYONE)


@dataclass(frozen=True, slots=True)
class Gate:
    """The lists in force, the user's topics, and what she must not tell."""

    lexicon: Lexicon
    topics: tuple[Topic, ...] = ()
    secret: Secret = NOTHING
    family: bool = False

    def hear(self, text: str) -> Verdict:
        """The owner's line, before the mind. `.text` is clean, on one line, at most 2,000 characters."""
        cleaned = clean(text, HEARD)
        return _verdict(cleaned, self._listed(read(cleaned), Ear.OWNER))

    def hear_stranger(self, who: str, text: str) -> Verdict:
        """A line of stream chat by `who`, whose name is read too."""
        cleaned, name = clean(text, HEARD), clean(who, NAMED)
        return _verdict(cleaned, [*self._strange(cleaned), *self._listed(read(name), Ear.STRANGER)])

    def say(self, text: str, before: str = "") -> Verdict:
        """A piece of her reply, before anyone hears or reads it; `before` is what she already said of it."""
        cleaned = clean(untagged(clean(text, SAID)), SAID)
        earlier = clean(before[-_CONTEXT * 4 :], SAID)[-_CONTEXT:]
        return _verdict(cleaned, self._spoken(cleaned, earlier))

    def _strange(self, text: str) -> Iterator[Hit]:
        reading = read(text)
        yield from self._listed(reading, Ear.STRANGER)
        yield from self._own_topics(reading)
        yield from (_hit(Category.INJECTION, words, met) for words, met in shapes(text))
        yield from (_hit(Category.PERSONAL_DATA, words, met) for words, met in personal(text))
        yield from (_hit(Category.LINK, "A link", met) for met in links(text))

    def _spoken(self, text: str, earlier: str) -> Iterator[Hit]:
        reading = read(text, earlier)
        yield from self._listed(reading, Ear.VOICE)
        yield from self._own_topics(reading)
        if told := self.secret.told(reading.texts[0]):
            yield Hit(_LEAK, told)
        whole = f"{earlier} {text}" if earlier else text
        new = len(earlier) + 1 if earlier else 0
        yield from (_hit(Category.PERSONAL_DATA, words, met) for words, met in personal(whole, new))
        yield from (_hit(Category.LINK, "A link", met) for met in links(whole, new))

    def _listed(self, reading: Reading, ear: Ear) -> Iterator[Hit]:
        for hit in self.lexicon.meet(reading):
            if self._in_force(hit.rule, ear):
                yield hit

    def _in_force(self, rule: Rule, ear: Ear) -> bool:
        if rule.family and not self.family:
            return False
        return ear in rule.ears or (
            self.family and Ear.STRANGER in rule.ears and rule.category is Category.SEXUAL
        )

    def _own_topics(self, reading: Reading) -> Iterator[Hit]:
        for topic in self.topics:
            for text in reading.texts:
                if met := topic.met(text):
                    yield _hit(Category.TOPIC, f"Forbidden topic: {topic.words}", met)
                    break


def parse_gate(
    tables: Mapping[str, Mapping[str, Any]],
    *,
    family: bool = False,
    blocked: tuple[str, ...] = (),
    allowed: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    secret_text: str = "",
) -> Gate:
    """The gate of these data files (name to content) and choices. Raises `SafetyError` for a damaged file."""
    lexicon = parse_lists(tables, blocked=blocked, allowed=allowed)
    return gate_of(lexicon, family=family, topics=topics, secret_text=secret_text)


def gate_of(
    lexicon: Lexicon, *, family: bool = False, topics: tuple[str, ...] = (), secret_text: str = ""
) -> Gate:
    """The gate of lists that are parsed already, which is most of the work of one, and of these choices."""
    return Gate(lexicon, own.topics(topics), secret(secret_text), family)


def _hit(category: Category, words: str, met: str) -> Hit:
    return Hit(Rule(category, words, _EVERYONE), met)


def _verdict(cleaned: str, hits: Iterator[Hit] | list[Hit]) -> Verdict:
    worst = min(hits, key=lambda hit: _ORDER[hit.rule.category], default=None)
    if worst is None:
        return Verdict(cleaned)
    rule = worst.rule
    fixed = rule.category in NEVER_ALLOWED or rule.category is Category.OWN_LIST
    return Verdict("", rule.category, rule.words, masked(worst.met), "" if fixed else worst.listed)
