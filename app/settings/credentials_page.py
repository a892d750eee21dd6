"""Passwords and keys: how the keyring is, what is stored where, and each to be stored or forgotten. None is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.credentials.store import Place, Ring
from app.form.controls import Dot, Switch, Words
from app.form.fields import SwitchField
from app.form.lamp import Tone
from app.form.secret import Secret
from app.look.glyphs import Draw
from app.look.theme import LIGHT, Look
from app.settings import signs
from app.settings.cards import Card, Told
from app.settings.credentials_values import Credential, CredentialsState
from app.settings.page import Finding, Page
from app.words import translate

_TONES = {
    Place.NOWHERE: Tone.OFF,
    Place.KEYRING: Tone.GOOD,
    Place.SESSION: Tone.BUSY,
    Place.FILE: Tone.GOOD,
    Place.ENVIRONMENT: Tone.GOOD,
}


class CredentialsPage(Page):
    """`show_credentials` draws it. `looked_at`: it was turned to.

    `secret_set` carries a secret's name and the secret, empty to forget it; `file_toggled` whether what the keyring
    does not take is to be kept in a file.
    """

    name = "credentials"

    looked_at = Signal()
    secret_set = Signal(str, str)
    file_toggled = Signal(bool)
    try_again_requested = Signal()
    move_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._look, self._state = LIGHT, CredentialsState()
        self._rows: dict[str, _SecretRow] = {}
        self._ring = _RingRow()
        self._file = Switch(translate("settings", "Keep them in a file only you can read"), self)
        self._file_field = SwitchField(
            self._file,
            translate(
                "settings",
                "For what the keyring does not take. It is not encrypted: whoever can read your disk can read it.",
            ),
        )
        self._file_field.setContentsMargins(14, 9, 14, 9)
        self._problem, self._problem_room = Words("", "wrong"), QWidget()
        room = QVBoxLayout(self._problem_room)
        room.setContentsMargins(14, 0, 14, 9)
        room.addWidget(self._problem)
        self._move = Told("", "", ("move", translate("settings", "Move them into the keyring")))
        kept = QWidget()
        parts = QVBoxLayout(kept)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        for part in (self._ring, self._move, self._file_field, self._problem_room):
            parts.addWidget(part)
        keeping = Card(translate("settings", "Where they are kept"), kept)
        self._secrets = Card(
            translate("settings", "Passwords and keys"),
            about=translate("settings", "Once stored, they are never shown again, and they stand in no log."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(keeping)
        column.addWidget(self._secrets)
        column.addStretch(1)
        self._file.clicked.connect(self.file_toggled)
        self._ring.pressed.connect(self.try_again_requested)
        self._move.pressed.connect(self.move_requested)
        self.show_credentials(self._state)

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Credentials")

    def about(self) -> str:
        """One line."""
        return translate("settings", "Passwords, keys and tokens, and where they are kept.")

    def keywords(self) -> str:
        """For the search."""
        return translate("settings", "password key token secret keyring api login")

    def sign(self) -> Draw:
        """A key."""
        return signs.key

    def begin(self) -> None:
        """It was turned to."""
        self.looked_at.emit()

    def findings(self) -> tuple[Finding, ...]:
        """Every secret, and the file."""
        rows = (
            Finding(f"{row.credential.engine}: {row.credential.title}", row.credential.note, row)
            for row in self._rows.values()
        )
        return (*rows, Finding(self._file.accessibleName(), "", self._file_field))

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        super().set_look(look)
        self._look = look
        self._draw()

    def show_credentials(self, state: CredentialsState) -> None:
        """How things stand. What is being typed stays."""
        self._state = state
        for credential in state.credentials:
            if credential.name not in self._rows:
                row = self._rows[credential.name] = _SecretRow(credential)
                row.told.connect(self.secret_set)
                self._secrets.add(row)
                row.show()  # or it is measured before it is there
        self._draw()

    def _draw(self) -> None:
        state = self._state
        self._ring.show_ring(state, self._look)
        self._file.setChecked(state.in_file)
        self._file.setEnabled(not state.busy)
        self._file_field.setVisible(state.in_file or state.ring in {Ring.LOCKED, Ring.ABSENT})
        self._file_field.setToolTip(state.file)
        self._move.setVisible(state.movable > 0)
        self._move.tell(translate("settings", "The keyring works now and could take what is kept elsewhere."))
        self._problem.setText(state.problem)
        self._problem_room.setVisible(bool(state.problem))
        self._secrets.setVisible(bool(state.credentials))
        for credential in state.credentials:
            self._rows[credential.name].show_credential(credential, self._look)


class _RingRow(QWidget):
    """How the system keyring is, and a button to ask it again."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._dot = Dot()
        self._told = Told(
            translate("settings", "System keyring"), " ", ("again", translate("settings", "Try again"))
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.setSpacing(0)
        self._dot.setFixedHeight(self._dot.height() + 20)
        layout.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._told, 1)
        self._told.pressed.connect(self._press)

    def show_ring(self, state: CredentialsState, look: Look) -> None:
        """Say it in words."""
        words = {
            None: translate("settings", "Asking it…"),
            Ring.WORKS: translate("settings", "It works. What you store here is kept there, encrypted."),
            Ring.LOCKED: translate(
                "settings",
                "It is locked, or it does not answer. Unlock it and try again; "
                "until then what you store lasts until you quit.",
            ),
            Ring.ABSENT: translate(
                "settings",
                "There is none that Vesper can use: what you store lasts until you quit. "
                "GNOME Keyring or KWallet would do.",
            ),
        }[state.ring]
        tones = {None: Tone.BUSY, Ring.WORKS: Tone.GOOD, Ring.LOCKED: Tone.BAD, Ring.ABSENT: Tone.OFF}
        asking = state.ring is None
        self._dot.show_tone(tones[state.ring], look)
        self._told.tell(words)
        button = self._told.buttons["again"]
        button.setVisible(state.ring in {Ring.LOCKED, Ring.ABSENT})
        button.setEnabled(not asking and not state.busy)
        button.setAccessibleDescription(words)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit()


class _SecretRow(QWidget):
    """One secret: a field that never shows it, and where it is. `told` carries its name and what was typed."""

    told = Signal(str, str)

    def __init__(self, credential: Credential) -> None:
        super().__init__()
        self.credential = credential
        title = f"{credential.engine}: {translate('fields', credential.title)}"
        self._field = Secret(title, translate("fields", credential.note) if credential.note else "")
        self._dot, self._where = Dot(), Words("", "small")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._dot)
        line.addWidget(self._where, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 10)
        layout.setSpacing(4)
        layout.addWidget(self._field)
        layout.addLayout(line)
        self._field.told.connect(self._tell)

    def show_credential(self, credential: Credential, look: Look) -> None:
        """Where it is."""
        self.credential = credential
        self._field.show_stored(stored=credential.place not in {Place.NOWHERE, Place.ENVIRONMENT})
        self._dot.show_tone(_TONES[credential.place], look)
        words = _places(credential.place).format(variable=credential.variable)
        self._where.setText(words)
        self.setAccessibleName(f"{credential.engine}: {words}")

    @Slot(str)
    def _tell(self, value: str) -> None:
        self.told.emit(self.credential.name, value)


def _places(place: Place) -> str:
    return {
        Place.NOWHERE: translate("settings", "None stored"),
        Place.KEYRING: translate("settings", "In the system keyring"),
        Place.SESSION: translate("settings", "For this session, until you quit"),
        Place.FILE: translate("settings", "In a file only you can read"),
        Place.ENVIRONMENT: translate("settings", "From the environment variable {variable}"),
    }[place]
