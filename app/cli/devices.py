"""`devices`: the microphones and loudspeakers of this machine."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from app.cli.ground import DONE, complete, engine, settings_of
from models.sound import Device
from models.speech import Empty


def run(args: Namespace) -> int:
    """List them. In a process apart, since sound libraries write to the terminal and may crash."""
    return complete(lambda: _list(args))


async def _list(args: Namespace) -> int:
    store = settings_of(args)
    card = engine(store, "portaudio", apart=True)
    try:
        devices: list[Device] = [device async for device in card.devices(Empty())]
    finally:
        await card.close()
    if args.json:
        print(json.dumps([asdict(device) for device in devices], indent=2))
        return DONE
    settings = store.settings
    _print("Microphones", devices, lambda d: (d.input_channels, d.default_input), settings.hearing.microphone)
    _print(
        "Loudspeakers", devices, lambda d: (d.output_channels, d.default_output), settings.voice.output_device
    )
    print("\n* is used. Change it: microphone under [hearing], output_device under [voice], in", store.path)
    return DONE


def _print(
    title: str, devices: list[Device], side: Callable[[Device], tuple[int, bool]], chosen: str
) -> None:
    print(f"{title}:")
    fitting = [device for device in devices if side(device)[0] > 0]
    if not fitting:
        print("  none")
    for device in fitting:
        channels, default = side(device)
        mark = "*" if (device.name == chosen if chosen else default) else " "
        noun = "channel" if channels == 1 else "channels"
        print(f"{mark} {device.name}  ({channels} {noun}, {device.rate_hz} Hz, {device.host_api})")
