"""The data of ICU, which Qt is linked with: 32 MB, of which a program in two languages needs one.

Qt takes collation, time zones and exotic text codecs from ICU; dates, numbers and the names of countries it
has itself. What is left out is found missing by ICU as it would be on a system without it: other languages are
sorted by the root order, and time zones are named in English or German.

Format: a "common data" package (ICU User Guide, "ICU Data"): header, table of (name, offset), items.
"""

from __future__ import annotations

import struct

from installer.slim.elf import compact, segments

LANGUAGES = ("root", "en", "de")
KEPT_IN_FOLDERS = {"pool.res", "res_index.res", "ucadata.icu", *(f"{name}.res" for name in LANGUAGES)}
NEVER = {"translit", "rbnf", "unit", "curr", "lang", "region", "brkitr"}
SHARED_TABLES = {
    "pool.res", "res_index.res", "supplementalData.res", "likelySubtags.res", "zoneinfo64.res", "timezoneTypes.res",
    "windowsZones.res", "metaZones.res", "keyTypeData.res", "numberingSystems.res", "plurals.res", "dayPeriods.res",
    "metadata.res", "icustd.res", "icuver.res", "langInfo.res", "genderList.res", "pluralRanges.res",
    "grammaticalFeatures.res", "currencyNumericCodes.res", "units.res",
}  # fmt: skip
_MAGIC = b"\xda\x27"
_ALIGNMENT = 16


def is_kept(name: str) -> bool:
    """Tell whether an item ("icudt73l/zone/de.res") is of use."""
    folders, _, file = name.partition("/")[2].rpartition("/")
    if folders:
        return folders not in NEVER and file in KEPT_IN_FOLDERS
    if file.endswith(".res"):
        return file in SHARED_TABLES or file.removesuffix(".res") in LANGUAGES
    return file != "unames.icu" and not file.endswith((".cnv", ".spp", ".cfu"))


def trimmed_library(library: bytes) -> bytes:
    """Give libicudata with only the items that are kept.

    Raises:
        ValueError: it holds no such package.
    """
    at = library.find(_MAGIC) - 2
    if at < 0:
        raise ValueError("no ICU data in this library")
    (size,) = struct.unpack_from("<H", library, at)
    old = library[at:]
    new = old[:size] + _table(old[size:])
    loaded = next(part for part in segments(library) if part.offset <= at < part.offset + part.in_file)
    address = loaded.address + at - loaded.offset
    changed = library[:at] + new + library[at + len(new) :]
    return compact(changed, [(address + len(new), loaded.address + loaded.in_file - address - len(new))])


def _table(package: bytes) -> bytes:
    """The table and the items of a package, both reduced to what is kept."""
    (count,) = struct.unpack_from("<I", package)
    entries = [struct.unpack_from("<II", package, 4 + 8 * i) for i in range(count)]
    names = [package[name : package.index(b"\0", name)] for name, _ in entries]
    ends = [offset for _, offset in entries[1:]] + [_end(package, entries[-1][1])]
    kept = [i for i in range(count) if is_kept(names[i].decode())]
    text = bytearray()
    name_at = 4 + 8 * len(kept)
    places = list[int]()
    for i in kept:
        places.append(name_at + len(text))
        text += names[i] + b"\0"
    items = bytearray()
    first = -(-(name_at + len(text)) // _ALIGNMENT) * _ALIGNMENT
    table = bytearray(struct.pack("<I", len(kept)))
    for place, i in zip(places, kept, strict=True):
        table += struct.pack("<II", place, first + len(items))
        items += package[entries[i][1] : ends[i]]
        items += bytes(-len(items) % _ALIGNMENT)
    head = bytes(table + text)
    return head + bytes(first - len(head)) + bytes(items)


def _end(package: bytes, last: int) -> int:
    """Where the last item ends; its own header does not say, so a little too late does no harm."""
    return min(len(package), last + 0x10000)
