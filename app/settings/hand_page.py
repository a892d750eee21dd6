"""What the pages of cards have in common: rows by their path, states, trials, what the search finds, the defaults."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.look.theme import LIGHT, Look
from app.settings import schema
from app.settings.cards import Card, Told, TrialRow
from app.settings.fields import Row
from app.settings.page import Finding, Page
from app.settings.values import FieldSpec, SettingsState
from models.trial import Trial


class HandPage(Page):
    """A page of cards. `cards` lays it out and `draw` fills it in, neither before `fill`: most pages are never seen.

    `edited` carries a field and its new value, None for its default; `reset_requested` the fields to bring back;
    `trial_requested` the kind of a trial; `asked` what an editor needs (see `Editor`), `pressed` the key of a button.
    """

    edited = Signal(object, object)
    reset_requested = Signal(object)
    trial_requested = Signal(str)
    asked = Signal(str)
    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Row] = {}
        self.trials: dict[str, TrialRow] = {}
        self._told: list[Told] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(18)
        self._filled = False
        self._state, self._look = SettingsState(), LIGHT
        self._trials: dict[str, Trial] = {}

    @property
    def filled(self) -> bool:
        """Whether it has been laid out."""
        return self._filled

    def fill(self) -> None:
        """Lay it out, if that has not been done."""
        if self._filled:
            return
        self._filled = True
        for card in self.cards():
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.set_look(self._look)
        self.draw(self._state)
        for trial in self._trials.values():
            self.show_trial(trial)

    def begin(self) -> None:
        """The page was turned to."""
        self.fill()

    def cards(self) -> tuple[QWidget, ...]:
        """The cards, top to bottom."""
        return ()

    def show_state(self, state: SettingsState) -> None:
        """Show the settings as they stand."""
        self._state = state
        if self._filled:
            self.draw(state)

    def draw(self, state: SettingsState) -> None:
        """Draw the settings as they stand."""
        for row in self.rows.values():
            row.show_state(state)

    def show_trial(self, trial: Trial) -> None:
        """Show how far a trial is."""
        self._trials[trial.kind] = trial
        if row := self.trials.get(trial.kind):
            row.show_trial(trial)

    def show_refused(self, path: str, why: str) -> None:
        """Say why a field's new value was refused; empty: it was taken."""
        if row := self.rows.get(path):
            row.show_refused(why)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        super().set_look(look)
        for row in self.rows.values():
            row.set_look(look)
        for trial in self.trials.values():
            trial.set_look(look)

    def findings(self) -> tuple[Finding, ...]:
        """Every row, trial and button."""
        self.fill()
        rows = [Finding(row.spec.title, row.spec.words, row, row.spec.note) for row in self.rows.values()]
        trials = [Finding(row.title, "", row, row.note) for row in self.trials.values()]
        told = [
            Finding(told.title or words, words, told, told.note)
            for told in self._told
            for words in [" ".join(button.text() for button in told.buttons.values())]
            if told.title or words
        ]
        return (*rows, *trials, *told)

    def resettable(self) -> bool:
        """Whether anything on it is not as it was shipped."""
        return any(row.differs for row in self.rows.values())

    def reset(self) -> None:
        """Bring all defaults of the page back."""
        self.reset_requested.emit(tuple(row.spec for row in self.rows.values() if row.differs))

    def row(self, path: str) -> Row:
        """A row for a field of `models.settings.Settings`."""
        return self.row_of(schema.own(path))

    def row_of(self, spec: FieldSpec) -> Row:
        """A row for any field."""
        row = self.rows[spec.path] = Row(spec)
        row.edited.connect(self.edited)
        row.asked.connect(self._ask)
        return row

    def trial(self, kind: str, words: str, note: str) -> TrialRow:
        """A trial."""
        row = self.trials[kind] = TrialRow(kind, words, note)
        row.begun.connect(self.trial_requested)
        return row

    def told(self, title: str, note: str, *buttons: tuple[str, str]) -> Told:
        """Words with buttons; a key such as "visit:engines" turns to a page."""
        told = Told(title, note, *buttons)
        told.pressed.connect(self._press)
        self._told.append(told)
        return told

    def card(self, title: str, *paths: str, about: str = "") -> Card:
        """A card of rows alone."""
        return Card(title, *(self.row(path) for path in paths), about=about)

    @Slot(str)
    def _ask(self, what: str) -> None:
        if what == "credentials":
            self.visit_requested.emit(what)
        else:
            self.asked.emit(what)

    @Slot(str)
    def _press(self, key: str) -> None:
        act, _, page = key.partition(":")
        if act == "visit":
            self.visit_requested.emit(page)
        else:
            self.pressed.emit(key)
