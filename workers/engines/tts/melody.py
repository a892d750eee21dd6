"""Pitch and intonation, set inside the network: between its melody and the voice that sings it.

Kokoro predicts the fundamental frequency of every half frame before it makes any sound. Moving that curve moves the
melody alone: the formants and so the speaker stay, no sound is resampled or stretched, and every phoneme keeps its
time. Where the curve lies below `_VOICED_HZ` the network means "no voice", and it is left as it is.
"""

from __future__ import annotations

from pathlib import Path

from models.errors import Blame, EngineError
from workers.advice import fetching
from workers.engines.tts.onnx_graft import Node, divert, graft

PITCH, INTONATION, DURATIONS = "pitch", "intonation", "durations"
"""Inputs: factors, 1.0 as the network would have it. Output: frames of every symbol, as a float."""

_FREQUENCIES = "/encoder/F0_proj/Conv_output_0"
_DURATIONS = "/encoder/Clip_output_0"
_VOICED_HZ = 40.0


def open_up(model: Path) -> None:
    """Add the inputs `PITCH` and `INTONATION` and the output `DURATIONS` to a model file.

    The curve becomes `pitch * mean * (curve / mean) ** intonation`, the mean being that of the phrase.

    Raises:
        EngineError: SETTINGS; the file is another network than Kokoro-82M.
    """
    try:
        curve = divert(model, _FREQUENCIES)
    except LookupError as error:
        message = (
            f"the Kokoro model has an unknown inside; delete its folder and fetch it again with: {fetching()}"
        )
        raise EngineError(Blame.SETTINGS, message) from error
    nodes = (
        Node("Greater", (curve, "voiced_hz"), "voiced"),
        Node("Where", ("voiced", curve, "nothing"), "sung"),
        Node("Where", ("voiced", "one", "nothing"), "counted"),
        Node("ReduceSum", ("sung",), "sung_sum"),
        Node("ReduceSum", ("counted",), "counted_sum"),
        Node("Max", ("counted_sum", "one"), "count"),
        Node("Div", ("sung_sum", "count"), "sung_mean"),
        Node("Max", ("sung_mean", "one"), "mean"),
        Node("Max", (curve, "one"), "positive"),
        Node("Div", ("positive", "mean"), "ratio"),
        Node("Pow", ("ratio", INTONATION), "swing"),
        Node("Mul", ("swing", "mean"), "tune"),
        Node("Mul", ("tune", PITCH), "transposed"),
        Node("Where", ("voiced", "transposed", curve), _FREQUENCIES),
        Node("Identity", (_DURATIONS,), DURATIONS),
    )
    constants = {"voiced_hz": _VOICED_HZ, "nothing": 0.0, "one": 1.0}
    with model.open("ab") as file:
        file.write(
            graft(nodes, inputs=(PITCH, INTONATION), constants=constants, outputs=(DURATIONS,)),
        )
