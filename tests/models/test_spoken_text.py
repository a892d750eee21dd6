from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.spoken_text import clauses, speakable


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Hello there.", "Hello there."),
        ("**Bold** and _soft_ and ~~gone~~", "Bold and soft and gone"),
        ("# Title\n\nText below", "Title. Text below"),
        ("- one\n- two", "one. two"),
        ("> quoted words", "quoted words"),
        ("See [the page](https://example.org/a?b=c).", "See the page."),
        ("![picture](x.png) look", "look"),
        ("Go to https://example.org/path?q=1, now", "Go to, now"),
        ("mail me@example.org please", "mail please"),
        ("`code` stays, ```py\nprint(1)\n``` goes", "code stays, goes"),
        ("<b>fat</b> &amp; thin<br/>", "fat & thin"),
        ("<!-- secret -->open", "open"),
        ("<think>plan</think>Yes", "Yes"),
        ("Yay 😀🎉 party ✨", "Yay party"),
        ("👩‍👩‍👧 family", "family"),
        ("[happy] Hi", "Hi"),
        ("[cat_face]Hi [laughing]", "Hi"),
        ("{wave} Hi", "Hi"),
        ("*waves her tail* Hi", "Hi"),
        ("(giggles softly) Hi", "Hi"),
        ("(it is late) Hi", "(it is late) Hi"),
        ("What?!?! No!!!", "What? No!"),
        ("Wait....... what", "Wait… what"),
        ("one -- two --- three", "one — two — three"),
        (":smile: hey :) there <3", "hey there"),
        ("2 * 3 is 6", "2 times 3 is 6"),
        ("snake_case name", "snake case name"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b. 1 2"),
        ("...well", "well"),
        ("It's 5 < 6", "It's 5 < 6"),
        ("21°C", "21°C"),
        ("😀😀", ""),
        ("* * *", ""),
        ("```\nall code\n```", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_only_words_are_said(written: str, said: str) -> None:
    assert speakable(written) == said


_PIECES = st.lists(
    st.sampled_from([
        "Hello", " ", " there", ".", ",", "!", "?", "…", "\n", "*", "**", "_", "`", "```", "[", "]", "(", ")", '"', "“",
        "”", "<b>", "</b>", " Dr.", " e.g.", "3", ".", "14", " 1,234", "😀", " and", " because it is", "—", ":", ";",
        " https://a.b/c.d,e", "[happy]", " U.S.", " etc.", "'", " I", "\t", "1.", " the long way round",
    ]),
    max_size=60,
)  # fmt: skip


@given(_PIECES)
def test_speakable_is_one_line_without_markup_and_settled(pieces: list[str]) -> None:
    said = speakable("".join(pieces))
    assert speakable(said) == said
    assert "\n" not in said
    assert not set("*`[]😀") & set(said)


def _stream(deltas: list[str]) -> list[str]:
    said: list[str] = []
    rest = ""
    for delta in deltas:
        ready, rest = clauses(rest + delta, final=False, first=not said)
        said += ready
    ready, rest = clauses(rest, final=True, first=not said)
    assert rest == ""
    return [*said, *ready]


@given(_PIECES)
def test_nothing_is_lost_however_the_text_arrives(pieces: list[str]) -> None:
    text = "".join(pieces)
    joined = "".join("".join(_stream(pieces)).split())
    assert joined == "".join(text.split())
    assert "".join("".join(_stream(list(text))).split()) == "".join(text.split())


@given(_PIECES)
def test_pieces_are_never_blank(pieces: list[str]) -> None:
    assert all(piece.strip() == piece != "" for piece in _stream(pieces))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oh, you came back! I was starting to worry about you. And then some.",
            ["Oh, you came back!", "I was starting to worry about you.", "And then some."],
        ),
        ("Well hello there, friend. Nice to see you.", ["Well hello there,", "friend. Nice to see you."]),
        ("It cost $3.50, e.g. about 1,234 coins.", ["It cost $3.50,", "e.g. about 1,234 coins."]),
        ("I asked Dr. Smith about it. He knew.", ["I asked Dr. Smith about it.", "He knew."]),
        (
            "J. K. Rowling wrote it in the U.S. and sold it.",
            ["J. K. Rowling wrote it in the U.S.", "and sold it."],
        ),
        (
            '"No. Never. Go away, you silly old machine," said she.',
            ['"No. Never. Go away, you silly old machine,"', "said she."],
        ),
        ("Look at [this. page](http://x.y/z. w) and go.", ["Look at [this. page](http://x.y/z. w) and go."]),
        ("Use `a. b, c` here. Then stop it.", ["Use `a. b, c` here.", "Then stop it."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        (
            "I really think the best way to do this is to start over because it is late",
            ["I really think the best way to do this is to start over", "because it is late"],
        ),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert _stream(list(text)) == expected


def test_the_first_clause_is_ready_before_the_sentence_is() -> None:
    ready, rest = clauses("Well hello there, my fr", final=False, first=True)
    assert ready == ("Well hello there,",)
    assert rest.strip() == "my fr"


def test_later_clauses_wait_for_the_sentence() -> None:
    ready, rest = clauses("Well hello there, my fr", final=False)
    assert ready == ()
    assert rest == "Well hello there, my fr"


def test_endless_text_without_marks_is_cut_between_words() -> None:
    text = "word " * 200
    said = _stream([text])
    assert len(said) > 2
    assert all(len(piece) <= 260 for piece in said)
    assert "".join(said).replace(" ", "") == text.replace(" ", "")
