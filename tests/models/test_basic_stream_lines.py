"""What she says to the stream in basic mode: how its lines are written, in every temper and bond."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from app.persona import safety
from models.basic_lines import Occasion
from models.basic_stream import Variant
from models.expression import Expression
from models.settings import Settings
from models.stream.happening import StreamKind
from tests.models.persona_files import table
from tests.models.test_basic_lines import DYNAMICS, FILLED, OPTIONAL, PRESETS, filled, overlay, preset

STREAM = {*StreamKind, *Variant}
OFTEN = {StreamKind.FOLLOW, StreamKind.SUB, StreamKind.CHAT}
MANY = {Variant.FOLLOW_MANY, Variant.SUB_MANY, Variant.RAID_MANY, Variant.DONATION_MANY}
PAYING = {
    *(StreamKind.SUB, Variant.SUB_MANY, Variant.SUB_GIFT, StreamKind.RAID, Variant.RAID_MANY),
    *(StreamKind.DONATION, Variant.DONATION_MANY, Variant.DONATION_SAID),
}
NAMELESS = {StreamKind.ALERT, StreamKind.CUSTOM}


@pytest.mark.parametrize("name", PRESETS)
def test_there_is_plenty_to_say_to_the_stream(name: str) -> None:
    made = preset(name)
    for key in STREAM:
        plain_lines = [line for line in made.events[key] if line.feeling is None]
        assert len(plain_lines) >= (7 if key in OFTEN else 5), key
        assert len([line for line in plain_lines if not line.slots & OPTIONAL]) >= (
            6 if key in OFTEN else 4
        ), key


def groups_of_the_stream() -> list[tuple[str, str, list[str]]]:
    """File, group and texts, of tempers and bonds."""
    written = [
        *((name, table("basic", name)["events"]) for name in PRESETS),
        *((name, overlay(name).get("events", {})) for name in DYNAMICS),
    ]
    return [
        (name, key, [line.partition(": ")[2] for line in lines])
        for name, events in written
        for key, lines in events.items()
        if key in STREAM
    ]


def test_whoever_did_something_on_the_stream_is_named() -> None:
    for name, key, texts in groups_of_the_stream():
        for text in texts:
            assert "{who}" in text or key in NAMELESS, (name, key, text)


@pytest.mark.parametrize("name", PRESETS)
def test_what_nobody_did_can_be_remarked_on(name: str) -> None:
    for key in NAMELESS:
        assert sum(not line.slots for line in preset(name).events[key]) >= 3, key


def test_lines_to_the_stream_do_not_begin_alike() -> None:
    for name, key, texts in groups_of_the_stream():
        openings = [" ".join(re.findall(r"[\w{}']+", text.lower())[:2]) for text in texts]
        assert len(set(openings)) == len(openings), (name, key, sorted(openings))


ONE_ALONE = re.compile(
    r"\{who\} (?:is|has|was|just joined|joins|follows|brings|gives|takes|sits|pays|speaks|wants)\b|"
    r"\b(?:a (?:seat|cushion|place|mug) for|you, alone|the empty cushion|this one's|one more (?:name|at))\b"
)


def test_several_people_are_not_spoken_to_as_one() -> None:
    for name, key, texts in groups_of_the_stream():
        for text in texts:
            found = ONE_ALONE.search(text.lower())
            assert not found or key not in MANY, (name, key, text)


UNKIND = re.compile(
    r"\b(?:fool\w*|idiot\w*|stupid\w*|lunatic\w*|loser\w*|ugly|dumb|cheap\w*|only \{amount\}|poor (?:judgement|thing)|"
    r"no shame|get well|wast(?:e|ed)|regret\w*|hate|boring|sad little|no self-control)\b",
    re.IGNORECASE,
)
THANKS = re.compile(r"\b(?:thank|thanks|bless|welcome|hello|hi)\b", re.IGNORECASE)


def test_nobody_who_paid_is_made_to_feel_small() -> None:
    for name, key, texts in groups_of_the_stream():
        for text in texts:
            assert not UNKIND.search(text), (name, key, text)
        thanked = [text for text in texts if THANKS.search(text)]
        least = 0.5 if key == StreamKind.SUB else 1.0 if key.startswith("donation") else 0.65
        assert key not in PAYING or len(thanked) >= least * len(texts), (name, key, {*texts} - {*thanked})


def test_sad_news_is_met_without_a_joke() -> None:
    written = [(name, table("basic", name)["events"]) for name in PRESETS]
    written += [(name, overlay(name).get("events", {})) for name in DYNAMICS]
    for name, events in written:
        for line in events.get(Variant.GRAVE, []):
            assert line.startswith((f"{Expression.SAD}: ", f"{Expression.LOVE}: ")), (name, line)
            assert "!" not in line, (name, line)
            assert "hank you" in line, "it may have come with a gift"


COINS = re.compile(r"\b(?:dollars?|euros?|money|cash|coins?|bucks|bits)\b", re.IGNORECASE)


def test_what_was_given_is_named_by_its_slot_alone() -> None:
    for name, key, texts in groups_of_the_stream():
        if key in {StreamKind.DONATION, Variant.DONATION_MANY, Variant.DONATION_SAID}:
            for text in texts:
                assert not COINS.search(text), (name, key, text)


@pytest.mark.parametrize("family", [False, True], ids=["all", "family"])
def test_the_gate_lets_every_line_pass(*, family: bool) -> None:
    chosen = Settings()
    gate = safety.load(
        chosen.model_copy(update={"character": chosen.character.model_copy(update={"family_mode": family})})
    )
    filling = defaultdict(lambda: "seven", FILLED, who="Ann, Bob and 31 more", amount="500 bits")
    for name, key, texts in groups_of_the_stream():
        for text in texts:
            verdict = gate.say(text.format_map(filling))
            assert not verdict.blocked, (name, key, text, verdict)
    for name in PRESETS:
        for line in preset(name).events[Occasion.BACK]:
            assert not gate.say(filled(line)).blocked, line.text
