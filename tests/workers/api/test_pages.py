from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.workers.api.serving import serving
from workers.api.pages import found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.html").write_text("not yours")
    pages = tmp_path / "pages"
    (pages / "deep").mkdir(parents=True)
    for name in ("overlay.html", "chat.html", "chat.js", "look.css", "deep/mark.svg", "face.png"):
        (pages / name).write_text(name)
    (pages / "notes.md").write_text("for developers")
    (pages / "__init__.py").write_text("")
    if os.name == "posix":
        (pages / "out.html").symlink_to(tmp_path / "secret.html")
    return pages


def test_only_pages_are_found(folder: Path) -> None:
    assert set(found(folder)) == {
        "overlay.html", "chat.html", "chat.js", "look.css", "deep/mark.svg", "face.png",
    }  # fmt: skip
    assert found(folder / "nowhere") == {}


async def test_pages_need_no_token_and_are_kept_to_themselves(folder: Path) -> None:
    async with serving(pages=folder) as served:
        for path, text in (("/overlay", "overlay.html"), ("/chat", "chat.html")):
            page = await served.http.get(path)
            assert (page.status_code, page.text) == (200, text)
            assert page.headers["content-type"] == "text/html; charset=utf-8"
            policy = page.headers["content-security-policy"]
            rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
            assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"
            assert rules["script-src"] == "'self'"
            assert rules["connect-src"] == f"'self' ws://{served.host}"
            assert rules["style-src"] == ("'self' 'unsafe-inline'" if path == "/overlay" else "'self'")
            assert (page.headers["cache-control"], page.headers["x-content-type-options"]) == (
                "no-store",
                "nosniff",
            )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("chat.js", "text/javascript"), ("look.css", "text/css"), ("deep/mark.svg", "image/svg+xml"),
     ("face.png", "image/png")],
)  # fmt: skip
async def test_files_are_served_as_what_they_are(folder: Path, name: str, kind: str) -> None:
    async with serving(pages=folder) as served:
        file = await served.http.get(f"/pages/{name}")
    assert (file.status_code, file.text) == (200, name)
    assert file.headers["content-type"].split(";")[0] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/pages/../secret.html", "/pages/..%2fsecret.html", "/pages/%2e%2e/secret.html", "/pages/%2e%2e%2fsecret.html",
        "/pages/deep/../../secret.html", "/pages/..\\secret.html", "/pages/..%5csecret.html", "/pages//secret.html",
        "/pages/%252e%252e%252fsecret.html", "/pages/out.html", "/pages/notes.md", "/pages/__init__.py", "/pages/",
        "/pages", "/pages/deep", "/pages/overlay.html%00.png", "/pages/OVERLAY.HTML", "/pages/../../../../etc/passwd",
        "/pages/{outside}", "/pages/file:///etc/passwd", "//pages/../secret.html", "/overlay/../secret.html",
        "/overlay/", "/chat.js", "/..;/secret.html", "/pages/..;/secret.html", "/pages/..%c0%afsecret.html",
    ],
)  # fmt: skip
async def test_nothing_else_is_served(folder: Path, path: str) -> None:
    path = path.format(outside=folder.parent / "secret.html")
    async with serving(pages=folder) as served:
        reader, writer = await served.raw()  # a client would tidy the path up
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {served.host}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
    assert answer.split()[1] in {b"404", b"401", b"307", b"400"}
    for inside in (b"not yours", b"for developers", b"root:"):
        assert inside not in answer


async def test_a_page_that_is_missing_is_told() -> None:
    async with serving() as served:
        assert (await served.http.get("/overlay")).status_code == 404
