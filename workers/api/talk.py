"""The protocol of `WS /stream`: `auth` first, then frames out, `subscribe` in.

A page in a browser cannot send an `Authorization` header with a WebSocket, so the token may come in the first frame;
it never stands in an address, which would end up in logs.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from workers.api.audience import Client
from workers.api.bucket import Bucket
from workers.api.guard import TRUSTED
from workers.api.refusal import Refusal, named
from workers.api.service import Service
from workers.api.telling import ALL, plain

_REFUSED = 1008
_LONGEST_REASON = 120


async def converse(socket: WebSocket, service: Service) -> None:
    """Serve one reader from its handshake to its end."""
    with suppress(WebSocketDisconnect):
        await socket.accept()
        client = Client(service.setup.limits)
        if not socket.scope[TRUSTED]:
            try:
                await _authenticate(socket, service)
            except Refusal as refusal:
                await socket.close(_REFUSED, refusal.error[:_LONGEST_REASON])
                return
        await _serve(socket, service, client)


async def _authenticate(socket: WebSocket, service: Service) -> None:
    """Raise `Refusal` unless the first frame shows the token, in time."""
    limit_s = service.setup.limits.auth_s
    try:
        async with asyncio.timeout(limit_s):
            frame = _parsed(await _text(socket))
    except TimeoutError:
        raise Refusal(401, f"No auth frame within {limit_s:g} s.") from None
    except ValueError:
        frame = {}
    token = frame.get("token")
    if frame.get("type") != "auth" or not isinstance(token, str):
        raise Refusal(401, 'The first frame must be {"type": "auth", "token": "…"}.')
    service.doors.check(token)


async def _serve(socket: WebSocket, service: Service, client: Client) -> None:
    """Say hello, then send and listen until either side has enough."""
    status = service.outside.status()
    hello = {
        "version": service.setup.version,
        "name": status.name,
        "status": service.levels.status(),
        "persona": service.desk.persona,
        "parts": service.desk.on,
    }
    client.push("hello", service.teller.frame("hello", **hello))
    client.push("studio", service.teller.frame("studio", studio=plain(status.studio)))
    client.push("pose", service.teller.frame("pose", **service.levels.pose()))
    service.audience.join(client)
    sender = asyncio.create_task(_send(socket, client))
    try:
        await _listen(socket, service, client)
    finally:
        service.audience.leave(client)
        sender.cancel()
        await asyncio.gather(sender, return_exceptions=True)


async def _send(socket: WebSocket, client: Client) -> None:
    with suppress(WebSocketDisconnect):
        await socket.close(await client.pump(socket.send_text))


async def _listen(socket: WebSocket, service: Service, client: Client) -> None:
    """Take what the reader asks for, until it leaves."""
    limits = service.setup.limits
    flow = Bucket(limits.rate_hz, limits.burst, service.outside.now)
    while True:
        text = await _text(socket)
        if flow.take():
            client.close(_REFUSED)
            continue
        try:
            frame = _parsed(text)
            if frame.get("type") == "subscribe":
                client.wants = _wanted(frame.get("to"))
                service.audience.refresh()
            elif frame.get("type") != "auth":
                _complain(service, client, "Frames are of type auth or subscribe.")
        except ValueError as error:
            _complain(service, client, str(error))


def _complain(service: Service, client: Client, error: str) -> None:
    client.push("error", service.teller.frame("error", error=error))


def _wanted(to: object) -> frozenset[str]:
    """The types of frames a reader asks for. Raises `ValueError`."""
    if not isinstance(to, list) or not all(isinstance(kind, str) for kind in to):
        raise ValueError('Give the types as a list: {"type": "subscribe", "to": ["caption", "pose"]}.')
    if unknown := set(to) - ALL:
        msg = f"There is no {min(unknown)[:40]}; there are {named(ALL)}."
        raise ValueError(msg)
    return frozenset(to)


async def _text(socket: WebSocket) -> str:
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text: str | None = message.get("text")
    return text if text is not None else ""


def _parsed(text: str) -> dict[str, object]:
    """A frame's object. Raises `ValueError`."""
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("A frame must be JSON text.") from None
    if not isinstance(frame, dict):
        raise ValueError("A frame must be a JSON object.")  # noqa: TRY004  # of the same kind for the one who reads it
    return frame
