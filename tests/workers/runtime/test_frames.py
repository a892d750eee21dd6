from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.runtime.frames import FRAME_LIMIT, BrokenFrameError, Decoder, Frame

FRAMES = st.lists(
    st.builds(
        Frame,
        st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=8)),
        st.binary(max_size=64),
    ),
    max_size=6,
)


@given(FRAMES, st.integers(1, 40))
def test_any_chunking_gives_the_same_frames(frames: list[Frame], size: int) -> None:
    stream = b"".join(frame.encode() for frame in frames)
    decoder = Decoder()
    got = [frame for at in range(0, len(stream), size) for frame in decoder.feed(stream[at : at + size])]
    assert got == frames


@pytest.mark.parametrize(
    "garbage",
    [
        struct.pack("<II", FRAME_LIMIT, 1),
        struct.pack("<II", 3, 0) + b"{x}",
        struct.pack("<II", 2, 0) + b"[]",
    ],
)
def test_garbage_is_refused(garbage: bytes) -> None:
    with pytest.raises(BrokenFrameError):
        Decoder().feed(garbage)


def test_an_oversized_frame_is_never_sent() -> None:
    with pytest.raises(BrokenFrameError):
        Frame({}, bytes(FRAME_LIMIT)).encode()
