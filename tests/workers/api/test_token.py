from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from workers.api.token import load_or_create, renew

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


def test_a_token_is_made_once(tmp_path: Path) -> None:
    file = tmp_path / "state" / "api.token"
    token = load_or_create(file)
    assert len(token) >= 32
    assert load_or_create(file) == token
    assert file.read_text() == token + "\n"
    assert [path.name for path in file.parent.iterdir()] == ["api.token"]


def test_no_two_are_alike(tmp_path: Path) -> None:
    assert len({load_or_create(tmp_path / str(n)) for n in range(20)}) == 20


@pytest.mark.parametrize(
    "broken", [b"", b"\n", b"short", b"\xff\xfe" * 20, b"two words and more of them", b"x" * 5000]
)
def test_a_file_that_holds_none_is_mended(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "api.token"
    file.write_bytes(broken)
    token = load_or_create(file)
    assert len(token) >= 32
    assert load_or_create(file) == token


def test_a_token_of_the_users_own_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "api.token"
    file.write_text("  my-own-long-token_1\r\n")
    assert load_or_create(file) == "my-own-long-token_1"


def test_another_one_takes_its_place(tmp_path: Path) -> None:
    file = tmp_path / "api.token"
    first = load_or_create(file)
    second = renew(file)
    assert second != first
    assert load_or_create(file) == second


@POSIX
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "api.token"
    for make in (load_or_create, renew):
        make(file)
        assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    load_or_create(file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_of_many_who_make_it_at_once_all_get_the_same(tmp_path: Path) -> None:
    file, got = tmp_path / "api.token", list[str]()
    start = threading.Barrier(8)

    def make() -> None:
        start.wait()
        got.append(load_or_create(file))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(got) == {load_or_create(file)}
    assert [path.name for path in tmp_path.iterdir()] == ["api.token"]


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    file = tmp_path / "api.token"
    assert load_or_create(file) == load_or_create(file)


def test_a_folder_in_its_place_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        load_or_create(tmp_path)
