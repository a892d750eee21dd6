"""Secrets in a file for their owner alone, and the chain they are looked for in."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import keyring
import pytest
from keyring.errors import KeyringLocked, NoKeyringError

from app.credentials.file import OpenToOthersError, SecretsFile
from app.credentials.store import KeyringSecrets, Place, Ring
from tests.app.credentials.test_store import _Ring, _same_keyring_after

__all__ = ["_same_keyring_after"]


def _secrets(ring: _Ring, folder: Path, told: list[str] | None = None, **environment: str) -> KeyringSecrets:
    keyring.set_keyring(ring)
    tell = [].append if told is None else told.append
    return KeyringSecrets(tell, limit_s=10.0, environment=environment, file=SecretsFile(folder / "secrets"))


def test_the_file_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    file = SecretsFile(tmp_path / "secrets")
    assert (file.wanted, file.read()) == (False, {})
    before = os.umask(0)
    try:
        file.write({"a.key": "välue"})
    finally:
        os.umask(before)
    assert file.read() == {"a.key": "välue"}
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    file.write({})
    assert (file.wanted, file.read()) == (True, {})
    assert [path.name for path in file.path.parent.iterdir()] == ["secrets.json"]


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_a_folder_that_others_can_open_is_refused(tmp_path: Path, mode: int) -> None:
    file = SecretsFile(tmp_path / "secrets")
    file.write({"a": "one-secret"})
    file.path.parent.chmod(mode)
    for act in (file.read, lambda: file.write({"a": "two"})):
        with pytest.raises(OpenToOthersError, match="chmod"):
            act()


def test_a_file_that_others_can_read_and_a_link_are_refused(tmp_path: Path) -> None:
    file = SecretsFile(tmp_path / "secrets")
    file.write({"a": "one-secret"})
    file.path.chmod(0o644)
    with pytest.raises(OpenToOthersError):
        file.read()
    elsewhere = tmp_path / "elsewhere.json"
    file.path.rename(elsewhere)
    file.path.symlink_to(elsewhere)
    elsewhere.chmod(0o600)
    with pytest.raises(OpenToOthersError):
        file.read()


def test_a_damaged_file_is_an_error_and_strange_entries_are_left_out(tmp_path: Path) -> None:
    file = SecretsFile(tmp_path / "secrets")
    file.write({"a": "one-secret"})
    file.path.write_text("{")
    with pytest.raises(OSError, match="damaged"):
        file.read()
    file.path.write_text('{"a": 1, "b": "two"}')
    assert file.read() == {"b": "two"}


def test_each_secret_says_where_it_is(tmp_path: Path) -> None:
    ring = _Ring()
    secrets = _secrets(ring, tmp_path, OBS_PASSWORD="from-outside")
    secrets.set("a.key", "in-the-ring")
    ring.error = NoKeyringError()
    secrets.set("b.key", "for-now-only")
    ring.error = None
    assert secrets.find("a.key") == ("in-the-ring", Place.KEYRING)
    assert secrets.find("b.key") == ("for-now-only", Place.SESSION)
    assert secrets.find("obs.password") == ("from-outside", Place.ENVIRONMENT)
    assert secrets.find("c.key") == (None, Place.NOWHERE)


def test_a_file_that_is_wanted_outlives_the_session_and_takes_what_comes_later(tmp_path: Path) -> None:
    ring = _Ring(error=NoKeyringError())
    secrets = _secrets(ring, tmp_path)
    secrets.set("a.key", "first-one")
    assert not (tmp_path / "secrets").exists(), "nothing is written unasked"
    secrets.keep_in_file(on=True)
    secrets.set("b.key", "second-one")
    later = _secrets(ring, tmp_path)
    assert later.in_file
    assert later.find("a.key") == ("first-one", Place.FILE)
    assert later.find("b.key") == ("second-one", Place.FILE)
    later.delete("a.key")
    assert _secrets(ring, tmp_path).get("a.key") is None
    later.keep_in_file(on=False)
    assert not later.in_file
    assert later.find("b.key") == ("second-one", Place.SESSION), "it lasts until she quits"
    assert _secrets(ring, tmp_path).get("b.key") is None


def test_a_keyring_that_works_again_takes_them_on_request(tmp_path: Path) -> None:
    ring = _Ring(error=KeyringLocked())
    secrets = _secrets(ring, tmp_path)
    secrets.keep_in_file(on=True)
    secrets.set("a.key", "kept-in-file")
    assert secrets.ring() is Ring.LOCKED
    assert secrets.move_to_keyring() == 0
    assert secrets.find("a.key")[1] is Place.FILE
    ring.error = None
    assert secrets.ring() is Ring.WORKS
    assert secrets.move_to_keyring() == 1
    assert secrets.find("a.key") == ("kept-in-file", Place.KEYRING)
    assert "kept-in-file" not in (tmp_path / "secrets" / "secrets.json").read_text()


def test_what_the_keyring_takes_leaves_the_file(tmp_path: Path) -> None:
    ring = _Ring(error=NoKeyringError())
    secrets = _secrets(ring, tmp_path)
    secrets.keep_in_file(on=True)
    secrets.set("a.key", "old-value")
    ring.error = None
    secrets.set("a.key", "new-value")
    assert ring.kept == {("vesper", "a.key"): "new-value"}
    assert "old-value" not in (tmp_path / "secrets" / "secrets.json").read_text()


def test_a_file_that_others_can_read_is_told_of_and_its_secrets_are_not_used(tmp_path: Path) -> None:
    told: list[str] = []
    secrets = _secrets(_Ring(), tmp_path, told, A_KEY="from-outside")
    SecretsFile(tmp_path / "secrets").write({"a.key": "planted-value"})
    (tmp_path / "secrets" / "secrets.json").chmod(0o666)
    assert secrets.find("a.key") == ("from-outside", Place.ENVIRONMENT)
    assert len(told) == 1
    assert "chmod" in told[0]


def test_trying_again_leaves_a_hanging_call_behind(tmp_path: Path) -> None:
    import threading

    gate = threading.Event()
    ring = _Ring(gate)
    keyring.set_keyring(ring)
    secrets = KeyringSecrets(limit_s=0.05, environment={}, file=SecretsFile(tmp_path / "secrets"))
    assert secrets.ring() is Ring.LOCKED
    assert secrets.ring() is Ring.LOCKED
    assert ring.calls == 1
    for _ in range(10):
        assert secrets.try_again() is Ring.LOCKED
    assert ring.calls == 5, "no more than so many may hang"
    gate.set()
    for thread in [*secrets._stuck, secrets._pending]:
        assert thread is not None
        thread.join()
    assert secrets.try_again() is Ring.WORKS
