"""A field of the settings as a row of a card: what it is called, what it does, its editor, and what is amiss."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.form.controls import Words
from app.look import glyphs
from app.look.theme import Look
from app.settings import signs
from app.settings.colour import ColourEditor, HourEditor
from app.settings.editor import (
    WIDTH,
    ChoiceEditor,
    Editor,
    LinesEditor,
    SecretEditor,
    SwitchEditor,
    TextEditor,
    tool,
)
from app.settings.keys import KeysEditor
from app.settings.number import NumberEditor, SliderEditor
from app.settings.phrases import PhrasesEditor
from app.settings.values import FieldSpec, Kind, SettingsState
from app.settings.voice import VoiceEditor
from app.words import translate

_NARROW = 400
"""A row narrower than this has its editor below its words."""

_SMALL = {Kind.SWITCH: 40, Kind.NUMBER: 118, Kind.HOUR: 118, Kind.HIDDEN: 150}
"""Editors that always have room beside their words, and how wide they are."""

_EDITORS: dict[Kind, Callable[[FieldSpec], Editor]] = {
    Kind.SWITCH: SwitchEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.DEVICE: lambda spec: ChoiceEditor(spec, renewable=True),
    Kind.VOICE: VoiceEditor,
    Kind.TEXT: TextEditor,
    Kind.LINES: LinesEditor,
    Kind.PHRASES: PhrasesEditor,
    Kind.NUMBER: NumberEditor,
    Kind.SLIDER: SliderEditor,
    Kind.KEYS: KeysEditor,
    Kind.COLOUR: ColourEditor,
    Kind.HOUR: HourEditor,
    Kind.FILE: lambda spec: TextEditor(spec, files="GGUF (*.gguf)"),
    Kind.HIDDEN: SecretEditor,
}


class Row(QWidget):
    """`edited` carries the field and its new value, None for its default; `asked` see `Editor`."""

    edited = Signal(object, object)
    asked = Signal(str)

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.spec = spec
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.editor = _EDITORS[spec.kind](spec)
        self._value: object = None
        self._refused = False
        self._reset = tool(translate("settings", "Bring the default back: {title}").format(title=spec.title))
        self._reset.setObjectName("reset")
        self._reset.setIconSize(QSize(14, 14))
        self._reset.setToolTip(translate("settings", "Bring the default back"))
        self._note, self._amiss = Words(spec.note, "small"), Words("", "wrong")
        self._override = Words("", "override")
        self._arrange()
        self._reset.clicked.connect(self._bring_back)
        self.editor.edited.connect(self._tell)
        self.editor.asked.connect(self.asked)
        self.editor.describe(spec.note)

    def show_state(self, state: SettingsState) -> None:
        """Show its value, what decides it, and what is amiss with it."""
        value = state.value(self.spec)
        if value != self._value:
            self._value = value
            self._show_refusal("")
        if self.spec.offers:
            self.editor.offer(state.offers.get(self.spec.offers, ()))
        if not self._refused:
            self.editor.show_value(value)
            self._show_amiss(state.notes.get(self.spec.path, ""))
        variable = state.overridden.get(self.spec.path, "")
        self._override.setText(
            translate("settings", "Decided by the environment variable {name}; change it there.").format(
                name=variable
            )
            if variable
            else ""
        )
        self._override.setVisible(bool(variable))
        self.editor.setEnabled(not variable)
        self._reset.setVisible(
            not variable and self.spec.kind is not Kind.HIDDEN and value != self.spec.default
        )

    def show_refused(self, why: str) -> None:
        """Say why what stands in it was refused; empty: it was taken."""
        self._show_refusal((self.spec.wrong or why) if why else "")

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self.editor.set_look(look)
        self._reset.setIcon(glyphs.icon(signs.undo, look.accent if not look.dark else look.info))

    @property
    def differs(self) -> bool:
        """Whether it can be brought back to its default."""
        return not self._reset.isHidden()

    def _arrange(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(4)
        title.addWidget(Words(self.spec.title, "fieldTitle"))
        title.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignVCenter)
        title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(title)
        words.addWidget(self._note)
        words.addWidget(self._override)
        if not self.spec.note:
            self._note.hide()
        self._override.hide()
        self._amiss.hide()
        self._reset.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 9, 14, 9)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(words, 0, 0)
        self._grid.addWidget(self._amiss, 2, 0, 1, 2)
        self._narrow: bool | None = None
        self._place(narrow=self.editor.below)

    def _place(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._grid.removeWidget(self.editor)
        small = _SMALL.get(self.spec.kind)
        if narrow and small is None:
            self.editor.setMinimumWidth(0)
            self.editor.setMaximumWidth(16_777_215)
            self._grid.addWidget(self.editor, 1, 0, 1, 2)
        else:
            self.editor.setFixedWidth(small or WIDTH)
            self._grid.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the editor below its words where there is no room beside them."""
        super().resizeEvent(event)
        self._place(narrow=self.editor.below or event.size().width() < _NARROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """It gives way."""
        return QSize(200, super().minimumSizeHint().height())

    @Slot(object)
    def _tell(self, value: object) -> None:
        self.edited.emit(self.spec, value)

    @Slot()
    def _bring_back(self) -> None:
        self.editor.take_focus()
        self.edited.emit(self.spec, None)

    def _show_refusal(self, why: str) -> None:
        if self._refused != bool(why) or why:
            self._refused = bool(why)
            self.editor.mark(wrong=self._refused)
            self._show_amiss(why)

    def _show_amiss(self, words: str) -> None:
        self._amiss.setText(words)
        self._amiss.setVisible(bool(words))
        self.editor.describe(words or self.spec.note)
