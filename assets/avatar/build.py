"""Rebuild the model folder and the icons: `python -m assets.avatar.build [--model DIR] [--icons DIR]`.

Deterministic: the same sources give the same bytes. Needs the `avatar` extra.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from assets.avatar.source.art.drawing import draw
from assets.avatar.source.art.paint import Layer
from assets.avatar.source.deform.mouth import Lips
from assets.avatar.source.layers import atlas as atlases
from assets.avatar.source.layers import pictures
from assets.avatar.source.moc3.writer import encode
from assets.avatar.source.rig import assemble
from assets.avatar.source.sidecars import documents

HERE = Path(__file__).parent
MODEL_DIR = HERE / "vesper"
ICON_DIR = HERE.parent / "icons"
_BIGGEST_IN_ICO = 256


def build_model(folder: Path, layers: Mapping[str, Layer]) -> assemble.Rig:
    """Write every file of the model, and her still picture, into `folder`."""
    atlas = atlases.build(layers)
    rig = assemble.build(atlas)
    for path, document in documents.documents(rig).items():
        _write(folder / path, documents.text(document).encode())
    _write(folder / "vesper.moc3", encode(rig.model))
    _write(folder / documents.TEXTURE, _png(atlas.pixels))
    _write(folder / "still.png", _png(pictures.still(layers, _resting_lips())))
    return rig


def build_icons(folder: Path, layers: Mapping[str, Layer]) -> None:
    """Write the icons.

    `vesper-<px>.png`, `vesper.svg` and `vesper.ico` for the application, `tray/<state>-<px>.png`, and `portrait.png`
    for the chat.
    """
    icons = pictures.app_icons(layers, _resting_lips())
    for side, pixels in icons.items():
        _write(folder / f"vesper-{side}.png", _png(pixels))
    for (state, side), pixels in pictures.tray_icons().items():
        _write(folder / "tray" / f"{state}-{side}.png", _png(pixels))
    _write(folder / "portrait.png", _png(pictures.portrait(layers, _resting_lips())))
    _write(folder / "vesper.svg", pictures.app_drawing(layers, _resting_lips()).svg().encode())
    sides = sorted((side for side in icons if side <= _BIGGEST_IN_ICO), reverse=True)
    biggest, *others = [Image.fromarray(icons[side]) for side in sides]
    content = io.BytesIO()
    biggest.save(content, format="ICO", sizes=[(side, side) for side in sides[::-1]], append_images=others)
    _write(folder / "vesper.ico", content.getvalue())


def _resting_lips() -> Lips:
    return Lips(**assemble.load("mouths")["shut_plain"])


def _png(pixels: atlases.Pixels) -> bytes:
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, format="PNG", compress_level=7)
    return content.getvalue()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main() -> None:
    """Build, and say what was built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL_DIR)
    parser.add_argument("--icons", type=Path, default=ICON_DIR)
    arguments = parser.parse_args()
    started = time.perf_counter()
    layers = draw()
    model = build_model(arguments.model, layers).model
    build_icons(arguments.icons, layers)
    vertices = sum(len(mesh.uv) for mesh in model.meshes)
    keyforms = sum(len(mesh.forms) for mesh in model.meshes)
    print(
        f"{len(model.parameters)} parameters, {len(model.deformers)} deformers, {len(model.meshes)} meshes,"
        f" {vertices} vertices, {keyforms} keyforms in {time.perf_counter() - started:.1f} s"
    )


if __name__ == "__main__":
    main()
