"""Step one: who she is, what to call one another, and her temper."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Words
from app.form.fields import Field, Line, pair
from app.guide.needed_card import NeededCard
from app.guide.parts import Page, button, card
from app.guide.values import GuideState
from app.look.theme import Look
from app.words import translate

_LONGEST = 60
_COLUMNS = 2


class Choice(QPushButton):
    """One of several: a title, and a line about it."""

    def __init__(self, value: str, title: str, about: str) -> None:
        super().__init__()
        self.value = value
        self.setObjectName("choice")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 9)
        layout.setSpacing(2)
        for part in (Words(title, "cardTitle", self), Words(about, "small", self)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        layout.addStretch(1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.MinimumExpanding)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """Its words break their lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """The height its words need."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As its words need it."""
        hint = super().sizeHint()
        hint.setHeight(max(hint.height(), self.heightForWidth(max(self.width(), 120))))
        return hint


class WelcomePage(Page):
    """`setting_changed` carries a section, a field and its value; `preview_wanted`: let her be heard in her temper.

    `fetch_wanted` carries what is to happen with the models she lacks, an `OfferAct`.
    """

    setting_changed = Signal(str, str, object)
    preview_wanted = Signal()
    fetch_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._hello = Words("", "", self)
        self._needed = NeededCard()
        self._user = Line(translate("guide", "Your name"), _LONGEST)
        self._companion = Line(translate("guide", "Her name"), _LONGEST)
        names = pair(
            Field(
                translate("guide", "What may she call you?"),
                self._user,
                translate("guide", "Empty: no name."),
            ),
            Field(
                translate("guide", "And what is she called?"),
                self._companion,
                translate("guide", "Her own name, or one you like better."),
            ),
        )
        self._group, self._choices = QButtonGroup(self), dict[str, Choice]()
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        tempers = QWidget()
        tempers.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._quote = Words("", "quote", self)
        self._hear = button(translate("guide", "Hear her"), about=translate("guide", "Hear her say it"))
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._quote, 1)
        row.addWidget(self._hear, 0, Qt.AlignmentFlag.AlignTop)
        self.put(
            self._hello,
            self._needed,
            card(names),
            card(Words(translate("guide", "Her temper"), "cardTitle"), tempers, said),
        )
        self._needed.wanted.connect(self.fetch_wanted)
        self._user.committed.connect(self._call_user)
        self._companion.committed.connect(self._rename)
        self._hear.clicked.connect(self.preview_wanted)

    @Slot(str)
    def _call_user(self, name: str) -> None:
        self.setting_changed.emit("character", "streamer_name", name)

    @Slot(str)
    def _rename(self, name: str) -> None:
        """Her name can be anything but empty; empty is her own."""
        self.setting_changed.emit("character", "name", name or None)

    def show_state(self, state: GuideState) -> None:
        """How things stand."""
        hello = translate(
            "guide",
            "{name} lives on your desktop. She listens, thinks and speaks on this machine, and keeps you company; "
            "nothing leaves it unless you say so. Five short steps, each of which you can skip.",
        )
        self._hello.setText(hello.format(name=state.companion))
        self._needed.show_needed(state.needed)
        self._user.show_value(state.user)
        self._companion.show_value(state.companion)
        for n, (value, title, about) in enumerate(state.presets):
            if value not in self._choices:
                made = self._choices[value] = Choice(value, title, about)
                made.clicked.connect(self._pick)
                self._group.addButton(made)
                self._grid.addWidget(made, n // _COLUMNS, n % _COLUMNS)
            self._choices[value].setChecked(value == state.preset)
        self._quote.setText(f"“{state.quote}”" if state.quote else "")
        self._hear.setVisible(state.speaks and bool(state.quote))

    def set_look(self, look: Look) -> None:
        """Nothing of it is painted by hand."""

    @Slot()
    def _pick(self) -> None:
        chosen = self._group.checkedButton()
        if isinstance(chosen, Choice):
            self.setting_changed.emit("character", "preset", chosen.value)
