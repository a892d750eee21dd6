from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import speech
from workers.runtime.frames import BrokenFrameError, Decoder, Frame
from workers.runtime.wire import pack, unpack

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

VALUES = st.one_of(
    [
        st.builds(kind)
        for kind in vars(speech).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
    ]
)


@given(VALUES)
def test_every_port_value_survives_the_pipe(value: object) -> None:
    head, body = pack(value)
    [frame] = Decoder().feed(Frame(head, body).encode())
    assert unpack(frame.head, frame.body) == value


@pytest.mark.parametrize(
    "head", [{}, {"is": "Nothing"}, {"is": "Voice"}, {"is": "Message", "role": "king", "content": ""}]
)
def test_what_is_not_a_port_value_is_refused(head: dict[str, str]) -> None:
    with pytest.raises(BrokenFrameError):
        unpack(head, b"")
