"""What is done to every frame of hers once it is drawn; `app.avatar.finish` does it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Touch:
    """Whether she is mirrored, and the colour she stands on: #rrggbb, or empty for nothing.

    On a ground a pixel is hers when at least `edge` of it is, else the ground's.
    """

    mirrored: bool = False
    ground: str = ""
    edge: float = 0.5

    @property
    def plain(self) -> bool:
        """Whether frames stay as they are drawn."""
        return not self.mirrored and not self.ground


PLAIN = Touch()
