"""Whether this processor can run the embedded llama.cpp: its x86-64 builds use AVX2 without asking."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

_PF_AVX2_INSTRUCTIONS_AVAILABLE = 40


def needs_avx2(machine: str) -> bool:
    """Whether llama.cpp's builds for this architecture take AVX2 for granted."""
    return machine.lower() in {"x86_64", "amd64"}


def has_avx2(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the processor has AVX2; True when nothing can be found out."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(_PF_AVX2_INSTRUCTIONS_AVAILABLE))
    if sys.platform == "darwin":
        command = ("/usr/sbin/sysctl", "-n", "machdep.cpu.leaf7_features")
        found = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.returncode != 0 or "AVX2" in found.stdout.split()
    try:
        flags = next(line for line in cpuinfo.read_text().splitlines() if line.startswith("flags"))
    except (OSError, StopIteration):
        return True
    return "avx2" in flags.split()


def supported() -> bool:
    """Whether importing the embedded llama.cpp is safe; without AVX2 it would end the process."""
    return not needs_avx2(platform.machine()) or has_avx2()
