from __future__ import annotations

import struct
import wave
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli.ground import CommandError
from app.cli.wav import write_speech
from models.errors import EngineError
from models.speech import MIC_RATE_HZ
from workers.wav import as_samples, read_sound

_TONE_HZ = 440.0


def _file(path: Path, layout: tuple[int, int, int, int], data: bytes, *, extensible: bool = False) -> Path:
    """A WAV file; `layout` is its format's code, channels, rate and bits."""
    code, channels, rate_hz, bits = layout
    frame = channels * bits // 8
    fmt = struct.pack(
        "<HHIIHH", 0xFFFE if extensible else code, channels, rate_hz, rate_hz * frame, frame, bits
    )
    if extensible:
        guid = struct.pack("<H", code) + bytes.fromhex("000000001000800000aa00389b71")
        fmt += struct.pack("<HHI", 22, bits, 0) + guid
    chunks = b"LIST" + struct.pack("<I", 3) + b"abc\0"
    chunks += b"fmt " + struct.pack("<I", len(fmt)) + fmt
    chunks += b"data" + struct.pack("<I", len(data)) + data
    path.write_bytes(b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks)
    return path


def _tone(rate_hz: int, channels: int) -> np.ndarray:
    ticks = np.arange(rate_hz // 2) / rate_hz
    return np.repeat((0.5 * np.sin(2 * np.pi * _TONE_HZ * ticks))[:, None], channels, axis=1)


def _encode(samples: np.ndarray, code: int, bits: int) -> bytes:
    if code == 3:
        return samples.astype("<f4" if bits == 32 else "<f8").tobytes()
    if bits == 8:
        return np.round(samples * 127 + 128).astype(np.uint8).tobytes()
    whole = np.round(samples * (2 ** (bits - 1) - 1)).astype("<i4")
    if bits == 24:
        return whole.reshape(-1, 1).view(np.uint8)[:, :3].tobytes()
    return whole.astype("<i2" if bits == 16 else "<i4").tobytes()


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize(("code", "bits"), [(1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64)])
@pytest.mark.parametrize("extensible", [False, True])
def test_any_common_wav_becomes_speech(
    tmp_path: Path, rate_hz: int, channels: int, code: int, bits: int, *, extensible: bool
) -> None:
    data = _encode(_tone(rate_hz, channels), code, bits)
    path = _file(tmp_path / "x.wav", (code, channels, rate_hz, bits), data, extensible=extensible)
    heard = as_samples(read_sound(path, MIC_RATE_HZ))
    assert abs(heard.size - MIC_RATE_HZ / 2) <= 2
    middle = heard[2000:6000]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(middle.size)))
    assert abs(np.argmax(spectrum) * MIC_RATE_HZ / middle.size - _TONE_HZ) < 5
    assert abs(np.abs(middle).max() - 0.5) < 0.02


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "not a WAV"),
        (b"OggS" + bytes(100), "not a WAV"),
        (b"RIFF\0\0\0\0WAVE", "damaged"),
        (b"RIFF\0\0\0\0WAVEfmt \x04\0\0\0abcd", "cut off"),
    ],
)
def test_what_is_no_wav_is_named(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(raw)
    with pytest.raises(EngineError, match=words):
        read_sound(path, MIC_RATE_HZ)


def test_compressed_empty_and_impossible_files_are_named(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    with pytest.raises(EngineError, match=r"compressed.*ffmpeg"):
        read_sound(_file(path, (85, 2, 44_100, 16), b"abcd"), MIC_RATE_HZ)
    with pytest.raises(EngineError, match="no sound"):
        read_sound(_file(path, (1, 1, 16_000, 16), b""), MIC_RATE_HZ)
    with pytest.raises(EngineError, match="cannot be"):
        read_sound(_file(path, (1, 0, 16_000, 16), b"abcd"), MIC_RATE_HZ)
    with pytest.raises(EngineError, match="longer than an hour"):
        read_sound(_file(path, (1, 1, 1_000, 8), bytes(3_700_000)), MIC_RATE_HZ)
    with pytest.raises(EngineError, match="cannot be read"):
        read_sound(tmp_path / "missing.wav", MIC_RATE_HZ)


def test_floats_that_are_no_numbers_are_silence(tmp_path: Path) -> None:
    data = np.array([np.nan, np.inf, -np.inf, 0.0], "<f4").tobytes()
    heard = as_samples(read_sound(_file(tmp_path / "x.wav", (3, 1, 16_000, 32), data), MIC_RATE_HZ))
    assert np.all(np.abs(heard) <= 1.0)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=120), st.integers(0, 60))
def test_damage_never_raises_anything_else(tmp_path: Path, noise: bytes, at: int) -> None:
    path = _file(tmp_path / "x.wav", (1, 2, 22_050, 16), bytes(40))
    raw = bytearray(path.read_bytes())
    raw[at : at + len(noise)] = noise
    path.write_bytes(raw)
    with suppress(EngineError):
        assert isinstance(read_sound(path, MIC_RATE_HZ), bytes)


def test_what_is_written_is_plain_wav(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    write_speech(path, b"\x01\x02" * 240, 24_000)
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 24_000)
        assert file.readframes(1000) == b"\x01\x02" * 240
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(CommandError, match="cannot be written"):
        write_speech(tmp_path / "no" / "x.wav", b"", 24_000)
