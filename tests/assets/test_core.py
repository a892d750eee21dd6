"""The built model in the real Core, measured by one child process (a malformed model can crash it)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def report(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("core") / "report.json"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.assets.core_child", str(out)]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: dict[str, Any] = json.loads(out.read_text())
    return found


def test_core_reads_the_names_we_wrote(report: dict[str, Any]) -> None:
    assert report["ids"] == {"drawables": True, "parameters": True}


def test_core_moves_vertices_to_our_keyforms(report: dict[str, Any]) -> None:
    found = report["keyforms"]
    assert found["meshes"] >= 50
    assert found["compared"] >= 200
    assert found["worst_px"] < 0.01


def test_nothing_breaks_in_any_pose(report: dict[str, Any]) -> None:
    found = report["sweep"]
    assert found["poses"] > 150
    assert found["not_finite"] == 0
    assert found["touching_edge"] == []


def test_no_visible_tears(report: dict[str, Any]) -> None:
    worst = {name: row for name, row in report["sweep"]["flips"].items() if row[0] > 0.002}
    hidden = {"LashL": "{'EyeLOpen': 0.0}", "LashR": "{'EyeROpen': 0.0}"}
    assert {name for name, (_, pose) in worst.items() if hidden.get(name) != pose} == set()


def test_hair_neck_and_tail_hold_together(report: dict[str, Any]) -> None:
    assert report["wholes"] == {"hair": 0, "neck": 0, "tail": 0}


def test_lips_close_and_open_under_every_expression(report: dict[str, Any]) -> None:
    assert len(report["speech"]) == 12
    assert all(found["PP"] < 0.5 for found in report["speech"].values())
    assert all(found["aa"] > 60 for found in report["speech"].values())


def test_hit_areas_answer(report: dict[str, Any]) -> None:
    assert report["hits"] == {"Head": True, "Body": True, "Tail": True, "corner": False}
