from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.atomic import write_atomically
from app.config.problems import Problem, check, line_of
from app.config.store import SettingsError, SettingsNotSavedError, SettingsStore
from app.persona.library import Library
from models.settings import ENVIRONMENT, Settings

HYPOTHESIS = hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def _store(path: Path, text: str | None = None, **environment: str) -> SettingsStore:
    if text is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return SettingsStore(path, environment)


def _keys(store: SettingsStore) -> list[str]:
    return [problem.key for problem in store.problems]


# --- reading -------------------------------------------------------------------------------------------------


def test_no_file_means_defaults_and_writes_nothing(path: Path) -> None:
    store = _store(path)
    assert store.settings == Settings()
    assert store.problems == ()
    assert not path.parent.exists()


def test_all_problems_are_reported_at_once_with_line_and_what_is_allowed(path: Path) -> None:
    text = (
        "[voice]\nspeed = 9.5\nvolume = 0.4\n\n"
        '[character]\npreset = "evil"\n\n'
        "[window]\nx = 1.5\n\n"
        '[mind]\nprovider = "oracle"\n\n'
        "[providers.nobody]\na = 1\n\n"
        "[future]\nb = 2\n"
    )
    store = _store(path, text)
    found = {problem.key: problem for problem in store.problems}
    assert set(found) == {
        "voice.speed", "character.preset", "window.x", "mind.provider", "providers.nobody", "future",
    }  # fmt: skip
    assert (found["voice.speed"].line, found["character.preset"].line, found["window.x"].line) == (2, 6, 9)
    assert (found["mind.provider"].line, found["providers.nobody"].line, found["future"].line) == (12, 14, 17)
    assert found["voice.speed"].allowed == "a number from 0.5 to 2"
    assert "9.5" in found["voice.speed"].wrong
    assert '"snarky"' in found["character.preset"].allowed
    assert '"ollama"' in found["mind.provider"].allowed
    assert '"auto"' in found["mind.provider"].allowed
    assert [problem.line for problem in store.problems] == sorted(p.line for p in store.problems)
    assert store.settings.voice.speed == 1.0
    assert store.settings.voice.volume == 0.4, "what is right is used"
    assert path.read_text(encoding="utf-8") == text, "reading changes nothing"


def test_a_scalar_where_a_section_should_be_is_one_problem(path: Path) -> None:
    store = _store(path, 'voice = "loud"\n[character]\nname = "Nova"\n')
    assert _keys(store) == ["voice"]
    assert store.settings.character.name == "Nova"


def test_wrong_values_of_an_engine_are_reported_and_defaulted(path: Path) -> None:
    store = _store(path, "[providers.llama]\nthreads = 0\nnonsense = 1\n")
    assert sorted(_keys(store)) == ["providers.llama.nonsense", "providers.llama.threads"]
    assert store.provider_settings("llama").model_dump()["threads"] == 1


def test_a_byte_order_mark_is_no_problem(path: Path) -> None:
    store = _store(path, "\ufeff[voice]\nspeed = 1.5\n")
    assert (store.settings.voice.speed, store.problems) == (1.5, ())


def test_a_corrupt_file_is_kept_aside_with_one_notice(path: Path) -> None:
    store = _store(path, "[voice\nspeed = ")
    assert store.settings == Settings()
    assert len(store.problems) == 1
    assert "settings.toml.broken-1" in str(store.problems[0])
    assert not path.exists()
    assert path.with_name("settings.toml.broken-1").read_text(encoding="utf-8") == "[voice\nspeed = "
    path.write_bytes(b"\xff\xfe\x00")
    store.load()
    assert path.with_name("settings.toml.broken-2").read_bytes() == b"\xff\xfe\x00"


def test_a_folder_in_its_place_is_reported_not_raised(path: Path) -> None:
    path.mkdir(parents=True)
    store = SettingsStore(path, {})
    assert store.settings == Settings()
    assert "cannot be read" in str(store.problems[0])


@HYPOTHESIS
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_content_makes_it_raise(path: Path, raw: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    assert isinstance(SettingsStore(path, {}).settings, Settings)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_NAMES = st.sampled_from(
    [*Settings.model_fields, "speed", "name", "x", "provider", "ollama", "kokoro", "else"]
)


@HYPOTHESIS
@given(table=st.dictionaries(_NAMES, _VALUES | st.dictionaries(_NAMES, _VALUES, max_size=4), max_size=6))
def test_any_table_gives_settings_and_names_what_it_left_out(table: dict[str, Any]) -> None:
    settings, problems = check(table, Settings)
    assert Settings.model_validate(settings.model_dump()) == settings
    for key, value in table.items():
        if key not in Settings.model_fields or not isinstance(value, dict | int):
            assert any(problem.key.split(".")[0] == key for problem in problems)


# --- writing -------------------------------------------------------------------------------------------------


def test_a_change_keeps_comments_order_and_unknown_keys(path: Path) -> None:
    text = "# mine\n[voice] # loud\nspeed = 1.5 # quick\nmystery = 7\n\n[character]\nname = 'Nova'\n"
    store = _store(path, text)
    store.change("voice", speed=0.8)
    assert path.read_text(encoding="utf-8") == text.replace("1.5", "0.8")
    assert store.settings.voice.speed == 0.8
    assert _keys(store) == ["voice.mystery"]


def test_a_change_is_read_back_by_the_next_start(path: Path) -> None:
    _store(path).change("chat", x=-40, y=12, width=500, height=700)
    _store(path).change("providers.ollama", model="llama3")
    again = _store(path)
    assert (again.settings.chat.x, again.settings.chat.width) == (-40, 500)
    assert again.settings.providers == {"ollama": {"model": "llama3"}}
    assert again.problems == ()


def test_none_brings_the_default_back(path: Path) -> None:
    store = _store(path, "[window]\nx = 5\ny = 6\n")
    assert store.change("window", x=None).window.x is None
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"window": {"y": 6}}


def test_a_refused_change_changes_nothing(path: Path) -> None:
    text = "[voice]\nspeed = 1.5\n"
    store = _store(path, text)
    with pytest.raises(SettingsError, match=r"voice\.speed cannot be 7.*from 0\.5 to 2"):
        store.change("voice", speed=7)
    with pytest.raises(SettingsError, match="nonsense"):
        store.change("voice", nonsense=1)
    with pytest.raises(SettingsError, match="oracle"):
        store.change("mind", provider="oracle")
    assert (store.settings.voice.speed, path.read_text(encoding="utf-8")) == (1.5, text)


def test_an_old_mistake_elsewhere_does_not_stop_a_change(path: Path) -> None:
    store = _store(path, "[voice]\nspeed = 99\n")
    assert store.change("voice", volume=0.5).voice.volume == 0.5
    assert _keys(store) == ["voice.speed"]


def test_an_edit_made_meanwhile_is_kept(path: Path) -> None:
    store = _store(path, "[voice]\nspeed = 1.5\n")
    path.write_text("[voice]\nspeed = 1.2 # by hand\n", encoding="utf-8")
    settings = store.change("voice", volume=0.5)
    assert (settings.voice.speed, settings.voice.volume) == (1.2, 0.5)
    assert "# by hand" in path.read_text(encoding="utf-8")


def test_a_section_written_as_a_scalar_is_replaced_by_a_change(path: Path) -> None:
    assert _store(path, "voice = 3\n").change("voice", speed=1.5).voice.speed == 1.5


def test_an_unwritable_place_keeps_the_change_for_the_session(path: Path) -> None:
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    store = SettingsStore(path, {})
    with pytest.raises(SettingsNotSavedError, match="until you quit"):
        store.change("voice", speed=1.5)
    assert store.settings.voice.speed == 1.5
    path.parent.unlink()
    assert store.change("voice", volume=0.5).voice.speed == 1.5
    assert tomllib.loads(path.read_text(encoding="utf-8"))["voice"] == {"speed": 1.5, "volume": 0.5}


@HYPOTHESIS
@given(
    st.floats(0.5, 2.0),
    st.integers(-32768, 32767),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
)
def test_values_survive_a_round_trip(path: Path, speed: float, x: int, name: str) -> None:
    store = SettingsStore(path, {})
    store.change("voice", speed=speed)
    store.change("window", x=x)
    store.change("character", name=name)
    again = SettingsStore(path, {})
    assert (again.settings.voice.speed, again.settings.window.x, again.settings.character.name) == (
        speed,
        x,
        name,
    )


def test_writing_is_all_or_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = _store(path, "[voice]\nspeed = 1.5\n")

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SettingsNotSavedError, match="No space left"):
        store.change("voice", speed=0.7)
    assert path.read_text(encoding="utf-8") == "[voice]\nspeed = 1.5\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="links and modes are of POSIX")
def test_a_link_and_its_mode_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "settings.toml"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


# --- environment ---------------------------------------------------------------------------------------------


def test_the_environment_lies_on_top_and_is_never_written(path: Path) -> None:
    values = {
        "BACKEND_URL": "http://stream:1",
        "OLLAMA_URL": "http://big:11434",
        "LLM_MODEL": "qwen",
        "COMPANION_PORT": "5003",
        "COMPANION_NAME": "Nova",
        "STREAMER_NAME": "Kit",
        "PERSONALITY_PRESET": "snarky",
        "RELATIONSHIP_DYNAMIC": "ride_or_die",
        "REACTION_COOLDOWN_SECONDS": "2.5",
        "CHAT_RESPONSE_COOLDOWN_SECONDS": "3",
    }
    assert values.keys() == ENVIRONMENT.keys()
    store = _store(path, '[character]\nname = "Vee"\n', **values)
    settings = store.settings
    assert store.problems == ()
    stream = settings.stream
    assert (stream.backend_url, stream.reaction_cooldown_s, stream.chat_cooldown_s) == (
        "http://stream:1",
        2.5,
        3.0,
    )
    assert settings.api.port == 5003
    character = settings.character
    assert (character.name, character.streamer_name, character.preset) == ("Nova", "Kit", "snarky")
    assert character.dynamic == "ride_or_die"
    ollama = store.provider_settings("ollama").model_dump()
    assert (ollama["url"], ollama["model"]) == ("http://big:11434", "qwen")
    store.change("voice", speed=1.5)
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {
        "character": {"name": "Vee"}, "voice": {"speed": 1.5},
    }  # fmt: skip


def test_a_wrong_variable_is_named_and_ignored(path: Path) -> None:
    store = _store(path, COMPANION_PORT="many", PERSONALITY_PRESET="evil", COMPANION_NAME="")
    assert sorted(_keys(store)) == ["COMPANION_PORT (environment)", "PERSONALITY_PRESET (environment)"]
    assert (store.settings.api.port, store.settings.character.preset) == (4003, "snarky")


# --- the persona ---------------------------------------------------------------------------------------------


def _own_style(folder: Path, name: str, text: str = "") -> Path:
    path = folder / "styles" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    default = f'id = "{name}"\ntitle = "T"\ndescription = "D."\nsystem = "S."\n'
    path.write_text(text or default, encoding="utf-8")
    return path


def test_what_there_is_no_file_for_is_named_with_what_there_is(path: Path) -> None:
    store = _store(path, '[character]\nname = "Vee"\ndynamic = "strict"\nstyle = "goth"\nenergy = "low"\n')
    found = {problem.key: problem for problem in store.problems}
    assert set(found) == {"character.dynamic", "character.style"}
    assert (found["character.dynamic"].line, found["character.style"].line) == (3, 4)
    assert str(found["character.style"]) == (
        "line 4: character.style cannot be 'goth'; there is no such style; "
        'allowed: "calm_with_chaos", "chaotic", "kawaii"'
    )
    character = store.settings.character
    assert (character.name, character.dynamic, character.style, character.energy) == (
        "Vee",
        "ride_or_die",
        "",
        "low",
    )


def test_the_environment_cannot_name_a_persona_that_is_not_there(path: Path) -> None:
    store = _store(path, '[character]\ndynamic = "tender"\n', RELATIONSHIP_DYNAMIC="strict")
    (problem,) = store.problems
    assert problem.key == "RELATIONSHIP_DYNAMIC (environment)"
    assert "'strict'" in problem.wrong
    assert '"tender"' in problem.allowed
    assert store.settings.character.dynamic == "ride_or_die"


def test_a_change_to_a_persona_that_is_not_there_is_refused(path: Path) -> None:
    store = _store(path)
    with pytest.raises(SettingsError, match=r"character\.preset cannot be 'evil'.*\"hype\""):
        store.change("character", preset="evil")
    assert store.change("character", preset="hype").character.preset == "hype"


def test_the_users_own_persona_counts_and_a_damaged_one_never_stops_the_start(
    path: Path, tmp_path: Path
) -> None:
    library = Library(tmp_path / "personas")
    own = _own_style(library.folder, "goth")
    path.parent.mkdir()
    path.write_text('[character]\nstyle = "goth"\n', encoding="utf-8")
    store = SettingsStore(path, {}, library=library)
    assert (store.settings.character.style, store.problems) == ("goth", ())
    own.write_text("id = \n", encoding="utf-8")
    assert store.load().character.style == ""
    told = [str(problem) for problem in store.problems]
    assert len(told) == 2
    assert told[0].startswith("line 2: character.style cannot be 'goth'")
    assert told[1].startswith("line 1: styles/goth.toml is no valid TOML")


# --- secrets and versions ------------------------------------------------------------------------------------


def test_an_empty_secret_is_asked_for_and_never_shown(path: Path) -> None:
    asked = list[str]()

    def secrets(name: str) -> str:
        asked.append(name)
        return "sk-very-secret"

    store = SettingsStore(path, {}, secrets=secrets)
    settings = store.provider_settings("openai")
    assert asked == ["openai.api_key"]
    assert settings.api_key.get_secret_value() == "sk-very-secret"  # type: ignore[attr-defined]  # OpenAiSettings
    assert "very-secret" not in repr(settings)


def test_old_files_are_migrated_with_a_copy(path: Path) -> None:
    def to_two(document: tomlkit.TOMLDocument) -> None:
        document["voice"]["speed"] = document["voice"].pop("pace")

    def to_three(document: tomlkit.TOMLDocument) -> None:
        document["voice"]["speed"] = document["voice"]["speed"] / 100

    text = "version = 1\n[voice]\npace = 150 # quick\n"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    store = SettingsStore(path, {}, migrations={1: to_two, 2: to_three}, version=3)
    assert (store.settings.voice.speed, store.problems) == (1.5, ())
    assert path.with_name("settings.toml.v1").read_text(encoding="utf-8") == text
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"version": 3, "voice": {"speed": 1.5}}


def test_a_file_of_a_newer_version_is_used_as_far_as_it_is_known(path: Path) -> None:
    store = _store(path, "version = 99\n[voice]\nspeed = 1.5\n")
    assert store.settings.voice.speed == 1.5
    assert _keys(store) == ["version"]
    assert path.with_name("settings.toml.v99").exists()
    store.change("voice", volume=0.5)
    assert tomllib.loads(path.read_text(encoding="utf-8"))["version"] == 99


@pytest.mark.parametrize(
    ("path_in_file", "line"),
    [
        (("a",), 1),
        (("t", "b"), 4),
        (("t", "u", "c"), 7),
        (("t", "d", "e"), 5),
        (("t", "zzz"), 3),
        (("none",), 0),
    ],
)
def test_lines_are_found(path_in_file: tuple[str, ...], line: int) -> None:
    text = 'a = 1\n# b = 0\n[t] # table\n"b" = 2\nd.e = 3\n[t.u]\nc = 4\n'
    assert line_of(text, path_in_file) == line


def test_a_problem_reads_as_one_line() -> None:
    assert str(Problem("voice.speed", "cannot be 9", "a number", 3)) == (
        "line 3: voice.speed cannot be 9; allowed: a number"
    )
