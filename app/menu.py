"""One menu for the tray icon and for her window's right click: what it holds, and the Qt menu made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from app.persona_choices import NOTHING_TO_CHOOSE, Choice, Choices
from app.theme import Look, style_sheet

_TIP_APART, _TIP_DROP = 4, 20
"""Pixels a tip stands off its menu, and how far below the place it is told Qt puts it."""
_TIP_LINES = 3
"""Height of a tip with its padding, in lines of text."""


class Intent(StrEnum):
    """What the user may want from the menu."""

    TOGGLE_WINDOW = "toggle-window"
    CHAT = "chat"
    STREAM = "stream"
    MUTE = "mute"
    HUSH = "hush"
    PANIC = "panic"
    RESTART = "restart"
    DOCTOR = "doctor"
    ABOUT = "about"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class MenuState:
    """What the menu's words depend on. `speaking`: there is something to stop; `choices`: who she can be.

    `panicked`: panic is on.
    """

    name: str = "Vesper"
    shown: bool = True
    muted: bool = False
    speaking: bool = False
    choices: Choices = NOTHING_TO_CHOOSE
    panicked: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu; an empty label is a separator, `checked` None: not checkable.

    A line with a `field` sets that field of `models.settings.Character`: to one of `choices` in a menu of its own,
    `value` being the one that holds, or without choices to what `checked` is not.
    """

    intent: Intent | None = None
    label: str = ""
    checked: bool | None = None
    enabled: bool = True
    field: str = ""
    choices: tuple[Choice, ...] = ()
    value: str = ""


def entries(state: MenuState) -> tuple[Entry, ...]:
    """The menu for a state, top to bottom. `&` marks the access key."""
    name = state.name.replace("&", "&&")
    choices, chosen = state.choices, state.choices.chosen
    return (
        Entry(Intent.TOGGLE_WINDOW, f"&Hide {name}" if state.shown else f"Sh&ow {name}"),
        Entry(Intent.CHAT, "&Chat…"),
        Entry(Intent.STREAM, "&Stream…"),
        Entry(),
        Entry(Intent.MUTE, "&Mute microphone", checked=state.muted),
        Entry(Intent.HUSH, "S&top talking", enabled=state.speaking),
        Entry(Intent.PANIC, "&Panic: come back" if state.panicked else "&Panic", checked=state.panicked),
        Entry(),
        Entry(label="Perso&nality", field="preset", choices=choices.presets, value=chosen.preset),
        Entry(label="Re&lationship", field="dynamic", choices=choices.dynamics, value=chosen.dynamic),
        Entry(label="St&yle", field="style", choices=choices.styles, value=chosen.style),
        Entry(label="Ener&gy", field="energy", choices=choices.energies, value=chosen.energy),
        Entry(label="&Family mode", field="family_mode", checked=chosen.family_mode),
        Entry(),
        Entry(Intent.RESTART, "&Restart engines"),
        Entry(Intent.DOCTOR, "Check &everything…"),
        Entry(Intent.ABOUT, f"&About {name}"),
        Entry(),
        Entry(Intent.QUIT, "&Quit"),
    )


class Menu(QObject):
    """The menu as a `QMenu` (`.widget`), kept in step by `show_state`.

    `chosen` carries an `Intent`; `picked` a field of `models.settings.Character` and its new value.
    """

    chosen = Signal(object)
    picked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widget = QMenu(parent)
        self._actions: dict[Intent | str, QAction] = {}
        self._menus: dict[str, _RadioMenu] = {}
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
            if entry.field in self._menus:
                self._menus[entry.field].show_entry(entry)
            elif key := entry.intent or entry.field:
                action = self._actions[key]
                action.setText(entry.label)
                action.setEnabled(entry.enabled)
                action.setChecked(bool(entry.checked))

    def action(self, key: Intent | str) -> QAction:
        """The action of an entry, by its intent or its field; a menu's own action for a field with choices."""
        return self._menus[key].widget.menuAction() if key in self._menus else self._actions[key]

    def choice(self, field: str, value: str) -> QAction:
        """The action of one choice."""
        return self._menus[field].actions[value]

    def _add(self, entry: Entry) -> None:
        if not entry.label:
            self.widget.addSeparator()
        elif entry.field and entry.checked is None:
            menu = _RadioMenu(entry, self.widget)
            menu.picked.connect(self.picked)
            self._menus[entry.field] = menu
        else:
            action = QAction(self.widget)
            action.setData(entry.intent or entry.field)
            action.setCheckable(entry.checked is not None)
            action.triggered.connect(self._choose)
            self.widget.addAction(action)
            self._actions[entry.intent or entry.field] = action

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        if action.data() in set(Intent):
            self.chosen.emit(Intent(action.data()))
        else:
            self.picked.emit(action.data(), action.isChecked())


class _RadioMenu(QObject):
    """A menu of which one line is chosen; hidden while there is nothing to choose."""

    picked = Signal(str, object)

    def __init__(self, entry: Entry, above: QMenu) -> None:
        super().__init__(above)
        self.widget = above.addMenu(entry.label)
        self.widget.hovered.connect(self._explain)
        self.widget.aboutToHide.connect(QToolTip.hideText)
        self.actions: dict[str, QAction] = {}
        self._field = entry.field
        self._choices: tuple[Choice, ...] = ()
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._pick)

    def show_entry(self, entry: Entry) -> None:
        """Offer these choices, and mark the one that holds."""
        if entry.choices != self._choices:
            self._choices = entry.choices
            for action in self.actions.values():
                self._group.removeAction(action)
                self.widget.removeAction(action)
                action.deleteLater()
            self.actions = {choice.value: self._line(choice) for choice in entry.choices}
        self.widget.menuAction().setVisible(bool(entry.choices))
        for value, action in self.actions.items():
            action.setChecked(value == entry.value)

    def _line(self, choice: Choice) -> QAction:
        action = QAction(choice.title.replace("&", "&&"), self.widget)
        action.setStatusTip(choice.description)
        action.setData(choice.value)
        action.setCheckable(True)
        self._group.addAction(action)
        self.widget.addAction(action)
        return action

    @Slot(QAction)
    def _explain(self, action: QAction) -> None:
        """Tell about a line below the menu, or above it where the screen ends; there it hides no other line."""
        menu, height = self.widget.geometry(), _TIP_LINES * self.widget.fontMetrics().height()
        low = menu.bottom() + _TIP_APART
        y = (
            low
            if low + height <= self.widget.screen().geometry().bottom()
            else menu.top() - _TIP_APART - height
        )
        QToolTip.showText(QPoint(menu.left(), y - _TIP_DROP), action.statusTip(), self.widget)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        self.picked.emit(self._field, action.data())
