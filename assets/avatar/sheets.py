"""The contact sheets of the documentation, drawn by the real Core: `python -m assets.avatar.sheets [--out DIR]`.

Expressions, visemes and motions, labelled. Needs an X display. More sheets for work on the rig: `workbench`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from assets.avatar.stage import MODEL, Film, Picture, Stage, expressions, films, over, viseme_mouth
from models.visemes import Viseme

DOCS = Path(__file__).parent / "docs"
WHITE, NIGHT, SAGE, SAND, LILAC = "#ffffff", "#1b1b24", "#7fa98f", "#e9dcc8", "#f1eff8"
INK, PAPER = "#2a1d5e", "#ffffff"
_GROUNDS = (WHITE, NIGHT, SAGE, SAND)
_SHARPNESS = 2
"""Everything is drawn this many times too large and reduced."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as shares of the picture."""

_FIGURE: Box = (0.075, 0.055, 0.965, 0.965)
_LOWER_FACE: Box = (0.27, 0.4, 0.61, 0.62)
_COLOURS = 255
_FRAMES, _STRIPS = 5, 3


def cell(picture: Picture, ground: str, box: Box, width: int) -> Image.Image:
    """A part of a picture on a background, `width` px wide."""
    high, wide = picture.shape[:2]
    left, top, right, bottom = (
        round(share * side) for share, side in zip(box, (wide, high, wide, high), strict=True)
    )
    part = over(picture, ground).crop((left, top, right, bottom))
    return part.resize((width, round(width * part.height / part.width)), Image.Resampling.LANCZOS)


def labelled(picture: Image.Image, caption: str, size: int) -> Image.Image:
    """The picture with its name on a plate below."""
    font = ImageFont.load_default(size)
    plate = round(size * 1.6)
    out = Image.new("RGB", (picture.width, picture.height + plate), INK)
    out.paste(picture, (0, 0))
    ImageDraw.Draw(out).text(
        (picture.width / 2, picture.height + plate / 2), caption, fill=PAPER, font=font, anchor="mm"
    )
    return out


def rows(cells: Sequence[Image.Image], columns: int, gap: int) -> Image.Image:
    """Pictures of one size in rows, `gap` px apart."""
    width, height = cells[0].size
    count = -(-len(cells) // columns)
    out = Image.new("RGB", (columns * (width + gap) - gap, count * (height + gap) - gap), WHITE)
    for place, each in enumerate(cells):
        out.paste(each, (place % columns * (width + gap), place // columns * (height + gap)))
    return out


def sheet_expressions(stage: Stage) -> Image.Image:
    """Her twelve faces, about 200 px high, on light and dark grounds."""
    stage.resize(240 * _SHARPNESS)
    cells = []
    for place, name in enumerate(expressions(MODEL)):
        ground = _GROUNDS[(place + place // 4) % 4]
        face = cell(stage.expressed(name), ground, _FIGURE, 214)
        cells.append(labelled(face, name.replace("_", " "), 17))
    return rows(cells, 4, 4)


def sheet_visemes(stage: Stage) -> Image.Image:
    """The fifteen mouths of speech, each held."""
    stage.resize(560 * _SHARPNESS)
    stage.wear("idle")
    cells = [
        labelled(cell(stage.spoken(viseme_mouth(viseme)), LILAC, _LOWER_FACE, 190), viseme.value, 17)
        for viseme in Viseme
    ]
    return rows(cells, 5, 4)


def strip(stage: Stage, film: Film, width: int) -> Image.Image:
    """A motion as a film strip."""
    frames = [cell(picture, LILAC, _FIGURE, width) for picture in stage.filmed(film, _FRAMES)]
    return labelled(
        rows(frames, _FRAMES, 0), f"{film.file.replace('_', ' ')}  ({film.group}, {film.seconds:g} s)", 12
    )


def sheet_motions(stage: Stage) -> Image.Image:
    """Every motion as a film strip, those of a feeling with its face."""
    stage.resize(112 * _SHARPNESS)
    strips = [strip(stage, film, 100) for film in films()]
    down = -(-len(strips) // _STRIPS)
    blank = Image.new("RGB", strips[0].size, WHITE)
    strips += [blank] * (down * _STRIPS - len(strips))
    across = [strips[column * down + row] for row in range(down) for column in range(_STRIPS)]
    return rows(across, _STRIPS, 4).quantize(_COLOURS, dither=Image.Dither.NONE)


SHEETS: Mapping[str, Callable[[Stage], Image.Image]] = {
    "expressions": sheet_expressions, "visemes": sheet_visemes, "motions": sheet_motions,
}  # fmt: skip


def write(folder: Path) -> list[Path]:
    """Draw all sheets into a folder. One call per process."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(MODEL)
    paths = []
    for name, draw in SHEETS.items():
        path = folder / f"{name}.png"
        draw(stage).save(path, optimize=True)
        paths.append(path)
    return paths


def main() -> None:
    """Draw the sheets of the documentation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=DOCS)
    for path in write(parser.parse_args().out):
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
