"""Where model files lie: one folder a model below the user's cache folder.

A model's folder appears in one rename after all its files were verified, so a folder with the right files of
the right sizes is a whole model; sizes are all that is looked at when Vesper starts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_cache_path

from workers.weights.catalogue import Catalogue, Edition, Model, load_catalogue


def cache_root() -> Path:
    """Give the folder of all models: `VESPER_CACHE`/models, else models below the user's cache folder."""
    override = os.environ.get("VESPER_CACHE")
    base = Path(override).expanduser() if override else user_cache_path("vesper", appauthor=False)
    return base / "models"


def installed_root() -> Path | None:
    """Give the folder of models that were installed with Vesper: `models` beside the frozen program; else None."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).parent / "models"
    return folder if folder.is_dir() else None


def path_of(model_id: str) -> Path:
    """Give the folder that holds the files of a model, whether or not they are there yet.

    That is the user's own folder, or, as long as there is none, the one that was installed with Vesper.
    """
    own, shared = cache_root() / model_id, installed_root()
    if shared is not None and not own.is_dir() and (shared / model_id).is_dir():
        return shared / model_id
    return own


def edition_in(folder: Path, model: Model) -> Edition | None:
    """Tell which edition of the model the folder holds in full, judged by file sizes."""
    for edition in model.editions:
        if all(size_of(folder / file.name) == file.size for file in edition.files):
            return edition
    return None


def missing(ids: Iterable[str] | None = None, catalogue: Catalogue | None = None) -> list[str]:
    """List the models (all by default) that are not in place, in the order asked for.

    Raises:
        CatalogueError: an id is not in the catalogue.
    """
    catalogue = catalogue or load_catalogue()
    wanted = catalogue.ids if ids is None else tuple(ids)
    return [model_id for model_id in wanted if edition_in(path_of(model_id), catalogue[model_id]) is None]


def size_of(path: Path) -> int:
    """Give a file's size in bytes, -1 if there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return -1
