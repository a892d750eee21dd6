"""A model hub on the loopback that speaks the part of the real one's HTTP that a download needs."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


class HubServer:
    """Serves `files` (path after /resolve/REVISION/ → bytes); knobs make it misbehave."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.announced: dict[str, bytes] = {}
        """What the headers describe, where it differs from what is sent."""
        self.cut_after: list[int] = []
        """For the next downloads, one each: close the connection after so many bytes."""
        self.hold_after: int | None = None
        """Send so many bytes of a download, and the rest once `go_on` is set."""
        self.go_on = threading.Event()
        self.before_sending: Callable[[], object] = lambda: None
        self.requests: list[tuple[str, str, str | None]] = []
        """(method, path, Range) of every request but the sign of life."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": self}))
        self._server.daemon_threads = True
        self._server.handle_error = _let_go  # type: ignore[method-assign]  # one's client may have had enough
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="hub-server")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def downloads(self) -> list[tuple[str, str | None]]:
        """Path and Range of every download."""
        return [(path, span) for method, path, span in self.requests if method == "GET"]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _let_go(_request: object, _address: object) -> None:
    """Whoever asked is gone."""


class _Handler(BaseHTTPRequestHandler):
    hub: HubServer
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        if self.path in {"/", ""}:
            self._reply(200, b"", {})
        else:
            self._file(send=False)

    def do_GET(self) -> None:
        self._file(send=True)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Keep quiet."""

    def _file(self, *, send: bool) -> None:
        span = self.headers.get("Range")
        self.hub.requests.append((self.command, self.path, span))
        name = self.path.partition("/resolve/")[2].partition("/")[2]
        if name not in self.hub.files:
            self._reply(404, b"", {"X-Error-Code": "EntryNotFound"})
            return
        told = self.hub.announced.get(name, self.hub.files[name])
        headers = {
            "ETag": f'"{hashlib.sha256(told).hexdigest()}"',
            "X-Repo-Commit": "abc123",
            "Accept-Ranges": "bytes",
        }
        start = int(span.removeprefix("bytes=").rstrip("-")) if span else 0
        body = self.hub.files[name][start:]
        if not send:
            self._reply(200, told, headers, send=False)
            return
        self.hub.before_sending()
        self._reply(206 if span else 200, body, headers)

    def _reply(self, status: int, body: bytes, headers: dict[str, str], *, send: bool = True) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if send and body and self.hub.cut_after:
            self.wfile.write(body[: self.hub.cut_after.pop(0)])
            self.close_connection = True
        elif send and body and self.hub.hold_after is not None:
            self.wfile.write(body[: self.hub.hold_after])
            self.hub.go_on.wait(20)
            with contextlib.suppress(ConnectionError):  # whoever asked may have had enough
                self.wfile.write(body[self.hub.hold_after :])
        elif send:
            self.wfile.write(body)
