"""The small build: libraries reduced to what is loaded still do their work."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from installer.slim import contents, elf, icu
from installer.terminal import ROOT

SOURCE = """
#include <string.h>
__attribute__((section(".unused"))) const char unused[200000] = {1, 2, 3};
static const char *words[] = {"good", "evening"};
int count(void) { return (int)(strlen(words[0]) + strlen(words[1])); }
int unused_at(int i) { return unused[i]; }
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with debug information, relocated pointers and a large section of its own."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "words.c").write_text(SOURCE)
    made = folder / "libwords.so"
    subprocess.run(["gcc", "-g3", "-shared", "-fPIC", "-o", made, folder / "words.c"], check=True)
    return made


def called(path: Path) -> str:
    """What the library answers, loaded in a process of its own."""
    code = (
        "import ctypes, sys; w = ctypes.CDLL(sys.argv[1]);"
        "print(w.count(), w.unused_at(1), w.unused_at(150000))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    ).stdout


def test_a_compact_library_is_smaller_and_works(library: Path, tmp_path: Path) -> None:
    data = library.read_bytes()
    small = tmp_path / "libwords.so"
    small.write_bytes(elf.compact(data))
    assert len(small.read_bytes()) < len(data) - 5000
    assert called(small) == called(library) == "11 2 0\n"


def test_what_is_left_out_takes_no_room_and_reads_as_zeros(library: Path, tmp_path: Path) -> None:
    data = library.read_bytes()
    address, size = elf.section(data, b".unused")
    assert size == 200000
    holed = tmp_path / "libwords.so"
    holed.write_bytes(elf.compact(data, [(address + elf.PAGE, size - elf.PAGE)]))
    assert len(holed.read_bytes()) < len(elf.compact(data)) - 180000
    assert called(holed) == "11 2 0\n"
    assert elf.section(data, b".nowhere") == (0, 0)


def test_needs_are_those_that_readelf_tells(library: Path) -> None:
    told = subprocess.run(["readelf", "-dV", library], capture_output=True, text=True, check=True).stdout
    for data in (library.read_bytes(), elf.compact(library.read_bytes())):
        assert elf.needed(data) == ("libc.so.6",)
        assert "Shared library: [libc.so.6]" in told
        assert all(version in told for version in elf.versions(data)["libc.so.6"])
        assert elf.versions(data)["libc.so.6"]


def test_bytes_that_are_no_library_are_refused_or_left_alone() -> None:
    with pytest.raises(elf.ElfError):
        elf.segments(b"MZ and so on")
    assert contents.slimmed("some/file.so", b"text") == b"text"


def qt_folder() -> Path:
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def test_qt_sorts_and_tells_time_with_what_is_left_of_icu(tmp_path: Path) -> None:
    (original,) = (qt_folder() / "Qt" / "lib").glob("libicudata.so*")
    small = tmp_path / original.name
    small.write_bytes(icu.trimmed_library(original.read_bytes()))
    assert small.stat().st_size < original.stat().st_size / 10
    code = """
from PySide6.QtCore import QCollator, QDateTime, QLocale, QTimeZone
german = QLocale("de_DE")
words = sorted(["zebra", "Äpfel", "apfel", "Öl", "offen"], key=QCollator(german).sortKey)
zone = QTimeZone(b"Europe/Berlin")
summer = QDateTime.fromString("2026-07-01T12:00:00Z", "yyyy-MM-ddTHH:mm:sst").toTimeZone(zone)
import json
print(json.dumps([words, zone.isValid(), summer.toString("HH:mm"), german.toUpper("straße")]))
print([line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line][0])
"""
    env = {"LD_LIBRARY_PATH": str(tmp_path), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    told, loaded = done.stdout.splitlines()
    assert loaded == str(small)
    assert json.loads(told) == [["apfel", "Äpfel", "offen", "Öl", "zebra"], True, "14:00", "STRASSE"]


def test_a_lexicon_keeps_every_word() -> None:
    words = {"evening": "ˈivnɪŋ", "read": {"DEFAULT": "ɹˈid", "VBD": "ɹˈɛd"}}
    text = json.dumps(words, indent=2, ensure_ascii=False).encode()
    assert contents.is_slimmed("misaki/data/us_gold.json")
    small = contents.slimmed("misaki/data/us_gold.json", text)
    assert len(small) < len(text)
    assert json.loads(small) == words


def test_drivers_libraries_are_left_to_the_system_and_the_wheels_own_are_not() -> None:
    assert contents.is_of_the_system("libstdc++.so.6")
    assert contents.is_of_the_system("libX11-xcb.so.1")
    assert not contents.is_of_the_system("libGLX-c14481bc.so.0.0.0")
    assert not contents.is_of_the_system("numpy.libs/libz.so.1")
    assert not contents.is_of_the_system("libxcb-cursor.so.0")


def test_libraries_that_nothing_needs_are_named(library: Path, tmp_path: Path) -> None:
    user = tmp_path / "libuser.so"
    source = tmp_path / "user.c"
    source.write_text("int count(void); int twice(void) { return 2 * count(); }")
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", user, source, library], check=True)
    stranger = tmp_path / "stranger.so"
    stranger.write_bytes(library.read_bytes())
    binaries = {"module/user.so": user, "libwords.so": library, "stranger.so": stranger}
    needed = elf.needed(user.read_bytes())
    assert any(name.endswith("libwords.so") for name in needed)
    assert contents.unneeded(binaries, {"module/user.so"}) >= {"stranger.so"}


def test_nothing_that_is_left_out_is_imported() -> None:
    left_out = {name for name in contents.LEFT_OUT_MODULES if name.startswith(("PySide6.", "numpy."))}
    for folder in ("app", "models", "workers"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for name in left_out:
                assert f"from {name} import" not in text, f"{path} imports {name}"
            assert "np.random" not in text, f"{path} uses numpy.random, which the frozen build leaves out"


def test_the_stand_in_for_cryptography_ciphers_as_the_real_one_does() -> None:
    code = """
import sys
from cryptography.hazmat.backends import default_backend
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
def cipher(): return Cipher(algorithms.AES(bytes(range(16))), modes.CBC(bytes(range(16, 32))), default_backend())
encryptor, decryptor = cipher().encryptor(), cipher().decryptor()
secret = encryptor.update(b"a secret of sixteen bytes, twice") + encryptor.finalize()
print(secret.hex(), (decryptor.update(secret) + decryptor.finalize()).decode())
try: broken = cipher().encryptor(); broken.update(b"short"); broken.finalize()
except ValueError: print("refused")
"""
    standins = ROOT / "installer" / "slim" / "standins"
    told = [
        subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        ).stdout
        for env in ({"PYTHONPATH": str(standins), "PYTHONDONTWRITEBYTECODE": "1"}, {})
    ]
    assert told[0] == told[1]
    assert "twice\nrefused" in told[0]
