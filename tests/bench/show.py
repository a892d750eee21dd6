"""What every bench of the whole program needs: Vesper on the stage, and one JSON line at the end."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from tests.e2e.companion import Companion, companion
from tests.stage import Screen, Sound, on_stage

ORGANS = ("ears", "mind", "voice")


@dataclass(frozen=True, slots=True)
class Show:
    """Vesper, ready, where she can be seen and heard."""

    vesper: Companion
    screen: Screen
    sound: Sound
    folder: Path


@contextmanager
def show(*argv: str, settings: str = "", wait: bool = True) -> Iterator[Show]:
    """Bring Vesper on the stage and wait until she is ready."""
    with on_stage() as (screen, sound), tempfile.TemporaryDirectory(prefix="vesper-bench-") as folder:
        env = {**sound.env, **screen.env, **{k: v for k, v in sound.env.items() if k.startswith("PULSE_")}}
        with companion(env, Path(folder) / "vesper", *argv, settings=settings) as vesper:
            if wait:
                vesper.ready(*ORGANS)
                vesper.wait_for("WorkerChanged", worker="microphone", health="ready")
            yield Show(vesper, screen, sound, Path(folder))


def percentile(values: list[float], percent: int) -> float:
    """A percentile, interpolated; of one value the value."""
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


def report(bench: str, **figures: Any) -> None:
    """Print the figures, rounded, as one JSON line."""
    rounded = {key: round(value, 2) if isinstance(value, float) else value for key, value in figures.items()}
    print(json.dumps({"bench": bench, **rounded, "cores": os.cpu_count(), "machine": platform.machine()}))
