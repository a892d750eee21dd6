"""The window in which a personality, relationship or style is written: every field of its file, checked as one types.

It knows the file's fields and `models.persona_parts`, nothing of where files lie. Closing it loses nothing: it asks.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Picker, Words
from app.look.theme import Look, Theme
from app.settings import personas_forms
from app.settings.personas_forms import AnyEntry
from app.settings.style import style_sheet
from app.words import translate
from models.persona_parts import Kind, PersonaError, parse_part
from models.trial import Trial, TrialState

_CHECK_MS = 200


class PersonaEditor(QDialog):
    """`save_requested` and `hear_requested` carry the table of the file as it is written now.

    After saving it wants `show_saved`, or `show_refused` with the reason. An id is given where it is saved.
    """

    save_requested = Signal(object)
    hear_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        kind: Kind,
        table: Mapping[str, object],
        *,
        new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"Vesper · {table.get('title') or _kinds(kind)}")
        self._kind, self._kept = kind, dict(table)
        self._closing = False
        self._entries = personas_forms.entries(kind)
        self._state, self._heard = Words("", "small", self), Words("", "small", self)
        self._hear, self._close, self._save = (QPushButton(self) for _ in range(3))
        self._hear.setText(translate("settings", "&Hear her"))
        self._close.setText(translate("settings", "Close"))
        self._save.setText(translate("settings", "&Save"))
        self._check = QTimer(self, interval=_CHECK_MS, singleShot=True)
        self._check.timeout.connect(self._on_check)
        self._arrange()
        self._fill(table)
        self._shown = self.table()
        self._new = new
        for entry in self._entries:
            entry.edited.connect(self._check.start)
        self._hear.clicked.connect(self._want_hear)
        self._save.clicked.connect(self._want_save)
        self._close.clicked.connect(self.close)
        theme.changed.connect(self._wear)
        self._wear(theme.look)
        self.resize(560, 720)
        self._entries[0].setFocus()
        self._on_check()

    @property
    def changed(self) -> bool:
        """Whether there is something to lose."""
        return self._new or self.table() != self._shown

    def table(self) -> dict[str, object]:
        """The file as it is written now; what no field is for stays as it was."""
        table = {
            key: dict(value) if isinstance(value, Mapping) else value for key, value in self._kept.items()
        }
        for entry in self._entries:
            above, _, name = entry.path.rpartition(".")
            inside = table if not above else table.setdefault(above, {})
            value = entry.value()
            if isinstance(inside, dict):
                if value is None:
                    inside.pop(name, None)
                else:
                    inside[name] = value
        return {key: value for key, value in table.items() if value != {}}

    def show_trial(self, trial: Trial) -> None:
        """What came of hearing it."""
        self._heard.setText(trial.text)
        self._heard.setObjectName("wrong" if trial.state is TrialState.FAILED else "small")
        _repolish(self._heard)
        self._hear.setEnabled(trial.state is not TrialState.RUNNING)

    def show_saved(self) -> None:
        """It is in its file."""
        self._shown, self._new = self.table(), False
        if self._closing:
            self.close()
        else:
            self._say(translate("settings", "Saved."))

    def show_refused(self, why: str) -> None:
        """It could not be saved; it stays open."""
        self._closing = False
        self._say(why, wrong=True)

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(Words(_kinds(self._kind), "title"))
        column.addWidget(Words(personas_forms.hint(), "small"))
        for row in personas_forms.rows(self._entries):
            column.addWidget(row[0] if len(row) == 1 else _pair(*row))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 4, 20, 14)
        foot.setSpacing(6)
        foot.addWidget(self._heard)
        foot.addWidget(self._state)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._hear)
        line.addStretch(1)
        line.addWidget(self._close)
        line.addWidget(self._save)
        foot.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        for button, name in ((self._hear, "button"), (self._close, "button"), (self._save, "primary")):
            button.setObjectName(name)
            button.setAutoDefault(False)

    def _fill(self, table: Mapping[str, object]) -> None:
        for entry in self._entries:
            value: object = table
            for step in entry.path.split("."):
                value = value.get(step) if isinstance(value, Mapping) else None
            entry.show_value(value)

    @Slot()
    def _on_check(self) -> None:
        """Say what is wrong, each at its field; what is right can be saved and heard."""
        problems = self._problems()
        for entry in self._entries:
            entry.show_problem("")
        left = [problem for problem in problems if not _show_at(self._entries, *problem)]
        fine = not problems
        self._save.setEnabled(fine)
        self._hear.setEnabled(fine)
        if left:
            self._say("\n".join(f"{path} {words}" for path, words in left), wrong=True)
        elif not fine:
            self._say(translate("settings", "Something is not right yet; it is said at its field."))
        else:
            self._say(translate("settings", "Not saved yet.") if self.changed else "")

    def _problems(self) -> list[tuple[str, str]]:
        table = self.table()
        table.setdefault("id", "new")
        try:
            parse_part(self._kind, table)
        except PersonaError as error:
            pairs = (problem.partition(": ") for problem in error.problems)
            return [(path, words) for path, _, words in pairs]
        return []

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._state.setText(text)
        self._state.setObjectName("wrong" if wrong else "small")
        _repolish(self._state)

    @Slot()
    def _want_save(self) -> None:
        self._on_check()
        if self._save.isEnabled():
            self.save_requested.emit(self.table())
        else:
            self._closing = False

    @Slot()
    def _want_hear(self) -> None:
        self.hear_requested.emit(self.table())

    def reject(self) -> None:
        """Escape closes, and asks where there is something to lose."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Ask before anything is lost."""
        if not self.changed:
            super().closeEvent(event)
            self.finished.emit(0)
            return
        event.ignore()
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Vesper")
        box.setText(translate("settings", "It is not saved yet."))
        save = box.addButton(translate("settings", "&Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(translate("settings", "&Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(translate("settings", "&Keep writing"), QMessageBox.ButtonRole.RejectRole)
        drop.setObjectName("danger")
        save.setEnabled(not self._problems())
        box.setDefaultButton(save)
        box.setEscapeButton(stay)
        box.setProperty("save", save)
        self._answers = {save: self._save_and_close, drop: self._throw_away}
        box.buttonClicked.connect(self._on_answer)
        box.open()

    @Slot(QAbstractButton)
    def _on_answer(self, button: QAbstractButton) -> None:
        act = next((act for known, act in self._answers.items() if known is button), None)
        if act is not None:
            act()

    def _save_and_close(self) -> None:
        self._closing = True
        self._want_save()

    def _throw_away(self) -> None:
        self._shown, self._new = self.table(), False
        self.close()

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look))
        for picker in self.findChildren(Picker):
            picker.set_look(look)


def _show_at(entries: tuple[AnyEntry, ...], path: str, words: str) -> bool:
    """Say it at the field it is about; whether there is one."""
    for entry in entries:
        if path == entry.path or path.startswith(f"{entry.path}."):
            told = translate("settings", "This {words}.").format(words=words)
            entry.show_problem(told, tuple(path[len(entry.path) + 1 :].split(".")))
            return True
    return False


def _pair(*parts: QWidget) -> QWidget:
    """Side by side, each as high as it needs."""
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part, 1)
    return both


def _repolish(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _kinds(kind: Kind) -> str:
    return {
        Kind.PRESET: translate("settings", "A personality"),
        Kind.DYNAMIC: translate("settings", "A relationship"),
        Kind.STYLE: translate("settings", "A style"),
    }[kind]
