"""Full and unwritable disks, the local folder, and what is taken over from a damaged model folder."""

from __future__ import annotations

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workers.weights.conftest import HUB, noise, sample
from tests.workers.weights.hub_server import HubServer
from workers.weights.cache import missing, path_of
from workers.weights.catalogue import Catalogue, Edition, Model
from workers.weights.errors import DiskFullError, WeightsError
from workers.weights.fetch import fetch


@pytest.fixture
def small_files_only() -> Iterator[None]:
    """The system refuses to let any file grow beyond 100,000 bytes, as a full disk or a quota would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("small_files_only")
def test_a_disk_that_fills_up_leaves_nothing_behind(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(300_000))
    hub.files = dict(made.content)

    with pytest.raises(DiskFullError, match="VESPER_CACHE"):
        fetch(catalogue=made.catalogue)

    assert not (store / "sample").exists()
    assert [path for path in store.rglob("*") if path.is_file() and path.name != ".lock"] == []


def test_too_little_room_is_noticed_before_a_byte_is_asked_for(
    hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sample(model_bin=noise(300_000))
    hub.files = dict(made.content)
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_200_000))

    with pytest.raises(DiskFullError, match="0 MB are needed and 1 MB are free"):
        fetch(catalogue=made.catalogue)
    assert hub.requests == []


def test_a_cache_that_cannot_be_a_folder_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path / "file"))

    with pytest.raises(WeightsError, match="cannot be written"):
        fetch(catalogue=sample(a_bin=b"x").catalogue)


@pytest.mark.parametrize("layout", ["", "sample"])
def test_the_local_folder_comes_first(
    hub: HubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str
) -> None:
    made = sample(model_bin=noise(1000))
    hub.files = dict(made.content)
    folder = tmp_path / "usb stick" / layout
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(made.content["model.bin"])
    monkeypatch.setenv("VESPER_MODELS", str(tmp_path / "usb stick"))

    fetch(catalogue=made.catalogue)

    assert hub.requests == []
    assert (path_of("sample") / "model.bin").read_bytes() == made.content["model.bin"]
    assert (folder / "model.bin").exists()


def test_a_wrong_file_in_the_local_folder_is_passed_over(hub: HubServer, tmp_path: Path) -> None:
    made = sample(model_bin=noise(1000))
    hub.files = dict(made.content)
    (tmp_path / "model.bin").write_bytes(noise(1000, seed=9))

    fetch(catalogue=made.catalogue, local_folder=tmp_path)

    assert (path_of("sample") / "model.bin").read_bytes() == made.content["model.bin"]


def test_only_the_lost_file_is_fetched_again(hub: HubServer) -> None:
    made = sample(a_bin=noise(1000, 1), b_bin=noise(1000, 2))
    hub.files = dict(made.content)
    fetch(catalogue=made.catalogue)
    (path_of("sample") / "b.bin").unlink()
    hub.requests.clear()

    assert fetch(catalogue=made.catalogue) == ["sample"]

    assert [path.rpartition("/")[2] for path, _ in hub.downloads] == ["b.bin"]
    assert {path.name: path.read_bytes() for path in path_of("sample").iterdir()} == made.content


def test_a_second_edition_stands_in_and_editions_never_mix(hub: HubServer) -> None:
    first = sample(config_json=b"first", vocabulary_txt=noise(1000, 1)).model.editions[0]
    second = sample(config_json=b"other", vocabulary_json=noise(1000, 2))
    model = Model(
        "sample",
        "test",
        "A sample",
        "MIT",
        "made here",
        (
            Edition("first", first.files, (HUB,)),
            Edition("second", second.model.editions[0].files, (HUB,)),
        ),
    )
    hub.files = {"config.json": b"other", "vocabulary.json": second.content["vocabulary.json"]}

    fetch(catalogue=Catalogue((model,)))

    assert {path.name: path.read_bytes() for path in path_of("sample").iterdir()} == second.content
    assert missing(catalogue=Catalogue((model,))) == []
