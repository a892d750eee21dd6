"""Every engine Vesper can use, one lazy line each.

Settings pages, workers, the installer, packaging and the contract tests all read this table; adding an engine
is one file beside its siblings (`_template.py` is the start) and one line here. Nothing heavy is imported
until `build`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from models.errors import Blame, EngineError
from workers.advice import repairing

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Provider:
    """One engine as a value.

    `target` and `settings` are "module:Class". `host` names the engine process it lives in: providers with
    the same host share one, an empty host runs inline (network engines). `models` are weights the engine
    needs, by their ids in `assets/models.toml`. `capabilities` say what the port cannot: "phonemes",
    "local", "partials".
    """

    id: str
    role: str
    label: str
    target: str
    settings: str
    host: str = ""
    models: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    capabilities: frozenset[str] = frozenset()

    def settings_class(self) -> type[BaseModel]:
        """The pydantic class of this engine's settings."""
        return _load(self.settings)  # type: ignore[no-any-return]  # named by the table, held by the contract tests

    def build(self, settings: BaseModel) -> Any:  # noqa: ANN401  # one of the Protocols of models.ports, by `role`
        """Construct the engine. Imports its module; raises `EngineError` when an optional extra is missing."""
        return _load(self.target)(settings)


def _load(path: str) -> Any:  # noqa: ANN401
    module, _, name = path.partition(":")
    try:
        return getattr(import_module(module), name)
    except ImportError as error:
        message = f"{error.name or module} is not installed; {repairing()}"
        raise EngineError(Blame.SETTINGS, message) from error


_E = "workers.engines"

PROVIDERS: tuple[Provider, ...] = (
    Provider(
        "portaudio", "audio", "Sound card", f"{_E}.audio.portaudio:PortAudioDevice",
        f"{_E}.audio.portaudio_settings:PortAudioSettings", host="audio", models=("silero-vad", "smart-turn-v3"),
        capabilities=frozenset({"local"}),
    ),
    Provider(
        "faster-whisper", "asr", "Whisper on this machine", f"{_E}.asr.faster_whisper:FasterWhisperTranscriber",
        f"{_E}.asr.faster_whisper_settings:FasterWhisperSettings", host="asr", models=("whisper-base",),
        capabilities=frozenset({"local", "partials"}),
    ),
    Provider(
        "ollama", "llm", "Ollama", f"{_E}.llm.ollama:OllamaModel", f"{_E}.llm.ollama:OllamaSettings",
        capabilities=frozenset({"local"}),
    ),
    Provider(
        "openai", "llm", "OpenAI-compatible server", f"{_E}.llm.openai:OpenAiModel",
        f"{_E}.llm.openai:OpenAiSettings",
    ),
    Provider(
        "llama", "llm", "Embedded model (basic mode)", f"{_E}.llm.llama:LlamaModel", f"{_E}.llm.llama:LlamaSettings",
        host="llm", models=("smollm2-135m",), capabilities=frozenset({"local", "basic"}),
    ),
    Provider(
        "kokoro", "tts", "Kokoro", f"{_E}.tts.kokoro:KokoroVoice", f"{_E}.tts.kokoro_settings:KokoroSettings",
        host="tts", models=("kokoro-82m", "kokoro-voices"), capabilities=frozenset({"local", "phonemes"}),
    ),
    Provider(
        "worxed", "stream", "Worxed Stream Manager", f"{_E}.stream.worxed:WorxedBackend",
        f"{_E}.stream.worxed:WorxedSettings", capabilities=frozenset({"local"}),
    ),
    Provider(
        "obs-websocket", "obs", "OBS Studio", f"{_E}.obs.websocket:ObsWebSocket",
        f"{_E}.obs.websocket:ObsSettings", capabilities=frozenset({"local"}),
    ),
)  # fmt: skip

_BY_ID = {provider.id: provider for provider in PROVIDERS}


def provider(provider_id: str) -> Provider:
    """The provider with this id. Raises `EngineError` (SETTINGS) with the known ids when there is none."""
    found = _BY_ID.get(provider_id)
    if found is None:
        message = f"no engine is called {provider_id!r}; choose one of {', '.join(_BY_ID)}"
        raise EngineError(Blame.SETTINGS, message)
    return found


def of_role(role: str) -> tuple[Provider, ...]:
    """All providers of a role ("audio", "asr", "llm", "tts", "stream", "obs"), in order of preference."""
    return tuple(entry for entry in PROVIDERS if entry.role == role)
