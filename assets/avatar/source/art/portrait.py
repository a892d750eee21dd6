"""Her picture at rest without a rig: all visible layers in order, eyes reflected, mouth drawn as a line.

For the still picture and the icons; the model itself is posed by the Core.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from assets.avatar.source.art.geometry import tapered
from assets.avatar.source.art.paint import Layer, fill, moved
from assets.avatar.source.art.palette import INK_LIP
from assets.avatar.source.deform.mouth import Lips, lines

_REFLECT = (-1.0, 0.0, 0.0, 1.0, 1440.0, 0.0)
_FANG_ROOT = (721.0, 984.0)
_BODY = (
    "shadow", "tail_3", "tail_2", "tail_1", "hair_back", "leg_r", "boot_r", "leg_l", "boot_l", "underskirt", "coat_hem",
    "body", "arm_r", "arm_l", "cape_r", "cape_l", "neck", "hood", "cord_r", "cord_l", "clasp",
)  # fmt: skip
_HEAD = ("ear_r", "ear_l", "face", "blush_r", "blush_l", "nose")
_HAIR = (
    "ahoge", "hair_side_r", "hair_side_l", "hair_top", "hair_front_4", "hair_front_1", "star_clip", "hair_front_3",
    "hair_front_2",
)  # fmt: skip


def figure(layers: Mapping[str, Layer], lips: Lips) -> Layer:
    """All of her."""
    return [mark for name in _BODY for mark in layers[name]] + head(layers, lips)


def head(layers: Mapping[str, Layer], lips: Lips) -> Layer:
    """Head and hair in front of it; the hair behind belongs to the body."""
    out = [mark for name in _HEAD for mark in layers[name]] + _mouth(layers["fang"], lips)
    for side in "rl":
        for name in ("eye_white", f"iris_{side}", f"glint_{side}", "lash_lower", "lash_upper"):
            shared = name in layers and side == "l" and not name.endswith("_l")
            out += moved(layers[name], _REFLECT) if shared else layers[name]
    out += [mark for name in _HAIR for mark in layers[name]]
    return out + layers["brow"] + moved(layers["brow"], _REFLECT)


def bust(layers: Mapping[str, Layer], lips: Lips) -> Layer:
    """Head, hair and hood, for icons."""
    return [mark for name in ("hair_back", "neck", "hood") for mark in layers[name]] + head(layers, lips)


def _mouth(fang: Layer, lips: Lips) -> Layer:
    along = np.linspace(0, 1, 40)
    x, upper, _ = lines(lips, along)
    line = fill(tapered(list(zip(x.tolist(), upper.tolist(), strict=True)), 12, 0.55, 0.55), INK_LIP)
    place, height, _ = lines(lips, np.array([0.70]))
    return (
        moved(fang, (1, 0, 0, 1, float(place[0]) - _FANG_ROOT[0], float(height[0]) + 1 - _FANG_ROOT[1]))
        + line
    )
