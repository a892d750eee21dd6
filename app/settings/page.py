"""What every page of the settings window is. The window draws its title, its line and its place in the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.form.controls import Picker, Switch
from app.look.glyphs import Draw, star
from app.look.theme import Look


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on a page that the search finds: what it is called, more words for it, where to look at it.

    `note` is what the list of what was found says of it.
    """

    title: str
    words: str
    widget: QWidget
    note: str = ""


class Page(QWidget):
    """A page, constructed without arguments. The window gives it a scroll area, margins and the style sheet.

    `name` is its own for good ("voice"); the texts are asked when they are drawn, in the language of that moment.
    Values come by `show_…` methods of the page's own; what the user wants goes out by its signals.
    `visit_requested` carries the name of another page to turn to.
    """

    name: ClassVar[str] = ""

    visit_requested = Signal(str)

    def title(self) -> str:
        """As the list and the head of the page have it."""
        return self.name

    def about(self) -> str:
        """One line below the title."""
        return ""

    def keywords(self) -> str:
        """More words the search finds the page by, with spaces between them."""
        return ""

    def sign(self) -> Draw:
        """The sign in the list (`app.look.glyphs`)."""
        return star

    def set_look(self, look: Look) -> None:
        """Draw in these colours; whoever draws more than switches and pickers extends it."""
        for switch in self.findChildren(Switch):
            switch.set_look(look)
        for picker in self.findChildren(Picker):
            picker.set_look(look)

    def findings(self) -> tuple[Finding, ...]:
        """What the search finds on it, beside the page itself."""
        return ()

    def resettable(self) -> bool:
        """Whether the head offers to bring all defaults of the page back."""
        return False

    def reset(self) -> None:
        """Bring all defaults of the page back; the user has been asked."""

    def begin(self) -> None:
        """The page was turned to."""

    def place(self, _anchor: str) -> QWidget | None:
        """A part of the page by its name, to be shown at once; None: there is none of this name."""
        return None
