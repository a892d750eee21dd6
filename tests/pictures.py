"""Makes the pictures of the README: `python -m tests.pictures` (real program, real screen)."""

from __future__ import annotations

import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests import stage as stages
from tests.e2e.companion import ROOT, Companion, companion
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


_PRESETS = ("chill", "hype", "sensual")
_GREETING = "Hello there"
_HER = (600, 110, 1280, 800)
_PANEL_PX, _PLATE_PX, _LINE_LETTERS = 400, 92, 36


def main() -> None:
    """The desktop with her and the chat, by evening and by day, and how three of her personalities greet."""
    OUT.mkdir(parents=True, exist_ok=True)
    with stages.screen() as screen, stages.sound() as sound, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sky in ("dusk", "day"):
            with running(screen, sound, folder / sky, sky, _SETTINGS) as vesper:
                for line in _TALK[:-1]:
                    vesper.answer(vesper.write(screen, line))
                _speaking(vesper, screen, _TALK[-1])
                keep(screen.picture(folder / "x.png"), f"desktop_{sky}.png")
        side_by_side([_greeting(screen, sound, folder, preset) for preset in _PRESETS], "presets.png")


@contextmanager
def running(
    screen: Screen, sound: Sound, folder: Path, sky: str, settings: str, *argv: str
) -> Iterator[Companion]:
    """Vesper under a sky, with a tray, ready to talk."""
    folder.mkdir()
    env = screen.env | {
        k: v for k, v in sound.env.items() if k.startswith("PULSE_") or k == "XDG_RUNTIME_DIR"
    }
    env["VESPER_SEED"] = "3"
    background = (sys.executable, "-m", "tests.wallpaper", sky)
    with (
        program(*background, env=env, log=folder / "wall.log"),
        screen.tray_host(),
        companion(env, folder, *argv, settings=settings) as vesper,
    ):
        yield vesper.ready("mind", "voice", "microphone")


def _speaking(vesper: Companion, screen: Screen, line: str) -> int:
    """Say a line to her and wait until she answers with an open mouth; the mark before it."""
    since = vesper.write(screen, line)
    vesper.wait_for("Speaking", since)
    mark = time.monotonic() + 0.9  # the face has settled
    wait_until(lambda: any(f["open"] > 0.5 and f["at_s"] > mark for f in vesper.frames()[-3:]), "her mouth")
    return since


def _greeting(screen: Screen, sound: Sound, folder: Path, preset: str) -> Image.Image:
    """One of her answering a greeting, with her words below."""
    settings = _SETTINGS.replace("[character]", f'[character]\npreset = "{preset}"')
    with running(screen, sound, folder / preset, "dusk", settings) as vesper:
        since = _speaking(vesper, screen, _GREETING)
        picture = screen.picture(folder / "x.png")
        answer = vesper.answer(since)
    return panel(picture, preset, answer)


def panel(picture: Path, title: str, text: str) -> Image.Image:
    """Her part of a picture of the screen, with a title and words below."""
    with Image.open(picture) as image:
        her = image.convert("RGB").crop(_HER)
    height = round(her.height * _PANEL_PX / her.width)
    made = Image.new("RGB", (_PANEL_PX, height + _PLATE_PX), "#2a1f5c")
    made.paste(her.resize((_PANEL_PX, height), Image.Resampling.LANCZOS))
    words = "\n".join([title.upper(), *textwrap.wrap(text, _LINE_LETTERS)])
    middle = (_PANEL_PX / 2, height + _PLATE_PX / 2)
    pen = ImageDraw.Draw(made)
    pen.multiline_text(
        middle, words, fill="#f6f1ff", font=ImageFont.load_default(15), anchor="mm", align="center", spacing=6
    )
    return made


def side_by_side(panels: list[Image.Image], name: str) -> None:
    """The panels in a row, kept as `name`."""
    sheet = Image.new("RGB", (sum(one.width for one in panels), panels[0].height))
    for n, one in enumerate(panels):
        sheet.paste(one, (n * one.width, 0))
    sheet.save(OUT / name, optimize=True)


def keep(picture: Path, name: str) -> None:
    """Keep a picture of the whole screen as `name`."""
    with Image.open(picture) as image:
        image.convert("RGB").save(OUT / name, optimize=True)


if __name__ == "__main__":
    main()
