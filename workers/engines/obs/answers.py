"""What OBS answers, as far as it matters. Names on the wire are those of obs-websocket's protocol 5."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Nothing(BaseModel):
    """An answer that does not matter."""


class Scene(BaseModel):
    """One scene; `index` counts from the bottom of OBS's list."""

    name: str = Field(alias="sceneName")
    index: int = Field(alias="sceneIndex")


class Scenes(BaseModel):
    """All scenes and the one on air."""

    on_air: str | None = Field(default=None, alias="currentProgramSceneName")
    scenes: tuple[Scene, ...]

    def names(self) -> tuple[str, ...]:
        """From top to bottom, as in OBS's window."""
        return tuple(scene.name for scene in sorted(self.scenes, key=lambda scene: -scene.index))


class Input(BaseModel):
    """A source that is no scene; `kind` ends in a version ("text_ft2_source_v2"). Its settings come without a name."""

    name: str = Field(default="", alias="inputName")
    kind: str = Field(alias="inputKind")


class Inputs(BaseModel):
    """All sources that are no scenes."""

    inputs: tuple[Input, ...]


class Muted(BaseModel):
    """Whether an audio input is muted."""

    muted: bool = Field(alias="inputMuted")


class Item(BaseModel):
    """A source as it stands in a scene."""

    source: str = Field(alias="sourceName")
    number: int = Field(alias="sceneItemId")
    group: bool | None = Field(default=None, alias="isGroup")


class Items(BaseModel):
    """All that stands in a scene or group."""

    items: tuple[Item, ...] = Field(alias="sceneItems")
