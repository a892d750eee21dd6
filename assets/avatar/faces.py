"""Her head in each of her expressions, drawn by the real Core: `python -m assets.avatar.faces [--out DIR]`.

For places that show how she feels but do not draw her. Needs an X display.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image

from assets.avatar.stage import MODEL, Stage, expressions

OUT = Path(__file__).parents[1] / "icons" / "faces"
SIDE = 144
"""Pixels of a picture's side."""
_HIGH = 640
_LEFT, _TOP, _SHARE = 0.185, 0.105, 0.545
"""Where her head is: shares of the picture's width, of its height, and its side as a share of the height."""


def write(folder: Path) -> list[Path]:
    """Draw all of them into a folder, as `<expression>.png`, square, on nothing. One call per process."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(MODEL, _HIGH)
    paths = []
    for name in expressions(MODEL):
        whole = Image.fromarray(stage.expressed(name))
        side = round(_SHARE * _HIGH)
        left, top = round(_LEFT * whole.width), round(_TOP * whole.height)
        head = whole.crop((left, top, left + side, top + side)).convert("RGBa")
        path = folder / f"{name}.png"
        head.resize((SIDE, SIDE), Image.Resampling.LANCZOS).convert("RGBA").save(path, optimize=True)
        paths.append(path)
    return paths


def main() -> None:
    """Draw her faces."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    for path in write(parser.parse_args().out):
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
