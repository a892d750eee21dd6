"""The parts of the voice that need no network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.errors import EngineError
from workers.engines.tts.acoustic import FRAME_SAMPLES, RATE_HZ, Utterance
from workers.engines.tts.english.phonemise import Spoken
from workers.engines.tts.finish import edges, finish, to_pcm, true_peak
from workers.engines.tts.onnx_tap import tap
from workers.engines.tts.phrases import phrases_of
from workers.engines.tts.timing import Placed, pauses, time_of
from workers.engines.tts.voices import VoiceBook

ALL = frozenset("abcdefghijklmnopqrstuvwxyzˈˌ .,!?;:—…“”()")


def spoken(text: str) -> list[Spoken]:
    return [Spoken("", part) if part in ".,!?—" else Spoken(part, part) for part in text.split()]


def test_a_phrase_knows_where_its_words_are() -> None:
    (phrase,) = phrases_of(spoken("hi , you there !"), ALL)
    assert phrase.symbols == "hi, you there!"
    assert [phrase.symbols[word.start : word.end] for word in phrase.words] == ["hi", "you", "there"]
    assert phrase.ending == "!"


def test_unknown_symbols_and_lonely_marks_are_dropped() -> None:
    assert phrases_of([Spoken("x", "Ж"), Spoken("", ".")], ALL) == ()


def test_long_text_is_cut_at_its_sentences() -> None:
    phrases = phrases_of(spoken(" ".join(["abcdefgh , abcdefgh ."] * 40)), ALL)
    assert len(phrases) > 1
    assert all(len(phrase.symbols) <= 510 for phrase in phrases)
    assert all(phrase.ending == "." for phrase in phrases)
    assert sum(len(phrase.words) for phrase in phrases) == 80


def test_one_endless_word_does_not_hang() -> None:
    assert len(phrases_of([Spoken("a", "a" * 700), Spoken("b", "b")], ALL)) == 2


def tone(length_s: float, level: float = 0.2) -> np.ndarray:
    return (level * np.sin(2 * np.pi * 220 * np.arange(int(length_s * RATE_HZ)) / RATE_HZ)).astype(np.float32)


def test_labels_follow_durations_and_pauses() -> None:
    # Pad, a, comma, b, pad: a sounds 0.3-0.5 s, b from 0.8 s; the network lends a the silence.
    frames = np.array([12, 18, 2, 8, 4])
    sound = np.zeros(int(frames.sum()) * FRAME_SAMPLES, np.float32)
    sound[int(0.3 * RATE_HZ) : int(0.5 * RATE_HZ)] = tone(0.2)
    sound[int(0.8 * RATE_HZ) : int(1.0 * RATE_HZ)] = tone(0.2)
    spans, words = time_of(Utterance(sound, "a,b", frames), (Placed("Ay", 0, 1), Placed("Bee", 2, 3)))
    assert [span.symbol for span in spans] == ["a", ",", "b"]
    found = [edge for span in spans for edge in (span.start_s, span.end_s)]
    assert found == pytest.approx([0.3, 0.5, 0.5, 0.8, 0.8, 1.0], abs=0.011)
    assert [(word.text, word.start_s) for word in words] == [
        ("Ay", spans[0].start_s),
        ("Bee", spans[2].start_s),
    ]


def test_stress_marks_stay_with_their_sound() -> None:
    frames = np.array([2, 2, 2, 2, 2])
    sound = tone(int(frames.sum()) * FRAME_SAMPLES / RATE_HZ)
    spans, _ = time_of(Utterance(sound, "bˈa", frames), ())
    assert [span.symbol for span in spans] == ["b", "ˈa"]


def test_pauses_are_silences() -> None:
    sound = np.concatenate([np.zeros(2400), tone(0.2), np.zeros(4800), tone(0.1), np.zeros(1200)]).astype(
        np.float32
    )
    found = [round(edge, 2) for gap in pauses(sound) for edge in gap]
    assert found == pytest.approx([0.0, 0.1, 0.3, 0.5, 0.6, 0.65], abs=0.011)
    assert pauses(np.zeros(2400, np.float32)) == [(0.0, 0.1)]


def test_edges_keep_the_pause_and_less_lead_for_the_first() -> None:
    sound = np.concatenate([np.zeros(9600), tone(0.5), np.zeros(12_000)]).astype(np.float32)
    first = edges(sound, first=True, pause_s=0.2)
    later = edges(sound, first=False, pause_s=0.2)
    assert first[0] > later[0] > 9600 - 0.1 * RATE_HZ
    assert first[1] == later[1] == pytest.approx(9600 + 12_000 + 0.2 * RATE_HZ, abs=240)
    assert edges(np.zeros(5000, np.float32), first=True, pause_s=0.1) == (0, 0)


@pytest.mark.parametrize("level", [0.02, 0.3, 0.99])
def test_levels_become_even_without_peaks(level: float) -> None:
    sound = tone(0.5, level)
    sound[5000:5010] *= 3
    done = finish(sound)
    assert true_peak(done) <= 10 ** (-1 / 20)
    assert 0.04 <= float(np.sqrt(np.square(done).mean())) <= 0.13
    assert abs(done[0]) < 1e-3 > abs(done[-1])
    assert len(to_pcm(done)) == 2 * len(sound)


def test_silence_stays_silence() -> None:
    assert not finish(np.zeros(3000, np.float32)).any()


def test_true_peak_sees_between_samples() -> None:
    quarter = np.sin(2 * np.pi * 0.25 * np.arange(256) + np.pi / 4).astype(np.float32)
    assert np.abs(quarter).max() < 0.72
    assert true_peak(quarter) == pytest.approx(1.0, abs=0.02)
    assert true_peak(np.zeros(0, np.float32)) == 0.0


def test_a_tap_is_a_graph_with_one_node_and_one_output() -> None:
    fragment = tap("a", "b")
    node = b"\x0a\x01a\x12\x01b\x1a\x01b\x22\x08Identity"
    value = b"\x0a\x01b\x12\x04\x0a\x02\x08\x01"
    graph = b"\x0a" + bytes([len(node)]) + node + b"\x62" + bytes([len(value)]) + value
    assert fragment == b"\x3a" + bytes([len(graph)]) + graph


@pytest.fixture
def book(tmp_path: Path) -> VoiceBook:
    for name, value in {"af_one": 1.0, "bf_two": 3.0}.items():
        np.full((510, 256), value, "<f4").tofile(tmp_path / f"{name}.bin")
    return VoiceBook(tmp_path)


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        ("af_one", 1.0),
        ("AF_One", 1.0),
        ("50% af_one + 50% bf_two", 2.0),
        ("75% af_one + 25% bf_two", 1.5),
        ("af_one, bf_two", 2.0),
        ("3 af_one + 1 bf_two", 1.5),
        ("af_one (75%) + bf_two (25%)", 1.5),
    ],
)
def test_blends(book: VoiceBook, spec: str, value: float) -> None:
    assert book.style(spec)[7, 7] == pytest.approx(value)


def test_a_blend_speaks_the_accent_of_its_larger_share(book: VoiceBook) -> None:
    assert book.is_british("40% af_one + 60% bf_two")
    assert not book.is_british("60% af_one + 40% bf_two")


@pytest.mark.parametrize("spec", ["", "af_tree", "af_one +", "0% af_one", "af_one & bf_two"])
def test_bad_voices_are_refused(book: VoiceBook, spec: str) -> None:
    with pytest.raises(EngineError):
        book.style(spec)
