"""Makes the pictures of her window's manners: `python -m tests.manners_pictures FOLDER`.

Her real window on a real X server: plain, mirrored, half seen, small, on a key colour, without a compositor, and with
a speech bubble in every corner of the desktop, dark and light.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests import stage as stages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.avatar.manners import Manners

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "assets" / "avatar" / "vesper" / "vesper.model3.json"
SKIES = {"dark": "dusk", "light": "day"}
SHORT = "There you are!"
LONG = (
    "I kept your seat warm and the moon out of your eyes. Tell me everything, beginning with the part you were "
    "going to leave out."
)
GERMAN = "Bildschirmaufnahmesteuerungsszenenumschaltungstaste gedrückt, und schon ist Feierabend."
CORNERS = {
    "top_left": (0, 0, SHORT),
    "top_right": (880, 0, LONG),
    "low_left": (0, 300, GERMAN),
    "low_right": (880, 300, LONG),
}
_SETTLED_S, _DRAWN_S = 1.2, 0.4


def main() -> None:
    """All pictures, with and without a compositor in a process each: Qt keeps to one screen."""
    folder = Path(sys.argv[1]).resolve()
    if len(sys.argv) > 2:  # folder and kind
        _on_screen(folder, sys.argv[2])
        return
    folder.mkdir(parents=True, exist_ok=True)
    for kind in ("composited", "bare"):
        argv = [sys.executable, "-m", "tests.manners_pictures", str(folder), kind]
        subprocess.run(argv, cwd=ROOT, check=True, timeout=300)


def _on_screen(folder: Path, kind: str) -> None:
    with stages.screen(compositor=kind == "composited") as screen, tempfile.TemporaryDirectory() as cache:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtWidgets import QApplication

        app = QApplication(["vesper"])
        pictures = Pictures(app, screen, folder, Path(cache))
        (pictures.composited if kind == "composited" else pictures.bare)()
        pictures.close()
        app.shutdown()


class Pictures:
    """Her window, a bubble beside her, and a sky behind them."""

    def __init__(self, app: QApplication, screen: stages.Screen, folder: Path, cache: Path) -> None:
        from app.avatar.placement import Placement
        from app.avatar.window import AvatarWindow, Sources
        from app.bubble.window import BubbleWindow
        from app.look.theme import DARK, LIGHT
        from models.sound import Playhead
        from tests.wallpaper import Wallpaper

        self._app, self._screen, self._folder = app, screen, folder
        self._looks = {"dark": DARK, "light": LIGHT}
        self._walls = {look: Wallpaper(sky) for look, sky in SKIES.items()}
        self._walls["dark"].show()
        sources = Sources(MODEL, MODEL.with_name("still.png"), cache)
        self.her = AvatarWindow(sources, Playhead, Placement(440, 200), lambda: 0.5)
        self.her.show()
        self.bubble = BubbleWindow(DARK)
        self.bubble.wear(see_through=self.her.composited, fades=False)

    def composited(self) -> None:
        """What there is with a compositor."""
        from app.avatar.manners import Manners

        for name, manners in (
            ("plain", Manners()),
            ("mirrored", Manners(flipped=True)),
            ("half_seen", Manners(opacity=0.5)),
            ("key_colour", Manners(key_colour="#00ff00")),
            ("streaming_look", Manners(fixed_scale=1.2)),
        ):
            self._wear(manners)
            self._take(name)
        self._wear(Manners())
        self._bubbles()

    def bare(self) -> None:
        """What there is without one."""
        from app.avatar.manners import Manners

        for name, manners in (("bare", Manners()), ("bare_key_colour", Manners(key_colour="#ff00ff"))):
            self._wear(manners)
            self._take(name)
        self._wear(Manners())
        for look in self._looks:
            self._speak(look, LONG)
            self._take(f"bare_bubble_{look}")

    def close(self) -> None:
        """Take everything down."""
        self.bubble.destroy()
        self.her.close()
        for wall in self._walls.values():
            wall.close()

    def _bubbles(self) -> None:
        from app.avatar.placement import Placement

        for look, other in (("dark", "light"), ("light", "dark")):
            self._walls[look].show()
            self._walls[other].hide()
            for corner, (x, y, text) in CORNERS.items():
                self.her.place(Placement(x, y))
                self._wait(_SETTLED_S)
                self._speak(look, text)
                self._take(f"bubble_{corner}_{look}")

    def _speak(self, look: str, text: str) -> None:
        self.bubble.leave(at_once=True)
        self.bubble.set_look(self._looks[look])
        self.bubble.show_words(text, self.her.head, self._app.primaryScreen().availableGeometry())

    def _wear(self, manners: Manners) -> None:
        self.her.wear(manners)
        self._wait(_SETTLED_S)

    def _take(self, name: str) -> None:
        self._wait(_DRAWN_S)
        self._screen.picture(self._folder / f"{name}.png")

    def _wait(self, span_s: float) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(round(span_s * 1000))


if __name__ == "__main__":
    main()
