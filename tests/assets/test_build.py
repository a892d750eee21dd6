"""The built files: reproducible, up to date, clean at the edges."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from assets.avatar import build
from assets.avatar.source.art import badges
from assets.avatar.source.art.paint import Layer
from assets.avatar.source.layers import atlas, pictures
from assets.avatar.source.layers.packing import pack


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, Layer]) -> list[Path]:
    folders = [tmp_path_factory.mktemp("model") for _ in range(2)]
    for folder in folders:
        build.build_model(folder / "vesper", drawn)
    build.build_icons(folders[0] / "icons", drawn)
    return folders


def files(folder: Path) -> dict[str, Path]:
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}


def test_building_twice_gives_the_same_bytes(fresh: list[Path]) -> None:
    first, second = (files(folder / "vesper") for folder in fresh)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name].read_bytes() != second[name].read_bytes()] == []


def test_committed_model_is_what_the_sources_build(fresh: list[Path]) -> None:
    built, committed = files(fresh[0] / "vesper"), files(build.MODEL_DIR)
    assert built.keys() == committed.keys()
    assert [name for name in built if not same(built[name], committed[name])] == []


def test_committed_icons_are_what_the_sources_build(fresh: list[Path]) -> None:
    built = files(fresh[0] / "icons")
    assert [name for name, path in built.items() if not same(path, build.ICON_DIR / name)] == []


def pixels_of(path: Path) -> NDArray[np.int16]:
    with Image.open(path) as picture:
        return np.array(picture.convert("RGBA"), dtype=np.int16)


def same(built: Path, committed: Path) -> bool:
    """Byte for byte; pictures pixel for pixel, because compressors differ between versions."""
    if built.suffix in {".png", ".ico"}:
        one, other = pixels_of(built), pixels_of(committed)
        return one.shape == other.shape and int(np.abs(one - other).max()) <= 2
    return built.read_bytes() == committed.read_bytes()


def test_no_dark_fringe_under_clear_texels(packed: atlas.Atlas) -> None:
    """Just outside the painted area a texel carries its neighbour's colour, so filtering cannot darken the edge."""
    pixels = packed.pixels.astype(np.int16)
    alpha = pixels[..., 3]
    for axis in (0, 1):
        near, far = (np.take(pixels, range(start, start + atlas.SIDE - 1), axis=axis) for start in (0, 1))
        edge = (near[..., 3] >= 200) & (far[..., 3] <= 4)
        assert edge.sum() > 20
        assert (np.abs(near[edge, :3] - far[edge, :3]).max(axis=1) > 40).mean() < 0.01
    assert (alpha == 0).mean() > 0.1
    assert (pixels[alpha == 0][:, :3].sum(axis=1) == 0).mean() < 0.01


def test_tiles_do_not_overlap(packed: atlas.Atlas) -> None:
    taken = np.zeros((atlas.SIDE, atlas.SIDE), dtype=np.int8)
    for tiles in packed.tiles.values():
        for tile in tiles:
            taken[tile.top - 2 : tile.top + tile.height + 2, tile.left - 2 : tile.left + tile.width + 2] += 1
    assert taken.max() == 1


def test_packing_refuses_what_does_not_fit() -> None:
    assert pack([(60, 60), (60, 60)], 100) is None
    places = pack([(60, 30), (40, 90), (60, 60)], 100)
    assert places is not None
    assert sorted(places) == [(0, 0), (40, 0), (40, 60)]


def test_still_picture_has_her_whole_and_a_clear_ground() -> None:
    picture = pixels_of(build.MODEL_DIR / "still.png")
    assert picture.shape[0] == pictures.STILL_HEIGHT
    assert picture[0, 0, 3] == 0
    assert (picture[..., 3] == 255).mean() > 0.3


@pytest.mark.parametrize("side", [16, 22])
@pytest.mark.parametrize("ground", [240, 30])
def test_tray_icons_differ_and_stand_out_where_they_are_small(ground: int, side: int) -> None:
    small = []
    for path in sorted((build.ICON_DIR / "tray").glob(f"*-{side}.png")):
        with Image.open(path) as icon:
            panel = Image.new("RGBA", (side, side), (ground, ground, ground, 255))
            panel.alpha_composite(icon.convert("RGBA"))
        small.append(np.array(panel.convert("RGB"), dtype=np.int16))
    assert len(small) == len(badges.STATES)
    for index, picture in enumerate(small):
        assert (np.abs(picture - ground).max(axis=2) > 60).mean() > 0.3
        for other in small[index + 1 :]:
            assert (np.abs(picture - other).max(axis=2) > 60).sum() > 12


def test_the_states_of_the_tray_icon_differ_without_colour() -> None:
    grey = []
    for state in badges.STATES:
        with Image.open(build.ICON_DIR / "tray" / f"{state}-22.png") as icon:
            grey.append(np.array(icon.convert("LA"), dtype=np.int16)[..., 0])
    for index, picture in enumerate(grey):
        for other in grey[index + 1 :]:
            assert (np.abs(picture - other) > 40).sum() > 12
