"""The style sheet of the stream window: that of all forms (`app.form.style`), and what only this window has."""

from __future__ import annotations

from app.form import style
from app.look.theme import Look


def style_sheet(look: Look) -> str:
    """The whole style sheet of the stream window."""
    return style.style_sheet(look, "stream") + style.filled(_SHEET, look)


_SHEET = """
#stream #lampName {{ color: {faint}; font-size: {small_pt}pt; }}
#stream #lampWords {{ font-weight: 500; }}
#streamHead {{ border: none; }}
#feed {{ background: transparent; border: none; }}
#stream #panic {{
  color: {rose}; background: {alarm}; border: 2px solid {rose}; border-radius: 19px;
  padding: 7px 18px 7px 14px; font-weight: 700;
}}
#stream #panic:hover {{ background: {alarm_hover}; }}
#stream #panic:checked {{ color: {alarm_text}; background: {rose}; }}
#stream #panic:focus {{ border-color: {focus}; }}
#stream #panicked {{ background: {alarm}; border: 1px solid {rose}; border-radius: 12px; }}
#stream #reactions {{ background: transparent; border: none; outline: none; }}
"""
