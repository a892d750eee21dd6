from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.errors import Blame, EngineError
from models.ports import StreamSource
from models.speech import Empty
from models.stream.link import Follow, Linked, LinkState, Received, SourceEvent, Told
from models.stream.recording import Recorded, heading, line
from workers.engines.stream.recording import RecordedStream

EVENTS = (
    Recorded(2.0, "chat-message", {"message": "hi"}),
    Recorded(2.0, "raid", None),
    Recorded(62.0, "hydrate", 1),
)


@dataclass
class Time:
    now_s: float = 100.0
    slow_s: float = 0.0
    rests: list[float] = field(default_factory=list)

    def clock(self) -> float:
        self.now_s += self.slow_s
        return self.now_s

    async def rest(self, seconds: float) -> None:
        self.rests.append(round(seconds, 6))
        self.now_s += seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "show.jsonl"
    file.write_bytes(heading("2026-05-01T19:00:00Z") + b"".join(map(line, EVENTS)))
    return file


async def told(source: StreamSource) -> list[SourceEvent]:
    return [event async for event in source.follow(Follow(""))]


@pytest.mark.parametrize("speed", [0.5, 1.0, 10.0])
async def test_everything_is_told_at_its_time_between_connected_and_over(path: Path, speed: float) -> None:
    time = Time()
    source = RecordedStream(path, speed, time.clock, time.rest)
    assert await told(source) == [
        Linked(LinkState.CONNECTED, "show.jsonl"),
        *(Received(event.name, event.payload) for event in EVENTS),
        Linked(LinkState.OVER, "the recording is over"),
    ]
    assert time.rests == [2.0 / speed, 0.0, 60.0 / speed]
    await source.close()


async def test_time_lost_is_made_up_for(path: Path) -> None:
    time = Time(slow_s=5.0)
    await told(RecordedStream(path, 1.0, time.clock, time.rest))
    assert time.rests == [0.0, 0.0, 47.0]


async def test_it_plays_in_real_time_by_itself(path: Path) -> None:
    assert len(await told(RecordedStream(path, 1e6))) == 5


async def test_telling_it_something_is_no_error(path: Path) -> None:
    assert [done async for done in RecordedStream(path).tell(Told("companion-state", {}))] == [Empty()]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (heading("x") + line(EVENTS[0]) + b"no line\n" + line(EVENTS[1]), "show.jsonl, line 3"),
        (b"", "no events"),
        (heading("x"), "no events"),
        (b"\x00\xff\n", "line 1"),
        (None, "can't be read"),
    ],
)
async def test_a_file_that_is_none_is_refused_before_anything_is_told(
    tmp_path: Path, data: bytes | None, says: str
) -> None:
    heard: list[SourceEvent] = []

    async def listen() -> None:
        async for event in RecordedStream(written(tmp_path, data), 1e6).follow(Follow("")):
            heard.append(event)  # noqa: PERF401  # what came before the error counts

    with pytest.raises(EngineError, match=says) as caught:
        await listen()
    assert caught.value.blame is Blame.SETTINGS
    assert heard == []


def written(folder: Path, data: bytes | None) -> Path:
    path = folder / "show.jsonl"
    if data is not None:
        path.write_bytes(data)
    return path


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan")])
async def test_a_speed_that_is_none_is_refused(path: Path, speed: float) -> None:
    with pytest.raises(EngineError, match="speed"):
        await told(RecordedStream(path, speed))
