"""Fetching from the hub: verified, resumed, passed over when its bytes are not the pinned ones."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from tests.workers.weights.conftest import noise, sample
from tests.workers.weights.hub_server import HubServer
from workers.weights.cache import missing, path_of
from workers.weights.errors import WeightsError
from workers.weights.fetch import fetch


def test_files_are_fetched_verified_and_placed(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(3_000_000), config_json=b"{}")
    hub.files = dict(made.content)

    assert fetch(catalogue=made.catalogue) == ["sample"]

    assert {path.name: path.read_bytes() for path in path_of("sample").iterdir()} == made.content
    assert missing(catalogue=made.catalogue) == []
    assert sorted(path.name for path in store.iterdir()) == [".lock", "sample"]


def test_progress_ends_at_the_total(hub: HubServer) -> None:
    made = sample(model_bin=noise(2_500_000))
    hub.files = dict(made.content)
    reports: list[tuple[str, int, int]] = []

    fetch(catalogue=made.catalogue, progress=lambda *report: reports.append(report))

    counts = [done for _, done, _ in reports]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert reports[-1] == ("A sample", 2_500_000, 2_500_000)
    assert len(reports) > 3


def test_a_file_announced_with_another_hash_is_not_downloaded(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(1000))
    hub.files = {"model.bin": noise(1000, seed=2)}

    with pytest.raises(WeightsError, match="another SHA-256"):
        fetch(catalogue=made.catalogue)

    assert hub.downloads == []
    assert not (store / "sample").exists()


def test_wrong_bytes_are_thrown_away(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(1000))
    hub.announced = dict(made.content)
    hub.files = {"model.bin": noise(1000, seed=2)}

    with pytest.raises(WeightsError, match="not the pinned file"):
        fetch(catalogue=made.catalogue)

    assert not (store / "sample").exists()
    assert list(store.rglob("*.part")) == []
    assert missing(catalogue=made.catalogue) == ["sample"]


def test_a_cut_connection_goes_on_where_it_stopped(hub: HubServer) -> None:
    made = sample(model_bin=noise(3_000_000))
    hub.files = dict(made.content)
    hub.cut_after = [1_500_000]

    fetch(catalogue=made.catalogue)

    assert [span for _, span in hub.downloads] == [None, "bytes=1500000-"]
    assert (path_of("sample") / "model.bin").read_bytes() == made.content["model.bin"]


def test_what_arrived_is_kept_for_the_next_run(hub: HubServer) -> None:
    made = sample(model_bin=noise(3_000_000))
    hub.files = dict(made.content)
    hub.cut_after = [1_000_000, 500_000, 200_000]

    with pytest.raises(WeightsError, match="what has arrived is kept"):
        fetch(catalogue=made.catalogue)
    assert not path_of("sample").exists()

    hub.requests.clear()
    fetch(catalogue=made.catalogue)
    assert [span for _, span in hub.downloads] == ["bytes=1700000-"]
    assert (path_of("sample") / "model.bin").read_bytes() == made.content["model.bin"]


def test_a_spoilt_remainder_is_dropped_and_fetched_from_the_start(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(100_000))
    hub.files = dict(made.content)
    hub.cut_after = [50_000, 1, 1]
    with pytest.raises(WeightsError):
        fetch(catalogue=made.catalogue)
    (part,) = store.rglob("*.part")
    part.write_bytes(b"?" * part.stat().st_size)

    fetch(catalogue=made.catalogue)

    assert (path_of("sample") / "model.bin").read_bytes() == made.content["model.bin"]


def test_a_folder_in_the_repository_is_honoured(hub: HubServer) -> None:
    from workers.weights.catalogue import HubSource

    made = sample(HubSource("someone/model", "main", "voices"), a_bin=noise(10))
    hub.files = {"voices/a.bin": made.content["a.bin"]}

    fetch(catalogue=made.catalogue)

    assert hub.downloads == [("/someone/model/resolve/main/voices/a.bin", None)]


def test_a_hub_that_is_gone_is_asked_once_for_all_files(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knocks = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{door.getsockname()[1]}")

        def slam() -> None:
            while True:
                try:
                    client, _ = door.accept()
                except OSError:
                    return
                knocks.append(client)
                client.close()

        doorman = threading.Thread(target=slam)
        doorman.start()
        made = sample(**{f"file{number}": noise(10, number) for number in range(5)})
        with pytest.raises(WeightsError, match="the hub does not answer"):
            fetch(catalogue=made.catalogue)
        door.shutdown(socket.SHUT_RDWR)
        doorman.join()
    assert len(knocks) == 1
    assert not (store / "sample").exists()


def test_an_absent_file_names_the_reason(hub: HubServer) -> None:
    made = sample(model_bin=noise(10))

    with pytest.raises(WeightsError, match=r'"model\.bin" from the hub'):
        fetch(catalogue=made.catalogue)
    assert hub.downloads == []


def test_nothing_is_asked_when_everything_is_there(hub: HubServer, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sample(model_bin=noise(10))
    hub.files = dict(made.content)
    fetch(catalogue=made.catalogue)

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert fetch(catalogue=made.catalogue) == []


def test_a_second_fetcher_waits_and_finds_the_work_done(hub: HubServer) -> None:
    made = sample(model_bin=noise(1000))
    hub.files = dict(made.content)
    sending, second_waits = threading.Event(), threading.Event()

    def hold() -> None:
        sending.set()
        assert second_waits.wait(10)

    hub.before_sending = hold
    results: list[list[str]] = []
    first = threading.Thread(target=lambda: results.append(fetch(catalogue=made.catalogue)))
    first.start()
    assert sending.wait(10)
    notices: list[str] = []

    def notice(text: str) -> None:
        notices.append(text)
        second_waits.set()

    fetch(catalogue=made.catalogue, notice=notice)
    first.join()

    assert len(hub.downloads) == 1
    assert notices == ["Another Vesper is fetching models; waiting for it."]
    assert missing(catalogue=made.catalogue) == []
