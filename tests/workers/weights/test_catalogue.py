"""The shipped catalogue, and what a bad one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.weights.cache import missing, path_of
from workers.weights.catalogue import CATALOGUE_PATH, HubSource, PackageSource, WebSource, load_catalogue
from workers.weights.errors import CatalogueError


def test_the_shipped_catalogue_has_the_default_models() -> None:
    assert load_catalogue().ids == (
        "whisper-base",
        "kokoro-82m",
        "kokoro-voices",
        "smollm2-135m",
        "silero-vad",
        "smart-turn-v3",
    )


def test_better_models_are_offered_and_not_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = load_catalogue()
    assert {model.role for model in catalogue.better} == {"asr", "llm", "tts"}
    for model in catalogue.better:
        assert model.offer
        assert model.offer.better
        assert model.offer.wants
        assert catalogue[model.id] is model
        assert model.id not in catalogue.ids
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path))
    assert set(missing()) == set(catalogue.ids)


def test_an_offer_with_holes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    text = CATALOGUE_PATH.read_text(encoding="utf-8")
    path.write_text(text.replace("memory_mb = 700\ntried = false", "memory_mb = 0"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"(?s)`memory_mb`.*`tried`"):
        load_catalogue(path)


def test_every_shipped_edition_can_be_fetched_in_full() -> None:
    catalogue = load_catalogue()
    for model in (*catalogue.models, *catalogue.better):
        for edition in model.editions:
            assert edition.sources
            for source in edition.sources:
                if isinstance(source, PackageSource):
                    assert set(source.parts) == {file.name for file in edition.files}
                else:
                    assert isinstance(source, HubSource | WebSource)


def test_all_english_voices_are_listed() -> None:
    names = [file.name for file in load_catalogue()["kokoro-voices"].editions[0].files]
    assert {name[:3] for name in names} == {"af_", "am_", "bf_", "bm_"}
    assert len(names) == 28


def test_every_model_states_its_licence_and_origin() -> None:
    assert all(
        model.licence and model.origin and model.title
        for model in (*load_catalogue().models, *load_catalogue().better)
    )


def test_an_unknown_model_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CatalogueError, match=r'no model "whisper".*whisper-base'):
        missing(["whisper"])


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    path.write_text("""
[[model]]
id = "one"
role = "asr"
title = ""
origin = "here"
licence = "MIT"
[[model.edition]]
name = "x"
files = [{ name = "../up", size = 0, sha256 = "abc" }]
[[model.edition.source]]
kind = "ftp"
packages = [{ name = "p", version = "1", size = 1 }]
members."other" = ["p:x"]
""")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)
    text = str(caught.value)
    for problem in ("`title`", "bare name", "`size`", "64 lower-case hex", '"ftp"', 'nothing about "../up"'):
        assert problem in text


@pytest.mark.parametrize(
    ("content", "words"),
    [("[[model", "not valid TOML"), ("", "non-empty list of tables `model`")],
)
def test_a_broken_file_is_explained(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "models.toml"
    path.write_text(content)
    with pytest.raises(CatalogueError, match=words):
        load_catalogue(path)


def test_an_absent_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        load_catalogue(tmp_path / "models.toml")


def test_an_id_used_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    text = CATALOGUE_PATH.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "kokoro-82m"', 'id = "whisper-base"'), encoding="utf-8")
    with pytest.raises(CatalogueError, match='"whisper-base" is listed twice'):
        load_catalogue(path)


def test_the_cache_folder_follows_the_override(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path))
    assert path_of("silero-vad") == tmp_path / "models" / "silero-vad"
    assert missing(["silero-vad"]) == ["silero-vad"]


def test_a_file_of_another_size_counts_as_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path))
    folder = path_of("silero-vad")
    folder.mkdir(parents=True)
    size = load_catalogue()["silero-vad"].editions[0].files[0].size
    (folder / "silero_vad.onnx").write_bytes(bytes(size))
    assert missing(["silero-vad"]) == []
    (folder / "silero_vad.onnx").write_bytes(bytes(size - 1))
    assert missing(["silero-vad"]) == ["silero-vad"]
