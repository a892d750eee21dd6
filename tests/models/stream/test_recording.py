from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.stream.recording import APART_S, VERSION, Recorded, UnreadableError, heading, line, read

HEADING = heading("2026-05-01T19:00:00Z")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.lists(st.tuples(st.floats(0, 10_000), st.text(min_size=1), JSON), max_size=6))
def test_what_was_written_is_read(told: list[tuple[float, str, object]]) -> None:
    events = sorted((Recorded(round(at, 3), *rest) for at, *rest in told), key=lambda event: event.at_s)
    data = HEADING + b"".join(map(line, events))
    assert data.count(b"\n") == len(events) + 1
    assert read(data) == tuple(events)


def test_the_heading_says_what_it_is() -> None:
    assert json.loads(HEADING) == {"vesper": "recording", "version": 1, "began": "2026-05-01T19:00:00Z"}
    assert HEADING.endswith(b"}\n")


def test_text_stays_readable_and_oddities_are_escaped() -> None:
    written = line(Recorded(1.23456, "chat-message", {"message": "Zoë 🦊 \ud800", "raw": b"\x00"}))
    assert '"Zoë 🦊 \\ud800"'.encode() in written
    [event] = read(HEADING + written)
    assert event == Recorded(1.235, "chat-message", {"message": "Zoë 🦊 \ud800", "raw": None})


def test_lines_of_others_are_read() -> None:
    data = (
        b"\xef\xbb\xbf"
        b'{"name": "raid", "payload": {"viewers": 3}}\r\n'
        b"\n"
        b'{"event": "chat-message", "data": {"a": 1}, "at_s": 7}\n'
        b'{"event": "later"}\n'
        b'{"name": "early", "at_s": 0.5, "more": true}'
    )
    assert read(data) == (
        Recorded(0.0, "raid", {"viewers": 3}),
        Recorded(0.5, "early", None),
        Recorded(7.0, "chat-message", {"a": 1}),
        Recorded(7.0 + APART_S, "later", None),
    )


def test_nothing_is_nothing() -> None:
    assert read(b"") == read(HEADING) == read(b"\n\n") == ()


def test_a_recording_that_was_cut_off_is_read_up_to_there() -> None:
    whole = line(Recorded(1.0, "raid", {"viewers": 3}))
    for cut in range(1, len(whole) - 1):
        assert read(HEADING + whole + whole[:cut]) == (Recorded(1.0, "raid", {"viewers": 3}),)
    assert len(read(HEADING + whole + whole[:-1])) == 2
    with pytest.raises(UnreadableError):
        read(whole + whole[:20])
    with pytest.raises(UnreadableError):
        read(HEADING + whole[:20] + b"\n" + whole)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (b"chat: hello", "no JSON"),
        (b"[1, 2]", "no JSON object"),
        (b'{"payload": 1}', '"name"'),
        (b'{"name": ""}', '"name"'),
        (b'{"name": 5}', '"name"'),
        (b'{"name": "a", "at_s": -1}', "at_s"),
        (b'{"name": "a", "at_s": "soon"}', "at_s"),
        (b'{"name": "a", "at_s": true}', "at_s"),
        (b'{"name": "a", "at_s": NaN}', "at_s"),
        (b'{"name": "a", "at_s": Infinity}', "at_s"),
        (b'{"name": "a", "at_s": 1' + b"0" * 400 + b"}", "at_s"),
        (b'{"name": "a", "at_s": 1' + b"0" * 5000 + b"}", "no JSON"),
        (b'{"name": "\xff"}', "UTF-8"),
        (b'{"name": "a", "payload": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "deeply"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(wrong: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read(HEADING + line(Recorded(0.0, "a", None)) + b"\n" + wrong + b"\n" + b"worse\n")
    assert caught.value.number == 4
    assert str(caught.value).startswith("line 4: ")


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        ({"vesper": "persona", "version": 1}, "something else"),
        ({"vesper": "recording"}, "no version"),
        ({"vesper": "recording", "version": "1"}, "no version"),
        ({"vesper": "recording", "version": 0}, "no version"),
        ({"vesper": "recording", "version": VERSION + 1}, "newer"),
    ],
)
def test_a_heading_that_is_not_ours_is_refused(first: dict[str, object], reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read(json.dumps(first).encode() + b"\n")
    assert caught.value.number == 1
