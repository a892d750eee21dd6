"""The environment: real ones, made from a lock with one small wheel of our own."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from installer.environment import Environment
from installer.terminal import SetupError


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lock folder whose one package pip finds in a folder, and nowhere else."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wheel = wheels / "vesper_test_pin-1.0-py3-none-any.whl"
    info = "vesper_test_pin-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("vesper_test_pin.py", "VALUE = 7\n")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: vesper-test-pin\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    folder = tmp_path / "lock"
    folder.mkdir()
    pin = f"vesper-test-pin==1.0 \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    (folder / "run.txt").write_text(pin)
    (folder / "test.txt").write_text(pin + "# and more\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setattr("installer.terminal.LOGS", tmp_path / "logs")
    return folder


def test_an_environment_is_made_once_and_made_anew_when_it_is_not_whole(tmp_path: Path, locks: Path) -> None:
    environment = Environment("run", tmp_path / "env", locks)
    (environment.folder / "bin").mkdir(parents=True)
    remains = environment.folder / "bin" / "python"
    remains.write_text("half made")
    assert not environment.is_ready()

    environment.prepare()

    assert environment.is_ready()
    code = "import vesper_test_pin; print(vesper_test_pin.VALUE)"
    done = subprocess.run([environment.python, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "7\n"
    witness = environment.folder / "witness"
    witness.touch()
    environment.prepare()
    assert witness.exists()


def test_the_test_lock_is_laid_over_a_run_environment(tmp_path: Path, locks: Path) -> None:
    Environment("run", tmp_path / "env", locks).prepare()
    witness = tmp_path / "env" / "witness"
    witness.touch()
    test = Environment("test", tmp_path / "env", locks)
    assert not test.is_ready()

    test.prepare()

    assert witness.exists()
    assert test.is_ready()
    assert Environment("run", tmp_path / "env", locks).is_ready()


def test_a_wrong_hash_leaves_no_environment_that_counts(tmp_path: Path, locks: Path) -> None:
    (locks / "run.txt").write_text(f"vesper-test-pin==1.0 --hash=sha256:{'0' * 64}\n")
    environment = Environment("run", tmp_path / "env", locks)

    with pytest.raises(SetupError, match="packages could not be installed"):
        environment.prepare()
    assert not environment.is_ready()


@pytest.fixture
def sealed(tmp_path: Path, locks: Path) -> Environment:
    """An environment that only has a stamp."""
    environment = Environment("run", tmp_path / "env", locks)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.seal()
    assert environment.is_ready()
    return environment


def test_a_changed_lock_makes_it_stale(sealed: Environment, locks: Path) -> None:
    (locks / "run.txt").write_text("other==2.0\n")
    assert not sealed.is_ready()


def test_a_stamp_that_cannot_be_read_makes_it_stale(sealed: Environment) -> None:
    (sealed.folder / "vesper-stamp.json").write_text("{ half")
    assert not sealed.is_ready()


def test_a_vanished_python_makes_it_stale(sealed: Environment) -> None:
    sealed.python.unlink()
    assert not sealed.is_ready()


def test_another_python_makes_it_stale(
    sealed: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "another" / "python"))
    assert not sealed.is_ready()
