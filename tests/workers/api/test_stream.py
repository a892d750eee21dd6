"""The WebSocket as a client meets it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from models.commands import Caption, Log, Perform, Show, Silence
from models.events import (
    CharacterChosen,
    Heard,
    ReplyDelta,
    Speaking,
    StreamHappened,
    StudioChanged,
    Tick,
    Voiced,
)
from models.expression import Phase
from models.requests import Part, RulesChosen
from models.speech import WordSpan
from models.status import Status
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, StreamKind
from models.stream.rules import Rules
from models.studio import Studio
from models.visemes import Mouth, MouthTrack
from tests.workers.api.serving import CHARACTER, TOKEN, UNIX, Reader, World, serving
from workers.api.audience import Client
from workers.api.server import Limits
from workers.api.telling import spread

DONATION = Happening("d:1", StreamKind.DONATION, "Ann", "take this", amount=5.0, unit="dollars")


# --- the door


async def test_the_token_in_the_first_frame_is_greeted() -> None:
    async with serving(off=frozenset({Part.CHAT})) as served, served.stream() as socket:
        reader = Reader(socket)
        await reader.send(type="auth", token=TOKEN)
        hello = await reader.next()
        assert hello["status"].pop("uptime") > 0
        assert hello == {
            "type": "hello",
            "at": UNIX,
            "version": "1.2.3",
            "name": "Vesper Astra",
            "status": {
                "mood": {"energy": 50.0, "positivity": 60.0, "engagement": 30.0, "current_expression": "idle"},
                "last_event": None,
                "is_speaking": False,
                "current_response": "",
            },
            "persona": {
                "name": "Vesper Astra", "preset": "snarky", "dynamic": "ride_or_die", "style": "",
                "energy": "normal", "family_mode": False,
            },
            "parts": {"microphone": True, "voice": True, "reactions": True, "chat": False, "window": True},
        }  # fmt: skip
        assert await reader.next() == {
            "type": "studio",
            "at": UNIX,
            "studio": {"connected": False, "scene": "", "scenes": [], "panicked": False},
        }
        assert (await reader.next())["type"] == "pose"


async def test_the_token_in_the_header_is_greeted_at_once() -> None:
    async with serving() as served, served.reader() as reader:
        await reader.send(type="auth", token="")  # a client may send it all the same
        served.put(ReplyDelta(1, "hi"))
        assert (await reader.see("token"))["text"] == "hi"


@pytest.mark.parametrize(
    "first",
    ['{"type": "auth", "token": "wrong"}', '{"type": "auth"}', '{"type": "auth", "token": ["x"]}', "[]", "nonsense",
     '{"type": "subscribe", "to": ["event"]}', b"\x00\x01", '{"type": "auth", "token": "\\ud800"}'],
)  # fmt: skip
async def test_anything_else_first_is_the_end(first: str | bytes) -> None:
    async with serving() as served, served.stream() as socket:
        await socket.send(first)
        served.put(ReplyDelta(1, "a secret"))
        code, reason = await Reader(socket).closed()
        assert code == 1008
        assert "token" in reason


async def test_silence_first_is_the_end_too() -> None:
    async with serving(limits=Limits(auth_s=0.05)) as served, served.stream() as socket:
        served.put(ReplyDelta(1, "a secret"))
        assert await Reader(socket).closed() == (1008, "No auth frame within 0.05 s.")


# --- what is told


async def test_events_are_told_as_they_are() -> None:
    async with serving() as served, served.reader("event") as reader:
        served.put(
            Tick(at_s=1.0),
            Heard(3, "a line", at_s=2.0),
            StreamHappened((DONATION,), 2, at_s=3.0),
            CharacterChosen(CHARACTER),
            Voiced(1, 0, MouthTrack(1.25, rms=(0.1,) * 125)),
            RulesChosen(Rules(names=("nova",))),
        )
        told = [await reader.next() for _ in range(5)]
    heard, happened, chosen, voiced, ruled = told
    assert heard == {
        "type": "event",
        "at": UNIX,
        "is": "Heard",
        "fields": {"at_s": 2.0, "utterance": 3, "text": "a line"},
    }
    assert happened["fields"]["happenings"][0]["who"] == "Ann"
    assert happened["fields"]["happenings"][0]["kind"] == "donation"
    assert happened["fields"]["more"] == 2
    assert chosen["fields"] == {"character": {
        "name": CHARACTER.persona.companion, "preset": CHARACTER.persona.preset, "dynamic": CHARACTER.persona.dynamic,
        "style": CHARACTER.persona.style, "energy": CHARACTER.persona.energy, "family_mode": False,
    }}  # fmt: skip
    assert voiced["fields"] == {"turn": 1, "n": 0, "at_s": 0.0, "length_s": 1.25}
    assert ruled["fields"]["rules"]["names"] == ["nova"]


async def test_words_lines_and_the_log_have_frames_of_their_own() -> None:
    entry = Entry(DONATION, Fate.ANSWERED, "because she paid", 3.0, more=1)
    async with serving() as served, served.reader("token", "line", "log", "silence", "studio") as reader:
        served.put(
            ReplyDelta(4, "Well, "),
            Show("reply-4", "her", "Well, hello.", final=True),
            Log((entry,)),
            Silence(4),
            StudioChanged(Studio(connected=True, scene="Live", scenes=("Live",))),
        )
        told = [await reader.next() for _ in range(5)]
    assert told == [
        {"type": "token", "at": UNIX, "turn": 4, "text": "Well, "},
        {"type": "line", "at": UNIX, "key": "reply-4", "who": "her", "text": "Well, hello.", "final": True},
        {"type": "log", "at": UNIX, "entries": [{
            "id": "d:1", "kind": "donation", "name": "", "who": "Ann", "text": "take this", "amount": 5.0,
            "unit": "dollars", "viewers": 0, "fate": "answered", "reason": "because she paid", "more": 1,
        }]},
        {"type": "silence", "at": UNIX, "turn": 4},
        {"type": "studio", "at": UNIX, "studio": {
            "connected": True, "scene": "Live", "scenes": ["Live"], "panicked": False,
        }},
    ]  # fmt: skip


async def test_a_caption_carries_its_words() -> None:
    async with serving() as served:
        served.put(Voiced(2, 0, MouthTrack(1.0)), Voiced(2, 1, MouthTrack(2.0)))  # before anyone listens
        async with served.reader("caption") as reader:
            served.put(Caption(2, 1, "Well, hi."), Caption(2, 2, "Unknown."), Caption(2, 1, ""))
            told = [await reader.next() for _ in range(3)]
    assert told[0] == {
        "type": "caption",
        "at": UNIX,
        "turn": 2,
        "n": 1,
        "text": "Well, hi.",
        "words": [
            {"text": "Well,", "start_s": 0.0, "end_s": 1.2},
            {"text": "hi.", "start_s": 1.2, "end_s": 2.0},
        ],
        "length_s": 2.0,
    }
    assert (told[1]["length_s"], [word["text"] for word in told[1]["words"]]) == (0.0, ["Unknown."])
    assert (told[2]["text"], told[2]["words"], told[2]["length_s"]) == ("", [], 0.0)


def test_words_without_times_are_spread_over_the_clip() -> None:
    assert spread("", 1.0) == ()
    words = spread("I am here", 0.9)
    assert [word.text for word in words] == ["I", "am", "here"]
    assert (words[0].start_s, words[-1].end_s) == (0.0, pytest.approx(0.9))
    assert [a.end_s for a in words[:-1]] == [b.start_s for b in words[1:]]
    assert words[2] == WordSpan("here", pytest.approx(0.45), pytest.approx(0.9))


# --- levels


async def test_the_pose_follows_her_while_she_speaks() -> None:
    world = World()
    async with serving(world, limits=Limits(pose_s=0.001)) as served, served.reader("pose") as reader:
        served.put(Perform("speaking", "happy", energy=0.812), Speaking(1, 0))
        assert await reader.next() == {
            "type": "pose", "at": UNIX, "mouth": 0.0, "expression": "happy", "phase": "speaking", "energy": 0.81,
        }  # fmt: skip
        for opened in (0.5, 0.25):
            world.mouth = Mouth(open=opened)
            assert (await reader.next())["mouth"] == opened
        world.mouth = Mouth()
        served.put(Perform("idle", "idle"))
        while (pose := await reader.next())["phase"] != "idle" or pose["mouth"]:
            pass


async def test_the_pose_costs_nothing_while_she_rests() -> None:
    looks = 0
    world = World()

    def mouth() -> Mouth:
        nonlocal looks
        looks += 1
        return world.mouth

    async with serving(world, limits=Limits(pose_s=0.0, status_s=0.01)) as served:
        served.api._levels._outside = replace(served.api._levels._outside, mouth=mouth)
        async with served.reader("pose", "status") as reader:
            for expression in ("happy", "sad"):
                served.put(Perform("idle", expression))
                assert (await reader.see("pose"))["expression"] == expression
            before = looks
            world.status = Status(100.0, name="Vesper Astra", phase=Phase.SPEAKING)
            await reader.see("status")  # some hundredths of a second later
        assert looks <= before + 2


async def test_the_status_is_told_when_it_changes() -> None:
    world = World()
    async with serving(world, limits=Limits(status_s=0.01)) as served, served.reader("status") as reader:
        for phase in (Phase.SPEAKING, Phase.IDLE):
            world.status = Status(100.0, name="Vesper Astra", phase=phase, last=DONATION)
            told = (await reader.next())["status"]
            while told["last_event"] is None:  # what was told at first
                told = (await reader.next())["status"]
            assert told["is_speaking"] is (phase is Phase.SPEAKING)
            assert told["last_event"]["username"] == "Ann"


# --- subscriptions


async def test_only_what_was_asked_for_is_told() -> None:
    async with serving() as served, served.reader("token") as one, served.reader("line") as other:
        served.put(Show("a", "her", "x", final=True), ReplyDelta(1, "y"), Show("b", "her", "z", final=True))
        assert (await one.next())["type"] == "token"
        assert [(await other.next())["key"] for _ in range(2)] == ["a", "b"]


@pytest.mark.parametrize(
    ("frame", "word"),
    [
        ('{"type": "subscribe", "to": ["everything"]}', "everything"),
        ('{"type": "subscribe", "to": "event"}', "list"),
        ('{"type": "subscribe", "to": [1]}', "list"),
        ('{"type": "shout"}', "auth or subscribe"),
        ("{", "JSON"),
        ("[1]", "object"),
        (b"{}\xff", "JSON"),
    ],
)
async def test_a_frame_that_does_not_fit_is_told_and_changes_nothing(frame: str | bytes, word: str) -> None:
    async with serving() as served, served.reader() as reader:
        await reader.socket.send(frame)
        assert word in (await reader.see("error"))["error"]
        served.put(ReplyDelta(1, "still here"))
        assert (await reader.see("token"))["text"] == "still here"


async def test_a_client_that_talks_too_much_is_closed() -> None:
    async with serving(limits=Limits(burst=5)) as served, served.reader() as reader:
        for _ in range(10):
            await reader.send(type="subscribe", to=[])
        assert (await reader.closed())[0] == 1008


# --- slow readers


@pytest.mark.parametrize("limits", [Limits(queue_frames=2), Limits(queue_bytes=8)])
def test_what_waits_for_a_reader_is_bounded_in_number_and_in_bytes(limits: Limits) -> None:
    client = Client(limits)
    for frame in ("1234", "5678"):
        client.push("token", frame)
    assert client.closing == 0
    client.push("token", "9")
    assert client.closing == 1013


async def test_a_slow_reader_is_let_go_and_others_are_not() -> None:
    limits = Limits(queue_frames=50, grace_s=0.2)
    async with serving(limits=limits) as served, served.reader("token") as quick:
        async with served.stream(max_queue=1) as socket:
            slow = Reader(socket)
            await slow.send(type="auth", token=TOKEN)
            await slow.see("hello")
            piece = "x" * 60_000
            for n in range(400):  # more than the kernel and both libraries hold for it
                served.put(ReplyDelta(1, piece if n % 2 else ""))
                assert (await quick.next())["type"] == "token"
            assert [len(client._queue) for client in served.api._audience._clients if client.closing] == [0]
            assert (await slow.closed())[0] == 1013
        served.put(ReplyDelta(1, "still here"))
        assert (await quick.next())["text"] == "still here"


async def test_a_reader_that_stands_still_is_cut() -> None:
    async with serving(limits=Limits(stall_s=0.05, queue_bytes=100_000, grace_s=0.2)) as served:
        reader, writer = await served.raw()
        writer.write(
            f"GET /stream HTTP/1.1\r\nHost: {served.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            f"Authorization: Bearer {TOKEN}\r\n\r\n".encode()
        )
        assert b"101" in await reader.readline()
        audience = served.api._audience
        async with asyncio.timeout(10):
            while not audience:
                await asyncio.sleep(0)
            while audience:
                served.put(ReplyDelta(1, "x" * 50_000))
                await asyncio.sleep(0)
        writer.close()


async def test_a_slow_reader_gets_the_latest_level() -> None:
    async with serving() as served, served.reader("token") as reader:
        [client] = served.api._audience._clients
        for n in range(5000):
            client.push("pose", f'{{"type": "pose", "n": {n}}}')
        assert len(client._levels) == 1
        assert await reader.next() == {"type": "pose", "n": 4999}


async def test_readers_that_leave_are_forgotten() -> None:
    async with serving() as served:
        async with served.reader(), served.reader():
            assert len(served.api._audience) == 2
        async with asyncio.timeout(10):
            while served.api._audience:
                await asyncio.sleep(0)
        assert served.api._audience.wanted == frozenset()
