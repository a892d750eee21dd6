"""A download as a job: it can be paused, goes on where it stopped, also in the next program, and says what is wrong."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workers.weights.conftest import Sample, noise, sample
from tests.workers.weights.hub_server import HubServer
from workers.weights.cache import missing, path_of
from workers.weights.catalogue import WebSource
from workers.weights.download import Download, DownloadState, Progress
from workers.weights.hub import Hub

SIZE = 3_000_000
LIMIT_S = 20.0


class Told:
    """What a job told, and a way to wait for more of it."""

    def __init__(self) -> None:
        self.all: list[Progress] = []
        self._more = threading.Condition()

    def __call__(self, progress: Progress) -> None:
        with self._more:
            self.all.append(progress)
            self._more.notify_all()

    def wait(self, seen: Callable[[Progress], bool]) -> Progress:
        with self._more:
            assert self._more.wait_for(lambda: any(seen(one) for one in self.all), LIMIT_S), self.all[-3:]
            return next(one for one in self.all if seen(one))

    def state(self, state: DownloadState) -> Progress:
        return self.wait(lambda progress: progress.state is state)


def clock() -> Callable[[], float]:
    """A clock on which every look is half a second later."""
    times = iter(number / 2 for number in range(100_000))
    return lambda: next(times)


def job(made: Sample) -> tuple[Download, Told]:
    told = Told()
    return Download("sample", told, catalogue=made.catalogue, clock=clock()), told


@pytest.fixture
def slow(hub: HubServer) -> Sample:
    """A model of which the hub sends a third, and the rest when it is told to."""
    made = sample(model_bin=noise(SIZE))
    hub.files = dict(made.content)
    hub.hold_after = SIZE // 3
    return made


def test_it_arrives_with_rate_and_time_left(hub: HubServer) -> None:
    made = sample(model_bin=noise(SIZE), config_json=b"{}")
    hub.files = dict(made.content)
    download, told = job(made)
    assert download.progress == Progress("sample", DownloadState.OFFERED, 0, SIZE + 2)
    download.start()
    assert told.state(DownloadState.DONE).done == SIZE + 2
    assert missing(["sample"], made.catalogue) == []
    counts = [one.done for one in told.all]
    assert counts == sorted(counts)
    on_the_way = [one for one in told.all if one.state is DownloadState.RUNNING and one.rate_bps]
    assert on_the_way
    assert all(one.left_s is not None and one.left_s >= 0 for one in on_the_way)
    assert download.join(LIMIT_S)


def test_a_pause_keeps_what_arrived_and_resume_goes_on_there(
    hub: HubServer, slow: Sample, store: Path
) -> None:
    download, told = job(slow)
    download.start()
    told.wait(lambda one: one.done > 0)
    download.pause()
    assert told.all[-1].state is DownloadState.PAUSING
    hub.go_on.set()
    paused = told.state(DownloadState.PAUSED)
    assert 0 < paused.done < SIZE
    [part] = store.rglob("*.part")
    assert part.stat().st_size == paused.done
    assert not path_of("sample").exists()

    hub.hold_after = None
    hub.requests.clear()
    download.start()
    told.state(DownloadState.DONE)
    assert [span for _, span in hub.downloads] == [f"bytes={paused.done}-"]
    assert (path_of("sample") / "model.bin").read_bytes() == slow.content["model.bin"]


def test_the_next_program_goes_on_where_this_one_ended(hub: HubServer, slow: Sample) -> None:
    first, told = job(slow)
    first.start()
    told.wait(lambda one: one.done > 0)
    first.pause()
    hub.go_on.set()
    arrived = told.state(DownloadState.PAUSED).done
    assert first.join(LIMIT_S)

    hub.hold_after = None
    second, told = job(slow)
    assert second.progress == Progress("sample", DownloadState.PAUSED, arrived, SIZE)
    second.start()
    told.state(DownloadState.DONE)
    third, _ = job(slow)
    assert third.progress.state is DownloadState.DONE


def test_what_was_replaced_on_the_server_meanwhile_is_started_over(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(SIZE))
    hub.files = dict(made.content)
    hub.cut_after = [1_000_000, 1, 1]
    download, told = job(made)
    download.start()
    told.state(DownloadState.FAILED)
    [part] = store.rglob("*.part")
    part.write_bytes(noise(part.stat().st_size, seed=9))

    hub.requests.clear()
    download.start()
    told.state(DownloadState.DONE)
    assert [span for _, span in hub.downloads][-1] is None
    assert (path_of("sample") / "model.bin").read_bytes() == made.content["model.bin"]


def test_wrong_bytes_never_become_a_model(hub: HubServer, store: Path) -> None:
    made = sample(model_bin=noise(10_000))
    hub.announced = dict(made.content)
    hub.files = {"model.bin": noise(10_000, seed=2)}
    download, told = job(made)
    download.start()
    failed = told.state(DownloadState.FAILED)
    assert "not the pinned file" in failed.note
    assert failed.done == 0
    assert not (store / "sample").exists()


def test_without_a_network_it_says_so_and_can_be_tried_again(
    hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sample(model_bin=noise(1000))
    hub.files = dict(made.content)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    download, told = job(made)
    download.start()
    assert "Check the network" in told.state(DownloadState.FAILED).note
    monkeypatch.setenv("HF_ENDPOINT", hub.url)
    download.start()
    told.state(DownloadState.DONE)


def test_a_full_disk_is_told_before_anything_is_asked(
    hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sample(model_bin=noise(1000))
    hub.files = dict(made.content)
    usage = shutil.disk_usage("/")._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    download, told = job(made)
    download.start()
    assert "Not enough room" in told.state(DownloadState.FAILED).note
    assert hub.downloads == []


def test_two_programs_take_turns_and_one_waits_in_words(hub: HubServer, slow: Sample) -> None:
    (first, told), (second, told_too) = job(slow), job(slow)
    first.start()
    told.wait(lambda one: one.done > 0)
    second.start()
    told_too.wait(lambda one: one.note.startswith("Another Vesper"))
    hub.go_on.set()
    told.state(DownloadState.DONE)
    told_too.state(DownloadState.DONE)
    assert len(hub.downloads) == 1


def test_one_that_waits_for_another_can_be_paused(hub: HubServer, slow: Sample) -> None:
    (first, told), (second, told_too) = job(slow), job(slow)
    first.start()
    told.wait(lambda one: one.done > 0)
    second.start()
    told_too.wait(lambda one: one.note.startswith("Another Vesper"))
    second.pause()
    told_too.state(DownloadState.PAUSED)
    hub.go_on.set()
    told.state(DownloadState.DONE)


def test_discarding_leaves_nothing(hub: HubServer, slow: Sample, store: Path) -> None:
    download, told = job(slow)
    download.start()
    told.wait(lambda one: one.done > 0)
    download.pause()
    hub.go_on.set()
    told.state(DownloadState.PAUSED)
    download.discard()
    assert download.progress == Progress("sample", DownloadState.OFFERED, 0, SIZE)
    assert list(store.rglob("*.part")) == []


def test_a_plain_address_is_resumed_as_well(hub: HubServer, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sample(WebSource(f"{hub.url}/resolve/v1/{{name}}"), model_bin=noise(SIZE))
    hub.files = dict(made.content)
    hub.cut_after = [1_000_000]
    monkeypatch.setattr(Hub, "open", None)
    download, told = job(made)
    download.start()
    told.state(DownloadState.DONE)
    assert [span for _, span in hub.downloads] == [None, "bytes=1000000-"]
