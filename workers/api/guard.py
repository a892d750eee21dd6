"""Stands before every request and lets in only what comes from this machine's own user.

A page of another site can make a browser send requests here. It cannot choose the `Host` header of its own name (DNS
rebinding), hide its `Origin`, or send JSON and an `Authorization` header without asking first, and nothing here
answers such a question: there are no CORS headers. What changes something or tells of chat needs the token as well.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from workers.api.bucket import Bucket
from workers.api.refusal import Headers, Refusal, later
from workers.api.setup import ApiSetup

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

TRUSTED = "vesper.trusted"
"""Key of a scope: whether the request showed the token."""

_OPEN = frozenset({"/health", "/status", "/openapi.json", "/docs", "/overlay", "/chat"})
_OPEN_FOLDER = "/pages/"
_SAFE = frozenset({"GET", "HEAD"})
_TOKEN_HINT = "`vesper token` prints the token; send it as the header `Authorization: Bearer TOKEN`."  # noqa: S105
_BASE: Headers = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")


class _GoneError(Exception):
    """The client left before its request was complete."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Who may come in: the token, and how often one may try a wrong one."""

    token: bytes
    wrong: Bucket

    def check(self, shown: str) -> None:
        """Raise `Refusal` unless `shown` is the token. The right one is never kept waiting by wrong ones."""
        if hmac.compare_digest(shown.encode("utf-8", "replace"), self.token):
            return
        if wait := self.wrong.take():
            raise later(wait, "Too many wrong tokens.")
        raise Refusal(401, "This is not the token.", _TOKEN_HINT, ((b"www-authenticate", b"Bearer"),))


class Guard:
    """An ASGI application in front of `app`; `port` is the one it is reached at."""

    def __init__(self, app: Asgi, setup: ApiSetup, port: int, doors: Doors, now: Callable[[], float]) -> None:
        self._app = app
        self._doors = doors
        self._most = setup.limits.body_bytes
        self._changes = Bucket(setup.limits.rate_hz, setup.limits.burst, now)
        names = {"127.0.0.1", "localhost", "[::1]"}
        self._hosts = frozenset(f"{name}:{port}" for name in names) | (names if port == 80 else set())  # noqa: PLR2004
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request or hand it on."""
        try:
            self._admit(scope)
            if scope["type"] == "http" and _has_body(scope):
                receive = _again(await self._body(scope, receive), receive)
        except Refusal as refusal:
            await refuse(refusal, scope, send)
        except _GoneError:
            return
        else:
            await self._app(scope, receive, _guarded(send))

    def _admit(self, scope: Scope) -> None:
        headers = _headers(scope)
        self._from_here(scope, headers)
        authorization = headers.get(b"authorization", b"").decode("latin-1")
        scope[TRUSTED] = bool(authorization)
        if authorization:
            scheme, _, shown = authorization.partition(" ")
            self._doors.check(shown.strip() if scheme.lower() == "bearer" else "")
        if scope["type"] == "websocket":
            return  # it may still show the token in its first frame
        path, method = scope["path"], scope["method"]
        is_open = path in _OPEN or path.startswith(_OPEN_FOLDER)
        if not scope[TRUSTED] and not (is_open and method in _SAFE):
            raise Refusal(401, "This needs the token.", _TOKEN_HINT, ((b"www-authenticate", b"Bearer"),))
        if method not in _SAFE and (wait := self._changes.take()):
            raise later(wait, "Too many requests.")

    def _from_here(self, scope: Scope, headers: dict[bytes, bytes]) -> None:
        """Raise `Refusal` for what another site's page can make a browser send."""
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            raise Refusal(
                421, "This address is not Vesper's.", "Use http://127.0.0.1 with the port of the API."
            )
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin-1").lower() not in self._origins:
            raise Refusal(
                403, "Other sites' pages may not use this.", "Open Vesper's own pages, or use a program."
            )
        site = headers.get(b"sec-fetch-site", b"none")
        opened = (
            headers.get(b"sec-fetch-mode") == b"navigate" and headers.get(b"sec-fetch-dest") == b"document"
        )
        if site not in {b"none", b"same-origin"} and not (opened and scope.get("method") in _SAFE):
            raise Refusal(403, "Other sites' pages may not use this.", "Open the address by itself.")

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        """The whole body, if it is JSON and not too long."""
        headers = _headers(scope)
        too_long = Refusal(413, f"The request is too long; at most {self._most // 1024} KiB.")
        declared = headers.get(b"content-length", b"0")
        if int(declared) > self._most:
            raise too_long
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _GoneError
            body += message.get("body", b"")
            if len(body) > self._most:
                raise too_long
            if not message.get("more_body", False):
                break
        kind = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
        if (body or kind) and kind != b"application/json":
            raise Refusal(415, "The body must be JSON.", "Send the header `Content-Type: application/json`.")
        return bytes(body)


def _headers(scope: Scope) -> dict[bytes, bytes]:
    """Headers by name; one that is given twice is joined, and so fits nothing."""
    headers: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        key = name.lower()
        headers[key] = headers[key] + b", " + value if key in headers else value
    return headers


def _has_body(scope: Scope) -> bool:
    names = {name.lower() for name, _ in scope["headers"]}
    return not names.isdisjoint({b"content-length", b"transfer-encoding", b"content-type"})


def _again(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives a body that was read already, then what comes after it."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _guarded(send: Send) -> Send:
    """A `send` that adds what a browser is to be told of every answer."""

    async def guarded(message: Message) -> None:
        if message["type"] in {"http.response.start", "websocket.http.response.start"}:
            headers = [*message.get("headers", ()), *_BASE]
            if not any(name.lower() == _POLICY[0] for name, _ in headers):
                headers.append(_POLICY)
            message = {**message, "headers": headers}
        await send(message)

    return guarded


async def refuse(refusal: Refusal, scope: Scope, send: Send) -> None:
    """Answer with a refusal, on HTTP or in place of a WebSocket's handshake."""
    body = refusal.body()
    kind = "websocket.http.response" if scope["type"] == "websocket" else "http.response"
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        *refusal.headers,
    ]
    guarded = _guarded(send)
    await guarded({"type": f"{kind}.start", "status": refusal.status, "headers": headers})
    await guarded({"type": f"{kind}.body", "body": body, "more_body": False})
