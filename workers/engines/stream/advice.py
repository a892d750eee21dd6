"""Why a connection was not made, in words that say what to do."""

from __future__ import annotations

import ssl
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp

from models.stream.link import Linked, LinkState

_LOST, _REFUSED = LinkState.LOST, LinkState.REFUSED


def host_of(url: str) -> str:
    """The host and port of an address, without credentials."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2] or "the stream backend"
    except ValueError:
        return "the stream backend"


def spoke(error: BaseException) -> bool:
    """Whether a server answered at all, so that it may be asked in another way."""
    cause = _cause(error)
    return cause is None or isinstance(cause, aiohttp.ClientResponseError)


def advice(error: BaseException, host: str, *, token: bool) -> Linked:
    """What an attempt that failed with `error` says; `token`: one was shown."""
    state = _REFUSED
    match _cause(error):
        case aiohttp.WSServerHandshakeError(status=HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN):
            asks = "does not accept the token" if token else "asks for a token"
            note = f"{host} {asks}; enter a valid one in the settings"
        case aiohttp.WSServerHandshakeError(status=status) if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            state, note = _LOST, f"{host} has trouble ({status})"
        case ssl.SSLError() | ssl.CertificateError() | aiohttp.ClientSSLError():
            note = f"{host} has no valid certificate; check whether its address begins with http or https"
        case aiohttp.ClientConnectorDNSError():
            state, note = _LOST, f"{host} cannot be found; check the address and the network"
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            note = "the stream backend's address is none; enter one like http://localhost:4001"
        case TimeoutError():
            state, note = _LOST, f"{host} does not answer"
        case aiohttp.ClientConnectorError():
            state = _LOST
            note = f"nothing answers at {host}; start the stream backend, and she connects by herself"
        case aiohttp.ClientResponseError() | None:
            note = (
                f"something else than a stream backend answers at {host}; check the address in the settings"
            )
        case _:
            state, note = _LOST, f"the connection to {host} broke"
    return Linked(state, note)


def _cause(error: BaseException | None) -> BaseException | None:
    """The network's own error behind the library's; None where the server did answer, but strangely."""
    while error is not None and not isinstance(error, (aiohttp.ClientError, OSError, TimeoutError)):
        error = error.__cause__ or error.__context__
    return error
