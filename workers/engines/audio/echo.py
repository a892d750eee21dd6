"""Takes her own voice out of the microphone: WebRTC's audio processing in 10 ms frames at 16 kHz.

Echo cancelling (AEC3), a high-pass filter and noise suppression; no gain control, so that loudness keeps its
meaning. The far signal is what was really handed to the loudspeaker, in step with the microphone; the
canceller finds the delay between the two by itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FRAME = 160
_RATE_HZ = 16_000
_SUPPRESSION = 1
"""Of WebRTC's levels 0–3 (6, 12, 18, 21 dB): more delays and loses voices that come in while she is loud."""


class EchoCanceller:
    """Near and far sound in, near sound without the far out."""

    def __init__(self, *, cancel: bool = True, suppress_noise: bool = True, delay_ms: int = 40) -> None:
        from pywebrtc_audio import AudioProcessor

        self._module = AudioProcessor(
            sample_rate=_RATE_HZ,
            echo_cancellation=cancel,
            noise_suppression=suppress_noise,
            high_pass_filter=True,
            ns_level=_SUPPRESSION,
            stream_delay_ms=delay_ms,
        )
        self._silence = np.zeros(FRAME, np.int16) if cancel else None

    def process(self, near: NDArray[np.int16], far: NDArray[np.int16] | None) -> NDArray[np.int16]:
        """Clean one frame of `FRAME` samples; `far` None is silence."""
        if self._silence is None:
            return np.asarray(self._module.process(near), np.int16)
        return np.asarray(self._module.process(near, self._silence if far is None else far), np.int16)
