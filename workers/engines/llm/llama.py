"""llama.cpp embedded in the engine process, through xllamacpp: no server to install, any GGUF model.

Requests are in-process calls with a callback for each piece. The library insists on listening as well: it
is given a Unix socket that is unlinked at once, so nothing can reach it, or, where that cannot be, a free
loopback port with a random key. One slot keeps the evaluated prompt, so a prefix evaluated by `warm` is not
paid for again. Prompts are evaluated in small batches with a progress report after each, which is when a
cancelled reply is dropped.

Without a model of the user's own it runs the bundled small one ("basic mode"), with sampling that keeps so
small a model from looping.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import sys
import tempfile
import threading
from collections.abc import AsyncGenerator, AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from models.errors import Blame, EngineError
from models.speech import Empty, Prompt, Token
from workers.advice import fetching
from workers.engines.llm.cpu import supported
from workers.engines.llm.streaming import spoken
from workers.weights.cache import path_of

BUNDLED = "smollm2-135m"
_GGUF = b"GGUF"
_BATCH = 64
_LONGEST_SOCKET_PATH = 100
_SAMPLING = {"dry_multiplier": 0.8, "dry_base": 1.75, "dry_allowed_length": 2, "repeat_penalty": 1.1}


class LlamaSettings(BaseModel):
    """Which GGUF model to run, and how."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field(
        default=BUNDLED, min_length=1, title="Model", description="A GGUF file, or the bundled model's name."
    )
    threads: int = Field(default=1, ge=1, le=256, title="Threads", description="Processor cores it may use.")
    context_tokens: int = Field(
        default=2048,
        ge=512,
        le=131_072,
        title="Context",
        description="Tokens it can read; more needs more memory.",
    )
    grammar: str = Field(
        default="", title="Grammar", description="GBNF that every reply must follow; empty: none."
    )

    @property
    def basic(self) -> bool:
        """Whether this is the bundled small model, too small to carry a conversation by itself."""
        return self.model == BUNDLED


class LlamaModel:
    """A `LanguageModel` in this process. One reply at a time; the next waits until a cancelled one let go."""

    def __init__(self, settings: LlamaSettings) -> None:
        self._settings = settings
        self._server: Any = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="llama")
        self._stops: set[threading.Event] = set()

    async def warm(self, request: Prompt) -> AsyncIterator[Empty]:
        """Load the model and evaluate the prompt's messages into its cache."""
        await self._in_thread(self._load)
        if request.messages:
            async with aclosing(self._chat(request, limit=1)) as pieces:
                async for _ in pieces:
                    pass
        yield Empty()

    async def reply(self, request: Prompt) -> AsyncIterator[Token]:
        """Stream the answer. Loads the model first if `warm` was not called."""
        await self._in_thread(self._load)
        async with aclosing(spoken(self._chat(request, limit=request.max_tokens))) as texts:
            async for text in texts:
                yield Token(text)

    async def close(self) -> None:
        """Stop what runs and free the model."""
        for stop in tuple(self._stops):
            stop.set()
        await self._in_thread(self._unload)
        self._thread.shutdown()

    async def _in_thread(self, work: Any) -> None:  # noqa: ANN401  # Callable[[], None], as the executor takes it
        await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _load(self) -> None:
        if self._server is not None:
            return
        path = _model_file(self._settings)
        if not supported():
            message = (
                "this processor lacks AVX2, which the embedded model needs; use Ollama or another server"
            )
            raise EngineError(Blame.ENGINE, message)
        import xllamacpp

        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_ctx = self._settings.context_tokens
        params.n_parallel = 1
        params.n_batch = params.n_ubatch = _BATCH
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = self._settings.threads
        params.cache_ram_mib = 0
        params.swa_full = True
        params.warmup = False
        params.ui = False
        params.verbosity = 0
        params.n_threads_http = 1
        params.api_keys = [secrets.token_urlsafe(32)]
        params.port = 0
        with tempfile.TemporaryDirectory(prefix="vesper-llm-") as folder:
            address = str(Path(folder) / "llm.sock")
            if hasattr(socket, "AF_UNIX") and sys.platform != "win32" and len(address) < _LONGEST_SOCKET_PATH:
                params.hostnames = [address]
            try:
                self._server = xllamacpp.Server(params)
            except (RuntimeError, ValueError) as error:
                message = (
                    f"the model {path.name} cannot be loaded; it may be damaged or too new for this version"
                )
                raise EngineError(Blame.ENGINE, message) from error

    def _unload(self) -> None:
        self._server = None

    async def _chat(self, request: Prompt, *, limit: int) -> AsyncGenerator[str, None]:
        body = self._body(request, limit)
        loop = asyncio.get_running_loop()
        arrived: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        stop = threading.Event()

        def take(chunk: dict[str, Any]) -> bool:
            if not stop.is_set():
                loop.call_soon_threadsafe(arrived.put_nowait, chunk)
            return stop.is_set()

        def run() -> None:
            try:
                if not stop.is_set():
                    self._server.handle_chat_completions(body, take)
            finally:
                self._stops.discard(stop)
                if not stop.is_set():
                    loop.call_soon_threadsafe(arrived.put_nowait, None)

        self._stops.add(stop)
        running = loop.run_in_executor(self._thread, run)
        try:
            while (chunk := await arrived.get()) is not None:
                text = _text(chunk)
                if text:
                    yield text
            await running
        except (RuntimeError, ValueError) as error:
            message = f"the embedded model refused the request: {error}"
            raise EngineError(Blame.ENGINE, message) from error
        finally:
            stop.set()

    def _body(self, request: Prompt, limit: int) -> dict[str, Any]:
        body: dict[str, Any] = {
            "messages": [{"role": m.role.value, "content": m.content} for m in request.messages],
            "max_tokens": limit,
            "temperature": request.temperature,
            "top_p": request.top_p,
            "stream": True,
            "return_progress": True,
            "cache_prompt": True,
            "chat_template_kwargs": {"enable_thinking": False},
        }
        if request.stop:
            body["stop"] = list(request.stop)
        if self._settings.basic:
            body |= _SAMPLING
        if self._settings.grammar:
            body["grammar"] = self._settings.grammar
        return body


def _model_file(settings: LlamaSettings) -> Path:
    """The GGUF file to load. Raises `EngineError` (SETTINGS) when there is none."""
    if settings.basic:
        found = sorted(path_of(BUNDLED).glob("*.gguf"))
        if not found:
            message = f"the bundled model is not here; fetch it with: {fetching()}"
            raise EngineError(Blame.SETTINGS, message)
        return found[0]
    path = Path(settings.model).expanduser()
    try:
        with path.open("rb") as file:
            magic = file.read(len(_GGUF))
    except OSError as error:
        raise EngineError(
            Blame.SETTINGS, f"the model file {path} cannot be read: {error.strerror}"
        ) from error
    if magic != _GGUF:
        raise EngineError(Blame.SETTINGS, f"{path.name} is not a GGUF model; choose a .gguf file")
    return path


def _text(chunk: dict[str, Any]) -> str:
    """The text of one streamed chunk; empty for progress and roles. Raises `EngineError` for an error."""
    error = chunk.get("error")
    if error:
        if error.get("type") == "exceed_context_size_error":
            message = "the conversation is longer than the model's context; raise Context in the settings"
            raise EngineError(Blame.SETTINGS, message)
        raise EngineError(Blame.ENGINE, f"the embedded model failed: {str(error.get('message'))[:200]}")
    for choice in chunk.get("choices", ())[:1]:
        return choice.get("delta", {}).get("content") or ""
    return ""
