"""The supervised child with a real process: crash, hang, noise, cancel, death of the parent."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator

import psutil
import pytest

from models.errors import Blame, EngineError, EngineGoneError
from models.events import Health
from models.speech import Empty, Line, Speech, Voice
from tests.fakes.echo_host import ECHO, EchoSettings
from tests.stage import wait_until
from workers.runtime import child as child_module
from workers.runtime.child import Child, Observer
from workers.runtime.remote import Remote, rest

ARGV = (sys.executable, "-m", "tests.fakes.echo_host", "echo")


class Seen:
    """What the child's owner was told."""

    def __init__(self) -> None:
        self.health: list[Health] = []
        self.lines: list[str] = []

    @property
    def observer(self) -> Observer:
        return Observer(
            changed=lambda health, _note: self.health.append(health),
            stderr=lambda _name, line: self.lines.append(line),
        )


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
async def engine(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Remote]:
    monkeypatch.setattr(child_module, "BACKOFF_S", (0.0, 0.01, 0.01, 0.01, 0.01))
    remote = Remote(Child("echo", seen.observer, ARGV), ECHO, EchoSettings())
    yield remote
    await remote.close()


async def say(engine: Remote, text: str) -> list[Speech]:
    return [piece async for piece in engine.speak(Line(text))]


async def test_values_come_back(engine: Remote) -> None:
    [speech] = await say(engine, "hello")
    assert speech.pcm == b"hello"
    assert [voice async for voice in engine.voices(Empty())] == [Voice("echo", "en")]


async def test_many_requests_at_once(engine: Remote) -> None:
    texts = [f"line {n}" for n in range(50)]
    answers = await asyncio.gather(*(say(engine, text) for text in texts))
    assert [pieces[0].pcm.decode() for pieces in answers] == texts


async def test_a_crash_is_an_engine_error_and_the_next_request_works(engine: Remote, seen: Seen) -> None:
    with pytest.raises(EngineError) as caught:
        await say(engine, "crash")
    assert caught.value.blame is Blame.ENGINE
    assert (await say(engine, "again"))[0].pcm == b"again"
    assert seen.health == [Health.STARTING, Health.RESTARTING, Health.STARTING]


async def test_kill_9_in_mid_request(engine: Remote) -> None:
    await say(engine, "first")
    running = asyncio.ensure_future(say(engine, "slow"))
    await asyncio.sleep(0)
    assert engine.child.pid is not None
    os.kill(engine.child.pid, signal.SIGKILL)
    with pytest.raises(EngineError):
        await running
    assert (await say(engine, "again"))[0].pcm == b"again"


async def test_it_is_given_up_after_too_many_crashes_and_comes_back_when_asked(
    engine: Remote, seen: Seen
) -> None:
    for _ in range(6):
        with pytest.raises(EngineError):
            await say(engine, "crash")
    with pytest.raises(EngineGoneError):
        await say(engine, "hello")
    assert seen.health[-1] is Health.GONE
    engine.child.try_again()
    assert (await say(engine, "hello"))[0].pcm == b"hello"


async def test_a_hang_is_killed(engine: Remote, seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "_PING_EVERY_S", 0.05)
    monkeypatch.setattr(child_module, "_PING_LIMIT_S", 0.5)
    await say(engine, "first")
    with pytest.raises(EngineError):
        await say(engine, "hang")
    assert any("no answer" in line for line in seen.lines)
    assert (await say(engine, "again"))[0].pcm == b"again"


async def test_noise_on_stdout_becomes_log_lines(engine: Remote, seen: Seen) -> None:
    assert (await say(engine, "print"))[0].pcm == b"print"
    async with asyncio.timeout(10):
        while not {"noise on stdout"} <= set(seen.lines) or not any(
            "raw noise" in line for line in seen.lines
        ):
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(("text", "blame"), [("bug", Blame.BUG), ("key", Blame.SETTINGS)])
async def test_engine_errors_keep_their_blame(engine: Remote, text: str, blame: Blame) -> None:
    with pytest.raises(EngineError) as caught:
        await say(engine, text)
    assert caught.value.blame is blame


async def test_cancel_ends_the_request_but_not_the_process(engine: Remote) -> None:
    await say(engine, "first")
    pid = engine.child.pid
    running = asyncio.ensure_future(say(engine, "slow"))
    await asyncio.sleep(0.05)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (await say(engine, "again"))[0].pcm == b"again"
    assert engine.child.pid == pid


async def test_close_ends_the_process(engine: Remote) -> None:
    await say(engine, "first")
    pid = engine.child.pid
    assert pid is not None
    await engine.close()
    assert not psutil.pid_exists(pid)


def test_the_child_ends_with_its_parent() -> None:
    code = (
        "import asyncio, sys\n"
        "from tests.workers.runtime.test_child import *\n"
        "async def main():\n"
        "    engine = Remote(Child('echo', Seen().observer, ARGV), ECHO, EchoSettings())\n"
        "    await say(engine, 'x'); print(engine.child.pid, flush=True); await asyncio.sleep(3600)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    wait_until(
        lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE,
        "child's end",
    )


async def test_at_rest_there_is_no_process_and_the_next_request_wakes_it_without_a_word(
    engine: Remote, seen: Seen
) -> None:
    assert not await rest(engine)
    await say(engine, "first")
    pid = engine.child.pid
    assert pid is not None
    assert await rest(engine)
    assert engine.child.pid is None
    assert not psutil.pid_exists(pid)
    assert not await rest(engine)
    assert (await say(engine, "again"))[0].pcm == b"again"
    assert engine.child.pid not in {None, pid}
    assert seen.health == [Health.STARTING]


async def test_what_is_asked_while_it_goes_to_rest_is_broken_off_or_answered_by_the_next_process(
    engine: Remote, seen: Seen
) -> None:
    await say(engine, "first")
    running = asyncio.ensure_future(say(engine, "slow"))
    await asyncio.sleep(0)
    resting = asyncio.ensure_future(rest(engine))
    await asyncio.sleep(0)
    meanwhile = asyncio.ensure_future(say(engine, "meanwhile"))
    with pytest.raises(EngineError, match="put to rest"):
        await running
    assert (await meanwhile)[0].pcm == b"meanwhile"
    assert await resting
    assert engine.child.pid is not None
    assert seen.health == [Health.STARTING]


async def test_a_crash_after_rest_is_a_crash(engine: Remote, seen: Seen) -> None:
    await say(engine, "first")
    await rest(engine)
    with pytest.raises(EngineError):
        await say(engine, "crash")
    await say(engine, "again")
    assert seen.health == [Health.STARTING, Health.RESTARTING, Health.STARTING]
