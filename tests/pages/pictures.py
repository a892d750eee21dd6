"""Makes the pictures of the pages for the docs: `python -m tests.pages.pictures` (real Chromium, real API)."""

from __future__ import annotations

import asyncio
import io
import random
import tempfile
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from models.commands import Log, Perform, Show
from models.events import ReplyDelta
from models.speech import WordSpan
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, StreamKind
from models.studio import Studio
from tests import chromium
from tests.pages.air import PAGES, Air, Words, on_air

OUT = PAGES.parent / "docs"
_HER = PAGES.parent / "avatar" / "vesper" / "still.png"
_SKY = ((32, 32, 74), (91, 75, 143), (227, 154, 143))
_FIRST = "Ann, you brought forty-two people and not one of them wiped their feet."
_SECOND = "Come in anyway, there are blankets, and I only bite on Tuesdays."
_LOOKS = (
    ("name=1", 5),
    ("words=dim&box=1&align=left&name=Vesper", 3),
    ("color=ffe9f2&lit=ff5fa2&outline=5a1040&caps=1&weight=900", 9),
    ("position=top&align=right&lit=7fe0b5&name=1&words=dim", 7),
)
_DONE_S, _LONG_S = 0.001, 3600.0


async def main() -> None:
    """Captions over a scene, four looks of them, and the console by night, by day and on a phone."""
    OUT.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name,
        chromium.running(Path(name)) as browser,
    ):
        async with on_air() as air:
            air.status = replace(
                air.status, ready=air.status.ready | {"stream"}, studio=Studio(connected=True)
            )
            large = await _captions(browser, air, "name=1", 5, (1280, 720))
            _keep(large, "overlay_captions.png")
            parts = [await _captions(browser, air, query, word, (800, 450)) for query, word in _LOOKS]
            _keep(_tiled(parts, 2), "overlay_looks.png")
            for scheme, sky in (("dark", "dusk"), ("light", "day")):
                _keep(await _console(browser, air, scheme, (1280, 800)), f"chat_{sky}.png")
            narrow = [
                await _console(browser, air, scheme, (390, 720), view)
                for scheme, view in (("dark", "talk"), ("light", "events"), ("dark", "side"))
            ]
            _keep(_tiled(narrow, 3), "chat_narrow.png")


async def _captions(
    browser: chromium.Browser, air: Air, query: str, word: int, size: tuple[int, int]
) -> Image.Image:
    """Captions over a scene with her in it, while a word of the second clause sounds."""
    async with browser.tab(*size) as tab:
        await air.joins(tab, f"/overlay?motion=off&{query}")
        air.put(Perform("speaking", "laughing"))
        air.says(1, 0, _FIRST, _DONE_S)
        air.says(1, 1, _SECOND, _LONG_S, _at(_SECOND, word))
        await tab.until("document.querySelectorAll('.clause').length === 2")
        await tab.until("getComputedStyle(document.getElementById('captions')).opacity === '1'")
        await tab.until(
            "[...document.querySelectorAll('.gone')].every(each => getComputedStyle(each).opacity === '0')"
        )
        layer = await tab.picture(clear=True)
    scene = _scene(size)
    with Image.open(io.BytesIO(layer)) as picture:
        scene.alpha_composite(picture.convert("RGBA"))
    return scene.convert("RGB")


def _at(text: str, current: int) -> Words:
    """Times under which one word sounds for a long while."""
    return tuple(
        WordSpan(
            word, max(0, n - current) * _LONG_S, max(0, n - current + 1) * _LONG_S if n >= current else 0.0
        )
        for n, word in enumerate(text.split())
    )


def _scene(size: tuple[int, int]) -> Image.Image:
    """An evening with stars and hills, and her before it."""
    width, height = size
    scene = Image.new("RGBA", size)
    pen = ImageDraw.Draw(scene)
    for y in range(height):
        at = y / height * 2
        low, high = _SKY[int(at)], _SKY[min(int(at) + 1, 2)]
        pen.line(
            (0, y, width, y), tuple(round(a + (b - a) * (at % 1)) for a, b in zip(low, high, strict=True))
        )
    rng = random.Random(5)
    for _ in range(120):
        left, top, r = rng.uniform(0, width), rng.uniform(0, height * 0.6), rng.uniform(0.5, 1.6)
        pen.ellipse(
            (left - r, top - r, left + r, top + r), (255, 255, 255, 255) if r > 1 else (190, 180, 230, 255)
        )
    for west, north, east, colour in ((-0.3, 0.78, 0.7, (70, 58, 120)), (0.3, 0.84, 1.4, (52, 44, 98))):
        pen.ellipse((west * width, north * height, east * width, height * 1.6), colour)
    with Image.open(_HER) as still:
        her = still.convert("RGBA").resize(
            (round(0.7 * height * still.width / still.height), round(0.7 * height))
        )
    scene.alpha_composite(her, (round(width * 0.94) - her.width, round(height * 0.08)))
    return scene


async def _console(
    browser: chromium.Browser, air: Air, scheme: str, size: tuple[int, int], view: str = ""
) -> Image.Image:
    async with browser.tab(*size) as tab:
        await tab.prefer(color_scheme=scheme, reduced_motion="reduce")
        await air.joins(tab, "/chat")
        await tab.until("!document.getElementById('character').hidden")
        air.put(Perform("speaking", "laughing"), *_lines(), Log(_entries()))
        await tab.until(f"document.querySelectorAll('.entry').length === {len(_entries())}")
        if view:
            await tab.value(f"document.querySelector('.views [data-view={view}]').click()")
        with Image.open(io.BytesIO(await tab.picture())) as picture:
            return picture.convert("RGB")


def _lines() -> list[object]:
    return [
        Show("heard-1", "user", "Are you ready for the show tonight?", final=True),
        Show("reply-1", "her", "I was born ready. My tail was not, it is still asleep.", final=True),
        Show("typed-2", "user", "Ann brought her whole chat along, say hi!", final=True),
        ReplyDelta(2, f"{_FIRST} {_SECOND}"),
        Show("reply-2", "her", _FIRST, final=False),
    ]


def _entries() -> tuple[Entry, ...]:
    kind = StreamKind
    return (
        Entry(Happening("1", kind.CHAT, "grumpy_gus", "first"), Fate.SKIPPED, "nobody called her"),
        Entry(Happening("2", kind.FOLLOW, "luna_moth"), Fate.ANSWERED, "nothing more important waited"),
        Entry(
            Happening("3", kind.CHAT, "pixel_pia", "Vesper, cats or dogs?"),
            Fate.ANSWERED,
            "she was called by name",
        ),
        Entry(Happening("4", kind.RAID, "Ann", viewers=42), Fate.ANSWERING, "the most important that waited"),
        Entry(
            Happening("5", kind.SUB, "bob_builds", "Three months of fox!"), Fate.WAITING, "she finishes first"
        ),
        Entry(
            Happening("6", kind.DONATION, "gecko", "For a very small crown.", amount=25.0, unit="dollars"),
            Fate.WAITING,
            "next, when she has finished",
        ),
        Entry(
            Happening("7", kind.CHAT, "mod_mia", "chat is flying"), Fate.SKIPPED, "chat is too busy", more=31
        ),
    )


def _tiled(pictures: list[Image.Image], columns: int) -> Image.Image:
    """Pictures of one size side by side."""
    width, height = pictures[0].size
    sheet = Image.new("RGB", (columns * width, -(-len(pictures) // columns) * height))
    for n, picture in enumerate(pictures):
        sheet.paste(picture, (n % columns * width, n // columns * height))
    return sheet


def _keep(picture: Image.Image, name: str) -> None:
    picture.save(OUT / name, optimize=True)


if __name__ == "__main__":
    asyncio.run(main())
