"""Shared libraries of Linux (ELF, 64 bit, little-endian): what they need, and a copy of only what is loaded.

The dynamic loader reads program headers alone. Section headers, symbol tables and debug information lie
outside the segments they name, and a copy that holds nothing but the segments behaves the same; `strip` cannot
make one of libraries whose segments were moved by patchelf, as those of most wheels are. Ranges of addresses
can be left out besides: they read as zeros.

Format: System V ABI, chapters 4 and 5, and the GNU symbol versioning of the Linux Standard Base.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

PAGE = 0x1000
_LOAD, _DYNAMIC, _HEADERS, _STACK = 1, 2, 6, 0x6474E551
_NEEDED, _STRINGS, _VERSIONS_NEEDED, _VERSION_COUNT = 1, 5, 0x6FFFFFFE, 0x6FFFFFFF
_IDENTITY = b"\x7fELF\x02\x01"
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_SECTION = struct.Struct("<IIQQQQIIQQ")


class ElfError(Exception):
    """The bytes are not a library that this module understands."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One program header."""

    kind: int
    flags: int
    offset: int
    address: int
    physical: int
    in_file: int
    in_memory: int
    alignment: int

    def holds(self, address: int) -> bool:
        """Tell whether the file has the byte at an address."""
        return self.address <= address < self.address + self.in_file


def is_library(data: bytes) -> bool:
    """Tell whether these bytes begin a file that this module understands."""
    return data[: len(_IDENTITY)] == _IDENTITY


def segments(data: bytes) -> tuple[Segment, ...]:
    """The program headers.

    Raises:
        ElfError: these bytes are no such library.
    """
    if not is_library(data):
        raise ElfError("not a 64-bit little-endian ELF file")
    header = _HEADER.unpack_from(data)
    at, size, count = header[5], header[9], header[10]
    return tuple(Segment(*_SEGMENT.unpack_from(data, at + size * i)) for i in range(count))


def section(data: bytes, name: bytes) -> tuple[int, int]:
    """Address and size of a section by name; (0, 0) if there is none."""
    header = _HEADER.unpack_from(data)
    at, size, count, names = header[6], header[11], header[12], header[13]
    table = [_SECTION.unpack_from(data, at + size * i) for i in range(count)]
    for entry in table:
        begin = table[names][4] + entry[0]
        if data[begin : begin + len(name) + 1] == name + b"\0":
            return entry[3], entry[5]
    return 0, 0


def compact(data: bytes, without: Sequence[tuple[int, int]] = ()) -> bytes:
    """Copy what the loader reads; the ranges (address, size) in `without` become zeros that take no room."""
    table = [replace(part, alignment=min(part.alignment, PAGE)) for part in _split(segments(data), without)]
    header = list(_HEADER.unpack_from(data))
    grown = len(table) > header[10]
    if grown:
        table = [part for part in table if part.kind != _HEADERS]
    copy = bytearray()
    moved = dict[Segment, Segment]()
    for part in sorted((part for part in table if part.kind == _LOAD), key=lambda part: part.offset):
        if part.in_file:
            copy += bytes((part.offset - len(copy)) % PAGE)
            moved[part] = replace(part, offset=len(copy))
            copy += data[part.offset : part.offset + part.in_file]
        else:
            moved[part] = replace(part, offset=part.address % PAGE)
    placed = [moved.get(part) or _along(part, moved) for part in table]
    if grown:
        copy += bytes(-len(copy) % 8)
        header[5] = len(copy)
        copy += bytes(_SEGMENT.size * len(placed))
    else:
        header[5] = _place(header[5], moved)
    header[6], header[10], header[12], header[13] = 0, len(placed), 0, 0
    _HEADER.pack_into(copy, 0, *header)
    for number, part in enumerate(placed):
        fields = (part.kind, part.flags, part.offset, part.address, part.physical)
        sizes = (part.in_file, part.in_memory, part.alignment)
        _SEGMENT.pack_into(copy, header[5] + _SEGMENT.size * number, *fields, *sizes)
    return bytes(copy)


def needed(data: bytes) -> tuple[str, ...]:
    """The names of the libraries it is loaded with."""
    dynamic = _dynamic(data)
    return tuple(_text(data, offset, dynamic) for tag, offset in dynamic if tag == _NEEDED)


def versions(data: bytes) -> dict[str, set[str]]:
    """The symbol versions it asks for, by library: {"libc.so.6": {"GLIBC_2.34", …}}."""
    dynamic = _dynamic(data)
    values = dict(dynamic)
    if _VERSIONS_NEEDED not in values:
        return {}
    found = dict[str, set[str]]()
    at = _file_offset(data, values[_VERSIONS_NEEDED])
    for _ in range(values[_VERSION_COUNT]):
        _, count, file, first, following = struct.unpack_from("<HHIII", data, at)
        names = found.setdefault(_text(data, file, dynamic), set())
        entry = at + first
        for _ in range(count):
            _, _, _, name, further = struct.unpack_from("<IHHII", data, entry)
            names.add(_text(data, name, dynamic))
            entry += further
        at += following
    return found


def _split(table: tuple[Segment, ...], without: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """The segments with the left-out ranges as segments of their own that have nothing in the file."""
    for part in table:
        rest = part
        for address, size in sorted(without) if part.kind == _LOAD else ():
            begin, end = -(-address // PAGE) * PAGE, (address + size) // PAGE * PAGE
            if not (rest.holds(begin) and rest.holds(end - 1) and begin < end):
                continue
            before = begin - rest.address
            if before:
                yield replace(rest, in_file=before, in_memory=before)
            yield replace(rest, offset=0, address=begin, physical=begin, in_file=0, in_memory=end - begin)
            gone = end - rest.address
            rest = replace(
                rest,
                offset=rest.offset + gone,
                address=end,
                physical=end,
                in_file=rest.in_file - gone,
                in_memory=rest.in_memory - gone,
            )
        if rest.in_memory or part.kind != _LOAD:
            yield rest


def _along(part: Segment, moved: dict[Segment, Segment]) -> Segment:
    """A segment that lies within loaded ones, where those have gone."""
    if part.kind == _STACK or not part.in_file:
        return part
    for old, new in moved.items():
        if old.holds(part.address):
            return replace(part, offset=new.offset + part.address - new.address)
    message = f"a segment of kind {part.kind:#x} lies outside what is loaded"
    raise ElfError(message)


def _place(offset: int, moved: dict[Segment, Segment]) -> int:
    for old, new in moved.items():
        if old.offset <= offset < old.offset + old.in_file:
            return new.offset + offset - old.offset
    raise ElfError("the program headers lie outside what is loaded")


def _dynamic(data: bytes) -> list[tuple[int, int]]:
    for part in segments(data):
        if part.kind == _DYNAMIC:
            return [
                struct.unpack_from("<qQ", data, at)
                for at in range(part.offset, part.offset + part.in_file, 16)
            ]
    return []


def _text(data: bytes, offset: int, dynamic: list[tuple[int, int]]) -> str:
    begin = _file_offset(data, dict(dynamic)[_STRINGS]) + offset
    return data[begin : data.index(b"\0", begin)].decode()


def _file_offset(data: bytes, address: int) -> int:
    for part in segments(data):
        if part.kind == _LOAD and part.holds(address):
            return part.offset + address - part.address
    message = f"nothing is loaded at {address:#x}"
    raise ElfError(message)
