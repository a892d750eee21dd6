"""Backing up and bringing back: what is kept, what is not, and what a backup would change before it does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLayout, QListWidget, QVBoxLayout, QWidget

from app.care import wording
from app.care.archive import Archive
from app.care.backup import BackupError, Made
from app.care.dialog import CareDialog
from app.care.restore import Becomes, Change
from app.form.controls import Switch, Words
from app.form.fields import SwitchField
from app.look.theme import Theme
from app.words import translate

_WIDTH = 500


class BackupDialog(CareDialog):
    """`save_requested` carries whether recordings come along; a file is then chosen elsewhere, as for `open_requested`.

    `restore_requested` and `restart_requested` follow one another; closed before the first, nothing was changed.
    """

    save_requested = Signal(bool)
    open_requested = Signal()
    restore_requested = Signal()
    restart_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("care", "Back up and bring back"), _WIDTH, parent)
        self._recordings = Switch(translate("care", "With recorded streams"), self)
        self._save = self.button(translate("care", "&Save a backup…"), "primary")
        self._made = Words("", "small", self)
        about = translate(
            "care",
            "Her settings, your personalities and what she remembers, in one file. "
            "Passwords, keys and tokens are never in it.",
        )
        self._card(
            translate("care", "Back up"),
            Words(about, "small", self),
            SwitchField(self._recordings),
            self.row(self._save, None),
            self._made,
        )
        self._open = self.button(translate("care", "&Choose a backup…"))
        self._found = Words("", "", self)
        self._changes = QListWidget(self)
        self._changes.setAccessibleName(translate("care", "What the backup would change"))
        self._changes.setMinimumHeight(120)
        self._changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._changes.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._restore = self.button(translate("care", "&Bring it back"), "primary")
        self._restart = self.button(translate("care", "Start &again now"), "primary")
        aside = translate("care", "What is there now is kept aside, in her state folder.")
        self._card(
            translate("care", "Bring back"),
            Words(aside, "small", self),
            self.row(self._open, None),
            self._found,
            self._changes,
            self.row(self._restore, self._restart, None),
        )
        close = self.button(translate("care", "Close"))
        self.body.addLayout(self.row(None, close))
        for part in (self._made, self._found, self._changes, self._restore, self._restart):
            part.hide()
        self._save.clicked.connect(self._want_save)
        self._open.clicked.connect(self.open_requested)
        self._restore.clicked.connect(self.restore_requested)
        self._restart.clicked.connect(self.restart_requested)
        close.clicked.connect(self.reject)
        self._wear(theme.look)

    def show_busy(self, *, busy: bool) -> None:
        """Something takes its time."""
        for button in (self._save, self._open, self._restore):
            button.setEnabled(not busy)

    def show_made(self, made: Made) -> None:
        """A backup was made."""
        text = translate("care", "Saved as {file}, {size}.").format(
            file=made.path, size=wording.size(made.bytes)
        )
        if made.left_out:
            left = translate("care", "Left out of the settings: {names}.")
            text += " " + left.format(names=", ".join(made.left_out))
        _tell(self._made, text, "good")
        self.fit()

    def show_not_made(self, error: BackupError) -> None:
        """No backup was made."""
        _tell(self._made, wording.of_backup(error), "wrong")
        self.fit()

    def show_changes(self, archive: Archive, changes: tuple[Change, ...]) -> None:
        """A backup was found whole: what it would change."""
        made = archive.made.replace("T", " ")
        about = translate("care", "Made {at} by Vesper {version}. It would change:")
        _tell(self._found, about.format(at=made or "?", version=archive.version or "?"), "")
        becomes = {
            Becomes.NEW: translate("care", "new"),
            Becomes.REPLACED: translate("care", "replaces yours"),
            Becomes.SAME: translate("care", "the same as yours"),
        }
        self._changes.clear()
        for change in changes:
            self._changes.addItem(f"{wording.file_of_backup(change.name)}  ·  {becomes[change.becomes]}")
        self._changes.show()
        self._restore.show()
        self._restart.hide()
        self.fit()

    def show_refused(self, error: BackupError) -> None:
        """A backup cannot be brought back."""
        _tell(self._found, wording.of_backup(error), "wrong")
        for part in (self._changes, self._restore, self._restart):
            part.hide()
        self.fit()

    def show_ready(self) -> None:
        """It is put in place at the next start."""
        _tell(self._found, translate("care", "It is put in place when she starts next."), "good")
        self._restore.hide()
        self._restart.show()
        self._changes.hide()
        self._restart.setFocus()
        self.fit()

    def _card(self, title: str, *parts: QWidget | QLayout) -> None:
        frame = QFrame(self)
        frame.setObjectName("card")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(14, 11, 12, 13)
        layout.setSpacing(9)
        layout.addWidget(Words(title, "cardTitle", frame))
        for part in parts:
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        self.body.addWidget(frame)

    @Slot()
    def _want_save(self) -> None:
        self.save_requested.emit(self._recordings.isChecked())


def _tell(words: Words, text: str, name: str) -> None:
    words.setObjectName(name)
    words.setText(text)
    words.style().unpolish(words)
    words.style().polish(words)
    words.show()
