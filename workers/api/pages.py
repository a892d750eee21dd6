"""The pages for browsers.

`/overlay` and `/chat` are `overlay.html` and `chat.html` of the pages folder; every other file of it is `/pages/NAME`.
Only files found at the start are served, looked up by their whole name.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:54rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "td,th{text-align:left;vertical-align:top;padding:.3rem 1rem .3rem 0}code{white-space:nowrap}"
)


def found(folder: Path) -> dict[str, Path]:
    """The files that may be served, by name relative to the folder; none if it is missing."""
    root = folder.resolve()
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted(root.rglob("*"))
        if path.suffix in TYPES and path.is_file() and path.resolve().is_relative_to(root)
    }


def policy(host: str, *, styled: bool) -> str:
    """The Content-Security-Policy of a page at `host`; `styled`: OBS may put the user's own CSS into it."""
    styles = "'self' 'unsafe-inline'" if styled else "'self'"
    return (
        f"default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def docs_policy() -> str:
    """The Content-Security-Policy of the page of the endpoints."""
    digest = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; frame-ancestors 'none'"


def docs(openapi: dict[str, Any]) -> str:
    """A page of the endpoints, from their OpenAPI description; needs nothing from anywhere."""
    rows = [
        f"<tr><td><code>{method.upper()} {escape(path)}</code></td><td>{escape(call.get('summary', ''))}</td>"
        f"<td>{escape(call.get('description', ''))}</td></tr>"
        for path, calls in openapi["paths"].items()
        for method, call in calls.items()
    ]
    title = escape(openapi["info"]["title"])
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f"<h1>{title}</h1><p>{escape(openapi['info']['description'])}</p>"
        '<p>For programs: <a href="/openapi.json">openapi.json</a>.</p>'
        f"<table><tr><th>Call</th><th>What</th><th>More</th></tr>{''.join(rows)}</table></html>"
    )
