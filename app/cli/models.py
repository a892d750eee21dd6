"""`models`: fetch, verify or list the AI models."""

from __future__ import annotations

import json
from argparse import Namespace

from app.cli.ground import DONE, complete
from workers.weights.__main__ import main
from workers.weights.cache import edition_in, path_of
from workers.weights.catalogue import load_catalogue


def run(args: Namespace) -> int:
    """Do it; the store's own exit codes."""
    return complete(lambda: _do(args))


async def _do(args: Namespace) -> int:
    if args.action == "list" and args.json:
        return _list_json(tuple(args.ids))
    return main([args.action, *args.ids])


def _list_json(ids: tuple[str, ...]) -> int:
    catalogue = load_catalogue()
    listing = []
    every = (*catalogue.models, *catalogue.better)
    for model in [catalogue[model_id] for model_id in ids] or every:
        edition = edition_in(path_of(model.id), model)
        listing.append(
            {
                "id": model.id,
                "role": model.role,
                "title": model.title,
                "licence": model.licence,
                "bytes": (edition or model.editions[0]).size,
                "needed": model.offer is None,
                "in_place": edition is not None,
                "folder": str(path_of(model.id)),
            }
        )
    print(json.dumps(listing, indent=2))
    return DONE
