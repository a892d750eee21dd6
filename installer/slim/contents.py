"""What the frozen build leaves out, by name, and why."""

from __future__ import annotations

import json
import re
from pathlib import Path

from installer.slim.elf import compact, is_library, needed, section
from installer.slim.icu import trimmed_library

LEFT_OUT_MODULES = (
    # tools and tests
    "ast_serialize", "hypothesis", "IPython", "matplotlib", "mypy", "PIL", "pip", "py", "pygments", "pytest", "_pytest",
    "scipy", "setuptools", "sympy", "tests", "tkinter", "pyqtgraph.examples", "numpy.f2py", "numpy.random",
    "numpy.testing", "lib2to3",
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
    "readline",  # it is linked with a library under the GPL
    # engines' parts that nothing here calls
    "av", "docopt", "hf_xet", "torch", "onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.transformers",
    "ctranslate2.converters", "OpenGL.GLUT", "pyqtgraph.opengl", "huggingface_hub.cli",
    "huggingface_hub.inference", "huggingface_hub._sandbox", "fsspec", "rich", "markdown_it", "pydantic.v1",
    *(
        f"PySide6.Qt{part}"
        for part in (
            "Concurrent", "Designer", "Help", "Network", "OpenGLWidgets", "Pdf", "PdfWidgets", "PrintSupport", "Qml",
            "Quick", "QuickControls2", "QuickTest", "QuickWidgets", "Sql", "Test", "UiTools", "VirtualKeyboard", "Xml",
        )
    ),
)  # fmt: skip

LEFT_OUT_FILES = (
    # Qt's own parts for screens, printers and pages that are not hers
    "libQt6EglFS", "libQt6EglFs", "libQt6Network", "libQt6Pdf", "libQt6Qml", "libQt6Quick", "libQt6VirtualKeyboard",
    "libqeglfs", "libqgtk3", "libqlinuxfb", "libqminimal", "libqnetworklistmanager", "libqpdf", "libqtiff",
    "libqtvirtualkeyboard", "libqvkkhrdisplay", "libqvnc", "plugins/generic",
    "plugins/networkinformation", "plugins/tls", "libqwebp", "libqtga", "libqwbmp", "Qt/qml",
    # data of packages
    "icons/vesper-512", "icons/vesper.svg", "icons/vesper.ico",
    "faster_whisper/assets", "misaki/data/ja_", "misaki/data/vi_", "pyqtgraph/icons/peegee", "share/icons",
)  # fmt: skip
TRANSLATIONS_OF_QT = ("qtbase_de.qm",)

OF_THE_SYSTEM = (
    # what graphics and sound drivers of the machine are linked with too: a second, older copy would break them
    "libstdc++.so", "libgcc_s.so", "libz.so", "libexpat.so", "libX11", "libXau.so", "libXdmcp.so", "libXext.so",
    "libxcb.so", "libxcb-glx.so", "libdrm.so", "libgbm.so", "libGL.so", "libEGL.so", "libOpenGL.so", "libGLX.so",
    "libGLdispatch.so", "libwayland-", "libfontconfig.so", "libfreetype.so", "libasound.so", "libjack.so",
    "libportaudio.so", "libdbus-1.so", "libglib-2.0.so", "libgthread-2.0.so", "libgssapi_krb5.so",
)  # fmt: skip
"""The beginnings of the names of libraries that are asked of the system (the .deb depends on their packages)."""

WITHOUT_GRAPHICS_CARD = "ctranslate2.libs/libctranslate2"
GRAPHICS_CODE = b".nv_fatbin"
_FROM_A_WHEEL = re.compile(r"-[0-9a-f]{8}(-[0-9a-f]{8})?\.so")
ICU_DATA = "libicudata.so"
LEXICONS = ("misaki/data/gb_", "misaki/data/us_")


def is_kept(name: str) -> bool:
    """Tell whether a file of the bundle is of use."""
    if "Qt/translations" in name:
        return name.endswith(TRANSLATIONS_OF_QT)
    return not any(part in name for part in LEFT_OUT_FILES)


def is_of_the_system(name: str) -> bool:
    """Tell whether a library is the system's to give; libraries that a wheel brought for itself are not."""
    return "/" not in name and name.startswith(OF_THE_SYSTEM) and _FROM_A_WHEEL.search(name) is None


def unneeded(binaries: dict[str, Path], roots: set[str]) -> set[str]:
    """Name the system's libraries in a bundle that nothing in it is linked with, `roots` aside.

    Args:
        binaries: each file's name in the bundle and where it comes from.
        roots: those that are wanted for themselves: modules, plugins, wheels' own libraries.
    """
    by_file = {Path(name).name: name for name in binaries}
    reached, waiting = set[str](), list(roots)
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        data = binaries[name].read_bytes()
        if is_library(data):
            waiting += [by_file[file] for file in needed(data) if file in by_file]
    return set(binaries) - reached


def is_slimmed(name: str) -> bool:
    """Tell whether a data file is to pass through `slimmed` too."""
    return name.startswith(LEXICONS)


def slimmed(name: str, data: bytes) -> bytes:
    """Give a file as it is shipped: of a library what is loaded and called, of a lexicon the words alone."""
    if name.startswith(LEXICONS):
        return json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode()
    if not is_library(data):
        return data
    if Path(name).name.startswith(ICU_DATA):
        return trimmed_library(data)
    if name.startswith(WITHOUT_GRAPHICS_CARD):
        return compact(data, [section(data, GRAPHICS_CODE)])
    return compact(data)
