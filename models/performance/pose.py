"""The values between her mind and her body: what is round her in, a pose out."""

from __future__ import annotations

from dataclasses import dataclass

from models.visemes import Mouth

CLOSED = Mouth()


@dataclass(frozen=True, slots=True)
class Around:
    """What is round her in this frame.

    The cursor is given from between her eyes, in window heights; `over` is the model's hit area under it, or empty.
    `held`: a hand carries her; `drag_x`, `drag_y` is how fast, in window heights per second. `motion_over`: no motion
    of the model is playing.
    """

    cursor_x: float = 0.0
    cursor_y: float = 0.0
    held: bool = False
    drag_x: float = 0.0
    drag_y: float = 0.0
    motion_over: bool = False
    over: str = ""


@dataclass(frozen=True, slots=True)
class Pose:
    """A body in one frame.

    Angles (degrees), `ear_l`, `ear_r`, `tail` and `hop` (-1..1) come on top of what motion and expression do. `lids`
    scales the open eyes (0 shuts them). `speech` is how much of the mouth belongs to `mouth` (1) and how much to the
    expression (0). `motion` is a one-shot motion group to start now, `idle_motion` a motion of `idle_group` to start
    now, -1 for none. `moving` says that something more than breath moves, `easing` that the face is changing,
    `touched` that hands are or just were on her, `petted` that a stroking hand has just been felt.
    """

    expression: str = "idle"
    mouth: Mouth = CLOSED
    speech: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    head_x: float = 0.0
    head_y: float = 0.0
    head_z: float = 0.0
    body_x: float = 0.0
    body_y: float = 0.0
    body_z: float = 0.0
    hop: float = 0.0
    breath: float = 0.0
    lids: float = 1.0
    ear_l: float = 0.0
    ear_r: float = 0.0
    tail: float = 0.0
    motion: str = ""
    idle_group: str = ""
    idle_motion: int = -1
    moving: bool = False
    easing: bool = False
    touched: bool = False
    petted: bool = False
