"""Any server that speaks OpenAI's chat completions: OpenAI, DeepSeek, vLLM, LM Studio and more.

Server-sent events over httpx. Proxies of the environment are used for servers elsewhere, never for loopback.
Protocol: https://platform.openai.com/docs/api-reference/chat/streaming and the HTML standard's event streams.
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from models.errors import Blame, EngineError
from models.speech import Empty, Prompt, Token
from workers.engines.llm.streaming import Sleep, patiently, spoken

if TYPE_CHECKING:
    import httpx

_CONNECT_S = 5.0


class OpenAiSettings(BaseModel):
    """Which server and model think. The key comes from the credential store, never from the settings file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: str = Field(
        default="https://api.openai.com/v1",
        pattern=r"^https?://[^\s/]+\S*$",
        title="Address",
        description="Up to and including /v1.",
    )
    model: str = Field(
        default="gpt-4o-mini", min_length=1, title="Model", description="A model the server offers."
    )
    api_key: SecretStr = Field(
        default=SecretStr(""), title="Key", description="Empty for servers that ask for none."
    )
    timeout_s: float = Field(
        default=60.0, ge=1, le=3600, title="Patience", description="Longest wait for a word."
    )
    retries: int = Field(
        default=3, ge=0, le=5, title="Retries", description="New tries after 1, 2, 4 … seconds."
    )


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Chunk(BaseModel):
    choices: tuple[_Choice, ...] = ()
    error: Any = None


class OpenAiModel:
    """A `LanguageModel` behind chat completions. Inline: all it does is wait for the network."""

    def __init__(self, settings: OpenAiSettings, *, sleep: Sleep = asyncio.sleep) -> None:
        self._settings = settings
        self._sleep = sleep
        self._client: httpx.AsyncClient | None = None

    async def warm(self, request: Prompt) -> AsyncIterator[Empty]:
        """Open the connection and check address and key. A server of one's own also evaluates the persona."""
        if is_loopback(self._settings.base_url):
            async with aclosing(self._chat(request, limit=1)) as pieces:
                async for _ in pieces:
                    pass
        else:
            await self._check()
        yield Empty()

    async def reply(self, request: Prompt) -> AsyncIterator[Token]:
        """Stream the answer; tried again before its first word when the server or the network fails."""
        pieces = patiently(
            lambda: self._chat(request, limit=request.max_tokens), self._settings.retries, self._sleep
        )
        async with aclosing(spoken(pieces)) as texts:
            async for text in texts:
                yield Token(text)

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _check(self) -> None:
        import httpx

        try:
            response = await self._connected().get("models")
        except httpx.HTTPError as error:
            raise self._broken(error) from error
        if response.status_code in {401, 403}:
            raise self._refused(response)

    async def _chat(self, request: Prompt, *, limit: int) -> AsyncGenerator[str, None]:
        import httpx

        body: dict[str, Any] = {
            "model": self._settings.model,
            "messages": [{"role": m.role.value, "content": m.content} for m in request.messages],
            "max_tokens": limit,
            "temperature": request.temperature,
            "top_p": request.top_p,
            "stream": True,
        }
        if request.stop:
            body["stop"] = list(request.stop)
        finished = False
        try:
            async with self._connected().stream("POST", "chat/completions", json=body) as response:
                if response.status_code != httpx.codes.OK:
                    await response.aread()
                    raise self._refused(response)
                async for data in _events(response.aiter_lines()):
                    text, last = self._piece(data)
                    finished = finished or last
                    if text:
                        yield text
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._broken(error) from error
        if not finished:
            raise EngineError(Blame.NETWORK, f"{self._host} broke off in the middle of its reply")

    def _piece(self, data: str) -> tuple[str, bool]:
        """The text of one event, and whether the reply is complete with it."""
        if data == "[DONE]":
            return "", True
        try:
            chunk = _Chunk.model_validate_json(data)
        except ValidationError as error:
            message = f"{self._settings.base_url} does not speak OpenAI's language; check the address"
            raise EngineError(Blame.PROVIDER, message) from error
        if chunk.error:
            raise EngineError(Blame.PROVIDER, f"{self._host} failed: {_reason(chunk.error)}")
        if not chunk.choices:
            return "", False
        choice = chunk.choices[0]
        return choice.delta.content or "", choice.finish_reason is not None

    def _refused(self, response: httpx.Response) -> EngineError:
        """An HTTP error, as advice."""
        status, said = response.status_code, _reason(_json(response.text))
        match status:
            case 401 | 403:
                message = f"{self._host} does not accept the key; enter a valid one in the settings"
                return EngineError(Blame.SETTINGS, message)
            case 404:
                message = f"{self._host} has no model {self._settings.model!r} or no such address: {said}"
                return EngineError(Blame.SETTINGS, message)
            case 429:
                return EngineError(Blame.PROVIDER, f"{self._host} has too many requests: {said}")
            case _ if 400 <= status < 500:  # noqa: PLR2004  # HTTP: the client's fault
                return EngineError(Blame.SETTINGS, f"{self._host} refused the request ({status}): {said}")
            case _:
                return EngineError(Blame.PROVIDER, f"{self._host} failed ({status}): {said}")

    def _broken(self, error: Exception) -> EngineError:
        import httpx

        match error:
            case httpx.TimeoutException():
                said = f"{self._host} did not answer in time"
            case httpx.ConnectError():
                said = f"{self._host} cannot be reached at {self._settings.base_url}"
            case httpx.InvalidURL() | httpx.UnsupportedProtocol():
                return EngineError(Blame.SETTINGS, f"{self._settings.base_url!r} is not an address")
            case _:
                said = f"the connection to {self._host} broke"
        return EngineError(Blame.NETWORK, said)

    @property
    def _host(self) -> str:
        return urlsplit(self._settings.base_url).netloc.rpartition("@")[2]

    def _connected(self) -> httpx.AsyncClient:
        if self._client is None:
            import httpx

            key = self._settings.api_key.get_secret_value()
            self._client = httpx.AsyncClient(
                base_url=f"{self._settings.base_url.rstrip('/')}/",
                headers={"Authorization": f"Bearer {key}"} if key else {},
                timeout=httpx.Timeout(self._settings.timeout_s, connect=_CONNECT_S),
                trust_env=not is_loopback(self._settings.base_url),
            )
        return self._client


def is_loopback(url: str) -> bool:
    """Whether an address points to this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    """The data of each server-sent event; comments and other fields are skipped."""
    data: list[str] = []
    async for line in lines:
        if line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        elif not line and data:
            yield "\n".join(data)
            data = []
    if data:
        yield "\n".join(data)


def _json(text: str) -> Any:  # noqa: ANN401  # a server's error page may be anything
    try:
        return json.loads(text)
    except ValueError:
        return text


def _reason(said: Any) -> str:  # noqa: ANN401  # a server's error may be anything
    """The human part of an error answer, short."""
    while isinstance(said, dict):
        said = said.get("error") or said.get("message") or said.get("detail") or "no reason given"
    return " ".join(str(said).split())[:200]
