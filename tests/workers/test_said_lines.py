from __future__ import annotations

from models.speech import Line, PhonemeSpan, Speech, VoiceStyle
from workers.said_lines import SaidLines


def speech(size: int) -> Speech:
    return Speech(bytes(size), 24_000)


def test_a_line_is_known_by_text_style_and_place() -> None:
    said = SaidLines()
    line = Line("Hi", VoiceStyle("af_heart"), first=True)
    clip = Speech(b"\1\2", 24_000, (PhonemeSpan("h", 0.0, 0.1),))
    said.put(line, clip)
    assert said.get(Line("Hi", VoiceStyle("af_heart"), first=True)) is clip
    for other in (
        Line("Ho", VoiceStyle("af_heart"), first=True),
        Line("Hi", VoiceStyle("af_heart"), first=False),
        Line("Hi", VoiceStyle("af_heart", 1.1), first=True),
        Line("Hi", VoiceStyle("af_heart", softness=0.1), first=True),
    ):
        assert said.get(other) is None


def test_the_least_recently_used_is_forgotten_first() -> None:
    said = SaidLines(most_bytes=4000)
    lines = [Line(f"Line {n}") for n in range(5)]
    for line in lines[:4]:
        said.put(line, speech(1000))
    assert said.get(lines[0]) is not None
    said.put(lines[4], speech(1000))
    assert [said.get(line) is not None for line in lines] == [True, False, True, True, True]


def test_room_is_counted_also_when_a_line_is_put_again() -> None:
    said = SaidLines(most_bytes=4000)
    for _ in range(9):
        said.put(Line("Again"), speech(1000))
    for n in range(3):
        said.put(Line(f"Other {n}"), speech(1000))
    assert said.get(Line("Again")) is not None


def test_what_is_too_long_is_not_kept_and_drives_nothing_out() -> None:
    said = SaidLines(most_bytes=4000)
    said.put(Line("Short"), speech(900))
    said.put(Line("Long"), speech(1001))
    said.put(Line("Many spans"), Speech(b"", 24_000, tuple(PhonemeSpan("a", 0.0, 0.1) for _ in range(6))))
    assert said.get(Line("Long")) is None
    assert said.get(Line("Many spans")) is None
    assert said.get(Line("Short")) is not None
