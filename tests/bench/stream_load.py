"""The storm of the stream bench, as a process of its own: a real Socket.IO server that tells chat and paid events.

    python -m tests.bench.stream_load LOG

It prints its port and obeys lines of standard input: `go SECONDS CHATS PAID` (chats a second, paid events in all) and
`hold` (no paid events until the next listener has come). Every paid event it tells stands in LOG as a JSON line with
the time (`at_s`, monotonic) right before; the protocol acknowledges nothing, so none is told while nobody listens.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from models.stream.pseudonyms import Pseudonyms
from tests.fakes.stream_server import FakeBackend

TICK_S = 0.01
TWICE_AFTER_S = 2.0
SAME_S = 8.0
"""A second telling that is late by more, because she was away, is left out: it would be another thing."""
BURST = 0.25
"""The share of the paid events that comes in one second, at two thirds of the time."""
SETTLED_S = 1.0
"""How long a new listener is left alone before paid events come again."""

_KINDS = ("donation", "new-subscriber", "donation", "new-subscriber", "raid")
_LINES = (
    "that jump was something", "who left the kettle on", "gg", "I am here for the goat", "what floor is this",
    "same", "hello from the bus", "is it raining in there", "left! left! the other left", "ha", "biscuits?",
)  # fmt: skip
_ASKING = ("vesper what do you think of that", "hi Vesper", "Vesper who is winning")
_THANKS = ("for the lamp oil", "keep the light on", "", "you make my evenings", "buy the goat a hat")
_VIEWERS = 2000


@dataclass(frozen=True, slots=True)
class Due:
    """A telling of the paid event `n`, so long after the beginning."""

    at_s: float
    n: int
    again: bool = False


def schedule(paid: int, seconds: float) -> list[Due]:
    """When which is told: evenly, a quarter of them at once, and every second sub by both paths."""
    burst = round(paid * BURST)
    even = paid - burst
    times = [(n + 0.5) / even * seconds * 0.95 for n in range(even)]
    times += [seconds * 2 / 3 + n / burst for n in range(burst)]
    dues = [Due(at_s, n) for n, at_s in enumerate(sorted(times))]
    twice = [
        Due(due.at_s + TWICE_AFTER_S, due.n, again=True) for due in dues if due.n % len(_KINDS) in {1, 4}
    ]
    return sorted(dues + twice, key=lambda due: due.at_s)


class Storm(FakeBackend):
    """The contract, and more of it than anybody can read."""

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log.open("a", encoding="utf-8", buffering=1)
        self._names = Pseudonyms("storm")
        self._since_s = 0.0
        self._listening = False
        self._held = False
        self._first_s: dict[int, float] = {}
        self.told = 0
        self.listened_s = 0.0

    async def _joined(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        await super()._joined(sid, environ, auth)
        self._since_s, self._listening, self._held = time.monotonic(), True, False

    async def _left(self, sid: str, reason: str) -> None:
        self._listening = False
        await super()._left(sid, reason)

    def hold(self) -> None:
        """No paid events until somebody new listens."""
        self._held = True

    async def go(self, seconds: float, chats: float, paid: int) -> None:
        """Tell it all, and go on until every paid event has been told."""
        dues, began_s, sent = deque(schedule(paid, seconds)), time.monotonic(), 0
        while (passed_s := time.monotonic() - began_s) < seconds or dues:
            while passed_s < seconds and sent < chats * passed_s:
                await self._chat(sent)
                sent += 1
            ready = self._listening and not self._held and time.monotonic() - self._since_s > SETTLED_S
            while dues and dues[0].at_s <= passed_s and ready:
                await self._pay(dues.popleft())
            await asyncio.sleep(TICK_S)
            if self._listening and passed_s < seconds:
                self.listened_s += time.monotonic() - began_s - passed_s
        _say(over=True, told=self.told, listened_s=self.listened_s)

    async def _chat(self, n: int) -> None:
        lines = _ASKING if n % 50 == 0 else _LINES
        who = f"viewer_{n * 7919 % _VIEWERS}"
        payload = {
            "id": f"m{n}", "username": who, "message": f"{lines[n % len(lines)]} {n}", "color": "#8cffbe",
            "badges": {}, "timestamp": _now(), "userType": "viewer",
        }  # fmt: skip
        self.told += self._listening
        await self.emit("chat-message", payload)

    async def _pay(self, due: Due) -> None:
        at_s = time.monotonic()
        if due.again and at_s - self._first_s[due.n] > SAME_S:
            return
        self._first_s.setdefault(due.n, at_s)
        name = _KINDS[due.n % len(_KINDS)]
        payload = self._payload(name, due)
        self._log.write(json.dumps({"at_s": at_s, "n": due.n, "name": name, "payload": payload}) + "\n")
        await self.emit(name, payload)

    def _payload(self, name: str, due: Due) -> dict[str, Any]:
        who = f"{self._names.invented(f'patron {due.n}')}"
        told = {"id": f"{due.n}{'b' if due.again else 'a'}", "username": who, "timestamp": _now()}
        match name:
            case "donation":
                text = _THANKS[due.n % len(_THANKS)]
                return {**told, "amount": 1.0 + due.n % 20, "currency": "USD", "message": text}
            case "raid":
                return {**told, "viewers": 1 + due.n % 60}
        if due.again:
            return {**told, "tier": "1000"}
        method = {"prime": False, "plan": "1000", "planName": "Tier 1"}
        return {**told, "method": method, "message": "", "months": 1 + due.n % 24}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _say(**line: Any) -> None:
    print(json.dumps(line), flush=True)


async def _main(log: str) -> None:
    storm = Storm(Path(log))
    runner = web.AppRunner(storm.app(), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    _say(port=runner.addresses[0][1])
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(orders), sys.stdin
    )
    going: list[asyncio.Task[None]] = []
    while line := await orders.readline():
        match line.decode().split():
            case ["go", seconds, chats, paid]:
                going.append(asyncio.create_task(storm.go(float(seconds), float(chats), int(paid))))
            case ["hold"]:
                storm.hold()
                _say(held=True)
    for task in going:
        task.cancel()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
