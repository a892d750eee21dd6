"""The socket, and a server on it without uvicorn's own loop, which would wake ten times a second for nothing.

What answers is made when the first client knocks: most of those who have her never have one, and the libraries take
some 30 MB.
"""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from models.errors import Blame, EngineError
from workers.api.setup import Limits

if TYPE_CHECKING:
    from workers.api.guard import Asgi
    from workers.api.protocols import Serving

_BACKLOG = 64


def bound(host: str, port: int) -> socket.socket:
    """A socket of our own at the address. Raises `EngineError` (SETTINGS) when it cannot be had."""
    try:
        here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here:
        message = (
            f"The local API cannot listen on {host}: only addresses of this machine alone, as 127.0.0.1."
        )
        raise EngineError(Blame.SETTINGS, message)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port in its time of rest may be taken again; one that is in use may not, which Windows has to be told.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", 0), 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        listener.settimeout(0)
    except OSError as error:
        listener.close()
        raise EngineError(Blame.SETTINGS, _why(port, error)) from error
    return listener


def _why(port: int, error: OSError) -> str:
    choose = "choose another in the settings under Local API"
    if error.errno in {errno.EADDRINUSE, 10048}:  # 10048: WSAEADDRINUSE
        return f"Port {port} is taken by another program; {choose}, or end that program and try again."
    if error.errno in {errno.EACCES, 10013}:  # 10013: WSAEACCES
        return f"The system does not give out port {port}; {choose}, such as 4003."
    return f"The local API cannot listen on port {port} ({error}); {choose}."


class Listener:
    """Serves what `make` makes on `listener` until closed. Use from one event loop only."""

    def __init__(self, make: Callable[[], Asgi], listener: socket.socket, limits: Limits) -> None:
        self._make = make
        self._socket = listener
        self._limits = limits
        self._serving: Serving | None = None
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._socket.getsockname()[1])

    async def open(self) -> None:
        """Begin to answer."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._protocol, sock=self._socket, backlog=_BACKLOG)

    def _protocol(self) -> asyncio.Protocol:
        if self._serving is None:
            from workers.api.protocols import Serving

            self._serving = Serving(self._make(), self._limits)
        return self._serving.protocol()

    async def close(self) -> None:
        """Stop: nobody new, a moment for what runs, then the end of all connections and their tasks."""
        if self._server is None:
            self._socket.close()
            return
        self._server.close()
        if self._serving is not None:
            await self._let_go(self._serving)
        await self._server.wait_closed()

    async def _let_go(self, serving: Serving) -> None:
        state = serving.state
        for connection in tuple(state.connections):
            connection.shutdown()
        if tasks := tuple(state.tasks):
            await asyncio.wait(tasks, timeout=self._limits.grace_s)
        for connection in tuple(state.connections):
            connection.transport.abort()
        left = tuple(state.tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
