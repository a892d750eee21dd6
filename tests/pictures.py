"""Makes the pictures of the README: `python -m tests.pictures` (real program, real screen)."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from tests import stage as stages
from tests.e2e.companion import ROOT, companion
from tests.stage import Screen, Sound, program, wait_until

OUT = ROOT / "assets" / "docs"
_TALK = ("Hello there", "I am so tired today", "Tell me a joke")
_SETTINGS = """
[character]
streamer_name = "Sam"
[chat]
visible = true
x = 90
y = 70
width = 440
height = 640
[window]
x = 640
y = 160
scale = 1.25
"""


def main() -> None:
    """The desktop with her and the chat, by evening and by day, and who she can be."""
    OUT.mkdir(parents=True, exist_ok=True)
    with stages.screen() as screen, stages.sound() as sound, tempfile.TemporaryDirectory() as folder:
        for sky, settings in (("dusk", _SETTINGS), ("day", _SETTINGS)):
            _desktop(screen, sound, Path(folder), sky, settings)


def _desktop(screen: Screen, sound: Sound, folder: Path, sky: str, settings: str) -> None:
    env = screen.env | {
        k: v for k, v in sound.env.items() if k.startswith("PULSE_") or k == "XDG_RUNTIME_DIR"
    }
    background = (sys.executable, "-m", "tests.wallpaper", sky)
    with (
        program(*background, env=env, log=folder / "wall.log"),
        screen.tray_host(),
        companion(env, folder / sky, settings=settings) as vesper,
    ):
        vesper.ready("mind", "voice", "microphone")
        for line in _TALK[:-1]:
            vesper.answer(vesper.write(screen, line))
        since = vesper.write(screen, _TALK[-1])
        vesper.wait_for("Speaking", since)
        mark = time.monotonic() + 0.9  # the face has settled
        wait_until(
            lambda: any(f["open"] > 0.5 and f["at_s"] > mark for f in vesper.frames()[-3:]), "her mouth"
        )
        _keep(screen.picture(folder / f"{sky}.png"), f"desktop_{sky}.png")
        if sky == "dusk":
            vesper.wait_for("Perform", since, phase="idle")
            _open_personalities(screen)
            _keep(screen.picture(folder / "menu.png"), "personalities.png", crop=(600, 110, 1280, 800))


def _open_personalities(screen: Screen) -> None:
    """Her menu, at its Personality line."""
    her = screen.xdotool("search", "--onlyvisible", "--name", "^Vesper$").split()[-1]
    screen.xdotool("mousemove", "--window", her, "60", "120")
    screen.xdotool("click", "3")
    time.sleep(1.0)  # menus fade in
    screen.xdotool("key", "p")
    time.sleep(1.0)


def _keep(picture: Path, name: str, crop: tuple[int, int, int, int] | None = None) -> None:
    with Image.open(picture) as image:
        image.convert("RGB").crop(crop or (0, 0, *image.size)).save(OUT / name, optimize=True)


if __name__ == "__main__":
    main()
