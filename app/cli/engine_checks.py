"""The doctor's look at the engines: each is really used once, in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app.cli.findings import Finding, State, works
from app.cli.ground import engine
from app.cli.saying import own_style
from app.config.store import SettingsStore
from models.errors import EngineError
from models.sound import Device
from models.speech import MIC_RATE_HZ, Empty, Line, Message, Prompt, Role, Speech, Utterance
from workers.advice import fetching, own
from workers.engines.llm import ollama
from workers.engines.registry import provider
from workers.wav import as_pcm, as_samples, resampled

WORDS = "Hello, I am here."
_EXPECTED = "here"
_PATIENCE_S = 90.0
_SECOND = bytes(2 * MIC_RATE_HZ)


@asynccontextmanager
async def _borrowed(store: SettingsStore, provider_id: str) -> AsyncIterator[Any]:
    """An engine in a process of its own, for a limited time."""
    borrowed = engine(store, provider_id, apart=True)
    try:
        async with asyncio.timeout(_PATIENCE_S):
            yield borrowed
    finally:
        await borrowed.close()


async def sound(store: SettingsStore) -> list[Finding]:
    """Microphones and loudspeakers."""
    try:
        async with _borrowed(store, "portaudio") as card:
            devices: list[Device] = [device async for device in card.devices(Empty())]
    except (EngineError, TimeoutError) as error:
        fix = "install libportaudio2; until then write to her"
        return [Finding("Sound", State.BROKEN, _words(error), fix)]
    settings = store.settings
    sides = (
        ("Microphone", settings.hearing.microphone, [d for d in devices if d.input_channels]),
        ("Loudspeaker", settings.voice.output_device, [d for d in devices if d.output_channels]),
    )
    findings = []
    for part, chosen, fitting in sides:
        names = [device.name for device in fitting]
        default = [d.name for d in fitting if (d.default_input if part == "Microphone" else d.default_output)]
        if not fitting:
            fix = "plug one in, or start the sound server; until then write to her and read her"
            findings.append(Finding(part, State.OFF, "none found", fix))
        elif chosen and chosen not in names:
            seen = f'"{chosen}" is not there; found: {", ".join(names)}'
            findings.append(Finding(part, State.WEAK, seen, f"choose another, see: {own('devices')}"))
        else:
            findings.append(works(part, chosen or (f"{default[0]} (default)" if default else names[0])))
    return findings


async def speech(store: SettingsStore) -> list[Finding]:
    """Voice and hearing: she says something, and understands it."""
    voice, pcm = await _voice(store)
    return [voice, await _hearing(store, pcm)]


async def _voice(store: SettingsStore) -> tuple[Finding, bytes]:
    """She says `WORDS`; their sound at the microphone's rate."""
    name, settings = "Voice", store.settings.voice
    try:
        async with _borrowed(store, settings.provider) as speaker:
            said: list[Speech] = [
                part async for part in speaker.speak(Line(WORDS, own_style(store), first=True))
            ]
    except (EngineError, TimeoutError) as error:
        return Finding(name, State.BROKEN, _words(error), _fix(error), essential=True), b""
    if not any(part.pcm for part in said):
        return Finding(name, State.BROKEN, "she made no sound", f"run: {own('voices')}", essential=True), b""
    length_s = sum(len(part.pcm) / 2 / part.rate_hz for part in said)
    pcm = b"".join(as_pcm(resampled(as_samples(part.pcm), part.rate_hz, MIC_RATE_HZ)) for part in said)
    label = provider(settings.provider).label
    return works(name, f"{label}, {own_style(store).voice}: spoke for {length_s:.1f} s"), pcm


async def _hearing(store: SettingsStore, spoken: bytes) -> Finding:
    """What she said is understood, and a second of silence gives no text."""
    name, chosen = "Hearing", store.settings.hearing.provider
    try:
        async with _borrowed(store, chosen) as listener:
            silence = [found async for found in listener.transcribe(Utterance(_SECOND, language="en"))]
            heard = [found async for found in listener.transcribe(Utterance(spoken, language="en"))]
    except (EngineError, TimeoutError) as error:
        return Finding(name, State.BROKEN, _words(error), _fix(error), essential=True)
    label = provider(chosen).label
    if any(found.text for found in silence):
        return Finding(name, State.WEAK, f"{label} hears “{silence[0].text}” in silence", "use another model")
    text = " ".join(found.text for found in heard)
    if spoken and _EXPECTED not in text.lower():
        return Finding(name, State.WEAK, f"{label} understood “{text}” for “{WORDS}”", "use another model")
    return works(name, f"{label}: understood “{text}”" if spoken else f"{label}: silence gave no text")


async def mind(store: SettingsStore) -> list[Finding]:
    """Ollama, and the model that thinks without it. One of them is enough."""
    ollama_found = await _ollama(store)
    fallback = store.settings.mind.fallback or "llama"
    other = (
        store.settings.mind.provider if store.settings.mind.provider not in {"auto", "ollama"} else fallback
    )
    model_found = await _model(store, other)
    if ollama_found.state is State.WORKS or model_found.state is not State.BROKEN:
        return [ollama_found, model_found]
    fatal = Finding(model_found.part, model_found.state, model_found.seen, model_found.fix, essential=True)
    return [ollama_found, fatal]


async def _ollama(store: SettingsStore) -> Finding:
    settings = store.provider_settings("ollama")
    if not isinstance(settings, ollama.OllamaSettings):
        raise TypeError(settings)
    name = "Ollama"
    if not await ollama.answers(settings):
        fix = "to make her cleverer install Ollama from ollama.com and run: ollama pull " + settings.model
        return Finding(name, State.OFF, f"nothing answers at {settings.url}", fix)
    installed = await _installed(settings.url)
    if settings.model not in installed and f"{settings.model}:latest" not in installed:
        seen = f"answers, but has no {settings.model}; it has: {', '.join(installed) or 'none'}"
        return Finding(name, State.WEAK, seen, f"run: ollama pull {settings.model}")
    return works(name, f"{settings.model} at {settings.url}")


async def _installed(url: str) -> list[str]:
    import httpx

    try:
        async with httpx.AsyncClient(trust_env=False, timeout=5.0) as client:
            tags = (await client.get(f"{url.rstrip('/')}/api/tags")).json()
        return [str(model["name"]) for model in tags["models"]]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return []


async def _model(store: SettingsStore, provider_id: str) -> Finding:
    entry = provider(provider_id)
    question = Prompt((Message(Role.USER, "Say hello."),), max_tokens=12)
    try:
        async with _borrowed(store, provider_id) as thinker:
            text = "".join([token.text async for token in thinker.reply(question)])
    except (EngineError, TimeoutError) as error:
        return Finding(entry.label, State.BROKEN, _words(error), _fix(error))
    if not text.strip():
        return Finding(
            entry.label, State.BROKEN, "it answers nothing", "choose another model in the settings"
        )
    return works(entry.label, f"answered “{' '.join(text.split())}”")


def _words(error: BaseException) -> str:
    return f"no answer within {_PATIENCE_S:.0f} s" if isinstance(error, TimeoutError) else str(error)


def _fix(error: BaseException) -> str:
    if isinstance(error, EngineError) and error.blame.retryable:
        return "try again; if it stays, look into the log"
    return f"run: {fetching()}"
