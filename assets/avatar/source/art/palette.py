"""Named colours from `palette.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

with Path(__file__).with_name("palette.toml").open("rb") as _file:
    _COLOURS: dict[str, dict[str, str]] = tomllib.load(_file)

INK, INK_SOFT = _COLOURS["ink"]["main"], _COLOURS["ink"]["soft"]
INK_HAIR, INK_SKIN, INK_GOLD = _COLOURS["ink"]["hair"], _COLOURS["ink"]["skin"], _COLOURS["ink"]["gold"]
INK_LASH, INK_BROW, INK_LIP = _COLOURS["ink"]["lash"], _COLOURS["ink"]["brow"], _COLOURS["ink"]["lip"]
SKIN, SKIN_SHADE = _COLOURS["skin"]["base"], _COLOURS["skin"]["shade"]
HAIR_SHADE, HAIR_DARK = _COLOURS["hair"]["shade"], _COLOURS["hair"]["dark"]
DUSK, DUSK_SHADE = _COLOURS["dusk"]["base"], _COLOURS["dusk"]["shade"]
COAT, COAT_SHADE = _COLOURS["coat"]["base"], _COLOURS["coat"]["shade"]
GOLD, GOLD_LIGHT, GOLD_SHADE = _COLOURS["gold"]["base"], _COLOURS["gold"]["light"], _COLOURS["gold"]["shade"]
ROSE = _COLOURS["rose"]["base"]
