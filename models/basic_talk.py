"""What the bundled small model may add in basic mode: a short prompt it can hold, and the guards on what comes back.

It cannot carry the persona and knows next to nothing, so it is asked only for one line of small talk. The
prompt's beginning never changes, so an engine that keeps its cache answers at once.
"""

from __future__ import annotations

import re

from models.basic_words import stem, weight, words
from models.speech import Message, Prompt, Role

_SYSTEM = (
    "You are Vesper, a small witty fox and a loyal friend. You answer with one short, warm, playful sentence."
)
_SHOTS = (
    ("I went for a walk by the river.", "A river walk sounds lovely, did the ducks say hello?"),
    ("My neighbour got a drum kit.", "A drum kit next door means rhythm for everyone and sleep for nobody."),
    ("I tried a new recipe tonight.", "A new recipe is always brave, and the kitchen is still standing."),
    ("I am watching a film with my sister.", "A film with your sister, so who gets the last of the popcorn?"),
)
_LONGEST_SAID = 200
_MOST_WORDS = 20
_FEWEST_WORDS = 3
_BANNED = re.compile(
    r"[^\x20-\x7e’“”–—…é]|[<>\[\]{}|*_#`~^\\/@=]|https?|www\.|\d|([A-Za-z])\1\1|\b(?:as an ai|language model|ai model|"
    r"assistant|chatbot|openai|user|system|prompt|sentence|instruction|vesper|human being|sex\w*|porn\w*|kill\w*|"
    r"suicid\w*|die|dead|drugs?|dumb|ladies|hate|stupid|idiot|ugly|fat|doctor|medicine|invest\w*)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]+(?=\s|$)")


def small_prompt(said: str) -> Prompt:
    """The request for one line of small talk about what was said."""
    shots = (
        Message(role, text)
        for shot in _SHOTS
        for role, text in zip((Role.USER, Role.ASSISTANT), shot, strict=True)
    )
    asked = " ".join(said.split())[:_LONGEST_SAID]
    return Prompt(
        (Message(Role.SYSTEM, _SYSTEM), *shots, Message(Role.USER, asked)),
        max_tokens=28,
        temperature=0.4,
        top_p=0.85,
        stop=("\n",),
    )


def tidy(text: str, said: str) -> str | None:
    """The first whole sentence of the model's reply, or None when it is not fit to be said.

    Turned down: unfinished, too short or long, looping, parroting the user or the examples, about something
    else, markup, talk of prompts and assistants, numbers that sound like facts, and words she would not
    say.
    """
    whole = _SENTENCE.match(" ".join(text.replace('"', " ").split()))
    kept = whole.group() if whole else ""
    spoken = kept.lower().split()
    if not _FEWEST_WORDS <= len(spoken) <= _MOST_WORDS or _BANNED.search(kept):
        return None
    if _loops(spoken) or _parrots(kept, said) or _strays(kept, said):
        return None
    return kept


def acceptable(text: str, said: str = "") -> bool:
    """Whether a reply may be said as it is."""
    return tidy(text, said) == text.strip()


def _strays(kept: str, said: str) -> bool:
    """Whether it is about something else: no word in common that says anything, or a name nobody mentioned."""
    mentioned = {word.lower() for word in re.findall(r"[A-Za-z]+", said)} | {"i"}
    names = {name.lower() for name in re.findall(r"(?<![.!?])\s([A-Z][a-z]*)", kept)}
    matters = {stem(word) for word in words(said) if weight(word) >= 1.0}
    return not names <= mentioned or not matters & {stem(word) for word in words(kept)}


def _loops(spoken: list[str]) -> bool:
    """Whether three words in a row come twice, or one word makes up too much of it."""
    triples = list(zip(spoken, spoken[1:], spoken[2:], strict=False))
    often = max(spoken.count(word) for word in set(spoken))
    return len(set(triples)) < len(triples) or often > 2 + len(spoken) // 8


def _parrots(kept: str, said: str) -> bool:
    """Whether it only repeats the user, or one of the examples."""
    mine = {stem(word) for word in words(kept)}
    others = [said, *(reply for _, reply in _SHOTS)]
    return any(
        len(mine & {stem(word) for word in words(other)}) > 0.7 * len(mine)  # most of it
        for other in others
        if other
    )
