"""The parts of the voice that need no network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.errors import EngineError
from models.speech import PhonemeSpan, WordSpan
from workers.engines.tts.acoustic import FRAME_SAMPLES, RATE_HZ, Utterance
from workers.engines.tts.english.phonemise import Spoken
from workers.engines.tts.finish import edges, finish, softened, to_pcm, true_peak
from workers.engines.tts.onnx_graft import Node, divert, graft
from workers.engines.tts.phrases import phrases_of
from workers.engines.tts.silences import Change, applied, changes, moved
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


def test_a_graft_is_a_graph_that_continues_a_model() -> None:
    node = b"\x0a\x01a\x0a\x01p\x12\x01b\x1a\x01b\x22\x03Mul"
    constant = b"\x10\x01\x42\x01c\x4a\x04\x00\x00\x80\x3f"
    scalar = b"\x0a\x01p\x12\x06\x0a\x04\x08\x01\x12\x00"
    value = b"\x0a\x01b\x12\x04\x0a\x02\x08\x01"
    parts = ((b"\x0a", node), (b"\x2a", constant), (b"\x5a", scalar), (b"\x62", value))
    graph = b"".join(tag + bytes([len(content)]) + content for tag, content in parts)
    made = graft((Node("Mul", ("a", "p"), "b"),), inputs=("p",), constants={"c": 1.0}, outputs=("b",))
    assert made == b"\x3a" + bytes([len(graph)]) + graph


def test_a_tensor_is_diverted_where_it_is_made_and_nowhere_else(tmp_path: Path) -> None:
    model = tmp_path / "m.onnx"
    reader = graft((Node("Neg", ("/a",), "/b"),))
    model.write_bytes(graft((Node("Abs", ("/x",), "/a"),)) + reader)
    assert divert(model, "/a") == "/~"
    assert model.read_bytes().endswith(reader)
    assert b"\x12\x02/~" in model.read_bytes()
    assert b"\x12\x02/a" not in model.read_bytes()
    for unknown in ("/a", "/c"):
        with pytest.raises(LookupError):
            divert(model, unknown)


# 0.2 s tone, 0.3 s silence, 0.2 s tone, 0.1 s silence, 0.2 s tone.
PAUSED = np.concatenate([tone(0.2), np.zeros(7200), tone(0.2), np.zeros(2400), tone(0.2)]).astype(np.float32)
COMMA = PhonemeSpan(",", 0.2, 0.5)


@pytest.mark.parametrize(("factor", "by_s"), [(1.5, 0.15), (0.5, -0.15), (0.2, -0.24), (9.0, 0.6)])
def test_pauses_at_marks_change_and_others_stay(factor: float, by_s: float) -> None:
    made = changes(pauses(PAUSED), [COMMA], 1.0, factor)
    assert len(made) == 1
    sound = applied(PAUSED, made)
    assert len(sound) / RATE_HZ == pytest.approx(1.0 + by_s, abs=0.002)
    found = [end - start for start, end in pauses(sound) if end - start > 0.03]
    assert found == pytest.approx([0.3 + by_s, 0.1], abs=0.011)
    spans, words = moved(
        (PhonemeSpan("a", 0.0, 0.2), COMMA, PhonemeSpan("b", 0.5, 0.7)), (WordSpan("b", 0.5, 0.7),), made
    )
    assert [edge for span in spans for edge in (span.start_s, span.end_s)] == pytest.approx(
        [0.0, 0.2, 0.2, 0.5 + by_s, 0.5 + by_s, 0.7 + by_s]
    )
    assert (words[0].start_s, words[0].end_s) == pytest.approx((0.5 + by_s, 0.7 + by_s))


def test_a_factor_of_one_and_the_ends_change_nothing() -> None:
    assert changes(pauses(PAUSED), [COMMA], 1.0, 1.0) == []
    ends = np.concatenate([np.zeros(4800), tone(0.2), np.zeros(4800)]).astype(np.float32)
    assert changes(pauses(ends), [PhonemeSpan(".", 0.0, 0.6)], 0.6, 2.0) == []
    assert (applied(PAUSED, []) == PAUSED).all()


def test_a_cut_in_noise_does_not_click() -> None:
    hum = tone(1.0, 0.05)
    done = applied(hum, [Change(0.3, 0.2), Change(0.6, -0.1)])
    assert len(done) == pytest.approx(1.1 * RATE_HZ, abs=2)
    assert np.abs(np.diff(done)).max() <= 1.05 * np.abs(np.diff(hum)).max()


def test_softness_takes_away_the_bright_and_leaves_the_time() -> None:
    def kept_db(hz: float, softness: float) -> float:
        sound = np.sin(2 * np.pi * hz * np.arange(24_001) / RATE_HZ).astype(np.float32)
        middle = slice(6000, 18_000)
        soft = softened(sound, softness)
        assert len(soft) == len(sound)
        return float(10 * np.log10(np.square(soft[middle]).mean() / np.square(sound[middle]).mean()))

    assert kept_db(200, 1.0) == pytest.approx(0.0, abs=0.2)
    assert -8 < kept_db(3000, 1.0) < -3
    assert kept_db(11_000, 1.0) == pytest.approx(-11.0, abs=1.5)
    assert kept_db(8000, 0.2) == pytest.approx(-2.0, abs=0.6)
    assert (softened(PAUSED, 0.0) == PAUSED).all()
    click = np.zeros(4801, np.float32)
    click[2400] = 1.0
    assert int(np.abs(softened(click, 1.0)).argmax()) == 2400


@pytest.mark.parametrize("level_db", [-6.0, -2.0, 3.0])
def test_the_level_is_that_much_off_the_usual_one(level_db: float) -> None:
    usual, done = [
        float(np.sqrt(np.square(finish(tone(0.5), level_db=level)).mean())) for level in (0.0, level_db)
    ]
    assert 20 * np.log10(done / usual) == pytest.approx(level_db, abs=0.1)
    assert true_peak(finish(tone(0.5), level_db=30.0)) <= 10 ** (-1 / 20)


def test_a_mark_without_a_pause_has_no_time() -> None:
    # a sounds on through the comma's three frames into b.
    frames = np.array([4, 8, 3, 8, 4])
    sound = np.zeros(int(frames.sum()) * FRAME_SAMPLES, np.float32)
    sound[2400:13_200] = tone(0.45)
    spans, words = time_of(Utterance(sound, "a,b", frames), (Placed("Ay", 0, 1), Placed("Bee", 2, 3)))
    assert [span.symbol for span in spans] == ["a", "b"]
    assert spans[0].end_s == spans[1].start_s
    assert words[0].end_s == words[1].start_s


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


@pytest.mark.parametrize(
    "spec", ["", "af_tree", "af_one +", "0% af_one", "af_one & bf_two", "100% af_one + bf_two"]
)
def test_bad_voices_are_refused(book: VoiceBook, spec: str) -> None:
    with pytest.raises(EngineError):
        book.style(spec)
