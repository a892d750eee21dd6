"""Whoever is not this machine's own user: other sites' pages, strangers without the token, and rude programs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from websockets.exceptions import InvalidStatus

from models.events import Health, WorkerChanged
from tests.workers.api.serving import AUTH, TOKEN, Reader, Served, serving
from workers.api.bucket import Bucket
from workers.api.server import Limits

JSON = {"Content-Type": "application/json"}
CHANGES = ["/speak", "/chat/respond", "/persona", "/expression", "/toggle/voice", "/panic", "/events", "/hush",
           "/obs/scene", "/obs/source"]  # fmt: skip
SECRETS = ["/voices", "/persona", "/obs"]
FOREIGN = ["http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1:1", "http://localhost", "null", "",
           "http://127.0.0.1:{port}.evil.example", "file://"]  # fmt: skip


def untouched(served: Served) -> bool:
    """Nothing was asked of her."""
    return [type(event) for event in served.organ.events] == [WorkerChanged] and not served.world.injected


# --- the token


@pytest.mark.parametrize("headers", [
    {}, {"Authorization": "Bearer"}, {"Authorization": f"Bearer {TOKEN}x"},
    {"Authorization": f"Bearer {TOKEN[:-1]}"}, {"Authorization": f"Basic {TOKEN}"}, {"Authorization": TOKEN},
    {"Authorization": "Bearer \xe9".encode("latin-1").decode("latin-1")}, {"X-Token": TOKEN},
])  # fmt: skip
async def test_without_the_token_nothing_is_changed(headers: dict[str, str]) -> None:
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    async with serving(limits=Limits(wrong_burst=100, grace_s=0.2)) as served:
        for path in CHANGES:
            answer = await served.http.post(path, json={"text": "hi"}, headers=encoded)
            assert answer.status_code == 401
            assert "token" in answer.json()["error"]
            assert "vesper token" in answer.json()["hint"]
            assert answer.headers["www-authenticate"] == "Bearer"
        for path in SECRETS:
            assert (await served.http.get(path, headers=encoded)).status_code == 401
        assert untouched(served)


async def test_a_token_in_the_address_opens_nothing() -> None:
    async with serving() as served:
        assert (await served.http.post(f"/hush?token={TOKEN}")).status_code == 401
        assert untouched(served)


async def test_a_wrong_token_is_told_even_where_none_is_needed() -> None:
    async with serving() as served:
        answer = await served.http.get("/status", headers={"Authorization": "Bearer old"})
    assert answer.status_code == 401


async def test_guessing_is_slowed_down_and_the_right_token_is_not_kept_out() -> None:
    async with serving(limits=Limits(wrong_burst=3, wrong_hz=1e-6, grace_s=0.2)) as served:
        wrong = {"Authorization": "Bearer guess"}
        codes = [(await served.http.post("/hush", headers=wrong)).status_code for _ in range(5)]
        assert codes == [401, 401, 401, 429, 429]
        assert (await served.post("/hush")).status_code == 200
        async with served.stream() as socket:
            reader = Reader(socket)
            await reader.send(type="auth", token="guess")
            assert await reader.closed() == (1008, "Too many wrong tokens.")


# --- pages of other sites


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}", "127.0.0.1.e.example:{port}",
    "[::1]", "user@127.0.0.1:{port}", "", "127.0.0.1:{port}, evil.example",
])  # fmt: skip
async def test_another_name_of_ours_is_refused(host: str) -> None:
    async with serving() as served:
        name = {**AUTH, "Host": host.format(port=served.api.port)}
        assert (await served.http.get("/health", headers=name)).status_code == 421
        assert (await served.http.post("/hush", headers=name)).status_code == 421
        assert untouched(served)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
async def test_our_own_names_are_taken(host: str) -> None:
    async with serving() as served:
        name = {"Host": host.format(port=served.api.port)}
        assert (await served.http.get("/health", headers=name)).status_code == 200


@pytest.mark.parametrize("version", ["1.0", "1.1"])
async def test_a_request_without_a_name_is_refused(version: str) -> None:
    async with serving() as served:
        reader, writer = await served.raw()
        writer.write(f"GET /health HTTP/{version}\r\n\r\n".encode())
        status = (await reader.readline()).split()[1]
        writer.close()
        await writer.wait_closed()
    assert status in {b"400", b"421"}


@pytest.mark.parametrize("origin", FOREIGN)
async def test_another_origin_is_refused_even_with_the_token(origin: str) -> None:
    async with serving() as served:
        headers = {**AUTH, "Origin": origin.format(port=served.api.port)}
        for answer in (
            await served.http.get("/status", headers=headers),
            await served.http.post("/hush", headers=headers),
            await served.http.options("/hush", headers={**headers, "Access-Control-Request-Method": "POST"}),
        ):
            assert answer.status_code == 403
            assert not [name for name in answer.headers if name.startswith("access-control")]
        assert untouched(served)


async def test_our_own_pages_may_ask_and_no_answer_opens_it_to_others() -> None:
    async with serving() as served:
        answer = await served.post("/hush", Origin=f"http://{served.host}")
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "server" not in answer.headers


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_a_form_of_another_page_changes_nothing(kind: str) -> None:
    """What a page can send without asking; with the token, to show that it fails by itself."""
    async with serving() as served:
        headers = {**AUTH, **({"Content-Type": kind} if kind else {})}
        answer = await served.http.post("/speak", content=b'{"text": "hi"}', headers=headers)
        assert answer.status_code == 415
        assert untouched(served)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_what_another_page_embeds_is_refused(site: str) -> None:
    async with serving() as served:
        embedded = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
        framed = {**embedded, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
        opened = {**embedded, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
        codes = [
            (await served.http.get("/status", headers=h)).status_code for h in (embedded, framed, opened)
        ]
        assert codes == [403, 403, 200]
        assert (await served.http.post("/hush", headers={**AUTH, **opened})).status_code == 403


@pytest.mark.parametrize("origin", FOREIGN)
async def test_a_websocket_of_another_page_is_refused(origin: str) -> None:
    async with serving() as served:
        headers = {**AUTH, "Origin": origin.format(port=served.api.port)}
        with pytest.raises(InvalidStatus) as refused:
            await served.stream(additional_headers=headers)
    assert refused.value.response.status_code == 403


async def test_a_websocket_by_another_name_is_refused() -> None:
    async with serving() as served:
        reader, writer = await served.raw()
        writer.write(
            b"GET /stream HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        assert (await reader.readline()).split()[1] == b"421"
        writer.close()
        await writer.wait_closed()


async def test_a_websocket_with_a_wrong_header_is_refused() -> None:
    async with serving() as served:
        with pytest.raises(InvalidStatus) as refused:
            await served.stream(additional_headers={"Authorization": "Bearer wrong"})
    assert refused.value.response.status_code == 401


# --- rude programs


async def test_a_body_that_is_too_long_is_refused() -> None:
    async with serving() as served:
        most = b'{"text": "' + b"x" * (64 * 1024 - 12) + b'"}'
        fits = await served.http.post("/speak", content=most, headers={**AUTH, **JSON})
        declared = await served.http.post("/speak", content=most + b" ", headers={**AUTH, **JSON})
        assert (fits.status_code, declared.status_code) == (422, 413)
        assert "64 KiB" in declared.json()["error"]
        assert (await served.http.get("/health")).status_code == 200


async def test_a_body_that_says_it_is_too_long_is_not_waited_for() -> None:
    async with serving() as served:
        reader, writer = await served.raw()
        writer.write(head(served, b"POST /speak HTTP/1.1") + b"content-length: 65537\r\n\r\n")
        assert b"413" in await reader.readline()
        writer.close()


async def test_a_body_of_unknown_length_is_counted() -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(17):
            yield b" " * 4096

    async def slowly() -> object:
        for piece in pieces():
            yield piece

    async with serving() as served:
        answer = await served.http.post("/speak", content=slowly(), headers={**AUTH, **JSON})
        assert answer.status_code == 413
        assert (await served.http.get("/health")).status_code == 200


@pytest.mark.parametrize("length", [b"content-length: 1000000000", b"transfer-encoding: chunked"])
async def test_a_body_that_never_ends_is_cut(length: bytes) -> None:
    async with serving(limits=Limits(drain_bytes=256 * 1024, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        writer.write(head(served, b"POST /speak HTTP/1.1") + length + b"\r\n\r\n")
        piece = b"1000\r\n" + b" " * 4096 + b"\r\n" if b"chunked" in length else b" " * 4096
        await push(writer, piece)
        answer = await read_all(reader)
        writer.close()
        assert answer.split()[1:2] in ([b"413"], [])  # lost where the reset overtook it
        assert (await served.http.get("/health")).status_code == 200


def head(served: Served, first: bytes) -> bytes:
    return (
        first
        + f"\r\nHost: {served.host}\r\nAuthorization: Bearer {TOKEN}\r\n"
        f"Content-Type: application/json\r\n".encode()
    )


async def push(writer: asyncio.StreamWriter, piece: bytes) -> None:
    """Write until the other side has had enough."""
    for _ in range(10_000):
        try:
            writer.write(piece)
            await writer.drain()
        except ConnectionError:
            return
    pytest.fail("40 MB were taken")


async def read_all(reader: asyncio.StreamReader) -> bytes:
    try:
        async with asyncio.timeout(10):
            return await reader.read()
    except ConnectionError:
        return b""


@pytest.mark.parametrize("start", [b"", b"GET /hea", b"GET /health HTTP/1.1\r\nHost: x\r\nX-"])
async def test_a_head_that_does_not_come_is_not_waited_for(start: bytes) -> None:
    async with serving(limits=Limits(head_s=0.05, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        writer.write(start)
        assert (await read_all(reader)).split()[1] == b"408"
        writer.close()


async def test_drops_of_a_head_gain_no_time() -> None:
    async with serving(limits=Limits(head_s=0.2, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        ended = asyncio.create_task(read_all(reader))
        while not ended.done():
            writer.write(b"G")
            await asyncio.sleep(0.01)
        assert (await ended).split()[1] == b"408"
        writer.close()


@pytest.mark.parametrize("length", [b"content-length: 20", b"transfer-encoding: chunked"])
async def test_a_body_that_does_not_come_is_not_waited_for(length: bytes) -> None:
    async with serving(limits=Limits(body_s=0.05, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        writer.write(head(served, b"POST /speak HTTP/1.1") + length + b'\r\n\r\n{"te')
        assert (await read_all(reader)).split()[1] == b"408"
        writer.close()
        assert untouched(served)


async def test_the_next_request_of_a_connection_has_its_time_too() -> None:
    async with serving(limits=Limits(head_s=0.1, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        request = f"GET /health HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode()
        for _ in range(3):
            writer.write(request)
            assert b"200" in await reader.readline()
            await reader.readuntil(b"personality_enabled")
        writer.write(b"GET /h")
        assert b"408" in await read_all(reader)
        writer.close()


async def test_an_answer_takes_as_long_as_it_takes() -> None:
    """The time of a request's head and body is not the time of its answer."""
    async with serving(limits=Limits(head_s=0.05, body_s=0.05, say_s=0.3, grace_s=0.2)) as served:
        assert (await served.post("/speak", {"text": "hi"})).status_code == 504


async def test_a_head_that_is_too_long_is_refused() -> None:
    async with serving() as served:
        reader, writer = await served.raw()
        writer.write(b"GET /health HTTP/1.1\r\nX-Long: " + b"x" * 70_000)
        assert (await read_all(reader)).split()[1] == b"400"
        writer.close()


@pytest.mark.parametrize(
    "rubbish", [b"\x16\x03\x01\x02\x00\x01\x00", b"HELLO\r\n\r\n", b"\x00" * 100 + b"\r\n\r\n"]
)
async def test_what_is_no_http_is_refused(rubbish: bytes) -> None:
    async with serving(limits=Limits(head_s=0.1, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        writer.write(rubbish)
        assert (await read_all(reader)).split()[1] in {b"400", b"408"}
        writer.close()
        assert (await served.http.get("/health")).status_code == 200


async def test_rubbish_behind_a_refused_head_is_survived() -> None:
    async with serving() as served:
        reader, writer = await served.raw()
        writer.write(b"POST /speak HTTP/1.1\r\nHost: evil.example\r\ntransfer-encoding: chunked\r\n\r\n")
        assert b"421" in await reader.readline()
        writer.write(b"this is no chunk\r\n")
        await read_all(reader)
        writer.close()
        assert (await served.http.get("/health")).status_code == 200


async def test_connections_are_counted() -> None:
    async with serving(limits=Limits(connections=3, grace_s=0.2)) as served:
        held = [await served.raw() for _ in range(3)]
        async with asyncio.timeout(10):
            reader, writer = await served.raw()
            assert (await read_all(reader)).split()[1] == b"503"
        writer.close()
        for _, one in held:
            one.close()
            await one.wait_closed()
        assert (await served.http.get("/health")).status_code == 200


async def test_requests_are_counted() -> None:
    async with serving(limits=Limits(rate_hz=0.5, burst=3, grace_s=0.2)) as served:
        answers = [await served.post("/hush") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 3
        assert (await served.get("/status")).status_code == 200


async def test_a_long_frame_ends_a_websocket() -> None:
    async with serving() as served, served.reader() as reader:
        await reader.socket.send("x" * (64 * 1024 + 1))
        assert (await reader.closed())[0] == 1009


def test_a_bucket_fills_with_time() -> None:
    at_s = 100.0
    bucket = Bucket(2.0, 3.0, lambda: at_s)
    assert [bucket.take() for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    at_s += 0.5
    assert [bucket.take(), bucket.take()] == [0.0, 0.5]
    at_s += 100.0
    assert [bucket.take() for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


async def test_it_is_reached_at_this_machine_alone() -> None:
    async with serving(host="127.0.0.1") as served:
        assert served.organ.of(WorkerChanged)[0].health is Health.READY
    for host in ("0.0.0.0", "192.168.0.1", "::", "example.com"):
        async with serving(host=host) as served:
            assert served.organ.of(WorkerChanged)[0].health is Health.GONE
