from __future__ import annotations

from app.bubble.words import Words


def test_clauses_of_a_turn_come_one_after_another() -> None:
    words = Words().said(3, "There you are!").said(3, "  I kept your\nseat warm. ")
    assert words.text == "There you are! I kept your seat warm."
    assert words.said(4, "New.").text == "New."
    assert words.said(3, "  ") == words


def test_a_long_turn_leaves_its_beginning_out() -> None:
    words = Words()
    for n in range(12):
        words = words.said(1, f"Clause number {n} of a long story that goes on.")
        assert len(words.text) <= 220
    assert words.text.endswith("Clause number 11 of a long story that goes on.")
    assert "number 3" not in words.text
    assert Words().said(1, "x" * 500).text == "x" * 500


def test_longer_words_stay_longer() -> None:
    short, long = Words().said(1, "Hm."), Words().said(1, "word " * 40)
    assert 1.0 < short.linger_s < long.linger_s <= 6.0
