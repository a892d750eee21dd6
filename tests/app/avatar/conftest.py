"""She on a real X server: a window, the desktop behind it, and a way to wait for frames."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.avatar.placement import Placement
from app.avatar.window import AvatarWindow, Sources
from models.sound import Playhead
from tests.stage import Screen

VESPER = Path(__file__).parents[3] / "assets" / "avatar" / "vesper"
Pixels = NDArray[np.uint8]


class Her:
    """An avatar window with a playhead tests can move, and what became of its signals."""

    def __init__(self, qtbot: QtBot, model: Path, cache: Path, placement: Placement | None) -> None:
        self._qtbot = qtbot
        self.head = Playhead()
        still = cache / "still.png"
        Image.new("RGBA", (80, 100), (200, 40, 60, 255)).save(still)
        self.window = AvatarWindow(Sources(model, still, cache), lambda: self.head, placement)
        self.notices: list[str] = []
        self.placements: list[Placement] = []
        self.pokes: list[str] = []
        self.window.notice.connect(self.notices.append)
        self.window.moved_or_scaled.connect(self.placements.append)
        self.window.poked.connect(self.pokes.append)
        self.felt: list[str] = []
        self.window.grabbed.connect(lambda: self.felt.append("grabbed"))
        self.window.dropped.connect(lambda: self.felt.append("dropped"))
        self.window.petted.connect(lambda: self.felt.append("petted"))

    def show(self) -> None:
        self.window.show()
        self.wait(lambda: self.window.frames > 2 or bool(self.notices))

    def wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=20_000)


@pytest.fixture(scope="session")
def avatar_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def her(qtbot: QtBot, screen: Screen, avatar_cache: Path) -> Iterator[Her]:
    made = Her(qtbot, VESPER / "vesper.model3.json", avatar_cache, Placement(100, 100))
    yield made
    made.window.close()


@pytest.fixture
def make_her(qtbot: QtBot, screen: Screen, tmp_path: Path) -> Iterator[Callable[..., Her]]:
    made: list[Her] = []

    def make(model: Path, placement: Placement | None = Placement(100, 100)) -> Her:
        made.append(Her(qtbot, model, tmp_path, placement))
        return made[-1]

    yield make
    for one in made:
        one.window.close()


@pytest.fixture
def copied_model(tmp_path: Path) -> Path:
    """A copy of her model that a test may damage."""
    folder = tmp_path / "model"
    shutil.copytree(VESPER, folder)
    return folder / "vesper.model3.json"


class Desktop(QWidget):
    """A desktop of one colour, beneath every window; a compositor paints no root window."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDesktop)
        self.setGeometry(0, 0, 1280, 800)
        self.paint(colour)

    def paint(self, colour: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colour))
        self.setPalette(palette)


@pytest.fixture
def desktop(qtbot: QtBot, screen: Screen) -> Iterator[Desktop]:
    made = Desktop("#30a060")
    made.show()
    qtbot.waitUntil(lambda: bool((shot(screen, made)[5, 5] == (0x30, 0xA0, 0x60)).all()), timeout=10_000)
    yield made
    made.close()


def shot(screen: Screen, widget: QWidget | None = None) -> Pixels:
    """The screen as RGB, (height, width, 3)."""
    QApplication.processEvents()
    path = screen.picture(screen.folder / "shot.png")
    return np.asarray(Image.open(path).convert("RGB"))
