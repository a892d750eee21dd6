"""Pose and status, told as they change and no more often than anyone can use."""

from __future__ import annotations

import asyncio
from typing import Any

from models.commands import Perform
from models.events import Speaking
from models.expression import Phase
from workers.api.audience import Audience
from workers.api.setup import Limits, Outside
from workers.api.telling import Teller

_CLOSED = 0.01


class Levels:
    """Looks at her while somebody wants to know. Costs nothing while nobody does."""

    def __init__(self, outside: Outside, audience: Audience, teller: Teller, limits: Limits) -> None:
        self._outside, self._audience, self._teller, self._limits = outside, audience, teller, limits
        self._performed: Perform | None = None
        self._stirred = asyncio.Event()

    def notice(self, item: object) -> None:
        """Take note of an event or a command."""
        if isinstance(item, Perform):
            self._performed = item
            self._stirred.set()
        elif isinstance(item, Speaking):
            self._stirred.set()

    def pose(self) -> dict[str, Any]:
        """How she looks now: mouth 0..1, face, what she does, how lively 0..1."""
        mouth = round(self._outside.mouth().open, 2)
        if (did := self._performed) is not None:
            return _posed(mouth, did.expression, did.phase, did.energy)
        status = self._outside.status()
        return _posed(mouth, status.expression, status.phase.value, status.mood.energy / 100)

    def status(self) -> dict[str, Any]:
        """The shape of `GET /status` with the token."""
        return self._outside.status().told(self._outside.now())

    async def tell_pose(self) -> None:
        """Tell every change of the pose, for ever."""
        last: dict[str, Any] = {}
        while True:
            await self._wanted("pose")
            pose = self.pose()
            if pose != last:
                last = pose
                self._audience.tell("pose", self._teller.frame("pose", **pose))
            if pose["mouth"] < _CLOSED and pose["phase"] != Phase.SPEAKING:
                await self._stirred.wait()
            self._stirred.clear()
            await asyncio.sleep(self._limits.pose_s)

    async def tell_status(self) -> None:
        """Tell every change of the status, for ever."""
        last: dict[str, Any] = {}
        while True:
            await self._wanted("status")
            status = self.status()
            seen = {**status, "uptime": 0.0}
            if seen != last:
                last = seen
                self._audience.tell("status", self._teller.frame("status", status=status))
            await asyncio.sleep(self._limits.status_s)

    async def _wanted(self, kind: str) -> None:
        while kind not in self._audience.wanted:
            self._audience.changed.clear()
            await self._audience.changed.wait()


def _posed(mouth: float, expression: str, phase: str, energy: float) -> dict[str, Any]:
    return {"mouth": mouth, "expression": expression, "phase": phase, "energy": round(energy, 2)}
