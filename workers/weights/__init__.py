"""The store of model weights: what there is, where it lies, how it gets there.

- `catalogue`: the models, their files, hashes, licences and sources (`assets/models.toml`)
- `cache`: where the files lie in the user's cache folder, and which are missing
- `fetch`: puts missing models in place, verified by SHA-256
- `download`: one model as a job in the background, with pause and resume
- `python -m workers.weights`: the same from a terminal

Importing this package touches neither the disk nor the network.
"""

from __future__ import annotations

from workers.weights.cache import missing, path_of
from workers.weights.catalogue import Catalogue, Model, load_catalogue
from workers.weights.errors import DiskFullError, ToolMissingError, WeightsError
from workers.weights.fetch import fetch

__all__ = [
    "Catalogue",
    "DiskFullError",
    "Model",
    "ToolMissingError",
    "WeightsError",
    "fetch",
    "load_catalogue",
    "missing",
    "path_of",
]
