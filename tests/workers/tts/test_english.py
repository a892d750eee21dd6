"""English to phonemes: tables of what must be said how."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workers.engines.tts.english.numbers import cardinal, ordinal, year
from workers.engines.tts.english.phonemise import English
from workers.engines.tts.english.spelling import sound_out
from workers.engines.tts.english.written import read_out

KNOWN = frozenset(
    ';:,.!?—…"()“” AIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲᵻ'
)


@cache
def english(*, british: bool = False) -> English:
    return English(british=british)


def words_of(text: str) -> str:
    return " ".join(word for piece in read_out(text) for word in (piece.words or (piece.text,)))


def sounds_of(text: str, *, british: bool = False) -> str:
    return " ".join(item.phonemes for item in english(british=british).phonemise(text))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("in 1999", "in nineteen ninety nine"),
        ("in 2005", "in two thousand five"),
        ("since 2024", "since twenty twenty four"),
        ("in 1905", "in nineteen oh five"),
        ("in 1800", "in eighteen hundred"),
        ("2000 viewers", "two thousand viewers"),
        ("the 1990s", "the nineteen nineties"),
        ("the '80s", "the eighties"),
        ("$3.50", "three dollars and fifty cents"),
        ("$1", "one dollar"),
        ("$0.99", "ninety nine cents"),
        ("£1,200", "one thousand two hundred pounds"),
        ("$2.5M", "two point five million dollars"),
        ("$5k", "five thousand dollars"),
        ("€20", "twenty euros"),
        ("50%", "fifty percent"),
        ("3.14", "three point one four"),
        ("-5", "minus five"),
        ("1,234,567", "one million two hundred thirty four thousand five hundred sixty seven"),
        ("21st", "twenty first"),
        ("the 3rd", "the third"),
        ("the 12th", "the twelfth"),
        ("3:05pm", "three oh five P M"),
        ("10:30", "ten thirty"),
        ("7 am", "seven A M"),
        ("8:00", "eight o'clock"),
        ("2026-11-21", "November twenty first twenty twenty six"),
        ("1/2", "one half"),
        ("3/4", "three quarters"),
        ("9/10", "nine out of ten"),
        ("3-1", "three to one"),
        ("v1.2.3", "one point two point three"),
        ("5km", "five kilometers"),
        ("1 kg", "one kilogram"),
        ("6 ft", "six feet"),
        ("60fps", "sixty frames per second"),
        ("16GB", "sixteen gigabytes"),
        ("20°C", "twenty degrees celsius"),
        ("10x", "ten times"),
        ("5 in the morning", "five in the morning"),
        ("Dr. Smith", "doctor Smith"),
        ("cats vs. dogs", "cats versus dogs"),
        ("e.g. this", "for example this"),
        ("etc.", "et cetera ."),
        ("No. 5", "number five"),
        ("at 10 a.m. sharp", "at ten A M sharp"),
        ("rock & roll", "rock and roll"),
        ("btw gg", "by the way GG"),
        ("DarkSlayer99", "Dark Slayer ninety nine"),
        ("hi 😀 there", "hi there"),
        ("well... ok", "well … okay"),
        ("wait -- what", "wait — what"),
        ("it’s", "it's"),
        ("007", "oh oh seven"),
    ],
)
def test_what_is_written_is_read_out(written: str, said: str) -> None:
    assert words_of(written) == said


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (13, "thirteen"), (40, "forty"), (101, "one hundred one"), (1_000_000, "one million")],
)
def test_cardinals(number: int, words: str) -> None:
    assert " ".join(cardinal(number)) == words


def test_ordinals_and_years() -> None:
    assert " ".join(ordinal(20)) == "twentieth"
    assert " ".join(ordinal(105)) == "one hundred fifth"
    assert " ".join(year(2010)) == "twenty ten"


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("I will read it.", "ɹˈid"),
        ("I have read it.", "ɹˈɛd"),
        ("She read it yesterday.", "ɹˈɛd"),
        ("I read it in 1999.", "ɹˈɛd"),
        ("Do you read much?", "ɹˈid"),
        ("We live here.", "lˈɪv"),
        ("We are live now.", "lˈIv"),
        ("Going live in five.", "lˈIv"),
        ("He lives here.", "lˈɪvz"),
        ("A cat has nine lives.", "lˈIvz"),
        ("Lead the way.", "lˈid"),
        ("The lead pipe broke.", "lˈɛd"),
        ("The wind is cold.", "wˈɪnd"),
        ("Wind up the clock.", "wˈInd"),
        ("A tear fell.", "tˈɪɹ"),
        ("Tear it up.", "tˈɛɹ"),
        ("Close the door.", "klˈOz"),
        ("We are close.", "klˈOs"),
        ("A close call.", "klˈOs"),
        ("Use it.", "jˈuz"),
        ("It is no use.", "jˈus"),
        ("I used to play.", "jˈust"),
        ("I used it.", "jˈuzd"),
        ("A new record.", "ɹˈɛkəɹd"),
        ("Please record this.", "ɹəkˈɔɹd"),
        ("A present for you.", "pɹˈɛzᵊnt"),
        ("They present the award.", "pɹizˈɛnt"),
        ("The object fell.", "ˈɑbʤəkt"),
        ("I object!", "əbʤˈɛkt"),
        ("Drop the bass.", "bˈAs"),
        ("He caught a bass in the lake.", "bˈæs"),
        ("Great content today.", "kˈɑntɛnt"),
        ("I am content.", "kəntˈɛnt"),
        ("The minute details.", "mInˈut"),
        ("One minute.", "mˈɪnət"),
        ("Take a bow.", "bˈW"),
        ("A bow and arrow.", "bˈO"),
        ("My resume is short.", "ɹˈɛzəmˌA"),
        ("Resume the game.", "ɹəzˈum"),
    ],
)
def test_heteronyms(sentence: str, holds: str) -> None:
    assert holds in sounds_of(sentence).split() or holds in sounds_of(sentence)


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("the apple", "ði ˈæpᵊl"),
        ("the tree", "ðə tɹˈi"),
        ("go to it", "ɡˌO tʊ ɪt"),
        ("cats dogs boxes", "kˈæts dˈɔɡz bˈɑksᵻz"),
        ("Mary's", "mˈɛɹiz"),
        ("NASA", "nˈæsə"),
        ("GPU", "ʤˌipˌijˈu"),
        ("YES", "jˈɛs"),
        ("streamable", "stɹˈiməbᵊl"),
        ("livestream", "lˈIvstɹˌim"),
        ("youtube", "jutˌub"),
        ("Vesper Astra", "vˈɛspəɹ ˈæstɹə"),
        ("nerfed", "nˈɜɹft"),
        ("café", "kæfˈA"),
    ],
)
def test_words(text: str, phonemes: str) -> None:
    assert sounds_of(text) == phonemes


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [("water", "wˈɔːtə"), ("can't", "kˈɑːnt"), ("go", "ɡˌQ"), ("lol", "lˈɒl"), ("nerf", "nˈɜːf")],
)
def test_british_words(text: str, phonemes: str) -> None:
    assert sounds_of(text, british=True) == phonemes


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("zorblax", "zˈɔɹblæks"),
        ("mikado", "mɪkˈædO"),
        ("frobnicate", "fɹˈɑbnɪkAt"),
        ("blorption", "blˈɔɹpʃᵊn"),
        ("skibble", "skˈɪbᵊl"),
        ("phlox", "flˈɑks"),
        ("knorp", "nˈɔɹp"),
        ("drake", "dɹˈAk"),
        ("quaxite", "kwˈæksIt"),
        ("yeeeeet", "jˈit"),
    ],
)
def test_unknown_words_are_sounded_out(name: str, sound: str) -> None:
    assert sound_out(name) == sound


@given(st.text(max_size=80))
@example("Às")
def test_any_text_gives_symbols_of_the_voice(text: str) -> None:
    for item in english().phonemise(text):
        assert item.phonemes
        assert set(item.phonemes) <= KNOWN, item


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14))
def test_any_word_can_be_said_in_both_accents(word: str) -> None:
    for british in (False, True):
        assert any(item.text and item.phonemes for item in english(british=british).phonemise(word))


def test_marks_keep_their_place() -> None:
    spoken = english().phonemise('Wait, "what"? (Yes!)')
    assert "".join(item.phonemes if not item.text else "w" for item in spoken) == "w,“w”?(w!)"
