"""A fake server of OpenAI's chat completions: server-sent events, keys, overload, broken streams.

    python -m tests.fakes.openai_server --port 0 --model tiny --key secret

Protocol after https://platform.openai.com/docs/api-reference/chat/streaming.
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


@dataclass
class FakeOpenAi:
    """How the server behaves, and what it has been asked; see `tests.fakes.ollama_server` for the faults."""

    models: tuple[str, ...] = ("tiny",)
    key: str = ""
    reply: str = REPLY
    first_token: asyncio.Event | None = None
    drop_after: int | None = None
    end_early: bool = False
    refuse: int = 0
    refuse_status: int = 429
    error_after: int | None = None
    garbage: bool = False
    url: str = ""
    chats: list[dict[str, Any]] = field(default_factory=list)
    cut: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    def app(self) -> web.Application:
        """The HTTP application."""
        app = web.Application()
        app.add_routes([web.get("/v1/models", self._list), web.post("/v1/chat/completions", self._chat)])
        return app

    def _locked(self, request: web.Request) -> web.Response | None:
        if not self.key or request.headers.get("Authorization") == f"Bearer {self.key}":
            return None
        return _error(401, "Incorrect API key provided.", "invalid_api_key")

    async def _list(self, request: web.Request) -> web.Response:
        data = [{"id": name, "object": "model"} for name in self.models]
        return self._locked(request) or web.json_response({"object": "list", "data": data})

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        locked = self._locked(request)
        if locked is not None:
            return locked
        body = await request.json()
        self.chats.append(body)
        self.asked.set()
        if body["model"] not in self.models:
            return _error(404, f"The model `{body['model']}` does not exist.", "model_not_found")
        if self.refuse:
            self.refuse -= 1
            return _error(self.refuse_status, "Rate limit reached.", "rate_limit_exceeded")
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        try:
            await self._stream(request, response, body)
        except (ConnectionResetError, asyncio.CancelledError):
            self.cut.set()
            raise
        return response

    async def _stream(self, request: web.Request, response: web.StreamResponse, body: dict[str, Any]) -> None:
        if self.first_token is not None:
            await self.first_token.wait()
        await response.prepare(request)
        if self.garbage:
            await response.write(b"data: <html>hello</html>\n\n")
            return
        await response.write(b": a comment keeps the connection alive\n\n")
        await response.write(_event({"delta": {"role": "assistant", "content": ""}, "finish_reason": None}))
        for n, piece in enumerate(_pieces(self.reply)[: body["max_tokens"]]):
            if n == self.drop_after:
                assert request.transport is not None
                request.transport.abort()
                return
            if n == self.error_after:
                failure = {"error": {"message": "The engine is overloaded.", "type": "server_error"}}
                await response.write(f"data: {json.dumps(failure)}\n\n".encode())
                return
            await response.write(_event({"delta": {"content": piece}, "finish_reason": None}))
        if not self.end_early:
            await response.write(_event({"delta": {}, "finish_reason": "stop"}))
            await response.write(b"data: [DONE]\n\n")


def _pieces(text: str) -> list[str]:
    words = text.split(" ")
    return [word if n == 0 else f" {word}" for n, word in enumerate(words)]


def _event(choice: dict[str, Any]) -> bytes:
    chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [{"index": 0, **choice}]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def _error(status: int, message: str, code: str) -> web.Response:
    error = {"message": message, "type": "invalid_request_error", "code": code}
    return web.json_response({"error": error}, status=status)


@asynccontextmanager
async def serving(fake: FakeOpenAi, port: int = 0) -> AsyncIterator[FakeOpenAi]:
    """Serve on loopback while the context lasts; `fake.url` is the address, up to and including /v1."""
    runner = web.AppRunner(fake.app(), handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
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
    parser.add_argument("--key", default="")
    parser.add_argument("--reply", default=REPLY)
    chosen = parser.parse_args()
    fake = FakeOpenAi(key=chosen.key, reply=chosen.reply)
    if chosen.model:
        fake.models = tuple(chosen.model)
    async with serving(fake, chosen.port):
        print(fake.url, flush=True)  # the address is this program's output
        await asyncio.Event().wait()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(_main())
