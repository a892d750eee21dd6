"""A real cursor on a real screen: stroked, carried, let go."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.avatar.live import Live
from app.avatar.placement import Placement
from models.commands import Perform
from models.performance import Pose
from tests.app.avatar.conftest import VESPER, Her
from tests.stage import Screen

HEAD = (285, 280)


def live(her: Her) -> Live:
    assert her.window._live is not None
    return her.window._live


@pytest.fixture
def poses(her: Her, monkeypatch: pytest.MonkeyPatch) -> list[Pose]:
    """Every pose she takes from now on."""
    her.show()
    taken: list[Pose] = []
    act = live(her)._figure.act

    def note(pose: Pose, dt_s: float) -> None:
        taken.append(pose)
        act(pose, dt_s)

    monkeypatch.setattr(live(her)._figure, "act", note)
    return taken


def rub(screen: Screen, qtbot: QtBot, done: Callable[[], bool], x: int, y: int) -> None:
    """Move the cursor back and forth until something is done, at most for ten seconds."""
    for n in range(100):
        if done():
            return
        for step in range(4):
            offset = 18 * (step - 2) * (1 if n % 2 else -1)
            screen.xdotool("mousemove", str(x + offset), str(y))
            qtbot.wait(30)
    pytest.fail("nothing came of it")


def test_a_stroking_cursor_is_felt_on_the_head(
    qtbot: QtBot, screen: Screen, her: Her, poses: list[Pose]
) -> None:
    rub(screen, qtbot, lambda: "petted" in her.felt, *HEAD)
    her.wait(lambda: any(pose.motion in {"Pat", "TapHead"} for pose in poses))
    assert her.felt == ["petted"]
    assert her.pokes == []
    stroked = max(i for i, pose in enumerate(poses) if pose.petted)
    her.wait(lambda: min((pose.lids for pose in poses[stroked:]), default=1.0) < 0.5)


def test_a_cursor_that_moves_below_her_head_is_not(
    qtbot: QtBot, screen: Screen, her: Her, poses: list[Pose]
) -> None:
    enough = len(poses) + 60
    rub(screen, qtbot, lambda: len(poses) > enough, HEAD[0], 480)
    assert her.felt == []


def test_carried_and_let_go(screen: Screen, her: Her, poses: list[Pose]) -> None:
    screen.xdotool("mousemove", "290", "430", "mousedown", "1")
    for step in range(1, 9):
        screen.xdotool("mousemove", str(290 + 14 * step), "430")
    her.wait(lambda: her.felt == ["grabbed"])
    her.wait(lambda: any(pose.body_z != 0.0 and pose.touched for pose in poses))
    held = len(poses)
    swings = {"Swing"} & live(her)._figure.puppet.motions
    her.wait(lambda: not swings or any(pose.motion == "Swing" for pose in poses))
    screen.xdotool("mouseup", "1")
    her.wait(lambda: her.felt == ["grabbed", "dropped"])
    lands = {"Land"} & live(her)._figure.puppet.motions
    her.wait(lambda: not lands or any(pose.motion == "Land" for pose in poses[held:]))
    assert her.pokes == []


def test_a_still_picture_feels_hands_too(screen: Screen, make_her: Callable[..., Her]) -> None:
    her = make_her(VESPER / "nothing.model3.json", Placement(100, 100))
    her.window.show()
    her.wait(lambda: bool(her.notices) and her.window.visible)
    screen.xdotool("mousemove", "300", "400", "mousedown", "1")
    for step in range(1, 5):
        screen.xdotool("mousemove", str(300 + 10 * step), "400")
    screen.xdotool("mouseup", "1")
    her.wait(lambda: her.felt == ["grabbed", "dropped"])


def test_a_model_with_nothing_but_a_body_takes_it_all(
    qtbot: QtBot, screen: Screen, avatar_cache: Path, copied_model: Path
) -> None:
    """No motions, no expressions, no hit areas, no groups: she still breathes, looks, and is carried."""
    description = json.loads(copied_model.read_text())
    files = {key: description["FileReferences"][key] for key in ("Moc", "Textures")}
    copied_model.write_text(json.dumps({"Version": 3, "FileReferences": files}, indent=1))
    her = Her(qtbot, copied_model, avatar_cache, Placement(100, 100))
    her.show()
    assert her.notices == []
    puppet = live(her)._figure.puppet
    assert (puppet.motions, puppet.idle_motions, puppet.expressions) == (frozenset(), {}, ())
    her.window.perform(Perform("speaking", "happy", "Wave", energy=1.0))
    screen.xdotool("mousemove", "290", "430", "click", "1")
    her.wait(lambda: her.pokes == [""])
    screen.xdotool("mousedown", "1")
    for step in range(1, 9):
        screen.xdotool("mousemove", str(290 + 14 * step), "430")
    screen.xdotool("mouseup", "1")
    her.wait(lambda: her.felt == ["grabbed", "dropped"])
    frames = her.window.frames
    her.wait(lambda: her.window.frames > frames + 10)
    her.window.close()
