"""`python -m workers.weights fetch|verify|list [IDS]`: the model store from a terminal.

Exit status: 0 all is well, 1 something is missing or wrong, 4 a program named on standard error is missing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workers.weights.cache import cache_root, edition_in, path_of
from workers.weights.catalogue import Catalogue, Model, load_catalogue
from workers.weights.errors import ToolMissingError, WeightsError
from workers.weights.fetch import fetch
from workers.weights.part import is_whole
from workers.weights.progress import TerminalProgress

TOOL_MISSING = 4


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m workers.weights", description="Vesper's AI models.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("fetch", "put missing models in place"),
        ("verify", "check every byte of the models in place"),
        ("list", "show the models and where they lie"),
    ):
        command = commands.add_parser(name, help=text, description=text.capitalize() + ".")
        command.add_argument("ids", nargs="*", metavar="ID", help="models (default: all she needs)")
        if name == "fetch":
            command.add_argument(
                "--from", dest="folder", type=Path, metavar="DIR", help="a folder with model files"
            )
    options = parser.parse_args(arguments)
    try:
        catalogue = load_catalogue()
        ids = tuple(catalogue[model_id].id for model_id in options.ids) or catalogue.ids
        if options.command == "fetch":
            return _fetch(catalogue, ids, options.folder)
        if options.command == "verify":
            return _verify(catalogue, ids)
        return _list(catalogue, ids, better=not options.ids)
    except ToolMissingError as error:
        print(error, file=sys.stderr)
        return TOOL_MISSING
    except WeightsError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What has arrived is kept for the next time.", file=sys.stderr)
        return 130


def _fetch(catalogue: Catalogue, ids: tuple[str, ...], folder: Path | None) -> int:
    fetched = fetch(
        ids, catalogue=catalogue, local_folder=folder, progress=TerminalProgress(sys.stdout), notice=print
    )
    if fetched:
        print(f"Models are in place and verified: {cache_root()}")
    return 0


def _verify(catalogue: Catalogue, ids: tuple[str, ...]) -> int:
    sound = True
    for model_id in ids:
        model, folder = catalogue[model_id], path_of(model_id)
        edition = edition_in(folder, model)
        if edition is None:
            verdict = "missing"
        else:
            wrong = [file.name for file in edition.files if not is_whole(folder / file.name, file)]
            verdict = f"damaged: {', '.join(wrong)}" if wrong else "sound"
        sound &= verdict == "sound"
        print(f"{model_id:<16} {verdict}")
    if not sound:
        print("Remove a damaged model's folder and run the fetch command to put it right.")
    return 0 if sound else 1


def _list(catalogue: Catalogue, ids: tuple[str, ...], *, better: bool) -> int:
    print(f"Models folder: {cache_root()}")
    for model_id in ids:
        _list_one(catalogue[model_id], "missing")
    if better:
        print("Better models, fetched only when you name them:")
        for model in catalogue.better:
            _list_one(model, "offered")
    return 0


def _list_one(model: Model, absent: str) -> None:
    edition = edition_in(path_of(model.id), model)
    state = "in place" if edition else absent
    size = (edition or model.editions[0]).size / 1_000_000
    print(f"{model.id:<22} {state:<9} {size:7.1f} MB  {model.licence:<40} {model.title}")


if __name__ == "__main__":
    sys.exit(main())
