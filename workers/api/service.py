"""What the endpoints work with, in one value."""

from __future__ import annotations

from dataclasses import dataclass

from workers.api.audience import Audience
from workers.api.desk import Desk
from workers.api.guard import Doors
from workers.api.levels import Levels
from workers.api.setup import ApiSetup, Outside
from workers.api.telling import Teller
from workers.runtime.organ import Emit


@dataclass(frozen=True, slots=True)
class Service:
    """The API's parts; `emit` gives an event to the Director."""

    setup: ApiSetup
    outside: Outside
    emit: Emit
    desk: Desk
    doors: Doors
    audience: Audience
    teller: Teller
    levels: Levels
