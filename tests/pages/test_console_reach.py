"""The console for everyone: by key, by ear, by day and night, in a small window and at great zoom."""

from __future__ import annotations

from models.commands import Log, Show
from models.errors import Blame
from models.events import Failed, ReplyDelta
from models.requests import Panicked
from models.stream.entry import Fate
from models.stream.happening import StreamKind
from tests.pages.air import Air, entry, holds
from tests.pages.conftest import Opens

READ_OUT = "document.getElementById('announcer').textContent"
_NAMED = {"button", "textbox", "switch", "checkbox", "combobox", "meter", "log", "group"}


async def test_a_reader_of_screens_hears_whole_lines_and_not_all(opened: Opens, air: Air) -> None:
    lively = "[aria-live=polite], [aria-live=assertive], [role=log]:not([aria-live=off])"
    live = f"[...document.querySelectorAll('{lively}')].map(each => each.id)"
    async with opened("/chat") as tab:
        await tab.hold()
        assert await tab.value(live) == ["announcer"]
        air.put(ReplyDelta(1, "Hi all"), Show("reply-1", "her", "Hi all.", final=False))
        await tab.until("document.querySelector('.line.her')")
        assert await tab.value(READ_OUT) == ""
        air.put(Show("reply-1", "her", "Hi all.", final=True))
        await holds(tab, READ_OUT, "Vesper Astra: Hi all.")
        chat = [entry(f"c{n}", "chat", "Gus", Fate.SKIPPED, "busy") for n in range(20)]
        subs = [entry(f"s{n}", "sub", f"Fan {n}", Fate.WAITING, "one at a time") for n in range(20)]
        air.put(Log((*subs, *chat)))
        await tab.until("document.querySelectorAll('.entry').length === 40")
        assert await tab.value(READ_OUT) == "Vesper Astra: Hi all."
        await tab.passes(2.0)
        await holds(tab, READ_OUT, "Fan 17 subscribed. Fan 18 subscribed. Fan 19 subscribed.")


async def test_every_control_has_a_name_and_is_reached_by_key(opened: Opens, air: Air) -> None:
    async with opened("/chat", 1440, 900) as tab:
        await tab.until("!document.getElementById('character').hidden")
        air.put(Log((entry("c1", "chat", "Gus", Fate.SKIPPED, "nobody called her"),)))
        await tab.until("document.querySelector('.entry')")
        nodes = (await tab.call("Accessibility.getFullAXTree"))["nodes"]
        controls = [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node["ignored"]
        ]
        kinds = {role for role, _ in controls}
        assert kinds >= _NAMED
        assert [role for role, name in controls if role in _NAMED and not name.strip()] == []
        reachable = "document.querySelectorAll('button, input, select, textarea, [tabindex=\"0\"]')"
        wanted = await tab.value(f"[...{reachable}].filter(each => each.checkVisibility()).length")
        await tab.value("window.reached = new Set([document.body])")
        seen = "document.activeElement.matches('#write, body') || getComputedStyle(document.activeElement).outlineStyle"
        for _ in range(wanted + 1):
            await tab.press("Tab")
            assert await tab.value(f"(reached.add(document.activeElement), {seen})") != "none"
        assert await tab.value("reached.size") == wanted + 1


_CONTRAST = """(() => {
    const light = colour => {
        const part = colour.match(/[\\d.]+/g).slice(0, 3)
            .map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    };
    const grounds = element => {
        for (let at = element; at; at = at.parentElement) {
            const look = getComputedStyle(at);
            const painted = [...look.backgroundImage.matchAll(/rgba?\\([^)]*\\)/g)].map(found => found[0]);
            if (painted.length) return painted;
            if (!/rgba\\(.*, 0\\)|transparent/.test(look.backgroundColor)) return [look.backgroundColor];
        }
    };
    const poor = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const text = walk.currentNode.textContent.trim();
        const element = walk.currentNode.parentElement;
        if (!text || !element.checkVisibility() || element.closest('.heard-only, svg, option')) continue;
        const ink = light(getComputedStyle(element).color);
        for (const ground of grounds(element).map(light)) {
            const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
            if (ratio < 4.5) poor.push([text, Math.round(ratio * 100) / 100]);
        }
    }
    return poor;
})()"""


async def test_everything_can_be_read_by_day_and_by_night(opened: Opens, air: Air) -> None:
    kinds = [kind.value for kind in StreamKind]
    fates = list(Fate)
    for scheme in ("dark", "light"):
        async with opened("/chat", 1440, 900, color_scheme=scheme) as tab:
            air.put(
                Log(tuple(entry(k, k, "Ann", fates[n % 5], "because", text="words") for n, k in enumerate(kinds))),
                Show("typed-1", "user", "Hello", final=True), Show("note", "note", "A remark", final=True),
                Show("reply-2", "her", "Hi.", final=False), ReplyDelta(2, "Hi. And"), Panicked(on=True),
                Failed("mind", Blame.NETWORK, "It is gone."),
            )  # fmt: skip
            await tab.until(
                "!document.getElementById('panicking').hidden && document.querySelector('.remark.bad')"
            )
            assert await tab.value(_CONTRAST) == [], scheme
        async with opened("/chat", 600, 900, color_scheme=scheme) as tab:
            await tab.until("document.getElementById('write')")
            await tab.value("document.getElementById('door').showModal()")
            assert await tab.value(_CONTRAST) == [], scheme


async def test_it_fits_a_small_window_and_great_zoom(opened: Opens, air: Air) -> None:
    wide = "document.documentElement.scrollWidth <= innerWidth"
    leaves = """[...document.querySelectorAll('button, input, select, textarea, h1, .bubble, .entry')].filter(each => {
        const box = each.getBoundingClientRect();
        return each.checkVisibility() && box.width && (box.left < -1 || box.right > innerWidth + 1);
    }).map(each => each.id || each.className)"""
    inside = "[...document.querySelectorAll('.entry, .bubble')].every(each => each.scrollWidth <= each.clientWidth)"
    async with opened("/chat", 320, 640) as tab:
        air.put(
            Log((entry("c1", "chat", "W" * 60, Fate.SKIPPED, "x" * 200, text="y" * 300),)),
            Show("typed-1", "user", "Donaudampfschifffahrtsgesellschaft" * 6, final=True),
        )
        await tab.until("document.querySelector('.entry') && document.querySelector('.bubble')")
        for width, height in ((320, 640), (640, 360), (320, 256), (800, 600)):
            await tab.size(width, height)
            await tab.until(f"innerWidth === {width}")
            for view in ("talk", "events", "side"):
                await tab.value(f"document.querySelector('.views [data-view={view}]').click()")
                assert await tab.value(wide), (width, view)
                assert await tab.value(leaves) == [], (width, view)
                assert await tab.value(inside), (width, view)
        await tab.size(320, 640)
        await tab.click(".views [data-view=talk]")
        await tab.until("document.getElementById('send').checkVisibility()")
        assert await tab.value(
            "document.getElementById('send').getBoundingClientRect().bottom <= innerHeight"
        )
