"""What API.md shows is true: its commands run, and its table of frames is whole."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.status import Status
from models.studio import Studio
from tests.workers.api.core import Core
from tests.workers.api.serving import TOKEN, World, serving
from workers.api.server import Limits
from workers.api.telling import ALL

PAGE = (Path(__file__).parents[3] / "API.md").read_text(encoding="utf-8")
HERE = "http://127.0.0.1:4003"


@dataclass
class Curl:
    """A curl command, as far as the page uses curl."""

    url: str = ""
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None

    @classmethod
    def of(cls, command: str) -> Curl:
        call, words = cls(), iter(shlex.split(command)[1:])
        for word in words:
            match word:
                case "-X":
                    call.method = next(words)
                case "-H":
                    name, _, value = next(words).partition(": ")
                    call.headers[name] = value.replace("TOKEN", TOKEN)
                case "-d":
                    call.method, call.body = "POST", next(words)
                case _:
                    call.url = word
        return call


CALLS = [Curl.of(line) for line in PAGE.splitlines() if line.startswith("curl ")]


async def test_every_command_of_the_page_is_carried_out() -> None:
    on_air = Studio(connected=True, scene="Live", scenes=("Live", "BRB"))
    world = World(Status(0.0, name="Vesper Astra", studio=on_air))
    async with serving(
        world, her=Core(), limits=Limits(settings_s=0.05, studio_s=0.05, answer_s=0.05)
    ) as served:
        for call in CALLS:
            path = call.url.removeprefix(HERE)
            answer = await served.http.request(call.method, path, headers=call.headers, content=call.body)
            away = call.body and (path == "/persona" or (path == "/chat/respond" and "username" in call.body))
            assert answer.status_code in ({504} if away else {200, 202}), (path, answer.text)


async def test_every_endpoint_is_on_the_page() -> None:
    async with serving() as served:
        described = (await served.http.get("/openapi.json")).json()["paths"]
    shown = {(call.method.lower(), call.url.removeprefix(HERE)) for call in CALLS}
    shown = {(method, re.sub(r"/toggle/\w+", "/toggle/{part}", path)) for method, path in shown}
    assert shown == {(method, path) for path, calls in described.items() for method in calls}


def test_every_type_of_frame_is_on_the_page() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == ALL


@pytest.mark.parametrize(
    "figure",
    ["64 KiB", "20 changes a second", "64 connections", "10 seconds", "180 s", "60 s", "15 a second"],
)
def test_the_limits_of_the_page_are_those_of_the_code(figure: str) -> None:
    limits = Limits()
    assert figure in PAGE
    assert {
        "64 KiB": limits.body_bytes // 1024 == limits.frame_bytes // 1024 == 64,
        "20 changes a second": limits.rate_hz == 20,
        "64 connections": limits.connections == 64,
        "10 seconds": limits.head_s == limits.body_s == 10,
        "180 s": limits.say_s == 180,
        "60 s": limits.answer_s == 60,
        "15 a second": limits.pose_s == 1 / 15,
    }[figure]
