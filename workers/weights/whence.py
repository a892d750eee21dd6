"""Where a model would come from, in words for the person who is to agree to it."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from workers.weights.catalogue import HubSource, Model, PackageSource, Source, WebSource
from workers.weights.hub import endpoint

_REGISTRIES = {"pypi": "Python packages (pip)", "npm": "JavaScript packages (npm)"}


def places_of(model: Model) -> tuple[str, ...]:
    """Every place that is asked, in that order: a folder, hosts, or a kind of packages."""
    folder = os.environ.get("VESPER_MODELS")
    sources = (source for edition in model.editions for source in edition.sources)
    return tuple(dict.fromkeys([*([folder] if folder else []), *map(_place, sources)]))


def _place(source: Source) -> str:
    match source:
        case HubSource():
            return urlsplit(endpoint()).hostname or endpoint()
        case WebSource(url=url):
            return urlsplit(url).hostname or url
        case PackageSource(registry=registry):
            return _REGISTRIES[registry]
