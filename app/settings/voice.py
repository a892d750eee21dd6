"""Editor of a voice: one of those there are, or two of them in shares; whatever else the settings hold, as text."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.form.controls import Picker, Words
from app.form.fields import Line
from app.look.theme import Look
from app.settings.editor import Editor
from app.settings.number import Slider
from app.settings.values import Choice, FieldSpec
from app.words import translate
from models.voice_blend import VoiceBlendError, format_blend, parse_blend

_TEXT = "\n"
"""The choice that no voice is called: write it as text."""
_WAIT_MS = 250
_LEAST, _MOST, _STEP = 5, 95, 5


class VoiceEditor(Editor):
    """Tells a voice or a blend in the grammar of `models.voice_blend`; empty is the usual one."""

    below = True

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec, upright=True)
        self._value, self._as_text = "", False
        self._choices: tuple[Choice, ...] = ()
        self._first = Picker(spec.title)
        self._second = Picker(translate("settings", "Blended with"))
        self._share = Slider(Qt.Orientation.Horizontal)
        self._share.setRange(_LEAST // _STEP, _MOST // _STEP)
        self._share.setAccessibleName(translate("settings", "Share of the second voice"))
        self._percent = Words("", "small")
        self._line = Line(translate("settings", "{title}, as text").format(title=spec.title), spec.longest)
        self._add(self._first)
        self._box.addWidget(self._line)
        self._mix = QWidget()
        mix = QHBoxLayout(self._mix)
        mix.setContentsMargins(0, 0, 0, 0)
        mix.setSpacing(8)
        mix.addWidget(_short(translate("settings", "with")))
        mix.addWidget(self._second, 3)
        mix.addWidget(self._share, 2)
        mix.addWidget(self._percent)
        self._percent.setFixedWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 14)
        self._box.addWidget(self._mix)
        self._rest = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest.timeout.connect(self._mixed)
        self._first.activated.connect(self._chosen)
        self._second.activated.connect(self._mixed)
        self._share.valueChanged.connect(self._slid)
        self._share.sliderReleased.connect(self._mixed)
        self._line.committed.connect(self._written)
        self.show_value("")

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """The voices there are."""
        if choices != self._choices:
            self._choices = choices
            self.show_value(self._value)

    def show_value(self, value: object) -> None:
        """Show it."""
        if self._share.isSliderDown() or self._rest.isActive():
            return
        self._value = str(value)
        voices = _voices(self._value)
        known = {choice.value for choice in self._choices}
        plain = len(voices) <= 2 and (not known or set(voices) <= known)  # noqa: PLR2004  # two are mixed
        self._as_text = self._as_text or not plain
        names = list(voices)
        first = _TEXT if self._as_text else names[0] if names else ""
        usual = Choice("", translate("settings", "The usual one of her personality or engine"))
        written = Choice(_TEXT, translate("settings", "Write it as text…"))
        self._first.offer(_pairs((usual, *self._choices, written)), first)
        nothing = Choice("", translate("settings", "Not blended"))
        self._second.offer(_pairs((nothing, *self._choices)), names[1] if plain and len(names) > 1 else "")
        share = round(100 * voices[names[1]]) if plain and len(names) > 1 else 30
        with QSignalBlocker(self._share):
            self._share.setValue(round(share / _STEP))
        self._line.show_value(self._value)
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._first.set_look(look)
        self._second.set_look(look)

    def _arrange(self) -> None:
        blended = bool(self._second.value)
        self._line.setVisible(self._as_text)
        self._mix.setVisible(not self._as_text and bool(self._first.value))
        self._share.setEnabled(blended)
        self._percent.setText(f"{self._share.value() * _STEP} %" if blended else "")

    @Slot()
    def _chosen(self) -> None:
        self._as_text = self._first.currentData() == _TEXT
        self._arrange()
        if self._as_text:
            self._line.setFocus()
        else:
            self._mixed()

    @Slot()
    def _slid(self) -> None:
        self._percent.setText(f"{self._share.value() * _STEP} %")
        self._rest.start()

    @Slot()
    def _mixed(self) -> None:
        self._rest.stop()
        first, second = self._first.value, self._second.value
        share = self._share.value() * _STEP / 100
        self._arrange()
        mixed = (
            format_blend({first: 1 - share, second: share}) if first and second not in {"", first} else first
        )
        self._tell(mixed)

    @Slot(str)
    def _written(self, text: str) -> None:
        self._tell(text)

    def _tell(self, voice: str) -> None:
        if voice != self._value:
            self._value = voice
            self.edited.emit(voice)


def _short(text: str) -> Words:
    words = Words(text, "small")
    words.setFixedWidth(words.fontMetrics().horizontalAdvance(text) + 6)
    return words


def _voices(text: str) -> dict[str, float]:
    try:
        return dict(parse_blend(text)) if text.strip() else {}
    except VoiceBlendError:
        return {}


def _pairs(choices: tuple[Choice, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((choice.value, choice.title) for choice in choices)
