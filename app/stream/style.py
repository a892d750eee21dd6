"""The style sheet of the stream window: the program's own (`app.theme`), and what only this window has."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app import theme
from app.theme import Look

_SMALL = 0.94


def style_sheet(look: Look) -> str:
    """The whole style sheet of the stream window."""
    base_pt = QGuiApplication.font().pointSizeF()
    own = _SHEET.format_map(
        {
            **{name: getattr(look, name) for name in Look.__dataclass_fields__},
            "text_pt": round(base_pt * 1.06, 2),
            "small_pt": round(base_pt * _SMALL, 2),
            "large_pt": round(base_pt * 1.25, 2),
            "hover": theme.mix(look.raised, look.accent, 0.18 if look.dark else 0.10),
            "pressed": theme.mix(look.raised, look.accent, 0.34 if look.dark else 0.20),
            "accent_hover": theme.mix(look.accent, look.text if look.dark else look.sky_top, 0.14),
            "alarm": theme.mix(look.sky_low, look.rose, 0.20 if look.dark else 0.10),
            "alarm_hover": theme.mix(look.sky_low, look.rose, 0.32 if look.dark else 0.18),
            "alarm_text": "#2a0a1c" if look.dark else "#ffffff",
        }
    )
    return theme.style_sheet(look) + own


_SHEET = """
#stream {{ background: qlineargradient(x1:0, y1:0, x2:0.25, y2:1, stop:0 {sky_top}, stop:1 {sky_low}); }}
#stream QWidget {{ color: {text}; font-size: {text_pt}pt; }}
#stream #title {{ font-size: {large_pt}pt; font-weight: 600; }}
#stream #small, #stream #lampNote {{ font-size: {small_pt}pt; color: {faint}; }}
#stream #wrong {{ font-size: {small_pt}pt; color: {rose}; }}
#stream #cardTitle {{ font-weight: 600; }}
#stream #lampName {{ color: {faint}; font-size: {small_pt}pt; }}
#stream #lampWords {{ font-weight: 500; }}
#streamHead {{ border: none; }}
#stream QScrollArea, #stream #page, #stream QStackedWidget {{ background: transparent; border: none; }}
#feed {{ background: transparent; border: none; }}

#stream #panic {{
  color: {rose}; background: {alarm}; border: 2px solid {rose}; border-radius: 19px;
  padding: 7px 18px 7px 14px; font-weight: 700;
}}
#stream #panic:hover {{ background: {alarm_hover}; }}
#stream #panic:checked {{ color: {alarm_text}; background: {rose}; }}
#stream #panic:focus {{ border-color: {focus}; }}
#stream #panicked {{ background: {alarm}; border: 1px solid {rose}; border-radius: 12px; }}

#stream #links, #stream #card {{ background: {surface}; border: 1px solid {line}; border-radius: 14px; }}

#stream QTabBar {{ background: transparent; }}
#stream QTabBar::tab {{
  color: {faint}; background: transparent; border: none; border-bottom: 3px solid transparent;
  padding: 8px 12px 7px 12px; margin: 0 2px; font-weight: 600;
}}
#stream QTabBar::tab:hover {{ color: {text}; }}
#stream QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
#stream QTabBar::tab:focus {{ border: 2px solid {focus}; border-radius: 8px; padding: 6px 10px 8px 10px; }}
#stream QTabBar QToolButton {{ background: {raised}; border: none; }}

#stream #filter {{
  color: {faint}; background: transparent; border: 1px solid {line}; border-radius: 12px;
  font-size: {small_pt}pt; padding: 3px 12px; min-height: 18px;
}}
#stream #filter:hover {{ background: {hover}; color: {text}; }}
#stream #filter:checked {{ color: {accent_text}; background: {accent}; border-color: {accent}; }}
#stream #filter:focus {{ border-color: {focus}; }}

#stream #button, #stream #primary, #stream #chipButton {{
  color: {text}; background: {hover}; border: 2px solid transparent; border-radius: 13px;
  padding: 3px 13px; font-size: {small_pt}pt; min-height: 20px;
}}
#stream #button:hover, #stream #chipButton:hover {{ background: {pressed}; }}
#stream #primary {{ color: {accent_text}; background: {accent}; }}
#stream #primary:hover {{ background: {accent_hover}; }}
#stream #button:focus, #stream #primary:focus, #stream #chipButton:focus {{ border-color: {focus}; }}
#stream #button:disabled, #stream #primary:disabled {{ color: {faint}; background: transparent; border-color: {line}; }}
#stream #chipButton {{ border-radius: 11px; padding: 1px 10px; min-height: 17px; }}
#stream #back {{
  color: {text}; background: transparent; border: 1px solid transparent; border-radius: 13px;
  padding: 4px 12px 4px 4px; font-weight: 600; text-align: left;
}}
#stream #back:hover {{ background: {hover}; }}
#stream #back:focus {{ border-color: {focus}; }}

#stream QLineEdit, #stream QPlainTextEdit, #stream QComboBox, #stream QDoubleSpinBox, #stream QSpinBox {{
  color: {text}; background: {raised}; border: 1px solid {line}; border-radius: 9px; padding: 5px 9px;
  selection-background-color: {accent}; selection-color: {accent_text};
}}
#stream QPlainTextEdit {{ padding: 3px 5px; }}
#stream QAbstractSpinBox::up-button, #stream QAbstractSpinBox::down-button {{ width: 0; border: none; }}
#stream QAbstractSpinBox QLineEdit {{ background: transparent; border: none; border-radius: 0; padding: 0; }}
#stream QLineEdit:focus, #stream QPlainTextEdit:focus, #stream QComboBox:focus, #stream QDoubleSpinBox:focus,
#stream QSpinBox:focus {{ border: 1px solid {focus}; }}
#stream QLineEdit[wrong="true"], #stream QPlainTextEdit[wrong="true"] {{ border: 1px solid {rose}; }}
#stream QLineEdit:disabled, #stream QComboBox:disabled, #stream QDoubleSpinBox:disabled {{ color: {faint}; }}
#stream QComboBox::drop-down {{ border: none; width: 26px; }}
#stream QComboBox::down-arrow {{ image: none; }}
#stream QComboBox QAbstractItemView {{
  color: {text}; background: {raised}; border: 1px solid {line}; outline: none; padding: 4px;
  selection-background-color: {pressed}; selection-color: {text};
}}
#stream #reactions {{ background: transparent; border: none; outline: none; }}
"""
