"""How captions look: as the address asks, still for those who want it, on every size of page."""

from __future__ import annotations

import json

from models.commands import Perform
from tests.chromium import Browser
from tests.pages.air import SHOWN, Air, captioned
from tests.pages.conftest import Opens

_FONTS = 'ComicNeue, Arial, ui-rounded, Nunito, "Segoe UI", system-ui, sans-serif'

_LOOKS = {
    "words=all": (
        (".captions", "fontSize", "55.68px"),
        ("#box", "display", "none"),
        ("#tag", "display", "none"),
        ("#debug", "display", "none"),
    ),
    "size=64&align=left&color=ff8fb8&weight=400&caps=1&words=dim&box=00000080&name=1&debug=1": (
        (".captions", "fontSize", "64px"),
        (".captions", "textAlign", "left"),
        (".captions", "fontWeight", "400"),
        (".captions", "textTransform", "uppercase"),
        (".word.past, .word.coming", "color", "rgb(255, 143, 184)"),
        (".word.coming", "opacity", "0.6"),
        ("#box", "backgroundColor", "rgba(0, 0, 0, 0.5)"),
        ("#tag", "display", "flex"),
        ("#debug", "display", "block"),
    ),
    "color=red&align=right&font=Comic;Neue, Arial": (
        (".word.coming", "color", "rgb(255, 0, 0)"),
        (".word.coming", "opacity", "0"),
        (".captions", "textAlign", "right"),
        (".captions", "fontFamily", _FONTS),
    ),
    "size=huge&align=url(x)&color=red;background:blue&lines=-1&words=none&box=x&motion=y&weight=1e9": (
        (".captions", "fontSize", "55.68px"),
        (".captions", "textAlign", "center"),
        (".captions", "fontWeight", "900"),
        (".word.coming", "color", "rgb(255, 255, 255)"),
        (".word.coming", "opacity", "0"),
        ("#box", "display", "none"),
    ),
}


async def test_the_address_chooses_the_look(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await tab.prefer(reduced_motion="reduce")
        for query, looks in _LOOKS.items():
            await air.joins(tab, f"/overlay?{query}")
            await captioned(tab, air, "moon star dusk glow", length_s=600.0)
            for selector, style, value in looks:
                look = f"getComputedStyle(document.querySelector({json.dumps(selector)})).{style}"
                assert await tab.value(look) == value, query
        assert tab.problems == []


async def test_it_is_still_for_those_who_want_it_still(opened: Opens, air: Air) -> None:
    moves = """[...document.querySelectorAll('#captions, #roll, .word')].flatMap(each => {
        const look = getComputedStyle(each);
        const lengths = look.transitionDuration.split(', ').map(parseFloat);
        return look.transitionProperty.split(', ').map((name, n) => [name, lengths[n % lengths.length]]);
    }).filter(([name, seconds]) => name !== 'opacity' && seconds > 0).length"""
    shift = "new DOMMatrix(getComputedStyle(document.querySelector('.word.now')).transform).isIdentity"
    for query, preferred, still in (
        ("", {"reduced_motion": "reduce"}, True),
        ("?motion=off", {}, True),
        ("", {"reduced_motion": "no-preference"}, False),
        ("?motion=on", {"reduced_motion": "reduce"}, False),
    ):
        async with opened(f"/overlay{query}", **preferred) as tab:
            await captioned(tab, air, "moon star dusk glow", length_s=600.0)
            assert (await tab.value(moves) == 0) is still, (query, preferred)
            if still:
                assert await tab.value(shift)


async def test_it_fits_every_size(opened: Opens, air: Air) -> None:
    leaves = """[...document.querySelectorAll('.word:not(.gone):not(.beyond), #tag')].filter(each => {
        const box = each.getBoundingClientRect();
        return box.left < 0 || box.right > innerWidth || box.bottom > innerHeight;
    }).length"""
    page = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    async with opened("/overlay?name=1&words=all&motion=off") as tab:
        await captioned(
            tab, air, "Supercalifragilisticexpialidociously long words must not leave the picture"
        )
        for width, height in ((1920, 1080), (3840, 2160), (1080, 1920), (800, 160), (320, 240)):
            await tab.size(width, height)
            await tab.until(f"innerWidth === {width} && innerHeight === {height}")
            assert await tab.value(page) == [width, height]
            await tab.until(f"{leaves} === 0")


async def test_the_words_stand_where_they_are_wanted(browser: Browser, air: Air) -> None:
    places = {"top": (0.0, 0.25), "middle": (0.4, 0.65), "bottom": (0.8, 1.0)}
    async with browser.tab() as tab:
        for position, (low, high) in places.items():
            await air.joins(tab, f"/overlay?position={position}&name=1&motion=off")
            await captioned(tab, air, "moon")
            top, bottom = await tab.value(
                "(box => [box.top, box.bottom])(document.querySelector('.word').getBoundingClientRect())"
            )
            head = await tab.value("document.getElementById('tag').getBoundingClientRect().top")
            assert 0 <= head < top
            assert low < (top + bottom) / 2 / 1080 < high


async def test_the_tag_says_who_she_is_and_wears_her_face(opened: Opens, air: Air) -> None:
    async with opened("/overlay?name=1&debug=1") as tab:
        assert await tab.until("document.getElementById('name').textContent") == "Vesper Astra"
        air.put(Perform("speaking", "laughing"))
        await tab.until("document.getElementById('face').dataset.face === 'laughing'")
        told = await tab.value("document.getElementById('debug').textContent")
        air.put(Perform("speaking", "no face of hers"))
        await tab.until(f"document.getElementById('debug').textContent !== {json.dumps(told)}")
        assert await tab.value("document.getElementById('face').dataset.face") == "laughing"


async def test_the_sample_needs_nobody(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await tab.go(f"{air.url}/overlay?preview=1")
        await tab.until(f"{SHOWN} && document.querySelectorAll('.word').length > 5")
        assert tab.problems == []
