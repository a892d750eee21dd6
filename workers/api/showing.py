"""Endpoints of the show: her parts, OBS, panic, events. All need the token."""

from __future__ import annotations

import asyncio
from functools import partial

from fastapi import APIRouter, Response

from models.events import Failed, StudioChanged
from models.requests import Panicked, Part, PartSwitched, SceneAsked, SourceAsked
from models.studio import Studio
from workers.api import bodies
from workers.api.refusal import Refusal, named
from workers.api.service import Service


def routes(service: Service) -> APIRouter:
    """The endpoints, for `service`."""
    router = APIRouter(tags=["show"])
    _add_parts(router, service)
    _add_studio(router, service)
    return router


def _add_parts(router: APIRouter, service: Service) -> None:
    emit, desk = service.emit, service.desk

    @router.post("/toggle/{part}", summary="Switch a part of her off or on")
    async def toggle(part: Part, asks: bodies.ToggleBody | None = None) -> bodies.Toggled:
        """Parts: microphone, voice, reactions, chat, window. Without `on` it is switched over."""
        on = not desk.on[part] if asks is None or asks.on is None else asks.on
        desk.on[part] = on  # a second call may come before the event has been round
        emit(PartSwitched(part, on))
        return bodies.Toggled(part=part.value, on=on)

    @router.post("/panic", summary="Panic: hide the show, mute, stop talking; or bring it back")
    async def panic(asks: bodies.PanicBody | None = None) -> bodies.Panicking:
        """Without `on` it is panic."""
        on = asks is None or asks.on
        emit(Panicked(on))
        return bodies.Panicking(on=on)

    @router.post(
        "/events", status_code=202, summary="Let an event happen, as if the stream backend had sent it"
    )
    async def events(asks: bodies.EventBody) -> bodies.Injected:
        """Names and fields are those of the backend: new-follower, new-subscriber, raid, donation, your own."""
        service.outside.inject(asks.event, asks.data)
        return bodies.Injected(event=asks.event)


def _add_studio(router: APIRouter, service: Service) -> None:
    emit, desk = service.emit, service.desk

    @router.get("/obs", summary="OBS, as she knows it")
    async def obs() -> bodies.StudioTold:
        return _told(service.outside.status().studio)

    @router.post("/obs/scene", summary="Show a scene of OBS")
    async def scene(asks: bodies.SceneBody, response: Response) -> bodies.SceneTold:
        """Answers when it is on air; 202 when OBS takes longer."""
        studio = _connected(service)
        if studio.scenes and asks.scene not in studio.scenes:
            raise Refusal(404, f"OBS has no scene {asks.scene!r}.", f"It has: {named(studio.scenes)}")

        with desk.watching(partial(_on_air, asks.scene)) as shown:
            emit(SceneAsked(asks.scene))
            if studio.scene != asks.scene:
                await asyncio.wait([shown], timeout=service.setup.limits.studio_s)
                if not shown.done():
                    response.status_code = 202
                elif error := shown.exception():
                    raise error
        return bodies.SceneTold(scene=asks.scene)

    @router.post("/obs/source", status_code=202, summary="Show or hide a source of OBS")
    async def source(asks: bodies.SourceBody) -> bodies.SourceTold:
        _connected(service)
        emit(SourceAsked(asks.scene, asks.source, asks.visible))
        return bodies.SourceTold(scene=asks.scene, source=asks.source, visible=asks.visible)


def _on_air(scene: str, item: object) -> bool | None:
    match item:
        case StudioChanged(studio=Studio(scene=shown)) if shown == scene:
            return True
        case Failed(worker="obs", message=message):
            raise Refusal(502, "OBS did not do it.", message)
    return None


def _connected(service: Service) -> Studio:
    studio = service.outside.status().studio
    if not studio.connected:
        raise Refusal(409, "OBS is not connected.", "Switch it on in Vesper's settings, and start OBS.")
    return studio


def _told(studio: Studio) -> bodies.StudioTold:
    return bodies.StudioTold(
        connected=studio.connected,
        scene=studio.scene,
        scenes=list(studio.scenes),
        panicked=studio.panicked,
    )
