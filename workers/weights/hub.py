"""The official model hub, and plain web addresses, as sources: resumable downloads of pinned files.

`HF_ENDPOINT` is honoured.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from workers.weights.catalogue import HubSource, ModelFile, WebSource
from workers.weights.errors import SourceError
from workers.weights.part import NO_ROOM

_PROBE_S = 5.0
_CONNECT_S = 4.0
_STALL_S = 30.0
_SHA256_DIGITS = 64


class Hub:
    """One run's view of the hub. Whether it answers at all is found out once, within about five seconds."""

    def __init__(self) -> None:
        """Touch nothing yet; the first file asks."""
        self._unreachable: str | None = None
        self._probed = False

    @contextmanager
    def open(self, source: HubSource, file: ModelFile, start: int) -> Iterator[tuple[int, Iterator[bytes]]]:
        """Open a file at byte `start`; give the byte it really starts at and its chunks.

        Raises:
            SourceError: the hub does not answer, has no such file, or offers one with another hash.
        """
        import httpx
        from huggingface_hub import get_hf_file_metadata, hf_hub_url
        from huggingface_hub.errors import HfHubHTTPError

        self._require_reachable()
        name = f"{source.folder}/{file.name}" if source.folder else file.name
        try:
            url = hf_hub_url(source.repo, name, revision=source.revision, endpoint=endpoint())
            offered = get_hf_file_metadata(url, timeout=_STALL_S, endpoint=endpoint())
            _require_same(file, offered.size, offered.etag)
            with _streamed(offered.location, start) as opened:
                yield opened
        except (httpx.HTTPError, HfHubHTTPError, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise
            message = f'"{file.name}" from the hub: {_first_line(error)}'
            raise SourceError(message) from error

    @contextmanager
    def open_web(
        self, source: WebSource, file: ModelFile, start: int
    ) -> Iterator[tuple[int, Iterator[bytes]]]:
        """The same for a file at a plain address. Raises `SourceError`."""
        import httpx

        url = source.url.replace("{name}", file.name)
        try:
            with _streamed(url, start) as opened:
                yield opened
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise
            message = f'"{file.name}" from {httpx.URL(url).host}: {_first_line(error)}'
            raise SourceError(message) from error

    def _require_reachable(self) -> None:
        if not self._probed:
            self._unreachable = _probe()
            self._probed = True
        if self._unreachable:
            raise SourceError(self._unreachable)


@contextmanager
def _streamed(url: str, start: int) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Ask for an address from byte `start` on; give the byte the answer really starts at and its chunks."""
    import httpx

    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    timeout = httpx.Timeout(_STALL_S, connect=_CONNECT_S)
    client = httpx.Client(timeout=timeout, follow_redirects=True)
    with client, client.stream("GET", url, headers=headers) as reply:
        reply.raise_for_status()
        resumed = reply.status_code == HTTPStatus.PARTIAL_CONTENT
        yield (start if resumed else 0), reply.iter_raw()


def endpoint() -> str:
    """Where the hub is."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or "https://huggingface.co"


def _require_same(file: ModelFile, size: int | None, etag: str | None) -> None:
    """Compare with what the hub announces: large files carry their SHA-256 as ETag, small ones a git hash."""
    if size is not None and size != file.size:
        message = f'the hub\'s "{file.name}" has {size} bytes, the pinned one {file.size}'
        raise SourceError(message)
    if etag is not None and len(etag) == _SHA256_DIGITS and etag != file.sha256:
        message = f'the hub\'s "{file.name}" has another SHA-256 than the pinned one'
        raise SourceError(message)


def _probe() -> str | None:
    """Ask the hub for a sign of life, name look-up included, and give the reason if there is none."""
    import httpx

    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "TRUE", "YES", "ON"}:
        return "the hub is switched off by HF_HUB_OFFLINE"
    outcome: list[str | None] = []

    def ask() -> None:
        try:
            httpx.head(endpoint(), timeout=_CONNECT_S)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            outcome.append(f"the hub does not answer ({_first_line(error)})")
        else:
            outcome.append(None)

    asker = threading.Thread(target=ask, name="hub-probe", daemon=True)
    asker.start()
    asker.join(_PROBE_S)
    return outcome[0] if outcome else f"the hub does not answer within {_PROBE_S:.0f} seconds"


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
