from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.basic_index import index
from models.basic_words import best_match, parse_phrase, words
from tests.models.basic_utterances import HELD_OUT
from tests.models.persona_files import table

TEXTS: dict[str, list[str]] = table("basic", "intents")["intents"]
PHRASES = {intent: tuple(parse_phrase(text) for text in texts) for intent, texts in TEXTS.items()}
INDEX = index(PHRASES)
SLIPS = ("WHATS THE WETHER LIKE", "im so exausted", "tell me a ridle", "your tial is fluffy", "", "um")


def test_no_phrase_that_matches_is_left_out_and_their_order_is_kept() -> None:
    for said in (*(words(text) for text, _ in HELD_OUT[::9]), *(words(text) for text in SLIPS)):
        matching = [pair for pair in INDEX.phrases if best_match(pair[1], said)]
        offered = INDEX.candidates(said)
        assert [pair for pair in offered if pair in matching] == matching, said


def test_most_phrases_are_not_even_tried() -> None:
    tried = [len(INDEX.candidates(words(text))) for text, _ in HELD_OUT]
    assert sum(tried) / len(tried) < 0.2 * len(INDEX.phrases)


@given(st.lists(st.sampled_from(["a", "cat", "sat", "elephant", "elephnt"]), max_size=5))
def test_a_phrase_is_tried_only_when_its_rarest_word_is_there(said: list[str]) -> None:
    made = index(
        {"one": (parse_phrase("cat? sat?"), parse_phrase("cat sat")), "two": (parse_phrase("cat elephant"),)}
    )
    offered = [intent for intent, _ in made.candidates(tuple(said))]
    assert offered[0] == "one"
    assert ("two" in offered) == bool({"elephant", "elephnt"} & set(said))
