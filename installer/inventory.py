"""What a frozen build is made of, and on whose terms: a bill of materials and a page of licences.

Both are made from the build itself: the modules and libraries that went into it, the metadata of the packages
they came from, and the catalogue of models. The bill is CycloneDX 1.6 (ECMA-424) in JSON.
"""

from __future__ import annotations

import json
import platform
import re
import sysconfig
import tomllib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from installer import release
from installer.terminal import ROOT

BILL = "sbom.cdx.json"
PAGE = "THIRD_PARTY.txt"
CUBISM = """\
live2d-py contains the Live2D Cubism Core, which is proprietary and Live2D Inc.'s. It is free for individuals and
for businesses below Live2D's revenue limit; a program into which users load models of their own, as this one,
is an expandable application, and publishing it needs an agreement with Live2D. See Live2D's Proprietary
Software License Agreement.
"""
SYSTEM_LIBRARIES = {
    "libbrotli": ("Brotli", "MIT"),
    "libbz2": ("bzip2", "bzip2-1.0.6"),
    "libcrypto": ("OpenSSL", "Apache-2.0"),
    "libffi": ("libffi", "MIT"),
    "libgomp": ("GCC runtime library", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "liblzma": ("XZ Utils", "0BSD"),
    "libpython": ("Python", "PSF-2.0"),
    "libsqlite3": ("SQLite", "blessing"),
    "libssl": ("OpenSSL", "Apache-2.0"),
    "libuuid": ("util-linux libuuid", "BSD-3-Clause"),
    "libxcb-": ("xcb-util", "MIT"),
    "libxkbcommon": ("libxkbcommon", "MIT"),
    "libzstd": ("Zstandard", "BSD-3-Clause"),
}
"""Libraries of the building system that may come along, by the beginning of their name."""

_COPYLEFT = re.compile(r"(?<![L\w])A?GPL(?!.*exception)|GNU (Affero )?General Public", re.IGNORECASE)
COMMON_TEXTS = {"LGPL-3": ("LGPL-3", "GPL-3"), "Apache": ("Apache-2.0",)}
"""Texts that Debian keeps for everybody, for packages that name such terms without their words."""

_COMMON = Path("/usr/share/common-licenses")
_TERMS = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)
_NOT_TERMS = (".py", ".pyc")


class UnknownPartError(Exception):
    """Something in the build has no known origin, or terms that it must not be shipped on."""


@dataclass(frozen=True)
class Part:
    """One third-party part of the build."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()
    address: str = ""
    is_package: bool = True


def parts(modules: Iterable[str], libraries: Iterable[str]) -> list[Part]:
    """The parts that modules and the system's libraries come from, by name.

    Raises:
        UnknownPartError: a library is unknown, or something is under the GPL.
    """
    tops = {module.partition(".")[0] for module in modules}
    found = [_described(package) for package in distributions() if tops & set(_tops(package))]
    found += {_system(library) for library in libraries}
    found.append(Part("Python", platform.python_version(), "PSF-2.0", _of_python(), is_package=False))
    found.append(
        Part("PyInstaller's bootloader", "", "GPL-2.0-or-later WITH Bootloader-exception", is_package=False)
    )
    unique = {part.name.lower(): part for part in found if part.name.lower() != release.NAME}
    for part in unique.values():
        if is_copyleft(part.licence):
            message = f"{part.name} is under {part.licence}, which the build must not be"
            raise UnknownPartError(message)
    return [unique[name] for name in sorted(unique)]


def is_copyleft(licence: str) -> bool:
    """Tell whether every choice a licence leaves is the GPL without an exception for what it is linked with."""
    return all(_COPYLEFT.search(choice) for choice in re.split(r" OR | or | / ", licence))


def page(found: Iterable[Part]) -> str:
    """The page of licences, for people."""
    found = list(found)
    lines = [f"{release.TITLE} {release.version()} stands on the work of others.", "", CUBISM, ""]
    lines += [
        "The models are fetched apart from the program; `vesper models list` and LICENSES.md name their terms.",
        "",
    ]
    width = max(len(part.name) for part in found)
    lines += [f"{part.name:<{width}}  {part.version:<14} {part.licence}" for part in found]
    for part in found:
        if part.texts:
            lines += ["", "=" * 78, f"{part.name} {part.version}", part.address, "=" * 78]
            lines += [text.rstrip() for text in part.texts]
    return "\n".join(lines) + "\n"


def bill(found: Iterable[Part], catalogue: Path = ROOT / "assets" / "models.toml") -> dict[str, Any]:
    """The bill of materials, models included."""
    components = [_component(part) for part in found] + list(_models(catalogue))
    name = f"{release.NAME} {release.version()} {json.dumps(components, sort_keys=True)}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": release.NAME,
                "name": release.NAME,
                "version": release.version(),
                "description": release.description(),
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": components,
        "dependencies": [
            {"ref": release.NAME, "dependsOn": sorted(component["bom-ref"] for component in components)}
        ],
    }


def write(folder: Path, found: list[Part]) -> tuple[Path, Path]:
    """Write the bill and the page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / BILL, folder / PAGE
    made[0].write_text(json.dumps(bill(found), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    made[1].write_text(page(found), encoding="utf-8")
    return made


def _tops(package: Distribution) -> Iterator[str]:
    """The top-level modules of a package."""
    for file in package.files or ():
        first = file.parts[0]
        if first.endswith((".dist-info", ".data", ".libs")) or first in {"..", "__pycache__"}:
            continue
        yield first.partition(".")[0]


def _described(package: Distribution) -> Part:
    facts = package.metadata
    texts = [
        text
        for file in package.files or ()
        if _TERMS.search(str(file)) and not str(file).endswith(_NOT_TERMS)
        if (text := _read(Path(str(file.locate()))))
    ]
    if not texts:
        texts = _common(_licence(package))
    address = next(iter(facts.get_all("Project-URL") or ()), "").rpartition(", ")[2]
    return Part(
        facts["Name"],
        package.version,
        _licence(package),
        tuple(dict.fromkeys(texts)),
        _field(package, "Home-page") or address,
    )


def _field(package: Distribution, name: str) -> str:
    return next(iter(package.metadata.get_all(name) or ()), "")


def _licence(package: Distribution) -> str:
    facts = package.metadata
    if expression := _field(package, "License-Expression"):
        return expression
    named = [
        line.rpartition(" :: ")[2]
        for line in facts.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    named = [name for name in named if name != "OSI Approved"]
    if named:
        return " / ".join(named)
    told = _field(package, "License").strip().splitlines()
    return told[0][:60] if told else "see its text"


def _common(licence: str) -> list[str]:
    names = next((files for begin, files in COMMON_TEXTS.items() if begin in licence), ())
    return [text for name in names if (text := _read(_COMMON / name))]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _of_python() -> tuple[str, ...]:
    text = _read(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt")
    return (text,) if text else ()


def _system(library: str) -> Part:
    for beginning, (name, licence) in SYSTEM_LIBRARIES.items():
        if library.startswith(beginning):
            return Part(name, "of the building system", licence, is_package=False)
    message = f"{library} came along from the building system and is not known"
    raise UnknownPartError(message)


def _component(part: Part) -> dict[str, Any]:
    described: dict[str, Any] = {"type": "library", "name": part.name, "version": part.version}
    described["bom-ref"] = f"{part.name}@{part.version}"
    described["licenses"] = [{"license": {"name": part.licence}}]
    if part.is_package:
        name = re.sub(r"[-_.]+", "-", part.name).lower()
        described["purl"] = described["bom-ref"] = f"pkg:pypi/{name}@{part.version}"
    return described


def _models(catalogue: Path) -> Iterator[dict[str, Any]]:
    with catalogue.open("rb") as file:
        listed = tomllib.load(file)["model"]
    for model in listed:
        for edition in model["edition"]:
            reference = f"model:{model['id']}:{edition['name']}"
            yield {
                "type": "machine-learning-model",
                "bom-ref": reference,
                "name": model["id"],
                "version": edition["name"],
                "description": f"{model['title']}. {model['origin']}. Fetched apart from the program.",
                "scope": "optional",
                "licenses": [{"license": {"name": model["licence"]}}],
                "components": [
                    {
                        "type": "file",
                        "bom-ref": f"{reference}:{file['name']}",
                        "name": file["name"],
                        "hashes": [{"alg": "SHA-256", "content": file["sha256"]}],
                    }
                    for file in edition.get("files", ())
                    if "sha256" in file
                ],
            }
