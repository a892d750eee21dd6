"""All layers of the picture by name."""

from __future__ import annotations

from assets.avatar.source.art import arms, clothes, emblems, eyes, hair, head, mouth, tail
from assets.avatar.source.art.paint import Layer


def draw() -> dict[str, Layer]:
    """Every layer; raises ValueError if two regions use one name."""
    out: dict[str, Layer] = {}
    for region in (emblems, tail, hair, clothes, arms, head, mouth, eyes):
        layers = region.layers()
        twice = out.keys() & layers.keys()
        if twice:
            raise ValueError("layers drawn twice: " + ", ".join(sorted(twice)))
        out |= layers
    return out
