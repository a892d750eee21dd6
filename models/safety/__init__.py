"""What may be said to her and by her.

- `gate`: `Gate` (`hear`, `hear_stranger`, `say`), `parse_gate`, and `gate_of` lists that are parsed
- `values`: `Verdict`, `Category`; `care`: what she says when someone speaks of harming themselves
- `injection`: shapes of prompts, and `quoted`, the cage for a stranger's words
- `cleaning`, `folding`, `confusables`, `reading`: from what was written to what is read
- `lexicon`, `phrases`, `lists`, `own`, `leaks`: listed words and phrases; `personal`, `links`: things with a shape
"""

from models.safety.care import Care, parse_care
from models.safety.gate import Gate, gate_of, parse_gate
from models.safety.injection import quoted
from models.safety.lexicon import Lexicon
from models.safety.lists import parse_lists
from models.safety.values import Category, SafetyError, Verdict

__all__ = [
    "Care",
    "Category",
    "Gate",
    "Lexicon",
    "SafetyError",
    "Verdict",
    "gate_of",
    "parse_care",
    "parse_gate",
    "parse_lists",
    "quoted",
]
