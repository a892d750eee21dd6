"""Her on a screen without a compositor, in a process of her own: this process's Qt is on another screen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.app.avatar.conftest import VESPER, shot
from tests.stage import Screen, program, wait_until
from tests.stage import screen as make_screen

SHOW_HER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.avatar.placement import Placement
from app.avatar.window import AvatarWindow, Sources
from models.sound import Playhead
app = QApplication(["vesper"])
model, cache = map(Path, sys.argv[1:])
her = AvatarWindow(Sources(model, model.parent / "still.png", cache), Playhead, Placement(100, 100))
her.notice.connect(lambda words: print(words, flush=True))
her.first_frame.connect(lambda: (cache / "shown").touch())
her.show()
app.exec()
"""


@pytest.fixture(scope="module")
def bare_screen() -> Iterator[Screen]:
    with make_screen(compositor=False) as bare:
        yield bare


def test_without_a_compositor_she_is_cut_to_her_outline(bare_screen: Screen, tmp_path: Path) -> None:
    bare_screen.paint_root("#30a060")
    argv = [sys.executable, "-c", SHOW_HER, str(VESPER / "vesper.model3.json"), str(tmp_path)]
    with program(*argv, env={**bare_screen.env, "PYTHONPATH": str(VESPER.parents[2])}, log=tmp_path / "log"):
        wait_until((tmp_path / "shown").exists, "the first frame")

        def cut() -> bool:
            seen = shot_of(bare_screen)
            return bool((seen[3, 3] == (0x30, 0xA0, 0x60)).all()) and bool(seen[420, 190].sum() > 0)

        wait_until(cut, "the outline")
        seen = shot_of(bare_screen)
        desktop = (seen == (0x30, 0xA0, 0x60)).all(axis=2)
        assert 0.4 < desktop.mean() < 0.8
        assert (seen == 0).all(axis=2).mean() < 0.005
        compositor = ["picom", "--backend", "xrender", "--config", "/dev/null"]
        with program(*compositor, env=bare_screen.env, log=tmp_path / "picom"):
            shape = ["xwininfo", "-name", "Vesper", "-shape"]

            def whole() -> bool:
                done = subprocess.run(shape, env=bare_screen.env, check=False, capture_output=True)
                return b"No window shape defined" in done.stdout or b"400x500+0+0" in done.stdout

            wait_until(whole, "the whole window under a compositor")


def test_without_opengl_she_is_a_still_picture(bare_screen: Screen, tmp_path: Path) -> None:
    argv = [sys.executable, "-c", SHOW_HER, str(VESPER / "vesper.model3.json"), str(tmp_path)]
    env = {**bare_screen.env, "PYTHONPATH": str(VESPER.parents[2]), "QT_XCB_GL_INTEGRATION": "none"}
    log = tmp_path / "log"
    with program(*argv, env=env, log=log):
        wait_until((tmp_path / "shown").exists, "the still picture")
        assert "still picture" in log.read_text()


def shot_of(bare: Screen) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return shot(bare)[100:600, 100:500]
