"""The style sheet of the mood panel: that of all forms (`app.form.style`), and what only the panel has."""

from __future__ import annotations

from app.form import style
from app.look.theme import Look

ROOT = "mood"


def style_sheet(look: Look) -> str:
    """The whole style sheet of the panel."""
    return style.style_sheet(look, ROOT) + style.filled(_SHEET, look)


_SHEET = """
#mood {{ border: 1px solid {line}; }}
#mood #doing {{ color: {text}; }}
#mood #card {{ border-radius: 13px; }}
#mood #partName {{ font-weight: 500; }}
#mood #span {{
  color: {faint}; background: transparent; border: 1px solid transparent; border-radius: 10px;
  font-size: {small_pt}pt; padding: 1px 8px; min-height: 17px;
}}
#mood #span:hover {{ background: {hover}; color: {text}; }}
#mood #span:checked {{ color: {text}; background: {pressed}; }}
#mood #span:focus {{ border-color: {focus}; }}
#mood #link {{
  color: {text}; background: transparent; border: 1px solid {line}; border-radius: 13px;
  padding: 4px 6px; font-size: {small_pt}pt; min-height: 19px;
}}
#mood #link:hover {{ background: {hover}; }}
#mood #link:focus {{ border-color: {focus}; }}
#mood QGraphicsView {{ background: transparent; border: none; }}
#mood #diary {{ background: transparent; border: none; outline: none; }}
#mood QToolButton#tool {{ border-radius: 12px; min-width: 22px; min-height: 22px; max-width: 22px; max-height: 22px; }}
"""
