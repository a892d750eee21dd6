"""The page "Reactions": the list of the user's own reactions, and behind it the editor of one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Words
from app.look import glyphs, signs
from app.look.glyphs import Draw
from app.look.theme import LIGHT, Look
from app.stream.reaction_form import ReactionForm
from app.stream.reaction_list import ReactionList
from app.stream.values import StreamState
from app.words import translate
from models.settings_stream import Reaction, Stream


class ReactionsPage(QStackedWidget):
    """Shows the reactions of a `StreamState`.

    `changed` carries all of them as a tuple of `models.settings_stream.Reaction`, `tried` the one to be tried.
    """

    changed = Signal(object)
    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._reactions = LIGHT, tuple[Reaction, ...]()
        self._motions: tuple[str, ...] = ()
        self._row = -1
        self.list, self.form = ReactionList(self), ReactionForm(self)
        self._none = Words(
            translate(
                "stream", "None yet. Add one, and she greets, dances or plays a sound at events you name."
            ),
            "small",
            self,
        )
        self._tools = {act: self._tool(act, words) for act, words in _tool_words().items()}
        self._add, self._undo = (
            QPushButton(translate("stream", "Add"), self),
            QPushButton(translate("stream", "Bring it back"), self),
        )
        self._undo.setObjectName("button")
        self._undo.hide()
        self._deleted: tuple[int, Reaction] | None = None
        self._back, self._try = (
            QPushButton(translate("stream", "All reactions"), self),
            QPushButton(translate("stream", "Try it"), self),
        )
        for button, name in ((self._back, "back"), (self._try, "primary"), (self._add, "primary")):
            button.setObjectName(name)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._add.setAccessibleName(translate("stream", "Add a reaction"))
        self._try.setToolTip(translate("stream", "Let her do it now, with an invented event"))
        self.addWidget(self._list_page())
        self.addWidget(self._form_page())
        self.list.switched.connect(self._switch)
        self.list.opened.connect(self.edit)
        self.list.chosen.connect(self._enable)
        self.form.changed.connect(self._take)
        self._back.clicked.connect(self.show_list)
        self._try.clicked.connect(self._try_it)
        self._add.clicked.connect(self._add_one)
        self._undo.clicked.connect(self._bring_back)
        self._enable()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.list.set_look(look)
        self.form.set_look(look)
        for act, button in self._tools.items():
            button.setIcon(glyphs.icon(_TOOLS[act], look.text, look.line))
        self._back.setIcon(glyphs.icon(signs.back, look.text))
        self._add.setIcon(glyphs.icon(signs.plus, look.accent_text, look.faint))
        self._try.setIcon(glyphs.icon(signs.play, look.accent_text, look.faint))

    def show_state(self, state: StreamState) -> None:
        """Show the reactions as they stand."""
        self._motions = state.motions
        if state.stream.reactions != self._reactions:
            self._reactions = state.stream.reactions
            self._renew()
        if self._row >= len(self._reactions):
            self.show_list()
        elif self._row >= 0:
            self.form.show_reaction(self._reactions[self._row], self._motions)

    @Slot(int)
    def edit(self, row: int) -> None:
        """Open the editor of a reaction."""
        if 0 <= row < len(self._reactions):
            self._row = row
            self.form.show_reaction(self._reactions[row], self._motions, opens=True)
            self.setCurrentIndex(1)
            self.form.begin()

    @Slot()
    def show_list(self) -> None:
        """Back to the list; what is right in the editor is kept."""
        if self._row >= 0:
            self.form.tell()
        self._row = -1
        self.setCurrentIndex(0)
        self.list.setFocus()

    @property
    def editing(self) -> bool:
        """Whether the editor is open."""
        return self.currentIndex() == 1

    def _list_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("page")
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self._add)
        tools.addSpacing(6)
        for button in self._tools.values():
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self._undo)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(6)
        layout.addWidget(
            Words(
                translate(
                    "stream",
                    "What she does at events of your own making. The first that fits an event counts.",
                ),
                "small",
                page,
            )
        )
        layout.addWidget(self._none)
        layout.addWidget(self.list, 1)
        layout.addLayout(tools)
        return page

    def _form_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("page")
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 14, 4)
        top.addWidget(self._back)
        top.addStretch(1)
        top.addWidget(self._try)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(scrolled(self.form), 1)
        return page

    def _tool(self, act: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("tool")
        button.setProperty("act", act)
        button.setIconSize(QSize(20, 20))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(self._use)
        return button

    @Slot()
    def _use(self) -> None:
        """A tool of the list."""
        row, all_ = self.list.currentRow(), list(self._reactions)
        button = self.sender()
        match button.property("act") if isinstance(button, QToolButton) else "":
            case "edit":
                self.edit(row)
            case "duplicate":
                name = _free(all_[row].event, self._reactions)
                twin = all_[row].model_copy(update={"event": name})
                self._set([*all_[: row + 1], twin, *all_[row + 1 :]], row + 1)
            case "up":
                self._set(_moved(all_, row, -1), row - 1)
            case "down":
                self._set(_moved(all_, row, 1), row + 1)
            case "delete":
                self._set(all_[:row] + all_[row + 1 :], row)
                self._deleted = (row, all_[row])
                self._undo.show()

    @Slot()
    def _add_one(self) -> None:
        new = Reaction(event=_free("my-event", self._reactions))
        self._set([*self._reactions, new], len(self._reactions))
        self.edit(len(self._reactions) - 1)

    @Slot()
    def _bring_back(self) -> None:
        """Take back the last deletion."""
        if self._deleted is not None:
            row, reaction = self._deleted
            self._set([*self._reactions[:row], reaction, *self._reactions[row:]], row)
            self.list.setFocus()

    def _set(self, reactions: list[Reaction], row: int) -> None:
        self._reactions = tuple(reactions)
        self._deleted = None
        self._undo.hide()
        self._renew()
        self.list.setCurrentRow(min(row, len(reactions) - 1))
        self._enable()
        self.changed.emit(self._reactions)

    def _renew(self) -> None:
        self.list.show_reactions(self._reactions)
        self._none.setVisible(not self._reactions)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        row, many = self.list.currentRow(), len(self._reactions)
        some = 0 <= row < many
        full = many >= _most()
        self._add.setEnabled(not full)
        enabled = {"duplicate": not full, "up": row > 0, "down": row < many - 1}
        for act, button in self._tools.items():
            button.setEnabled(some and enabled.get(act, True))

    @Slot(int, bool)
    def _switch(self, row: int, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        changed = self._reactions[row].model_copy(update={"enabled": on})
        self._reactions = (*self._reactions[:row], changed, *self._reactions[row + 1 :])
        self.changed.emit(self._reactions)

    @Slot(object)
    def _take(self, reaction: Reaction) -> None:
        if 0 <= self._row < len(self._reactions):
            row = self._row
            self._reactions = (*self._reactions[:row], reaction, *self._reactions[row + 1 :])
            self._renew()
            self.changed.emit(self._reactions)

    @Slot()
    def _try_it(self) -> None:
        self.form.tell()
        if (made := self.form.reaction) is not None:
            self.tried.emit(made)


def scrolled(page: QWidget) -> QScrollArea:
    """A page that scrolls up and down."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(page)
    page.setAutoFillBackground(False)  # a scroll area turns it on
    return area


_TOOLS: dict[str, Draw] = {
    "edit": signs.pencil,
    "duplicate": signs.copies,
    "up": signs.up,
    "down": signs.down,
    "delete": signs.bin_,
}


def _free(name: str, reactions: tuple[Reaction, ...]) -> str:
    """The name, or with the first number that is free behind it."""
    taken = {reaction.event for reaction in reactions}
    return next(one for one in (name, *(f"{name}-{n}" for n in range(2, 1000))) if one not in taken)


def _moved(reactions: list[Reaction], row: int, by: int) -> list[Reaction]:
    reactions[row], reactions[row + by] = reactions[row + by], reactions[row]
    return reactions


def _most() -> int:
    found = (getattr(limit, "max_length", None) for limit in Stream.model_fields["reactions"].metadata)
    return next((limit for limit in found if limit), 100)


def _tool_words() -> dict[str, str]:
    return {
        "edit": translate("stream", "Edit"),
        "duplicate": translate("stream", "Duplicate"),
        "up": translate("stream", "Move up"),
        "down": translate("stream", "Move down"),
        "delete": translate("stream", "Delete"),
    }
