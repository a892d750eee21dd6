"""Rebuild the model folder and the icons: `python -m assets.avatar.build [--model DIR] [--icons DIR]`.

Deterministic: the same sources give the same bytes. Needs the `avatar` extra.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from PIL import Image

from assets.avatar.source.art.drawing import draw
from assets.avatar.source.layers import atlas as atlases
from assets.avatar.source.moc3.writer import encode
from assets.avatar.source.rig import assemble
from assets.avatar.source.sidecars import documents

HERE = Path(__file__).parent
MODEL_DIR = HERE / "vesper"
ICON_DIR = HERE.parent / "icons"


def build_model(folder: Path) -> assemble.Rig:
    """Write every file of the model into `folder`."""
    atlas = atlases.build(draw())
    rig = assemble.build(atlas)
    for path, document in documents.documents(rig).items():
        _write(folder / path, documents.text(document).encode())
    _write(folder / "vesper.moc3", encode(rig.model))
    texture = folder / documents.TEXTURE
    texture.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(atlas.pixels).save(texture, optimize=True)
    return rig


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main() -> None:
    """Build, and say what was built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL_DIR)
    arguments = parser.parse_args()
    started = time.perf_counter()
    model = build_model(arguments.model).model
    vertices = sum(len(mesh.uv) for mesh in model.meshes)
    keyforms = sum(len(mesh.forms) for mesh in model.meshes)
    print(
        f"{len(model.parameters)} parameters, {len(model.deformers)} deformers, {len(model.meshes)} meshes,"
        f" {vertices} vertices, {keyforms} keyforms in {time.perf_counter() - started:.1f} s"
    )


if __name__ == "__main__":
    main()
