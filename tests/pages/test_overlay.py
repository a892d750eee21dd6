"""Captions over a broadcast, in a real browser, told by the real API."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from models.commands import Caption, Silence
from models.speech import WordSpan
from tests.chromium import Browser, Tab
from tests.pages.air import JOINED, SHOWN, Air, captioned, on_air
from tests.pages.conftest import Opens

WORDS = """[...document.querySelectorAll(".word")].map(word => word.className.slice(5))"""
SEEN = """[...document.querySelectorAll(".word")].filter(word => +getComputedStyle(word).opacity === 1)
    .map(word => word.textContent).join(" ")"""
GONE = "document.querySelectorAll('.word').length === 0 && !(" + SHOWN + ")"
HOSTILE = '<img src=x onerror="window.struck = 1"> <script>window.struck = 1</script>'


async def _alpha(tab: Tab) -> Image.Image:
    with Image.open(io.BytesIO(await tab.picture(clear=True))) as picture:
        return picture.convert("RGBA").getchannel("A")


async def test_words_come_one_by_one_as_they_sound(opened: Opens, air: Air) -> None:
    async with opened("/overlay") as tab:
        await tab.hold()
        await captioned(tab, air, "moon star dusk glow")
        assert await tab.value(WORDS) == ["now", "coming", "coming", "coming"]
        await tab.passes(2.1)
        assert await tab.value(WORDS) == ["past", "now", "coming", "coming"]
        await tab.passes(2.0)
        assert await tab.value(WORDS) == ["past", "past", "now", "coming"]
        await tab.passes(5.0)
        assert await tab.value(WORDS) == ["past"] * 4


async def test_words_keep_the_time_of_her_voice(opened: Opens, air: Air) -> None:
    words = (WordSpan("Well", 0.5, 1.0), WordSpan("well", 4.0, 4.2), WordSpan("known", 4.2, 9.0))
    async with opened("/overlay") as tab:
        await tab.hold()
        air.says(1, 0, 'Well, "well-known".', 9.0, words)
        await tab.until("document.querySelectorAll('.word').length === 3")
        assert await tab.value("document.querySelector('.clause').textContent") == 'Well, "well-known".'
        written = await tab.value("[...document.querySelectorAll('.word')].map(word => word.textContent)")
        assert written == ["Well,", '"well-', 'known".'], "marks belong to the words they touch"
        looks = [await tab.value(WORDS)]
        for seconds in (0.6, 1.0, 2.5, 0.3, 5.0):
            await tab.passes(seconds)
            looks.append(await tab.value(WORDS))
        assert looks == [
            ["coming", "coming", "coming"],
            ["now", "coming", "coming"],
            ["past", "coming", "coming"],
            ["past", "now", "coming"],
            ["past", "past", "now"],
            ["past", "past", "past"],
        ]


async def test_the_word_that_sounds_is_lit_and_coming_ones_are_hidden(opened: Opens, air: Air) -> None:
    look = "[...document.querySelectorAll('.word')].map(w => [getComputedStyle(w).color, +getComputedStyle(w).opacity])"
    async with opened("/overlay?lit=00ff00&color=ffee00&motion=off") as tab:
        await tab.hold()
        await captioned(tab, air, "moon star dusk glow")
        await tab.passes(2.1)
        await tab.until(f"JSON.stringify({WORDS}) === JSON.stringify(['past', 'now', 'coming', 'coming'])")
        (past, lit, coming, _) = await tab.value(look)
        assert past == ["rgb(255, 238, 0)", 1]
        assert lit == ["rgb(0, 255, 0)", 1]
        assert coming[1] == 0


async def test_only_the_last_two_lines_are_seen(opened: Opens, air: Air) -> None:
    lines = [f"line{n}" for n in range(5)]
    async with opened("/overlay") as tab:
        for n, line in enumerate(lines):
            await captioned(tab, air, line, n=n)
        await tab.until(f"{SEEN} === 'line3 line4'")
        low = await tab.value(
            "innerHeight - [...document.querySelectorAll('.word')].at(-1).getBoundingClientRect().bottom"
        )
        assert 0 < low < 200, "the last line stands at the foot of the page"


async def test_lines_keep_their_place_when_old_ones_are_dropped(opened: Opens, air: Air) -> None:
    place = "[...document.querySelectorAll('.clause')].at(-1).offsetTop"
    async with opened("/overlay?motion=off") as tab:
        places = []
        for n in range(12):
            await captioned(tab, air, f"line{n}", n=n)
            places.append(await tab.value(place))
        assert await tab.value("document.querySelectorAll('.clause').length") == 6
        assert [round(places[n] / places[1]) for n in range(12)] == list(range(12))


async def test_a_long_clause_rolls_on(opened: Opens, air: Air) -> None:
    text = " ".join(f"word{n:02}" for n in range(60))
    async with opened("/overlay?width=50&motion=off") as tab:
        await tab.hold()
        await captioned(tab, air, text, length_s=60.0)
        await tab.passes(59.5)
        seen = (await tab.until(f"({SEEN}).endsWith('word59') && {SEEN}")).split()
        assert seen == [f"word{n:02}" for n in range(60 - len(seen), 60)]
        assert 2 <= len(seen) < 30
        heights = await tab.value(
            "[...new Set([...document.querySelectorAll('.word:not(.gone):not(.beyond)')].map(w => w.offsetTop))].length"
        )
        assert heights == 2


async def test_nothing_is_painted_where_nothing_is_said(opened: Opens, air: Air) -> None:
    async with opened("/overlay", 1280, 720) as tab:
        assert (await _alpha(tab)).getextrema() == (0, 0)
        await captioned(tab, air, "Hello out there")
        await tab.until("getComputedStyle(document.getElementById('captions')).opacity === '1'")
        alpha = await _alpha(tab)
        assert alpha.getextrema() == (0, 255)
        assert alpha.crop((0, 0, 1280, 500)).getextrema() == (0, 0)
        assert [alpha.getpixel(at) for at in ((0, 0), (1279, 0), (0, 719), (1279, 719))] == [0, 0, 0, 0]


async def test_silence_stops_the_words_where_they_are(opened: Opens, air: Air) -> None:
    async with opened("/overlay") as tab:
        await tab.hold()
        await captioned(tab, air, "moon star dusk glow")
        await tab.passes(2.1)
        air.put(Silence(1))
        await tab.until(f"!({SHOWN})")
        assert await tab.value(WORDS) == ["past", "past", "coming", "coming"]
        assert await tab.value("document.querySelector('.captions.cut .word.coming') !== null")
        await tab.passes(3.0)
        assert await tab.value(GONE)


async def test_the_silence_of_an_older_turn_changes_nothing(opened: Opens, air: Air) -> None:
    async with opened("/overlay") as tab:
        await tab.hold()
        await captioned(tab, air, "moon star", turn=7)
        air.put(Silence(6), Caption(6, -1, ""))
        await tab.passes(5.0)
        air.put(Caption(7, 1, "dusk glow"))
        await tab.until("document.querySelectorAll('.clause').length === 2")
        assert await tab.value(SHOWN)


async def test_they_go_when_nothing_follows(opened: Opens, air: Air) -> None:
    async with opened("/overlay?hide=4") as tab:
        await tab.hold()
        await captioned(tab, air, "moon star", length_s=2.0)
        await tab.passes(5.5)
        assert await tab.value(SHOWN)
        await tab.passes(1.5)
        assert await tab.value(f"!({SHOWN})")
        await tab.passes(1.0)
        assert await tab.value(GONE)


async def test_empty_text_takes_them_away(opened: Opens, air: Air) -> None:
    async with opened("/overlay?hide=0") as tab:
        await captioned(tab, air, "moon star", length_s=600.0)
        air.put(Caption(1, 1, ""))
        await tab.until(GONE)


async def test_a_new_turn_takes_the_place_of_the_old_one(opened: Opens, air: Air) -> None:
    async with opened("/overlay") as tab:
        await captioned(tab, air, "moon star", turn=1)
        await captioned(tab, air, "dusk glow", turn=2, n=1)
        assert await tab.value("document.getElementById('roll').textContent.includes('moon')") is False


async def test_hours_of_talk_leave_nothing_behind(opened: Opens, air: Air) -> None:
    nodes = "document.querySelectorAll('*').length"
    async with opened("/overlay?name=1") as tab:
        before = await tab.value(nodes)
        for turn in range(50):
            for n in range(4):
                air.says(turn, n, "one two three four five six", 0.01)
        for n in range(200):
            air.says(50, n, f"clause {n}", 0.01)
        await captioned(tab, air, "last", turn=50, n=200)
        assert await tab.value(nodes) <= before + 6 * 3 + 20
        await tab.until(SHOWN)
        air.put(Silence(50))
        await tab.until(GONE)
        assert await tab.value(nodes) == before


async def test_what_viewers_write_is_never_markup(opened: Opens, air: Air) -> None:
    async with opened("/overlay?name=<img src=x onerror=window.struck=1>") as tab:
        air.says(1, 0, HOSTILE)
        told = await tab.until("document.querySelector('.clause').textContent")
        assert told.split() == HOSTILE.split()
        assert await tab.value("document.querySelectorAll('img, #roll script').length") == 0
        assert await tab.value("window.struck === undefined")


async def test_it_comes_back_when_she_does(browser: Browser) -> None:
    async with browser.tab() as tab:
        async with on_air() as air:
            await air.joins(tab, "/overlay")
            await captioned(tab, air, "moon star", length_s=600.0)
            port = air.port
        await tab.until(GONE)
        assert (await _alpha(tab)).getextrema() == (0, 0), "a broadcast never sees that she is gone"
        async with on_air(port) as air:
            await tab.until(JOINED)
            await captioned(tab, air, "dusk glow")
        lost = [problem for problem in tab.problems if "ERR_CONNECTION_REFUSED" in problem]
        assert tab.problems == lost


@pytest.mark.parametrize("fragment", ["", "#token=wrong"])
async def test_without_the_token_nothing_is_seen(browser: Browser, air: Air, fragment: str) -> None:
    async with browser.tab() as tab:
        await tab.go(f"{air.url}/overlay?debug=1{fragment}")
        await tab.until("/keyless|refused/.test(document.getElementById('debug').textContent)")
        await tab.go(f"{air.url}/overlay?{fragment}")
        assert (await _alpha(tab)).getextrema() == (0, 0)
        assert tab.problems == []
