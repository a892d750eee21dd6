"""Draws `faces.png`, her twelve faces as the pages show them: `python -m assets.pages.faces`. Needs an X display.

Four columns and three rows of squares with a clear ground, in the order of `models.expression.Expression`.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from assets.avatar.stage import MODEL, Picture, Stage
from models.expression import Expression

OUT = Path(__file__).parent / "faces.png"
COLUMNS, SIDE_PX = 4, 128
_HEAD = (0.12, 0.105, 0.73, 0.575)
"""Left, top, right, bottom of her head as shares of the picture."""
_DRAWN_PX = 900
_COLOURS = 250


def head(picture: Picture) -> Image.Image:
    """Her head, a square of `SIDE_PX`, straight alpha."""
    high, wide = picture.shape[:2]
    left, top, right, bottom = (
        share * side for share, side in zip(_HEAD, (wide, high, wide, high), strict=True)
    )
    side = max(right - left, bottom - top)
    middle, centre = (left + right) / 2, (top + bottom) / 2
    box = (
        round(middle - side / 2), round(centre - side / 2), round(middle + side / 2), round(centre + side / 2),
    )  # fmt: skip
    return Image.fromarray(picture, "RGBA").crop(box).resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)


def main() -> None:
    """Draw the sheet."""
    stage = Stage(MODEL, _DRAWN_PX)
    faces = list(Expression)
    sheet = Image.new("RGBA", (COLUMNS * SIDE_PX, -(-len(faces) // COLUMNS) * SIDE_PX))
    for place, face in enumerate(faces):
        sheet.paste(
            head(stage.expressed(face.value)), (place % COLUMNS * SIDE_PX, place // COLUMNS * SIDE_PX)
        )
    sheet.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE).save(OUT, optimize=True)


if __name__ == "__main__":
    main()
