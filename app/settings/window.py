"""The settings window: pages to the left, a search above them, the page to the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.look.theme import Look, Theme
from app.settings.credentials_page import CredentialsPage
from app.settings.desktop_pages import HotkeysPage, StreamPage, WindowPage
from app.settings.engines_page import EnginesPage
from app.settings.frame import Frame, PageList
from app.settings.general_pages import GeneralPage, PrivacyPage
from app.settings.hand_page import HandPage
from app.settings.her_pages import CharacterPage, HearingPage, MindPage, VoicePage
from app.settings.importing import ImportQuestion
from app.settings.page import Page
from app.settings.personas_page import PersonasPage
from app.settings.problems import Problems
from app.settings.search import Entry, Results, SearchField, entries_of, found
from app.settings.style import style_sheet
from app.settings.values import FieldSpec, Preview, SettingsState
from app.words import translate
from models.trial import Trial

_MAIN: tuple[type[Page], ...] = (
    CharacterPage, PersonasPage, VoicePage, HearingPage, MindPage, StreamPage, WindowPage, HotkeysPage, PrivacyPage,
)  # fmt: skip
_BELOW: tuple[type[Page], ...] = (EnginesPage, CredentialsPage, GeneralPage)


_PAUSE_MS = 60
"""Between the laying out of one page and the next, when nobody waits for them."""


class SettingsWindow(QWidget):
    """Values in: `show_state`, `show_trial`, `show_refused`, `show_import`. Intents out: signals.

    `setting_changed` carries a section and a mapping of its fields to their new values, None for a default; it wants to
    be answered by `show_refused` and `show_state`. `trial_requested` carries the kind of a trial. `devices_requested`:
    look for microphones and loudspeakers again. `keys_awaited`: the next keys are to be chosen, and are nobody else's,
    or not any more. `pressed` carries what a button is for: "guide", "bundle", "backup",
    "restore", "stream", "chat", "export", "import", "open:settings", "open:data", "open:personas", "open:logs".
    `import_accepted`: what `show_import` showed is to be done. `activated`: the
    user has turned to it.
    """

    setting_changed = Signal(str, object)
    trial_requested = Signal(str)
    devices_requested = Signal()
    keys_awaited = Signal(bool)
    pressed = Signal(str)
    import_accepted = Signal()
    activated = Signal()

    def __init__(self, theme: Theme, icon: QIcon | None = None) -> None:
        super().__init__()
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("settings", "Settings"))
        self.setMinimumSize(600, 420)
        self.resize(self.sizeHint())
        if icon is not None:
            self.setWindowIcon(icon)
        self._theme, self._state = theme, SettingsState()
        self._list, self._stack, self._results = PageList(), QStackedWidget(), Results()
        self._search, self._problems = SearchField(), Problems()
        self._frames: dict[str, Frame] = {}
        for kind in _MAIN:
            self._include(kind())
        self._list.add_line()
        for kind in _BELOW:
            self._include(kind())
        self._stack.addWidget(self._results)
        self._arrange()
        self._connect()
        self._filling = QTimer(self, interval=_PAUSE_MS)
        self._filling.timeout.connect(self._fill_next)
        theme.changed.connect(self._wear)
        self._wear(theme.look)
        self.visit("character")

    # --- values

    def show_state(self, state: SettingsState) -> None:
        """Show the settings as they stand."""
        self._state = state
        self._problems.show_problems(state.problems, state.file)
        for frame in self._frames.values():
            if isinstance(frame.page, HandPage):
                frame.page.show_state(state)
            frame.refresh()

    def show_refused(self, path: str, why: str) -> None:
        """Say why the new value of a field was refused; empty: it was taken."""
        for frame in self._frames.values():
            if isinstance(frame.page, HandPage):
                frame.page.show_refused(path, why)

    def show_trial(self, trial: Trial) -> None:
        """Show how far a trial is."""
        for frame in self._frames.values():
            if isinstance(frame.page, HandPage):
                frame.page.show_trial(trial)

    def show_import(self, preview: Preview) -> None:
        """Ask whether it is to be imported."""
        question = ImportQuestion(preview, self)
        question.accepted.connect(self.import_accepted)
        question.open()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        frame = self._stack.currentWidget()
        return frame.page.name if isinstance(frame, Frame) else ""

    def find_page(self, name: str) -> Page | None:
        """A page by its name, for whoever fills it."""
        frame = self._frames.get(name)
        return frame.page if frame else None

    # --- the user

    @Slot()
    def open(self) -> None:
        """Show the window, in front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._filling.start()

    @Slot()
    def _fill_next(self) -> None:
        """Lay out a page that was not seen yet, so that a search finds it at once."""
        pages = (frame.page for frame in self._frames.values())
        waiting = next((page for page in pages if isinstance(page, HandPage) and not page.filled), None)
        if waiting is None:
            self._filling.stop()
        else:
            waiting.fill()

    @Slot(str)
    def visit(self, where: str) -> None:
        """Turn to a page by its name, or to a part of it ("engines/kokoro")."""
        name, _, anchor = where.partition("/")
        if (frame := self._frames.get(name)) is None:
            return
        self._search.clear()
        self._list.show_page(name)
        frame.page.begin()
        frame.refresh()
        self._stack.setCurrentWidget(frame)
        if anchor and (place := frame.page.place(anchor)) is not None:
            frame.reveal(place)

    def search(self, words: str) -> None:
        """Look for these words."""
        self._search.setText(words)

    def _include(self, page: Page) -> None:
        self._list.add(page)
        frame = self._frames[page.name] = Frame(page)
        self._stack.addWidget(frame)
        page.visit_requested.connect(self.visit)
        if isinstance(page, HandPage):
            page.edited.connect(self._edit)
            page.reset_requested.connect(self._reset)
            page.trial_requested.connect(self.trial_requested)
            page.asked.connect(self._ask)
            page.pressed.connect(self.pressed)

    def _arrange(self) -> None:
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(208)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 14, 0, 8)
        column.setSpacing(10)
        field = QHBoxLayout()
        field.setContentsMargins(10, 0, 10, 0)
        field.addWidget(self._search)
        column.addLayout(field)
        column.addWidget(self._list, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._problems)
        right.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self._list.turned.connect(self.visit)
        self._search.textChanged.connect(self._look_for)
        self._search.stepped.connect(self._results.step)
        self._search.taken.connect(self._results.take)
        self._results.chosen.connect(self._go_to)
        self._problems.opened.connect(self._open_file)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_search),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
            (QKeySequence("Ctrl+PgDown"), self._list.next_page),
            (QKeySequence("Ctrl+PgUp"), self._list.page_before),
            (QKeySequence("Esc"), self._escape),
        ):
            QShortcut(keys, self).activated.connect(slot)

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look))
        self._search.set_look(look)
        self._results.set_look(look)
        self._list.set_look(look)
        for frame in self._frames.values():
            frame.page.set_look(look)

    @Slot(object, object)
    def _edit(self, spec: FieldSpec, value: object) -> None:
        self.setting_changed.emit(spec.section, {spec.name: value})

    @Slot(object)
    def _reset(self, specs: tuple[FieldSpec, ...]) -> None:
        sections = dict.fromkeys(spec.section for spec in specs)
        for section in sections:
            self.setting_changed.emit(section, {spec.name: None for spec in specs if spec.section == section})

    @Slot(str)
    def _ask(self, what: str) -> None:
        if what == "devices":
            self.devices_requested.emit()
        else:
            self.keys_awaited.emit(what == "keys")

    @Slot()
    def _open_file(self) -> None:
        self.pressed.emit("open:settings")

    @Slot()
    def _to_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    @Slot()
    def _escape(self) -> None:
        """Leave the search, else close."""
        if self._search.text():
            self._search.clear()
            self._search.setFocus()
        else:
            self.close()

    @Slot(str)
    def _look_for(self, words: str) -> None:
        if not words.strip():
            if (item := self._list.currentItem()) is not None:
                self._stack.setCurrentWidget(self._frames[item.data(Qt.ItemDataRole.UserRole)])
            return
        self._results.show_found(
            found(entries_of(frame.page for frame in self._frames.values()), words), words
        )
        self._stack.setCurrentWidget(self._results)

    @Slot(object)
    def _go_to(self, entry: Entry) -> None:
        self.visit(entry.page)
        frame = self._frames[entry.page]
        frame.reveal(entry.widget or frame.page)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Follow the system's palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._theme.refresh()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """The size of a first start."""
        return QSize(860, 660)
