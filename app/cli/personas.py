"""`personas`: her tempers, bonds and styles, ours and the user's own: list, show, copy, edit, delete, pass on."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from app.cli.ground import DONE, FAILED, CommandError, complete, say, settings_of
from app.persona.character import persona_of
from app.persona.files import PersonaFileError, PersonaTakenError, part_of, read_text
from app.persona.library import Entry, Library
from models.persona import PREFIX_TOKENS, cost, prefix
from models.persona_parts import Kind
from workers.advice import own

_EDITORS = {"nt": "notepad"}


def run(args: Namespace) -> int:
    """Do it."""
    return complete(lambda: _do(args))


async def _do(args: Namespace) -> int:
    try:
        return _ACTIONS[args.action](Library(), args)
    except PersonaTakenError as error:
        hint = "--replace writes over it" if "replace" in args else "choose another id"
        message = f"{error}; {hint}"
        raise CommandError(message) from error
    except PersonaFileError as error:
        raise CommandError(str(error)) from error


def _list(library: Library, args: Namespace) -> int:
    entries = {kind: library.entries(kind) for kind in Kind}
    if args.json:
        print(json.dumps([_about(entry) for found in entries.values() for entry in found], indent=2))
        return DONE
    chosen = settings_of(args).settings.character
    width = max(len(entry.part.id) for found in entries.values() for entry in found)
    for kind, found in entries.items():
        print(f"{kind}s")
        for entry in found:
            mark = "*" if entry.part.id == getattr(chosen, kind) else " "
            own = "" if entry.ours else " (yours, in place of ours)" if entry.shadows else " (yours)"
            print(f"{mark} {entry.part.id:<{width}}  {entry.part.description}{own}")
        print()
    print("* is chosen. Change it in her menu, or under [character] in the settings.")
    return DONE


def _about(entry: Entry) -> dict[str, object]:
    part = entry.part
    return {
        "kind": entry.kind.value,
        "id": part.id,
        "title": part.title,
        "description": part.description,
        "ours": entry.ours,
        "file": str(entry.path),
    }


def _show(library: Library, args: Namespace) -> int:
    entry = library.find(args.id)
    print(f"# {entry.path}")
    print(read_text(entry.path), end="")
    return DONE


def _preview(library: Library, args: Namespace) -> int:
    """Print the prompt that a part makes with whatever else the settings choose."""
    entry = library.find(args.id)
    settings = settings_of(args).settings
    character = settings.character.model_copy(update={entry.kind.value: entry.part.id})
    persona = persona_of(settings.model_copy(update={"character": character}), library)
    start = prefix(persona, character.streamer_name)
    for message in start:
        print(f"[{message.role}] {message.content}\n")
    print(f"voice: {persona.voice}, speed {persona.speed:g}; resting face: {persona.tone}")
    print(f"about {cost(*start)} tokens of {PREFIX_TOKENS}, {len(persona.examples)} exchanges")
    return DONE


def _copy(library: Library, args: Namespace) -> int:
    return _made(library.copy(args.id, args.new, args.title))


def _new(library: Library, args: Namespace) -> int:
    return _made(library.start(Kind(args.kind), args.new, args.title))


def _made(entry: Entry) -> int:
    edit = own(f"personas edit {entry.kind}/{entry.part.id}")
    print(f"{entry.path}\nMake it yours: {edit}")
    return DONE


def _edit(library: Library, args: Namespace) -> int:
    kind, path = library.owned(args.id)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _EDITORS.get(os.name, "nano")
    try:
        code = subprocess.run([*shlex.split(editor), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        message = f"the editor {editor!r} does not start; set EDITOR, or open {path} yourself"
        raise CommandError(message) from error
    if code:
        message = f"the editor ended with code {code}; {path} is as it left it"
        raise CommandError(message)
    return _checked(library, kind, path)


def _checked(library: Library, kind: Kind, path: Path) -> int:
    """Say whether a file that was edited can be used."""
    part = part_of(path.name, read_text(path), kind)
    if part.id != path.stem:
        message = f"its id is {part.id!r}, but the file is called {path.name}; make them agree"
        raise CommandError(message)
    library.find(f"{kind}/{part.id}")
    print(f"{path}\nIt is fine.")
    return DONE


def _delete(library: Library, args: Namespace) -> int:
    kind, path = library.owned(args.id)
    if not args.yes and sys.stdin.isatty():
        answer = input(f"Delete {path}? [y/N] ")
        if answer.strip().lower() not in {"y", "yes"}:
            say("nothing was deleted")
            return FAILED
    print(library.delete(f"{kind}/{path.stem}"))
    return DONE


def _export(library: Library, args: Namespace) -> int:
    print(library.export(args.id, Path(args.file), replace=args.replace))
    return DONE


def _import(library: Library, args: Namespace) -> int:
    entry = library.import_(Path(args.file), replace=args.replace)
    print(f"{entry.kind}/{entry.part.id}: {entry.part.title}. {entry.part.description}\n{entry.path}")
    return DONE


_ACTIONS = {
    "list": _list,
    "show": _show,
    "preview": _preview,
    "copy": _copy,
    "new": _new,
    "edit": _edit,
    "delete": _delete,
    "export": _export,
    "import": _import,
}
