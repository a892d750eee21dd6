"""The settings of the stream: its backend, what she answers, OBS and the local API."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from models.expression import Expression
from models.settings_section import Section
from models.stream.happening import Rank
from models.stream.rules import Rule, Rules, names_of

_Text = Annotated[str, Field(max_length=400)]
_Name = Annotated[str, Field(max_length=120)]


class Reaction(Section):
    """A reaction of the user's own to an event of the stream; see `models.stream.rules.Rule`."""

    event: Annotated[str, Field(min_length=1, max_length=120)] = Field(
        default="*", title="Event", description="The event's name; * and ? stand for anything."
    )
    enabled: bool = Field(default=True, title="On", description="Off: as if it were not there.")
    expression: Literal["", *(face.value for face in Expression)] = Field(  # type: ignore[valid-type]  # the twelve faces
        default="", title="Expression", description="The face she makes; empty: as she feels."
    )
    motion: _Name = Field(default="", title="Motion", description="A motion she plays; empty: none.")
    line: _Text = Field(
        default="",
        title="Line",
        description="What she says; {who}, {message}, {amount} and the event's own fields.",
    )
    prompt: _Text = Field(
        default="", title="Prompt", description="What her mind is asked to make of it, in place of a line."
    )
    sound: Annotated[str, Field(max_length=1024)] = Field(
        default="", title="Sound", description="A WAV file played with it; empty: none."
    )
    priority: Literal["chat", "moderator", "follow", "raid", "sub", "donation"] = Field(
        default="follow", title="Priority", description="What it is worth when several wait."
    )

    def rule(self) -> Rule:
        """This reaction as her core knows it."""
        face = Expression(self.expression) if self.expression else None
        rank = Rank[self.priority.upper()]
        return Rule(self.event, face, self.motion, self.line, self.prompt, self.sound, rank)


class Stream(Section):
    """The live stream she follows."""

    enabled: bool = Field(
        default=False,
        title="Follow the stream",
        description="Connect to the stream backend and stay connected.",
    )
    backend_url: str = Field(
        default="http://localhost:4001",
        pattern=r"^(https?://[^\s/]+\S*)?$",
        title="Stream backend",
        description="Address of the stream backend; empty: none.",
    )
    reactions_enabled: bool = Field(
        default=True, title="React to events", description="She thanks, welcomes and answers what happens."
    )
    chat_enabled: bool = Field(
        default=True, title="Answer chat", description="She answers viewers who call her by name."
    )
    reaction_cooldown_s: float = Field(
        default=5.0,
        ge=0.0,
        le=3600.0,
        title="Reaction pause",
        description="Seconds between reactions to events.",
    )
    chat_cooldown_s: float = Field(
        default=10.0, ge=0.0, le=3600.0, title="Chat pause", description="Seconds between replies to chat."
    )
    chat_rate: float = Field(
        default=30.0,
        ge=1.0,
        le=6000.0,
        title="Busy chat",
        description="Messages a minute up to which she answers all who call her; fewer of them beyond.",
    )
    stale_s: float = Field(
        default=120.0,
        ge=5.0,
        le=3600.0,
        title="Too late",
        description="Seconds after which an event is not answered any more; subs, raids and donations always are.",
    )
    currency: _Name = Field(
        default="dollars",
        title="Currency",
        description="What donations are counted in that come without a unit.",
    )
    reactions: Annotated[tuple[Reaction, ...], Field(strict=False, max_length=100)] = Field(
        default=(),
        title="Own reactions",
        description="What she does at events of your own making; the first fits.",
    )
    record: bool = Field(
        default=False,
        title="Record the stream",
        description="Write the stream's events to a file, to replay them.",
    )
    pseudonyms: bool = Field(
        default=True, title="Replace names", description="Write invented names into recordings."
    )
    panic_hotkey: str = Field(
        default="Ctrl+Alt+P",
        max_length=60,
        title="Panic key",
        description="Keys that set off panic and end it while stream or OBS is on, whatever program has the keyboard.",
    )

    def rules(self, her_name: str) -> Rules:
        """These settings as her core knows them; `her_name` is what chat calls her, in full."""
        return Rules(
            names=names_of(her_name),
            reactions=self.reactions_enabled,
            chat=self.chat_enabled,
            reaction_cooldown_s=self.reaction_cooldown_s,
            chat_cooldown_s=self.chat_cooldown_s,
            stale_s=self.stale_s,
            chat_rate=self.chat_rate,
            currency=self.currency,
            own=tuple(reaction.rule() for reaction in self.reactions if reaction.enabled),
        )


class Obs(Section):
    """OBS Studio, through its own WebSocket server (Tools → WebSocket Server Settings)."""

    enabled: bool = Field(default=False, title="Connect to OBS", description="And stay connected.")
    brb_scene: _Name = Field(
        default="", title="Panic scene", description="The scene shown in panic; empty: the scene stays."
    )
    panic_inputs: Annotated[tuple[_Name, ...], Field(strict=False, max_length=50)] = Field(
        default=(), title="Muted in panic", description="Audio inputs of OBS that are muted in panic."
    )
    caption_source: _Name = Field(
        default="", title="Caption source", description="A text source that shows what she says; empty: none."
    )


class Api(Section):
    """The local HTTP API, for Stream Deck, Streamer.bot, overlays and your own tools."""

    enabled: bool = Field(
        default=True, title="Local API", description="Answer on this machine's own address."
    )
    port: int = Field(default=4003, ge=1, le=65535, title="Port", description="Port of the API on 127.0.0.1.")
