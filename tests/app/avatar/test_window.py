from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.avatar.live import Live
from app.avatar.placement import Placement
from models.commands import Perform
from models.performance import Pose
from models.sound import Playhead
from models.visemes import Mouth, MouthTrack, Viseme, VisemeSpan, mouth_at
from tests.app.avatar.conftest import VESPER, Desktop, Her, Pixels, shot
from tests.stage import Screen

AA = MouthTrack(2.0, (VisemeSpan(Viseme.AA, 0.0, 2.0),))


def live(her: Her) -> Live:
    assert her.window._live is not None
    return her.window._live


def rgba(picture: QImage) -> Pixels:
    picture = picture.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    pixels = np.frombuffer(picture.constBits(), np.uint8).copy()
    return pixels.reshape(picture.height(), picture.bytesPerLine() // 4, 4)[:, : picture.width()]


def freeze(her: Her) -> Pixels:
    """Stop her in a frame that is on the screen; the frame."""
    live(her)._clock.stop()
    picture = live(her).stage.show_frame(keep=True)
    assert picture is not None
    return rgba(picture)


def on_screen(screen: Screen, her: Her) -> Pixels:
    place = her.window.placement.rect
    return shot(screen)[place.y() : place.y() + place.height(), place.x() : place.x() + place.width()]


def after(her: Her, frames: int) -> None:
    """Wait for so many frames."""
    enough = her.window.frames + frames
    her.wait(lambda: her.window.frames >= enough)


def window_id(her: Her) -> int:
    assert her.window._window is not None
    return int(her.window._window.winId())


def test_she_is_drawn(her: Her) -> None:
    her.show()
    frame = freeze(her)
    drawn = (frame[..., 3] > 0).mean()
    assert 0.15 < drawn < 0.6
    assert len(np.unique(frame[frame[..., 3] == 255][:, :3], axis=0)) > 200


def test_empty_pixels_are_the_desktop_and_opaque_ones_are_hers(
    qtbot: QtBot, screen: Screen, desktop: Desktop, her: Her
) -> None:
    her.show()
    for colour in ((0x30, 0xA0, 0x60), (0xFF, 0xFF, 0xFF), (0x08, 0x08, 0x10)):
        desktop.paint("#{:02x}{:02x}{:02x}".format(*colour))
        frame = freeze(her)
        alpha = frame[..., 3]

        def as_composited(colour: tuple[int, ...] = colour, frame: Pixels = frame) -> bool:
            seen = on_screen(screen, her)
            return bool((seen[2, 2] == colour).all()) and bool(
                (seen[frame[..., 3] == 255] == frame[frame[..., 3] == 255][:, :3]).all()
            )

        qtbot.waitUntil(as_composited, timeout=10_000)
        seen = on_screen(screen, her)
        assert (seen[alpha == 0] == colour).all()
        rim = (alpha > 0) & (alpha < 255)
        assert rim.sum() > 500
        share = (255 - alpha[rim].astype(float))[:, None] / 255
        expected = frame[rim][:, :3] + share * np.array(colour)
        assert np.abs(seen[rim] - expected).max() <= 2


def test_nothing_she_wears_or_does_touches_the_edge_of_her_window(her: Her) -> None:
    her.show()
    for expression in ("sad", "surprised", "cat_face", "sleepy"):
        her.window.perform(Perform("idle", expression))
        after(her, 25)
        alpha = freeze(her)[..., 3]
        live(her).wake()
        assert max(alpha[0].max(), alpha[:, 0].max(), alpha[:, -1].max()) == 0, expression


def test_faces_differ_at_a_glance(her: Her) -> None:
    her.show()
    faces = []
    for expression in ("idle", "angry", "love"):
        her.window.perform(Perform("idle", expression))
        after(her, 25)
        faces.append(freeze(her).astype(int))
        live(her).wake()
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert (np.abs(faces[one] - faces[other]).max(axis=2) > 40).mean() > 0.005


def test_the_mouth_follows_the_playhead(her: Her, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    trace = tmp_path / "trace.jsonl"
    monkeypatch.setenv("VESPER_TRACE", str(trace))
    her.show()
    her.window.set_track(3, 0, AA)
    her.window.perform(Perform("speaking", "idle"))
    her.head = Playhead(turn=3, n=0, position_s=0.5, at_s=monotonic())
    lines = [json.loads(line) for line in trace.read_text().splitlines()]
    assert all(line["open"] == 0.0 for line in lines)
    talking = mouth_at(AA, 0.8).open
    assert talking > 0.3
    her.wait(lambda: abs(json.loads(trace.read_text().splitlines()[-1])["open"] - talking) < 0.05)
    her.window.cut(3)
    frames = her.window.frames
    her.wait(lambda: her.window.frames > frames + 2)
    assert json.loads(trace.read_text().splitlines()[-1])["open"] == 0.0
    her.head = Playhead()
    fields = {"at_s", "open", "form", "a", "i", "u", "e", "o", "expression", "fps"}
    assert all(set(json.loads(line)) == fields for line in trace.read_text().splitlines())


def test_an_open_mouth_is_drawn_open(her: Her) -> None:
    her.show()
    freeze(her)
    body, pictures = live(her), []
    for _ in range(60):  # hair and tail come to rest
        body._figure.act(Pose(speech=1.0), 0.1)
    for mouth in (Mouth(), Mouth(open=1.0, a=1.0)):
        body._figure.act(Pose(mouth=mouth, speech=1.0), 0.0)
        pictures.append(rgba(body.stage.picture()).astype(int))
    height = pictures[0].shape[0]
    where = np.argwhere(np.abs(pictures[0] - pictures[1]).max(axis=2) > 60)
    assert len(where) > 30
    assert (np.abs(where[:, 0] / height - 0.6) < 0.1).mean() > 0.95


def test_dragging_moves_her_and_tells_where_to(screen: Screen, her: Her) -> None:
    her.show()
    start = her.window.placement
    x, y = start.x + 190, start.y + 330
    screen.xdotool("mousemove", str(x), str(y), "mousedown", "1")
    for step in range(1, 11):
        screen.xdotool("mousemove", str(x + 12 * step), str(y + 6 * step))
    her.wait(lambda: her.window.placement == replace(start, x=start.x + 120, y=start.y + 60))
    assert live(her).held
    screen.xdotool("mouseup", "1")
    her.wait(lambda: bool(her.placements))
    assert her.placements == [replace(start, x=start.x + 120, y=start.y + 60)]
    assert not live(her).held
    assert not her.pokes


def test_the_wheel_scales_her_around_the_cursor_within_limits(screen: Screen, her: Her) -> None:
    her.show()
    point = QPoint(290, 400)
    screen.xdotool("mousemove", "290", "400", "click", "4")
    her.wait(lambda: her.window.placement.scale > 1.05)
    place = her.window.placement.rect
    share = (point.x() - place.x()) / place.width(), (point.y() - place.y()) / place.height()
    assert share == pytest.approx((190 / 400, 300 / 500), abs=0.01)
    screen.xdotool("click", "--repeat", "40", "--delay", "5", "5")
    her.wait(lambda: her.window.placement.scale == 0.25)
    her.wait(lambda: live(her).stage.size().width() == 100)
    assert her.placements[-1] == her.window.placement


def test_taps_are_told_and_answered(screen: Screen, her: Her) -> None:
    her.show()
    for n, y in enumerate((280, 480), start=1):
        screen.xdotool("mousemove", "285", str(y), "click", "1")
        her.wait(partial(lambda n: len(her.pokes) == n, n))
        her.wait(lambda: not live(her)._figure.puppet.motion_over)
    assert her.pokes == ["Head", "Body"]


def test_double_click_and_right_click_ask_for_chat_and_menu(qtbot: QtBot, screen: Screen, her: Her) -> None:
    her.show()
    with qtbot.waitSignal(her.window.chat_requested, timeout=10_000):
        screen.xdotool("mousemove", "280", "480", "click", "--repeat", "2", "--delay", "40", "1")
    with qtbot.waitSignal(her.window.menu_requested, timeout=10_000) as asked:
        screen.xdotool("click", "3")
    assert asked.args == [QPoint(280, 480)]


class Below(QWidget):
    pressed = 0

    def mousePressEvent(self, _event: object) -> None:  # noqa: N802  # Qt's name
        self.pressed += 1


def test_clicks_beside_her_reach_what_is_behind(qtbot: QtBot, screen: Screen, her: Her) -> None:
    behind = Below()
    behind.setGeometry(80, 80, 460, 560)
    qtbot.addWidget(behind)
    behind.show()
    qtbot.waitExposed(behind)
    her.show()
    frames = her.window.frames
    her.wait(lambda: her.window.frames > frames + 8)
    screen.xdotool("mousemove", "490", "110", "click", "1")
    her.wait(lambda: behind.pressed == 1)
    screen.xdotool("mousemove", "290", "480", "click", "1")
    her.wait(lambda: bool(her.pokes))
    assert behind.pressed == 1


def test_she_never_takes_the_focus(qtbot: QtBot, screen: Screen, her: Her) -> None:
    other = QWidget()
    other.setGeometry(700, 100, 200, 200)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitActive(other)
    her.show()
    screen.xdotool("mousemove", "280", "480", "click", "1")
    her.wait(lambda: bool(her.pokes))
    assert int(screen.xdotool("getactivewindow")) == int(other.winId())


def test_title_class_and_lists(screen: Screen, her: Her) -> None:
    her.show()
    argv = ["xprop", "-id", str(window_id(her)), "WM_CLASS", "_NET_WM_NAME", "_NET_WM_STATE"]

    def properties() -> str:
        return subprocess.run(argv, env=screen.env, check=True, capture_output=True).stdout.decode()

    her.wait(lambda: "SKIP_TASKBAR" in properties() and "STATE_ABOVE" in properties())
    assert 'WM_CLASS(STRING) = "vesper", "vesper"' in properties()
    assert '_NET_WM_NAME(UTF8_STRING) = "Vesper"' in properties()


def test_hidden_she_draws_nothing_and_shown_again_she_goes_on(qtbot: QtBot, her: Her) -> None:
    her.show()
    her.window.hide()
    assert not her.window.visible
    qtbot.waitUntil(lambda: not live(her)._clock.running)
    frames = her.window.frames
    qtbot.wait(300)
    assert her.window.frames == frames
    her.window.show()
    her.wait(lambda: her.window.frames > frames + 2)


def test_covered_she_draws_nothing(qtbot: QtBot, her: Her) -> None:
    her.show()
    game = QWidget()
    qtbot.addWidget(game)
    game.showFullScreen()
    qtbot.waitActive(game)
    her.wait(lambda: live(her).covered)
    qtbot.waitUntil(lambda: not live(her)._clock.running)
    frames = her.window.frames
    qtbot.wait(300)
    assert her.window.frames == frames
    game.close()
    her.wait(lambda: her.window.frames > frames + 2)


@pytest.mark.parametrize(
    "asked", [Placement(5000, 4000), Placement(-3000, 50, 0.5), Placement(100, 100, 99.0)]
)
def test_a_place_off_screen_is_brought_back(make_her: Callable[..., Her], asked: Placement) -> None:
    her = make_her(VESPER / "vesper.model3.json", asked)
    her.show()
    area = QGuiApplication.primaryScreen().availableGeometry()
    place = her.window.placement
    assert place.scale <= 4.0
    seen = place.rect & area
    assert seen.width() * seen.height() >= 0.3 * place.rect.width() * place.rect.height()
    her.window.place(asked)
    assert her.window.placement == place


def test_without_a_place_she_stands_at_the_bottom_right(make_her: Callable[..., Her]) -> None:
    her = make_her(VESPER / "vesper.model3.json", None)
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(her.window.placement.rect)
    assert her.window.placement.rect.bottom() == area.bottom()
    assert her.window.placement.x > area.center().x()


def _cut_off(model: Path) -> None:
    moc = model.with_name("vesper.moc3")
    moc.write_bytes(moc.read_bytes()[:5000])


def _garble(model: Path) -> None:
    moc = model.with_name("vesper.moc3")
    data = bytearray(moc.read_bytes())
    data[1000:60000] = bytes(range(256)) * 231
    moc.write_bytes(data[: moc.stat().st_size])


@pytest.mark.parametrize(
    "damage",
    [
        _cut_off,
        _garble,
        lambda model: model.write_text("not JSON"),
        lambda model: model.write_text("[1]"),
        lambda model: model.unlink(),
        lambda model: model.with_name("vesper.moc3").unlink(),
    ],
    ids=["cut moc3", "garbled moc3", "no JSON", "other JSON", "no description", "no moc3"],
)
def test_an_unreadable_model_is_a_still_picture_and_a_notice(
    screen: Screen, make_her: Callable[..., Her], copied_model: Path, damage: Callable[[Path], None]
) -> None:
    damage(copied_model)
    her = make_her(copied_model)
    firsts: list[int] = []
    her.window.first_frame.connect(lambda: firsts.append(1))
    her.window.show()
    assert len(her.notices) == 1
    assert "still picture" in her.notices[0]
    her.wait(lambda: bool((on_screen(screen, her)[400, 200] == (200, 40, 60)).all()))
    her.wait(lambda: firsts == [1])
    her.window.perform(Perform("speaking", "happy", "Wave"))
    her.window.set_track(1, 0, AA)
    her.window.cut(1)
    screen.xdotool("mousemove", "300", "500", "click", "--repeat", "1", "4")
    her.wait(lambda: her.window.placement.scale > 1.05)


def test_when_opengl_goes_away_the_still_picture_comes(screen: Screen, her: Her) -> None:
    her.show()
    live(her).lost.emit("the context was lost")
    assert len(her.notices) == 1
    her.wait(lambda: bool((on_screen(screen, her)[400, 200] == (200, 40, 60)).all()))


def test_a_live2d_loaded_after_opengl_survives(screen: Screen) -> None:
    """Mesa puts the system's C++ library into the global scope; live2d must not pick parts of it."""
    code = (
        "import os; from pathlib import Path; from PySide6.QtGui import *; app = QGuiApplication([])\n"
        "s = QOffscreenSurface(); s.create(); c = QOpenGLContext(); assert c.create() and c.makeCurrent(s)\n"
        "from app.avatar.figure import Figure; import tempfile\n"
        f"Figure(Path({str(VESPER / 'vesper.model3.json')!r}), Path(tempfile.mkdtemp())); os._exit(7)"
    )
    argv = [sys.executable, "-c", code]
    done = subprocess.run(argv, env=screen.env, cwd=VESPER.parents[2], check=False, capture_output=True)
    assert done.returncode == 7, done.stderr.decode()


def test_memory_the_blend_mode_shaders_are_left_out(her: Her) -> None:
    her.show()
    shaders = {path.name for path in (her.window._sources.cache / "live2d-shaders").rglob("*.frag")}
    assert "FragShaderSrcMask.frag" in shaders
    assert not any("Blend" in name for name in shaders)
