"""A backup and its way back: whole files in, whole files out, and never half of it."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.care import archive as archives
from app.care import backup, restore
from app.care.archive import examine
from app.care.backup import MANIFEST, BackupError, Fault, Homes, make
from app.care.pending import bring_back
from app.care.restore import Becomes, apply_pending, cancel, confirm, is_pending, prepare
from tests.app.care.conftest import database, said

_NOW = datetime(2026, 11, 21, 12, 0, 0)  # noqa: DTZ001  # as a wall clock shows it


def _made(homes: Homes, path: Path, *, recordings: bool = False) -> backup.Made:
    return make(homes, path, recordings=recordings, now=lambda: _NOW)


def _other(tmp_path: Path) -> Homes:
    """The same user's folders on another machine."""
    return Homes(tmp_path / "c2" / "settings.toml", tmp_path / "c2" / "personas", tmp_path / "s2")


def _bring_back(path: Path, homes: Homes) -> restore.Restored | None:
    prepare(examine(path), homes)
    confirm(homes)
    return apply_pending(homes, lambda: _NOW)


def test_a_round_trip_to_another_machine(homes: Homes, tmp_path: Path) -> None:
    with closing(sqlite3.connect(homes.state / "memory.sqlite3", isolation_level=None)) as in_use:
        in_use.execute("INSERT INTO said VALUES ('just now')")
        made = _made(homes, tmp_path / "b.zip", recordings=True)
    assert made.left_out == ("openai.api_key",)
    assert made.bytes == (tmp_path / "b.zip").stat().st_size
    other = _other(tmp_path)
    done = _bring_back(made.path, other)
    assert done is not None
    assert sorted(done.names) == [
        "ledger.sqlite3",
        "memory.sqlite3",
        "personas/presets/mine.toml",
        "recordings/2026-11-21.jsonl",
        "settings.toml",
    ]
    assert done.kept is None, "there was nothing to keep"
    assert said(other.state / "memory.sqlite3") == ["hello", "you", "just now"]
    assert said(other.state / "ledger.sqlite3") == ["five"]
    assert (other.personas / "presets" / "mine.toml").read_bytes() == b'id = "mine"\n'
    text = other.settings.read_text(encoding="utf-8")
    assert "# mine\n" in text
    assert "# my settings" in text
    assert "sk-written" not in text
    assert not is_pending(other)
    assert apply_pending(other) is None


def test_no_secret_and_no_token_is_in_it(homes: Homes, tmp_path: Path) -> None:
    _made(homes, tmp_path / "b.zip", recordings=True)
    with zipfile.ZipFile(tmp_path / "b.zip") as opened:
        everything = b"".join(opened.read(name) for name in opened.namelist())
        assert "api.token" not in opened.namelist()
    assert b"sk-written-into-it-1" not in everything
    assert b"the-token-of-the-api" not in everything


def test_recordings_come_only_when_wanted(homes: Homes, tmp_path: Path) -> None:
    assert not any(name.startswith("recordings/") for name in _made(homes, tmp_path / "b.zip").names)


def test_what_is_replaced_is_kept_aside_with_its_log(homes: Homes, tmp_path: Path) -> None:
    path = _made(homes, tmp_path / "b.zip").path
    memory = homes.state / "memory.sqlite3"
    memory.unlink()
    database(memory, "newer")
    memory.with_name("memory.sqlite3-wal").write_bytes(b"left behind")
    before = homes.settings.read_text(encoding="utf-8")
    changes = {change.name: change.becomes for change in prepare(examine(path), homes)}
    assert changes == {
        "settings.toml": Becomes.REPLACED,
        "memory.sqlite3": Becomes.REPLACED,
        "ledger.sqlite3": Becomes.REPLACED,
        "personas/presets/mine.toml": Becomes.SAME,
    }
    confirm(homes)
    done = apply_pending(homes, lambda: _NOW)
    assert done is not None
    assert done.kept == homes.state / "before-restore-2026-11-21-120000"
    assert said(memory) == ["hello", "you"], "no old log is played into it"
    assert (done.kept / "memory.sqlite3-wal").read_bytes() == b"left behind"
    assert (done.kept / "settings.toml").read_text(encoding="utf-8") == before


def test_nothing_happens_before_it_is_confirmed(homes: Homes, tmp_path: Path) -> None:
    path = _made(homes, tmp_path / "b.zip").path
    homes.settings.write_text("version = 1\n", encoding="utf-8")
    prepare(examine(path), homes)
    assert not is_pending(homes)
    assert apply_pending(homes) is None
    assert homes.settings.read_text(encoding="utf-8") == "version = 1\n"
    assert not list(homes.state.glob("restore-*")), "and what was laid out is gone"


def test_a_file_that_cannot_be_put_in_place_puts_all_back(
    homes: Homes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _made(homes, tmp_path / "b.zip").path
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file != path}
    prepare(examine(path), homes)
    confirm(homes)
    move, left = restore.shutil.move, [5]

    def failing(old: Path, new: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(new))
        return Path(move(old, new))

    monkeypatch.setattr(restore.shutil, "move", failing)
    with pytest.raises(BackupError) as caught:
        apply_pending(homes, lambda: _NOW)
    assert caught.value.fault is Fault.NOT_WRITTEN
    after = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file != path}
    assert after == before
    assert apply_pending(homes) is None, "it is not tried at every start"


def test_a_full_disk_leaves_no_half_backup(homes: Homes) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full")
    with pytest.raises(BackupError) as caught:
        _made(homes, full / "b.zip")
    assert caught.value.fault is Fault.NOT_WRITTEN


def test_no_room_while_it_is_written_leaves_nothing(
    homes: Homes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "b.zip").write_text("the old one")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BackupError, match="No space left"):
        _made(homes, tmp_path / "b.zip")
    assert [file.name for file in tmp_path.glob("*b.zip*")] == ["b.zip"]
    assert (tmp_path / "b.zip").read_text() == "the old one"


def test_no_room_to_unpack_changes_nothing(
    homes: Homes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _made(homes, tmp_path / "b.zip").path

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(archives, "_copy", full)
    with pytest.raises(BackupError) as caught:
        prepare(examine(path), homes)
    assert caught.value.fault is Fault.NOT_WRITTEN
    assert not list(homes.state.glob("restore-*"))


def test_there_is_nothing_to_keep_yet(tmp_path: Path) -> None:
    with pytest.raises(BackupError) as caught:
        _made(_other(tmp_path), tmp_path / "b.zip")
    assert caught.value.fault is Fault.NOTHING
    assert not (tmp_path / "b.zip").exists()


def test_settings_that_are_no_toml_are_told_not_lost(homes: Homes, tmp_path: Path) -> None:
    homes.settings.write_text("not toml at all = = =", encoding="utf-8")
    with pytest.raises(BackupError) as caught:
        _made(homes, tmp_path / "b.zip")
    assert caught.value.fault is Fault.NOT_READ


def test_a_cancelled_restore_is_forgotten(homes: Homes, tmp_path: Path) -> None:
    prepare(examine(_made(homes, tmp_path / "b.zip").path), homes)
    confirm(homes)
    cancel(homes)
    assert apply_pending(homes) is None


# --- archives from anywhere


def _archive(path: Path, contents: dict[str, bytes], **manifest: Any) -> Path:
    """A backup as a stranger may write it."""
    listed = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)
        made.writestr(MANIFEST, json.dumps({"format": 1, "files": listed, **manifest}))
    return path


def _refused(path: Path, tmp_path: Path) -> Fault:
    other = _other(tmp_path)
    with pytest.raises(BackupError) as caught:
        prepare(examine(path), other)
    assert not list(other.state.glob("*")), "nothing is left of it"
    assert not other.settings.exists()
    return caught.value.fault


def test_a_foreign_zip_and_a_file_that_is_none(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "foreign.zip", "w") as foreign:
        foreign.writestr("holiday.txt", "sun")
    assert _refused(tmp_path / "foreign.zip", tmp_path) is Fault.FOREIGN
    (tmp_path / "text.zip").write_text("hello")
    assert _refused(tmp_path / "text.zip", tmp_path) is Fault.FOREIGN
    assert _refused(tmp_path / "nowhere.zip", tmp_path) is Fault.NOT_READ


@pytest.mark.parametrize(
    "name",
    [
        "../settings.toml",
        "/etc/passwd",
        "personas/presets/../../../x.toml",
        "personas\\presets\\x.toml",
        "C:/x.toml",
        "api.token",
        "secrets/secrets.json",
        "recordings/.hidden.jsonl",
        "recordings/../memory.sqlite3",
        "recordings/a/b.jsonl",
        "settings.toml ",
        "personas/presets/X.toml",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    path = _archive(tmp_path / "b.zip", {name: b"version = 1\n"})
    assert _refused(path, tmp_path) in {Fault.FOREIGN, Fault.DAMAGED}
    assert not (tmp_path.parent / "settings.toml").exists()


def test_a_byte_that_changed_is_found(homes: Homes, tmp_path: Path) -> None:
    good = _archive(tmp_path / "good.zip", {"settings.toml": b"version = 1\n"})
    with zipfile.ZipFile(good) as opened:
        manifest = json.loads(opened.read(MANIFEST))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as made:
        made.writestr("settings.toml", b"version = 2\n")
        made.writestr(MANIFEST, json.dumps(manifest))
    assert _refused(tmp_path / "b.zip", tmp_path) is Fault.DAMAGED
    cut = tmp_path / "cut.zip"
    cut.write_bytes(_made(homes, tmp_path / "whole.zip").path.read_bytes()[:-200])
    assert _refused(cut, tmp_path) is Fault.FOREIGN
    raw = bytearray((tmp_path / "whole.zip").read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    (tmp_path / "flipped.zip").write_bytes(raw)
    assert _refused(tmp_path / "flipped.zip", tmp_path) in {Fault.DAMAGED, Fault.FOREIGN}


def test_files_too_many_or_missing_are_found(tmp_path: Path) -> None:
    path = _archive(tmp_path / "b.zip", {"settings.toml": b"version = 1\n"})
    with zipfile.ZipFile(path, "a") as more:
        more.writestr("personas/presets/more.toml", b"")
    assert _refused(path, tmp_path) is Fault.DAMAGED
    twice = _archive(tmp_path / "t.zip", {"settings.toml": b"version = 1\n"})
    with zipfile.ZipFile(twice, "a") as more, pytest.warns(UserWarning, match="Duplicate"):
        more.writestr("settings.toml", b"version = 7\n")
    assert _refused(twice, tmp_path) is Fault.DAMAGED


def test_what_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    not_toml = _archive(tmp_path / "a.zip", {"settings.toml": b"= = ="})
    not_sqlite = _archive(tmp_path / "b.zip", {"memory.sqlite3": b"hello"})
    broken = _archive(tmp_path / "c.zip", {"memory.sqlite3": b"SQLite format 3\x00" + b"\x01" * 5000})
    for path in (not_toml, not_sqlite, broken):
        assert _refused(path, tmp_path) is Fault.DAMAGED


def test_a_newer_format_says_so_and_a_broken_list_is_damage(tmp_path: Path) -> None:
    files = {"settings.toml": b"version = 1\n"}
    assert _refused(_archive(tmp_path / "a.zip", files, format=2), tmp_path) is Fault.NEWER
    assert _refused(_archive(tmp_path / "b.zip", files, files="x"), tmp_path) is Fault.DAMAGED


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = _archive(tmp_path / "a.zip", {"settings.toml": b"# " + b"x" * 2_000_000})
    assert huge.stat().st_size < 20_000, "small outside"
    assert _refused(huge, tmp_path) is Fault.TOO_LARGE
    monkeypatch.setattr(archives, "MOST_BYTES", 10)
    assert (
        _refused(_archive(tmp_path / "b.zip", {"settings.toml": b"version = 1\n"}), tmp_path)
        is Fault.TOO_LARGE
    )


def test_an_archive_that_is_changed_after_it_was_examined_is_refused(tmp_path: Path) -> None:
    path = _archive(tmp_path / "b.zip", {"settings.toml": b"version = 1\n"})
    seen = replace(examine(path), sizes={"settings.toml": 3})
    with pytest.raises(BackupError) as caught:
        prepare(seen, _other(tmp_path))
    assert caught.value.fault is Fault.DAMAGED


def test_at_the_start_it_is_put_in_place_but_not_under_a_running_window(
    homes: Homes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _made(homes, tmp_path / "b.zip").path
    homes.settings.write_text("version = 1\n", encoding="utf-8")
    prepare(examine(path), homes)
    confirm(homes)
    monkeypatch.setattr("app.care.crash.running", lambda _state: True)
    bring_back(homes.settings)
    assert is_pending(homes)
    monkeypatch.setattr("app.care.crash.running", lambda _state: False)
    bring_back(homes.settings)
    assert not is_pending(homes)
    assert "# my settings" in homes.settings.read_text(encoding="utf-8")


def test_one_that_cannot_be_put_in_place_is_logged_and_given_up(
    homes: Homes, caplog: pytest.LogCaptureFixture
) -> None:
    (homes.state / "restore-pending").mkdir()
    (homes.state / "restore-pending" / "plan.json").write_text("{")
    error = bring_back(homes.settings)
    assert error is not None
    assert error.fault is Fault.DAMAGED
    assert "could not be brought back" in caplog.text
    assert not is_pending(homes)
    caplog.clear()
