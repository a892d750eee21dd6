"""Endpoints that make her speak, and that say who she is. All need the token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from models.errors import EngineError
from models.events import CharacterChosen, Failed, Hushed, Typed
from models.requests import FaceAsked, SayAsked, TraitAsked
from workers.api import bodies
from workers.api.desk import Answer, Asked, Asking
from workers.api.refusal import Refusal
from workers.api.service import Service


def routes(service: Service) -> APIRouter:
    """The endpoints, for `service`."""
    router = APIRouter(tags=["her"])
    _add_speech(router, service)
    _add_persona(router, service)
    return router


def _add_speech(router: APIRouter, service: Service) -> None:
    limits, desk = service.setup.limits, service.desk

    @router.get("/voices", summary="The voices she can speak with")
    async def voices() -> list[bodies.VoiceTold]:
        async with _limited(limits.voices_s):
            try:
                return [
                    bodies.VoiceTold(name=voice.name, language=voice.language, gender=voice.gender)
                    async for voice in service.outside.voices()
                ]
            except EngineError as error:
                raise Refusal(503, "Her voice does not answer.", error.message) from error

    @router.post("/speak", summary="Say this, word for word")
    async def speak(asks: bodies.SpeakBody, response: Response) -> bodies.Said:
        """Answers when it has been heard. What is unfit is not said, and nothing is while panic is on."""
        if desk.panicked:
            raise Refusal(409, "She is silent: panic is on.", 'End it with POST /panic {"on": false}.')
        if not asks.wait:
            service.emit(SayAsked(asks.text))
            response.status_code = 202
            return bodies.Said(text=asks.text, spoken=False, duration=0.0)
        with desk.asking(Asking.SAY, asks.text) as asked:
            service.emit(SayAsked(asks.text, id=asked.id))
            answer = await _answered(asked, limits.say_s)
        return bodies.Said(text=answer.text, spoken=answer.spoken, duration=answer.duration_s)

    @router.post("/chat/respond", summary="Answer a line: your own, or a viewer's")
    async def respond(asks: bodies.ChatBody) -> bodies.Replied:
        """A viewer's line goes the way of the stream's chat, with its pauses and its rules."""
        if asks.username.strip():
            with desk.asking(Asking.VIEWER, asks.message) as asked:
                service.outside.inject("chat-message", _chat_message(service, asks, asked.id))
                answer = await _answered(asked, limits.answer_s)
        else:
            with desk.asking(Asking.TYPED, asks.message) as asked:
                service.emit(Typed(asks.message, id=asked.id))
                answer = await _answered(asked, limits.answer_s)
        return bodies.Replied(text=answer.text, expression=answer.expression)

    @router.post("/hush", summary="Stop talking")
    async def hush() -> bodies.Hushed:
        service.emit(Hushed())
        return bodies.Hushed()


def _add_persona(router: APIRouter, service: Service) -> None:
    desk, choosing = service.desk, asyncio.Lock()

    @router.post("/expression", summary="Make a face")
    async def expression(asks: bodies.ExpressionBody) -> bodies.Face:
        service.emit(FaceAsked(asks.expression, asks.seconds))
        return bodies.Face(expression=asks.expression, seconds=asks.seconds)

    @router.get("/persona", summary="Who she is")
    async def persona() -> bodies.PersonaTold:
        return _persona(service)

    @router.post("/persona", summary="Change who she is")
    async def become(asks: Annotated[bodies.PersonaBody, Body()]) -> bodies.PersonaTold:
        """Answers when she has changed; the choice is kept in the settings."""
        wanted = asks.model_dump(exclude_none=True)
        async with choosing:  # the answers carry no id: one question at a time
            for field, value in wanted.items():
                if desk.persona.get(field) != value:
                    await _choose(service, field, value)
        return _persona(service)


async def _choose(service: Service, field: str, value: str | bool) -> None:  # noqa: FBT001  # a value like others
    def found(item: object) -> bool | None:
        match item:
            case CharacterChosen():
                return True
            case Failed(worker="settings", message=message):
                raise Refusal(
                    422, message, "GET /persona tells what is chosen; `vesper personas list` what there is."
                )
        return None

    with service.desk.watching(found) as chosen:
        service.emit(TraitAsked(field, value))
        async with _limited(service.setup.limits.settings_s):
            await chosen


def _persona(service: Service) -> bodies.PersonaTold:
    if not service.desk.persona:
        raise Refusal(503, "She is not there yet.", "Try again in a moment.")
    return bodies.PersonaTold.model_validate(service.desk.persona)


def _chat_message(service: Service, asks: bodies.ChatBody, key: str) -> dict[str, Any]:
    """A viewer's line as the stream backend would send it, by name to her."""
    name = service.outside.status().name
    first = name.split()[0] if name.split() else ""
    named = first.casefold() in asks.message.casefold()
    return {
        "id": key,
        "username": asks.username.strip(),
        "message": asks.message if named else f"{first}, {asks.message}",
        "badges": {},
        "userType": "viewer",
        "timestamp": datetime.fromtimestamp(service.outside.unix(), UTC).isoformat(),
    }


async def _answered(asked: Asked, limit_s: float) -> Answer:
    async with _limited(limit_s):
        return await asked.done


@asynccontextmanager
async def _limited(limit_s: float) -> AsyncIterator[None]:
    """So many seconds; then it is answered with 504."""
    try:
        async with asyncio.timeout(limit_s):
            yield
    except TimeoutError:
        error = f"Nothing came of it within {limit_s:g} s."
        raise Refusal(504, error, "GET /status tells how she is.") from None
