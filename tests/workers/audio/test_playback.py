from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from models.sound import OUTSIDE, Clip, ClipEnded, ClipStarted, Playhead
from workers.engines.audio.playback import Player
from workers.engines.audio.sample_clock import SampleClock
from workers.engines.audio.sound import sound_of

RATE_HZ = 48_000
BLOCK = 480
LATENCY_S = 0.025


def tone(seconds: float, rate_hz: int = RATE_HZ, peak: int = 16_000) -> NDArray[np.int16]:
    return (np.sin(np.arange(round(seconds * rate_hz)) * 2 * np.pi * 440 / rate_hz) * peak).astype(np.int16)


class Deck:
    """A player pulled in real time by a device of `LATENCY_S`; time starts at 100 s."""

    def __init__(self, volume: float = 1.0) -> None:
        self.player = Player(RATE_HZ, volume)
        self.blocks: list[NDArray[np.float32]] = []
        self.told: list[ClipStarted | ClipEnded] = []

    @property
    def now_s(self) -> float:
        return 100 + len(self.blocks) * BLOCK / RATE_HZ

    @property
    def output(self) -> NDArray[np.float32]:
        return np.concatenate(self.blocks)

    def add(self, turn: int, n: int, samples: NDArray[np.int16], rate_hz: int = RATE_HZ) -> None:
        self.player.add(sound_of(Clip(turn, n, samples.tobytes(), rate_hz), RATE_HZ))

    def run(self, seconds: float) -> Deck:
        for _ in range(round(seconds * RATE_HZ / BLOCK)):
            block = self.player.render(BLOCK, self.now_s + LATENCY_S)
            self.blocks.append(np.zeros(BLOCK, np.float32) if block is None else block)
            self.told += self.player.due(self.now_s)
        return self

    def ends(self) -> dict[tuple[int, int], ClipEnded]:
        ends = [event for event in self.told if isinstance(event, ClipEnded)]
        assert len({(end.turn, end.n) for end in ends}) == len(ends)
        return {(end.turn, end.n): end for end in ends}


def test_a_clip_comes_out_as_it_went_in() -> None:
    deck = Deck()
    samples = tone(0.5)
    deck.add(1, 0, samples)
    deck.run(0.6)
    edge = 200
    assert np.allclose(deck.output[edge : len(samples)], samples[edge:] / 32768, atol=1e-6)
    assert not deck.output[len(samples) + edge :].any()


def test_clips_follow_each_other_without_a_gap() -> None:
    whole = tone(1.0)
    deck = Deck()
    for n, part in enumerate(np.array_split(whole, [1000, 1001, 24_017, 40_000])):
        deck.add(1, n, part)
    deck.run(1.0)
    assert np.allclose(deck.output[200:], whole[200:] / 32768, atol=1e-6)


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 44_100])
def test_other_rates_are_resampled(rate_hz: int) -> None:
    deck = Deck()
    deck.add(1, 0, tone(1.0, rate_hz), rate_hz)
    deck.run(1.0)
    middle = slice(RATE_HZ // 4, RATE_HZ * 3 // 4)
    assert np.allclose(deck.output[middle], tone(1.0)[middle] / 32768, atol=2e-3)
    assert deck.run(0.2).ends()[1, 0].length_s == pytest.approx(1.0)


def test_clips_begin_and_end_when_they_are_heard() -> None:
    deck = Deck()
    deck.run(0.1)
    deck.add(3, 0, tone(0.5))
    deck.add(3, 1, tone(0.25))
    deck.run(1.0)
    start_s = 100.1 + LATENCY_S
    assert [(type(e), e.n) for e in deck.told] == [
        (ClipStarted, 0),
        (ClipEnded, 0),
        (ClipStarted, 1),
        (ClipEnded, 1),
    ]
    assert [e.at_s for e in deck.told] == pytest.approx(
        [start_s, start_s + 0.5, start_s + 0.5, start_s + 0.75]
    )
    assert all(e.complete and e.heard_s == e.length_s for e in deck.ends().values())


def test_nothing_is_told_before_it_is_heard() -> None:
    deck = Deck()
    deck.add(1, 0, tone(0.01))
    deck.run(0.02)
    assert deck.told == []
    assert deck.player.unheard
    assert not deck.player.busy


def test_stopping_fades_within_its_time_and_without_a_step() -> None:
    deck = Deck()
    deck.add(1, 0, tone(2.0))
    deck.run(0.5)
    deck.player.stop(1, 15)
    deck.run(0.2)
    after = deck.output[RATE_HZ // 2 :]
    last = int(np.flatnonzero(after)[-1])
    assert 10 <= last / RATE_HZ * 1000 <= 15
    natural = np.abs(np.diff(deck.output[: RATE_HZ // 2])).max()
    assert np.abs(np.diff(deck.output)).max() <= natural * 1.05


def test_a_cut_clip_tells_what_was_heard_and_queued_ones_that_nothing_was() -> None:
    deck = Deck()
    for n in range(3):
        deck.add(1, n, tone(1.0))
    deck.run(1.5)
    deck.player.stop(1, 15)
    deck.run(0.2)
    ends = deck.ends()
    assert ends[1, 0].complete
    assert not ends[1, 1].complete
    assert ends[1, 1].heard_s == pytest.approx(0.515)
    assert (ends[1, 2].heard_s, ends[1, 2].complete) == (0.0, False)
    assert not any(isinstance(e, ClipStarted) and e.n == 2 for e in deck.told)


def test_clips_of_a_stopped_turn_are_refused_and_newer_ones_play() -> None:
    deck = Deck()
    deck.add(4, 0, tone(1.0))
    deck.run(0.1)
    deck.player.stop(4, 15)
    deck.add(4, 1, tone(1.0))
    deck.add(5, 0, tone(0.3))
    deck.run(0.6)
    assert deck.ends()[4, 1].heard_s == 0
    assert deck.ends()[5, 0].complete
    heard = next(e for e in deck.told if isinstance(e, ClipStarted) and e.turn == 5)
    assert heard.at_s == pytest.approx(100.1 + 0.015 + LATENCY_S)


def test_stopping_an_older_turn_lets_the_newer_one_play() -> None:
    deck = Deck()
    deck.add(5, 0, tone(0.5))
    deck.run(0.1)
    deck.player.stop(4, 15)
    deck.run(0.6)
    assert deck.ends()[5, 0].complete


def test_an_interruption_refuses_the_rest_of_that_turn() -> None:
    deck = Deck()
    deck.add(7, 0, tone(1.0))
    deck.run(0.1)
    deck.player.stop(None, 15)
    deck.run(0.1)
    deck.add(7, 1, tone(0.2))
    deck.run(0.4)
    assert not deck.ends()[7, 1].complete
    assert not deck.output[RATE_HZ // 5 :].any()


def test_running_dry_does_not_click() -> None:
    deck = Deck()
    deck.add(1, 0, tone(0.5)[: 24_000 - 30])
    deck.run(1.0)
    deck.add(1, 1, np.full(4800, 16_000, np.int16))
    deck.run(0.3)
    assert np.abs(np.diff(deck.output)).max() < 0.04


def test_ducking_is_softer_by_nine_decibels_and_smooth() -> None:
    deck = Deck()
    deck.add(1, 0, tone(3.0))
    deck.run(0.5)
    deck.player.duck(on=True)
    deck.run(0.5)
    deck.player.duck(on=False)
    deck.run(0.5)
    rms = [float(np.sqrt(np.mean(deck.output[at : at + 4800] ** 2))) for at in (19_200, 43_200, 67_200)]
    assert 20 * np.log10(rms[1] / rms[0]) == pytest.approx(-9, abs=0.1)
    assert rms[2] == pytest.approx(rms[0], rel=0.01)
    assert np.abs(np.diff(deck.output)).max() < 0.03


def test_volume_scales_everything() -> None:
    deck = Deck(volume=0.25)
    deck.add(1, 0, tone(0.5))
    deck.run(0.5)
    assert np.abs(deck.output).max() == pytest.approx(16_000 / 32768 / 4, rel=0.01)


def test_the_playhead_is_what_is_at_the_loudspeaker() -> None:
    deck = Deck()
    deck.add(2, 0, tone(0.5))
    deck.add(2, 1, tone(0.5))
    deck.run(0.7)
    head = deck.player.playhead(deck.now_s - 0.005)
    assert (head.turn, head.n) == (2, 1)
    assert head.position_s == pytest.approx(0.7 - 0.005 - LATENCY_S - 0.5, abs=0.001)
    assert head.rms == pytest.approx(16_000 / 32768 / np.sqrt(2), rel=0.05)
    deck.run(1.0)
    assert deck.player.playhead(deck.now_s) == Playhead(at_s=deck.now_s)


def test_a_device_of_another_rate_goes_on_where_the_last_one_stopped() -> None:
    deck = Deck()
    deck.add(1, 0, tone(1.0))
    deck.add(1, 1, tone(0.5))
    deck.run(0.5)
    deck.player.retune(24_000)
    blocks = [deck.player.render(240, 200 + i * 0.01) for i in range(110)]
    events = deck.player.due(300)
    assert [(type(e), e.n) for e in events] == [(ClipEnded, 0), (ClipStarted, 1), (ClipEnded, 1)]
    assert sum(block is not None for block in blocks) == pytest.approx(100, abs=1)
    assert events[0].at_s == pytest.approx(200.5, abs=0.01)


def test_an_empty_clip_is_over_at_once() -> None:
    deck = Deck()
    deck.add(1, 0, np.zeros(0, np.int16))
    deck.add(1, 1, tone(0.1))
    deck.run(0.3)
    assert {key: end.complete for key, end in deck.ends().items()} == {(1, 0): True, (1, 1): True}


def test_a_jittering_device_clock_is_smoothed() -> None:
    rng = np.random.default_rng(0)
    clock = SampleClock(RATE_HZ)
    errors = []
    for block in range(2000):
        true_s = 50 + block * 0.01
        clock.observe(block * BLOCK, true_s + rng.uniform(-0.008, 0.008))
        errors.append(clock.time_of(block * BLOCK) - true_s)
    assert np.abs(errors[200:]).max() < 0.003
    clock.observe(2000 * BLOCK, 90.0)
    assert clock.time_of(2000 * BLOCK) == 90.0
    assert clock.sample_at(90.5) == 2000 * BLOCK + RATE_HZ // 2


ORDERS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 4), st.integers(0, 6000)),
        st.tuples(st.just("stop"), st.sampled_from((None, 1, 2, 3)), st.just(0)),
        st.tuples(st.just("run"), st.integers(1, 12), st.just(0)),
        st.tuples(st.just("duck"), st.integers(0, 1), st.just(0)),
    ),
    max_size=40,
)


@given(ORDERS)
def test_every_clip_ends_exactly_once(orders: list[tuple[str, int | None, int]]) -> None:
    deck = Deck()
    given_clips = 0
    for name, number, length in orders:
        match name:
            case "add":
                deck.add(number or 0, given_clips, tone(length / RATE_HZ))
                given_clips += 1
            case "stop":
                deck.player.stop(number, 15)
            case "run":
                deck.run((number or 0) * 0.01)
            case "duck":
                deck.player.duck(on=bool(number))
    deck.run(given_clips * 0.15 + 0.2)
    ends = deck.ends()
    assert len(ends) == given_clips
    assert not deck.player.unheard
    started = {(e.turn, e.n) for e in deck.told if isinstance(e, ClipStarted)}
    for key, end in ends.items():
        assert 0 <= end.heard_s <= end.length_s
        assert end.complete == (end.heard_s == end.length_s and key in started) or end.length_s == 0
        assert key in started or end.heard_s == 0
    times = [event.at_s for event in deck.told]
    assert times == sorted(times)
    assert np.abs(deck.output).max(initial=0) <= 0.5


def test_a_clip_outside_the_conversation_is_never_refused_and_cut_by_every_stop() -> None:
    deck = Deck()
    deck.player.stop(7, 15)
    deck.add(OUTSIDE, 0, tone(0.2))
    deck.run(0.3)
    assert deck.ends()[OUTSIDE, 0].complete
    for turn in (3, None):
        deck = Deck()
        deck.add(OUTSIDE, 0, tone(1.0))
        deck.run(0.2)
        deck.player.stop(turn, 15)
        deck.add(4, 0, tone(0.1))
        deck.run(0.5)
        assert not deck.ends()[OUTSIDE, 0].complete
        assert deck.ends()[4, 0].complete


def test_the_volume_changes_without_a_click_and_is_kept_while_ducked() -> None:
    deck = Deck(0.5)
    deck.add(1, 0, tone(2.0))
    deck.run(0.3)
    deck.player.set_volume(1.0)
    deck.run(0.3)
    deck.player.duck(on=True)
    deck.run(0.2)
    deck.player.set_volume(0.0)
    deck.run(0.3)
    deck.player.duck(on=False)
    deck.player.set_volume(0.8)
    deck.run(0.3)
    steps = np.abs(np.diff(deck.output))
    assert steps.max() < 0.04
    peaks = [np.abs(deck.output[int(s * RATE_HZ) :][:4800]).max() for s in (0.15, 0.45, 0.7, 0.98, 1.25)]
    assert peaks == pytest.approx([0.244, 0.488, 0.488 * 0.355, 0.0, 0.39], abs=0.01)
