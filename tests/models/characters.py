"""A character for tests: ours, from the files that ship."""

from __future__ import annotations

from app.persona.character import load
from models.settings import Settings

CHARACTER = load(Settings())
