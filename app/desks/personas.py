"""The page of personalities and what stands behind it: files, the editor, and her voice to hear them in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.body import Body
from app.config.tuning import Tuning
from app.desks.personas_hearing import PersonaHearing
from app.desks.personas_passing import PersonaPassing
from app.desks.personas_questions import ask
from app.look.theme import Theme
from app.paths import asset
from app.persona.casting import Casting
from app.persona.files import PersonaFileError, PersonaTakenError, read_text, table_of
from app.persona.library import Entry, without_heading
from app.persona.naming import ids_for
from app.persona.text import written
from app.settings.personas_values import PersonaCard, PersonasState
from app.words import translate
from models.persona_parts import Kind, PersonaError, parse_part
from models.settings import Settings
from models.trial import Trial

if TYPE_CHECKING:
    from app.settings.personas_editor import PersonaEditor
    from app.settings.personas_page import PersonasPage
    from app.settings.window import SettingsWindow

_DRAFT = "draft"
_MOST_IDS = 1000


class PersonasDesk(QObject):
    """Keeps the page in step with files and settings, and does what is asked on it.

    It serves the page of whatever settings window it is shown last.
    """

    def __init__(self, casting: Casting, tuning: Tuning, body: Body, theme: Theme) -> None:
        super().__init__()
        self._page: PersonasPage | None = None
        self._casting, self._tuning, self._theme = casting, tuning, theme
        self._library = tuning.store.library
        self._hearing = PersonaHearing(tuning, body)
        self._editor: PersonaEditor | None = None
        self._kind, self._id, self._text = Kind.PRESET, "", ""
        self._trial: Trial | None = None
        self._note, self._wrong = "", False
        self._asked = ""
        self._passing = PersonaPassing(self._library)
        self._passing.done.connect(self._on_passed)
        self._passing.refused.connect(self._on_refused)
        self._passing.taken_in.connect(self._on_taken_in)
        self._hearing.changed.connect(self._on_trial)
        tuning.changed.connect(self._on_changed)

    @Slot(object)
    def on_window(self, window: SettingsWindow) -> None:
        """A settings window was made."""
        from app.settings.personas_page import PersonasPage

        page = window.find_page(PersonasPage.name)
        if isinstance(page, PersonasPage):
            self.serve(page)

    def serve(self, page: PersonasPage) -> None:
        """Fill this page from now on."""
        self._page = page
        page.looked_at.connect(self.look)
        page.chosen.connect(self._on_chosen)
        page.hear_requested.connect(self._on_hear)
        page.edit_requested.connect(self._on_edit)
        page.copy_requested.connect(self._on_copy)
        page.new_requested.connect(self._on_new)
        page.export_requested.connect(self._on_export)
        page.import_requested.connect(self._on_import)
        page.delete_requested.connect(self._on_delete)
        self.look()

    # --- the list

    @Slot()
    def look(self) -> None:
        """Show what there is now, files that were changed elsewhere included."""
        if self._page is None:
            return
        problems = tuple(map(str, self._library.problems))
        state = PersonasState(self._cards(), problems, self._trial, self._note, self._wrong)
        self._page.show_personas(state)

    @property
    def _window(self) -> QWidget | None:
        """What questions are asked in front of."""
        return None if self._page is None else self._page.window()

    def _cards(self) -> tuple[PersonaCard, ...]:
        chosen = self._tuning.settings.character
        cards = []
        for kind in Kind:
            now = getattr(chosen, kind.value)
            if kind is Kind.STYLE:
                cards.append(PersonaCard(kind, "", translate("settings", "None"), chosen=not now))
            cards += [_card(entry, chosen=entry.part.id == now) for entry in self._library.entries(kind)]
        return tuple(cards)

    def _tell(self, note: str, *, wrong: bool = False) -> None:
        self._note, self._wrong = note, wrong
        self.look()

    @Slot(object, object)
    def _on_changed(self, before: Settings, after: Settings) -> None:
        if before.character != after.character:
            self.look()

    @Slot(str)
    def _on_chosen(self, reference: str) -> None:
        kind, _, part_id = reference.partition("/")
        self._note, self._trial = "", None
        self._casting.pick(kind, part_id)
        self.look()

    @Slot(str)
    def _on_hear(self, reference: str) -> None:
        if (entry := self._find(reference)) is not None:
            self._hearing.begin(reference, entry.kind, entry.part)

    @Slot(object)
    def _on_trial(self, trial: Trial) -> None:
        if trial.kind != _DRAFT:
            self._trial = trial
            self.look()
        elif self._editor is not None:
            self._editor.show_trial(trial)

    def _find(self, reference: str) -> Entry | None:
        """The part, unless its file is gone meanwhile."""
        try:
            return self._library.find(reference)
        except PersonaFileError as error:
            self._tell(str(error), wrong=True)
            return None

    # --- the editor

    @Slot(str)
    def _on_edit(self, reference: str) -> None:
        if (entry := self._find(reference)) is not None:
            self._open(entry.kind, entry.part.id, entry.path)

    @Slot(str)
    def _on_copy(self, reference: str) -> None:
        if (entry := self._find(reference)) is not None:
            title = translate("settings", "{title}, mine").format(title=entry.part.title)
            self._open(entry.kind, "", entry.path, title[:40])

    @Slot(str)
    def _on_new(self, kind: str) -> None:
        self._open(Kind(kind), "", None)

    def _open(self, kind: Kind, part_id: str, path: Path | None, title: str = "") -> None:
        """Open the editor on a file or, with neither id nor file, on an empty form; one at a time."""
        if self._editor is not None:
            if self._editor.changed:
                self._raise_editor()
                return
            self._editor.close()
        try:
            text = read_text(path or asset("persona", "forms", f"{kind}.toml"))
            table = table_of(kind, text)
        except PersonaFileError as error:
            self._tell(str(error), wrong=True)
            return
        from app.settings.personas_editor import PersonaEditor

        self._kind, self._id = kind, part_id
        self._text = text if part_id else without_heading(text)
        if title:
            table["title"] = title
        dialog = self._editor = PersonaEditor(self._theme, kind, table, new=not part_id)
        dialog.save_requested.connect(self._on_save)
        dialog.hear_requested.connect(self._on_hear_draft)
        dialog.finished.connect(self._on_editor_closed)
        self._raise_editor()

    def _raise_editor(self) -> None:
        if self._editor is not None:
            self._editor.show()
            self._editor.raise_()
            self._editor.activateWindow()

    @Slot(object)
    def _on_save(self, table: Mapping[str, object]) -> None:
        if self._editor is None:
            return
        ids = iter((self._id,)) if self._id else islice(ids_for(str(table.get("title", ""))), _MOST_IDS)
        for part_id in ids:
            text = written(self._kind, {**table, "id": part_id}, self._text)
            try:
                entry = self._library.save(self._kind, text, replace=bool(self._id))
            except PersonaTakenError:
                continue
            except PersonaFileError as error:
                self._editor.show_refused(str(error))
                return
            self._id, self._text = part_id, text
            self._editor.show_saved()
            self._note, self._wrong = (
                translate("settings", "Saved: {title}").format(title=entry.part.title),
                False,
            )
            self._renew(entry.kind, part_id)
            return

    @Slot(object)
    def _on_hear_draft(self, table: Mapping[str, object]) -> None:
        try:
            part = parse_part(self._kind, {**table, "id": self._id or _DRAFT})
        except PersonaError:
            return
        self._hearing.begin(_DRAFT, self._kind, part)

    @Slot()
    def _on_editor_closed(self) -> None:
        self._editor = None

    def _renew(self, kind: Kind, part_id: str) -> None:
        """A file changed: show it, and if she is made of it, make her anew."""
        if getattr(self._tuning.settings.character, kind.value) == part_id:
            self._casting.recast()
        self.look()

    # --- passing on

    @Slot(str)
    def _on_export(self, reference: str) -> None:
        self._passing.export(reference, self._window)

    @Slot()
    def _on_import(self) -> None:
        self._passing.take_in(self._window)

    @Slot(str)
    def _on_passed(self, note: str) -> None:
        self._tell(note)

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self._tell(why, wrong=True)

    @Slot(object)
    def _on_taken_in(self, entry: Entry) -> None:
        self._note = translate("settings", "Taken in: {title}").format(title=entry.part.title)
        self._wrong = False
        self._renew(entry.kind, entry.part.id)

    @Slot(str)
    def _on_delete(self, reference: str) -> None:
        if (entry := self._find(reference)) is None:
            return
        self._asked = reference
        heading = translate("settings", "Delete “{title}”?").format(title=entry.part.title)
        words = translate("settings", "&Delete")
        ask(self._window, heading, str(entry.path), words, self._on_delete_answered)

    @Slot(QAbstractButton)
    def _on_delete_answered(self, button: QAbstractButton) -> None:
        if not button.property("yes"):
            return
        kind, _, part_id = self._asked.partition("/")
        try:
            self._library.delete(self._asked)
        except PersonaFileError as error:
            self._tell(str(error), wrong=True)
            return
        self._note, self._wrong = translate("settings", "Deleted."), False
        there = any(entry.part.id == part_id for entry in self._library.entries(Kind(kind)))
        if not there and getattr(self._tuning.settings.character, kind) == part_id:
            self._casting.pick(kind, None)
        self._renew(Kind(kind), part_id)


def _card(entry: Entry, *, chosen: bool) -> PersonaCard:
    part = entry.part
    title, about = part.title, part.description
    if entry.ours:
        title, about = translate("personas", title), translate("personas", about)
    return PersonaCard(entry.kind, part.id, title, about, entry.ours, entry.shadows, chosen)
