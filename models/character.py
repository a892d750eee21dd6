"""Who she is, as one value: handed to the conversation, the mind and the voice when she starts or changes."""

from __future__ import annotations

from dataclasses import dataclass

from models.basic_mode import BasicMode
from models.persona import Persona
from models.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Character:
    """Her persona, what she says without a language model worth the name, what passes her lips.

    `user` is how she calls the user.
    """

    persona: Persona
    lines: BasicMode
    tongue: Tongue
    user: str = ""
