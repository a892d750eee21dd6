"""One menu for the tray icon and for her window's right click: what it holds, and the Qt menu made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.theme import Look, style_sheet


class Intent(StrEnum):
    """What the user may want from the menu."""

    TOGGLE_WINDOW = "toggle-window"
    CHAT = "chat"
    MUTE = "mute"
    HUSH = "hush"
    RESTART = "restart"
    DOCTOR = "doctor"
    ABOUT = "about"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class MenuState:
    """What the menu's words depend on. `speaking`: there is something to stop."""

    name: str = "Vesper"
    shown: bool = True
    muted: bool = False
    speaking: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu; an empty label is a separator, `checked` None: not checkable."""

    intent: Intent | None = None
    label: str = ""
    checked: bool | None = None
    enabled: bool = True


def entries(state: MenuState) -> tuple[Entry, ...]:
    """The menu for a state, top to bottom. `&` marks the access key."""
    name = state.name.replace("&", "&&")
    return (
        Entry(Intent.TOGGLE_WINDOW, f"&Hide {name}" if state.shown else f"&Show {name}"),
        Entry(Intent.CHAT, "&Chat…"),
        Entry(),
        Entry(Intent.MUTE, "&Mute microphone", checked=state.muted),
        Entry(Intent.HUSH, "S&top talking", enabled=state.speaking),
        Entry(),
        Entry(Intent.RESTART, "&Restart engines"),
        Entry(Intent.DOCTOR, "Check &everything…"),
        Entry(Intent.ABOUT, f"&About {name}"),
        Entry(),
        Entry(Intent.QUIT, "&Quit"),
    )


class Menu(QObject):
    """The menu as a `QMenu` (`.widget`), kept in step by `show_state`; `chosen` carries an `Intent`."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widget = QMenu(parent)
        self._actions: dict[Intent, QAction] = {}
        for entry in entries(MenuState()):
            self._add(entry)
        self.set_look(look)
        self.show_state(MenuState())

    @Slot(object)
    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self.widget.setStyleSheet(style_sheet(look))

    def show_state(self, state: MenuState) -> None:
        """Word the menu for how things stand."""
        for entry in entries(state):
            if entry.intent is not None:
                action = self._actions[entry.intent]
                action.setText(entry.label)
                action.setEnabled(entry.enabled)
                action.setChecked(bool(entry.checked))

    def action(self, intent: Intent) -> QAction:
        """The action of an entry."""
        return self._actions[intent]

    def _add(self, entry: Entry) -> None:
        if entry.intent is None:
            self.widget.addSeparator()
            return
        action = QAction(self.widget)
        action.setData(entry.intent)
        action.setCheckable(entry.checked is not None)
        action.triggered.connect(self._choose)
        self.widget.addAction(action)
        self._actions[entry.intent] = action

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Intent(action.data()))
