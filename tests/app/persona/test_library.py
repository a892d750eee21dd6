from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.paths import asset
from app.persona import safety
from app.persona.character import load, persona_of
from app.persona.files import LARGEST_BYTES, PersonaFileError
from app.persona.library import Library
from models.expression import Expression
from models.persona import prefix
from models.persona_parts import Kind, Preset
from models.settings import Character, Settings

HYPOTHESIS = hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "personas")


def _ids(library: Library, kind: Kind) -> list[str]:
    return [entry.part.id for entry in library.entries(kind)]


def _exported(library: Library, tmp_path: Path, reference: str = "snarky", **changes: Any) -> Path:
    """An exported part with fields changed; None takes one away."""
    path = library.export(reference, tmp_path / "given.toml", replace=True)
    document = tomlkit.parse(path.read_text(encoding="utf-8"))
    for field, value in changes.items():
        if value is None:
            del document[field]
        else:
            document[field] = value
    path.write_text(tomlkit.dumps(document), encoding="utf-8")
    return path


def _told(caught: pytest.ExceptionInfo[PersonaFileError]) -> list[str]:
    return [str(problem) for problem in caught.value.problems]


# --- reading -------------------------------------------------------------------------------------------------


def test_ours_are_there_and_nothing_is_written(library: Library) -> None:
    assert _ids(library, Kind.PRESET) == ["chill", "hype", "inappropriate", "sensual", "snarky"]
    assert len(_ids(library, Kind.DYNAMIC)) == 6
    assert len(_ids(library, Kind.STYLE)) == 3
    assert all(entry.ours and not entry.shadows for kind in Kind for entry in library.entries(kind))
    assert library.problems == ()
    assert not library.folder.exists()


def test_a_file_with_an_id_of_ours_stands_in_for_it_until_it_is_deleted(library: Library) -> None:
    text = asset("persona", "presets", "chill.toml").read_text(encoding="utf-8")
    library.save(Kind.PRESET, text.replace('title = "Chill"', 'title = "Chillier"'), replace=True)
    entry = library.find("chill")
    assert (entry.part.title, entry.ours, entry.shadows) == ("Chillier", False, True)
    assert len(_ids(library, Kind.PRESET)) == 5
    library.delete("chill")
    assert library.find("chill").part.title == "Chill"


def test_damaged_files_are_told_with_line_and_field_and_skipped(library: Library) -> None:
    folder = library.folder / "presets"
    library.copy("snarky", "fine")
    good = (folder / "fine.toml").read_text(encoding="utf-8")
    (folder / "broken.toml").write_text("id = [", encoding="utf-8")
    (folder / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    (folder / "large.toml").write_text("#" * (LARGEST_BYTES + 1), encoding="utf-8")
    (folder / "other.toml").write_text(good, encoding="utf-8")
    wrong = good.replace('id = "fine"', 'id = "wrong"').replace("audience = ", "audiences = ", 1)
    wrong = wrong.replace("swallowed = [\n", 'swallowed = [\n  "",\n').replace("speed = 1.0", "speed = 10")
    (folder / "wrong.toml").write_text(wrong, encoding="utf-8")
    (folder / "snarky.toml").write_text("title = 3", encoding="utf-8")
    (folder / "folder.toml").mkdir()
    assert _ids(library, Kind.PRESET) == ["chill", "hype", "inappropriate", "sensual", "snarky", "fine"]
    assert library.find("snarky").ours, "a damaged file does not hide ours"
    told = "\n".join(map(str, library.problems))
    at = 1 + wrong.split("\n").index('audiences = "adults"')
    speed = 1 + wrong.split("\n").index("speed = 10")
    swallowed = 1 + wrong.split("\n").index("swallowed = [")
    for problem in (
        "line 1: presets/broken.toml is no valid TOML",
        "bytes.toml is no text in UTF-8",
        f"large.toml is too large for a persona; {LARGEST_BYTES // 1024} KiB fit",
        "presets/other.toml: id is 'fine', but the file is called other.toml; make them agree",
        f"line {at}: presets/wrong.toml: examples.1.audiences is no field of a preset",
        f"line {speed}: presets/wrong.toml: voice.speed must be at most 2.0",
        f"line {swallowed}: presets/wrong.toml: swallowed.1 is empty",
        "line 1: presets/snarky.toml: title must be text in quotes",
        "presets/snarky.toml: system is missing",
        "folder.toml is not a file",
    ):
        assert problem in told


def test_a_file_is_read_again_when_it_changed(library: Library) -> None:
    path = library.copy("hype", "mine").path
    path.write_text(path.read_text(encoding="utf-8").replace("my champ", "captain of mine"), encoding="utf-8")
    part = library.find("mine").part
    assert isinstance(part, Preset)
    assert part.streamer == "captain of mine"


@pytest.mark.parametrize(
    "reference", ["", "nobody", "preset/tender", "style/", "x/snarky", "../snarky", "/etc/passwd"]
)
def test_what_is_not_there_is_told_with_what_is(library: Library, reference: str) -> None:
    with pytest.raises(PersonaFileError, match="is the id of no persona"):
        library.find(reference)
    with pytest.raises(PersonaFileError, match="is the id of no persona"):
        library.delete(reference)


def test_an_id_of_two_kinds_needs_its_kind(library: Library) -> None:
    with pytest.raises(PersonaFileError, match='"dynamic/chaotic", "style/chaotic"'):
        library.find("chaotic")
    assert library.find("style/chaotic").kind is Kind.STYLE


# --- the user's own ------------------------------------------------------------------------------------------


def test_a_copy_is_the_users_own_with_text_and_comments(library: Library) -> None:
    entry = library.copy("sensual", "velvet", "Velvet")
    assert entry.path == library.folder / "presets" / "velvet.toml"
    text = entry.path.read_text(encoding="utf-8")
    assert text.startswith('# Made from the preset \'Sensual\'.\nid = "velvet"\ntitle = "Velvet"\n')
    ours = library.find("sensual").part
    assert entry.part.model_dump(exclude={"id", "title"}) == ours.model_dump(exclude={"id", "title"})
    assert (entry.ours, entry.shadows) == (False, False)


@pytest.mark.parametrize("new_id", ["../evil", "a/b", "Big", "", "a\n", "con", "nul", "."])
def test_an_id_that_is_no_harmless_file_name_writes_nothing(
    library: Library, new_id: str, tmp_path: Path
) -> None:
    with pytest.raises(PersonaFileError, match="id "):
        library.copy("snarky", new_id)
    assert list(tmp_path.rglob("*")) == []


def test_nothing_is_overwritten_untold(library: Library) -> None:
    with pytest.raises(PersonaFileError, match="preset/chill is there already, one of ours"):
        library.copy("snarky", "chill")
    library.copy("snarky", "mine")
    with pytest.raises(PersonaFileError, match="preset/mine is there already, one of yours"):
        library.copy("hype", "mine")
    path = library.folder / "styles" / "dangling.toml"
    path.parent.mkdir()
    path.symlink_to(library.folder / "elsewhere.toml")
    with pytest.raises(PersonaFileError, match="is there already"):
        library.copy("kawaii", "dangling")
    assert not (library.folder / "elsewhere.toml").exists()


@pytest.mark.parametrize("kind", Kind)
def test_an_empty_form_is_a_part_that_works(library: Library, kind: Kind) -> None:
    entry = library.start(kind, "my_own")
    assert (entry.kind, entry.part.id, entry.part.title) == (kind, "my_own", "My own")
    assert entry.path.read_text(encoding="utf-8").startswith("# A")


def test_only_the_users_own_are_deleted_damaged_or_not(library: Library) -> None:
    with pytest.raises(PersonaFileError, match="snarky is one of ours and stays; copy the preset first"):
        library.delete("snarky")
    path = library.copy("snarky", "mine").path
    path.write_text("broken =", encoding="utf-8")
    assert library.delete("mine") == path
    assert not path.exists()


def test_what_cannot_be_deleted_or_is_two_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.start(Kind.PRESET, "mine")
    library.start(Kind.STYLE, "mine")
    with pytest.raises(PersonaFileError, match='"preset/mine", "style/mine"'):
        library.delete("mine")

    def held(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(PersonaFileError, match=r"mine\.toml stays \(Permission denied\)"):
        library.delete("style/mine")
    assert library.find("style/mine").part.title == "Mine"


def test_a_full_disk_leaves_what_was_there(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    path = library.copy("snarky", "mine").path
    before = path.read_text(encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PersonaFileError, match=r"mine\.toml cannot be written \(No space left on device\)"):
        library.save(Kind.PRESET, before.replace("Snarky", "Other"), replace=True)
    assert path.read_text(encoding="utf-8") == before
    assert [file.name for file in path.parent.iterdir()] == ["mine.toml"]


# --- passing on ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reference", ["chill", "tender", "style/chaotic"])
def test_what_is_exported_comes_back_the_same(library: Library, tmp_path: Path, reference: str) -> None:
    entry = library.find(reference)
    library.save(entry.kind, entry.path.read_text(encoding="utf-8"), replace=True)
    file = library.export(reference, tmp_path)
    assert file == tmp_path / f"{entry.part.id}.vesper-persona.toml"
    other = Library(tmp_path / "other")
    with pytest.raises(PersonaFileError, match="is there already, one of ours"):
        other.import_(file)
    taken = other.import_(file, replace=True)
    assert taken.part == entry.part
    assert taken.path == tmp_path / "other" / f"{entry.kind}s" / f"{entry.part.id}.toml"
    assert "format" not in taken.path.read_text(encoding="utf-8").split("[")[0]


def test_an_export_overwrites_only_when_told(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("precious", encoding="utf-8")
    with pytest.raises(PersonaFileError, match=r"mine\.toml is there already"):
        library.export("snarky", file)
    assert file.read_text(encoding="utf-8") == "precious"
    library.export("snarky", file, replace=True)
    assert 'kind = "preset"' in file.read_text(encoding="utf-8")


def test_an_import_overwrites_only_when_told(library: Library, tmp_path: Path) -> None:
    file = _exported(library, tmp_path, id="mine", title="New")
    library.copy("snarky", "mine", "Old")
    with pytest.raises(PersonaFileError, match="preset/mine is there already, one of yours"):
        library.import_(file)
    assert library.find("mine").part.title == "Old"
    assert library.import_(file, replace=True).part.title == "New"
    assert library.find("mine").part.title == "New"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": None}, "is no persona that this Vesper can take in"),
        ({"format": "vesper-persona 2"}, "is no persona that this Vesper can take in"),
        ({"kind": "core"}, "is no persona that this Vesper can take in"),
        ({"kind": ["preset"]}, "is no persona that this Vesper can take in"),
        ({"kind": "style"}, "given.toml: streamer is no field of a style"),
        ({"id": "../../evil"}, "line 5: given.toml: id must be small letters"),
        ({"id": "nul"}, "id cannot be 'nul'"),
        ({"system": "{companion.__class__}"}, "given.toml: system uses {companion.__class__}"),
        ({"system": "{companion:>999999999}"}, "given.toml: system uses {companion}"),
        ({"system": "x" * 1201}, "given.toml: system is too long; 1200 characters fit"),
        ({"title": "a\u202eb"}, "given.toml: title holds hidden characters (U+202E)"),
        ({"refusals": []}, "given.toml: refusals is empty"),
        ({"lines": "intents"}, "given.toml: lines cannot be 'intents'"),
        ({"shell": "rm"}, "given.toml: shell is no field of a preset"),
    ],
)
def test_what_cannot_be_taken_in_is_told_and_changes_nothing(
    library: Library, tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    file = _exported(library, tmp_path, **changes)
    with pytest.raises(PersonaFileError) as caught:
        library.import_(file, replace=True)
    assert words in "\n".join(_told(caught))
    assert not library.folder.exists()


def test_every_fault_of_a_file_is_told_at_once(library: Library, tmp_path: Path) -> None:
    file = _exported(library, tmp_path, id="A B", title="t" * 41, system="{x}")
    with pytest.raises(PersonaFileError) as caught:
        library.import_(file)
    assert len(_told(caught)) == 3
    assert [problem.line for problem in caught.value.problems] == sorted(
        p.line for p in caught.value.problems
    )
    assert caught.value.problems[0].line > 0


def test_what_is_no_file_of_ours_is_refused_before_it_is_read(library: Library, tmp_path: Path) -> None:
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(10**9)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path, words in (
        (huge, "is too large"),
        (pipe, "is not a file"),
        (tmp_path, "is not a file"),
        (tmp_path / "none.toml", "is not a file"),
    ):
        with pytest.raises(PersonaFileError, match=words):
            library.import_(path)
    deep = tmp_path / "deep.toml"
    deep.write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    with pytest.raises(PersonaFileError):
        library.import_(deep)


@HYPOTHESIS
@given(raw=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_content_makes_an_import_or_a_start_fail_otherwise(tmp_path: Path, raw: bytes) -> None:
    library = Library(tmp_path / "personas")
    own = library.folder / "styles" / "own.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes(raw)
    assert len(library.problems) >= 1
    with pytest.raises(PersonaFileError):
        library.import_(own)


# --- becoming someone ----------------------------------------------------------------------------------------


def test_the_settings_make_the_persona(library: Library) -> None:
    library.copy("hype", "mine")
    chosen = Character(
        name="Nova", preset="mine", dynamic="tender", style="kawaii", energy="low", family_mode=True,
        pronouns="they/them", catchphrases=("Stars above",), forbidden_topics=("politics",),
    )  # fmt: skip
    persona = persona_of(Settings(character=chosen), library)
    assert (persona.preset, persona.dynamic, persona.style, persona.energy) == (
        "mine",
        "tender",
        "kawaii",
        "low",
    )
    assert (persona.companion, persona.pronouns, persona.family) == ("Nova", "they/them", True)
    assert (persona.catchphrases, persona.forbidden) == (("Stars above",), ("politics",))
    assert persona.tone is Expression.HAPPY
    said = prefix(persona)[0].content
    for word in ("You are Nova", "Bond: you are soft", "plush", "Energy: low", "children listen", "they/them",
                 "Stars above", "politics"):  # fmt: skip
        assert word in said


def test_everyone_has_something_to_say_in_basic_mode(library: Library) -> None:
    library.copy("hype", "mine")
    library.copy("tender", "close")
    now = datetime(2026, 11, 21, 21, 0, tzinfo=UTC)
    said = {
        preset: load(Settings(character=Character(preset=preset, dynamic="close")), library)
        .lines.answer("Hello!", (), seed=1, now=now, name="Kit")
        for preset in ("mine", "hype", "chill")
    }  # fmt: skip
    assert all(said.values())
    assert said["mine"] == said["hype"], "a copy keeps the lines of what it was made of"
    assert said["mine"] != said["chill"]


@pytest.mark.parametrize("family", [False, True], ids=["all", "family"])
def test_the_gate_lets_her_own_words_pass(library: Library, *, family: bool) -> None:
    for entry in library.entries(Kind.PRESET):
        settings = Settings(character=Character(preset=entry.part.id, family_mode=family))
        persona = persona_of(settings, library)
        gate = safety.load(settings, persona)
        replies = [shot.reply for shot in persona.examples]
        for line in (*replies, *persona.refusals, *persona.swallowed):
            assert not gate.say(line).blocked, (entry.part.id, line)


def test_what_is_not_there_gives_way_to_the_default(library: Library) -> None:
    chosen = Character(preset="gone", dynamic="gone", style="gone")
    assert persona_of(Settings(character=chosen), library) == persona_of(Settings(), library)
