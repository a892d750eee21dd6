"""Her parts: how each is, which engine it uses, and a button that starts it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from app.form.controls import Dot, Words
from app.look import glyphs
from app.look.theme import LIGHT, Look
from app.mood import marks, wording
from app.mood.values import PanelState, Part
from app.words import translate
from models.events import Health


class Parts(QWidget):
    """Shows the parts of a `PanelState`."""

    restarted = Signal(str)
    """The organ of a part (`models.parts.PartState.organ`) is to try again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = LIGHT
        self._state = PanelState()
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Words(translate("panel", "Parts"), "cardTitle", self))
        layout.addLayout(self._grid)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.show_state(self._state)

    def show_state(self, state: PanelState) -> None:
        """Show how they are."""
        self._state = state
        for part in state.parts:
            name = part.state.name
            if name not in self._rows:
                row = self._rows[name] = _Row(self)
                row.place(self._grid, 2 * (len(self._rows) - 1))
                row.again.clicked.connect(self._restart)
            self._rows[name].show_part(part, self._look)

    @Slot()
    def _restart(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.restarted.emit(str(button.property("organ")))


class _Row:
    """A dot, a name, how it is, a button; what is to be known below."""

    def __init__(self, parent: QWidget) -> None:
        self.dot, self.name = Dot(parent), Words("", "partName", parent)
        self.words, self.note = Words("", "small", parent), Words("", "small", parent)
        self.again = QToolButton(parent)
        self.again.setObjectName("tool")
        self.again.setIconSize(QSize(16, 16))

    def place(self, grid: QGridLayout, row: int) -> None:
        """Take two rows of a grid."""
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.dot, row, 0, middle)
        grid.addWidget(self.name, row, 1)
        grid.addWidget(self.words, row, 2)
        grid.addWidget(self.again, row, 3, middle)
        grid.addWidget(self.note, row + 1, 1, 1, 2)

    def show_part(self, part: Part, look: Look) -> None:
        """Show how it is."""
        state = part.state
        name, health = wording.part(state.name), wording.health(state.health)
        self.dot.show_tone(wording.tone(state.health), look)
        self.name.setText(name)
        engine = part.engine or (state.note if state.health is Health.READY else "")
        words = " · ".join(word for word in (health, engine) if word)
        self.words.setText(words)
        note = state.note if state.health in {Health.GONE, Health.RESTARTING} else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        again = translate("panel", "Restart: {part}").format(part=name)
        self.again.setProperty("organ", state.organ)
        self.again.setIcon(glyphs.icon(marks.again, look.text, look.line))
        self.again.setEnabled(part.restartable)
        self.again.setToolTip(again)
        self.again.setAccessibleName(again)
        self.again.setAccessibleDescription(f"{name}: {words}. {note}".rstrip(". "))
