"""Vesper's look: two palettes after the evening sky she comes from, and the style sheet they give.

Ink violet is the night, dusk blue her cape, rose her blush, gold her star. Every text colour keeps a
contrast of at least 4.5 : 1 against what it stands on (WCAG 2.1 AA); the tests measure it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPalette

_HALF_LIGHT = 128


@dataclass(frozen=True, slots=True)
class Look:
    """A palette: colours as #rrggbb. A bubble and a button run from one colour to another."""

    dark: bool
    sky_top: str
    sky_low: str
    surface: str
    raised: str
    line: str
    text: str
    faint: str
    hers_top: str
    hers_low: str
    hers_text: str
    yours_top: str
    yours_low: str
    yours_text: str
    accent: str
    accent_text: str
    rose: str
    gold: str
    good: str
    info: str
    focus: str
    chip: str
    star: str


DARK = Look(
    dark=True,
    sky_top="#1a1338",
    sky_low="#120e28",
    surface="#1f1844",
    raised="#2a2159",
    line="#3a2f74",
    text="#f3efff",
    faint="#b3a9dc",
    hers_top="#332a6b",
    hers_low="#2b2460",
    hers_text="#f5f1ff",
    yours_top="#5b62d6",
    yours_low="#7a4fc4",
    yours_text="#ffffff",
    accent="#6a5fd8",
    accent_text="#ffffff",
    rose="#ff8fb8",
    gold="#f7c65b",
    good="#7fe0b5",
    info="#9db4ff",
    focus="#f7c65b",
    chip="#3a2d3f",
    star="#f7c65b",
)

LIGHT = Look(
    dark=False,
    sky_top="#f6f2ff",
    sky_low="#ece7fb",
    surface="#fffdff",
    raised="#ffffff",
    line="#d9cff2",
    text="#2a1d5e",
    faint="#65598f",
    hers_top="#ffffff",
    hers_low="#fbf8ff",
    hers_text="#2a1d5e",
    yours_top="#4b55c4",
    yours_low="#6d43b5",
    yours_text="#ffffff",
    accent="#5546c0",
    accent_text="#ffffff",
    rose="#b8235f",
    gold="#8a5a00",
    good="#0f7350",
    info="#3b4db8",
    focus="#5546c0",
    chip="#fbeccb",
    star="#e0a020",
)


class Theme(QObject):
    """The look of the system's colour scheme, or the one that is preferred; `changed` carries the new one."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferred: Look | None = None
        self._look = system_look()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def look(self) -> Look:
        """The look to use now."""
        return self._look

    def prefer(self, choice: str) -> None:
        """Be "dark" or "light", or as the "system" has it."""
        self._preferred = {"dark": DARK, "light": LIGHT}.get(choice)
        self.refresh()

    @Slot(Qt.ColorScheme)
    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Look again; for systems that announce a new scheme only by a new palette."""
        look = self._preferred or system_look()
        if look is not self._look:
            self._look = look
            self.changed.emit(look)


def system_look() -> Look:
    """Dark or light, as the system says; where it does not say, as its window colour is."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        return DARK if window.lightness() < _HALF_LIGHT else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def style_sheet(look: Look) -> str:
    """The style sheet of Vesper's windows and menus; sizes follow the system's font."""
    base_pt = QGuiApplication.font().pointSizeF()
    return _SHEET.format_map(
        {
            **{name: getattr(look, name) for name in Look.__dataclass_fields__},
            "text_pt": round(base_pt * 1.1, 2),
            "small_pt": round(base_pt, 2),
            "large_pt": round(base_pt * 1.25, 2),
            "hover": mix(look.raised, look.accent, 0.18 if look.dark else 0.10),
            "pressed": mix(look.raised, look.accent, 0.34 if look.dark else 0.20),
            "accent_hover": mix(look.accent, look.text if look.dark else look.sky_top, 0.14),
            "muted": mix(look.sky_low, look.rose, 0.22 if look.dark else 0.14),
        }
    )


def mix(base: str, other: str, share: float) -> str:
    """`share` of one colour over another."""
    channels = zip(_channels(base), _channels(other), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in channels)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


_SHEET = """
#chat {{ background: qlineargradient(x1:0, y1:0, x2:0.25, y2:1, stop:0 {sky_top}, stop:1 {sky_low}); }}
#chat QWidget {{ color: {text}; font-size: {text_pt}pt; }}
#transcript {{ background: transparent; border: none; }}
#header {{ border-bottom: 1px solid {line}; }}
#chat #name {{ font-size: {large_pt}pt; font-weight: 600; }}
#chat #state {{ font-size: {small_pt}pt; color: {faint}; }}
#chat #chip {{
  color: {gold}; background: {chip}; font-size: {small_pt}pt;
  border: none; border-radius: 9px; padding: 2px 9px;
}}
#chat #chip:hover {{ text-decoration: underline; }}
#chat #chip:focus {{ border: 1px solid {focus}; padding: 1px 8px; }}

QToolButton#tool {{
  background: transparent; border: 1px solid transparent; border-radius: 17px;
  min-width: 32px; min-height: 32px; max-width: 32px; max-height: 32px;
}}
QToolButton#tool:hover {{ background: {hover}; }}
QToolButton#tool:pressed {{ background: {pressed}; }}
QToolButton#tool:focus {{ border-color: {focus}; }}
QToolButton#tool:checked {{ background: {muted}; }}
QToolButton#tool::menu-indicator {{ image: none; width: 0; }}

#composer {{ background: {surface}; border: 1px solid {line}; border-radius: 21px; }}
#composer[focused="true"] {{ border-color: {accent}; }}
#composer QPlainTextEdit {{
  background: transparent; border: none; color: {text}; padding: 0;
  selection-background-color: {accent}; selection-color: {accent_text};
}}
QToolButton#send {{
  background: qlineargradient(x1:0, y1:0, x2:1, y2:1, stop:0 {yours_top}, stop:1 {yours_low});
  border: 2px solid transparent; border-radius: 17px;
  min-width: 30px; min-height: 30px; max-width: 30px; max-height: 30px;
}}
QToolButton#send:hover {{ background: {accent_hover}; }}
QToolButton#send:focus {{ border-color: {focus}; }}
QToolButton#send:disabled {{ background: {hover}; }}

#banner {{ background: {raised}; border: 1px solid {line}; border-radius: 12px; }}
#chat #bannerTitle {{ font-weight: 600; }}
#chat #bannerText {{ color: {faint}; font-size: {small_pt}pt; }}
#chat #bannerButton, #chat #pill {{
  font-size: {small_pt}pt;
  color: {accent_text}; background: {accent}; border: 2px solid transparent;
  border-radius: 13px; padding: 4px 13px;
}}
#chat #bannerButton:hover, #chat #pill:hover {{ background: {accent_hover}; color: {accent_text}; }}
#chat #bannerButton:focus, #chat #pill:focus {{ border-color: {focus}; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 3px 2px 3px 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 36px; }}
QScrollBar::handle:vertical:hover {{ background: {faint}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}

QMenu {{
  background: {raised}; color: {text}; border: 1px solid {line}; padding: 6px;
}}
QMenu::item {{ padding: 6px 26px 6px 28px; border-radius: 6px; background: transparent; }}
QMenu::item:selected {{ background: {pressed}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QMenu::indicator {{ width: 10px; height: 10px; left: 9px; }}
QMenu::indicator:checked {{ background: {rose}; border: 1px solid {rose}; border-radius: 5px; }}
QMenu::indicator:unchecked {{ background: transparent; border: 1px solid {faint}; border-radius: 5px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 7px; }}

QDialog, QMessageBox {{ background: {raised}; }}
QDialog QLabel, QDialog QPlainTextEdit {{ color: {text}; }}
QDialog #questionText {{ color: {faint}; }}
QDialog QPlainTextEdit {{
  background: {surface}; border: 1px solid {line}; border-radius: 10px; padding: 6px;
  selection-background-color: {accent}; selection-color: {accent_text};
}}
QDialog QPushButton {{
  color: {text}; background: {hover}; border: 2px solid transparent; border-radius: 14px;
  padding: 6px 18px;
}}
QDialog QPushButton:hover {{ background: {pressed}; }}
QDialog QPushButton:focus {{ border-color: {focus}; }}
QDialog QPushButton#danger {{ color: {rose}; background: {muted}; }}
"""
