"""Copies of the shipped pack to damage."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / "easyread" / "duq-code"


def copy_of_pack(folder: Path) -> Path:
    """A copy of the shipped pack at ``folder``, in English alone."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("cy.toml"))
    pack = folder / "pack.toml"
    lines = pack.read_text("utf-8").splitlines(keepends=True)
    pack.write_text("".join(line for line in lines if not line.startswith("cy = ")), "utf-8")
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace ``old``, which must be there once, by ``new``."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")
