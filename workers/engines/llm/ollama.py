"""Ollama, the default mind: its own Python client, its own streaming protocol, on this machine or another.

Never through a proxy: an HTTP_PROXY of the environment does not apply to a server of one's own.
`keep_alive` keeps the model loaded between turns; `warm` loads it and has it evaluate the persona, so that
the first answer comes as fast as the later ones. Protocol:
https://github.com/ollama/ollama/blob/main/docs/api.md
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from models.errors import Blame, EngineError
from models.speech import Empty, Prompt, Token
from workers.engines.llm.streaming import Sleep, patiently, spoken

if TYPE_CHECKING:
    from ollama import AsyncClient

PROBE_S = 0.4
_CONNECT_S = 3.0


class OllamaSettings(BaseModel):
    """Where Ollama is and which of its models thinks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(
        default="http://localhost:11434", min_length=1, title="Address", description="Where Ollama is."
    )
    model: str = Field(
        default="mistral", min_length=1, title="Model", description="A name from `ollama list`."
    )
    keep_alive: str = Field(
        default="30m",
        pattern=r"^(-1|0|(\d+(\.\d+)?(ms|s|m|h))+)$",
        title="Keep loaded",
        description="How long the model stays in memory after a reply; -1: for ever.",
    )
    context_tokens: int = Field(
        default=4096,
        ge=1024,
        le=131_072,
        title="Context",
        description="Tokens it can read; more needs more memory.",
    )
    timeout_s: float = Field(
        default=120.0,
        ge=1,
        le=3600,
        title="Patience",
        description="Longest wait for the next word; loading counts.",
    )
    retries: int = Field(
        default=3, ge=0, le=5, title="Retries", description="New tries after 1, 2, 4 … seconds."
    )


async def answers(settings: OllamaSettings) -> bool:
    """Whether an Ollama server answers at the address, asked for at most `PROBE_S`. Never raises."""
    import httpx

    try:
        async with asyncio.timeout(PROBE_S), httpx.AsyncClient(trust_env=False, timeout=PROBE_S) as client:
            reply = await client.get(f"{settings.url.rstrip('/')}/api/version")
            return reply.status_code == httpx.codes.OK and "version" in reply.json()
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError, TypeError):
        return False


class OllamaModel:
    """A `LanguageModel` on an Ollama server. Inline: all it does is wait for the network."""

    def __init__(self, settings: OllamaSettings, *, sleep: Sleep = asyncio.sleep) -> None:
        self._settings = settings
        self._sleep = sleep
        self._client: AsyncClient | None = None

    async def warm(self, request: Prompt) -> AsyncIterator[Empty]:
        """Load the model and evaluate the prompt's messages. May take as long as loading from disk does."""
        async with aclosing(self._chat(request, limit=1)) as pieces:
            async for _ in pieces:
                pass
        yield Empty()

    async def reply(self, request: Prompt) -> AsyncIterator[Token]:
        """Stream the answer; tried again before its first word when the server or the network fails."""
        pieces = patiently(
            lambda: self._chat(request, limit=request.max_tokens), self._settings.retries, self._sleep
        )
        async with aclosing(spoken(pieces)) as texts:
            async for text in texts:
                yield Token(text)

    async def rest(self) -> bool:
        """Hold nothing: the server unloads the model when `keep_alive` is over; `warm` has it loaded again."""
        return True

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()  # type: ignore[no-untyped-call]  # the client types no close
            self._client = None

    async def _chat(self, request: Prompt, *, limit: int) -> AsyncGenerator[str, None]:
        import httpx
        import ollama

        options: dict[str, Any] = {
            "num_ctx": self._settings.context_tokens,
            "num_predict": limit,
            "temperature": request.temperature,
            "top_p": request.top_p,
        }
        if request.stop:
            options["stop"] = list(request.stop)
        done = False
        try:
            stream = await self._connected().chat(
                model=self._settings.model,
                messages=[{"role": m.role.value, "content": m.content} for m in request.messages],
                stream=True,
                think=False,
                keep_alive=-1 if self._settings.keep_alive == "-1" else self._settings.keep_alive,
                options=options,
            )
            async with aclosing(stream) as parts:  # type: ignore[type-var]  # an async generator, typed as iterator
                async for part in parts:
                    if part.message.content:
                        yield part.message.content
                    done = bool(part.done)
        except ollama.ResponseError as error:
            raise await self._refused(error.status_code, error.error) from error
        except httpx.TimeoutException as error:
            message = f"Ollama at {self._settings.url} did not answer in time; is the model too large for it?"
            raise EngineError(Blame.NETWORK, message) from error
        except httpx.ConnectError as error:
            message = f"Ollama does not answer at {self._settings.url}; start it with: ollama serve"
            raise EngineError(Blame.NETWORK, message) from error
        except httpx.TransportError as error:
            message = f"the connection to Ollama at {self._settings.url} broke"
            raise EngineError(Blame.NETWORK, message) from error
        except (json.JSONDecodeError, ValueError) as error:
            message = (
                f"what answers at {self._settings.url} does not speak Ollama's language; check the address"
            )
            raise EngineError(Blame.PROVIDER, message) from error
        if not done:
            message = f"Ollama at {self._settings.url} broke off in the middle of its reply"
            raise EngineError(Blame.NETWORK, message)

    async def _refused(self, status: int, said: str) -> EngineError:
        """An answer with an error in it, as advice."""
        model = self._settings.model
        if status == 404:  # noqa: PLR2004  # HTTP: not found
            installed = await self._installed()
            others = f"Installed: {', '.join(installed)}." if installed else "None is installed yet."
            message = f"Ollama has no model {model!r}. Get it with: ollama pull {model} . {others}"
            return EngineError(Blame.SETTINGS, message)
        if "system memory" in said:
            return EngineError(
                Blame.SETTINGS, f"{model!r} needs more memory than there is; choose a smaller model"
            )
        if status in {400, 401, 403}:
            return EngineError(Blame.SETTINGS, f"Ollama refused the request: {said[:200]}")
        return EngineError(Blame.PROVIDER, f"Ollama failed: {said[:200]}")

    async def _installed(self) -> list[str]:
        import httpx
        import ollama

        try:
            listed = await self._connected().list()
        except (ollama.ResponseError, httpx.HTTPError, ConnectionError, ValueError):
            return []
        return sorted(entry.model for entry in listed.models if entry.model)

    def _connected(self) -> AsyncClient:
        if self._client is None:
            import httpx
            import ollama

            self._client = ollama.AsyncClient(
                host=self._settings.url,
                trust_env=False,
                timeout=httpx.Timeout(self._settings.timeout_s, connect=_CONNECT_S),
            )
        return self._client
