from __future__ import annotations

from dataclasses import replace

import pytest

from models.errors import Blame, EngineError
from models.events import CharacterChosen, Event, Failed, Health, Hushed, StudioChanged, WorkerChanged
from models.expression import Expression, Phase
from models.mood import Mood
from models.requests import FaceAsked, Panicked, Part, PartSwitched, SceneAsked, SourceAsked, TraitAsked
from models.status import Status
from models.stream.happening import Happening, StreamKind
from models.studio import Studio
from tests.workers.api.serving import AUTH, CHARACTER, Served, World, serving
from workers.api.server import Limits

COOL = Happening("f:1", StreamKind.FOLLOW, "cool_viewer", sent_s=1738972800.0)
FULL = Status(
    100.0,
    name="Vesper Astra",
    mood=Mood(positivity=72.34, engagement=45.0, energy=65.0),
    expression="happy",
    phase=Phase.SPEAKING,
    saying="Hello you.",
    last=COOL,
    ready=frozenset({"stream", "voice"}),
)


# --- status


async def test_health_has_the_shape_tools_know() -> None:
    async with serving(World(FULL)) as served:
        answer = await served.http.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "connected": True,
        "name": "Vesper Astra",
        "voice_available": True,
        "personality_enabled": False,
    }


async def test_status_has_the_shape_tools_know() -> None:
    async with serving(World(FULL)) as served:
        told = (await served.get("/status")).json()
    assert told.pop("uptime") > 0
    assert told == {
        "mood": {"energy": 65.0, "positivity": 72.3, "engagement": 45.0, "current_expression": "happy"},
        "last_event": {
            "type": "new-follower",
            "username": "cool_viewer",
            "message": "",
            "amount": 0.0,
            "timestamp": 1738972800.0,
        },
        "is_speaking": True,
        "current_response": "Hello you.",
    }


async def test_status_tells_strangers_nothing_of_chat() -> None:
    async with serving(World(FULL)) as served:
        told = (await served.http.get("/status")).json()
    assert (told["last_event"], told["current_response"], told["is_speaking"]) == (None, "", True)


async def test_the_endpoints_are_described() -> None:
    async with serving() as served:
        told = (await served.http.get("/openapi.json")).json()
        page = await served.http.get("/docs")
    assert told["info"]["version"] == "1.2.3"
    assert set(told["paths"]) == {
        "/health", "/status", "/voices", "/speak", "/chat/respond", "/hush", "/expression", "/persona",
        "/toggle/{part}", "/panic", "/events", "/obs", "/obs/scene", "/obs/source",
    }  # fmt: skip
    assert "POST /obs/scene" in page.text
    assert "http:" not in page.text.replace("http://127.0.0.1", "")
    assert told["paths"]["/speak"]["post"]["security"]
    assert "security" not in told["paths"]["/health"]["get"]


async def test_hush_face_and_voices() -> None:
    async with serving() as served:
        assert (await served.post("/hush")).json() == {"hushed": True}
        face = await served.post("/expression", {"expression": "cat_face", "seconds": 2})
        assert face.json() == {"expression": "cat_face", "seconds": 2.0}
        voices = await served.get("/voices")
        assert voices.json() == [{"name": "af_heart", "language": "en-US", "gender": "female"}]
        assert len(served.organ.of(Hushed)) == 1
        assert served.organ.of(FaceAsked) == [FaceAsked(Expression.CAT_FACE, 2.0)]


async def test_a_voice_that_does_not_answer_says_so() -> None:
    broken = World(voices_error=EngineError(Blame.ENGINE, "the tts engine keeps stopping"))
    async with serving(broken) as served:
        answer = await served.get("/voices")
    assert (answer.status_code, answer.json()["hint"]) == (503, "the tts engine keeps stopping")


# --- persona


async def test_who_she_is_is_told_and_changed() -> None:
    new = replace(CHARACTER, persona=replace(CHARACTER.persona, preset="chill", companion="Nova"))

    def her(event: Event) -> tuple[object, ...]:
        return (CharacterChosen(new),) if isinstance(event, TraitAsked) else ()

    async with serving(her=her) as served:
        assert (await served.get("/persona")).json() == {
            "name": "Vesper Astra", "preset": "snarky", "dynamic": "ride_or_die", "style": "", "energy": "normal",
            "family_mode": False,
        }  # fmt: skip
        answer = await served.post("/persona", {"preset": "chill", "energy": "normal"})
        assert (answer.status_code, answer.json()["preset"], answer.json()["name"]) == (200, "chill", "Nova")
        assert [(asked.field, asked.value) for asked in served.organ.of(TraitAsked)] == [("preset", "chill")]


async def test_a_persona_there_is_not_is_refused() -> None:
    def her(event: Event) -> tuple[object, ...]:
        return (
            (Failed("settings", Blame.SETTINGS, "there is no preset nope"),)
            if type(event) is TraitAsked
            else ()
        )

    async with serving(her=her) as served:
        answer = await served.post("/persona", {"preset": "nope"})
    assert (answer.status_code, answer.json()["error"]) == (422, "there is no preset nope")


# --- the show


async def test_parts_are_switched_and_switched_over() -> None:
    async with serving(off=frozenset({Part.CHAT})) as served:
        for path, told, on in (
            ("voice", None, False),
            ("voice", None, True),
            ("chat", {}, True),
            ("reactions", {"on": True}, True),
        ):
            answer = await served.post(f"/toggle/{path}", told)
            assert answer.json() == {"part": path, "on": on}
        switched = [(one.part, one.on) for one in served.organ.of(PartSwitched)]
    assert switched == [(Part.VOICE, False), (Part.VOICE, True), (Part.CHAT, True), (Part.REACTIONS, True)]


async def test_a_part_switched_elsewhere_is_known() -> None:
    async with serving() as served:
        served.put(PartSwitched(Part.WINDOW, on=False))
        assert (await served.post("/toggle/window")).json()["on"] is True


async def test_panic_and_back() -> None:
    async with serving() as served:
        assert (await served.post("/panic")).json() == {"on": True}
        assert (await served.post("/panic", {"on": False})).json() == {"on": False}
        assert [event.on for event in served.organ.of(Panicked)] == [True, False]


async def test_events_are_injected() -> None:
    world = World()
    async with serving(world) as served:
        answer = await served.post("/events", {"event": "raid", "data": {"username": "Ann", "viewers": 20}})
    assert answer.status_code == 202
    assert world.injected == [("raid", {"username": "Ann", "viewers": 20})]


ON_AIR = Studio(connected=True, scene="Live", scenes=("Live", "BRB"))


def studio_world() -> World:
    return World(Status(0.0, studio=ON_AIR))


async def test_obs_is_told() -> None:
    async with serving(studio_world()) as served:
        told = (await served.get("/obs")).json()
    assert told == {"connected": True, "scene": "Live", "scenes": ["Live", "BRB"], "panicked": False}


async def test_a_scene_is_shown_and_answered_when_it_is_on_air() -> None:
    def her(event: Event) -> tuple[object, ...]:
        if not isinstance(event, SceneAsked):
            return ()
        return StudioChanged(replace(ON_AIR, panicked=True)), StudioChanged(
            replace(ON_AIR, scene=event.scene)
        )

    async with serving(studio_world(), her=her) as served:
        answer = await served.post("/obs/scene", {"scene": "BRB"})
    assert (answer.status_code, answer.json()) == (200, {"scene": "BRB"})


async def test_a_scene_that_takes_longer_is_taken() -> None:
    async with serving(studio_world(), limits=Limits(studio_s=0.01)) as served:
        assert (await served.post("/obs/scene", {"scene": "BRB"})).status_code == 202


async def test_obs_says_no() -> None:
    def her(event: Event) -> tuple[object, ...]:
        return (Failed("obs", Blame.PROVIDER, "studio mode"),) if isinstance(event, SceneAsked) else ()

    async with serving(studio_world(), her=her) as served:
        failed = await served.post("/obs/scene", {"scene": "BRB"})
        unknown = await served.post("/obs/scene", {"scene": "Moon"})
    assert (failed.status_code, failed.json()["hint"]) == (502, "studio mode")
    assert (unknown.status_code, unknown.json()["hint"]) == (404, "It has: BRB, Live")


async def test_a_source_is_shown() -> None:
    async with serving(studio_world()) as served:
        answer = await served.post("/obs/source", {"source": "Cam", "visible": False})
        assert answer.status_code == 202
        assert served.organ.of(SourceAsked) == [SourceAsked("", "Cam", visible=False)]


@pytest.mark.parametrize("path", ["/obs/scene", "/obs/source"])
async def test_without_obs_nothing_is_shown(path: str) -> None:
    told: dict[str, object] = (
        {"scene": "Live"} if path.endswith("scene") else {"source": "Cam", "visible": True}
    )
    async with serving() as served:
        answer = await served.post(path, told)
        assert answer.status_code == 409
        assert served.organ.of(SceneAsked) == []


# --- what does not fit


@pytest.mark.parametrize(
    ("path", "told", "word"),
    [
        ("/speak", {}, "text"),
        ("/speak", {"text": " \n"}, "text"),
        ("/speak", {"text": "x" * 1001}, "text"),
        ("/speak", {"text": "hi", "loud": True}, "loud"),
        ("/speak", {"text": "hi", "mood": "purple"}, "mood"),
        ("/speak", {"text": "half \ud800 a pair"}, "text"),
        ("/speak", [], "dictionary"),
        ("/chat/respond", {"message": "hi", "username": "u" * 61}, "username"),
        ("/persona", {"preset": "../etc"}, "preset"),
        ("/persona", {"energy": "huge"}, "energy"),
        ("/expression", {"expression": "smug"}, "expression"),
        ("/expression", {"expression": "happy", "seconds": 0}, "seconds"),
        ("/toggle/everything", {}, "part"),
        ("/toggle/voice", {"on": "maybe"}, "on"),
        ("/events", {"event": "", "data": {}}, "event"),
        ("/events", {"event": "x", "data": {"a": {"\ud800": 1}}}, "data"),
    ],
)
async def test_what_does_not_fit_is_told(path: str, told: object, word: str) -> None:
    async with serving() as served:
        answer = await served.post(path, told)
        assert answer.status_code == 422
        assert word in answer.json()["error"]
        assert [type(event) for event in served.organ.events] == [WorkerChanged]
    assert served.world.injected == []


@pytest.mark.parametrize(
    "body",
    [b"{", b"\xff\xfe", b'{"event": "x", "data": ' + b"[" * 30_000 + b"]" * 30_000 + b"}",
     b'{"event": "x", "data": ' + b"[" * 40 + b"]" * 40 + b"}", b'{"event": "x", "data": {"a": NaN}}',
     b'{"event": "x", "data": 1e999}'],
)  # fmt: skip
async def test_what_is_no_json_is_told(body: bytes) -> None:
    async with serving() as served:
        answer = await served.http.post(
            "/events", content=body, headers={**AUTH, "Content-Type": "application/json"}
        )
        assert answer.status_code in {400, 422}
        assert answer.json()["error"]
    assert served.world.injected == []


async def test_addresses_there_are_not() -> None:
    async with serving() as served:
        for answer, status in (
            (await served.get("/nope"), 404),
            (await served.get("/speak"), 405),
            (await served.http.delete("/speak", headers=AUTH), 405),
            (await served.http.options("/speak", headers=AUTH), 405),
        ):
            assert (answer.status_code, set(answer.json())) == (status, {"error", "hint"})


async def test_what_breaks_inside_is_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(World(voices_error=RuntimeError("the secret inside"))) as served:
        answer = await served.get("/voices")
        assert (await served.http.get("/health")).status_code == 200
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "the secret inside" in caplog.text  # the log has it
    caplog.clear()


def ready(served: Served) -> WorkerChanged:
    [changed] = served.organ.of(WorkerChanged)
    return changed


async def test_it_tells_where_it_listens() -> None:
    async with serving() as served:
        assert ready(served).health is Health.READY
        assert ready(served).note == f"http://{served.host}"
