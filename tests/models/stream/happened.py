"""Happenings for tests, and a player of an agenda's steps."""

from __future__ import annotations

from dataclasses import replace

from models.stream.happening import Happening, Standing, StreamKind

K = StreamKind
NAMES = {
    K.CHAT: "chat-message",
    K.FOLLOW: "new-follower",
    K.SUB: "new-subscriber",
    K.RAID: "raid",
    K.DONATION: "donation",
    K.ALERT: "alert",
    K.CUSTOM: "hydrate",
}


def one(id_: str, kind: StreamKind, who: str = "", **fields: object) -> Happening:
    """A happening of this kind by a viewer of their own."""
    return replace(Happening(id_, kind, who or f"viewer {id_}", name=NAMES[kind]), **fields)


def line(
    id_: str, text: str = "hi vesper", standing: Standing = Standing.VIEWER, **fields: object
) -> Happening:
    """A line of chat."""
    return one(id_, K.CHAT, text=text, standing=standing, **fields)
