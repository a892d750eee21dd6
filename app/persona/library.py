"""The presets, dynamics and styles there are: ours, and the user's own in the config folder.

A user's file with an id of ours stands in for it. A file that cannot be used is reported and skipped, so a slip of
the pen never stops a start. Files are read again when they changed on disk.

A part is named by its id, or as "style/chaotic" where two kinds share one. What travels between machines is one
TOML file: the part's own text under a line that tells its format and one that tells its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from app.atomic import write_atomically
from app.config.problems import Problem, choices
from app.paths import asset, config_folder
from app.persona.files import PersonaFileError, PersonaTakenError, part_of, read_text, table_of
from models.persona_parts import ID, Core, Dynamic, Kind, Part, Preset, Style, parse_core


@dataclass(frozen=True, slots=True)
class Entry:
    """A part that can be chosen. `ours`: it ships with Vesper; `shadows`: it is the user's, in place of ours."""

    kind: Kind
    part: Part
    path: Path
    ours: bool
    shadows: bool = False


MOST_FILES = 200
"""Files of a folder that are looked at."""
FORMAT = "vesper-persona 1"
ENDING = ".vesper-persona.toml"

_ID = re.compile(ID)
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names that are no files on Windows."""

_Found = Part | tuple[Problem, ...]


class Library:
    """All parts, by kind. `folder` is where the user's own lie; nothing is written until asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or config_folder() / "personas"
        self._known: dict[Path, tuple[tuple[int, int], _Found]] = {}

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """Those that can be chosen: ours first, then the user's, by title."""
        return self._scan(kind)[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the user's own files."""
        return tuple(problem for kind in Kind for problem in self._scan(kind)[1])

    def preset(self, preset_id: str) -> Preset | None:
        """A preset by id; None where there is none."""
        part = self._part(Kind.PRESET, preset_id)
        return part if isinstance(part, Preset) else None

    def dynamic(self, dynamic_id: str) -> Dynamic | None:
        """A dynamic by id; None where there is none."""
        part = self._part(Kind.DYNAMIC, dynamic_id)
        return part if isinstance(part, Dynamic) else None

    def style(self, style_id: str) -> Style | None:
        """A style by id; None where there is none."""
        part = self._part(Kind.STYLE, style_id)
        return part if isinstance(part, Style) else None

    def find(self, reference: str) -> Entry:
        """The part a reference names. Raises `PersonaFileError` where that is none or more than one."""
        kinds, part_id = _parsed(reference)
        found = [entry for kind in kinds for entry in self.entries(kind) if entry.part.id == part_id]
        if len(found) == 1:
            return found[0]
        if found:
            both = choices(f"{entry.kind}/{part_id}" for entry in found)
            raise PersonaFileError(Problem(reference, "is the name of more than one", both))
        known = [entry.part.id for kind in kinds for entry in self.entries(kind)]
        raise PersonaFileError(Problem(reference, "is the id of no persona", choices(dict.fromkeys(known))))

    def owned(self, reference: str) -> tuple[Kind, Path]:
        """The user's own file of a reference, usable or not. Raises `PersonaFileError` where there is none."""
        kinds, part_id = _parsed(reference)
        files = [(kind, self._path(kind, part_id)) for kind in kinds if _ID.fullmatch(part_id)]
        there = [(kind, path) for kind, path in files if path.is_file()]
        if len(there) == 1:
            return there[0]
        if there:
            both = choices(f"{kind}/{part_id}" for kind, _ in there)
            raise PersonaFileError(Problem(reference, "is the name of more than one", both))
        entry = self.find(reference)
        raise PersonaFileError(Problem(reference, f"is one of ours and stays; copy the {entry.kind} first"))

    def copy(self, reference: str, new_id: str, title: str = "") -> Entry:
        """Make a part the user's own under a new id, text and comments included."""
        entry = self.find(reference)
        made_of = f"# Made from the {entry.kind} {entry.part.title!r}.\n"
        return self.start(entry.kind, new_id, title, made_of + without_heading(read_text(entry.path)))

    def start(self, kind: Kind, new_id: str, title: str = "", text: str = "") -> Entry:
        """Begin a part of the user's own from `text`, or from an empty form that explains itself."""
        document = tomlkit.parse(text or read_text(asset("persona", "forms", f"{kind}.toml")))
        document["id"] = new_id
        document["title"] = title or new_id.replace("_", " ").capitalize()
        return self.save(kind, tomlkit.dumps(document))

    def save(self, kind: Kind, text: str, *, replace: bool = False) -> Entry:
        """Keep a part of the user's own; one with its id is only replaced when told so.

        Raises:
            PersonaTakenError: its id is taken.
            PersonaFileError: the text is no such part, or it cannot be written.
        """
        part = part_of(kind, text, kind)
        if part.id in _RESERVED:
            raise PersonaFileError(Problem(f"{kind}: id", f"cannot be {part.id!r}, which some systems keep"))
        path = self._path(kind, part.id)
        known = next((entry for entry in self.entries(kind) if entry.part.id == part.id), None)
        if not replace and (known or path.exists() or path.is_symlink()):
            whose = "ours" if known and known.ours else "yours"
            raise PersonaTakenError(Problem(f"{kind}/{part.id}", f"is there already, one of {whose}"))
        _write(path, text)
        return self.find(f"{kind}/{part.id}")

    def delete(self, reference: str) -> Path:
        """Delete a part of the user's own; one of ours that it stood in for is back then."""
        _, path = self.owned(reference)
        try:
            path.unlink()
        except OSError as error:
            raise PersonaFileError(Problem(str(path), f"stays ({error.strerror or error})")) from error
        return path

    def export(self, reference: str, path: Path, *, replace: bool = False) -> Path:
        """Write a part into one file that another Vesper can import; a folder gives it a name of its own."""
        entry = self.find(reference)
        target = path / f"{entry.part.id}{ENDING}" if path.is_dir() else path
        if target.exists() and not replace:
            raise PersonaTakenError(Problem(str(target), "is there already"))
        heading = "# A persona for Vesper. Take it in with: vesper personas import FILE\n"
        about = f'{heading}format = "{FORMAT}"\nkind = "{entry.kind}"\n\n'
        _write(target, about + without_heading(read_text(entry.path)))
        return target

    def import_(self, path: Path, *, replace: bool = False) -> Entry:
        """Take in an exported part; one with its id is only replaced when told so.

        Raises:
            PersonaTakenError: its id is taken.
            PersonaFileError: with every fault of the file.
        """
        text = read_text(path)
        table = table_of(path.name, text)
        if table.get("format") != FORMAT or str(table.get("kind")) not in set(Kind):
            wrong = "is no persona that this Vesper can take in"
            raise PersonaFileError(Problem(path.name, wrong, f'format = "{FORMAT}" and a kind'))
        kind = Kind(table["kind"])
        part_of(path.name, text, kind, also=("format", "kind"))
        document = tomlkit.parse(text)
        del document["format"], document["kind"]
        return self.save(kind, tomlkit.dumps(document), replace=replace)

    @staticmethod
    def core() -> Core:
        """What she is in every persona. Raises `PersonaFileError` or `PersonaError` when our file is damaged."""
        return parse_core(table_of("core.toml", read_text(asset("persona", "core.toml"))))

    def _path(self, kind: Kind, part_id: str) -> Path:
        return self.folder / f"{kind}s" / f"{part_id}.toml"

    def _part(self, kind: Kind, part_id: str) -> Part | None:
        return next((entry.part for entry in self.entries(kind) if entry.part.id == part_id), None)

    def _scan(self, kind: Kind) -> tuple[tuple[Entry, ...], list[Problem]]:
        entries, problems = dict[str, Entry](), list[Problem]()
        for ours, folder in ((True, asset("persona", f"{kind}s")), (False, self.folder / f"{kind}s")):
            for path in sorted(folder.glob("*.toml"))[:MOST_FILES]:
                found = self._read(kind, path)
                if isinstance(found, tuple):
                    problems += found
                else:
                    shadows = not ours and found.id in entries
                    entries[found.id] = Entry(kind, found, path, ours, shadows)
        order = sorted(entries.values(), key=lambda e: (not (e.ours or e.shadows), e.part.title.lower()))
        return tuple(order), problems

    def _read(self, kind: Kind, path: Path) -> _Found:
        """A file's part or problems, read again only when the file changed."""
        try:
            about = path.stat()
        except OSError as error:
            return (Problem(path.name, f"cannot be read ({error.strerror or error})"),)
        stamp = (about.st_mtime_ns, about.st_size)
        if path not in self._known or self._known[path][0] != stamp:
            name = f"{path.parent.name}/{path.name}"
            found: _Found
            try:
                found = part_of(name, read_text(path), kind)
                if found.id != path.stem:
                    wrong = f"is {found.id!r}, but the file is called {path.name}; make them agree"
                    found = (Problem(f"{name}: id", wrong),)
            except PersonaFileError as error:
                found = error.problems
            self._known[path] = stamp, found
        return self._known[path][1]


def _parsed(reference: str) -> tuple[tuple[Kind, ...], str]:
    """The kinds a reference may mean, and the id."""
    kind, slash, part_id = reference.partition("/")
    if not slash:
        return tuple(Kind), reference
    return (Kind(kind),) if kind in set(Kind) else (), part_id


def without_heading(text: str) -> str:
    """A file's text without the comment on top, which tells of the file it was."""
    lines = text.splitlines(keepends=True)
    while lines and lines[0].lstrip().startswith("#"):
        del lines[0]
    return "".join(lines)


def _write(path: Path, text: str) -> None:
    try:
        write_atomically(path, text)
    except OSError as error:
        raise PersonaFileError(
            Problem(str(path), f"cannot be written ({error.strerror or error})")
        ) from error
