"""Packing: the Debian packages, the archive, the papers that go with them, and the one version of it all."""

from __future__ import annotations

import json
import subprocess
import tarfile
import tomllib
from pathlib import Path

import pytest

from app.cli.arguments import version as told_version
from installer import archive, deb, inventory, limits, macos, needs, release
from installer.terminal import ROOT, SetupError


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder with the shape of a frozen build: one file under two names, a link, something deep."""
    folder = tmp_path / "bundle"
    (folder / "_internal" / "deep").mkdir(parents=True)
    program = folder / "vesper"
    program.write_text("#!/bin/sh\necho Vesper\n")
    program.chmod(0o755)
    (folder / "vesper-engine").hardlink_to(program)
    (folder / "_internal" / "deep" / "data.bin").write_bytes(bytes(range(256)) * 100)
    (folder / "_internal" / "link.bin").symlink_to("deep/data.bin")
    return folder


def field(package: Path, name: str) -> str:
    told = subprocess.run(["dpkg-deb", "--field", package, name], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def test_the_package_holds_the_program_and_its_place_in_the_menu(bundle: Path, tmp_path: Path) -> None:
    package = deb.program(bundle, tmp_path)
    assert package.name == f"vesper_{deb.debian_version(release.version())}_{release.machine()}.deb"
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "-R", package, root], check=True)
    home = root / "usr/lib/vesper"
    assert (root / "usr/bin/vesper").resolve() == home / "vesper"
    assert (home / "vesper").stat().st_ino == (home / "vesper-engine").stat().st_ino
    assert (home / "_internal/link.bin").is_symlink()
    subprocess.run(["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=root, check=True)
    for size in (16, 32, 48, 64, 128, 256, 512):
        assert (root / f"usr/share/icons/hicolor/{size}x{size}/apps/vesper.png").exists()
    assert "<svg" in (root / "usr/share/icons/hicolor/scalable/apps/vesper.svg").read_text()
    entry = (root / "usr/share/applications/vesper.desktop").read_text()
    assert "\nExec=vesper\n" in entry
    assert "\nStartupWMClass=vesper\n" in entry
    told = (root / f"usr/share/metainfo/{release.IDENTIFIER}.metainfo.xml").read_text()
    assert f'<release version="{release.version()}"' in told
    for script in ("prerm", "postrm"):
        subprocess.run(["sh", "-n", root / "DEBIAN" / script], check=True)


def test_the_package_says_what_it_needs_and_how_large_it_is(bundle: Path, tmp_path: Path) -> None:
    package = deb.program(bundle, tmp_path)
    asked = field(package, "Depends").split(", ")
    assert {"libgl1", "libegl1", "libportaudio2"} <= set(asked)
    assert any(one.startswith("libc6 (>= ") for one in asked)
    assert 25 <= int(field(package, "Installed-Size")) < 1500
    assert field(package, "Version") == deb.debian_version(release.version())


def test_a_library_of_no_known_package_stops_the_packing(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle / "_internal" / "strange.so").write_bytes(b"\x7fELF\x02\x01" + bytes(100))
    monkeypatch.setattr(needs, "needed", lambda _data: ("libstrange.so.7",))
    monkeypatch.setattr(needs, "versions", lambda _data: {})
    with pytest.raises(needs.UnknownLibraryError, match=r"strange\.so needs libstrange\.so\.7"):
        needs.depends(bundle)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A user's models: those she needs, one that she only offers, and a half-fetched one."""
    folder = tmp_path / "cache"
    with (ROOT / "assets" / "models.toml").open("rb") as file:
        needed = [model["id"] for model in tomllib.load(file)["model"] if "offer" not in model]
    assert "whisper-base" in needed
    for name in (*needed, ".staging", "phi-3-mini-4k-instruct"):
        (folder / name).mkdir(parents=True)
        (folder / name / "model.bin").write_bytes(b"weights")
    return folder


def test_the_models_she_needs_are_packed_and_no_others(cache: Path, tmp_path: Path) -> None:
    package = deb.models(cache, tmp_path)
    listing = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
    assert "./usr/lib/vesper/models/whisper-base/model.bin" in listing
    assert "./usr/lib/vesper/models/smollm2-135m/model.bin" in listing
    assert "staging" not in listing
    assert "phi-3" not in listing
    assert field(package, "Architecture") == "all"


def test_packing_models_that_are_not_there_says_which(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (cache / "kokoro-82m" / "model.bin").unlink()
    (cache / "kokoro-82m").rmdir()
    with pytest.raises(SetupError, match=r"missing in .*: kokoro-82m$"):
        deb.models(cache, tmp_path)
    (tmp_path / "empty").mkdir()
    assert archive.main([str(tmp_path / "empty"), "--out", str(tmp_path), "--models", str(cache)]) == 1
    assert "kokoro-82m" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("0.4.0rc1", "0.4.0"), ("0.4.0a2", "0.4.0rc1"), ("0.3.9", "0.4.0"), ("0.4.0.dev3", "0.4.0")],
)
def test_debian_puts_versions_in_our_order(earlier: str, later: str) -> None:
    order = ["dpkg", "--compare-versions", deb.debian_version(earlier), "lt", deb.debian_version(later)]
    assert subprocess.run(order, check=False).returncode == 0


def test_the_archive_unpacks_into_one_folder_with_a_letter(bundle: Path, cache: Path, tmp_path: Path) -> None:
    plain, offline = archive.pack(bundle, tmp_path), archive.pack(bundle, tmp_path, cache)
    with tarfile.open(plain) as tape:
        tape.extractall(tmp_path / "out", filter="data")
    (top,) = (tmp_path / "out").iterdir()
    assert top.name == f"vesper-{release.version()}"
    assert (top / "vesper").stat().st_ino == (top / "vesper-engine").stat().st_ino
    assert subprocess.run([top / "vesper"], capture_output=True, text=True, check=True).stdout == "Vesper\n"
    assert "portable" in (top / "README.txt").read_text()
    assert not (top / "models").exists()
    with tarfile.open(offline) as tape:
        assert f"vesper-{release.version()}-offline/models/whisper-base/model.bin" in tape.getnames()


def test_the_version_comes_from_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert release.version() == project["version"] == told_version()
    assert macos.properties()["CFBundleShortVersionString"] == release.version()
    assert inventory.bill([])["metadata"]["component"]["version"] == release.version()
    elsewhere = [
        path.relative_to(ROOT).as_posix()
        for path in (*(ROOT / "installer").rglob("*"), ROOT / ".github/workflows/build.yml")
        if path.is_file()
        and path.suffix not in {".txt", ".pyc"}
        and release.version() in path.read_text(encoding="utf-8")
    ]
    assert elsewhere == []


@pytest.mark.parametrize(
    ("text", "four"),
    [("1.2.3", (1, 2, 3, 0)), ("0.4.0rc1", (0, 4, 0, 0)), ("1.2.3.4", (1, 2, 3, 4)), ("2", (2, 0, 0, 0))],
)
def test_windows_gets_four_numbers(text: str, four: tuple[int, ...]) -> None:
    assert release.numbers(text) == four


def test_one_file_of_two_names_counts_once(bundle: Path) -> None:
    assert release.installed_bytes(bundle) == (bundle / "vesper").stat().st_size + 25600


def test_the_icon_of_macos_holds_every_size() -> None:
    made = macos.icon(ROOT / "assets" / "icons")
    assert made[:4] == b"icns"
    assert int.from_bytes(made[4:8]) == len(made)
    assert made.count(b"\x89PNG") == 6
    assert "microphone" not in macos.MICROPHONE
    assert macos.properties()["NSMicrophoneUsageDescription"] == macos.MICROPHONE


def test_the_parts_of_a_build_are_found_with_their_terms() -> None:
    found = inventory.parts({"numpy", "live2d", "app", "PySide6.QtCore"}, ["libcrypto.so.3"])
    by_name = {part.name: part for part in found}
    assert {"numpy", "live2d-py", "PySide6_Essentials", "OpenSSL", "Python"} <= by_name.keys()
    assert "vesper" not in by_name
    assert "BSD" in by_name["numpy"].licence
    assert any("Redistribution and use" in text for text in by_name["numpy"].texts)
    page = inventory.page(found)
    assert "Live2D Cubism Core, which is proprietary" in page
    assert by_name["numpy"].texts[0].strip()[:60] in page


def test_strangers_and_the_gpl_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(inventory.UnknownPartError, match=r"libreadline\.so\.8"):
        inventory.parts({"numpy"}, ["libreadline.so.8"])
    monkeypatch.setitem(inventory.SYSTEM_LIBRARIES, "libreadline", ("Readline", "GPL-3.0-or-later"))
    with pytest.raises(inventory.UnknownPartError, match="Readline is under GPL"):
        inventory.parts({"numpy"}, ["libreadline.so.8"])


@pytest.mark.parametrize(
    ("licence", "copyleft"),
    [
        ("GPL-3.0-or-later", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("AGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("LGPL-2.1-or-later", False),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("MIT", False),
    ],
)
def test_the_gpl_is_told_from_what_only_sounds_like_it(licence: str, *, copyleft: bool) -> None:
    assert inventory.is_copyleft(licence) is copyleft


def test_the_bill_names_packages_and_models_with_their_hashes(tmp_path: Path) -> None:
    made, page = inventory.write(tmp_path, inventory.parts({"numpy"}, []))
    bill = json.loads(made.read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references))
    assert any(reference.startswith("pkg:pypi/numpy@") for reference in references)
    assert set(bill["dependencies"][0]["dependsOn"]) == set(references)
    models = [part for part in bill["components"] if part["type"] == "machine-learning-model"]
    assert {"whisper-base", "kokoro-82m", "smollm2-135m"} <= {model["name"] for model in models}
    hashes = [file["hashes"][0]["content"] for model in models for file in model["components"]]
    assert hashes
    assert all(len(value) == 64 for value in hashes)
    assert "numpy" in page.read_text(encoding="utf-8")


def test_a_build_that_is_too_large_is_told(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = bundle.parent / "vesper.deb"
    package.write_bytes(bytes(50_000))
    assert limits.main([str(bundle), str(package)]) == 0
    monkeypatch.setattr(limits, "DOWNLOAD_MB", 0.04)
    assert limits.main([str(bundle), str(package)]) == 1
    assert "TOO LARGE: vesper.deb" in capsys.readouterr().out
    monkeypatch.setattr(limits, "INSTALLED_MB", 0.02)
    assert limits.main([str(bundle)]) == 1
