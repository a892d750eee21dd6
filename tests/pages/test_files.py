"""What the pages are made of: our own files, in our own colours, with nothing in them a strict policy would stop."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PIL import Image

from app.look.theme import DARK, LIGHT, Look
from assets.pages.faces import COLUMNS, SIDE_PX
from models.expression import Expression
from tests.pages.air import PAGES

FILES = sorted(path for path in PAGES.iterdir() if path.suffix in {".html", ".css", ".js"})
_MARKUP = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "DOMParser",
    "srcdoc",
    "eval(",
    "Function(",
)


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=["dark", "light"])
def test_the_colours_are_those_of_the_desktop_app(look: Look) -> None:
    light, dark = (PAGES / "palette.css").read_text("utf-8").split("@media (prefers-color-scheme: dark)")
    told = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark if look.dark else light))
    colours = {
        field.name.replace("_", "-"): getattr(look, field.name)
        for field in fields(Look)
        if field.name != "dark"
    }
    assert told == colours


def test_there_is_a_place_for_every_face() -> None:
    with Image.open(PAGES / "faces.png") as sheet:
        assert sheet.size == (COLUMNS * SIDE_PX, -(-len(Expression) // COLUMNS) * SIDE_PX)
        alpha = sheet.convert("RGBA").getchannel("A")
    style = (PAGES / "faces.css").read_text("utf-8")
    placed = re.findall(r'data-face="(\w+)"\] \{ background-position: ([\d.%]+) ([\d.%]+),', style)
    assert [name for name, _, _ in placed] == [face.value for face in Expression]
    for n, (_, x, y) in enumerate(placed):
        assert round(float(x.rstrip("%")) * (COLUMNS - 1) / 100) == n % COLUMNS
        assert round(float(y.rstrip("%")) * 2 / 100) == n // COLUMNS
        left, top = n % COLUMNS * SIDE_PX, n // COLUMNS * SIDE_PX
        assert alpha.crop((left, top, left + SIDE_PX, top + SIDE_PX)).getextrema() == (0, 255)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere_and_nothing_stands_inline(path: Path) -> None:
    text = path.read_text("utf-8")
    outside = set(re.findall(r"https?://[^\s\"'<>]+", text)) - {"http://www.w3.org/2000/svg"}
    assert outside == set()
    if path.suffix == ".html":
        assert re.findall(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|javascript:", text) == []
    if path.suffix == ".js":
        assert [word for word in _MARKUP if word in text] == []
        assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_that_is_asked_for_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    wanted = re.findall(r'(?:from "\./|href="/pages/|src="/pages/|url\(")([\w.-]+)', text)
    assert [name for name in wanted if not (PAGES / name).is_file()] == []


def test_every_file_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in FILES)
    assert [path.name for path in FILES if path.suffix != ".html" and path.name not in text] == []


def test_every_element_a_program_looks_for_is_in_its_page() -> None:
    overlay = {"overlay.js", "captions.js"}
    pages = {
        "overlay.html": overlay,
        "chat.html": {path.name for path in FILES if path.suffix == ".js"} - overlay,
    }
    for page, names in pages.items():
        ids = set(re.findall(r'\sid="([\w-]+)"', (PAGES / page).read_text("utf-8")))
        text = "".join((PAGES / name).read_text("utf-8") for name in names)
        assert set(re.findall(r'found\("([\w-]+)"\)', text)) <= ids
