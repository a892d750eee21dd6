"""`test.py` as a process in a scratch checkout: which checks run, and what a failure does."""

from __future__ import annotations

import pytest

from tests.installer.conftest import Checkout


def test_fast_runs_every_check_but_the_long_ones(checkout: Checkout) -> None:
    done = checkout.call("test.py", "--no-system", "--fast")
    assert done.returncode == 0, done.stdout + done.stderr
    ran = "\n".join(checkout.calls)
    for check in ("ruff check", "ruff format --check", "mypy", "--no-cache", "pytest"):
        assert check in ran
    assert "--ignore=tests/e2e" in ran
    assert "PyInstaller" not in ran
    assert "Everything passed" in done.stdout


def test_all_steps_run_even_when_one_fails(checkout: Checkout) -> None:
    checkout.script('case "$*" in *mypy*) echo "types are wrong"; exit 1;; *e2e*) exit 3;; esac')
    done = checkout.call("test.py", "--no-system", "--fast")
    assert done.returncode == 1
    assert "types are wrong" in done.stdout
    assert "pytest" in checkout.calls[-1]
    assert "Failed: types, tests" in done.stdout


def test_the_whole_run_ends_with_the_frozen_build(checkout: Checkout) -> None:
    (checkout.root / "installer" / "smoke.py").write_text("raise SystemExit(4)\n")
    done = checkout.call("test.py", "--no-system")
    assert any(call.startswith("-m pytest") and call.endswith("tests/e2e") for call in checkout.calls)
    assert any("-m PyInstaller" in call for call in checkout.calls)
    assert done.returncode == 1
    assert "Failed: smoke" in done.stdout


def test_a_selection_runs_only_those_tests(checkout: Checkout) -> None:
    done = checkout.call("test.py", "--no-system", "-k", "lips and not slow", "--", "-x")
    assert done.returncode == 0
    assert checkout.calls[1:] == ["-m pytest -x -k lips and not slow"]


@pytest.mark.parametrize("status", [0, 6])
def test_a_bench_runs_alone_on_the_stage(checkout: Checkout, status: int) -> None:
    checkout.script(f'case "$*" in *stage*) exit {status};; esac')
    done = checkout.call("test.py", "--no-system", "--bench", "tts", "--", "--rounds", "3")
    assert done.returncode == status
    python = checkout.root / ".venv" / "bin" / "python"
    assert checkout.calls[1:] == [f"-m tests.stage {python} -m tests.bench.tts --rounds 3"]
