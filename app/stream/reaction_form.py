"""The editor of one reaction: what sets it off, and what she does then. What is right is told at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Picker, Switch
from app.form.fields import Field, SwitchField, Text, card, pair
from app.look.theme import Look
from app.stream import templates
from app.words import translate
from models.expression import Expression
from models.settings_stream import Reaction

TOLD_MS = 400
"""What is typed is told when the keyboard has been still for so long."""


class ReactionForm(QWidget):
    """Shows a reaction; `changed` carries the one that the user has made of it, whenever it is right."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._reaction, self._showing = Reaction(), False
        self._on = Switch(translate("stream", "On"), self)
        self._event, self._sound = QLineEdit(self), QLineEdit(self)
        self._face, self._motion, self._rank = (
            Picker(translate("stream", "Expression")),
            Picker(translate("stream", "Motion")),
            Picker(translate("stream", "Priority")),
        )
        self._line, self._prompt = (
            Text(translate("stream", "What she says")),
            Text(translate("stream", "Or what her mind makes words of")),
        )
        self._last: Text = self._line
        for edit, name, longest in (
            (self._event, translate("stream", "Event"), 120),
            (self._sound, translate("stream", "Sound"), 1024),
        ):
            edit.setAccessibleName(name)
            edit.setMaxLength(longest)
        self._sound.setPlaceholderText(translate("stream", "None"))
        self._event.setPlaceholderText("hydrate")
        self._choose = QPushButton(translate("stream", "Choose…"), self)
        self._choose.setObjectName("button")
        self._choose.setAccessibleName(translate("stream", "Choose a sound file"))
        self._choose.clicked.connect(self._pick_sound)
        self._fields = {
            "event": Field(
                translate("stream", "Event"),
                self._event,
                translate("stream", "As your stream backend calls it; * and ? stand for anything: song-*"),
            ),
            "line": Field(
                translate("stream", "What she says"),
                self._line,
                translate(
                    "stream",
                    "Said as it stands. {who}, {message}, {amount} and every field of the event itself are filled in.",
                ),
            ),
            "prompt": Field(
                translate("stream", "Or what her mind makes words of"),
                self._prompt,
                translate(
                    "stream",
                    "What her mind makes words of, in place of a line: Thank {who} with a pun about water.",
                ),
            ),
            "sound": Field(
                translate("stream", "Sound"),
                self._sound,
                translate("stream", "A WAV file, played with it."),
                self._choose,
            ),
        }
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(TOLD_MS)
        self._told.timeout.connect(self.tell)
        self._face.offer(_faces(), "")
        self._rank.offer(_ranks(), "follow")
        self._arrange()
        self._connect()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._on.set_look(look)
        for picker in (self._face, self._motion, self._rank):
            picker.set_look(look)

    def show_reaction(self, reaction: Reaction, motions: tuple[str, ...], *, opens: bool = False) -> None:
        """Show a reaction; unless the editor `opens` with it, what the user is typing into it stays."""
        if not opens and reaction in (self._reaction, self.reaction):
            return
        self._reaction, self._showing = reaction, True
        self._event.setText(reaction.event)
        self._on.setChecked(reaction.enabled)
        self._face.offer(_faces(), reaction.expression)
        self._motion.offer(
            (("", translate("stream", "None")), *((name, name) for name in motions)), reaction.motion
        )
        self._line.setPlainText(reaction.line)
        self._prompt.setPlainText(reaction.prompt)
        self._sound.setText(reaction.sound)
        self._rank.offer(_ranks(), reaction.priority)
        self._showing = False
        self._check()

    @property
    def reaction(self) -> Reaction | None:
        """What stands in the form; None while something is wrong with it."""
        line, prompt = self._line.toPlainText().strip(), self._prompt.toPlainText().strip()
        if any(map(templates.template_problem, (line, prompt))):
            return None
        return templates.checked(
            {
                "event": self._event.text().strip(),
                "enabled": self._on.isChecked(),
                "expression": self._face.value,
                "motion": self._motion.value,
                "line": line,
                "prompt": prompt,
                "sound": self._sound.text().strip(),
                "priority": self._rank.value,
            }
        )

    def begin(self) -> None:
        """Put the keyboard on the event's name, ready to be replaced."""
        self._event.setFocus()
        self._event.selectAll()

    @Slot()
    def tell(self) -> None:
        """Tell what was made of it now, if it is right and new."""
        self._told.stop()
        self._check()
        made = self.reaction
        if made is not None and made != self._reaction:
            self._reaction = made
            self.changed.emit(made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Remember which text a field's name is to be put into."""
        if event.type() == QEvent.Type.FocusIn and watched in {self._line, self._prompt}:
            self._last = self._line if watched is self._line else self._prompt
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        chips = QWidget(self)
        row = QHBoxLayout(chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name in ("who", "message", "amount"):
            chip = QPushButton("{" + name + "}", chips)
            chip.setObjectName("chipButton")
            chip.setAccessibleName(translate("stream", "Put in {field}").format(field=name))
            chip.setToolTip(
                translate("stream", "Put {field} into the line or the prompt").format(field="{" + name + "}")
            )
            chip.clicked.connect(self._put_in)
            row.addWidget(chip)
        row.addStretch(1)
        when = card(translate("stream", "When this happens"), self._fields["event"], SwitchField(self._on))
        shows = card(
            translate("stream", "She shows"),
            pair(
                Field(translate("stream", "Expression"), self._face),
                Field(translate("stream", "Motion"), self._motion),
            ),
        )
        says = card(translate("stream", "She says"), self._fields["line"], chips, self._fields["prompt"])
        beside = card(
            translate("stream", "Besides"),
            self._fields["sound"],
            Field(translate("stream", "Priority"), self._rank, translate("stream", "When several wait.")),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 14)
        layout.setSpacing(10)
        for part in (when, shows, says, beside):
            layout.addWidget(part)
        layout.addStretch(1)

    def _connect(self) -> None:
        for edit in (self._event, self._sound):
            edit.textChanged.connect(self._typed)
            edit.editingFinished.connect(self.tell)
        for text in (self._line, self._prompt):
            text.textChanged.connect(self._typed)
            text.left.connect(self.tell)
            text.installEventFilter(self)
        for picker in (self._face, self._motion, self._rank):
            picker.activated.connect(self.tell)
        self._on.clicked.connect(self.tell)

    @Slot()
    def _typed(self) -> None:
        if not self._showing:
            self._check()
            self._told.start()

    def _check(self) -> None:
        self._fields["event"].show_problem(templates.event_problem(self._event.text()))
        self._fields["sound"].show_problem(templates.sound_problem(self._sound.text().strip()))
        for name, text in (("line", self._line), ("prompt", self._prompt)):
            self._fields[name].show_problem(templates.template_problem(text.toPlainText().strip()))

    @Slot()
    def _put_in(self) -> None:
        chip = self.sender()
        if isinstance(chip, QPushButton):
            self._last.insertPlainText(chip.text())
            self._last.setFocus()

    @Slot()
    def _pick_sound(self) -> None:
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        now = Path(self._sound.text()).parent
        dialog = QFileDialog(
            self, translate("stream", "A sound for this reaction"), str(now if self._sound.text() else music)
        )
        dialog.setNameFilter("WAV sounds (*.wav)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_sound)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _take_sound(self, path: str) -> None:
        self._sound.setText(path)
        self.tell()


def _faces() -> tuple[tuple[str, str], ...]:
    named = ((e.value, translate("faces", e.value.replace("_", " "))) for e in Expression)
    return (("", translate("stream", "As she feels")), *named)


def _ranks() -> tuple[tuple[str, str], ...]:
    return (
        ("chat", translate("stream", "Like a line of chat")),
        ("moderator", translate("stream", "Like a moderator")),
        ("follow", translate("stream", "Like a follow")),
        ("raid", translate("stream", "Like a raid")),
        ("sub", translate("stream", "Like a sub")),
        ("donation", translate("stream", "Like a donation")),
    )
