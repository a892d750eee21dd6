"""How she is, for those outside: overlays, Stream Deck buttons, the stream backend. Folded from what happens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from models.companion import Companion
from models.events import Event, Health, StreamHappened, StudioChanged, Voiced, WorkerChanged
from models.expression import Phase
from models.mood import Mood
from models.stream.happening import Happening, StreamKind
from models.studio import Studio

_KINDS = {
    StreamKind.CHAT: "chat-message",
    StreamKind.FOLLOW: "new-follower",
    StreamKind.SUB: "new-subscriber",
    StreamKind.RAID: "raid",
    StreamKind.DONATION: "donation",
    StreamKind.ALERT: "alert",
}


@dataclass(frozen=True, slots=True)
class Status:
    """All that is told of her. `started_s` is when she came up, `voice_s` how long her last clause sounds."""

    started_s: float
    name: str = ""
    mood: Mood = Mood()
    expression: str = "idle"
    phase: Phase = Phase.IDLE
    saying: str = ""
    last: Happening | None = None
    voice_s: float = 0.0
    ready: frozenset[str] = frozenset()
    studio: Studio = Studio()

    def after(self, event: Event, companion: Companion) -> Status:
        """The status when `event` has happened and left her as `companion`."""
        talk = companion.conversation
        status = replace(
            self,
            name=companion.character.persona.companion,
            mood=companion.mood,
            expression=companion.face.expression.value,
            phase=talk.phase,
            saying=talk.answer.text,
        )
        match event:
            case StreamHappened(happenings=(*_, last)):
                return replace(status, last=last)
            case Voiced(track=track):
                return replace(status, voice_s=track.length_s)
            case StudioChanged(studio=studio):
                return replace(status, studio=studio)
            case WorkerChanged(worker=worker, health=Health.READY | Health.ASLEEP):
                return replace(status, ready=self.ready | {worker})
            case WorkerChanged(worker=worker):
                return replace(status, ready=self.ready - {worker})
        return status

    def told(self, now_s: float, *, private: bool = True) -> dict[str, Any]:
        """The shape of `GET /status`; `now_s` is on the clock of `started_s`. `private`: chat may be in it."""
        mood = self.mood
        return {
            "mood": {
                "energy": round(mood.energy, 1),
                "positivity": round(mood.positivity, 1),
                "engagement": round(mood.engagement, 1),
                "current_expression": self.expression,
            },
            "last_event": _told(self.last) if private and self.last else None,
            "is_speaking": self.phase is Phase.SPEAKING,
            "current_response": self.saying if private else "",
            "uptime": round(now_s - self.started_s, 1),
        }

    def state(self, now_s: float) -> dict[str, Any]:
        """The backend's `companion-state`: `told`, and how her voice is."""
        voice = {"voice_audio_ready": "voice" in self.ready, "voice_duration": round(self.voice_s, 2)}
        return self.told(now_s) | voice

    def health(self) -> dict[str, Any]:
        """The shape of `GET /health`."""
        return {
            "status": "ok",
            "connected": "stream" in self.ready,
            "name": self.name,
            "voice_available": "voice" in self.ready,
            "personality_enabled": "mind" in self.ready,
        }


def _told(happening: Happening) -> dict[str, Any]:
    return {
        "type": _KINDS.get(happening.kind, happening.name),
        "username": happening.who,
        "message": happening.text,
        "amount": happening.amount,
        "timestamp": happening.sent_s,
    }
