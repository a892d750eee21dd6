"""Push-to-talk and rules that change, in the turn detector."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.workers.audio.test_endpoint import RULES, Fed
from workers.engines.audio.decisions import WINDOW, AskTurn, Care, End, More, Onset, Pause, Suspect
from workers.engines.audio.endpoint import Endpoint


class Pushed(Fed):
    """An endpoint on push-to-talk."""

    def __init__(self) -> None:
        super().__init__()
        self.endpoint = Endpoint(RULES, push=True)

    def press(self) -> Pushed:
        self._note(self.endpoint.hold(down=True))
        return self

    def release(self) -> Pushed:
        self._note(self.endpoint.hold(down=False))
        return self

    def follow(self, *, push: bool) -> Pushed:
        self._note(self.endpoint.follow(RULES, push=push))
        return self


def test_nothing_is_listened_to_without_the_key() -> None:
    fed = Pushed()
    fed.feed("." * 20 + "v" * 200 + "." * 50)
    assert fed.decisions == []
    assert fed.endpoint.deaf


def test_speech_counts_from_the_press_with_pre_roll_to_a_short_trail_after_the_release() -> None:
    fed = Pushed()
    fed.feed("v" * 50)
    fed.press().feed("v" * 30)
    (onset,) = fed.of(Onset)
    assert onset.at == 50 * WINDOW
    assert fed.windows_of(1)[0] == 38
    assert (50 - 38) * 32 >= 300
    fed.release().feed("v" * 20)
    (end,) = fed.of(End)
    assert end.spoken
    ended_after = next(count for count, d in fed.decisions if isinstance(d, End))
    assert (ended_after - 80) * 32 == 160
    assert fed.windows_of(1) == list(range(38, 85))


def test_after_a_pause_the_release_ends_it_at_once_without_the_silence() -> None:
    fed = Pushed()
    fed.press().feed("v" * 30 + "." * 40)
    assert fed.of(Pause)
    assert not fed.of(End)
    assert not fed.of(AskTurn)
    fed.release().feed(".")
    assert fed.of(End) == [End(1, 30 * WINDOW, spoken=True)]
    assert fed.windows_of(1)[-1] < 40


def test_silence_inside_does_not_end_it_and_is_passed_on_when_the_voice_returns() -> None:
    fed = Pushed()
    fed.press().feed("v" * 20 + "." * 100 + "v" * 20)
    fed.release().feed("." * 5)
    assert len(fed.of(End)) == 1
    assert fed.windows_of(1)[:140] == list(range(140))


def test_a_press_without_speech_is_no_speech() -> None:
    fed = Pushed()
    fed.press().feed("." * 40)
    fed.release().feed(".")
    assert fed.of(End) == [End(1, 0, spoken=False)]
    assert not fed.of(Pause)


def test_a_short_word_counts_while_the_key_is_held() -> None:
    fed = Pushed()
    fed.press().feed("..vvv..")
    fed.release().feed("." * 6)
    assert fed.of(End)[0].spoken


def test_her_own_echo_is_no_word_of_the_user_nor_pre_roll() -> None:
    fed = Pushed()
    fed.feed("v" * 30, Care.STRICT, 2.0)
    fed.press().feed("v" * 10, Care.STRICT, 2.0)
    fed.release().feed("." * 6)
    assert fed.windows_of(1)[0] == 30
    assert not fed.of(End)[0].spoken


def test_pressed_again_in_the_trail_it_goes_on() -> None:
    fed = Pushed()
    fed.press().feed("v" * 20)
    fed.release().feed("v" * 2)
    fed.press().feed("v" * 20)
    assert not fed.of(End)
    fed.release().feed("." * 6)
    assert len(fed.of(Onset)) == len(fed.of(End)) == 1


def test_a_key_held_too_long_ends_one_turn_and_begins_the_next() -> None:
    fed = Pushed()
    fed.press().feed("v" * (RULES.longest_ms // 32 + 60))
    assert len(fed.of(Onset)) == 2
    assert len(fed.of(End)) == 1
    fed.release().feed("." * 6)
    assert len(fed.of(End)) == 2
    whole = fed.windows_of(1) + fed.windows_of(2)
    assert whole == sorted(set(whole))


def test_the_microphone_lost_while_held_ends_it_and_the_next_press_begins_anew() -> None:
    fed = Pushed()
    fed.press().feed("v" * 20).abandon()
    assert len(fed.of(End)) == 1
    fed.feed("v" * 20)
    assert len(fed.of(Onset)) == 1
    fed.release()
    fed.press().feed("v" * 20)
    assert len(fed.of(Onset)) == 2


def test_the_way_of_listening_changes_live() -> None:
    fed = Pushed()
    fed.press().feed("v" * 20)
    fed.follow(push=False)
    assert len(fed.of(End)) == 1
    fed.feed("v" * 10)
    assert len(fed.of(Onset)) == 2
    fed.follow(push=True)
    assert len(fed.of(End)) == 2
    fed.feed("v" * 30)
    assert len(fed.of(Onset)) == 2


def test_a_suspicion_is_taken_back_when_the_key_takes_over() -> None:
    fed = Pushed()
    fed.follow(push=False)
    fed.feed("." * 20 + "vv", Care.WARY)
    assert fed.of(Suspect) == [Suspect(on=True)]
    fed.follow(push=True)
    assert fed.of(Suspect)[-1] == Suspect(on=False)


def test_other_rules_count_in_the_middle_of_a_turn() -> None:
    fed = Fed().feed("." * 20 + "v" * 30)
    fed.endpoint.follow(replace(RULES, silence_ms=320), push=False)
    fed.feed("." * 10)
    assert fed.of(End)


@given(st.lists(st.one_of(st.sampled_from(["press", "release"]), st.text("v?.", max_size=40)), max_size=20))
def test_whatever_happens_turns_are_whole_and_apart(script: list[str]) -> None:
    fed = Pushed()
    for step in script:
        match step:
            case "press":
                fed.press()
            case "release":
                fed.release()
            case _:
                fed.feed(step)
    fed.abandon()
    onsets, ends = fed.of(Onset), fed.of(End)
    assert [onset.utterance for onset in onsets] == [end.utterance for end in ends]
    passed = [number for onset in onsets for number in fed.windows_of(onset.utterance)]
    assert passed == sorted(set(passed))
    assert all(more.pcm for more in fed.of(More))
