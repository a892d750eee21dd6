"""`personas` as a user runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.ground import DONE, FAILED, USAGE


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VESPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("VESPER_STATE", str(tmp_path / "state"))
    for name in ("PERSONALITY_PRESET", "RELATIONSHIP_DYNAMIC", "VISUAL", "EDITOR", "STREAMER_NAME"):
        monkeypatch.delenv(name, raising=False)


Out = pytest.CaptureFixture[str]


def _run(capsys: Out, *argv: str) -> tuple[int, str, str]:
    code = main(["personas", *argv])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def _editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str) -> None:
    """An editor that replaces a text and goes."""
    script = tmp_path / "editor with spaces.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n"
        f"file.write_text(file.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} '{script}'")


def test_the_list_marks_what_is_chosen_and_what_is_the_users(capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    chosen = '[character]\npreset = "hype"\nstyle = "kawaii"\n'
    (tmp_path / "config" / "settings.toml").write_text(chosen, encoding="utf-8")
    _run(capsys, "copy", "tender", "mine")
    code, shown, told = _run(capsys, "list")
    assert (code, told) == (DONE, "")
    lines = shown.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("*")][:3] == [
        "hype",
        "ride_or_die",
        "kawaii",
    ]
    assert next(line for line in lines if line.strip().startswith("mine")).endswith("(yours)")
    as_json = json.loads(_run(capsys, "list", "--json")[1])
    assert len(as_json) == 15
    assert {"kind": "style", "id": "kawaii", "title": "Kawaii"}.items() <= as_json[-1].items()


def test_show_prints_the_file(capsys: Out) -> None:
    code, shown, _ = _run(capsys, "show", "style/chaotic")
    assert code == DONE
    assert 'id = "chaotic"' in shown
    assert shown.startswith("# ")


def test_preview_prints_the_prompt_with_what_else_is_chosen(
    capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMER_NAME", "Kit")
    monkeypatch.setenv("RELATIONSHIP_DYNAMIC", "protective")
    code, shown, _ = _run(capsys, "preview", "kawaii")
    assert code == DONE
    for words in ("[system] You are Vesper Astra", "Temper: dry", "you guard Kit like", "cute as a plush", "[user] ",
                  "20% af_jessica", "of 900, "):  # fmt: skip
        assert words in shown


def test_one_of_the_users_own_from_first_to_last(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, shown, _ = _run(capsys, "new", "preset", "gentle", "--title", "Gentle giant")
    path = tmp_path / "config" / "personas" / "presets" / "gentle.toml"
    assert code == DONE
    assert str(path) in shown
    _editor(monkeypatch, tmp_path, 'tone = "happy"', 'tone = "smug"')
    code, _, told = _run(capsys, "edit", "gentle")
    assert code == FAILED
    assert "gentle.toml: tone must be one of idle, happy" in told
    assert "line 9: " in told
    code, shown, told = _run(capsys, "list")
    assert code == DONE
    assert "gentle" not in shown
    assert "settings: line 9: presets/gentle.toml: tone" in told
    _editor(monkeypatch, tmp_path, 'tone = "smug"', 'tone = "love"')
    code, shown, _ = _run(capsys, "edit", "gentle")
    assert (code, shown) == (DONE, f"{path}\nIt is fine.\n")
    code, shown, _ = _run(capsys, "export", "gentle", str(tmp_path))
    file = tmp_path / "gentle.vesper-persona.toml"
    assert (code, shown) == (DONE, f"{file}\n")
    code, _, told = _run(capsys, "import", str(file))
    assert code == FAILED
    assert "preset/gentle is there already, one of yours" in told
    assert "--replace" in told
    code, shown, _ = _run(capsys, "import", str(file), "--replace")
    assert code == DONE
    assert "preset/gentle: Gentle giant." in shown
    assert _run(capsys, "delete", "gentle", "--yes") == (DONE, f"{path}\n", "")
    assert not path.exists()


def test_deleting_asks_first_where_someone_can_answer(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    _run(capsys, "copy", "snarky", "mine")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    code, _, told = _run(capsys, "delete", "mine")
    assert (code, told) == (FAILED, "vesper: nothing was deleted\n")
    assert _run(capsys, "show", "mine")[0] == DONE
    monkeypatch.setattr("builtins.input", lambda _question: "y")
    assert _run(capsys, "delete", "mine")[0] == DONE
    assert _run(capsys, "show", "mine")[0] == FAILED


def test_ours_cannot_be_edited_or_deleted(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _editor(monkeypatch, tmp_path, "Vesper", "Nobody")
    for action in ("edit", "delete"):
        code, _, told = _run(capsys, action, "snarky")
        assert code == FAILED
        assert "snarky is one of ours and stays; copy the preset first" in told


@pytest.mark.parametrize(("editor", "words"), [("no-such-editor", "does not start"), ("false", "ended with code 1"),
                                               ("'", "does not start")])  # fmt: skip
def test_an_editor_that_fails_is_told(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, editor: str, words: str
) -> None:
    _run(capsys, "copy", "snarky", "mine")
    monkeypatch.setenv("VISUAL", editor)
    code, _, told = _run(capsys, "edit", "mine")
    assert code == FAILED
    assert words in told


def test_an_editor_cannot_change_the_id_alone(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _run(capsys, "copy", "snarky", "mine")
    _editor(monkeypatch, tmp_path, 'id = "mine"', 'id = "yours"')
    code, _, told = _run(capsys, "edit", "mine")
    assert code == FAILED
    assert "its id is 'yours', but the file is called mine.toml" in told


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["show", "chaotic"], '"dynamic/chaotic", "style/chaotic"'),
        (["show", "nobody"], "nobody is the id of no persona"),
        (["copy", "snarky", "../evil"], "id must be small letters"),
        (["import", "/no/such/file"], "is not a file"),
    ],
)
def test_what_cannot_be_done_is_told(capsys: Out, argv: list[str], words: str) -> None:
    code, shown, told = _run(capsys, *argv)
    assert (code, shown) == (FAILED, "")
    assert words in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("argv", [[], ["dance"], ["copy", "snarky"], ["new", "mood", "x"]])
def test_a_wrong_command_ends_with_a_hint(capsys: Out, argv: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["personas", *argv])
    assert ended.value.code == USAGE
    assert "usage:" in capsys.readouterr().err
