"""The whole program on a stream: thanks that survive a kill, a recorded show from beginning to end, tools and panic."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from tests.e2e.companion import ROOT, Companion, companion
from tests.fakes.stream_server import running
from tests.listening import listening
from tests.stage import Screen, Sound, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(300)]

SHOW = ROOT / "assets" / "stream" / "demo_show.jsonl"
SUB = {"id": "1700000000001", "username": "Ann", "tier": "2000", "timestamp": "2026-01-01T00:00:00Z"}


def following(url: str) -> str:
    return f'[stream]\nenabled = true\nbackend_url = "{url}"\n'


def answered(vesper: Companion) -> list[str]:
    """The ids of what was answered, in order."""
    return [
        entry["happening"]["id"]
        for log in vesper.of("Log")
        for entry in log["entries"]
        if entry["fate"] == "answered"
    ]


def owed(vesper: Companion) -> int:
    """How many of those who paid stand unanswered in the ledger."""
    with closing(sqlite3.connect(vesper.state / "ledger.sqlite3")) as ledger:
        return int(ledger.execute("SELECT count(*) FROM owed WHERE settled IS NULL").fetchone()[0])


async def test_who_paid_is_thanked_once_though_she_is_killed_while_she_says_it(
    stage: dict[str, str], sound: Sound, tmp_path: Path
) -> None:
    async with running("python") as backend:
        settings = following(backend.url)
        with companion(stage, tmp_path, settings=settings) as vesper:
            vesper.ready("voice", "mind", "stream")
            await backend.says("joined")
            since = vesper.mark()
            await backend.emit("new-subscriber", SUB)
            vesper.wait_for("Speaking", since)
            assert owed(vesper) == 1
            os.kill(vesper.process.pid, signal.SIGKILL)
            vesper.process.wait()
        vesper.journal.unlink()
        with companion(stage, tmp_path, settings=settings) as vesper:
            happened = vesper.wait_for("StreamHappened")
            assert [one["origin"] for one in happened["happenings"]] == ["owed"]
            with listening(sound) as hers:
                vesper.wait_for("Settle")
            assert hers.sounding()
            await backend.says("got")  # companion-state
            since = vesper.mark()
            await backend.order(emit=[["new-subscriber", SUB]])  # by the other path
            await backend.emit("new-follower", {"id": "7", "username": "Pia"})
            vesper.wait_for("StreamHappened", since)
            assert len(answered(vesper)) == 1
            wait_until(lambda: owed(vesper) == 0, "the ledger")
        vesper.journal.unlink()
        with companion(stage, tmp_path, settings=settings) as vesper:
            vesper.ready("voice", "mind", "stream")
            assert not vesper.of("StreamHappened")


def test_an_hour_of_a_show_moves_her_makes_her_speak_and_forgets_nobody(
    stage: dict[str, str], sound: Sound, tmp_path: Path
) -> None:
    argv = ("replay", str(SHOW), "--speed", "90")
    with companion(stage | {"VESPER_SEED": "5"}, tmp_path, *argv) as vesper, listening(sound) as hers:
        vesper.ready("voice", "mind")
        vesper.wait_for("WorkerChanged", timeout_s=120, worker="stream", health="off")
        paid = {
            one["id"]
            for event in vesper.of("StreamHappened")
            for one in event["happenings"]
            if one["kind"] in {"sub", "raid", "donation"}
        }
        assert len(paid) > 10
        wait_until(lambda: paid <= set(answered(vesper)), "everyone who paid is thanked", 120)
        done = answered(vesper)
        assert len(done) == len(set(done))
        faces = {entry["expression"] for entry in vesper.of("Perform")}
        assert len(faces) >= 5, faces
        captions = [entry["text"] for entry in vesper.of("Caption") if entry["text"]]
        spoken = [entry["text"] for entry in vesper.of("Speak")]
        assert len(captions) >= 8
        assert set(captions) <= set(spoken)
        reasons = {
            entry["reason"]
            for log in vesper.of("Log")
            for entry in log["entries"]
            if entry["fate"] == "skipped"
        }
        assert any("her name" in reason or "not for her" in reason or "name" in reason for reason in reasons)
        with vesper.api() as api:
            mood = api.get("/status").json()["mood"]
        assert mood["engagement"] > 60
    assert hers.sounding()


def frames(socket: Any, until: str) -> list[dict[str, Any]]:
    """What the live stream tells, up to the first frame of a type."""
    told: list[dict[str, Any]] = []
    while not told or told[-1]["type"] != until:
        told.append(json.loads(socket.recv(timeout=30)))
    return told


def test_a_tool_has_her_speak_read_along_and_panic(
    stage: dict[str, str], screen: Screen, sound: Sound, tmp_path: Path
) -> None:
    with companion(stage, tmp_path, settings="[obs]\nenabled = true\n") as vesper:
        vesper.ready("voice", "mind", "api", "microphone")
        token = (vesper.state / "api.token").read_text().strip()
        url = f"ws://127.0.0.1:{vesper.port}/stream"
        with vesper.api() as api, connect(url) as live:
            live.send(json.dumps({"type": "auth", "token": token}))
            live.send(json.dumps({"type": "subscribe", "to": ["caption", "silence"]}))
            frames(live, "hello")
            answer = api.post("/speak", json={"text": "The show begins in five minutes."}).json()
            assert answer["spoken"] is True
            [*_, caption] = frames(live, "caption")
            assert caption["text"] == "The show begins in five minutes."
            words = [word["text"].strip() for word in caption["words"]]
            assert " ".join(words) == "The show begins in five minutes"
            starts = [word["start_s"] for word in caption["words"]]
            assert starts == sorted(starts)
            assert caption["words"][-1]["end_s"] <= caption["length_s"] + 0.01
            assert {"af_heart", "bf_emma"} <= {voice["name"] for voice in api.get("/voices").json()}
            reply = api.post("/chat/respond", json={"message": "Tell me a joke"}).json()
            assert reply["text"]
            since = vesper.mark()
            api.post(
                "/speak", json={"text": "One two three four five six seven eight nine ten.", "wait": False}
            )
            vesper.wait_for("Speaking", since)
            screen.xdotool("key", "ctrl+alt+p")
            vesper.wait_for("Silence", since)
            vesper.wait_for("WorkerChanged", since, worker="microphone", health="off")
            frames(live, "silence")
            assert api.post("/speak", json={"text": "Hello."}).status_code == 409
            with listening(sound) as hush:
                asked_s = time.monotonic()
                api.post("/chat/respond", json={"message": "Are you there?"})
            later = [start_s for start_s, _ in hush.sounding() if start_s > asked_s + 0.3]
            assert not later  # what was on its way to the loudspeaker before may still be there
            since = vesper.mark()
            api.post("/panic", json={"on": False})
            vesper.wait_for("WorkerChanged", since, worker="microphone", health="ready")
            with listening(sound) as back:
                vesper.wait_for("Spoken", since)
            assert back.sounding()
