"""The committed locks: pinned by hash, free of places and of what must not come along."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.environment import LOCKS
from installer.terminal import ROOT

UNWANTED = {
    "torch", "spacy", "espeakng-loader", "phonemizer", "phonemizer-fork", "onnx", "piper-tts", "pyside6",
    "pyside6-addons", "kokoro", "silero-vad",
}  # fmt: skip


def packages(name: str) -> dict[str, str]:
    """Give each package of a lock with everything said about it."""
    text = (LOCKS / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    return {block.partition("==")[0]: block for block in blocks}


@pytest.mark.parametrize("name", ["run.txt", "test.txt", "npm.txt"])
def test_every_package_is_pinned_by_hash_and_none_names_a_place(name: str) -> None:
    for package, block in packages(name).items():
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), package
        assert "==" in block, package
        assert "://" not in block, package
        assert " @ " not in block, package
    text = (LOCKS / name).read_text(encoding="utf-8")
    assert not re.search(r"^\s*-", re.sub(r"^ +--hash=\S+", "", text, flags=re.MULTILINE), flags=re.MULTILINE)


def test_what_users_install_is_free_of_giants_and_of_copyleft() -> None:
    assert UNWANTED & packages("run.txt").keys() == set()


def test_the_tests_run_on_the_very_versions_that_users_get() -> None:
    run, test = packages("run.txt"), packages("test.txt")
    assert run.keys() <= test.keys()
    version = re.compile(r"==([^ ;\\]+)")
    assert {name: version.findall(run[name])[0] for name in run} == {
        name: version.findall(test[name])[0] for name in run
    }


def test_the_locks_hold_for_windows_and_macos_too() -> None:
    assert "sys_platform == 'win32'" in packages("run.txt")["pywin32-ctypes"]
    assert packages("run.txt")["pyside6-essentials"].count("--hash") >= 4


@pytest.mark.parametrize(("lock", "extras"), [("run.txt", ()), ("test.txt", ("test", "avatar"))])
def test_the_locks_keep_what_pyproject_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in extras for line in project["optional-dependencies"][extra]),
    ]
    locked = packages(lock)
    for line in wanted:
        requirement = Requirement(line)
        block = locked[canonicalize_name(requirement.name)]
        for version in re.findall(r"==([^ ;\\\n]+)", block.partition("--hash")[0].partition(";")[0]):
            assert requirement.specifier.contains(version), f"{line}: locked at {version}"
