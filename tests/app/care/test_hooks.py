"""Exceptions nobody caught: logged, told, and no more than that."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.care.hooks import Hooks, Trouble

ROOT = Path(__file__).resolve().parents[3]


def _raise(text: str = "odd") -> None:
    raise ValueError(text)


def test_a_threads_exception_is_told_with_the_thread(caplog: pytest.LogCaptureFixture) -> None:
    told: list[Trouble] = []
    hooks = Hooks(told.append)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    hooks.install()
    try:
        thread = threading.Thread(target=_raise, args=("with token=abcdefgh12",), name="worker-7")
        thread.start()
        thread.join()
    finally:
        hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    [trouble] = told
    assert (trouble.thread, trouble.times) == ("worker-7", 1)
    assert trouble.what.startswith("ValueError: with token=")
    assert "_raise" in trouble.trace
    assert "abcdefgh12" not in trouble.what + trouble.trace
    assert caplog.records[-1].levelname == "CRITICAL"
    caplog.clear()


def test_what_comes_again_and_again_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    told: list[Trouble] = []
    hooks = Hooks(told.append)
    for _ in range(100):
        try:
            _raise()
        except ValueError as error:
            hooks._uncaught(ValueError, error, error.__traceback__)
    assert [trouble.times for trouble in told] == list(range(1, 101))
    assert len(caplog.records) == 3 + len([4, 8, 16, 32, 64])
    caplog.clear()


def test_whoever_is_told_may_be_gone_already(caplog: pytest.LogCaptureFixture) -> None:
    def gone(_trouble: Trouble) -> None:
        message = "Signal source has been deleted"
        raise RuntimeError(message)

    Hooks(gone)._uncaught(ValueError, ValueError("odd"), None)
    assert "could not be told" in caplog.text
    caplog.clear()


_WHOLE = """
import sys, threading, warnings
from pathlib import Path
from app import logs
from app.care import qt_messages
from app.care.hooks import Hooks
from PySide6.QtCore import QCoreApplication, QTimer, qWarning, qCritical
logs.start("vesper", folder=Path(sys.argv[1]), console=None)
qt_messages.install()
told = []
hooks = Hooks(lambda trouble: told.append(trouble.what))
hooks.install()
app = QCoreApplication([])
def broken(): raise KeyError("in a slot")
QTimer.singleShot(0, broken)
QTimer.singleShot(50, app.quit)
qWarning("from Qt")
warnings.warn("from Python")
class Bad:
    def __del__(self): raise OSError("in a finaliser")
bad = Bad(); del bad
app.exec()
hooks.remove(); qt_messages.remove()
print(told)
"""


def test_in_a_real_program_it_goes_on_and_all_of_it_is_in_the_log(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", _WHOLE, str(tmp_path)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == """["KeyError: 'in a slot'"]""", "she went on to the end"
    lines = [
        json.loads(line) for line in (tmp_path / "vesper.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found = {line["from"]: line for line in lines}
    assert "in a slot" in found["uncaught"]["trace"] or any(
        "in a slot" in line.get("trace", "") for line in lines
    )
    assert any("in a finaliser" in line.get("trace", "") for line in lines)
    assert (found["qt"]["message"], found["qt"]["level"]) == ("from Qt", "warning")
    assert "from Python" in found["py.warnings"]["message"]
