"""What the Node server runs on is what our list says, or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.node import packages


def smallest() -> packages.Package:
    return next(package for package in packages.wanted() if package.name == "ms")


def test_everything_is_pinned() -> None:
    wanted = packages.wanted()
    assert len({package.name for package in wanted}) == len(wanted) > 10
    assert all(package.integrity.startswith("sha512-") for package in wanted)
    assert next(package for package in wanted if package.name == "socket.io").version.startswith("4.")


def test_what_is_fetched_lies_outside_the_repository() -> None:
    folder = packages.folder()
    assert (folder / "socket.io" / "package.json").is_file()
    assert not folder.is_relative_to(Path(packages.__file__).parents[3])


def test_a_package_that_is_another_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(smallest(), integrity="sha512-AAAA")
    monkeypatch.setattr(packages, "wanted", lambda: (other,))
    with pytest.raises(packages.UnfetchableError, match="is not what our list says"):
        packages._fetch(tmp_path)
    assert not (tmp_path / "unpacked").exists()


def test_a_package_that_cannot_be_had_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = replace(smallest(), version="0.0.0-none")
    monkeypatch.setattr(packages, "wanted", lambda: (nowhere,))
    with pytest.raises(packages.UnfetchableError, match="npm could not fetch"):
        packages._fetch(tmp_path)
