"""The style sheet of a window of forms: the program's own (`app.look.theme`), and what its fields and cards need."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.look import theme
from app.look.theme import Look

_SMALL = 0.94


def style_sheet(look: Look, root: str) -> str:
    """The style sheet of a window whose object name is `root`."""
    return theme.style_sheet(look) + filled(_SHEET, look, root)


def filled(sheet: str, look: Look, root: str = "") -> str:
    """A sheet with a look's colours, the sizes of the system's font and the name of the window in it."""
    base_pt = QGuiApplication.font().pointSizeF()
    return sheet.format_map(
        {
            "root": root,
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


_SHEET = """
#{root} {{ background: qlineargradient(x1:0, y1:0, x2:0.25, y2:1, stop:0 {sky_top}, stop:1 {sky_low}); }}
#{root} QWidget {{ color: {text}; font-size: {text_pt}pt; }}
#{root} #title {{ font-size: {large_pt}pt; font-weight: 600; }}
#{root} #small, #{root} #lampNote {{ font-size: {small_pt}pt; color: {faint}; }}
#{root} #wrong {{ font-size: {small_pt}pt; color: {rose}; }}
#{root} #cardTitle {{ font-weight: 600; }}
#{root} QScrollArea, #{root} #page, #{root} QStackedWidget {{ background: transparent; border: none; }}
#{root} #links, #{root} #card {{ background: {surface}; border: 1px solid {line}; border-radius: 14px; }}
#{root} QTabBar {{ background: transparent; }}
#{root} QTabBar::tab {{
  color: {faint}; background: transparent; border: none; border-bottom: 3px solid transparent;
  padding: 8px 12px 7px 12px; margin: 0 2px; font-weight: 600;
}}
#{root} QTabBar::tab:hover {{ color: {text}; }}
#{root} QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
#{root} QTabBar::tab:focus {{ border: 2px solid {focus}; border-radius: 8px; padding: 6px 10px 8px 10px; }}
#{root} QTabBar QToolButton {{ background: {raised}; border: none; }}
#{root} #filter {{
  color: {faint}; background: transparent; border: 1px solid {line}; border-radius: 12px;
  font-size: {small_pt}pt; padding: 3px 12px; min-height: 18px;
}}
#{root} #filter:hover {{ background: {hover}; color: {text}; }}
#{root} #filter:checked {{ color: {accent_text}; background: {accent}; border-color: {accent}; }}
#{root} #filter:focus {{ border-color: {focus}; }}
#{root} #button, #{root} #primary, #{root} #chipButton {{
  color: {text}; background: {hover}; border: 2px solid transparent; border-radius: 13px;
  padding: 3px 13px; font-size: {small_pt}pt; min-height: 20px;
}}
#{root} #button:hover, #{root} #chipButton:hover {{ background: {pressed}; }}
#{root} #primary {{ color: {accent_text}; background: {accent}; }}
#{root} #primary:hover {{ background: {accent_hover}; }}
#{root} #button:focus, #{root} #primary:focus, #{root} #chipButton:focus {{ border-color: {focus}; }}
#{root} #button:disabled, #{root} #primary:disabled {{ color: {faint}; background: transparent; border-color: {line}; }}
#{root} #chipButton {{ border-radius: 11px; padding: 1px 10px; min-height: 17px; }}
#{root} #back {{
  color: {text}; background: transparent; border: 1px solid transparent; border-radius: 13px;
  padding: 4px 12px 4px 4px; font-weight: 600; text-align: left;
}}
#{root} #back:hover {{ background: {hover}; }}
#{root} #back:focus {{ border-color: {focus}; }}
#{root} QLineEdit, #{root} QPlainTextEdit, #{root} QComboBox, #{root} QDoubleSpinBox, #{root} QSpinBox {{
  color: {text}; background: {raised}; border: 1px solid {line}; border-radius: 9px; padding: 5px 9px;
  selection-background-color: {accent}; selection-color: {accent_text};
}}
#{root} QPlainTextEdit {{ padding: 3px 5px; }}
#{root} QAbstractSpinBox::up-button, #{root} QAbstractSpinBox::down-button {{ width: 0; border: none; }}
#{root} QAbstractSpinBox QLineEdit {{ background: transparent; border: none; border-radius: 0; padding: 0; }}
#{root} QLineEdit:focus, #{root} QPlainTextEdit:focus, #{root} QComboBox:focus, #{root} QDoubleSpinBox:focus,
#{root} QSpinBox:focus {{ border: 1px solid {focus}; }}
#{root} QLineEdit[wrong="true"], #{root} QPlainTextEdit[wrong="true"] {{ border: 1px solid {rose}; }}
#{root} QLineEdit:disabled, #{root} QComboBox:disabled, #{root} QDoubleSpinBox:disabled {{ color: {faint}; }}
#{root} QComboBox::drop-down {{ border: none; width: 26px; }}
#{root} QComboBox::down-arrow {{ image: none; }}
#{root} QComboBox QAbstractItemView {{
  color: {text}; background: {raised}; border: 1px solid {line}; outline: none; padding: 4px;
  selection-background-color: {pressed}; selection-color: {text};
}}
"""
