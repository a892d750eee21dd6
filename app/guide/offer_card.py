"""A better model as a card: what it is, what it wants, its download, and whether it is in use."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Words
from app.guide.offer_words import acts_of, facts_of, progress_of
from app.guide.parts import button
from app.words import translate
from models.offered import OfferAct, Offered, OfferState

_FULL = 1000
_ACT = "act"


class OfferCard(QFrame):
    """`wanted` carries the model's id and an `OfferAct`."""

    wanted = Signal(str, str)

    def __init__(self, offer: Offered) -> None:
        super().__init__()
        self.setObjectName("offer")
        self._id = offer.id
        self._title, self._better = Words(offer.title, "offerTitle", self), Words("", "", self)
        self._facts, self._how = Words("", "small", self), Words("", "small", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("guide", "Download of {model}").format(model=offer.title))
        self._buttons = {act: self._button(act, offer.title) for act in OfferAct}
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in self._buttons.values():
            row.addWidget(one)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 10, 13, 11)
        layout.setSpacing(5)
        for part in (self._title, self._better, self._facts, self._bar, self._how):
            layout.addWidget(part)
        layout.addLayout(row)
        self.show_offer(offer)

    def _button(self, act: OfferAct, title: str) -> QPushButton:
        made = button("", "primary" if act in {OfferAct.START, OfferAct.USE} else "button")
        made.setProperty(_ACT, act.value)
        made.setParent(self)
        made.setAccessibleDescription(title)
        made.clicked.connect(self._on_clicked)
        return made

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._id, str(self.sender().property(_ACT)))

    def show_offer(self, offer: Offered) -> None:
        """Show how it stands."""
        self._better.setText(offer.better)
        self._facts.setText(facts_of(offer))
        under_way = offer.state in {OfferState.RUNNING, OfferState.PAUSING, OfferState.PAUSED}
        self._bar.setVisible(under_way)
        self._bar.setValue(round(_FULL * offer.done / max(1, offer.total)))
        how = progress_of(offer)
        self._how.setText(how)
        self._how.setVisible(bool(how))
        self._how.setObjectName("wrong" if offer.state is OfferState.FAILED else "small")
        self._how.style().unpolish(self._how)
        self._how.style().polish(self._how)
        shown = acts_of(offer)
        for act, words in shown.items():
            self._buttons[act].setText(words)
        for act, one in self._buttons.items():
            one.setVisible(act in shown)
        self._buttons[OfferAct.PAUSE].setEnabled(offer.state is OfferState.RUNNING)


class Offers(QWidget):
    """The better models of one role, below a line that says why."""

    wanted = Signal(str, str)

    def __init__(self, role: str, words: str) -> None:
        super().__init__()
        self._role, self._cards = role, dict[str, OfferCard]()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(9)
        self._layout.addWidget(Words(words, "cardTitle", self))
        self.hide()

    def show_offers(self, offers: tuple[Offered, ...]) -> None:
        """Show those of this role."""
        mine = [offer for offer in offers if offer.role == self._role]
        for offer in mine:
            if offer.id not in self._cards:
                made = self._cards[offer.id] = OfferCard(offer)
                made.wanted.connect(self.wanted)
                self._layout.addWidget(made)
            self._cards[offer.id].show_offer(offer)
        self.setVisible(bool(mine))
