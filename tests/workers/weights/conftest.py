"""A store in a temporary folder, small models of our own making, and a hub on the loopback."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.workers.weights.hub_server import HubServer
from workers.weights.catalogue import Catalogue, Edition, HubSource, Model, ModelFile, Source


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that models are placed in; no other source of models is set."""
    monkeypatch.setenv("VESPER_CACHE", str(tmp_path / "cache"))
    for name in ("VESPER_MODELS", "HF_HUB_OFFLINE", "HF_ENDPOINT", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return tmp_path / "cache" / "models"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, store: Path) -> Iterator[HubServer]:
    """A running hub that `HF_ENDPOINT` points to."""
    assert store
    with HubServer() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield server


@dataclass(frozen=True)
class Sample:
    """A made-up model with its bytes."""

    model: Model
    content: dict[str, bytes]

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue((self.model,))


HUB = HubSource("someone/model", "abc123", "")


def sample(*sources: Source, **content: bytes) -> Sample:
    """Make a model of one edition whose files are `name=bytes` (underscores become dots)."""
    named = {name.replace("_", "."): data for name, data in content.items()}
    files = tuple(
        ModelFile(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in named.items()
    )
    edition = Edition("only", files, sources or (HUB,))
    return Sample(Model("sample", "test", "A sample", "MIT", "made here", (edition,)), named)


def noise(size: int, seed: int = 1) -> bytes:
    """Give `size` bytes without a pattern that a mix-up could hide in."""
    return b"".join(hashlib.sha256(b"%d %d" % (seed, block)).digest() for block in range(size // 32 + 1))[
        :size
    ]
