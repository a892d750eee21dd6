"""The frame of a page: its head with the way back to the defaults, the area it scrolls in; and the list of pages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.form.controls import Words
from app.look import glyphs
from app.look.theme import LIGHT, Look
from app.settings.cards import Beside, push
from app.settings.fields import Row
from app.settings.page import Page
from app.words import translate

_WIDEST = 760
_FLASH_MS = 1800


class Frame(QScrollArea):
    """A page with its head, scrolling up and down."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._flashed: QWidget | None = None
        self._flash = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash.timeout.connect(self._fade)
        self._reset = push(translate("settings", "Reset page"))
        self._sure, self._not = (
            push(translate("settings", "Bring them back")),
            push(translate("settings", "Cancel")),
        )
        self._sure.setObjectName("primary")
        self._reset.setProperty("outlined", True)  # noqa: FBT003  # Qt's signature
        self._question = QFrame()
        self._question.setObjectName("question")
        answers = QWidget()
        choice = QHBoxLayout(answers)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.addWidget(self._sure)
        choice.addWidget(self._not)
        asked = QHBoxLayout(self._question)
        asked.setContentsMargins(14, 8, 10, 8)
        asked.addWidget(
            Beside(Words(translate("settings", "Bring all defaults of this page back?")), answers)
        )
        self._question.hide()
        self.setWidget(self._inside())
        self._reset.clicked.connect(self._ask)
        self._sure.clicked.connect(self._bring_back)
        self._not.clicked.connect(self._leave)

    def refresh(self) -> None:
        """Offer the defaults when there is something to bring back."""
        able = self.page.resettable()
        self._reset.setVisible(able)
        if not able:
            self._question.hide()

    def reveal(self, widget: QWidget) -> None:
        """Show a part of the page, mark it for a moment, and put the keyboard there."""
        self._fade()
        self._layout.activate()
        self.ensureWidgetVisible(widget, 0, 40)
        if isinstance(widget, Row):
            widget.editor.take_focus()
        elif (first := _first_control(widget)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._flashed = widget
        self._mark(on=True)
        self._flash.start()

    def _inside(self) -> QWidget:
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(Words(self.page.title(), "pageTitle"))
        about = Words(self.page.about(), "small")
        titles.addWidget(about)
        if not self.page.about():
            about.hide()
        head.addLayout(titles, 1)
        head.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 20, 20, 24)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self._question)
        layout.addWidget(self.page, 1)
        inside = QWidget()
        inside.setObjectName("page")
        middle = self._layout = QHBoxLayout(inside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        inside.setAutoFillBackground(False)
        return inside

    @Slot()
    def _ask(self) -> None:
        self._question.show()
        self._not.setFocus()

    @Slot()
    def _leave(self) -> None:
        self._question.hide()
        self._reset.setFocus()

    @Slot()
    def _bring_back(self) -> None:
        self._question.hide()
        self.page.reset()

    @Slot()
    def _fade(self) -> None:
        self._flash.stop()
        self._mark(on=False)
        self._flashed = None

    def _mark(self, *, on: bool) -> None:
        if (part := self._flashed) is not None:
            part.setProperty("found", on)
            part.style().unpolish(part)
            part.style().polish(part)
            part.update()


def _first_control(widget: QWidget) -> QWidget | None:
    """What the keyboard goes to within a part of a page."""
    parts = (widget, *widget.findChildren(QWidget))
    able = (part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((part for part in able if part.isVisibleTo(widget) and part.isEnabled()), None)


class PageList(QListWidget):
    """The list of pages with their signs. `turned` carries the name of the one the user goes to."""

    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAccessibleName(translate("settings", "Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(20, 20))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._pages: dict[str, tuple[Page, QListWidgetItem]] = {}
        self._line = _Line(self)
        self.setItemDelegate(self._line)
        self.currentItemChanged.connect(self._turn)

    def add(self, page: Page) -> None:
        """One more."""
        item = QListWidgetItem(page.title(), self)
        item.setData(Qt.ItemDataRole.UserRole, page.name)
        item.setToolTip(page.about())
        self._pages[page.name] = (page, item)

    def add_line(self) -> None:
        """A line between those above and those below."""
        item = QListWidgetItem(self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(10, 17))

    def show_page(self, name: str) -> None:
        """Mark a page."""
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's signature
        self.setCurrentItem(self._pages[name][1])
        self.blockSignals(blocked)

    @Slot()
    def next_page(self) -> None:
        """Turn to the page below."""
        self._go(1)

    @Slot()
    def page_before(self) -> None:
        """Turn to the page above."""
        self._go(-1)

    def _go(self, by: int) -> None:
        names = list(self._pages)
        now = self.currentItem().data(Qt.ItemDataRole.UserRole)
        self.turned.emit(names[(names.index(now) + by) % len(names)])

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._line.look = look
        for page, item in self._pages.values():
            item.setIcon(glyphs.icon(page.sign(), look.info if look.dark else look.accent))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _turn(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and (name := item.data(Qt.ItemDataRole.UserRole)):
            self.turned.emit(name)


class _Line(QStyledItemDelegate):
    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self.look = LIGHT

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A page, or the line."""
        if index.data(Qt.ItemDataRole.UserRole):
            super().paint(painter, option, index)
        else:
            y = option.rect.center().y()
            painter.setPen(QColor(self.look.line))
            painter.drawLine(option.rect.left() + 16, y, option.rect.right() - 16, y)
