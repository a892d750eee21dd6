"""The files of lines: the form of every one, and what none of them may hold."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from string import Formatter

import pytest

from models.basic_lines import AuthoredLine, BasicModeError, Feeling, Occasion
from models.basic_mode import BasicMode, parse_basic_mode
from models.basic_stream import Variant
from models.expression import Expression
from models.mood import Mood
from models.spoken_text import speakable
from models.stream.happening import StreamKind
from tests.models.persona_files import FOLDER, table

PRESETS = sorted(path.stem for path in (FOLDER / "basic").glob("*.toml") if path.stem != "intents")
DYNAMICS = sorted(path.stem for path in (FOLDER / "basic" / "dynamics").glob("*.toml"))
OFTEN = {"greeting", "thanks", "how_are_you", "sad", "comfort", "joke", "farewell", "welcome_back"} | {
    *("compliment", "love", "unknown", "deflection", "follow", "sub", "chat")
}
TOUCHES = {Occasion.TOUCHED_HEAD, Occasion.TOUCHED_BODY, Occasion.GRABBED, Occasion.DROPPED}
OPTIONAL = {"name", "viewers", "amount", "tier", "months", "gifts", "many"}
FILLED = {"last": "And then?", "who": "Ada", "sum": "56", "time": "noon", "pick": "tea", "throw": "rock"}
MARKUP = re.compile(r"[*_#`<>\[\]()/\\]|http|[^\x00-\x7f]")
SWEARING = re.compile(
    r"\b(?:fuck\w*|shit\w*|bitch\w*|bastard\w*|ass|asshole|damn\w*|dick\w*|piss\w*|crap\w*|whore|slut\w*|cunt|sex\w*|"
    r"naked|nude\w*|kill\w*|murder\w*|suicid\w*|rape\w*|gun|drug\w*)\b",
    re.IGNORECASE,
)
CARELESS = re.compile(
    r"\b(?:take (?:a pill|some (?:pills|aspirin|ibuprofen))|the hotline number is|\d{3})\b", re.IGNORECASE
)


@cache
def preset(name: str) -> BasicMode:
    return parse_basic_mode(table("basic", "intents"), table("basic", name))


def every(name: str) -> list[tuple[str, str, AuthoredLine]]:
    made = preset(name)
    groups = (("lines", made.lines), ("without", made.without), ("events", made.events))
    return [(where, key, line) for where, group in groups for key, lines in group.items() for line in lines]


def overlay(name: str) -> dict[str, dict[str, list[str]]]:
    return table("basic", "dynamics", name)


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z{}']+", text.lower()))


def filled(line: AuthoredLine) -> str:
    return line.text.format_map(defaultdict(lambda: "seven", FILLED))


def test_the_five_tempers_and_six_bonds_have_lines() -> None:
    assert set(PRESETS) >= {"snarky", "chill", "hype", "inappropriate", "sensual"}
    assert set(DYNAMICS) >= {"ride_or_die", "flirty", "competitive", "protective", "chaotic", "tender"}


@pytest.mark.parametrize("name", PRESETS)
def test_there_is_plenty_to_say_to_everything(name: str) -> None:
    made = preset(name)
    assert len(made.lines) >= 125
    for group in (made.lines, made.events):
        for key, lines in group.items():
            assert len(lines) >= (7 if key in OFTEN else 5), (key, len(lines))
            ready = [line for line in lines if line.feeling is None and not line.slots & OPTIONAL]
            assert len(ready) >= 3 or key in made.without, (key, len(ready))
            assert sum(line.feeling is None for line in lines) >= 4, key
    assert {*made.events} == {*StreamKind, *Variant, *Occasion}
    for key, lines in made.without.items():
        assert len(lines) >= 2, key
        assert not any(line.slots for line in lines), key


@pytest.mark.parametrize("name", PRESETS)
def test_every_line_can_be_read_aloud_as_it_is(name: str) -> None:
    long = 0
    for where, key, line in every(name):
        text = filled(line)
        assert speakable(text) == text, (key, text)
        assert not MARKUP.search(line.text), (key, line.text)
        assert text[-1] in ".!?", (key, text)
        assert len(line.text) <= 210, (key, line.text)
        clause = re.split(r"[.,!?:;]", line.text)[0]
        assert len(clause.split()) <= 12, f"the first clause of {key} is slow to say: {clause}"
        count = len(line.text.split())
        long += count > 30
        if where == "events":
            assert count <= (8 if key in TOUCHES else 25), (key, line.text)
    assert long <= 0.05 * len(every(name))


@pytest.mark.parametrize("name", PRESETS)
def test_every_line_is_fit_for_a_family_and_a_stream(name: str) -> None:
    for _, key, line in every(name):
        assert not SWEARING.search(line.text), (key, line.text)
        assert not CARELESS.search(line.text), (key, line.text)


@pytest.mark.parametrize("name", PRESETS)
def test_a_crisis_is_met_in_earnest_by_every_temper(name: str) -> None:
    for line in preset(name).lines["crisis"]:
        assert line.expression is Expression.SAD
        assert "crisis line" in line.text or "emergency number" in line.text, line.text
        assert "please" in line.text.lower(), line.text
        assert "haha" not in line.text.lower()
        assert not line.slots
        assert not line.offer


@pytest.mark.parametrize("name", PRESETS)
def test_faces_are_many_and_suit_the_hard_moments(name: str) -> None:
    faces = {line.expression for _, _, line in every(name)}
    assert len(faces - {Expression.IDLE}) >= 10
    made = preset(name)
    for key in ("sad", "lonely", "heartbroken", "gentle", "comfort", "sick"):
        merry = {Expression.LAUGHING, Expression.EXCITED, Expression.ANGRY, Expression.SURPRISED}
        assert not [line.text for line in made.lines[key] if line.expression in merry], key


@pytest.mark.parametrize("name", PRESETS)
def test_her_mood_has_lines_of_its_own(name: str) -> None:
    made = preset(name)
    felt = {line.feeling for _, _, line in every(name) if line.feeling}
    assert felt == set(Feeling)
    assert {line.feeling for line in made.lines["mood_ask"]} >= {Feeling.BRIGHT, Feeling.LOW, Feeling.DROWSY}
    assert {line.feeling for line in made.lines["how_are_you"]} >= {Feeling.BRIGHT, Feeling.LOW}


@pytest.mark.parametrize("name", PRESETS)
def test_every_riddle_has_an_answer_and_nothing_else_has(name: str) -> None:
    for _, key, line in every(name):
        assert bool(line.answer) == (key == "riddle"), (key, line.text)
        assert line.answer == line.answer.strip(" .!"), line.answer


@pytest.mark.parametrize("name", PRESETS)
def test_what_would_make_her_cleverer_is_said_truly(name: str) -> None:
    told = [line for line in preset(name).lines["upgrade"] if re.search("Ollama|GGUF", line.text)]
    assert len(told) >= 4
    for key in ("mute", "settings"):
        told = [line for line in preset(name).lines[key] if re.search("click|menu|settings", line.text)]
        assert len(told) >= 4, key


def test_no_line_is_written_twice_in_any_file() -> None:
    seen: dict[str, str] = {}
    counted = {"sum", "time", "date", "repeat"}
    for name in PRESETS:
        within: set[str] = set()
        for _, key, line in every(name):
            words = plain(line.text)
            assert words not in within, (name, key, line.text)
            within.add(words)
            if key not in counted:
                assert words not in seen, (name, key, line.text, seen[words])
                seen[words] = f"{name}.{key}"
    for name in DYNAMICS:
        for key, lines in [pair for group in overlay(name).values() for pair in group.items()]:
            for written in lines:
                words = plain(written.partition(": ")[2])
                assert words not in seen, (name, key, written, seen[words])
                seen[words] = f"{name}.{key}"


@pytest.mark.parametrize("bond", DYNAMICS)
@pytest.mark.parametrize("name", PRESETS)
def test_every_bond_goes_with_every_temper(name: str, bond: str) -> None:
    bare, bound = (
        preset(name),
        parse_basic_mode(table("basic", "intents"), table("basic", name), overlay(bond)),
    )
    changed = [key for key, lines in bound.lines.items() if lines != bare.lines[key]]
    assert len(changed) >= 12
    for group in (bound.lines, bound.events):
        for key, lines in group.items():
            assert any(line.always or (line.feeling is None and key in bound.lines) for line in lines), key
    assert bound.lines["crisis"] == bare.lines["crisis"]


@pytest.mark.parametrize("bond", DYNAMICS)
def test_the_lines_of_a_bond_can_be_read_aloud(bond: str) -> None:
    for group in overlay(bond).values():
        for key, lines in group.items():
            for written in lines:
                text = written.partition(": ")[2]
                spoken = text.format_map(defaultdict(lambda: "seven", FILLED))
                assert speakable(spoken) == spoken, (key, text)
                assert not MARKUP.search(text), (key, text)
                assert text[-1] in ".!?", (key, text)
                assert len(text) <= 210, (key, text)
                assert not SWEARING.search(text), (key, text)


@pytest.mark.parametrize(
    ("feeling", "met", "unmet"),
    [
        (Feeling.BRIGHT, Mood(positivity=70), Mood(positivity=69)),
        (Feeling.LOW, Mood(positivity=34), Mood(positivity=35)),
        (Feeling.LIVELY, Mood(energy=65), Mood(energy=64)),
        (Feeling.QUIET, Mood(energy=34), Mood(energy=35)),
        (Feeling.DROWSY, Mood(energy=24, engagement=14), Mood(energy=24, engagement=15)),
    ],
)
def test_a_feeling_has_its_threshold(feeling: Feeling, met: Mood, unmet: Mood) -> None:
    assert feeling.met(met)
    assert not feeling.met(unmet)


INTENTS = {"intents": {"hello": ["hello"]}}


def lines(**more: list[str]) -> dict[str, object]:
    special = (
        "unknown gentle deflection sum sum_odd choose riddle_right riddle_answer rps_win rps_lose rps_draw"
    )
    outcomes = "number_high number_low number_right"
    said = {name: ["happy: Yes."] for name in ("hello", *special.split(), *outcomes.split())}
    happened = {name.value: ["happy: Oh."] for name in (*StreamKind, *Variant, *Occasion)}
    return {"lines": {**said, **more}, "events": happened}


def test_an_overlay_adds_and_replaces() -> None:
    bond = {
        "lines": {"hello": ["love: Hello, dear."]},
        "without": {"hello": ["sad: Who?"]},
        "events": {"follow": ["love: Welcome, {who}."]},
        "replace": {"unknown": ["sad: I wish I knew."]},
        "replace_events": {"raid": ["excited: {who}!"]},
    }
    made = parse_basic_mode(INTENTS, lines(), bond)
    assert [line.text for line in made.lines["hello"]] == ["Yes.", "Hello, dear."]
    assert [line.text for line in made.lines["unknown"]] == ["I wish I knew."]
    assert [line.text for line in made.without["hello"]] == ["Who?"]
    assert [line.text for line in made.events["follow"]] == ["Oh.", "Welcome, {who}."]
    assert [line.text for line in made.events["raid"]] == ["{who}!"]


def test_every_problem_of_lines_and_overlays_is_reported_at_once() -> None:
    base = lines(
        hello=["happy@cross: Hi.", "happy: {viewers} of you.", "happy: {", "merry: Hi."],
        deflection=["happy@low: Hm."],
    )
    base["events"]["alert"] = ["happy: Oh, {who}."]  # type: ignore[index]
    del base["events"]["raid"]  # type: ignore[attr-defined]
    bond = {"lines": {"nosuch": ["happy: x"]}, "replace_events": {"hello": ["happy: x"]}, "events": "none"}
    with pytest.raises(BasicModeError) as caught:
        parse_basic_mode(INTENTS, base, bond)
    told = "\n".join(caught.value.problems)
    for part in (
        "'cross' is none of the feelings",
        "unknown slots ['viewers']",
        "lines.hello: Single '{' encountered",
        "'merry' is none of the twelve faces",
        "deflection: no line that can always be said",
        "events.raid: missing",
        "alert: no line that can always be said",
        "lines.nosuch: no such intent",
        "replace_events.hello: no such occasion",
        "events: not a table",
    ):
        assert part in told, (part, told)


def test_a_line_knows_its_parts() -> None:
    made = parse_basic_mode(INTENTS, lines(hello=["thinking@bright>hello: What is round, {name}? // a ball"]))
    [line] = made.lines["hello"]
    assert (line.text, line.answer) == ("What is round, {name}?", "a ball")
    assert (line.expression, line.feeling, line.offer) == (Expression.THINKING, Feeling.BRIGHT, "hello")
    assert line.slots == {name for _, name, _, _ in Formatter().parse(line.text) if name}


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        ("It's {time}.", "It's half past three.", True),
        ("It's {time}.", "It's fine. I've been called worse.", False),
        ("{sum}. I did it on my paws.", "3.5. I did it on my paws.", True),
        ("Again. {last}", "Again. Hello there. How are you?", True),
        ("Welcome, {who}.", "Ada! Welcome, Ada.", True),
        ("Welcome, {who}.", "Welcome, ada.lovelace, Bob and 31 more.", True),
        ("Higher.", "Too low. Higher.", False),
        ("Look who showed up. I'd have dressed up.", "Look who showed—", True),
        ("Look who showed up.", "Look—", False),
    ],
)
def test_a_line_knows_whether_it_was_said(line: str, text: str, said: bool) -> None:  # noqa: FBT001  # a table
    assert AuthoredLine(line, Expression.HAPPY).said_as(text) is said
