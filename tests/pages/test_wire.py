"""The link of the pages by itself, in a real browser, with a socket in the test's hands."""

from __future__ import annotations

import json
from typing import Any

from tests.chromium import Browser, Tab
from tests.pages.air import Air

_WIRE = """(async () => {
    const { Wire } = await import("/pages/wire.js");
    window.sockets = [];
    window.WebSocket = class {
        constructor(address) { this.address = String(address); this.sent = []; window.sockets.push(this); }
        send(text) { this.sent.push(JSON.parse(text)); }
        close() { this.shut = true; }
    };
    window.pauses = [];
    window.setTimeout = (act, pause) => { window.pauses.push(pause); window.next = act; return 1; };
    window.now = 1000;
    Date.now = () => window.now * 1000;
    Math.random = () => 0.5;
    window.heard = [];
    window.states = [];
    window.wire = new Wire(["caption"], (frame, late) => heard.push([frame.type, late]), state => states.push(state));
    window.told = data => sockets.at(-1).onmessage({ data });
})()"""


async def _linked(tab: Tab, air: Air) -> None:
    await tab.go(f"{air.url}/overlay?preview=1")
    await tab.value(_WIRE)
    await tab.value("wire.use('a key')")


async def _tell(tab: Tab, frame: Any) -> None:
    await tab.value(f"told({json.dumps(frame if isinstance(frame, str) else json.dumps(frame))})")


async def test_the_key_goes_first_and_never_into_the_address(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await _linked(tab, air)
        await tab.value("sockets[0].onopen()")
        assert await tab.value("sockets[0].address") == f"{air.url}/stream".replace("http", "ws")
        sent = [{"type": "auth", "token": "a key"}, {"type": "subscribe", "to": ["caption"]}]
        assert await tab.value("sockets[0].sent") == sent
        await tab.value("wire.use('')")
        assert await tab.value("[sockets[0].shut, sockets.length, states]") == [
            True,
            1,
            ["connecting", "keyless"],
        ]


async def test_rubbish_is_passed_over(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await _linked(tab, air)
        for rubbish in (
            "",
            "{",
            "null",
            "[]",
            "7",
            '"text"',
            {"type": 7},
            {"no": "type"},
            {"type": "x", "at": "late"},
        ):
            await _tell(tab, rubbish)
        assert await tab.value("heard") == [["x", 0]]
        assert tab.problems == []


async def test_how_late_a_frame_is_whatever_the_clocks_say(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await _linked(tab, air)
        for now, at in (
            (1000.0, 5000.0),
            (1001.0, 5001.0),
            (1002.25, 5002.0),
            (1003.0, 5003.0),
            (1009.0, 5004.0),
        ):
            await tab.value(f"now = {now}")
            await _tell(tab, {"type": "caption", "at": at})
        await _tell(tab, {"type": "caption"})
        assert [late for _, late in await tab.value("heard")] == [0, 0, 0.25, 0, 1, 0]
        await tab.value("sockets[0].onclose({code: 1006}); next(); now = 2000")
        await _tell(tab, {"type": "caption", "at": 100.0})
        assert (await tab.value("heard"))[-1] == ["caption", 0], "another connection, another clock"


async def test_it_tries_for_ever_and_ever_more_seldom(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await _linked(tab, air)
        for _ in range(12):
            await tab.value("sockets.at(-1).onclose({code: 1006}); next()")
        pauses = await tab.value("pauses")
        assert pauses == [500, 1000, 2000, 4000, 8000, *[10_000] * 7]
        assert await tab.value("states") == ["connecting", "lost"]
        await _tell(tab, {"type": "hello"})
        assert await tab.value("states.at(-1)") == "connected"
        await tab.value("sockets.at(-1).onclose({code: 1008})")
        assert await tab.value("[states.at(-1), pauses.at(-1)]") == ["refused", 30_000]
        await tab.value("wire.use('another'); sockets.at(-1).onclose({code: 1006})")
        assert await tab.value("pauses.at(-1)") == 500
        await tab.value("dispatchEvent(new Event('online'))")
        assert await tab.value("sockets.length") == 15


async def test_an_old_connection_says_nothing_more(browser: Browser, air: Air) -> None:
    async with browser.tab() as tab:
        await _linked(tab, air)
        await tab.value(
            "wire.use('another'); sockets[0].onmessage({data: JSON.stringify({type: 'caption'})})"
        )
        await tab.value("sockets[0].onclose({code: 1008})")
        assert await tab.value("[heard, states, pauses]") == [[], ["connecting"], []]
