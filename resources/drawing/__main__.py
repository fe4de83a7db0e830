"""``python -m resources.drawing``: write every SVG and ``alt.toml`` into the pack; remove stale ones."""

from __future__ import annotations

from pathlib import Path

from resources.drawing.catalogue import GROUPS, all_pictures

PICTURES = Path(__file__).parents[2] / "easyread" / "duq-code" / "pictures"


def alt_toml() -> str:
    """Return the machine file of alternative texts, one table a picture, in groups."""
    parts = ["# Written by `python -m resources.drawing`. What each picture shows, in plain words.\n"]
    for group, pictures in GROUPS.items():
        parts.append(f"\n# {group}\n")
        parts += [f'[{p.name}]\nalt = "{p.alt}"\n' for p in pictures]
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
    print(f"{len(pictures)} pictures written.")


if __name__ == "__main__":
    main()
