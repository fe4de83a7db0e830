"""``python -m tools.drawing``: write every SVG, ``alt.toml`` and the list in ``docs``."""

from __future__ import annotations

from pathlib import Path

from tools.drawing.catalogue import GROUPS, all_pictures

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "easyread" / "duq-code" / "pictures"
LIST = ROOT / "docs" / "pictures" / "list.md"


def alt_toml() -> str:
    """Return the machine file of alternative texts, one table a picture, in groups."""
    parts = ["# Written by `python -m tools.drawing`. What each picture shows, in plain words.\n"]
    for group, pictures in GROUPS.items():
        parts.append(f"\n# {group}\n")
        parts += [f'[{p.name}]\nalt = "{p.alt}"\n' for p in pictures]
    return "".join(parts)


def list_page() -> str:
    """Return the page that lists every picture with its alternative text."""
    parts = ["# All pictures\n\nWritten by `python -m tools.drawing`; see [pictures.md](../pictures.md).\n"]
    for group, pictures in GROUPS.items():
        parts.append(f"\n## {group}\n\n| name | what it shows |\n|---|---|\n")
        parts += [
            f"| [{p.name}](../../easyread/duq-code/pictures/{p.name}.svg) | {p.alt} |\n" for p in pictures
        ]
    return "".join(parts)


def main() -> None:
    """Write the files."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    pictures = all_pictures()
    for stale in {p.stem for p in PICTURES.glob("*.svg")} - {p.name for p in pictures}:
        (PICTURES / f"{stale}.svg").unlink()
    for picture in pictures:
        (PICTURES / f"{picture.name}.svg").write_text(picture.svg(), encoding="utf-8", newline="\n")
    (PICTURES / "alt.toml").write_text(alt_toml(), encoding="utf-8", newline="\n")
    LIST.parent.mkdir(parents=True, exist_ok=True)
    LIST.write_text(list_page(), encoding="utf-8", newline="\n")
    print(f"{len(pictures)} pictures written.")


if __name__ == "__main__":
    main()
