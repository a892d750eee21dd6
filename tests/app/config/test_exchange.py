"""Settings that leave carry no secrets; those that come are shown first, and only what is right is taken."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.config import exchange as settings_exchange
from app.config.store import SettingsError, SettingsStore
from app.config.tuning import Tuning
from models.settings import Settings

KEY = "very-secret-value"
FILE = f"""# mine
[voice]
speed = 1.2 # quicker

[providers.openai]
model = "gpt-x"
api_key = "{KEY}"

[providers.obs-websocket]
password = "{KEY}"

[providers.nobody]
token = "{KEY}"
name = "kept"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def store_of(path: Path, text: str = "", **environment: str) -> SettingsStore:
    path.parent.mkdir(parents=True, exist_ok=True)
    if text:
        path.write_text(text)
    return SettingsStore(path, environment)


def test_no_secret_leaves(path: Path) -> None:
    text = settings_exchange.exported(store_of(path, FILE))
    assert KEY not in text
    assert "# quicker" in text, "remarks stay"
    table = tomllib.loads(text)
    assert table["voice"] == {"speed": 1.2}
    assert table["providers"] == {
        "openai": {"model": "gpt-x"},
        "obs-websocket": {},
        "nobody": {"name": "kept"},
    }
    assert KEY in path.read_text(), "the file itself is left alone"


def test_what_looks_like_a_secret_in_a_remark_does_not_leave(path: Path) -> None:
    text = settings_exchange.exported(store_of(path, "[mind]\n# api_key = sk-abcdefghijklmnop1234\n"))
    assert "abcdefghijklmnop" not in text


def test_nothing_can_be_exported(path: Path) -> None:
    assert tomllib.loads(settings_exchange.exported(store_of(path))) == {}


def test_a_preview_tells_what_would_change_in_words(path: Path) -> None:
    store = store_of(path, "[voice]\nspeed = 1.2\n")
    text = """
[voice]
speed = 1.5
volume = 0.5
[hearing]
muted = true
mode = "push"
[character]
catchphrases = ["One", "Two"]
name = "Nova"
[providers.ollama]
model = "qwen"
[window.places.HDMI-1]
x = 1
y = 2
"""
    preview = settings_exchange.preview(store, text, "x.toml")
    told = {change.path: (change.title, change.before, change.after) for change in preview.changes}
    assert told == {
        "voice.speed": ("Voice · Speed", "1.2 ×", "1.5 ×"),
        "voice.volume": ("Voice · Volume", "100 %", "50 %"),
        "hearing.muted": ("Hearing · Start muted", "off", "on"),
        "hearing.mode": ("Hearing · When she listens", "Whenever you speak", "While the key is held"),
        "character.catchphrases": ("Character · Catchphrases", "nothing", "One, Two"),
        "character.name": ("Character · Her name", "Vesper Astra", "Nova"),
        "providers.ollama.model": ("Ollama · Model", "mistral", "qwen"),
        "window.places": ("Window · Places", "0 in a list", "1 in a list"),
    }
    assert preview.problems == ()
    assert store.settings.voice.speed == 1.2, "nothing has changed yet"


def test_all_problems_are_told_and_what_is_wrong_is_left_out(path: Path) -> None:
    store = store_of(path, FILE)
    text = (
        '[voice]\nspeed = 9.5\nvolume = 0.5\n[mind]\nprovider = "oracle"\n[future]\na = 1\n'
        "[providers.ollama]\nretries = 99\n"
    )
    preview = settings_exchange.preview(store, text, "x.toml")
    assert len(preview.problems) == 4
    assert "line 2: voice.speed cannot be 9.5" in preview.problems[0]
    tuning = Tuning(store)
    assert tuning.adopt(settings_exchange.acceptable(store, text)) == ""
    table = tomllib.loads(path.read_text())
    assert table["voice"] == {"volume": 0.5}
    assert "future" not in table
    assert table["mind"] == {}
    assert store.problems == ()
    assert store.settings.voice.volume == 0.5
    assert store.settings.voice.speed == 1.0, "what the file says nothing of has its default"
    assert path.with_name("settings.toml.before-import").read_text() == FILE


def test_secrets_of_this_machine_stay(path: Path) -> None:
    store = store_of(path, FILE)
    text = settings_exchange.acceptable(store, "[voice]\nspeed = 2.0\n")
    assert tomllib.loads(text)["providers"]["openai"] == {"api_key": KEY}
    assert tomllib.loads(text)["providers"]["obs-websocket"] == {"password": KEY}


@pytest.mark.parametrize("text", ["not toml [", "version = 99\n", 'version = "1"\n', "version = 0\n"])
def test_what_cannot_be_imported_is_refused(path: Path, text: str) -> None:
    store = store_of(path, FILE)
    preview = settings_exchange.preview(store, text, "x.toml")
    assert preview.refused.startswith("This can't be imported: ")
    with pytest.raises(SettingsError):
        store.replace(text)
    assert Tuning(store).adopt(text)
    assert path.read_text() == FILE


def test_an_older_file_is_brought_up_to_date(path: Path) -> None:
    def louder(document: object) -> None:
        document["voice"]["volume"] = document["voice"].pop("loudness")  # type: ignore[index]

    path.parent.mkdir(parents=True)
    store = SettingsStore(path, {}, migrations={1: louder}, version=2)
    text = "version = 1\n[voice]\nloudness = 0.4\n"
    assert [c.path for c in settings_exchange.preview(store, text, "x").changes] == ["voice.volume"]
    store.replace(text)
    assert store.settings.voice.volume == 0.4
    assert tomllib.loads(path.read_text())["version"] == 2


def test_the_environment_goes_on_deciding(path: Path) -> None:
    store = store_of(path, "", COMPANION_NAME="Nova", LLM_MODEL="qwen", STREAMER_NAME="")
    assert store.overridden() == {"character.name": "COMPANION_NAME", "providers.ollama.model": "LLM_MODEL"}
    preview = settings_exchange.preview(store, '[character]\nname = "Luna"\n', "x")
    assert preview.changes == ()


def test_a_change_is_told_once_and_as_one(path: Path) -> None:
    tuning = Tuning(store_of(path))
    told: list[tuple[Settings, Settings]] = []
    tuning.changed.connect(lambda before, after: told.append((before, after)))
    tuning.adopt("[voice]\nspeed = 1.5\n[hearing]\nmuted = true\n")
    assert len(told) == 1
    assert told[0][1].voice.speed == 1.5
    assert told[0][1].hearing.muted
    path.write_text("[voice]\nspeed = 1.6\n")
    tuning.reload()
    tuning.reload()
    assert [after.voice.speed for _, after in told] == [1.5, 1.6]


def test_an_import_that_cannot_be_written_holds_for_this_session(path: Path) -> None:
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("in the way")
    tuning = Tuning(SettingsStore(path, {}))
    why: list[str] = []
    tuning.unsaved.connect(why.append)
    assert tuning.adopt("[voice]\nspeed = 1.5\n") == ""
    assert tuning.settings.voice.speed == 1.5
    assert why


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_text("#" * (settings_exchange.LIMIT_BYTES + 1))
    with pytest.raises(OSError, match="too large"):
        settings_exchange.read(large)


TEXT = st.recursive(
    st.one_of(st.booleans(), st.integers(-5, 5), st.text(max_size=5), st.floats(allow_nan=False)),
    lambda inner: st.dictionaries(
        st.sampled_from(["voice", "speed", "providers", "ollama", "url", "x"]), inner
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*Settings.model_fields, "nonsense"]), TEXT))
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_file_can_be_previewed_and_what_is_taken_is_right(
    tmp_path: Path, table: dict[str, object]
) -> None:
    import tomlkit

    store = store_of(tmp_path / "any" / "settings.toml")
    store.path.unlink(missing_ok=True)
    store.load()
    text = tomlkit.dumps(table)
    preview = settings_exchange.preview(store, text, "x")
    if not preview.refused:
        store.replace(settings_exchange.acceptable(store, text))
        assert store.problems == ()
