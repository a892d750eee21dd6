from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from app import logs
from app.credentials.store import ABSENT, LOCKED, SERVICE, KeyringSecrets, variable

ROOT = Path(__file__).resolve().parents[3]


class _Ring(KeyringBackend):
    """A keyring in memory; with a gate it answers only once that is open."""

    priority = 1.0

    def __init__(self, gate: threading.Event | None = None, error: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own base
        self.kept: dict[tuple[str, str], str] = {}
        self.gate, self.error, self.calls = gate, error, 0

    def _enter(self) -> None:
        self.calls += 1
        if self.gate:
            self.gate.wait()
        if self.error:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._enter()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._enter()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._enter()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture(autouse=True)
def _same_keyring_after() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def _secrets(ring: _Ring, told: list[str], *, limit_s: float = 10.0, **environment: str) -> KeyringSecrets:
    keyring.set_keyring(ring)
    return KeyringSecrets(told.append, limit_s=limit_s, environment=environment)


def test_secrets_live_in_the_keyring(told: list[str]) -> None:
    ring = _Ring()
    secrets = _secrets(ring, told)
    assert secrets.get("twitch.token") is None
    secrets.set("twitch.token", "abc123xyz")
    assert ring.kept == {(SERVICE, "twitch.token"): "abc123xyz"}
    assert secrets.get("twitch.token") == "abc123xyz"
    secrets.delete("twitch.token")
    secrets.delete("twitch.token")
    assert ring.kept == {}
    assert (told, secrets.trouble()) == ([], "")


def test_the_keyring_comes_before_the_environment(told: list[str]) -> None:
    ring = _Ring()
    secrets = _secrets(ring, told, TWITCH_TOKEN="from-environment")
    assert secrets.get("twitch.token") == "from-environment"
    secrets.set("twitch.token", "from-keyring")
    assert secrets.get("twitch.token") == "from-keyring"


def test_without_a_keyring_secrets_last_for_the_session_and_one_notice_says_so(told: list[str]) -> None:
    secrets = _secrets(_Ring(error=NoKeyringError()), told, OTHER_KEY="env")
    secrets.set("openai.api_key", "sk-mine")
    assert secrets.get("openai.api_key") == "sk-mine"
    assert secrets.get("other.key") == "env"
    secrets.delete("openai.api_key")
    assert secrets.get("openai.api_key") is None
    assert len(told) == 1
    assert told[0].startswith(ABSENT)
    assert secrets.trouble().startswith(ABSENT)


def test_a_dialog_the_user_dismissed_counts_as_locked(told: list[str]) -> None:
    secrets = _secrets(_Ring(error=KeyringLocked()), told)
    assert secrets.get("a.b") is None
    assert told == [LOCKED]


def test_a_keyring_that_blocks_is_given_up_and_found_again_once_it_answers(told: list[str]) -> None:
    gate = threading.Event()
    ring = _Ring(gate)
    secrets = _secrets(ring, told, limit_s=0.05)
    assert secrets.get("a.token") is None
    secrets.set("a.token", "for-now")
    assert secrets.get("a.token") == "for-now"
    assert told == [LOCKED]
    assert ring.calls == 1, "a blocked keyring is not asked again"
    stuck = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    assert all(thread.daemon for thread in stuck), "a blocked keyring never keeps the program alive"
    gate.set()
    for thread in stuck:
        thread.join()
    secrets.set("a.token", "kept")
    assert ring.kept == {(SERVICE, "a.token"): "kept"}


def test_values_never_reach_the_logs(told: list[str]) -> None:
    secrets = _secrets(_Ring(), told, PLAIN_WORD="swordfish")
    secrets.get("plain.word")
    secrets.set("other.word", "marmalade")
    assert logs.redact("it is swordfish, not marmalade") == f"it is {logs.MASK}, not {logs.MASK}"


def test_variables() -> None:
    assert (variable("openai.api_key"), variable("twitch.client-id")) == (
        "OPENAI_API_KEY",
        "TWITCH_CLIENT_ID",
    )


# --- a real keyring, on a session bus of its own ---------------------------------------------------------------

_UNLOCKED = """
from app.credentials.store import KeyringSecrets
told = []
secrets = KeyringSecrets(told.append, limit_s=60.0)
secrets.set("twitch.token", "real-secret")
assert KeyringSecrets(told.append, limit_s=60.0).get("twitch.token") == "real-secret", told
secrets.delete("twitch.token")
assert secrets.get("twitch.token") is None
assert told == [], told
print("kept and forgotten")
"""
_BLOCKED = """
from app.credentials.store import LOCKED, KeyringSecrets
told = []
secrets = KeyringSecrets(told.append, limit_s=1.0, environment={"TWITCH_TOKEN": "from-environment"})
assert secrets.get("twitch.token") == "from-environment"
secrets.set("twitch.token", "for-now")
assert secrets.get("twitch.token") == "for-now"
assert told == [LOCKED], told
print("given up")
"""
_START_UNLOCKED = (
    'printf test-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'
)
_START_LOCKED = (
    "printf test-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
    "python=$1; \"$python\" -c \"import keyring; keyring.set_password('vesper', 'twitch.token', 'x')\"; "
    "gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets "
    "--method org.freedesktop.Secret.Service.Lock \"['/org/freedesktop/secrets/collection/login']\" >/dev/null; "
    'exec "$@"'
)
_HERE = all(shutil.which(name) for name in ("dbus-run-session", "gnome-keyring-daemon", "gdbus"))


def _on_a_bus(folder: Path, start: str, code: str) -> str:
    """Run Python code on a private session bus with a private GNOME Keyring."""
    places = {"HOME": folder, "XDG_DATA_HOME": folder / "data", "XDG_RUNTIME_DIR": folder / "run"}
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    env = {name: str(place) for name, place in places.items()} | {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    script = f"{start}"
    argv = ["dbus-run-session", "--", "bash", "-c", script, "_", sys.executable, "-c", code]
    done = subprocess.run(argv, env=env, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(not _HERE, reason="needs dbus-run-session, gnome-keyring and gdbus")
def test_a_real_keyring_keeps_secrets(tmp_path: Path) -> None:
    assert _on_a_bus(tmp_path, _START_UNLOCKED, _UNLOCKED) == "kept and forgotten"


@pytest.mark.skipif(not _HERE, reason="needs dbus-run-session, gnome-keyring and gdbus")
def test_a_real_locked_keyring_does_not_hold_her_up(tmp_path: Path) -> None:
    assert _on_a_bus(tmp_path, _START_LOCKED, _BLOCKED) == "given up"
