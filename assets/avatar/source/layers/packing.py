"""Rectangles into a square: bottom-left skyline, tallest first."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[int, int]


def pack(sizes: Sequence[tuple[int, int]], side: int) -> list[Place] | None:
    """Top-left places of rectangles (width, height) in a square, in the order given; None if they do not fit."""
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index][1], -sizes[index][0], index))
    skyline: list[tuple[int, int, int]] = [(0, 0, side)]
    places: dict[int, Place] = {}
    for index in order:
        width, height = sizes[index]
        spot = _lowest(skyline, width, side)
        if spot is None or spot[0] + height > side:
            return None
        y, x = spot
        places[index] = (x, y)
        skyline = _raised(skyline, x, width, y + height)
    return [places[index] for index in range(len(sizes))]


def _lowest(skyline: list[tuple[int, int, int]], width: int, side: int) -> tuple[int, int] | None:
    """The lowest (y, x) at which a width fits on the skyline of (x, y, width) steps."""
    best: tuple[int, int] | None = None
    for start, (x, _, _) in enumerate(skyline):
        if x + width > side:
            break
        y, reach, step = 0, x, start
        while reach < x + width:
            y = max(y, skyline[step][1])
            reach += skyline[step][2]
            step += 1
        if best is None or (y, x) < best:
            best = (y, x)
    return best


def _raised(skyline: list[tuple[int, int, int]], x: int, width: int, top: int) -> list[tuple[int, int, int]]:
    out = [(x, top, width)]
    for left, y, wide in skyline:
        right = left + wide
        if right <= x or left >= x + width:
            out.append((left, y, wide))
            continue
        if left < x:
            out.append((left, y, x - left))
        if right > x + width:
            out.append((x + width, y, right - x - width))
    return sorted(out)
