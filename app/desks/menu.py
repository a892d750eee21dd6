"""Menu and tray icon and what stands behind them: how she is goes into their words, what is chosen goes out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from app.avatar.window import AvatarWindow
from app.config.tuning import Tuning
from app.director import Director
from app.menu import Intent, Menu, MenuState
from app.persona.casting import Casting
from app.tray import Signs, Tray
from models.commands import Command, Panic, Perform, RestartEngine
from models.events import CharacterChosen, Event, Health, Hushed, MicrophoneMuted, WorkerChanged
from models.expression import Phase
from models.requests import Panicked, QuietChosen
from models.settings import Settings

_ENGINES = ("sound", "ears", "mind", "voice")


class MenuDesk(QObject):
    """Does what the menu can do by itself; `wanted` carries the `Intent`s that open something.

    `quiet_wished`: she is to be no bother, or may be one again.
    """

    wanted = Signal(object)
    quiet_wished = Signal(bool)

    def __init__(
        self,
        menu: Menu,
        tray: Tray,
        avatar: AvatarWindow,
        casting: Casting,
        director: Director,
        tuning: Tuning,
    ) -> None:
        super().__init__()
        self._menu, self._tray, self._avatar = menu, tray, avatar
        self._casting, self._director, self._tuning = casting, director, tuning
        self._signs = Signs(thinks=False)
        self._asleep: frozenset[str] = frozenset()
        self._state = MenuState(
            name=director.companion.character.persona.companion,
            muted=tuning.settings.hearing.muted,
            quiet=director.companion.quiet,
        )
        director.commanded.connect(self.on_command)
        director.happened.connect(self.on_event)
        tuning.changed.connect(self._on_changed)
        avatar.menu_requested.connect(self._on_menu)
        tray.chosen.connect(self.on_chosen)
        menu.picked.connect(self._on_picked)
        self._show()

    @Slot(object)
    def on_command(self, command: Command) -> None:
        """Word what she does."""
        match command:
            case Perform(phase=phase):
                self._signs = replace(self._signs, phase=Phase(phase))
                self._show()
            case Panic(on=on):
                self._show(panicked=on)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Word how she is."""
        match event:
            case WorkerChanged():
                self._on_worker(event)
            case MicrophoneMuted(muted=muted):
                self._show(muted=muted)
            case QuietChosen(on=on):
                self._show(quiet=on)
            case CharacterChosen(character=character):
                self._show(name=character.persona.companion)

    def _on_worker(self, change: WorkerChanged) -> None:
        """Her mind is there or not; engines sleep or wake."""
        name, health = change.worker, change.health
        self._asleep = self._asleep | {name} if health is Health.ASLEEP else self._asleep - {name}
        thinks = self._signs.thinks
        if name == "mind":
            thinks = health not in {Health.GONE, Health.OFF} and (thinks or health is Health.READY)
        self._signs = replace(self._signs, thinks=thinks, asleep=bool(self._asleep))
        self._show()

    @Slot(object, object)
    def _on_changed(self, _before: Settings, _after: Settings) -> None:
        self._show()

    def reword(self) -> None:
        """Say it in another language."""
        self._show()

    def _show(self, **changes: object) -> None:
        window = self._tuning.settings.window
        self._state = replace(
            self._state,
            shown=window.visible,
            speaking=self._signs.phase in {Phase.THINKING, Phase.SPEAKING},
            choices=self._casting.choices,
            click_through=window.click_through,
            locked=window.locked,
            **changes,  # type: ignore[arg-type]  # fields of the state
        )
        self._menu.show_state(self._state)
        state = self._state
        signs = replace(self._signs, muted=state.muted, quiet=state.quiet, panicked=state.panicked)
        self._tray.show_mien(signs.mien)

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        self._menu.widget.popup(where)

    @Slot(str, object)
    def _on_picked(self, field: str, value: object) -> None:
        self._casting.pick(field, value)

    @Slot(object)
    def on_chosen(self, intent: Intent) -> None:
        """A line of the menu, a click on the icon, or a key."""
        state, tuning = self._state, self._tuning
        match intent:
            case Intent.TOGGLE_WINDOW:
                tuning.set("window", visible=not state.shown)
            case Intent.MUTE:
                tuning.set("hearing", muted=not state.muted)
            case Intent.HUSH:
                self._director.take(Hushed())
            case Intent.QUIET:
                self.quiet_wished.emit(not state.quiet)
            case Intent.CLICK_THROUGH:
                tuning.set("window", click_through=not state.click_through)
            case Intent.LOCK:
                tuning.set("window", locked=not state.locked)
            case Intent.PANIC:
                self._director.take(Panicked(not state.panicked))
            case Intent.RESTART:
                for organ in _ENGINES:
                    self._director.order(RestartEngine(organ))
            case _:
                self.wanted.emit(intent)
