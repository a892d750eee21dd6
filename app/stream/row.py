"""One line of the feed: laid out for a width, and painted. Geometry is in logical pixels from the row's top left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from app import wording
from app.look import glyphs, signs, theme
from app.look.theme import Look
from models.stream.entry import Entry, Fate

SIDE, TOP, BADGE, GAP = 14.0, 9.0, 28.0, 11.0
_MOST_LINES = 5
_TAG_PAD, _TAG_HEIGHT_PAD = 8.0, 2.0
_SMALL = 0.88


@dataclass(slots=True)
class Row:
    """An entry, the time it came in words, and its layout for one width."""

    entry: Entry
    at: str
    height: float = 0.0
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes: pieces of text with their places and the part of their colour."""

    head: QTextLayout
    said: QTextLayout | None
    reason: QTextLayout
    said_y: float
    foot_y: float
    tag: QRectF
    time: QRectF
    note: str
    height: float


class Fonts:
    """The fonts of the feed, after the view's own."""

    def __init__(self, base: QFont) -> None:
        self.text, self.bold, self.small = QFont(base), QFont(base), QFont(base)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small.setPointSizeF(max(6.0, base.pointSizeF() * _SMALL))
        self.tag = QFont(self.small)
        self.tag.setWeight(QFont.Weight.DemiBold)
        self.line = QFontMetricsF(self.text).height()
        self.small_line = QFontMetricsF(self.small).height()
        self.tags = {
            fate: QFontMetricsF(self.tag).horizontalAdvance(word) for fate, word in wording.TAGS.items()
        }
        self.small_metrics = QFontMetricsF(self.small)


def lay_out(row: Row, width: float, fonts: Fonts) -> None:
    """Set the row's layout and height for a view of this width."""
    entry, happening = row.entry, row.entry.happening
    left, right = SIDE + BADGE + GAP, width - SIDE
    note = " · ".join(part for part in (wording.origin(happening), row.at) if part)
    time_width = fonts.small_metrics.horizontalAdvance(note) + 2
    name, what = wording.who(happening), wording.what(happening)
    bold = QTextLayout.FormatRange()
    bold.start, bold.length = 0, len(name.encode("utf-16-le", "replace")) // 2
    form = bold.format
    form.setFontWeight(QFont.Weight.DemiBold)
    bold.format = form
    head, y = _text(f"{name} {what}", fonts.text, max(60.0, right - left - time_width - 8), [bold])
    y += TOP
    said, said_y, quoted = None, y, wording.said(happening)
    if quoted:
        said, high = _text(quoted, fonts.text, right - left)
        y += high + 1
    y += 4
    tag = QRectF(left, y, fonts.tags[entry.fate] + 2 * _TAG_PAD, fonts.small_line + 2 * _TAG_HEIGHT_PAD)
    reason = " · ".join(part for part in (wording.reason(entry), wording.more(entry.more)) if part)
    why, high = _text(reason, fonts.small, max(60.0, right - tag.right() - 8))
    height = float(math.ceil(y + max(tag.height(), high + _TAG_HEIGHT_PAD) + TOP))
    time = QRectF(right - time_width, TOP + (fonts.line - fonts.small_line) / 2, time_width, fonts.small_line)
    row.layout = Layout(head, said, why, said_y, y, tag, time, note, height)
    row.height = height


def paint(painter: QPainter, row: Row, look: Look, fonts: Fonts, *, width: float, current: bool) -> None:
    """Draw the row at the painter's origin. `current`: the keyboard is on it."""
    laid, entry = row.layout, row.entry
    if laid is None:
        return
    card = QRectF(SIDE / 2, 2, width - SIDE, row.height - 4)
    if entry.happening.paid or current:
        ground = look.raised if current else theme.mix(look.surface, look.chip, 0.5)
        painter.setPen(QPen(QColor(look.focus), 2.0) if current else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, 11, 11)
    else:
        painter.setPen(QPen(QColor(look.line), 1.0))
        painter.drawLine(
            QPointF(SIDE + BADGE + GAP, row.height - 0.5), QPointF(width - SIDE, row.height - 0.5)
        )
    _paint_badge(painter, entry, look)
    left = SIDE + BADGE + GAP
    painter.setPen(QColor(look.text))
    laid.head.draw(painter, QPointF(left, TOP))
    if laid.said is not None:
        laid.said.draw(painter, QPointF(left, laid.said_y))
    painter.setPen(QColor(look.faint))
    laid.reason.draw(painter, QPointF(laid.tag.right() + 8, laid.foot_y + _TAG_HEIGHT_PAD))
    painter.setFont(fonts.small)
    painter.drawText(laid.time, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), laid.note)
    _paint_tag(painter, laid.tag, entry.fate, look, fonts)


def _paint_badge(painter: QPainter, entry: Entry, look: Look) -> None:
    kind = entry.happening.kind
    ink = signs.colour(kind, look)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.mix(look.surface, ink, 0.22 if look.dark else 0.15)))
    painter.drawEllipse(QRectF(SIDE, TOP + 1, BADGE, BADGE))
    painter.save()
    size = BADGE * 0.62
    painter.translate(SIDE + (BADGE - size) / 2, TOP + 1 + (BADGE - size) / 2)
    painter.scale(size / glyphs.FIELD, size / glyphs.FIELD)
    signs.KINDS[kind](painter, QColor(ink))
    painter.restore()


def _paint_tag(painter: QPainter, box: QRectF, fate: Fate, look: Look, fonts: Fonts) -> None:
    ink = fate_colour(fate, look)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tag_ground(fate, look)))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(ink))
    painter.setFont(fonts.tag)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), wording.TAGS[fate])


def fate_colour(fate: Fate, look: Look) -> str:
    """The colour of a fate's words."""
    return {
        Fate.RECALLED: look.faint,
        Fate.WAITING: look.gold,
        Fate.ANSWERING: look.rose,
        Fate.ANSWERED: look.good,
        Fate.SKIPPED: look.faint,
    }[fate]


def tag_ground(fate: Fate, look: Look) -> str:
    """What the words of a fate stand on."""
    return theme.mix(look.surface, fate_colour(fate, look), 0.20 if look.dark else 0.10)


def _text(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange] = ()
) -> tuple[QTextLayout, float]:
    """A text of a few lines at most, always as plain text; what is over ends in dots."""
    layout, bottom, end = _lines(text, font, width, formats)
    if end:
        kept = text.encode("utf-16-le", "replace")[: 2 * max(1, end - 2)].decode("utf-16-le", "ignore")
        layout, bottom, _ = _lines(kept.rstrip() + "…", font, width, formats)
    return layout, bottom


def _lines(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange]
) -> tuple[QTextLayout, float, int]:
    """A layout, its height, and how many UTF-16 units found room if not all did (else 0)."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setFormats(formats)  # before the lines are made, for it drops them
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    bottom, count, end = 0.0, 0, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        if count == _MOST_LINES:
            end = line.textStart()
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, bottom))
        bottom += line.height()
        count += 1
    layout.endLayout()
    return layout, bottom, end
