from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.audio.decisions import (
    RATE_HZ,
    WINDOW,
    AskTurn,
    Care,
    Decision,
    End,
    More,
    Onset,
    Pause,
    Suspect,
    Window,
)
from workers.engines.audio.endpoint import Endpoint
from workers.engines.audio.rules import Rules

_T = TypeVar("_T")
RULES = Rules()
LETTERS = {"v": 0.95, "?": 0.4, ".": 0.02}


def window(index: int, letter: str, care: Care = Care.NONE, likeness: float = 0.0) -> Window:
    return Window(index.to_bytes(2, "little") * WINDOW, LETTERS[letter], care, likeness)


class Fed:
    """An endpoint fed a script: one letter a window, v voiced, ? doubtful, . silent."""

    def __init__(self, rules: Rules = RULES) -> None:
        self.endpoint = Endpoint(rules)
        self.decisions: list[tuple[int, Decision]] = []
        self.count = 0

    def feed(self, script: str, care: Care = Care.NONE, likeness: float = 0.0) -> Fed:
        for letter in script:
            self.count += 1
            self._note(self.endpoint.step(window(self.count - 1, letter, care, likeness)))
        return self

    def answer(self, finished: float) -> Fed:
        self._note(self.endpoint.verdict(self.of(AskTurn)[-1].ticket, finished))
        return self

    def abandon(self) -> Fed:
        self._note(self.endpoint.abandon())
        return self

    def of(self, kind: type[_T]) -> list[_T]:
        return [decision for _, decision in self.decisions if isinstance(decision, kind)]

    def windows_of(self, utterance: int) -> list[int]:
        """The numbers of the windows passed on for an utterance, in order."""
        passed: list[Onset | More] = [*self.of(Onset), *self.of(More)]
        pcm = b"".join(decision.pcm for decision in passed if decision.utterance == utterance)
        return [int.from_bytes(pcm[at : at + 2], "little") for at in range(0, len(pcm), 2 * WINDOW)]

    def _note(self, decisions: list[Decision]) -> None:
        self.decisions += [(self.count, decision) for decision in decisions]


def test_a_voice_begins_with_its_pre_roll() -> None:
    fed = Fed().feed("." * 40 + "vvv")
    (onset,) = fed.of(Onset)
    assert onset.at == 40 * WINDOW
    assert fed.windows_of(1) == list(range(28, 43))
    assert (onset.at // WINDOW - 28) * 32 >= 300


def test_the_pre_roll_is_as_long_as_asked() -> None:
    fed = Fed(replace(RULES, pre_roll_ms=800)).feed("." * 60 + "vvv")
    assert fed.windows_of(1)[0] == 60 - 25


def test_a_gap_in_the_first_sound_does_not_hide_it() -> None:
    assert Fed().feed("." * 20 + "v?vv").of(Onset)


@pytest.mark.parametrize("script", ["." * 200, "?" * 200, ("vv" + "." * 5) * 30, ("v" + "?" * 3) * 40])
def test_silence_doubt_and_clicks_begin_nothing(script: str) -> None:
    assert Fed().feed(script).decisions == []


def test_a_voice_is_passed_on_in_small_pieces() -> None:
    fed = Fed().feed("." * 20 + "v" * 60)
    assert fed.windows_of(1)[-1] >= fed.count - 3
    assert {len(more.pcm) for more in fed.of(More)} == {3 * 2 * WINDOW}


def test_finished_words_end_the_turn_after_a_short_silence() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 6).answer(0.9).feed("." * 30)
    (end,) = fed.of(End)
    ended_after = next(count for count, d in fed.decisions if isinstance(d, End))
    assert end == End(1, 50 * WINDOW, spoken=True)
    assert (ended_after - 50) * 32 == 192


def test_a_late_answer_ends_the_turn_at_once() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 15).answer(0.9)
    assert fed.decisions[-1] == (65, End(1, 50 * WINDOW, spoken=True))


def test_unfinished_words_wait_for_silence_alone() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 10).answer(0.2).feed("." * 30)
    ended_after = next(count for count, d in fed.decisions if isinstance(d, End))
    assert (ended_after - 50) * 32 == 928


def test_the_question_is_put_again_once() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 27)
    assert [ask.ticket for ask in fed.of(AskTurn)] == [1, 2]


def test_the_question_comes_with_the_utterance_so_far() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 4)
    pcm = fed.of(AskTurn)[0].pcm
    assert pcm[-2:] == (53).to_bytes(2, "little")
    assert pcm[:2] == (8).to_bytes(2, "little")


def test_an_answer_after_the_voice_returned_counts_for_nothing() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 6 + "v" * 5).answer(0.99)
    assert not fed.of(End)
    assert not fed.feed("." * 10).of(End)


def test_a_pause_is_taken_back_without_losing_a_window() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 15 + "v" * 30)
    (pause,) = fed.of(Pause)
    assert pause == Pause(1, 50 * WINDOW)
    passed = fed.windows_of(1)
    assert passed == list(range(passed[0], passed[-1] + 1))
    assert passed[-1] >= fed.count - 3


def test_silence_is_not_passed_on_after_the_pause() -> None:
    fed = Fed().feed("." * 20 + "v" * 30 + "." * 40)
    assert fed.windows_of(1)[-1] == 54
    kinds = [type(d) for _, d in fed.decisions if not isinstance(d, AskTurn)]
    assert kinds[-2:] == [Pause, End]


def test_a_blip_is_not_speech() -> None:
    fed = Fed().feed("." * 20 + "vvvv" + "." * 40)
    assert [end.spoken for end in fed.of(End)] == [False]


def test_a_short_word_is_speech() -> None:
    fed = Fed().feed("." * 20 + "v" * 7 + "." * 40)
    assert [end.spoken for end in fed.of(End)] == [True]


def test_an_endless_talker_is_cut_into_turns_without_a_gap() -> None:
    fed = Fed().feed("." * 20 + "v" * 1200)
    assert len(fed.of(End)) == 1
    first, second = fed.windows_of(1), fed.windows_of(2)
    assert (first[-1] - 20) * WINDOW / RATE_HZ == pytest.approx(28, abs=0.1)
    assert second[0] == first[-1] + 1


def test_two_turns_share_no_sound() -> None:
    fed = Fed().feed("." * 20 + "v" * 20 + "." * 6).answer(0.9).feed("." * 3 + "v" * 20 + "." * 40)
    passed = fed.windows_of(1) + fed.windows_of(2)
    assert len(fed.of(Onset)) == 2
    assert len(set(passed)) == len(passed)


def test_losing_the_microphone_ends_the_turn() -> None:
    fed = Fed().feed("." * 20 + "v" * 30).abandon()
    assert fed.of(End) == [End(1, 50 * WINDOW, spoken=True)]
    assert fed.windows_of(1)[-1] == 49
    assert Fed().feed("." * 20 + "vv").abandon().decisions == []


class TestOverHerOwnVoice:
    def test_a_sure_voice_interrupts_within_a_hundred_milliseconds(self) -> None:
        fed = Fed().feed("." * 20 + "vvv", Care.STRICT)
        (onset,) = fed.of(Onset)
        assert onset.strict

    def test_the_first_suspicion_is_told_and_taken_back(self) -> None:
        fed = Fed().feed("." * 20 + "vv" + "." * 20, Care.STRICT)
        assert fed.of(Suspect) == [Suspect(on=True), Suspect(on=False)]
        assert not fed.of(Onset)

    def test_a_suspicion_ends_with_the_onset(self) -> None:
        fed = Fed().feed("." * 20 + "vvv", Care.STRICT)
        assert fed.of(Suspect) == [Suspect(on=True), Suspect(on=False)]

    @pytest.mark.parametrize("care", [Care.STRICT, Care.WARY])
    def test_what_sounds_like_her_is_nobody(self, care: Care) -> None:
        assert not Fed().feed("." * 20 + "v" * 100, care, likeness=1.2).decisions

    def test_an_unknown_room_wants_a_longer_voice(self) -> None:
        assert not Fed().feed("." * 20 + "v" * 6, Care.WARY).of(Onset)
        assert Fed().feed("." * 20 + "v" * 7, Care.WARY).of(Onset)

    def test_a_doubtful_sound_takes_longer(self) -> None:
        endpoint = Endpoint(RULES)
        cough = [Window(bytes(2 * WINDOW), 0.55, Care.STRICT)] * 6
        assert not [d for w in cough for d in endpoint.step(w) if isinstance(d, Onset)]


PROBABILITIES = st.sampled_from((0.0, 0.2, 0.34, 0.36, 0.49, 0.5, 0.7, 0.9, 1.0))
STEPS = st.lists(
    st.tuples(
        PROBABILITIES,
        st.sampled_from(Care),
        st.sampled_from((0.0, 0.0, 0.0, 0.9, 1.5)),
        st.sampled_from(("", "", "", "", "yes", "no", "stale", "abandon")),
        st.integers(1, 12),
    ),
    max_size=60,
)


@given(STEPS)
def test_any_course_is_told_soundly(steps: list[tuple[float, Care, float, str, int]]) -> None:
    """Onset, then pieces and pauses, then one end; no window twice, none lost, numbers rising; never raises."""
    endpoint = Endpoint(RULES)
    told: list[Decision] = []
    count = 0
    for voice, care, likeness, extra, times in steps:
        for _ in range(times):
            pcm = count.to_bytes(2, "little") * WINDOW
            told += endpoint.step(Window(pcm, voice, care, likeness))
            count += 1
        tickets = [d.ticket for d in told if isinstance(d, AskTurn)]
        if extra == "abandon":
            told += endpoint.abandon()
        elif extra and tickets:
            told += endpoint.verdict(tickets[0] if extra == "stale" else tickets[-1], float(extra != "no"))
    open_one, passed, numbers = 0, [], []
    for decision in told:
        match decision:
            case Onset(utterance, at, pcm, _):
                assert not open_one
                open_one = utterance
                numbers.append(utterance)
                passed.append(pcm)
                assert 0 <= at <= count * WINDOW
            case More(utterance, pcm):
                assert utterance == open_one
                passed.append(pcm)
            case Pause(utterance, _):
                assert utterance == open_one
            case End(utterance, at, _):
                assert utterance == open_one
                assert at <= count * WINDOW
                open_one = 0
    assert numbers == list(range(1, len(numbers) + 1))
    assert bool(open_one) == endpoint.open
    sound = b"".join(passed)
    order = [int.from_bytes(sound[at : at + 2], "little") for at in range(0, len(sound), 2 * WINDOW)]
    assert all(a < b for a, b in pairwise(order))


@given(st.integers(6, 300), st.integers(0, 25))
def test_every_voiced_window_is_passed_on(voiced: int, gap: int) -> None:
    fed = Fed().feed("." * 20 + "v" * voiced + "." * gap + "v" * 10 + "." * 40)
    passed = set(fed.windows_of(1)) | set(fed.windows_of(2))
    assert passed >= {*range(20, 20 + voiced), *range(20 + voiced + gap, 30 + voiced + gap)}
