"""Copies of the shipped pack to damage."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / "easyread" / "duq-code"


def copy_of_pack(folder: Path) -> Path:
    """A copy of the shipped pack at ``folder``, in English alone, with one more picture: "spare"."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("cy.toml"))
    pack = folder / "pack.toml"
    lines = pack.read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith("cy = "))
    pack.write_text(kept + 'spare = "spare"\n', "utf-8")
    for name, line in (("texts/en.toml", 'spare = "A wheel."'), ("openmoji.toml", 'spare = "1F6DE"')):
        file = folder / name
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n{line}\n", "utf-8")
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace ``old``, which must be there once, by ``new``."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")
