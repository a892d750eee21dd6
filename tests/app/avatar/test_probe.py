from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from app.avatar.probe import ModelError, check, fingerprint
from app.avatar.shaders import classic_shaders, needs_blend_modes, shaders_for
from tests.app.avatar.conftest import VESPER

HERS = VESPER / "vesper.model3.json"
NEVER = (sys.executable, "-c", "raise SystemExit(9)")


def test_a_good_model_is_loaded_once_by_a_child_and_then_known(tmp_path: Path) -> None:
    digest = check(HERS, tmp_path)
    assert check(HERS, tmp_path, NEVER) == digest == fingerprint(HERS)


def test_a_model_whose_files_changed_is_unknown_again(tmp_path: Path, copied_model: Path) -> None:
    check(copied_model, tmp_path)
    motion = copied_model.parent / "motions" / "wave.motion3.json"
    motion.write_text(motion.read_text() + "\n")
    with pytest.raises(ModelError, match="damaged"):
        check(copied_model, tmp_path, NEVER)


def test_a_child_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="could not be checked"):
        check(HERS, tmp_path, (str(tmp_path / "nothing"),))


def test_a_cache_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert check(HERS, blocked) == fingerprint(HERS)


def test_missing_files_are_named(tmp_path: Path, copied_model: Path) -> None:
    (copied_model.parent / "textures" / "texture_00.png").unlink()
    with pytest.raises(ModelError, match="texture_00"):
        check(copied_model, tmp_path)


def test_sounds_may_be_missing(copied_model: Path) -> None:
    description = json.loads(copied_model.read_text())
    description["FileReferences"]["Motions"]["Wave"][0]["Sound"] = "sounds/hello.wav"
    copied_model.write_text(json.dumps(description, indent=1))
    assert fingerprint(copied_model)


def test_the_shader_folder_is_kept_up_to_date(tmp_path: Path) -> None:
    package, cache = tmp_path / "package", tmp_path / "cache"
    sources = package / "FrameworkShaders"
    sources.mkdir(parents=True)
    for name in ("A.frag", "B.vert", "ABlend.frag"):
        (sources / name).write_text(name)
    folder = classic_shaders(package, cache) / "FrameworkShaders"
    assert {path.name for path in folder.iterdir()} == {"A.frag", "B.vert"}
    (sources / "A.frag").write_text("new")
    (sources / "B.vert").unlink()
    classic_shaders(package, cache)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"A.frag": "new"}


def test_only_models_of_cubism_5_3_need_every_shader(tmp_path: Path) -> None:
    assert not needs_blend_modes((VESPER / "vesper.moc3").read_bytes()[:8])
    assert not needs_blend_modes(b"MOC3\x05")
    assert needs_blend_modes(b"MOC3\x06")
    assert not needs_blend_modes(b"")
    moc = tmp_path / "new.moc3"
    moc.write_bytes(b"MOC3\x06...")
    assert shaders_for(moc, tmp_path, tmp_path / "cache") == tmp_path


def test_without_a_cache_the_packages_own_shaders_do(tmp_path: Path) -> None:
    package, blocked = tmp_path / "package", tmp_path / "file"
    (package / "FrameworkShaders").mkdir(parents=True)
    blocked.touch()
    assert shaders_for(VESPER / "vesper.moc3", package, blocked) == package
