"""What is missing is said, and the rest works: no microphone, no sound at all, no tray, no network, broken files."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests import stage as stages
from tests.e2e.companion import CHAT_OPEN, ROOT, companion
from tests.stage import Screen, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(240)]


def test_a_microphone_that_vanishes_and_comes_back(screen: Screen, tmp_path: Path) -> None:
    with stages.sound() as own:
        env = screen.env | {
            k: v for k, v in own.env.items() if k.startswith("PULSE_") or k == "XDG_RUNTIME_DIR"
        }
        with companion(env, tmp_path, settings=CHAT_OPEN) as vesper:
            vesper.ready("mind", "voice", "microphone")
            since = vesper.mark()
            own.pactl("suspend-source", "vmic", "1")
            told = vesper.wait_for("Tell", since, worker="microphone")
            assert told["blame"] == "device"
            assert vesper.answer(vesper.write(screen, "Who are you?"))
            own.pactl("suspend-source", "vmic", "0")
            vesper.wait_for(
                "WorkerChanged", vesper.history().index(told), worker="microphone", health="ready"
            )


def test_no_sound_at_all(screen: Screen, tmp_path: Path) -> None:
    env = {**screen.env, "PULSE_SERVER": f"unix:{tmp_path}/nothing"}
    with companion(env, tmp_path, settings=CHAT_OPEN) as vesper:
        vesper.ready("mind")
        vesper.wait_for("Tell", blame="device")
        since = vesper.write(screen, "Tell me a joke")
        assert vesper.answer(since)


def test_no_network(stage: dict[str, str], tmp_path: Path) -> None:
    """In a network namespace with nothing but its own loopback she answers aloud into a file, and in text."""
    script = 'ip link set lo up; exec "$@"'
    argv = ["unshare", "-n", "sh", "-c", script, "sh", str(ROOT / ".venv/bin/python"), "-m", "app"]
    out = tmp_path / "x.wav"
    subprocess.run(
        [*argv, "speak", "No network, no trouble.", "-o", str(out)],
        env=stage,
        cwd=ROOT,
        check=True,
        timeout=120,
    )
    assert out.stat().st_size > 24_000
    done = subprocess.run(
        [*argv, "chat", "--no-voice"],
        env=stage,
        cwd=ROOT,
        input=b"who are you?\n",
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert b"Vesper" in done.stdout.splitlines()[-1]


def test_no_tray_and_then_one(screen: Screen, stage: dict[str, str], tmp_path: Path) -> None:
    """Without a tray her window's own menu serves; a tray that starts later gets the icon."""
    with companion(stage, tmp_path) as vesper:
        vesper.ready("mind")
        window = screen.xdotool("search", "--onlyvisible", "--name", "^Vesper$").split()[0]
        screen.xdotool("mousemove", "--window", window, "200", "300", "click", "3")
        wait_until(lambda: len(_windows(screen)) > 1, "her menu")
        screen.xdotool("key", "Escape")
        with screen.tray_host():
            wait_until(lambda: _colours(screen, tmp_path) > 20, "her icon in the tray")


def _windows(screen: Screen) -> list[bytes]:
    argv = ["xdotool", "search", "--onlyvisible", "--class", "vesper"]
    return subprocess.run(argv, env=screen.env, capture_output=True, check=False).stdout.split()


def _colours(screen: Screen, folder: Path) -> int:
    """How many colours there are where the tray is."""
    with Image.open(screen.picture(folder / "tray.png")) as picture:
        return len(picture.convert("RGB").crop((0, 0, 32, 32)).getcolors(1024) or ())


def test_a_corrupt_settings_file_is_kept_and_told(stage: dict[str, str], tmp_path: Path) -> None:
    with companion(stage, tmp_path, settings="this is = = no toml") as vesper:
        vesper.ready("mind")
    assert list(tmp_path.glob("settings.toml.broken-*"))


def test_an_unreadable_avatar_is_a_still_picture(
    stage: dict[str, str], screen: Screen, tmp_path: Path
) -> None:
    checkout = tmp_path / "checkout"
    ignore = shutil.ignore_patterns("tests", ".*", "__pycache__", "source")
    for part in ("app", "models", "workers", "assets"):
        shutil.copytree(ROOT / part, checkout / part, ignore=ignore)
    (checkout / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (moc,) = (checkout / "assets" / "avatar" / "vesper").glob("*.moc3")
    moc.write_bytes(b"MOC3" + bytes(range(256)) * 64)
    env = stage | {"PYTHONPATH": str(checkout)}
    with companion(env, tmp_path / "run", settings=CHAT_OPEN, root=checkout) as vesper:
        vesper.wait_for("Tell", timeout_s=30, worker="avatar")
        vesper.ready("mind")
        assert screen.xdotool("search", "--onlyvisible", "--name", "^Vesper$")
        assert vesper.answer(vesper.write(screen, "Who are you?"))


def test_a_wrong_model_hash_is_refused(tmp_path: Path) -> None:
    """A damaged model is found by `models verify`, named, and not used as it is."""
    done = subprocess.run(
        [str(ROOT / ".venv/bin/python"), "-m", "app", "doctor", "--json"],
        cwd=ROOT, capture_output=True, timeout=200, check=False,
        env={"PATH": "/usr/bin:/bin", "VESPER_CACHE": str(tmp_path), "HOME": str(tmp_path)},
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert done.returncode != 0
    assert "whisper-base" in json.dumps(report)
