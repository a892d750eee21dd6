"""The style sheet of the settings window: that of all forms (`app.form.style`), and what only this window has."""

from __future__ import annotations

from app.form import style
from app.look import theme
from app.look.theme import Look


def style_sheet(look: Look) -> str:
    """The whole style sheet of the settings window."""
    found = theme.mix(look.surface, look.accent, 0.2 if look.dark else 0.13)
    side = theme.mix(look.sky_low, look.surface, 0.45)
    own = _SHEET.replace("{found}", found).replace("{side}", side)
    return style.style_sheet(look, "settings") + style.filled(own, look)


_SHEET = """
#settings #side {{ background: {side}; border: none; border-right: 1px solid {line}; }}
#settings #search {{ border-radius: 13px; padding: 5px 10px 5px 4px; }}
#settings #pages {{ background: transparent; border: none; outline: none; }}
#settings #pages::item {{
  color: {text}; border: 2px solid transparent; border-radius: 10px; padding: 6px 8px; margin: 1px 8px;
}}
#settings #pages::item:hover {{ background: {hover}; }}
#settings #pages::item:selected {{ background: {pressed}; color: {text}; }}
#settings #pages:focus::item:selected {{ border-color: {focus}; }}
#settings #results {{ background: transparent; border: none; outline: none; }}
#settings #pageTitle {{ font-size: {large_pt}pt; font-weight: 600; }}
#settings #roleTitle {{ font-size: {large_pt}pt; font-weight: 600; padding-top: 4px; }}
#settings #groupTitle {{ font-weight: 600; color: {text}; }}
#settings #fieldTitle {{ font-weight: 500; }}
#settings #rule {{ background: {line}; border: none; margin-left: 14px; margin-right: 14px; }}
#settings #row[found="true"] {{ background: {found}; border-radius: 10px; }}
#settings #override {{ color: {gold}; font-size: {small_pt}pt; }}
#settings #plain {{ font-size: {small_pt}pt; color: {text}; }}
#settings #problems {{ background: {alarm}; border: 1px solid {rose}; border-radius: 12px; }}
#settings #question {{ background: {raised}; border: 1px solid {line}; border-radius: 12px; }}
#settings QPushButton#keys {{
  color: {text}; background: {raised}; border: 1px solid {line}; border-radius: 9px; padding: 5px 9px;
  text-align: left; font-weight: 500;
}}
#settings QPushButton#keys:hover {{ background: {hover}; }}
#settings QPushButton#keys:focus {{ border-color: {focus}; }}
#settings QPushButton#keys[listening="true"] {{ background: {found}; border: 2px solid {focus}; padding: 4px 8px; }}
#settings QPushButton#keys:disabled {{ color: {faint}; }}
#settings QPushButton#keys[wrong="true"] {{ border-color: {rose}; }}
#settings QPushButton#phrase {{
  color: {text}; background: {hover}; border: 2px solid transparent; border-radius: 12px;
  padding: 2px 8px 2px 8px; font-size: {small_pt}pt; min-height: 19px;
}}
#settings QPushButton#phrase:hover {{ background: {pressed}; }}
#settings QPushButton#phrase:focus {{ border-color: {focus}; }}
#settings QToolButton#small_tool {{
  background: transparent; border: 2px solid transparent; border-radius: 11px;
  min-width: 18px; min-height: 18px; max-width: 18px; max-height: 18px; padding: 0;
}}
#settings QToolButton#reset {{
  background: transparent; border: 1px solid transparent; border-radius: 8px;
  min-width: 14px; min-height: 14px; max-width: 14px; max-height: 14px; padding: 0;
}}
#settings QToolButton#reset:hover {{ background: {hover}; }}
#settings QToolButton#reset:focus {{ border-color: {focus}; }}
#settings #button[outlined="true"] {{ background: transparent; border: 1px solid {line}; padding: 4px 14px; }}
#settings #button[outlined="true"]:hover {{ background: {hover}; }}
#settings #button[outlined="true"]:focus {{ border-color: {focus}; }}
#settings #problems QLabel {{ color: {text}; }}
#settings QToolButton#small_tool:hover {{ background: {hover}; }}
#settings QToolButton#small_tool:focus {{ border-color: {focus}; }}
#settings QSlider {{ min-height: 24px; background: transparent; }}
#settings QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line}; }}
#settings QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
#settings QSlider::sub-page:horizontal:disabled {{ background: {line}; }}
#settings QSlider::handle:horizontal {{
  width: 14px; height: 14px; margin: -7px 0; border-radius: 9px; background: {accent}; border: 2px solid {surface};
}}
#settings QSlider::handle:horizontal:hover {{ background: {accent_hover}; }}
#settings QSlider::handle:horizontal:focus {{ border: 2px solid {focus}; }}
#settings QSlider::handle:horizontal:disabled {{ background: {faint}; }}
#settings QTimeEdit {{
  color: {text}; background: {raised}; border: 1px solid {line}; border-radius: 9px; padding: 5px 9px;
  selection-background-color: {accent}; selection-color: {accent_text};
}}
#settings QTimeEdit:focus {{ border: 1px solid {focus}; }}
#settings QTimeEdit:disabled, #settings QPlainTextEdit:disabled, #settings QSpinBox:disabled {{ color: {faint}; }}
#settings #fieldTitle:disabled {{ color: {faint}; }}
#settings QDialog QAbstractItemView {{ background: {surface}; border: 1px solid {line}; }}
#settings QDialog QLabel#small {{ color: {faint}; }}
#settings QDialog QLabel#wrong {{ color: {rose}; }}
"""
