"""One connection to OBS: obs-websocket's protocol 5 over JSON, as a client.

Protocol: https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md. OBS is on this machine or
next to it, so proxies of the environment are never used.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import logging
from enum import IntEnum
from typing import TypeVar

from pydantic import BaseModel, Field, JsonValue, ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage, InvalidURI
from websockets.typing import Subprotocol

_log = logging.getLogger(__name__)
_JSON = Subprotocol("obswebsocket.json")
_RPC_VERSION = 1
_WRONG_PASSWORD = 4009
_OTHER_VERSION = 4010
_CLOSE_S = 0.5
_MAX_BYTES = 2**22

A = TypeVar("A", bound=BaseModel)


class Op(IntEnum):
    """What a message is."""

    HELLO = 0
    IDENTIFY = 1
    IDENTIFIED = 2
    EVENT = 5
    REQUEST = 6
    RESPONSE = 7


class Subscribed(IntEnum):
    """The groups of events that are followed."""

    CONFIG = 2
    SCENES = 4


class Code(IntEnum):
    """Why OBS refuses a request."""

    NOT_READY = 207
    NOT_FOUND = 600
    WRONG_TYPE = 602
    WRONG_STATE = 604


class LostError(Exception):
    """There is no connection, or it does not answer any more."""


class UnwelcomeError(Exception):
    """What listens there will not have us. `password`: because of the password; else it is no OBS we know."""

    def __init__(self, *, password: bool) -> None:
        super().__init__("wrong password" if password else "not obs-websocket 5")
        self.password = password


class RefusedError(Exception):
    """OBS refused a request."""

    def __init__(self, code: int, comment: str) -> None:
        super().__init__(comment)
        self.code = code
        self.comment = comment


class _Message(BaseModel):
    op: int
    d: JsonValue


class _Authentication(BaseModel):
    challenge: str
    salt: str


class _Hello(BaseModel):
    authentication: _Authentication | None = None


class _Status(BaseModel):
    result: bool
    code: int
    comment: str = ""


class _Response(BaseModel):
    id: str = Field(alias="requestId")
    status: _Status = Field(alias="requestStatus")
    data: JsonValue = Field(default=None, alias="responseData")


class Link:
    """An identified connection. `news` is set whenever scenes changed, and when the connection is lost."""

    def __init__(self, socket: ClientConnection, patience_s: float) -> None:
        self.news = asyncio.Event()
        self._socket = socket
        self._patience_s = patience_s
        self._asked = 0
        self._waiting: dict[str, asyncio.Future[_Response]] = {}
        self._lost = False
        self._reader = asyncio.get_running_loop().create_task(self._read())

    async def ask(self, request: str, answer: type[A], **data: JsonValue) -> A:
        """Ask OBS and wait for its answer, `patience_s` at most.

        Raises `RefusedError` when OBS says no, `LostError` when it says nothing; then the connection is given up.
        """
        if self._lost:
            raise LostError
        self._asked += 1
        number = str(self._asked)
        waiting = self._waiting[number] = asyncio.get_running_loop().create_future()
        body: dict[str, JsonValue] = {"requestType": request, "requestId": number, "requestData": data}
        try:
            async with asyncio.timeout(self._patience_s):
                await self._socket.send(_packed(Op.REQUEST, body))
                response = await waiting
        except (TimeoutError, ConnectionClosed) as error:
            self._lose()
            raise LostError from error
        finally:
            del self._waiting[number]
        if not response.status.result:
            raise RefusedError(response.status.code, response.status.comment)
        try:
            return answer.model_validate(response.data or {})
        except ValidationError as error:
            raise RefusedError(0, f"{request} was answered in an unknown way") from error

    async def close(self) -> None:
        """Let go of the connection."""
        self._lose()
        self._reader.cancel()
        await _end(self._socket)

    async def _read(self) -> None:
        try:
            async for raw in self._socket:
                self._take(raw)
        except ConnectionClosed as error:
            _log.debug("OBS closed the connection: %s", error)
        finally:
            self._lose()

    def _take(self, raw: str | bytes) -> None:
        try:
            message = _Message.model_validate_json(raw)
            if message.op == Op.EVENT:
                self.news.set()
            elif message.op == Op.RESPONSE:
                response = _Response.model_validate(message.d)
                waiting = self._waiting.get(response.id)
                if waiting is not None and not waiting.done():
                    waiting.set_result(response)
        except ValidationError as error:
            _log.info("OBS said something unknown: %s", error)

    def _lose(self) -> None:
        self._lost = True
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(LostError())
        self.news.set()


async def open_link(url: str, password: str, patience_s: float) -> Link:
    """Connect and identify. Raises `LostError` when nobody answers in time, else `UnwelcomeError`."""
    try:
        socket = await connect(
            url,
            subprotocols=[_JSON],
            proxy=None,
            open_timeout=patience_s,
            ping_interval=None,  # requests are the pulse: only an OBS that is alive inside answers them
            close_timeout=_CLOSE_S,
            max_size=_MAX_BYTES,
        )
    except (OSError, TimeoutError, InvalidMessage) as error:
        raise LostError from error
    except (InvalidHandshake, InvalidURI) as error:
        raise UnwelcomeError(password=False) from error
    try:
        async with asyncio.timeout(patience_s):
            await _identify(socket, password)
    except (ConnectionClosed, TimeoutError) as error:
        await _end(socket)
        if socket.close_code in {_WRONG_PASSWORD, _OTHER_VERSION}:
            raise UnwelcomeError(password=socket.close_code == _WRONG_PASSWORD) from error
        raise LostError from error
    except ValidationError as error:
        await _end(socket)
        raise UnwelcomeError(password=False) from error
    except BaseException:
        await _end(socket)
        raise
    return Link(socket, patience_s)


async def _end(socket: ClientConnection) -> None:
    try:
        await socket.close()
    finally:
        socket.transport.abort()  # a `close` that is cancelled would leave the connection open


async def _identify(socket: ClientConnection, password: str) -> None:
    hello = _Hello.model_validate(_expected(await socket.recv(), Op.HELLO))
    identity: dict[str, JsonValue] = {
        "rpcVersion": _RPC_VERSION,
        "eventSubscriptions": Subscribed.CONFIG | Subscribed.SCENES,
    }
    if hello.authentication is not None:
        identity["authentication"] = _proof(password, hello.authentication)
    await socket.send(_packed(Op.IDENTIFY, identity))
    _expected(await socket.recv(), Op.IDENTIFIED)


def _expected(raw: str | bytes, op: Op) -> JsonValue:
    message = _Message.model_validate_json(raw)
    if message.op != op:
        raise UnwelcomeError(password=False)
    return message.d


def _packed(op: Op, body: dict[str, JsonValue]) -> str:
    return json.dumps({"op": op, "d": body})


def _proof(password: str, asked: _Authentication) -> str:
    """That we know the password, without telling it: two rounds of SHA-256 with the server's salt and challenge."""
    secret = base64.b64encode(hashlib.sha256((password + asked.salt).encode()).digest())
    return base64.b64encode(hashlib.sha256(secret + asked.challenge.encode()).digest()).decode()
