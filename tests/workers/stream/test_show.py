"""The organ, the real engine, a real ledger and real servers together: a show as it comes, and one as it should not."""

from __future__ import annotations

import asyncio
import base64
import json
import random
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.commands import Settle
from models.events import Failed, Health, StreamHappened, StreamRecalled, WorkerChanged
from models.stream.happening import Happening, Origin, StreamKind
from tests.fakes.stream_server import KINDS, Backend, running
from tests.workers.living import Watched, living, until
from tests.workers.stream.linked import QUICK
from workers.engines.stream.worxed import WorxedBackend, WorxedSettings
from workers.ledger import Ledger
from workers.stream import Stream, StreamSetup

K = StreamKind
NOON = "2026-05-01T12:00:00.000Z"
MALFORMED = 2000


@pytest.fixture(params=KINDS)
async def backend(request: pytest.FixtureRequest) -> AsyncIterator[Backend]:
    async with running(request.param) as running_:
        yield running_


@asynccontextmanager
async def watching(backend: Backend, path: Path) -> AsyncIterator[Watched]:
    engine = WorxedBackend(WorxedSettings(), pace=replace(QUICK, answer_s=1.0), chance=lambda: 0.5)
    setup = StreamSetup("worxed", backend.url, enabled=True, batch_s=0.02)
    async with living(Stream(engine, setup, lambda: Ledger(path, time.time), None, time.time)) as organ:
        await until(lambda: Health.READY in healths(organ))
        yield organ


def healths(organ: Watched) -> list[Health]:
    return [change.health for change in organ.of(WorkerChanged)]


def happened(organ: Watched) -> list[Happening]:
    return [one for event in organ.of(StreamHappened) for one in event.happenings]


async def seen(organ: Watched, count: int) -> list[Happening]:
    await until(lambda: len(happened(organ)) >= count)
    return happened(organ)


def documented() -> Iterator[tuple[str, Any, StreamKind | None]]:
    """Every event of the contract, and what it is."""
    told = {"id": "1777636800000", "username": "Ann", "timestamp": NOON}
    yield (
        "chat-message",
        {**told, "message": "hi", "color": "#8cffbe", "badges": {}, "userType": "mod"},
        K.CHAT,
    )
    by_chat = {"method": {"prime": True, "plan": "Prime", "planName": "x"}, "message": "hi", "months": "3"}
    yield "new-subscriber", {**told, **by_chat}, K.SUB
    yield "new-subscriber", {**told, "username": "Bob", "tier": "2000"}, K.SUB
    yield "new-follower", told, K.FOLLOW
    yield "raid", {**told, "viewers": 7}, K.RAID
    types = {
        "follow": K.FOLLOW, "subscribe": K.SUB, "donation": K.DONATION, "raid": K.RAID, "bits": K.DONATION,
        "gift_sub": K.SUB, "party": K.ALERT,
    }  # fmt: skip
    for n, (type_, kind) in enumerate(types.items()):
        payload = {
            "id": str(n),
            "type": type_,
            "username": f"Tester{n}",
            "message": "Test alert!",
            "amount": 5,
        }
        yield "alert", {**payload, "timestamp": NOON}, kind
    yield "hydrate", {"who": "Ann"}, K.CUSTOM
    yield "alert-settings", {"follow": {"enabled": True, "sound": True, "duration": 5000}}, None
    yield "overlay-update", {"type": "x", "settings": {}}, None
    yield "settings-changed", {"key": "k", "value": None, "deleted": True}, None
    for what in ("created", "updated"):
        yield f"endpoint-{what}", {"id": 1, "name": "n", "path": "/p", "method": "POST", "handler": {}}, None
    yield "endpoint-deleted", {"id": 1}, None
    for what in ("created", "updated", "activated"):
        yield f"scene-{what}", {"id": 1, "name": "n", "elements": [], "is_active": True}, None
    yield "scene-deleted", {"id": 1}, None


async def test_every_event_of_the_contract(backend: Backend, tmp_path: Path) -> None:
    events = list(documented())
    wanted = [kind for _, _, kind in events if kind is not None]
    async with watching(backend, tmp_path / "ledger") as organ:
        await backend.order(emit=[[name, payload] for name, payload, _ in events])
        found = await seen(organ, len(wanted))
        await backend.emit("new-follower", {"id": "9", "username": "last"})
        await seen(organ, len(wanted) + 1)
    assert sorted(one.kind for one in found) == sorted(wanted)
    assert {one.origin for one in happened(organ)} == {Origin.LIVE}
    assert organ.of(Failed) == []


async def test_what_was_told_is_not_told_again_after_a_kill(backend: Backend, tmp_path: Path) -> None:
    async with watching(backend, tmp_path / "ledger") as organ:
        await backend.emit(
            "chat-message", {"id": "a", "username": "Ann", "message": "one", "timestamp": NOON}
        )
        await backend.emit(
            "new-subscriber", {"id": "1", "username": "Ann", "tier": "1000", "timestamp": NOON}
        )
        told = await seen(organ, 2)
        history = {
            "chatMessages": [
                {"id": "a", "username": "Ann", "message": "one", "timestamp": NOON},
                {"id": "b", "username": "Bob", "message": "two", "timestamp": NOON},
            ],
            "subscribers": [{"id": "1", "username": "Ann", "tier": "1000", "timestamp": NOON}],
        }
        await backend.kill()
        await until(lambda: healths(organ)[-1] is Health.RESTARTING)
        await backend.start(history)
        recalled = await organ.see(StreamRecalled)
        await backend.emit(
            "new-subscriber", {"id": "1", "username": "Ann", "tier": "1000", "timestamp": NOON}
        )
        await backend.emit("new-subscriber", {"id": "2", "username": "ann", "method": {"plan": "1000"}})
        await backend.emit("raid", {"id": "2", "username": "Cleo", "viewers": 4})
        await seen(organ, 3)
    assert [one.text for one in recalled.happenings] == ["two"]
    assert [(one.kind, one.who) for one in happened(organ)[2:]] == [(K.RAID, "Cleo")]
    assert {one.id for one in told} & {one.id for one in recalled.happenings} == set()


async def test_a_frozen_backend_is_noticed_and_comes_back(backend: Backend, tmp_path: Path) -> None:
    async with watching(backend, tmp_path / "ledger") as organ:
        backend.freeze()
        await until(lambda: healths(organ)[-1] is Health.RESTARTING)
        backend.thaw()
        await until(lambda: healths(organ)[-1] is Health.READY)
        await backend.emit("raid", {"id": "2", "username": "Cleo", "viewers": 4})
        await seen(organ, 1)
    assert healths(organ) == [Health.STARTING, Health.READY, Health.RESTARTING, Health.READY]


async def test_money_that_was_told_and_not_answered_is_told_after_a_restart(
    backend: Backend, tmp_path: Path
) -> None:
    async with watching(backend, tmp_path / "ledger") as organ:
        await backend.order(
            emit=[["donation", {"username": f"viewer{n}", "amount": n + 1}] for n in range(200)]
        )
        found = await seen(organ, 200)
        organ.put(Settle(tuple(one.id for one in found[:150])))
    async with watching(backend, tmp_path / "ledger") as organ:
        again = await seen(organ, 50)
    assert [one.id for one in again] == [one.id for one in found[150:]]


# --- what should not come

NAMES = (
    "chat-message", "new-subscriber", "new-follower", "raid", "alert", "recent-events", "alert-settings", "donation",
    "cheer", "gift-sub", "overlay-update", "wheel", "", " ", "\u0000", "\u202e", "*", "connect", "disconnect",
    "connect_error", "__disconnect_final", "event", "x" * 5000, "constructor", "__proto__", "../../etc/passwd",
)  # fmt: skip
KEYS = (
    "id", "username", "message", "badges", "userType", "timestamp", "tier", "method", "months", "viewers", "type",
    "amount", "bits", "currency", "chatMessages", "raids", "subscribers", "__proto__", "", "x" * 300,
)  # fmt: skip
SCALARS = (
    None, True, False, 0, -1, 1.5, 1e308, -1e308, 10**30, "", "x", "1000", "Prime", "-5", "NaN", "\u0000\u001b[2J",
    "\u202e\u2066", "\u200b" * 50, "{{body}}", "<script>", "'; DROP TABLE owed; --", "\ud83d\ude00", "Z\u0301" * 90,
    "ignore all previous instructions", "y" * 20_000,
)  # fmt: skip


RAW = (
    "2", "2[]", "2{}", "2null", "2[5]", "2[null,{}]", "2[[],{}]", '2["', "2[NaN]", "9", "x", "0[]", "3[]",
    "1/other,", "0/other,", '2/other,["raid",{}]', "2[NAME,NaN]", "2[NAME,Infinity]", "6[]", "60-[]",
    '2[NAME,{"username":-Infinity,"viewers":NaN}]', f"2[NAME,{'9' * 4000}]",
    f"2[NAME,{'[' * 1000}{']' * 1000}]", "2[NAME," + '{"a":' * 1000 + "1" + "}" * 1000 + "]",
    '2[NAME,{"message":"\\ud800","username":"\\udfff"}]', "50-[NAME]",
    '51-[NAME,{"_placeholder":true,"num":9}]', '{"a":1}', "[1]", "true", "2[NAME,{},{},5]",
)  # fmt: skip


def value(rng: random.Random, depth: int) -> Any:
    """A value of JSON, as wrong as can be."""
    match rng.randrange(6 if depth else 3):
        case 3 | 4:
            return {rng.choice(KEYS): value(rng, depth - 1) for _ in range(rng.randrange(8))}
        case 5:
            return [value(rng, depth - 1) for _ in range(rng.randrange(5))]
        case _:
            return rng.choice(SCALARS)


def raw(rng: random.Random) -> str:
    """A message of the protocol below, which no program would send."""
    name = json.dumps(rng.choice(NAMES))
    return rng.choice(RAW).replace("NAME", name)


async def test_malformed_payloads_change_nothing(backend: Backend, tmp_path: Path) -> None:
    rng = random.Random(4)
    async with watching(backend, tmp_path / "ledger") as organ:
        sent = 0
        while sent < MALFORMED:
            events = [[rng.choice(NAMES), value(rng, 4)] for _ in range(60)]
            if not rng.randrange(8):
                events.append(
                    [rng.choice(NAMES[:8]), {"username": "x" * 900_000, "message": "\u202e" * 10_000}]
                )
            texts = [raw(rng) for _ in range(30)]
            binary = [base64.b64encode(rng.randbytes(rng.randrange(64))).decode() for _ in range(10)]
            await backend.order(emit=events, raw=texts, binary=binary)
            sent += len(events) + len(texts) + len(binary)
        await backend.emit("new-subscriber", {"id": "last", "username": "Last of all", "tier": "3000"})
        await until(lambda: any(one.who == "Last of all" for one in happened(organ)))
        await backend.emit("chat-message", {"id": "still", "username": "Ann", "message": "still there?"})
        await until(lambda: any(one.text == "still there?" for one in happened(organ)))
    assert organ.of(Failed) == []
    assert healths(organ) == [Health.STARTING, Health.READY]
    for one in happened(organ):
        for text in (
            one.id,
            one.who,
            one.text,
            one.name,
            one.unit,
            *(part for pair in one.data for part in pair),
        ):
            assert text.isprintable()
            assert len(text) <= 500


async def test_it_keeps_up_with_a_thousand_lines_a_second(backend: Backend, tmp_path: Path) -> None:
    async with watching(backend, tmp_path / "ledger") as organ:
        for second in range(3):
            lines = [[second * 1000 + n, f"viewer{n}"] for n in range(1000)]
            chat = [["chat-message", {"id": f"{n}", "username": who, "message": "hi"}] for n, who in lines]
            money = [["donation", {"id": f"{second}-{n}", "username": "Ann", "amount": 5}] for n in range(3)]
            await backend.order(emit=[*chat[:500], *money, *chat[500:]])
        await until(
            lambda: sum(len(event.happenings) + event.more for event in organ.of(StreamHappened)) >= 3009
        )
    assert len([one for one in happened(organ) if one.paid]) == 9
    assert len(organ.of(StreamHappened)) < 300


async def test_it_ends_while_everything_comes_in(backend: Backend, tmp_path: Path) -> None:
    async with watching(backend, tmp_path / "ledger"):
        flood = asyncio.ensure_future(
            backend.order(
                emit=[["chat-message", {"id": n, "username": "a", "message": "x"}] for n in range(5000)]
            )
        )
        await asyncio.sleep(0)
    await flood
