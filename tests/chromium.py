"""A real headless Chromium, driven over its own DevTools protocol (https://chromedevtools.github.io/devtools-protocol).

`running` starts one for many tests; `Browser.tab` opens a tab with storage of its own and closes it at the end.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import websockets

from tests.stage import wait_until

PROGRAM = "chromium"
_PATIENCE_S = 15.0
_FLAGS = (
    "--headless=new", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--disable-dev-shm-usage",
    "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
    "--disable-features=Translate,MediaRouter,OptimizationHints", "--mute-audio", "--password-store=basic",
    "--font-render-hinting=none", "--disable-gpu", "--remote-debugging-port=0",
)  # fmt: skip


class RefusedError(Exception):
    """The browser would not do it."""


@dataclass
class Tab:
    """A page. `problems` are errors it logged: exceptions, blocked content, failed requests."""

    socket: websockets.ClientConnection
    session: str
    problems: list[str] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(10))
    _answers: dict[int, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    _loaded: asyncio.Event = field(default_factory=asyncio.Event)
    _passed: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """One DevTools command. Raises RefusedError with the browser's own words."""
        number = next(self._ids)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        request = {"id": number, "method": method, "params": parameters, "sessionId": self.session}
        await self.socket.send(json.dumps(request))
        async with asyncio.timeout(_PATIENCE_S):
            told = await answer
        if "error" in told:
            raise RefusedError(f"{method}: {told['error']['message']}")
        result: dict[str, Any] = told["result"]
        return result

    async def go(self, url: str) -> None:
        """Open an address and wait until it is loaded."""
        self._loaded.clear()
        told = await self.call("Page.navigate", url=url)
        if told.get("errorText"):
            raise RefusedError(f"{url}: {told['errorText']}")
        if told.get("loaderId"):
            async with asyncio.timeout(_PATIENCE_S):
                await self._loaded.wait()

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression gives, promises awaited."""
        told = await self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in told:
            details = told["exceptionDetails"]
            raise RefusedError(details.get("exception", {}).get("description", details["text"]))
        return told["result"].get("value")

    async def until(self, condition: str) -> Any:
        """Look until an expression is true; its value. Raises TimeoutError naming it."""
        guarded = f"(() => {{ try {{ return ({condition}); }} catch {{ return null; }} }})()"
        try:
            async with asyncio.timeout(_PATIENCE_S):
                while True:
                    if found := await self.value(f"(is => is instanceof Node || is)({guarded})"):
                        return found
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise TimeoutError(f"{condition}; problems: {self.problems}") from None

    async def hold(self) -> None:
        """Stop the page's clock; `passes` moves it on. What comes by the network still comes."""
        await self.call("Emulation.setVirtualTimePolicy", policy="pause")

    async def passes(self, seconds: float) -> None:
        """So much time passes for the page, at once, every timer in its turn."""
        self._passed.clear()
        await self.call("Emulation.setVirtualTimePolicy", policy="advance", budget=seconds * 1000)
        async with asyncio.timeout(_PATIENCE_S):
            await self._passed.wait()

    async def size(self, width: int, height: int, scale: float = 1.0) -> None:
        """Give the page this many CSS pixels, each `scale` pixels of the picture wide."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=False,
        )

    async def prefer(self, **features: str) -> None:
        """What the system prefers, such as `color_scheme="dark"`, `reduced_motion="reduce"`."""
        wanted = [
            {"name": f"prefers-{key.replace('_', '-')}", "value": value} for key, value in features.items()
        ]
        await self.call("Emulation.setEmulatedMedia", features=wanted)

    async def picture(self, *, clear: bool = False) -> bytes:
        """A PNG of the page; `clear`: what the page does not paint stays transparent."""
        if clear:
            none = {"r": 0, "g": 0, "b": 0, "a": 0}
            await self.call("Emulation.setDefaultBackgroundColorOverride", color=none)
        told = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(told["data"])

    async def press(self, key: str, *, shift: bool = False, text: str = "") -> None:
        """Press and release a key."""
        codes = {"Enter": 13, "Tab": 9, "Escape": 27, " ": 32}
        key_event = {
            "key": key,
            "code": {" ": "Space"}.get(key, key),
            "windowsVirtualKeyCode": codes[key],
            "modifiers": 8 if shift else 0,
        }
        typed = text or {"Enter": "\r", " ": " "}.get(key, "")
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=typed, **key_event)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **key_event)

    async def write(self, text: str) -> None:
        """Type a text where the focus is."""
        await self.call("Input.insertText", text=text)

    async def click(self, selector: str) -> None:
        """Click the middle of an element with the mouse."""
        looking = """(() => {
            const element = document.querySelector(%s);
            element.scrollIntoView({block: 'center'});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        })()"""
        box = await self.value(looking % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            await self.call(
                "Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1
            )

    async def hears(self) -> None:
        """Take what the browser says, until the connection ends."""
        async for line in self.socket:
            told = json.loads(line)
            if (answer := self._answers.pop(told.get("id", 0), None)) is not None:
                if not answer.done():
                    answer.set_result(told)
            elif told.get("sessionId") == self.session:
                self._happened(told["method"], told["params"])

    def _happened(self, method: str, told: dict[str, Any]) -> None:
        match method:
            case "Page.loadEventFired":
                self._loaded.set()
            case "Emulation.virtualTimeBudgetExpired":
                self._passed.set()
            case "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                self.problems.append(details.get("exception", {}).get("description", details["text"]))
            case "Runtime.consoleAPICalled" if told["type"] in {"error", "warning", "assert"}:
                self.problems.append(" ".join(str(each.get("value", "")) for each in told["args"]))
            case "Log.entryAdded" if told["entry"]["level"] in {"error", "warning"}:
                entry = told["entry"]
                self.problems.append(f"{entry['text']} {entry.get('url', '')}".strip())


@dataclass(frozen=True)
class Browser:
    """A running Chromium; `address` is its DevTools WebSocket."""

    address: str

    @asynccontextmanager
    async def tab(self, width: int = 1920, height: int = 1080) -> AsyncIterator[Tab]:
        """A new tab that shares nothing with others."""
        async with websockets.connect(self.address, max_size=None) as socket:
            context = await _asked(socket, 1, "Target.createBrowserContext", disposeOnDetach=True)
            target = await _asked(socket, 2, "Target.createTarget", url="about:blank", **context)
            attached = await _asked(socket, 3, "Target.attachToTarget", flatten=True, **target)
            tab = Tab(socket, attached["sessionId"])
            hearing = asyncio.create_task(tab.hears())
            try:
                for domain in ("Page", "Runtime", "Log", "Network"):
                    await tab.call(f"{domain}.enable")
                await tab.size(width, height)
                yield tab
            finally:
                hearing.cancel()
                await asyncio.gather(hearing, return_exceptions=True)


async def _asked(
    socket: websockets.ClientConnection, number: int, method: str, **parameters: object
) -> dict[str, Any]:
    await socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
    while True:
        told = json.loads(await socket.recv())
        if told.get("id") == number:
            if "error" in told:
                raise RefusedError(f"{method}: {told['error']['message']}")
            result: dict[str, Any] = told["result"]
            return result


@contextmanager
def running(folder: Path) -> Iterator[Browser]:
    """A Chromium with its data in `folder`. Raises FileNotFoundError where there is none."""
    path = shutil.which(PROGRAM)
    if path is None:
        raise FileNotFoundError(f"{PROGRAM} is not installed: apt-get install {PROGRAM}")
    told = folder / "DevToolsActivePort"
    with (folder / "chromium.log").open("wb") as log:
        process = subprocess.Popen(
            [path, *_FLAGS, f"--user-data-dir={folder}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        wait_until(lambda: told.exists() and told.read_text().count("\n") > 0, f"Chromium; see {log.name}")
        port = told.read_text().split("\n", 1)[0]
        version = httpx.get(f"http://127.0.0.1:{port}/json/version", timeout=_PATIENCE_S).json()
        yield Browser(version["webSocketDebuggerUrl"])
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
