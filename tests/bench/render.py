"""How even and how dear her frames are at 60 Hz: alone, and with every core and engine busy; beside a plain rival.

Two intervals are told: between the beginnings of frames, and between the moments they were handed to the screen
("shown"), which also holds how much longer one frame took than another. The rival draws the same model the usual
way: a bare QOpenGLWidget, a plain QTimer, live2d-py with its own shaders. Each run is a process of its own on the
same screen. Busy means two processes that burn a core each, as polite to the picture as the engines' processes are,
and, where the models are there, the voice speaking without a pause.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil

from tests.bench.show import percentile, report
from tests.stage import program, screen, wait_until
from workers.runtime import host

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "assets" / "avatar" / "vesper" / "vesper.model3.json"
FRAMES, WARM_UP = 900, 60
_WARM_S = 8.0
_BURN = f"import os\nos.nice({host._BACKGROUND_NICENESS})\nwhile True: sum(i * i for i in range(1000))"
_LINE = "The quick brown fox jumps over the lazy dog, again and again, until the stars come out. "
_LONG = 200


def main() -> None:
    """Four runs: hers and the rival's, alone and busy."""
    if len(sys.argv) > 1:
        {"hers": hers, "rival": rival}[sys.argv[1]](Path(sys.argv[2]))
        return
    with screen() as stage, tempfile.TemporaryDirectory(prefix="vesper-render-") as folder:
        env, where = stage.env, Path(folder)
        alone, rival_alone = (_run(kind, env, where) for kind in ("hers", "rival"))
        with _busy(env, where) as engines:
            busy, rival_busy = (_run(kind, env, where) for kind in ("hers", "rival"))
    report(
        "render",
        idle_p99_ms=alone["p99_ms"],
        busy_p99_ms=busy["p99_ms"],
        cpu_ms_per_frame=alone["cpu_ms"],
        idle_shown_p99_ms=alone["shown_p99_ms"],
        busy_shown_p99_ms=busy["shown_p99_ms"],
        idle_late_pct=alone["late_pct"],
        busy_late_pct=busy["late_pct"],
        rss_mb=alone["rss_mb"],
        rival_idle_p99_ms=rival_alone["p99_ms"],
        rival_busy_p99_ms=rival_busy["p99_ms"],
        rival_busy_shown_p99_ms=rival_busy["shown_p99_ms"],
        rival_cpu_ms_per_frame=rival_alone["cpu_ms"],
        rival_rss_mb=rival_alone["rss_mb"],
        engines=engines,
        n=FRAMES,
    )


def _run(kind: str, env: Mapping[str, str], folder: Path) -> dict[str, float]:
    out = folder / f"{kind}-{time.monotonic_ns()}.json"
    argv = [sys.executable, "-m", "tests.bench.render", kind, str(out)]
    subprocess.run(argv, env=dict(env), cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=120)
    figures: dict[str, float] = json.loads(out.read_text())
    return figures


@contextmanager
def _busy(env: Mapping[str, str], folder: Path) -> Iterator[bool]:
    """Every core burning; true if the voice speaks besides."""
    here = {**env, "PYTHONPATH": str(ROOT)}
    with ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(program(sys.executable, "-c", _BURN, env=env, log=folder / "burn.log"))
        speak = [sys.executable, "-m", "app", "speak", "-o", str(folder / "x.wav")]
        tried = subprocess.run([*speak, _LINE], env=dict(env), cwd=ROOT, check=False, capture_output=True)
        engines = tried.returncode == 0
        if engines:
            text = folder / "long.txt"
            text.write_text(_LINE * _LONG)
            log = folder / "speak.log"
            speaking = stack.enter_context(program(*speak, "--file", str(text), env=here, log=log))
            wait_until(lambda: _busy_s(speaking.pid) > _WARM_S, "the voice", 60)
        yield engines


def _busy_s(pid: int) -> float:
    """Processor time of a process and its children, in seconds."""
    process = psutil.Process(pid)
    return sum(sum(one.cpu_times()[:2]) for one in (process, *process.children(recursive=True)))


class _Meter:
    """When frames began and were shown, and the processor time from the first to the last that count."""

    def __init__(self) -> None:
        self.began_s: list[float] = []
        self.shown_s: list[float] = []
        self._process = psutil.Process()
        self._cpu_s = 0.0

    def frame(self, began_s: float) -> bool:
        """Note a frame just drawn; true once there are enough."""
        self.began_s.append(began_s)
        self.shown_s.append(time.monotonic())
        if len(self.shown_s) == WARM_UP:
            self._cpu_s = self._used()
        return len(self.shown_s) >= WARM_UP + FRAMES

    def write(self, out: Path) -> None:
        """Write the figures."""
        intervals = [(b - a) * 1000 for a, b in pairwise(self.began_s[WARM_UP:])]
        figures = {
            "p99_ms": percentile(intervals, 99),
            "shown_p99_ms": percentile([(b - a) * 1000 for a, b in pairwise(self.shown_s[WARM_UP:])], 99),
            "late_pct": 100 * sum(interval > 25 for interval in intervals) / len(intervals),
            "cpu_ms": (self._used() - self._cpu_s) * 1000 / FRAMES,
            "rss_mb": self._process.memory_info().rss / (1 << 20),
        }
        out.write_text(json.dumps(figures))

    def _used(self) -> float:
        return sum(self._process.cpu_times()[:2])


def hers(out: Path) -> None:
    """Vesper's own window, talking all the time."""
    from models.commands import Perform
    from models.sound import Playhead
    from models.visemes import MouthTrack, Viseme, VisemeSpan

    sys.setswitchinterval(
        0.0005
    )  # the models first: PySide's import hook, at work in a function, breaks pydantic's
    from PySide6.QtWidgets import QApplication

    from app.avatar.live import Live
    from app.avatar.placement import Placement
    from app.avatar.window import AvatarWindow, Sources

    app = QApplication(["vesper"])
    spans = tuple(
        VisemeSpan((Viseme.AA, Viseme.PP, Viseme.O)[n % 3], n / 8, (n + 1) / 8) for n in range(4000)
    )
    started_s = time.monotonic()
    head = Playhead(turn=1, n=0, position_s=0.0, at_s=started_s)
    with tempfile.TemporaryDirectory() as cache:
        window = AvatarWindow(Sources(MODEL, MODEL, Path(cache)), lambda: head, Placement(100, 100))
        window.set_track(1, 0, MouthTrack(500.0, spans))
        window.perform(Perform("speaking", "happy"))
        meter = _Meter()
        draw = Live._frame

        def frame(self: Live, at_s: float) -> int:
            hz = draw(self, at_s)
            if meter.frame(at_s):
                app.quit()
            return hz

        Live._frame = frame  # type: ignore[method-assign]  # a bench looks from inside
        window.show()
        app.exec()
        meter.write(out)
        window.close()


def rival(out: Path) -> None:
    """The same model in a bare widget."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QSurfaceFormat
    from PySide6.QtOpenGLWidgets import QOpenGLWidget
    from PySide6.QtWidgets import QApplication

    from app.avatar.cubism import live2d

    surface = QSurfaceFormat()
    surface.setAlphaBufferSize(8)
    QSurfaceFormat.setDefaultFormat(surface)
    app = QApplication(["rival"])
    live2d.init()
    meter = _Meter()

    class Widget(QOpenGLWidget):
        model: Any

        def initializeGL(self) -> None:  # noqa: N802  # Qt's names
            live2d.glInit()
            self.model = live2d.Model()
            self.model.LoadModelJson(str(MODEL))
            self.model.StartMotion("Idle", 0, 1)

        def resizeGL(self, width: int, height: int) -> None:  # noqa: N802
            self.model.Resize(width, height)

        def paintGL(self) -> None:  # noqa: N802
            began_s = time.monotonic()
            self.model.Update()
            live2d.clearBuffer(0.0, 0.0, 0.0, 0.0)
            self.model.Draw()
            if meter.frame(began_s):
                meter.write(out)
                os._exit(0)  # Qt does not survive the end of the loop inside a painting

    widget = Widget()
    widget.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.Tool)
    widget.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    widget.resize(400, 500)
    widget.show()
    timer = QTimer(interval=16)
    timer.timeout.connect(widget.update)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
