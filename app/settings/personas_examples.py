"""The exchanges that show how she talks, each in a box of its own that may move up, move down or go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.form.controls import Picker, Words
from app.form.fields import Field
from app.settings.cards import push
from app.settings.personas_fields import Sheet
from app.words import translate

MOST_EXAMPLES = 24


class ExamplesEntry(QWidget):
    """The exchanges that show how she talks: what someone said, how she answered, for whom."""

    edited = Signal()
    path, title, optional = "examples", "", True

    def __init__(self) -> None:
        super().__init__()
        self._boxes: list[_Exchange] = []
        self._problem = Words("", "wrong")
        self._add = push(translate("settings", "Add an example"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addWidget(self._problem)
        self._column.addLayout(foot)
        self._problem.hide()
        self._add.clicked.connect(self._begin)

    def value(self) -> object:
        """As the file has them."""
        return [box.value() for box in self._boxes] or None

    def show_value(self, value: object) -> None:
        """Show them all."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        for example in value if isinstance(value, Iterable) else ():
            if isinstance(example, Mapping):
                self._append(example)

    def show_problem(self, problem: str, below: tuple[str, ...] = ()) -> None:
        """Say it where it is."""
        if not problem:
            for box in self._boxes:
                box.show_problem("", "")
        if below and below[0].isdecimal() and int(below[0]) < len(self._boxes):
            self._boxes[int(below[0])].show_problem(problem, below[1] if len(below) > 1 else "")
            return
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _append(self, example: Mapping[str, object]) -> _Exchange:
        box = _Exchange()
        box.show_value(example)
        box.edited.connect(self.edited)
        box.moved.connect(self._move)
        self._boxes.append(box)
        self._column.insertWidget(len(self._boxes) - 1, box)
        box.show()  # or it is measured before it is there
        self._number()
        return box

    def _number(self) -> None:
        for n, box in enumerate(self._boxes):
            box.number(n, len(self._boxes))
        self._add.setEnabled(len(self._boxes) < MOST_EXAMPLES)

    @Slot()
    def _begin(self) -> None:
        box = self._append({})
        self.edited.emit()
        box.setFocus()

    @Slot(object, int)
    def _move(self, box: _Exchange, step: int) -> None:
        """Up by -1, down by 1, away by 0."""
        at = self._boxes.index(box)
        self._boxes.remove(box)
        self._column.removeWidget(box)
        if step:
            self._boxes.insert(at + step, box)
            self._column.insertWidget(at + step, box)
        else:
            box.hide()
            box.deleteLater()
        self._number()
        self.edited.emit()


class _Exchange(QWidget):
    """One example."""

    edited = Signal()
    moved = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._heading = Words("", "fieldTitle")
        self._audience = Picker(translate("settings", "For whom"))
        self._audience.offer(
            (
                ("everyone", translate("settings", "For everyone")),
                ("adults", translate("settings", "Not in family mode")),
                ("family", translate("settings", "Only in family mode")),
            ),
            "everyone",
        )
        self._user, self._reply = QLineEdit(), Sheet(2.4)
        self._user.setMaxLength(200)
        self._fields = {
            "user": Field(translate("settings", "Someone says"), self._user),
            "reply": Field(translate("settings", "She answers"), self._reply),
        }
        self._up, self._down, self._away = push("↑"), push("↓"), push(translate("settings", "Remove"))
        self._up.setAccessibleName(translate("settings", "Move up"))
        self._down.setAccessibleName(translate("settings", "Move down"))
        head = QHBoxLayout()
        head.setSpacing(6)
        self._audience.setMinimumContentsLength(15)
        head.addWidget(self._heading, 1)
        for part in (self._audience, self._up, self._down, self._away):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(head)
        for field in self._fields.values():
            layout.addWidget(field)
        self.setFocusProxy(self._user)
        self._user.textChanged.connect(self.edited)
        self._reply.textChanged.connect(self.edited)
        self._audience.currentIndexChanged.connect(self.edited)
        self._up.clicked.connect(self._go_up)
        self._down.clicked.connect(self._go_down)
        self._away.clicked.connect(self._go_away)

    def number(self, n: int, count: int) -> None:
        """Its place among the others."""
        self._heading.setText(translate("settings", "Example {n}").format(n=n + 1))
        self._up.setEnabled(n > 0)
        self._down.setEnabled(n < count - 1)
        for button in (self._up, self._down, self._away):
            button.setAccessibleDescription(self._heading.text())

    def value(self) -> dict[str, str]:
        """As the file has it."""
        value = {"user": self._user.text().strip(), "reply": self._reply.toPlainText().strip()}
        audience = self._audience.value
        return value if audience == "everyone" else {**value, "audience": audience}

    def show_value(self, value: Mapping[str, object]) -> None:
        """Show it."""
        self._user.setText(str(value.get("user", "")))
        self._reply.setPlainText(str(value.get("reply", "")))
        self._audience.setCurrentIndex(max(0, self._audience.findData(value.get("audience", "everyone"))))

    def show_problem(self, problem: str, name: str) -> None:
        """Say what is wrong with a field of it, or with all of it."""
        for key, field in self._fields.items():
            if not problem or key == (name if name in self._fields else "user"):
                field.show_problem(problem)

    @Slot()
    def _go_up(self) -> None:
        self.moved.emit(self, -1)

    @Slot()
    def _go_down(self) -> None:
        self.moved.emit(self, 1)

    @Slot()
    def _go_away(self) -> None:
        self.moved.emit(self, 0)
