"""One menu for the tray icon and for her window's right click: what it holds, and the Qt menu made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from app.look.theme import Look, style_sheet
from app.persona.choices import NOTHING_TO_CHOOSE, Choice, Choices
from app.words import translate

_TIP_APART, _TIP_DROP = 4, 20
"""Pixels a tip stands off its menu, and how far below the place it is told Qt puts it."""
_TIP_LINES = 3
"""Height of a tip with its padding, in lines of text."""


class Intent(StrEnum):
    """What the user may want from the menu."""

    TOGGLE_WINDOW = "toggle-window"
    CHAT = "chat"
    STREAM = "stream"
    PANEL = "panel"
    SETTINGS = "settings"
    GUIDE = "guide"
    QUIET = "quiet"
    CLICK_THROUGH = "click-through"
    LOCK = "lock"
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

    `panicked`: panic is on; `quiet`: she is not to be a bother; `click_through`: all clicks go through her;
    `locked`: her place is fixed.
    """

    name: str = "Vesper"
    shown: bool = True
    muted: bool = False
    speaking: bool = False
    choices: Choices = NOTHING_TO_CHOOSE
    panicked: bool = False
    quiet: bool = False
    click_through: bool = False
    locked: bool = False


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
        Entry(Intent.TOGGLE_WINDOW, _showing(state).format(name=name)),
        Entry(Intent.CHAT, translate("menu", "&Chat…")),
        Entry(Intent.STREAM, translate("menu", "&Stream…")),
        Entry(Intent.PANEL, translate("menu", "Moo&d panel")),
        Entry(Intent.SETTINGS, translate("menu", "Sett&ings…")),
        Entry(),
        Entry(Intent.MUTE, translate("menu", "&Mute microphone"), checked=state.muted),
        Entry(Intent.HUSH, translate("menu", "S&top talking"), enabled=state.speaking),
        Entry(Intent.QUIET, translate("menu", "Do not distur&b"), checked=state.quiet),
        Entry(Intent.PANIC, _panic(state), checked=state.panicked),
        Entry(),
        Entry(Intent.CLICK_THROUGH, translate("menu", "Let clicks thro&ugh"), checked=state.click_through),
        Entry(Intent.LOCK, translate("menu", "Loc&k her place"), checked=state.locked),
        Entry(),
        Entry(
            label=translate("menu", "Perso&nality"),
            field="preset",
            choices=choices.presets,
            value=chosen.preset,
        ),
        Entry(
            label=translate("menu", "Re&lationship"),
            field="dynamic",
            choices=choices.dynamics,
            value=chosen.dynamic,
        ),
        Entry(label=translate("menu", "St&yle"), field="style", choices=choices.styles, value=chosen.style),
        Entry(
            label=translate("menu", "Ener&gy"), field="energy", choices=choices.energies, value=chosen.energy
        ),
        Entry(label=translate("menu", "&Family mode"), field="family_mode", checked=chosen.family_mode),
        Entry(),
        Entry(Intent.GUIDE, translate("menu", "&Welcome guide…")),
        Entry(Intent.RESTART, translate("menu", "&Restart engines")),
        Entry(Intent.DOCTOR, translate("menu", "Check &everything…")),
        Entry(Intent.ABOUT, translate("menu", "&About {name}").format(name=name)),
        Entry(),
        Entry(Intent.QUIT, translate("menu", "&Quit")),
    )


def _showing(state: MenuState) -> str:
    return translate("menu", "&Hide {name}") if state.shown else translate("menu", "Sh&ow {name}")


def _panic(state: MenuState) -> str:
    return translate("menu", "&Panic: come back") if state.panicked else translate("menu", "&Panic")


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
