"""Editor of a hotkey: press it, then the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from app.look import glyphs
from app.look.theme import Look
from app.settings.editor import Editor, tool
from app.settings.values import FieldSpec
from app.words import translate

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Hyper_L,
    Qt.Key.Key_Hyper_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
}


class KeysEditor(Editor):
    """Tells the keys as the settings write them ("Ctrl+Alt+T"), empty for none."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self._keys = KeysButton()
        self._clear: QToolButton = tool(translate("settings", "No keys: {title}").format(title=spec.title))
        self._add(self._keys, 1)
        self._add(self._clear)
        self._keys.pressed_keys.connect(self._tell)
        self._keys.listens.connect(self._wait)
        self._clear.clicked.connect(self._empty)
        self.show_value("")

    def show_value(self, value: object) -> None:
        """Show them."""
        self._keys.show_keys(str(value))
        self._keys.setAccessibleName(f"{self.spec.title}: {self._keys.text()}")
        self._clear.setEnabled(bool(value))

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._clear.setIcon(glyphs.icon(glyphs.cross, look.faint, look.line))

    @Slot(bool)
    def _wait(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.asked.emit("keys" if on else "no keys")

    @Slot(str)
    def _tell(self, keys: str) -> None:
        self.edited.emit(keys)

    @Slot()
    def _empty(self) -> None:
        self._keys.setFocus()
        self.edited.emit("")


class KeysButton(QPushButton):
    """Shows keys. Pressed, it takes the next ones; Esc leaves it as it was, Backspace means none."""

    pressed_keys = Signal(str)
    listens = Signal(bool)

    def __init__(self) -> None:
        self._shown, self._listening = "", False
        super().__init__()
        self.setObjectName("keys")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._listen)

    def show_keys(self, keys: str) -> None:
        """Show these."""
        self._shown = keys
        if not self._listening:
            self._word()

    @property
    def listening(self) -> bool:
        """Whether the next keys are taken."""
        return self._listening

    @Slot()
    def _listen(self) -> None:
        self._set_listening(on=True)

    def _set_listening(self, *, on: bool) -> None:
        self._listening = on
        self.listens.emit(on)
        self.setProperty("listening", on)
        self.style().unpolish(self)
        self.style().polish(self)
        self._word()

    def _word(self, so_far: str = "") -> None:
        if self._listening:
            self.setText(f"{so_far}…" if so_far else translate("settings", "Press the keys…"))
            self.setToolTip(translate("settings", "Esc: as before. Backspace: none."))
        else:
            written = QKeySequence.fromString(self._shown, QKeySequence.SequenceFormat.PortableText)
            text = written.toString(QKeySequence.SequenceFormat.NativeText) or self._shown
            self.setText(text or translate("settings", "None"))
            self.setToolTip(translate("settings", "Press to choose other keys"))

    def event(self, event: QEvent) -> bool:
        """Take keys before shortcuts and the change of focus have them."""
        if self._listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Leave it as it was."""
        super().focusOutEvent(event)
        if self._listening:
            self._set_listening(on=False)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Leave it as it was."""
        super().hideEvent(event)
        if self._listening:
            self._set_listening(on=False)

    def _press(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bare = modifiers == Qt.KeyboardModifier.NoModifier
        if key in _MODIFIERS:
            held = QKeySequence(modifiers.value).toString(QKeySequence.SequenceFormat.NativeText)
            self._word(held)
        elif key == Qt.Key.Key_Escape and bare:
            self._set_listening(on=False)
        elif key == Qt.Key.Key_Backspace and bare:
            self._choose("")
        elif not event.isAutoRepeat():
            chosen = QKeySequence(QKeyCombination(modifiers, Qt.Key(key)))
            self._choose(chosen.toString(QKeySequence.SequenceFormat.PortableText))

    def _choose(self, keys: str) -> None:
        changed = keys != self._shown
        self._shown = keys
        self._set_listening(on=False)
        if changed:
            self.pressed_keys.emit(keys)
