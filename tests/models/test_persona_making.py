from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.expression import Expression
from models.persona import PREFIX_TOKENS, Persona, cost, prefix
from models.persona_making import CATCHPHRASE_ROOM, TOPIC_ROOM, Traits, make
from models.persona_parts import Kind
from models.voice_blend import parse_blend
from tests.models.persona_files import core, dynamic, ids, made, preset, style

PRESETS, DYNAMICS, STYLES = ids(Kind.PRESET), ids(Kind.DYNAMIC), ids(Kind.STYLE)


def text(persona: Persona) -> str:
    return prefix(persona, "Sam")[0].content


def test_the_parts_of_the_system_text_and_their_order() -> None:
    traits = Traits(
        companion="Nova",
        pronouns="they/them",
        energy="high",
        family=True,
        catchphrases=("Stars above.", "Tail up"),
        forbidden=("politics", "my old job"),
    )
    said = text(made("chill", "tender", "kawaii", traits))
    paragraphs = said.split("\n")
    assert [paragraph.split(":")[0][:24] for paragraph in paragraphs] == [
        "You are Nova, a small st",
        "Temper",
        "Bond",
        "Style",
        "Energy",
        "How you speak",
        "Family mode",
        "Your pronouns are they/t",
        "Catchphrases, one now an",
        "You do not talk about th",
        "[Stage note] lines are f",
        "If you do not know, say ",
        "When someone is really h",
    ]
    assert paragraphs[8].endswith(": Stars above; Tail up.")
    assert paragraphs[9].endswith(": politics; my old job.")
    assert "Sam" in said
    assert "{" not in said


def test_nothing_tuned_adds_nothing() -> None:
    plain = text(made("chill", "tender"))
    for word in ("Style:", "Energy:", "Family mode", "pronouns", "Catchphrases", "do not talk about"):
        assert word not in plain
    assert text(made("chill", "tender", traits=Traits(pronouns="She/Her"))) == plain


@given(
    st.text(max_size=200),
    st.lists(st.text(max_size=150), max_size=20),
    st.lists(st.text(max_size=150), max_size=20),
)
def test_what_the_user_writes_stays_in_its_place(name: str, phrases: list[str], topics: list[str]) -> None:
    traits = Traits(companion=name, pronouns=name, catchphrases=tuple(phrases), forbidden=tuple(topics))
    made_of_it = made("snarky", "ride_or_die", traits=traits)
    said = text(made_of_it)
    assert 7 <= said.count("\n") + 1 <= 10
    assert all(sign == "\n" or sign.isprintable() or sign.isspace() for sign in said)
    assert len(made_of_it.companion) <= 60
    assert cost(*prefix(made_of_it)) < PREFIX_TOKENS + 100


def test_a_name_of_nothing_is_no_name() -> None:
    assert made("snarky", "tender", traits=Traits(companion=" \u200b{} ")).companion == "Vesper Astra"


def test_long_lists_enter_the_prompt_only_as_far_as_there_is_room() -> None:
    many = tuple(f"phrase number {n} of many" for n in range(200))
    persona = made("snarky", "tender", traits=Traits(catchphrases=many, forbidden=many))
    assert persona.catchphrases == persona.forbidden == many, "the gate and the settings know them all"
    without = text(made("snarky", "tender"))
    assert len(text(persona)) - len(without) < CATCHPHRASE_ROOM + TOPIC_ROOM + 250
    assert "phrase number 0 of many; phrase number 1 of many" in text(persona)


def test_phrases_are_cleaned_and_said_once() -> None:
    persona = made("snarky", "tender", traits=Traits(catchphrases=("Tail\nup.", "Tail up", "", "{a}\u202eb")))
    assert persona.catchphrases == ("Tail up", "ab")


# --- examples ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("preset_id", PRESETS)
def test_every_combination_fits_and_keeps_the_most_telling_exchanges(preset_id: str) -> None:
    for dynamic_id in DYNAMICS:
        for style_id in ("", *STYLES):
            for energy in ("low", "normal", "high"):
                for family in (False, True):
                    persona = made(preset_id, dynamic_id, style_id, Traits(energy=energy, family=family))
                    assert cost(*prefix(persona)) <= PREFIX_TOKENS
                    _assert_shares(persona)


def test_short_parts_keep_all_they_say() -> None:
    temper, bond = preset("chill"), dynamic("tender")
    two = temper.model_copy(update={"examples": temper.examples[:2]})
    one = bond.model_copy(update={"examples": bond.examples[:1]})
    assert make(core(), two, one).examples == (*temper.examples[:2], bond.examples[0])
    silent = bond.model_copy(update={"examples": ()})
    assert make(core(), two, silent).examples == temper.examples[:2]


def _assert_shares(persona: Persona) -> None:
    unfit = "adults" if persona.family else "family"
    parts = [preset(persona.preset), dynamic(persona.dynamic)]
    least = [3, 2]
    files = [part.examples for part in parts]
    if persona.style:
        files.append(style(persona.style).examples)
        least.append(1)
    at = 0
    for wanted, shots in zip(least, files, strict=True):
        fit = [shot for shot in shots if shot.audience != unfit]
        kept = [shot for shot in persona.examples if shot in fit]
        assert kept == fit[: len(kept)], "the first of a file are the last to go"
        assert len(kept) >= wanted, (persona.preset, persona.dynamic, persona.style)
        assert persona.examples[at : at + len(kept)] == tuple(kept), "temper, bond and style in this order"
        at += len(kept)
    assert at == len(persona.examples)


# --- family mode ---------------------------------------------------------------------------------------------


def test_family_mode_takes_the_softer_texts_lines_and_face() -> None:
    grown, family = made("sensual", "flirty"), made("sensual", "flirty", traits=Traits(family=True))
    assert "velvet" in text(grown)
    assert "flirt" in text(grown)
    assert "children" not in text(grown)
    assert "children listen" in text(family)
    assert "velvet" not in text(family)
    assert "flirt" not in text(family)
    assert (grown.tone, family.tone) == (Expression.LOVE, Expression.HAPPY)
    assert all(shot.audience != "family" for shot in grown.examples)
    assert all(shot.audience != "adults" for shot in family.examples)
    assert any(shot.audience == "adults" for shot in grown.examples)
    assert any(shot.audience == "family" for shot in family.examples)


# --- voice and face ------------------------------------------------------------------------------------------


def test_every_temper_has_its_own_voice_pace_and_face() -> None:
    them = [made(preset_id, "tender") for preset_id in PRESETS]
    assert len({persona.voice for persona in them}) == len(them)
    assert len({persona.speed for persona in them}) == len(them)
    assert len({persona.tone for persona in them}) == len(them)
    pace = {persona.preset: persona.speed for persona in them}
    assert pace["sensual"] < pace["chill"] < pace["snarky"] < pace["hype"]
    for persona in them:
        assert parse_blend(persona.voice)["af_heart"] > 0.5, "always the same Vesper"


def test_a_style_and_the_energy_bend_voice_and_pace() -> None:
    plain = made("chill", "tender")
    cute = made("chill", "tender", "kawaii")
    assert parse_blend(cute.voice) == pytest.approx({"af_heart": 0.52, "af_sarah": 0.28, "af_jessica": 0.20})
    assert cute.speed == pytest.approx(plain.speed * style("kawaii").voice.speed, abs=0.001)
    assert (plain.tone, cute.tone) == (Expression.IDLE, Expression.HAPPY)
    low, high = (made("chill", "tender", traits=Traits(energy=level)) for level in ("low", "high"))
    assert low.speed < plain.speed < high.speed
    assert high.speed == pytest.approx(plain.speed * core().energy.high.speed, abs=0.001)


def test_the_style_has_the_last_word_on_the_face() -> None:
    assert made("sensual", "tender", "calm_with_chaos", Traits(family=True)).tone is Expression.IDLE


def test_her_lines_come_from_the_preset() -> None:
    persona = made("hype", "tender")
    assert (persona.refusals, persona.swallowed) == (preset("hype").refusals, preset("hype").swallowed)
