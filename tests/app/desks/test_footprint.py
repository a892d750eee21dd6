from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

import psutil
import pytest

from app.desks import footprint
from app.desks.footprint import Footprint, Share


@pytest.fixture
def told(
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Footprint, list[tuple[Share, ...]], threading.Event]]:
    monkeypatch.setattr(footprint, "EVERY_S", 0.02)
    heard: list[tuple[Share, ...]] = []
    enough = threading.Event()

    def note(shares: tuple[Share, ...]) -> None:
        heard.append(shares)
        if len(heard) > 2:
            enough.set()

    found = Footprint(note)
    yield found, heard, enough
    found.stop()


def test_it_tells_of_the_window_and_its_engines(
    told: tuple[Footprint, list[tuple[Share, ...]], threading.Event],
) -> None:
    found, heard, enough = told
    argv = (sys.executable, "-c", "import sys; sys.stdin.read()", "asr")
    with psutil.Popen(argv, stdin=-1) as child:
        found.start()
        found.start()
        assert found.looking
        assert enough.wait(20)
        child.stdin.close()
        child.wait()
    shares = {share.name: share for share in heard[-1]}
    rss_mb = psutil.Process(os.getpid()).memory_info().rss / (1 << 20)
    assert shares["window"].memory_mb == pytest.approx(rss_mb, rel=0.3)
    assert shares["asr"].memory_mb > 3.0
    assert [thread.name for thread in threading.enumerate()].count("footprint") == 1


def test_it_stops_at_once(told: tuple[Footprint, list[tuple[Share, ...]], threading.Event]) -> None:
    found, _, enough = told
    found.start()
    assert enough.wait(20)
    [thread] = [one for one in threading.enumerate() if one.name == "footprint"]
    found.stop()
    thread.join(5)
    assert not thread.is_alive()
    assert not found.looking
