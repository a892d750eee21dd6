from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from models.commands import Settle
from models.errors import Blame, EngineError
from models.events import Failed, Health, StreamHappened, StreamRecalled, WorkerChanged
from models.stream.happening import Happening, Origin, StreamKind
from models.stream.link import Linked, LinkState, Received
from tests.fakes.stream_source import CONNECTED, LOST, FakeStream
from tests.workers.living import Watched, living, until
from workers.ledger import Ledger
from workers.runtime.organ import Warm
from workers.stream import Connect, Injected, Record, Stream, StreamSetup

NOON = 1_800_000_000.0
URL = "http://localhost:4001"
K = StreamKind


class Clock:
    """A wall clock that a test sets."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> float:
        return self.at


class Show:
    """A stream organ, its backend, its clock and its ledger's file."""

    def __init__(self, path: Path) -> None:
        self.source = FakeStream()
        self.clock = Clock()
        self.path = path
        self.state: dict[str, Any] = {"mood": 1, "uptime": 0.0}

    def ledger(self) -> Ledger:
        return Ledger(self.path, self.clock)

    def live(self, *, enabled: bool = True, **parts: Any) -> AbstractAsyncContextManager[Watched]:
        setup = StreamSetup("worxed", URL, enabled, batch_s=0.02, state_s=0.01)
        organ = Stream(
            parts.get("source", self.source),
            setup,
            parts.get("ledger", self.ledger),
            parts.get("status"),
            self.clock,
        )
        return living(organ)


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return Show(tmp_path / "state" / "ledger.sqlite")


def happened(organ: Watched) -> list[Happening]:
    return [one for event in organ.of(StreamHappened) for one in event.happenings]


def lines(organ: Watched) -> int:
    return sum(len(event.happenings) + event.more for event in organ.of(StreamHappened))


def healths(organ: Watched) -> list[Health]:
    return [change.health for change in organ.of(WorkerChanged)]


def chat(n: int = 0, **fields: object) -> dict[str, object]:
    return {"id": f"line-{n}", "username": f"viewer{n}", "message": f"line {n}"} | fields


def sub(id_: str = "1", who: str = "Ann", **fields: object) -> dict[str, object]:
    return {"id": id_, "username": who, "tier": "1000"} | fields


async def seen(organ: Watched, count: int) -> list[Happening]:
    await until(lambda: len(happened(organ)) >= count)
    return happened(organ)


# --- the link


async def test_off_until_enabled(show: Show) -> None:
    async with show.live(enabled=False) as organ:
        await organ.see(WorkerChanged)
        await asyncio.sleep(0)
    assert organ.of(WorkerChanged) == [WorkerChanged("stream", Health.OFF, "worxed")]
    assert show.source.followed == []


async def test_without_an_engine_it_is_off(show: Show) -> None:
    async with show.live(source=None) as organ:
        await organ.see(WorkerChanged)
    assert healths(organ) == [Health.OFF]


async def test_link_changes_are_told_once_each(show: Show) -> None:
    async with show.live() as organ:
        show.source.send(LOST, Linked(LinkState.LOST, "nothing answers"), CONNECTED, CONNECTED, LOST)
        await organ.see(WorkerChanged, 4)
    assert organ.of(WorkerChanged) == [
        WorkerChanged("stream", Health.STARTING, "worxed"),
        WorkerChanged("stream", Health.RESTARTING, "worxed", "the connection broke"),
        WorkerChanged("stream", Health.READY, "worxed"),
        WorkerChanged("stream", Health.RESTARTING, "worxed", "the connection broke"),
    ]
    assert show.source.followed == [URL]


async def test_a_refusal_says_why_and_again_when_the_reason_changes(show: Show) -> None:
    async with show.live() as organ:
        for reason in ("wrong token", "wrong token", "wrong address"):
            show.source.send(Linked(LinkState.REFUSED, reason))
        await organ.see(WorkerChanged, 3)
    assert [(change.health, change.note) for change in organ.of(WorkerChanged)[1:]] == [
        (Health.GONE, "wrong token"),
        (Health.GONE, "wrong address"),
    ]


async def test_an_engine_that_gives_up_is_told(show: Show) -> None:
    async with show.live() as organ:
        show.source.send(EngineError(Blame.SETTINGS, "no such file"))
        failed = await organ.see(Failed)
        assert (failed.blame, failed.message) == (Blame.SETTINGS, "no such file")
        organ.put(Warm(again=True))
        await until(lambda: show.source.links == 1)
    assert healths(organ) == [Health.STARTING, Health.GONE, Health.STARTING]


async def test_a_recording_that_ends_is_off(show: Show) -> None:
    async with show.live() as organ:
        show.source.send(CONNECTED, Linked(LinkState.OVER, "the recording is over"))
        await organ.see(WorkerChanged, 3)
    assert healths(organ) == [Health.STARTING, Health.READY, Health.OFF]


async def test_it_is_switched_on_and_off_while_she_runs(show: Show) -> None:
    async with show.live(enabled=False) as organ:
        organ.put(Connect(URL))
        await until(lambda: show.source.links == 1)
        show.source.send(CONNECTED)
        await organ.see(WorkerChanged, 3)
        organ.put(Connect(None))
        await until(lambda: show.source.links == 0)
    assert healths(organ) == [Health.OFF, Health.STARTING, Health.READY, Health.OFF]


async def test_another_address_is_followed_after_the_first_is_let_go(show: Show) -> None:
    async with show.live() as organ:
        await until(lambda: show.source.links == 1)
        for n in range(5):
            organ.put(Connect(f"http://other{n}"))
        await until(lambda: show.source.followed[-1] == "http://other4")
        assert show.source.most_links == 1
    assert show.source.closed == 1
    assert show.source.links == 0


async def test_another_engine_takes_the_place_of_the_first(show: Show) -> None:
    other = FakeStream()
    async with show.live() as organ:
        await until(lambda: show.source.links == 1)
        organ.put(Connect(URL, other))
        await until(lambda: other.links == 1)
        assert (show.source.links, show.source.closed) == (0, 1)
        other.send(CONNECTED)
        other.event("new-follower", {"id": "1", "username": "Bob"})
        await seen(organ, 1)
    assert (show.source.closed, other.closed) == (1, 1)


async def test_asked_to_try_again_it_connects_anew(show: Show) -> None:
    async with show.live() as organ:
        show.source.send(CONNECTED)
        await organ.see(WorkerChanged, 2)
        organ.put(Warm())
        organ.put(Injected("new-follower", {"id": "1", "username": "Bob"}))
        await seen(organ, 1)
        assert len(show.source.followed) == 1
        organ.put(Warm(again=True))
        await until(lambda: len(show.source.followed) == 2)
        show.source.send(LOST)
        await organ.see(WorkerChanged, 4)
        organ.put(Warm())
        await until(lambda: len(show.source.followed) == 3)
    assert show.source.most_links == 1


# --- history


async def test_history_fills_the_feed_and_is_never_answered(show: Show) -> None:
    past = {"chatMessages": [chat(1), chat(2)], "raids": [{"id": "7", "username": "Cleo", "viewers": 3}]}
    async with show.live() as organ:
        show.source.send(CONNECTED)
        show.source.event("recent-events", past)
        await organ.see(StreamRecalled)
        show.source.event("chat-message", chat(2))
        show.source.event("chat-message", chat(3))
        await seen(organ, 1)
        show.source.event("recent-events", past | {"chatMessages": [chat(1), chat(2), chat(3), chat(4)]})
        again = await organ.see(StreamRecalled, 2)
    first = organ.of(StreamRecalled)[0]
    assert [one.kind for one in first.happenings] == [K.CHAT, K.CHAT, K.RAID]
    assert {one.origin for one in first.happenings} == {Origin.HISTORY}
    assert [one.text for one in happened(organ)] == ["line 3"]
    assert [one.text for one in again.happenings] == ["line 4"]


async def test_what_history_told_of_money_does_not_stand_in_its_way(show: Show) -> None:
    async with show.live() as organ:
        show.source.event("recent-events", {"subscribers": [sub()]})
        await organ.see(StreamRecalled)
        show.source.event("new-subscriber", sub())
        [one] = await seen(organ, 1)
        show.source.event("recent-events", {"subscribers": [sub()], "chatMessages": [chat()]})
        [line] = (await organ.see(StreamRecalled, 2)).happenings
    assert (one.origin, line.kind) == (Origin.LIVE, K.CHAT)


async def test_money_in_history_that_is_still_owed_is_told_once(show: Show) -> None:
    async with show.live() as organ:
        show.source.event("new-subscriber", sub())
        await seen(organ, 1)
    async with show.live() as organ:
        show.source.event("recent-events", {"subscribers": [sub()], "chatMessages": [chat()]})
        recalled = await organ.see(StreamRecalled)
    assert [one.kind for one in recalled.happenings] == [K.CHAT]
    assert [one.origin for one in happened(organ)] == [Origin.OWED]


# --- told once


async def test_a_line_told_twice_is_one(show: Show) -> None:
    async with show.live() as organ:
        for n in (1, 1, 2, 1):
            show.source.event("chat-message", chat(n))
        await seen(organ, 2)
    assert [one.text for one in happened(organ)] == ["line 1", "line 2"]


@pytest.mark.parametrize(
    ("name", "more"), [("new-subscriber", {}), ("raid", {"viewers": 3}), ("new-follower", {})]
)
async def test_one_thing_by_two_paths_is_one(show: Show, name: str, more: dict[str, object]) -> None:
    async with show.live() as organ:
        show.source.event(name, sub("1", "Ann") | more)
        show.source.event(name, sub("2", "ANN") | more)
        show.source.event(name, sub("3", "Bob") | more)
        show.source.send(LOST, CONNECTED)
        await seen(organ, 2)
        show.clock.at += 9
        show.source.event(name, sub("4", "ann") | more)
        show.source.event("chat-message", chat())
        await seen(organ, 3)
        show.clock.at += 2
        show.source.event(name, sub("5", "ann") | more)
        await seen(organ, 4)
    assert [one.who for one in happened(organ)] == ["Ann", "Bob", "viewer0", "ann"]


async def test_one_sub_by_two_paths_is_one_across_a_restart(show: Show) -> None:
    async with show.live() as organ:
        show.source.event("new-subscriber", sub("1"))
        [one] = await seen(organ, 1)
        organ.put(Settle((one.id,)))
    async with show.live() as organ:
        show.source.event("new-subscriber", sub("2"))
        show.source.event("new-subscriber", sub("1"))
        show.source.event("new-subscriber", sub("3", "Bob"))
        await seen(organ, 1)
    assert [one.who for one in happened(organ)] == ["Bob"]


async def test_gifts_and_donations_are_never_taken_for_one(show: Show) -> None:
    async with show.live() as organ:
        for _ in range(3):
            show.source.event("donation", {"username": "Ann", "amount": 5})
        for n in range(3):
            show.source.event("gift-sub", {"id": str(n), "username": "Ann"})
        found = await seen(organ, 6)
    assert len({one.id for one in found}) == 6


async def test_an_event_of_the_users_own_may_come_twice(show: Show) -> None:
    async with show.live() as organ:
        show.source.event("hydrate", {"id": 1})
        show.source.event("hydrate", {"id": 1})
        one, other = await seen(organ, 2)
    assert one.id != other.id


# --- money


class Slow:
    """A ledger whose disk takes its time."""

    notice = ""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.may = threading.Event()
        self.kept: list[Happening] = []
        self.thread = 0

    def owe_all(self, happenings: Iterable[Happening]) -> tuple[Happening, ...]:
        self.asked.set()
        assert self.may.wait(10)
        self.thread = threading.get_ident()
        self.kept += (new := tuple(happenings))
        return new

    def settle(self, ids: Iterable[str]) -> None:
        raise OSError(28, "No space left on device")

    def owed(self) -> tuple[Happening, ...]:
        return ()

    def close(self) -> None:
        self.may.set()


async def test_money_is_written_down_before_it_is_told_and_holds_nothing_up(show: Show) -> None:
    slow = Slow()
    async with show.live(ledger=lambda: slow) as organ:
        show.source.event("new-subscriber", sub())
        show.source.event("chat-message", chat())
        [line] = await seen(organ, 1)
        assert (line.kind, slow.kept) == (K.CHAT, [])
        slow.may.set()
        found = await seen(organ, 2)
    assert slow.kept == [found[1]]
    assert slow.thread != threading.get_ident()


async def test_money_that_comes_as_she_is_closed_is_written_down(show: Show) -> None:
    organ = Stream(show.source, StreamSetup("worxed", URL, enabled=True), show.ledger, None, show.clock)
    async with living(organ) as watched:
        await watched.see(WorkerChanged)
        organ._came(Received("new-subscriber", sub()))
    assert happened(watched) == []
    async with show.live() as again:
        [one] = await seen(again, 1)
    assert (one.who, one.origin) == ("Ann", Origin.OWED)


async def test_money_that_waits_behind_other_money_as_she_is_closed_is_written_down(show: Show) -> None:
    slow = Slow()
    organ = Stream(show.source, StreamSetup("worxed", URL, enabled=True), lambda: slow, None, show.clock)

    async def end() -> None:
        slow.may.set()
        await Stream.end(organ)

    organ.end = end  # type: ignore[method-assign]  # the disk is free again only when everything has been cancelled
    async with living(organ) as watched:
        await watched.see(WorkerChanged)
        organ._came(Received("new-subscriber", sub("1", "Ann")))
        await asyncio.to_thread(slow.asked.wait, 10)
        organ._came(Received("new-subscriber", sub("2", "Bob")))
    assert [one.who for one in slow.kept] == ["Ann", "Bob"]
    assert happened(watched) == []


async def test_what_is_owed_is_told_at_the_start_until_it_is_settled(show: Show) -> None:
    async with show.live() as organ:
        show.source.event("donation", {"username": "Ann", "amount": 5})
        show.source.event("raid", {"id": "1", "username": "Cleo", "viewers": 3})
        ann, cleo = await seen(organ, 2)
    async with show.live(enabled=False) as organ:
        assert [one.id for one in await seen(organ, 2)] == [ann.id, cleo.id]
        assert isinstance(organ.events[0], WorkerChanged)
        assert {one.origin for one in happened(organ)} == {Origin.OWED}
        organ.put(Settle((ann.id,)))
    async with show.live() as organ:
        assert [one.id for one in await seen(organ, 1)] == [cleo.id]
        show.source.event("raid", {"id": "1", "username": "Cleo", "viewers": 3})
        organ.put(Settle((cleo.id, "unknown")))
    async with show.live() as organ:
        await organ.see(WorkerChanged)
    assert happened(organ) == []


async def test_where_nothing_can_be_written_it_is_told_all_the_same(show: Show) -> None:
    show.path = Path("/proc/vesper/ledger.sqlite")
    async with show.live() as organ:
        for n in range(3):
            show.source.event("new-subscriber", sub(str(n), f"viewer{n}"))
        await seen(organ, 3)
    [failed] = organ.of(Failed)
    assert failed.blame is Blame.DEVICE
    assert "can't be written" in failed.message


@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk I/O error"), OSError(28, "No space left")])
async def test_a_ledger_that_cannot_be_opened_is_one_notice(
    show: Show, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Ledger:
        raise error

    async with show.live(ledger=broken) as organ:
        for n in range(3):
            show.source.event("new-subscriber", sub(str(n), f"viewer{n}"))
        await seen(organ, 3)
        organ.put(Settle(("x",)))
    [failed] = organ.of(Failed)
    assert (failed.worker, failed.blame) == ("stream", Blame.DEVICE)
    assert "Make room" in failed.message
    assert "ledger" in caplog.text


async def test_a_ledger_that_breaks_later_is_one_notice(show: Show, caplog: pytest.LogCaptureFixture) -> None:
    slow = Slow()
    slow.may.set()
    async with show.live(ledger=lambda: slow) as organ:
        organ.put(Settle(("x",)))
        organ.put(Settle(("y",)))
        slow.owe_all = slow.settle  # type: ignore[assignment,method-assign]  # it breaks too
        show.source.event("new-subscriber", sub())
        await seen(organ, 1)
    assert len(organ.of(Failed)) == 1
    assert "No space left" in caplog.text


# --- chat


async def test_chat_comes_in_batches(show: Show) -> None:
    async with show.live() as organ:
        for n in range(1000):
            badges = {"moderator": "1"} if n % 100 == 7 else {}
            show.source.event("chat-message", chat(n, badges=badges))
        await until(lambda: lines(organ) == 1000)
    batches = organ.of(StreamHappened)
    assert len(batches) <= 4
    assert all(len(batch.happenings) <= 20 for batch in batches)
    told = [one.text for one in happened(organ)]
    assert told == sorted(told, key=lambda line: int(line.split()[1]))
    assert {f"line {n}" for n in range(7, 1000, 100)} <= set(told)
    assert "line 999" in told


async def test_a_single_line_is_told_at_once_and_money_does_not_wait_for_chat(show: Show) -> None:
    setup = StreamSetup("worxed", URL, enabled=True, batch_s=60)
    async with living(Stream(show.source, setup, show.ledger, None, show.clock)) as organ:
        show.source.event("chat-message", chat(1))
        show.source.event("chat-message", chat(2))
        show.source.event("new-subscriber", sub())
        found = await seen(organ, 2)
    assert [one.who for one in found] == ["viewer1", "Ann"]


async def test_a_flood_of_follows_is_spread_out_and_none_is_lost(show: Show) -> None:
    async with show.live() as organ:
        for n in range(170):
            show.source.event("new-follower", {"id": str(n), "username": f"viewer{n}"})
        found = await seen(organ, 170)
    assert [one.who for one in found] == [f"viewer{n}" for n in range(170)]
    assert all(len(batch.happenings) <= 50 for batch in organ.of(StreamHappened))


async def test_bookkeeping_is_passed_over(show: Show) -> None:
    async with show.live() as organ:
        for name in (
            "alert-settings",
            "settings-changed",
            "scene-created",
            "endpoint-deleted",
            "recent-events",
        ):
            show.source.event(name, {"id": 1})
        show.source.event("new-follower", {"id": "1", "username": "Bob"})
        await seen(organ, 1)
    assert (len(happened(organ)), organ.of(StreamRecalled)) == (1, [])


# --- injected, told, recorded


async def test_what_is_injected_is_treated_like_any_other(show: Show) -> None:
    async with show.live(enabled=False) as organ:
        organ.put(Injected("new-subscriber", sub()))
        organ.put(Injected("new-subscriber", sub()))
        organ.put(Injected("hydrate", None))
        organ.put(Injected("alert-settings", {}))
        found = await seen(organ, 2)
    assert {one.origin for one in found} == {Origin.INJECTED}
    async with show.live(enabled=False) as organ:
        assert [one.who for one in await seen(organ, 1)] == ["Ann"]


async def test_the_backend_is_told_how_she_is_when_that_changes(show: Show) -> None:
    asked = 0

    def status() -> dict[str, Any]:
        nonlocal asked
        asked += 1
        return dict(show.state, uptime=float(asked))

    async with show.live(status=status) as organ:
        await until(lambda: asked > 2)
        assert show.source.told == []
        show.source.send(CONNECTED)
        await until(lambda: show.source.told)
        before = asked
        await until(lambda: asked > before + 3)
        assert len(show.source.told) == 1
        show.state["mood"] = 2
        await until(lambda: len(show.source.told) == 2)
        show.source.send(LOST)
        await organ.see(WorkerChanged, 3)
        show.source.send(CONNECTED)
        before = asked
        await until(lambda: asked > before + 3)
    assert [(told.name, told.payload["mood"]) for told in show.source.told] == [
        ("companion-state", 1),
        ("companion-state", 2),
        *[("companion-state", 2)] * (len(show.source.told) - 2),
    ]
    assert len(show.source.told) <= 3


class Tape:
    """A recorder in RAM; full after three events."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, object]] = []
        self.closed = 0

    @property
    def notice(self) -> str:
        return "The recording can't be written." if len(self.notes) > 3 else ""

    def note(self, name: str, payload: object) -> None:
        self.notes.append((name, payload))

    def close(self) -> None:
        self.closed += 1


async def test_a_show_is_recorded_as_it_came(show: Show) -> None:
    tape = Tape()
    async with show.live() as organ:
        organ.put(Record(lambda: tape))
        organ.put(Injected("new-follower", {"username": "nobody"}))
        await seen(organ, 1)
        show.source.event("alert-settings", {"x": 1})
        show.source.event("chat-message", chat(1))
        show.source.event("chat-message", chat(1))
        await seen(organ, 2)
        await until(lambda: len(tape.notes) == 3)
        assert tape.notes[0] == ("alert-settings", {"x": 1})
        show.source.event("chat-message", chat(2))
        show.source.event("chat-message", chat(3))
        await seen(organ, 4)
    [failed] = organ.of(Failed)
    assert (failed.blame, len(tape.notes)) == (Blame.DEVICE, 4)


async def test_a_recording_ends_when_it_is_told_to(show: Show) -> None:
    tape, other = Tape(), Tape()
    async with show.live() as organ:
        organ.put(Record(lambda: tape))
        organ.put(Record(lambda: other))
        await until(lambda: tape.closed)
        organ.put(Record(None))
        await until(lambda: other.closed)
        show.source.event("chat-message", chat(1))
        await seen(organ, 1)
    assert tape.notes == other.notes == []
