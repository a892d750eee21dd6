"""PortAudio itself: one lock around its calls, its device list, and which device a name means.

PortAudio reads the device list once and is not thread-safe while opening and closing; `refresh` starts it
afresh, which is only allowed while no stream is open. sounddevice is imported on first use, since importing
it probes the sound system.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from models.sound import Device

LOCK = RLock()
_PREFERRED_APIS = ("Windows WASAPI", "Core Audio", "ALSA")
_USUAL_RATE_HZ = 48_000


@dataclass(frozen=True, slots=True)
class Choice:
    """The device to open, at the first of `rates_hz` it takes.

    `fallback`: not the one that was asked for, which is not there.
    """

    index: int
    name: str
    channels: int
    rates_hz: tuple[int, ...]
    fallback: bool
    host_api: str


def sounddevice() -> Any:  # noqa: ANN401  # sounddevice has no types
    """The sounddevice module."""
    import sounddevice as module

    return module


def refresh() -> None:
    """Have PortAudio look for devices again. No stream may be open."""
    with LOCK:
        module = sounddevice()
        module._terminate()  # noqa: SLF001  # the only way to renew the device list; documented by sounddevice
        module._initialize()  # noqa: SLF001


def devices() -> list[Device]:
    """Every device PortAudio knows, as of its start or the last `refresh`."""
    with LOCK:
        module = sounddevice()
        apis = module.query_hostapis()
        default_in, default_out = (int(index) for index in module.default.device)
        return [
            Device(
                name=str(entry["name"]),
                input_channels=int(entry["max_input_channels"]),
                output_channels=int(entry["max_output_channels"]),
                default_input=index == default_in,
                default_output=index == default_out,
                rate_hz=int(entry["default_samplerate"]),
                host_api=str(apis[entry["hostapi"]]["name"]),
            )
            for index, entry in enumerate(module.query_devices())
        ]


def fresh_devices() -> list[Device]:
    """Every device there is now. No stream may be open."""
    with LOCK:
        refresh()
        return devices()


def choose(known: list[Device], direction: str, name: str) -> Choice | None:
    """The device called `name`, else the default one, else any; None when there is none at all."""
    able = [(index, device) for index, device in enumerate(known) if _channels(device, direction)]
    named = [entry for entry in able if name and entry[1].name == name]
    named.sort(key=lambda entry: _rank(entry[1].host_api))
    default = [
        entry
        for entry in able
        if (entry[1].default_input if direction == "input" else entry[1].default_output)
    ]
    candidates = named or default or able
    if not candidates:
        return None
    index, device = candidates[0]
    channels = min(_channels(device, direction), 1 if direction == "input" else 2)
    own = device.rate_hz or _USUAL_RATE_HZ
    rates_hz = tuple(dict.fromkeys((_USUAL_RATE_HZ, own))) if device.host_api == "ALSA" else (own,)
    return Choice(index, device.name, channels, rates_hz, bool(name) and not named, device.host_api)


def hardware() -> frozenset[str] | None:
    """A mark that changes when a sound card comes or goes; None where only PortAudio can tell."""
    if not sys.platform.startswith("linux"):
        return None
    folder = Path("/dev/snd")
    return frozenset(entry.name for entry in folder.iterdir()) if folder.is_dir() else frozenset()


def latency_s(wanted_ms: float) -> float:
    """The latency to ask of PortAudio.

    A PULSE_LATENCY_MSEC below it would leave ALSA's buffer larger than the sound server ever fills: no sound.
    """
    try:
        server_ms = float(os.environ.get("PULSE_LATENCY_MSEC", ""))
    except ValueError:
        return wanted_ms / 1000
    return min(wanted_ms, server_ms) / 1000


def _channels(device: Device, direction: str) -> int:
    return device.input_channels if direction == "input" else device.output_channels


def _rank(host_api: str) -> int:
    return _PREFERRED_APIS.index(host_api) if host_api in _PREFERRED_APIS else len(_PREFERRED_APIS)
