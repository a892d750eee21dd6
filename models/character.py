"""Who she is, as one value: handed to the conversation, the mind and the voice when she starts or changes."""

from __future__ import annotations

from dataclasses import dataclass

from models.basic_mode import BasicMode
from models.persona import Persona


@dataclass(frozen=True, slots=True)
class Character:
    """Her persona, what she says without a language model worth the name, and how she calls the user."""

    persona: Persona
    lines: BasicMode
    user: str = ""
