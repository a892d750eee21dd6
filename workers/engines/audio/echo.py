"""Takes her own voice out of the microphone: WebRTC's audio processing in 10 ms frames at 16 kHz.

Echo cancelling (AEC3), a high-pass filter and noise suppression; no gain control, so that loudness keeps its
meaning. The far signal is what was really handed to the loudspeaker, in step with the microphone; the
canceller finds the delay between the two by itself.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

FRAME = 160
_RATE_HZ = 16_000


class EchoCanceller:
    """Near and far sound in, near sound without the far out."""

    def __init__(self, *, cancel: bool = True, suppress_noise: bool = True, delay_ms: int = 40) -> None:
        from livekit import rtc

        self._frame = rtc.AudioFrame
        self._cancel = cancel
        self._module: Any = rtc.AudioProcessingModule(
            echo_cancellation=cancel, noise_suppression=suppress_noise, high_pass_filter=True
        )
        self._delay_ms = delay_ms
        self._silence = bytearray(2 * FRAME)

    def process(self, near: NDArray[np.int16], far: NDArray[np.int16] | None) -> NDArray[np.int16]:
        """Clean one frame of `FRAME` samples; `far` None is silence."""
        if self._cancel:
            heard = bytearray(2 * FRAME) if far is None else bytearray(far.tobytes())
            self._module.process_reverse_stream(self._frame(heard, _RATE_HZ, 1, FRAME))
            self._module.set_stream_delay_ms(self._delay_ms)
        data = bytearray(near.tobytes())
        self._module.process_stream(self._frame(data, _RATE_HZ, 1, FRAME))
        return np.frombuffer(data, np.int16)
