"""What the window's process does without: looked at in processes of their own, since imports stay."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from app.session import lean

ROOT = Path(__file__).resolve().parents[3]
READ = """
import sys
from app.session import lean
lean.begin()
from workers.engines.registry import PROVIDERS
for entry in PROVIDERS:
    entry.settings_class()
import app.body, app.on_air, app.desks.panel, app.desks.guide_mind
heavy = {"numpy", "onnxruntime", "ctranslate2", "pywebrtc_audio", "socketio", "fastapi", "httpx", "pyqtgraph", "soxr"}
print(sorted(heavy & set(sys.modules)))
import httpx
print(sorted({"rich", "pygments", "click"} & set(sys.modules)), httpx.Client.__name__)
"""


def test_the_window_reads_settings_of_engines_without_the_engines() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "[] Client"], done.stderr


def test_what_has_settled_is_not_looked_through_again() -> None:
    try:
        lean.settle()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    lean.give_back()


@pytest.mark.skipif(lean._glibc() is None, reason="the C library is not glibc")
def test_what_is_free_is_given_back_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    over, given = Event(), list[bool]()

    def give_back() -> None:
        given.append(True)
        if len(given) == 3:
            over.set()

    monkeypatch.setattr(lean, "give_back", give_back)
    thread = lean.keep_lean(over, 0.001)
    assert thread is not None
    thread.join(10)
    assert not thread.is_alive()
    assert given == [True] * 3
