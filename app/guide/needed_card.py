"""The models she can't do without, as a card: what is fetched and from where, by one click, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from app.form.controls import Words
from app.guide.needed_words import about, acts_of, line_of, progress_of, title_of
from app.guide.parts import button
from app.words import translate
from models.needed import Needed
from models.offered import OfferAct, OfferState

_FULL = 1000


class NeededCard(QFrame):
    """`wanted` carries an `OfferAct`. Hidden as long as nothing was missing."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("needed")
        self._act = OfferAct.START
        self._title, self._about = Words("", "cardTitle", self), Words("", "", self)
        self._list, self._how = Words("", "small", self), Words("", "outcome", self)
        self._note = Words("", "wrong", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("guide", "Download of her models"))
        self._button = button("", "primary")
        self._button.setParent(self)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._button)
        row.addWidget(self._how, 1)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 15)
        layout.setSpacing(9)
        for part in (self._title, self._about, self._list, self._bar):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.show_needed(Needed())

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._act.value)

    def show_needed(self, needed: Needed) -> None:
        """Show how it stands."""
        self.setVisible(bool(needed.models))
        self._title.setText(title_of(needed))
        self._about.setText(about(needed))
        self._list.setText("\n".join(map(line_of, needed.models)))
        self._bar.setVisible(needed.done > 0 and needed.state is not OfferState.HERE)
        self._bar.setValue(round(_FULL * needed.done / max(1, needed.total)))
        how = progress_of(needed)
        self._how.setText(how)
        self._how.setVisible(bool(how))
        failed = needed.state is OfferState.FAILED
        self._note.setText(needed.note if failed else "")
        self._note.setVisible(failed and bool(needed.note))
        for act, words in acts_of(needed).items():
            self._act = act
            self._button.setText(words)
            self._button.setAccessibleDescription(how)
        self._button.setVisible(needed.state is not OfferState.HERE)
        self._button.setEnabled(needed.state is not OfferState.PAUSING)
