"""What is told of her outside: the product's shapes, and nothing of chat to strangers."""

from __future__ import annotations

from models.companion import Companion
from models.events import Health, StreamHappened, StudioChanged, Typed, Voiced, WorkerChanged
from models.status import Status
from models.stream.happening import Happening, StreamKind
from models.studio import Studio
from models.visemes import MouthTrack
from tests.models.characters import CHARACTER

HER = Companion.of(CHARACTER)


def test_the_shape_of_status() -> None:
    happened = StreamHappened(
        (Happening("1", StreamKind.FOLLOW, "cool_viewer", name="new-follower", sent_s=1738972800.0),),
        at_s=1.0,
    )
    her, _ = HER.step(happened)
    status = Status(100.0).after(happened, her)
    assert status.told(3700.14) == {
        "mood": {
            "energy": 55.0,
            "positivity": 68.0,
            "engagement": 40.0,
            "current_expression": her.face.expression.value,
        },
        "last_event": {
            "type": "new-follower",
            "username": "cool_viewer",
            "message": "",
            "amount": 0.0,
            "timestamp": 1738972800.0,
        },
        "is_speaking": False,
        "current_response": "",
        "uptime": 3600.1,
    }


def test_strangers_learn_nothing_of_chat() -> None:
    happened = StreamHappened((Happening("1", StreamKind.CHAT, "Ann", "secret"),), at_s=1.0)
    told = Status(0.0).after(happened, HER.step(happened)[0]).told(1.0, private=False)
    assert told["last_event"] is None
    assert "secret" not in str(told)
    assert "Ann" not in str(told)


def test_health_tells_what_is_there() -> None:
    status = Status(0.0).after(Typed("x"), HER)
    assert status.health() == {
        "status": "ok",
        "connected": False,
        "name": CHARACTER.persona.companion,
        "voice_available": False,
        "personality_enabled": False,
    }
    for worker in ("stream", "voice", "mind"):
        status = status.after(WorkerChanged(worker, Health.READY), HER)
    assert [*status.health().values()][1::2] == [True, True]
    status = status.after(WorkerChanged("stream", Health.RESTARTING), HER)
    assert status.health()["connected"] is False
    assert status.health()["voice_available"] is True


def test_the_backend_is_told_of_her_voice() -> None:
    status = Status(0.0).after(Voiced(1, 0, MouthTrack(2.345)), HER)
    assert status.state(1.0)["voice_duration"] == 2.35 or status.state(1.0)["voice_duration"] == 2.34
    assert status.state(1.0)["voice_audio_ready"] is False


def test_the_studio_is_remembered() -> None:
    studio = Studio(connected=True, scene="Game", scenes=("Game", "Pause"))
    assert Status(0.0).after(StudioChanged(studio), HER).studio == studio
