"""Every test of the pages has a real Chromium and the real API before it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from tests import chromium
from tests.pages.air import Air, on_air


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Browser]:
    """One Chromium for all tests; every test has tabs of its own."""
    with chromium.running(tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture
async def air() -> AsyncIterator[Air]:
    """The API, alive on a free port."""
    async with on_air() as air:
        yield air


Opens = Callable[..., AbstractAsyncContextManager[chromium.Tab]]


@pytest.fixture
def opened(browser: chromium.Browser, air: Air) -> Opens:
    """Opens a page with the token and waits for its link; at the end it must have nothing to complain about."""

    @asynccontextmanager
    async def opening(
        path: str, width: int = 1920, height: int = 1080, **preferred: str
    ) -> AsyncIterator[chromium.Tab]:
        async with browser.tab(width, height) as tab:
            await tab.prefer(**preferred)
            await air.joins(tab, path)
            yield tab
            assert tab.problems == []

    return opening
