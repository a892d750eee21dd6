"""Makes the pictures of a show: `python -m tests.show_pictures` (real program, real screen, the recorded hour)."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from PIL import Image

from tests import stage as stages
from tests.e2e.companion import ROOT, Companion
from tests.pictures import keep, panel, running, side_by_side
from tests.stage import Screen

_SHOW = ROOT / "assets" / "stream" / "demo_show.jsonl"
_SPEED = "12"
_SETTINGS = """
[window]
x = 640
y = 160
scale = 1.25
"""
_HER_MIDDLE = (940, 480)
_MOMENTS = (
    ("raid", "CaptainOkra raids"),
    ("donation", "Money for the fox"),
    ("sub", "A new subscriber"),
)


def main() -> None:
    """The desk of a streamer in mid show, and three moments of it."""
    with stages.screen() as screen, stages.sound() as sound, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        argv = ("replay", str(_SHOW), "--speed", _SPEED)
        with running(screen, sound, folder / "show", "dusk", _SETTINGS, *argv) as vesper:
            _open_stream_window(screen)
            panels: list[Image.Image] = []
            for kind, title in _MOMENTS:
                words = _answering(vesper, kind)
                picture = screen.picture(folder / "x.png")
                panels.append(panel(picture, title, words))
                if kind == "raid":
                    keep(picture, "show_desktop.png")
        side_by_side(panels, "show_moments.png")


def _open_stream_window(screen: Screen) -> None:
    """By her menu, as a user would."""
    screen.xdotool("mousemove", *map(str, _HER_MIDDLE), "click", "3")
    time.sleep(1.0)
    screen.xdotool("key", "s")
    time.sleep(1.0)
    window = screen.xdotool("search", "--onlyvisible", "--name", "Stream").split()[-1]
    screen.xdotool("windowmove", window, "60", "80")


def _answering(vesper: Companion, kind: str) -> str:
    """Wait until her answer to something of this kind is heard; her words."""
    since = vesper.mark()
    reply: dict[str, Any] = {}
    while (reply.get("reaction") or {}).get("kind") != kind:
        reply = vesper.wait_for("Reply", since, 240)
        since = vesper.history().index(reply) + 1
    vesper.wait_for("Speaking", since, turn=reply["turn"])
    time.sleep(1.2)
    shown = [
        entry["text"]
        for entry in vesper.of("Show", since, who="her")
        if entry["key"] == f"reply-{reply['turn']}"
    ]
    return str(shown[-1])


if __name__ == "__main__":
    main()
