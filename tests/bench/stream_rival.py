"""The naive way, for the stream bench: a plain python-socketio client whose handler queues what it must answer.

    python -m tests.bench.stream_rival URL LOG COOLDOWN_S

It is more generous than naive: chat is passed over, and only paid events are queued, each once. One is answered every
COOLDOWN_S, in order. LOG tells what it has got and what it has answered, by name.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any, TextIO

import socketio

PAID = ("donation", "new-subscriber", "raid")


def main(url: str, log: str, cooldown_s: str) -> None:
    """Listen and answer until killed."""
    with Path(log).open("a", encoding="utf-8", buffering=1) as file:
        asyncio.run(_listen(url, file, float(cooldown_s)))


async def _listen(url: str, log: TextIO, cooldown_s: float) -> None:
    client = socketio.AsyncClient()
    waiting: asyncio.Queue[str] = asyncio.Queue()
    known: set[str] = set()

    async def on_event(name: str, *payload: Any) -> None:
        if name in PAID and (who := payload[0]["username"]) not in known:
            known.add(who)
            log.write(json.dumps({"got": who}) + "\n")
            waiting.put_nowait(who)

    client.on("*", on_event)
    await client.connect(url, transports=["websocket"])
    while True:
        log.write(json.dumps({"answered": await waiting.get()}) + "\n")
        await asyncio.sleep(cooldown_s)


def last_wait_s(arrivals_s: list[float], cooldown_s: float) -> float:
    """How long the last of these waits, when each is answered by itself and an answer takes no time at all."""
    free_s = 0.0
    for at_s in arrivals_s:
        free_s = max(at_s, free_s) + cooldown_s
    return free_s - cooldown_s - arrivals_s[-1] if arrivals_s else 0.0


if __name__ == "__main__":
    main(*sys.argv[1:])
