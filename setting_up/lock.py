"""Makes the lock files anew from ``pyproject.toml``: ``.venv/bin/python -m setting_up.lock``.

Each lock names every package at one version with the hashes of its files, for Python 3.10 to 3.14.
macOS has locks of its own: there pyttsx3 brings some 160 packages that no other system needs.
A lock names no place to fetch from, so pip uses the indexes that the machine is set up with.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "locks"
OLDEST_PYTHON = "3.10"
# PySide6 6.11.3 needs macOS 13, whose own release number is 22.
SYSTEMS = {
    "": ("sys_platform == 'linux'", "sys_platform == 'win32'"),
    "-macos": ("sys_platform == 'darwin' and platform_release >= '22'",),
}


def compile_lock(name: str, systems: tuple[str, ...], *options: str) -> None:
    """Write ``locks/NAME.txt`` for these systems; what it pins already and may stay, stays."""
    places = [f"platform_python_implementation == 'CPython' and {each}" for each in systems]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "pyproject.toml"
        asked = re.sub(r"\n\[tool\..*", "", (ROOT / "pyproject.toml").read_text("utf-8"), flags=re.DOTALL)
        project.write_text(f"{asked}\n[tool.uv]\nenvironments = {places!r}\n", "utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", str(project), "--universal", "--quiet"]
        command += ["--generate-hashes", "--no-header", "--no-annotate", "--python-version", OLDEST_PYTHON]
        subprocess.run([*command, "-o", str(LOCKS / f"{name}.txt"), *options], check=True, cwd=folder)


def main() -> None:
    """Make all six: what the app needs; that and what packs it up; all that and what its tests need."""
    LOCKS.mkdir(exist_ok=True)
    for suffix, systems in SYSTEMS.items():
        compile_lock(f"run{suffix}", systems, *sys.argv[1:])
        for group, held in (("package", "run"), ("test", "package")):
            same = ("-c", str(LOCKS / f"{held}{suffix}.txt"))
            compile_lock(f"{group}{suffix}", systems, "--group", group, *same, *sys.argv[1:])


if __name__ == "__main__":
    main()
