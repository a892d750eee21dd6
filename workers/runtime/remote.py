"""A port whose engine lives in a child process: same methods, values carried by frames."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, Protocol, runtime_checkable

from pydantic import BaseModel

from workers.engines.registry import Provider
from workers.runtime.child import Child, Observer
from workers.runtime.wire import CALLS


class Remote:
    """Stands for an engine in `child`. Every call of the provider's role is a method (see `wire.CALLS`)."""

    def __init__(self, child: Child, provider: Provider, settings: BaseModel) -> None:
        self.child = child
        self._provider = provider
        self._settings = settings.model_dump(mode="json")

    def __getattr__(self, name: str) -> Callable[[object], AsyncIterator[Any]]:
        if name not in CALLS[self._provider.role]:
            raise AttributeError(name)

        def call(request: object) -> AsyncIterator[Any]:
            return self.child.call(self._provider.id, self._settings, name, request)

        return call

    async def close(self) -> None:
        """End the process."""
        await self.child.close()


def revive(engine: object) -> None:
    """Let an engine that had been given up try again; an inline engine needs no such leave."""
    if isinstance(engine, Remote):
        engine.child.try_again()


@runtime_checkable
class Restful(Protocol):
    """An inline engine that may have to be warmed again later, such as a model on a server of one's own."""

    async def rest(self) -> bool:
        """Hold nothing; False when there is nothing to give."""
        ...


async def rest(engine: object) -> bool:
    """Have an engine give its memory back until it is asked again; False when it holds none."""
    if isinstance(engine, Remote):
        return await engine.child.rest()
    return await engine.rest() if isinstance(engine, Restful) else False


def connect(provider: Provider, settings: BaseModel, observer: Observer) -> Any:  # noqa: ANN401  # a port, by role
    """The engine behind its port: inline, or in a child process of its own when the provider names a host."""
    if not provider.host:
        return provider.build(settings)
    return Remote(Child(provider.host, observer), provider, settings)
