"""The global keys of the settings and what they do, and why one of them does not hold.

A key is held only while it has something to do: push-to-talk while the microphone is on push-to-talk, the way back
from click-through while clicks go through. What is not held is tried for a moment, so that a conflict is told when
the key is chosen and not when it is needed. The panic key is `app.desks.stream`'s; no other may have the same chord.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.config.tuning import Tuning
from app.director import Director
from app.hotkeys import refusals
from app.hotkeys.chord import Chord, ChordError, chord
from app.hotkeys.hotkeys import Hotkeys
from app.words import translate
from models.errors import Blame
from models.events import Failed, Hushed
from models.requests import TalkKey
from models.settings import Settings
from models.settings_desktop import Hotkeys as Chosen
from models.settings_stream import Stream

PANIC: Final = "panic"
_AGAIN_MS = 60_000
"""How long until keys that another program had are asked for again."""


class HotkeyDesk(QObject):
    """Holds the keys and does what they mean. `chat_requested`: the chat is to be opened, the cursor in it.

    `quiet_toggled`: do not disturb, or no more of it; what that means in quiet hours is for another to say.

    `problems_changed` carries `problems` anew: the field of the settings' Hotkeys (or "panic") to why it does not hold.
    """

    chat_requested = Signal()
    quiet_toggled = Signal()
    problems_changed = Signal(object)

    def __init__(self, hotkeys: Hotkeys, director: Director, tuning: Tuning) -> None:
        super().__init__()
        self._hotkeys, self._director, self._tuning = hotkeys, director, tuning
        self._problems: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._talking = self._paused = False
        self._again = QTimer(self, interval=_AGAIN_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._again.timeout.connect(self.retry)

    def start(self) -> None:
        """Take the keys of the settings; after the stream's desk, which has the first choice for panic."""
        self._hotkeys.pressed.connect(self._on_pressed)
        self._hotkeys.released.connect(self._on_released)
        self._hotkeys.lost.connect(self._on_lost)
        self._tuning.changed.connect(self._on_changed)
        self._follow()

    def stop(self) -> None:
        """Let go of them."""
        self._tuning.changed.disconnect(self._on_changed)
        self._again.stop()
        self._let_go()

    @property
    def problems(self) -> dict[str, str]:
        """Why a key does not hold, in words, by the field of the settings it is in."""
        return dict(self._problems)

    @property
    def limit(self) -> str:
        """What holds for all keys on this desktop, in words; empty where there is nothing to say."""
        return self._hotkeys.limit

    def pause(self) -> None:
        """Hold no keys, so that a field in which new ones are pressed gets them; until `go_on`."""
        self._paused = True
        self._let_go()

    def go_on(self) -> None:
        """Hold them again."""
        self._paused = False
        self._follow()

    @Slot()
    def retry(self) -> None:
        """Ask again for keys that were not to be had."""
        for name in self._problems:
            self._held.pop(name, None)
        self._follow()

    def _follow(self) -> None:
        """Hold what is to be held now, try what is not, and tell what of it cannot be."""
        if self._paused:
            return
        settings = self._tuning.settings
        chosen, clashes, wanted = _chosen(settings), _clashes(settings), _wanted(settings)
        problems = dict[str, str]()
        for name in self._held.keys() - wanted.keys():  # first: what another is to have must be free
            self._drop(name)
        for name, sequence in chosen.items():
            if name in clashes:
                problems[name] = refusals.also_for(_title(clashes[name]))
            elif name == PANIC:
                problems[name] = self._panic_problem(sequence)
            elif name not in wanted:
                problems[name] = self._tried(name, sequence)
            else:
                if self._held.get(name) != sequence:
                    self._held[name] = sequence
                    self._hotkeys.set(name, sequence)
                problems[name] = self._hotkeys.problem(name) or ""
        self._tell({name: why for name, why in problems.items() if why})

    def _tell(self, problems: dict[str, str]) -> None:
        (self._again.start if problems else self._again.stop)()
        if problems != self._problems:
            self._problems = problems
            self.problems_changed.emit(self.problems)

    def _panic_problem(self, sequence: str) -> str:
        """The stream's desk holds it while there is a show, or could not while another had it; else it is tried."""
        before = self._hotkeys.problem(PANIC)
        if before is None:
            return self._tried(f"{PANIC}?", sequence)
        now = self._hotkeys.set(PANIC, sequence) if before else ""
        if now != before:
            self._hotkeys.lost.emit(PANIC, now)
        return now

    def _tried(self, name: str, sequence: str) -> str:
        problem = self._hotkeys.set(name, sequence)
        self._hotkeys.clear(name)
        return problem

    def _drop(self, name: str) -> None:
        self._held.pop(name, None)
        self._hotkeys.clear(name)

    def _let_go(self) -> None:
        for name in list(self._held):
            self._drop(name)

    # --- keys and settings

    @Slot(str)
    def _on_pressed(self, name: str) -> None:
        settings = self._tuning.settings
        match name:
            case "talk":
                self._talk(down=True)
            case "hush":
                self._director.take(Hushed())
            case "chat":
                self.chat_requested.emit()
            case "mute":
                self._set("hearing", muted=not settings.hearing.muted)
            case "show":
                self._set("window", visible=not settings.window.visible)
            case "click_through":
                self._set("window", click_through=False)
            case "quiet":
                self.quiet_toggled.emit()

    @Slot(str)
    def _on_released(self, name: str) -> None:
        if name == "talk":
            self._talk(down=False)

    def _talk(self, *, down: bool) -> None:
        if down is not self._talking:
            self._talking = down
            self._director.take(TalkKey(down))

    @Slot(str, str)
    def _on_lost(self, name: str, why: str) -> None:
        if name in self._held or name == PANIC:
            others = {key: told for key, told in self._problems.items() if key != name}
            self._tell(others | ({name: why} if why else {}))

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        if _matter(before) != _matter(after):
            self._follow()

    def _set(self, section: str, **fields: object) -> None:
        if refused := self._tuning.set(section, **fields):
            self._director.take(Failed("settings", Blame.SETTINGS, refused))


def _chosen(settings: Settings) -> dict[str, str]:
    """Every key that is chosen, the one of panic first."""
    fields: dict[str, str] = settings.hotkeys.model_dump()
    return {
        name: sequence
        for name, sequence in ({PANIC: settings.stream.panic_hotkey} | fields).items()
        if sequence.strip()
    }


def _wanted(settings: Settings) -> dict[str, str]:
    """The keys to be held now, but for panic's."""
    idle = {PANIC}
    if settings.hearing.mode != "push":
        idle.add("talk")
    if not settings.window.click_through:
        idle.add("click_through")
    clashes = _clashes(settings)
    return {
        name: sequence
        for name, sequence in _chosen(settings).items()
        if name not in idle and name not in clashes
    }


def _clashes(settings: Settings) -> dict[str, str]:
    """The keys that have to give way, each to the one it is the same as."""
    first, clashes = dict[Chord, str](), dict[str, str]()
    for name, sequence in _chosen(settings).items():
        try:
            one = chord(sequence)
        except ChordError:
            continue
        if one in first:
            clashes[name] = first[one]
        else:
            first[one] = name
    return clashes


def _title(name: str) -> str:
    """What a key is for, as the settings say it."""
    field = Stream.model_fields["panic_hotkey"] if name == PANIC else Chosen.model_fields[name]
    return translate("fields", field.title or name)


def _matter(settings: Settings) -> tuple[object, ...]:
    """What the keys depend on."""
    stream, obs = settings.stream, settings.obs
    show = stream.enabled, obs.enabled, stream.panic_hotkey
    return settings.hotkeys, settings.hearing.mode, settings.window.click_through, show
