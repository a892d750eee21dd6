"""The style sheet of the guide: the forms' own, and its rail, headings and cards."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.form import style
from app.look.theme import Look

ROOT = "guide"


def style_sheet(look: Look) -> str:
    """The style sheet of the window."""
    heading_pt = round(QGuiApplication.font().pointSizeF() * 1.75, 2)
    return style.style_sheet(look, ROOT) + style.filled(_SHEET.replace("{heading_pt}", f"{heading_pt}"), look)


_SHEET = """
#guide #heading {{ font-size: {heading_pt}pt; font-weight: 600; }}
#guide #quote {{ font-style: italic; color: {text}; }}
#guide #bar {{ border-top: 1px solid {line}; }}
#guide #skip {{
  color: {faint}; background: transparent; border: 2px solid transparent; border-radius: 13px;
  padding: 5px 10px; min-height: 22px;
}}
#guide #skip:hover {{ color: {text}; background: {hover}; }}
#guide #skip:focus {{ border-color: {focus}; }}
#guide #bar #primary, #guide #bar #button {{
  font-size: {text_pt}pt; min-height: 26px; border-radius: 16px; padding: 3px 20px;
}}
#guide #bar #button {{ border: 2px solid {line}; }}
#guide #bar #button:focus, #guide #bar #primary:focus {{ border-color: {focus}; }}
#guide #choice {{
  background: {raised}; border: 1px solid {line}; border-radius: 12px; padding: 8px 12px; text-align: left;
}}
#guide #choice:hover {{ background: {hover}; }}
#guide #choice:checked {{ border: 2px solid {accent}; background: {hover}; padding: 7px 11px; }}
#guide #choice:focus {{ border: 2px solid {focus}; padding: 7px 11px; }}
#guide #offer {{ background: {raised}; border: 1px solid {line}; border-radius: 12px; }}
#guide #needed {{ background: {raised}; border: 2px solid {accent}; border-radius: 14px; }}
#guide #arriving {{ color: {text}; font-weight: 600; }}
#guide #offerTitle {{ font-weight: 600; }}
#guide QProgressBar {{
  background: {line}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
}}
#guide QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
"""
