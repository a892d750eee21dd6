"""A fake Ollama that speaks the real protocol: NDJSON streams with the server's own fields and error texts.

    python -m tests.fakes.ollama_server --port 0 --model mistral

It echoes authored replies, so it says nothing about a model's wit; it is for everything around it. Protocol
after https://github.com/ollama/ollama/blob/main/docs/api.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

REPLY = "Oh, you again. I was only mostly asleep."
VERSION = "0.12.6"


@dataclass
class FakeOllama:
    """How the server behaves, and what it has been asked. `refuse` counts down.

    `first_token` and `load` are waited for when set (events, so that tests need no clock); `drop_after`
    breaks the connection after that many tokens; `refuse` answers so many requests with `refuse_status`
    first.
    """

    models: tuple[str, ...] = ("mistral:latest", "llama3.2:3b")
    reply: str = REPLY
    first_token: asyncio.Event | None = None
    load: asyncio.Event | None = None
    drop_after: int | None = None
    end_early: bool = False
    refuse: int = 0
    refuse_status: int = 503
    refuse_text: str = "server busy, please try again.  maximum pending requests exceeded"
    error_after: int | None = None
    url: str = ""
    loaded: set[str] = field(default_factory=set)
    chats: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    cut: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    def _known(self, name: str) -> bool:
        return name in self.models or f"{name}:latest" in self.models

    def app(self) -> web.Application:
        """The HTTP application."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/", self._root),
                web.get("/api/version", self._version),
                web.get("/api/tags", self._tags),
                web.post("/api/show", self._show),
                web.post("/api/chat", self._chat),
            ]
        )
        return app

    async def _root(self, request: web.Request) -> web.Response:
        return web.Response(text="Ollama is running")

    async def _version(self, request: web.Request) -> web.Response:
        self.paths.append(request.path)
        return web.json_response({"version": VERSION})

    async def _tags(self, request: web.Request) -> web.Response:
        self.paths.append(request.path)
        details = {
            "format": "gguf",
            "family": "llama",
            "parameter_size": "7.2B",
            "quantization_level": "Q4_0",
        }
        return web.json_response(
            {
                "models": [
                    {
                        "name": name,
                        "model": name,
                        "modified_at": "2026-11-01T12:00:00Z",
                        "size": 4_109_865_159,
                        "digest": "f974a74358d6",
                        "details": details,
                    }
                    for name in self.models
                ]
            }
        )

    async def _show(self, request: web.Request) -> web.Response:
        body = await request.json()
        if not self._known(body.get("model", "")):
            return self._unknown(body.get("model", ""))
        return web.json_response({"template": "{{ .Prompt }}", "capabilities": ["completion"]})

    def _unknown(self, name: str) -> web.Response:
        return web.json_response({"error": f'model "{name}" not found, try pulling it first'}, status=404)

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.chats.append(body)
        self.asked.set()
        name = body["model"]
        if not self._known(name):
            return self._unknown(name)
        if self.refuse:
            self.refuse -= 1
            return web.json_response({"error": self.refuse_text}, status=self.refuse_status)
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        try:
            await self._stream(request, response, body)
        except (ConnectionResetError, asyncio.CancelledError):
            self.cut.set()
            raise
        return response

    async def _stream(self, request: web.Request, response: web.StreamResponse, body: dict[str, Any]) -> None:
        if self.load is not None and body["model"] not in self.loaded:
            await self.load.wait()
        self.loaded.add(body["model"])
        if self.first_token is not None:
            await self.first_token.wait()
        await response.prepare(request)
        limit = body.get("options", {}).get("num_predict", -1)
        pieces = _pieces(self.reply) if body.get("messages") else []
        for n, piece in enumerate(pieces[: limit if limit > 0 else None]):
            if n == self.drop_after:
                assert request.transport is not None
                request.transport.abort()
                return
            if n == self.error_after:
                await response.write(_line({"error": "an error was encountered while running the model"}))
                return
            await response.write(_line(self._part(body, piece)))
        if self.end_early:
            return
        done = {"done": True, "done_reason": "stop", "total_duration": 1, "eval_count": len(pieces)}
        await response.write(_line(self._part(body, "") | done))

    def _part(self, body: dict[str, Any], piece: str) -> dict[str, Any]:
        message = {"role": "assistant", "content": piece}
        return {
            "model": body["model"],
            "created_at": "2026-11-01T12:00:00Z",
            "message": message,
            "done": False,
        }


def _pieces(text: str) -> list[str]:
    words = text.split(" ")
    return [word if n == 0 else f" {word}" for n, word in enumerate(words)]


def _line(part: dict[str, Any]) -> bytes:
    return json.dumps(part).encode() + b"\n"


@asynccontextmanager
async def serving(fake: FakeOllama, port: int = 0) -> AsyncIterator[FakeOllama]:
    """Serve on loopback while the context lasts; `fake.url` is the address."""
    runner = web.AppRunner(fake.app(), handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake
    finally:
        await runner.cleanup()


async def _main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--model", action="append", default=[])
    parser.add_argument("--reply", default=REPLY)
    chosen = parser.parse_args()
    fake = FakeOllama(reply=chosen.reply)
    if chosen.model:
        fake.models = tuple(chosen.model)
    async with serving(fake, chosen.port):
        print(fake.url, flush=True)  # the address is this program's output
        await asyncio.Event().wait()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(_main())
