"""What the rig's data may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assets.avatar.source.deform import body, eye, head, mouth, tail
from assets.avatar.source.deform.basics import Points, Turn

SHAPES: Mapping[str, Callable[..., Points]] = {
    "hop": body.hop, "lean": body.lean, "breathe": body.breathe, "shadow": body.shadow, "sway": body.sway,
    "cape": body.cape, "clasp": body.clasp, "cords": body.cords, "raised_arm": body.raised_arm, "legs": body.legs,
    "pop": body.pop,
    "shell_turn": head.shell_turn, "face_turn": head.face_turn, "ear_turn": head.ear_turn, "ear": head.ear,
    "back_hair": head.back_hair, "cap": head.cap, "fringe": head.fringe, "loose_lock": head.loose_lock,
    "blush": head.blush, "puff": head.puff, "whiskers": head.whiskers,
    "brow": head.brow, "tail_carry": tail.carry, "tail_swish": tail.swish,
    "eye_white": eye.white, "eye_lid": eye.lid, "eye_lash": eye.lash, "eye_lower_lash": eye.lower_lash,
    "eye_shut": eye.shut, "eye_iris": eye.iris,
    "mouth_inside": mouth.inside, "mouth_tongue": mouth.tongue, "mouth_teeth": mouth.teeth, "mouth_lip": mouth.lip,
    "mouth_clench": mouth.clench, "mouth_fang": mouth.fang, "mouth_twist": mouth.twist,
}  # fmt: skip
"""Functions for warp deformers and meshes."""

HINGES: Mapping[str, Callable[..., Turn]] = {
    "swing": body.swing, "tilt": body.tilt, "lowered_arm": body.lowered_arm, "waving_arm": body.waving_arm,
    "folded_arm": body.folded_arm, "akimbo_arm": body.akimbo_arm,
}  # fmt: skip
"""Functions for rotation deformers."""

VEILS: Mapping[str, Callable[..., float]] = {"hanging": body.hanging}
"""Functions for the opacity of meshes."""
