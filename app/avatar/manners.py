"""How her window behaves: one value, made from the settings by someone else and worn by `AvatarWindow.wear`."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Manners:
    """Her window's manners. Sizes are shares of her natural size, 400 × 500 logical pixels.

    `opacity` is 0.2..1. `scale` is the size the user chose. `fixed_scale` is the size in the streaming look, None
    outside it. `key_colour` (#rrggbb, or empty) fills what is empty around her. `stand_down`: she leaves while a
    program fills the screen she is on. `reduced_motion`: no idle motions and no sliding.
    """

    scale: float = 1.0
    opacity: float = 1.0
    flipped: bool = False
    locked: bool = False
    snap: bool = True
    click_through: bool = False
    every_workspace: bool = True
    always_on_top: bool = True
    stand_down: bool = True
    key_colour: str = ""
    fixed_scale: float | None = None
    reduced_motion: bool = False

    @property
    def captured(self) -> bool:
        """Whether a recording program has an eye on her: the streaming look, or a key colour."""
        return self.fixed_scale is not None or bool(self.key_colour)

    def as_worn(self) -> Manners:
        """What really holds: who is captured stays as the scene was set up for, and does not leave it.

        In the streaming look she is solid, not mirrored, of one size; half-transparent she could not be keyed.
        """
        if not self.captured:
            return self
        streaming = self.fixed_scale is not None
        return replace(self, opacity=1.0, flipped=self.flipped and not streaming, stand_down=False)
