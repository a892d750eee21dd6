"""A tongue for tests: the real gate and care lines, with one harmless word on the list of what nobody may say."""

from __future__ import annotations

from app.persona import safety
from models.safety import parse_gate
from models.tongue import Tongue

UNFIT, REFUSAL, SWALLOWED = "marzipan", "Not that word.", "I bit my tongue."

_LIST = {"lists": [{"category": "hate", "rule": "A word of the tests", "words": UNFIT}]}
_GATE = parse_gate(safety.tables() | {"tests": _LIST})

TONGUE = Tongue(_GATE, safety.care(), (REFUSAL,), (SWALLOWED,))
