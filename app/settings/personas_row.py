"""One personality, relationship or style in the list: chosen or not, heard, and what else may be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QRadioButton, QToolButton, QVBoxLayout, QWidget

from app.form.controls import Words
from app.look import glyphs
from app.look.theme import Look
from app.settings.cards import push
from app.settings.personas_values import PersonaCard
from app.words import translate
from models.persona_parts import Kind
from models.trial import Trial, TrialState


class PersonaRow(QWidget):
    """A card. `wanted` carries what the user wants of it, and its reference."""

    wanted = Signal(str, str)

    def __init__(self, card: PersonaCard) -> None:
        super().__init__()
        self.card, self._said = card, ""
        self.radio = QRadioButton()
        self.radio.setObjectName("choice")
        self.radio.setAccessibleName(f"{kind_title(card.kind)}: {card.title}")
        self.radio.setAccessibleDescription(card.description)
        whose = "" if card.ours else _whose(shadows=card.shadows)
        description = f"{card.description} {whose}".strip()
        title = Words(card.title, "fieldTitle")
        self._told, self._trial = Words(description, "small"), Words("", "plain")
        self._hear = push(translate("settings", "Hear her"))
        self._hear.setAccessibleName(f"{self._hear.text()}: {card.title}")
        self._hear.setVisible(bool(card.id))
        self._more = _More(card)
        self._more.setVisible(bool(card.id))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.radio)
        top.addWidget(title, 1)
        top.addWidget(self._hear)
        top.addWidget(self._more)
        words = QVBoxLayout()
        words.setContentsMargins(26, 0, 4, 0)
        words.setSpacing(2)
        words.addWidget(self._told)
        words.addWidget(self._trial)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(1)
        layout.addLayout(top)
        layout.addLayout(words)
        self.radio.clicked.connect(self._choose)
        self._hear.clicked.connect(self._listen)
        self._more.wanted.connect(self._want)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._more.setIcon(glyphs.icon(_dots, look.text))

    def show_card(self, card: PersonaCard, trial: Trial | None) -> None:
        """Whether it is chosen, and what came of hearing it."""
        self.card = card
        self.radio.setChecked(card.chosen)
        mine = trial if trial is not None and trial.kind == card.reference else None
        self._trial.setVisible(mine is not None)
        self._hear.setEnabled(mine is None or mine.state is not TrialState.RUNNING)
        if mine is not None:
            self._trial.setObjectName("wrong" if mine.state is TrialState.FAILED else "plain")
            self._trial.setText(mine.text)
            self._trial.style().unpolish(self._trial)
            self._trial.style().polish(self._trial)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """A click anywhere beside the buttons chooses."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.radio.setFocus()
            self.radio.click()

    @Slot()
    def _choose(self) -> None:
        self.wanted.emit("choose", self.card.reference)

    @Slot()
    def _listen(self) -> None:
        self.wanted.emit("hear", self.card.reference)

    @Slot(str)
    def _want(self, what: str) -> None:
        self.wanted.emit(what, self.card.reference)


class _More(QToolButton):
    """A button whose menu holds what else may be done with a card. `wanted` carries it."""

    wanted = Signal(str)

    def __init__(self, card: PersonaCard) -> None:
        super().__init__()
        self.setObjectName("tool")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(translate("settings", "More"))
        self.setAccessibleName(f"{self.toolTip()}: {card.title}")
        menu = QMenu(self)
        entries = [
            ("copy", translate("settings", "&Copy and edit…")),
            ("export", translate("settings", "E&xport…")),
        ]
        if not card.ours:
            entries = [("edit", translate("settings", "&Edit…")), *entries]
            entries.append(("delete", translate("settings", "&Delete…")))
        for key, words in entries:
            action = menu.addAction(words)
            action.setData(key)
        menu.triggered.connect(self._pick)
        self.setMenu(menu)

    @Slot(object)
    def _pick(self, action: object) -> None:
        self.wanted.emit(str(getattr(action, "data", str)()))


def kind_title(kind: Kind) -> str:
    """What parts of a kind are called together."""
    return {
        Kind.PRESET: translate("settings", "Personalities"),
        Kind.DYNAMIC: translate("settings", "Relationships"),
        Kind.STYLE: translate("settings", "Styles"),
    }[kind]


def _dots(painter: QPainter, colour: QColor) -> None:
    """Three dots: more."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (5.0, 12.0, 19.0):
        painter.drawEllipse(QPointF(x, 12.0), 1.9, 1.9)


def _whose(*, shadows: bool) -> str:
    if shadows:
        return translate("settings", "(yours, in place of ours)")
    return translate("settings", "(yours)")
