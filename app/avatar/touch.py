"""What is done to every frame of hers once it is drawn; `app.avatar.finish` does it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Touch:
    """Whether she is mirrored, and the colour she stands on: #rrggbb, or empty for nothing."""

    mirrored: bool = False
    ground: str = ""

    @property
    def plain(self) -> bool:
        """Whether frames stay as they are drawn."""
        return not self.mirrored and not self.ground


PLAIN = Touch()
