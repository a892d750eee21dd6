"""WAV files: reads any common one (8 to 32 bit, float, any rate and channels).

After the RIFF/WAVE format of Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" and
KSDATAFORMAT_SUBTYPE of WAVE_FORMAT_EXTENSIBLE.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from models.errors import Blame, EngineError

_EXTENSIBLE = 0xFFFE
_LONGEST_S = 3600
_FORMAT = struct.Struct("<HHIIHH")
_CHUNK = struct.Struct("<4sI")
_RATES_HZ = (1_000, 768_000)

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Layout:
    code: int
    channels: int
    rate_hz: int
    bits: int


def read_sound(path: Path, rate_hz: int) -> bytes:
    """The file as mono 16-bit PCM at `rate_hz`. Raises `EngineError` that says what is wrong with it."""
    layout, data = _chunks(path)
    samples = _decode(path, layout, data)
    if samples.size == 0:
        msg = f"{path} holds no sound; record something and try again"
        raise EngineError(Blame.SETTINGS, msg)
    if samples.size / layout.channels / layout.rate_hz > _LONGEST_S:
        msg = f"{path} is longer than an hour; cut it into pieces"
        raise EngineError(Blame.SETTINGS, msg)
    whole = samples.size // layout.channels * layout.channels
    mono = samples[:whole].reshape(-1, layout.channels).mean(axis=1, dtype=np.float32)
    return as_pcm(resampled(mono, layout.rate_hz, rate_hz))


def as_pcm(samples: Samples) -> bytes:
    """Samples of -1..1 as 16-bit PCM."""
    return (np.clip(samples, -1.0, 1.0) * 32767.0).round().astype("<i2").tobytes()


def as_samples(pcm: bytes) -> Samples:
    """16-bit PCM as samples of -1..1."""
    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768.0)


def resampled(samples: Samples, rate_hz: int, wanted_hz: int) -> Samples:
    """The same sound at another rate."""
    if rate_hz == wanted_hz:
        return samples
    return np.asarray(soxr.resample(samples, rate_hz, wanted_hz), dtype=np.float32)


def _chunks(path: Path) -> tuple[_Layout, bytes]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror or error}"
        raise EngineError(Blame.SETTINGS, msg) from error
    if raw[:4] not in {b"RIFF", b"RF64"} or raw[8:12] != b"WAVE":
        message = f"{path} is not a WAV file; convert it first, for example: ffmpeg -i {path.name} speech.wav"
        raise EngineError(Blame.SETTINGS, message)
    layout: _Layout | None = None
    at = 12
    while at + _CHUNK.size <= len(raw):
        name, size = _CHUNK.unpack_from(raw, at)
        body = raw[at + _CHUNK.size : at + _CHUNK.size + size]
        if name == b"fmt ":
            layout = _layout(path, body)
        elif name == b"data" and layout is not None:
            return layout, body
        at += _CHUNK.size + size + (size & 1)
    msg = f"{path} is damaged: it has no {'sound' if layout else 'description'} in it"
    raise EngineError(Blame.SETTINGS, msg)


def _layout(path: Path, body: bytes) -> _Layout:
    if len(body) < _FORMAT.size:
        msg = f"{path} is damaged: its description is cut off"
        raise EngineError(Blame.SETTINGS, msg)
    code, channels, rate_hz, _, _, bits = _FORMAT.unpack_from(body)
    if code == _EXTENSIBLE and len(body) >= 26:  # noqa: PLR2004  # where the sub-format's code stands
        code = int.from_bytes(body[24:26], "little")
    if channels == 0 or not _RATES_HZ[0] <= rate_hz <= _RATES_HZ[1]:
        msg = f"{path} is damaged: {channels} channels at {rate_hz} Hz cannot be"
        raise EngineError(Blame.SETTINGS, msg)
    return _Layout(code, channels, rate_hz, bits)


def _decode(path: Path, layout: _Layout, data: bytes) -> Samples:
    data = data[: len(data) // max(1, layout.bits // 8) * max(1, layout.bits // 8)]
    match layout.code, layout.bits:
        case (1, 8):
            samples = (np.frombuffer(data, np.uint8).astype(np.float32) - 128.0) / 128.0
        case (1, 16):
            samples = as_samples(data)
        case (1, 24):
            triples = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.int32)
            whole = (triples[:, 0] << 8) | (triples[:, 1] << 16) | (triples[:, 2] << 24)
            samples = whole.astype(np.float32) / 2.0**31
        case (1, 32):
            samples = np.frombuffer(data, "<i4").astype(np.float32) / 2.0**31
        case (3, 32):
            samples = np.frombuffer(data, "<f4").astype(np.float32)
        case (3, 64):
            samples = np.frombuffer(data, "<f8").astype(np.float32)
        case _:
            message = (
                f"{path} is compressed (WAV format {layout.code}, {layout.bits} bit); "
                f"convert it first, for example: ffmpeg -i {path.name} -c:a pcm_s16le speech.wav"
            )
            raise EngineError(Blame.SETTINGS, message)
    return np.nan_to_num(samples.astype(np.float32), nan=0.0, posinf=1.0, neginf=-1.0)
