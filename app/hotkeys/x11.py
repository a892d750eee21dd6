"""Global hotkeys on X11: passive grabs on the root window.

A grab names a key code and an exact set of modifiers, so each hotkey is grabbed once for every state of CapsLock,
NumLock and ScrollLock. Which code bears a symbol, and which modifier NumLock is, changes with the layout: at each
MappingNotify everything is grabbed anew. A held key repeats: its repetitions come as a release and a press of the same
time while the server's map of keys still has it down, and are not told. While a grabbed key is down the server sends
its release here whatever becomes of modifiers, focus or grabs.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot

from app.hotkeys import refusals
from app.hotkeys.chord import Chord
from app.hotkeys.xcb import (
    KEY_PRESS,
    KEY_RELEASE,
    MAPPING_NOTIFY,
    MODIFIERS,
    Connection,
    Event,
    GrabbedElsewhereError,
)

_K, _M = Qt.Key, Qt.KeyboardModifier
_SHIFT, _CAPS, _CONTROL, _MOD1, _MOD4 = 1, 2, 4, 8, 64
_ALT, _SUPER = (0xFFE9, 0xFFEA), (0xFFEB, 0xFFEC)
_LOCKS = (0xFF7F, 0xFF14)
_F1 = 0xFFBE
_LATIN = 0xFF
_SYMBOLS = {
    _K.Key_Escape: 0xFF1B, _K.Key_Tab: 0xFF09, _K.Key_Backspace: 0xFF08, _K.Key_Return: 0xFF0D, _K.Key_Enter: 0xFF8D,
    _K.Key_Insert: 0xFF63, _K.Key_Delete: 0xFFFF, _K.Key_Pause: 0xFF13, _K.Key_Print: 0xFF61, _K.Key_Home: 0xFF50,
    _K.Key_End: 0xFF57, _K.Key_Left: 0xFF51, _K.Key_Up: 0xFF52, _K.Key_Right: 0xFF53, _K.Key_Down: 0xFF54,
    _K.Key_PageUp: 0xFF55, _K.Key_PageDown: 0xFF56, _K.Key_ScrollLock: 0xFF14, _K.Key_Menu: 0xFF67,
    _K.Key_VolumeMute: 0x1008FF12, _K.Key_MediaPlay: 0x1008FF14, _K.Key_MediaStop: 0x1008FF15,
    _K.Key_MediaPrevious: 0x1008FF16, _K.Key_MediaNext: 0x1008FF17,
}  # fmt: skip

_Grab = tuple[int, int]
"""A key code and its modifiers, locks left out."""


class X11Hotkeys(QObject):
    """Holds chords by name on a connection of its own; `told` hears the name of each that goes down (True) or up.

    `lost` hears the name and, in words, why a chord does not hold any more since the layout changed; no words when it
    holds again.
    """

    def __init__(self, told: Callable[[str, bool], None], lost: Callable[[str, str], None]) -> None:
        super().__init__()
        self._told, self._lost = told, lost
        self._x = Connection()
        self._chords: dict[str, Chord] = {}
        self._grabs: dict[str, _Grab] = {}
        self._released: dict[int, int] = {}
        self._down: dict[int, list[str]] = {}
        self._learn()
        self._news = QSocketNotifier(self._x.file, QSocketNotifier.Type.Read, self)
        self._news.activated.connect(self.look)

    def hold(self, name: str, chord: Chord) -> str:
        """Hold a chord under a name; why it cannot be held, in words, or nothing."""
        self.let_go(name)
        problem = self._grab(name, chord)
        if not problem:
            self._chords[name] = chord
        self.look()  # a round trip may have read events that will not wake the notifier any more
        return problem

    def let_go(self, name: str) -> None:
        """Hold it no more; one that is down counts as up."""
        self._chords.pop(name, None)
        self._ungrab(name)
        for names in self._down.values():
            if name in names:
                names.remove(name)
                self._told(name, False)  # noqa: FBT003  # up

    def close(self) -> None:
        """Let go of everything."""
        self._news.setEnabled(False)
        self._all_up()
        self._x.close()

    @Slot()
    def look(self) -> None:
        """Take what the server has sent."""
        anew = False
        for event in self._x.events():
            if event.kind == MAPPING_NOTIFY:
                anew = True
            elif event.kind in {KEY_PRESS, KEY_RELEASE}:
                self._take(event)
        if self._x.broken:
            self._news.setEnabled(False)
            self._all_up()
        elif anew:
            self._again()

    def _take(self, event: Event) -> None:
        code, at = int(event.detail), int(event.time)
        if event.kind == KEY_RELEASE:
            self._released[code] = at
            if not self._x.is_down(code):
                self._up(code)
            return
        released_at = self._released.get(code)
        if code in self._down:
            if released_at in {None, at}:
                return
            self._up(code)  # up and down again before it was looked at
        elif released_at == at:
            return
        self._released.pop(code, None)
        pressed = (code, int(event.state) & ~self._locks & 0xFF)
        names = [name for name, grab in self._grabs.items() if grab == pressed]
        self._down[code] = names
        for name in tuple(names):
            self._told(name, True)  # noqa: FBT003  # down

    def _up(self, code: int) -> None:
        for name in self._down.pop(code, ()):
            self._told(name, False)  # noqa: FBT003  # up

    def _all_up(self) -> None:
        for code in list(self._down):
            self._up(code)

    def _again(self) -> None:
        """The layout is another: grab everything where it is now."""
        missing = self._chords.keys() - self._grabs.keys()
        for name in self._chords:
            self._ungrab(name)
        self._learn()
        for name, chord in list(self._chords.items()):
            problem = self._grab(name, chord)
            if problem or name in missing:
                self._lost(name, problem)
        self.look()

    def _learn(self) -> None:
        """Read the layout: which code bears which symbol, which modifiers are locks."""
        self._keys = self._x.keys()
        groups = self._x.modifiers()

        def mask(symbols: tuple[int, ...]) -> int:
            codes = {code for code, on_it in self._keys.items() if set(symbols) & set(on_it)}
            return sum(1 << n for n in range(MODIFIERS) if n > 2 and codes & groups[n])  # noqa: PLR2004  # from Mod1 on

        self._alt, self._super = mask(_ALT) or _MOD1, mask(_SUPER) or _MOD4
        lock_masks = [found for symbol in _LOCKS if (found := mask((symbol,)))]
        self._variants = {sum(set(some)) for some in product(*((0, one) for one in (_CAPS, *lock_masks)))}
        self._locks = _CAPS | sum(set(lock_masks))

    def _grab(self, name: str, chord: Chord) -> str:
        found = self._place(chord)
        if found is None:
            return refusals.nowhere()
        code, modifiers = found
        if found in self._grabs.values():
            return refusals.here()
        held = list[int]()
        try:
            for locks in self._variants:
                self._x.grab(code, modifiers | locks)
                held.append(modifiers | locks)
        except OSError as error:
            for one in held:
                self._x.let_go(code, one)
            taken = isinstance(error, GrabbedElsewhereError)
            return refusals.elsewhere() if taken else refusals.withheld()
        self._grabs[name] = found
        return ""

    def _ungrab(self, name: str) -> None:
        code, modifiers = self._grabs.pop(name, (0, 0))
        if code:
            for locks in self._variants:
                self._x.let_go(code, modifiers | locks)

    def _place(self, chord: Chord) -> _Grab | None:
        """Where a chord is on this keyboard: columns go in pairs, plain and with Shift, one pair a layout."""
        held = chord.modifiers
        modifiers = (
            (_SHIFT if held & _M.ShiftModifier else 0)
            | (_CONTROL if held & _M.ControlModifier else 0)
            | (self._alt if held & _M.AltModifier else 0)
            | (self._super if held & _M.MetaModifier else 0)
        )
        symbol = keysym(chord.key)
        for column in range(max(map(len, self._keys.values()), default=0)):
            for code, symbols in self._keys.items():
                if symbol and column < len(symbols) and symbols[column] == symbol:
                    return code, modifiers | (_SHIFT if column % 2 else 0)
        return None


def keysym(key: Qt.Key) -> int:
    """The X symbol of a key of Qt (keysymdef.h); 0 when none is known."""
    if key <= _LATIN:
        return ord(chr(key).lower())
    if _K.Key_F1 <= key <= _K.Key_F35:
        return _F1 + key - _K.Key_F1
    return _SYMBOLS.get(key, 0)
