"""Her personalities, relationships and styles: choose, hear, copy, edit, pass on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.form.controls import Words
from app.form.style import filled
from app.look.glyphs import Draw
from app.look.theme import LIGHT, Look
from app.settings import signs
from app.settings.cards import Card, Told, push
from app.settings.page import Finding, Page
from app.settings.personas_row import PersonaRow, kind_title
from app.settings.personas_values import PersonaCard, PersonasState
from app.words import translate
from models.persona_parts import Kind

_SHEET = """
QRadioButton#choice {{ spacing: 0; padding: 1px; border: 2px solid transparent; border-radius: 11px; }}
QRadioButton#choice:focus {{ border-color: {focus}; }}
QRadioButton#choice::indicator {{ width: 12px; height: 12px; border-radius: 8px; border: 2px solid {faint}; }}
QRadioButton#choice::indicator:checked {{
  border: 2px solid {accent};
  background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
    stop:0 {accent}, stop:0.62 {accent}, stop:0.68 {surface}, stop:1 {surface});
}}
"""


class PersonasPage(Page):
    """`show_personas` draws it. `looked_at`: it was turned to.

    Every other signal carries a card's reference ("preset/snarky", "style/" for no style), but `new_requested` a kind.
    """

    name = "personas"

    looked_at = Signal()
    chosen = Signal(str)
    hear_requested = Signal(str)
    edit_requested = Signal(str)
    copy_requested = Signal(str)
    export_requested = Signal(str)
    delete_requested = Signal(str)
    new_requested = Signal(str)
    import_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._look, self._state = LIGHT, PersonasState()
        self._rows: dict[str, PersonaRow] = {}
        self._problems, self._note = Words("", "wrong"), Words("", "small")
        self._lists = {kind: _List(kind) for kind in Kind}
        take_in = Told(
            translate("settings", "From someone else"),
            translate("settings", "A personality that was exported from another Vesper, as one file."),
            ("import", translate("settings", "Import…")),
        )
        take_in.pressed.connect(self.import_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self._problems)
        column.addWidget(self._note)
        for kind in Kind:
            column.addWidget(Card(kind_title(kind), self._lists[kind], about=_abouts(kind)))
            self._lists[kind].new_requested.connect(self.new_requested)
        column.addWidget(Card(translate("settings", "Pass on"), take_in))
        column.addStretch(1)
        self.show_personas(self._state)

    def title(self) -> str:
        """As the list has it."""
        return translate("settings", "Personalities")

    def about(self) -> str:
        """One line."""
        return translate("settings", "Who she can be: ours, and your own.")

    def keywords(self) -> str:
        """For the search."""
        return translate(
            "settings", "persona preset temper dynamic relationship style prompt example edit copy import"
        )

    def sign(self) -> Draw:
        """A sheet with a star."""
        return signs.masks

    def begin(self) -> None:
        """It was turned to."""
        self.looked_at.emit()

    def findings(self) -> tuple[Finding, ...]:
        """Every card."""
        return tuple(Finding(row.card.title, row.card.description, row) for row in self._rows.values())

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        super().set_look(look)
        self._look = look
        self.setStyleSheet(filled(_SHEET, look))
        for row in self._rows.values():
            row.set_look(look)

    def show_personas(self, state: PersonasState) -> None:
        """All there is, and what is chosen."""
        if [_fixed(card) for card in state.cards] != [_fixed(card) for card in self._state.cards]:
            self._renew(state.cards)
        self._state = state
        for card in state.cards:
            self._rows[card.reference].show_card(card, state.trial)
        self._problems.setText("\n".join(state.problems))
        self._problems.setVisible(bool(state.problems))
        self._note.setText(state.note)
        self._note.setObjectName("wrong" if state.wrong else "small")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setVisible(bool(state.note))

    def _renew(self, cards: tuple[PersonaCard, ...]) -> None:
        self._rows = {}
        for kind, part in self._lists.items():
            rows = [PersonaRow(card) for card in cards if card.kind is kind]
            part.show_rows(rows)
            for row in rows:
                self._rows[row.card.reference] = row
                row.set_look(self._look)
                row.wanted.connect(self._want)

    @Slot(str, str)
    def _want(self, what: str, reference: str) -> None:
        signals = {
            "choose": self.chosen,
            "hear": self.hear_requested,
            "edit": self.edit_requested,
            "copy": self.copy_requested,
            "export": self.export_requested,
            "delete": self.delete_requested,
        }
        signals[what].emit(reference)


class _List(QWidget):
    """The cards of a kind, and a button to begin another. Arrow keys go through them."""

    new_requested = Signal(str)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind, self._group = kind, QButtonGroup(self)
        self._rows: list[PersonaRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 4, 6, 8)
        self._column.setSpacing(0)
        new = push(_news(kind))
        new.clicked.connect(self._want_new)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 8, 2)
        foot.addWidget(new)
        foot.addStretch(1)
        self._column.addLayout(foot)

    def show_rows(self, rows: list[PersonaRow]) -> None:
        """These instead of the old ones."""
        for old in self._rows:
            self._group.removeButton(old.radio)
            old.hide()
            old.deleteLater()
        self._rows = rows
        for n, row in enumerate(rows):
            self._column.insertWidget(n, row)
            row.show()  # or it is measured before it is there
            self._group.addButton(row.radio)

    @Slot()
    def _want_new(self) -> None:
        self.new_requested.emit(self._kind.value)


def _fixed(card: PersonaCard) -> tuple[object, ...]:
    """What a row is made of; the rest it is shown."""
    return card.reference, card.title, card.description, card.ours, card.shadows


def _abouts(kind: Kind) -> str:
    return {
        Kind.PRESET: translate("settings", "Her temper: how she talks, and the voice that goes with it."),
        Kind.DYNAMIC: translate("settings", "How she stands to you."),
        Kind.STYLE: translate("settings", "A colour on top of both."),
    }[kind]


def _news(kind: Kind) -> str:
    return {
        Kind.PRESET: translate("settings", "New personality…"),
        Kind.DYNAMIC: translate("settings", "New relationship…"),
        Kind.STYLE: translate("settings", "New style…"),
    }[kind]
