"""Flat pictures: the still figure, the application icon and the tray icons."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PIL import Image

from assets.avatar.source.art import badges
from assets.avatar.source.art import portrait as portraits
from assets.avatar.source.art.paint import Layer, Sheet, extent
from assets.avatar.source.deform.mouth import Lips
from assets.avatar.source.layers.atlas import Pixels, bled, rasterised

STILL_HEIGHT = 640
ICON_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
_BOLD_BELOW = 64
"""Icons smaller than this show the bold head instead of the portrait."""

TRAY_SIDES = (16, 22, 24, 32, 48, 64)
_BADGE_BOLD_BELOW = 32
_MARGIN = 8.0
_PORTRAIT = (170.0, 180.0, 1100.0)
"""Left, top and side of the portrait in art pixels."""


def still(layers: Mapping[str, Layer], lips: Lips) -> Pixels:
    """All of her, cropped, straight alpha."""
    figure = portraits.figure(layers, lips)
    x0, y0, x1, y1 = extent(figure).bounds
    height = y1 - y0 + 2 * _MARGIN
    scale = STILL_HEIGHT / height
    width = round((x1 - x0 + 2 * _MARGIN) * scale)
    sheet = Sheet(width, STILL_HEIGHT)
    sheet.add(figure, (scale, 0, 0, scale, (_MARGIN - x0) * scale, (_MARGIN - y0) * scale))
    return bled(rasterised(sheet, width))


def app_drawing(layers: Mapping[str, Layer], lips: Lips) -> Sheet:
    """The application icon as a drawing."""
    bust = portraits.bust(layers, lips)
    x0, y0, x1, y1 = extent(bust).bounds
    side = max(x1 - x0, y1 - y0)
    place = ((side - (x1 - x0)) / 2 - x0, (side - (y1 - y0)) / 2 - y0)
    sheet = Sheet(256, 256)
    k = 256 / side
    sheet.add(bust, (k, 0, 0, k, place[0] * k, place[1] * k))
    return sheet


def app_icons(layers: Mapping[str, Layer], lips: Lips) -> dict[int, Pixels]:
    """The application icon by its side in px."""
    detailed, bold = app_drawing(layers, lips), Sheet(256, 256)
    bold.add(badges.tray("idle"), (4, 0, 0, 4, 0, 0))
    return {px: reduced(rasterised(bold if px < _BOLD_BELOW else detailed, 1024), px) for px in ICON_SIDES}


def portrait(layers: Mapping[str, Layer], lips: Lips) -> Pixels:
    """Her face, square, made to be cut out as a circle."""
    left, top, side = _PORTRAIT
    k = 512 / side
    sheet = Sheet(512, 512)
    sheet.add(portraits.bust(layers, lips), (k, 0, 0, k, -left * k, -top * k))
    return reduced(rasterised(sheet, 512), 192)


def tray_icons() -> dict[tuple[str, int], Pixels]:
    """The tray icon by state and side in px; those of a few pixels have a bolder badge."""
    out = {}
    for state in badges.STATES:
        for bold in (False, True):
            sheet = Sheet(badges.SIDE, badges.SIDE)
            sheet.add(badges.tray(state, bold=bold))
            pixels = rasterised(sheet, 512)
            sides = (px for px in TRAY_SIDES if (px < _BADGE_BOLD_BELOW) is bold)
            out.update({(state, px): reduced(pixels, px) for px in sides})
    return out


def reduced(pixels: Pixels, side: int) -> Pixels:
    """A square picture made smaller, filtered with premultiplied alpha so that no dark rim appears."""
    picture = Image.fromarray(bled(pixels)).convert("RGBa").resize((side, side), Image.Resampling.LANCZOS)
    return np.array(picture.convert("RGBA"))
