from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.emotion import kindness

KIND = """
Thank you so much!
I love you, Vesper.
you're so cute
You are really funny.
good girl
Your voice is lovely.
you're not stupid
You're amazing!
well done
Brilliant!
i missed you
your jokes are really funny
thanks
you're such a good friend
You are the sweetest little fox.
"""
HARSH = """
Shut up.
You're so stupid.
you are a useless bot
i hate you
go away
stupid fox
You're not funny.
your jokes are terrible
be quiet
Are you stupid?
you're the worst
worst assistant ever
I don't love you.
you suck
nobody likes you
Nobody asked you.
What a dumb bot.
why are you so slow
You're boring, Vesper.
"""
NEITHER = """
What time is it?
My boss is an idiot.
You won't believe how awful my day was.
He told me to shut up.
My dog died.
This stupid computer crashed again.
Do you love pizza?
no thanks
Thanks to my boss I was late.
It's a quiet night.
I love pizza.
The weather is terrible.
Are you happy?
Can you tell me a good joke?
what is your favourite colour
your turn is next
Is this a good idea?
My sister called me stupid.
"""


@pytest.mark.parametrize("text", KIND.strip().splitlines())
def test_kind_words(text: str) -> None:
    assert 0.25 <= kindness(text) <= 1


@pytest.mark.parametrize("text", HARSH.strip().splitlines())
def test_harsh_words(text: str) -> None:
    assert -1 <= kindness(text) <= -0.35


@pytest.mark.parametrize("text", NEITHER.strip().splitlines())
def test_words_about_something_else(text: str) -> None:
    assert kindness(text) == 0


def test_an_insult_with_a_laugh_is_half_meant() -> None:
    assert -0.5 < kindness("shut up lol") < 0
    assert kindness("shut up 😂") > kindness("shut up")
    assert kindness("thanks lol") == kindness("thanks")


def test_kind_and_harsh_words_add_up() -> None:
    assert kindness("Thanks, but you're annoying.") < kindness("Thanks.")
    assert kindness("I love you, you're the best, thank you") == 1
    assert kindness("I hate you, shut up, you idiot") == -1


@given(st.text(max_size=200))
def test_any_words_have_bounds(text: str) -> None:
    assert -1 <= kindness(text) <= 1
