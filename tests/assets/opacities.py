"""How opaque a mesh is drawn, computed as the Core does; it tells vertices, but not this."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import prod

from assets.avatar.source.moc3.model import Mesh, combinations


def opacity(mesh: Mesh, at: Mapping[str, float]) -> float:
    """The opacity that the Core interpolates; beyond its keys a mesh is hidden."""
    shares: list[dict[float, float]] = []
    for name, keys in mesh.keys:
        value = at[name]
        if not keys[0] <= value <= keys[-1]:
            return 0.0
        after = min(range(len(keys)), key=lambda k: (keys[k] < value, keys[k]))
        low, high = keys[max(after - 1, 0)], keys[after]
        share = 1.0 if high == low else (value - low) / (high - low)
        shares.append({high: share} if high == low else {low: 1 - share, high: share})
    names = [name for name, _ in mesh.keys]
    places = {tuple(row[name] for name in names): k for k, row in enumerate(combinations(mesh.keys))}
    corners = product(*(share.items() for share in shares))
    return sum(
        prod(share for _, share in corner) * mesh.opacities[places[tuple(key for key, _ in corner)]]
        for corner in corners
    )
