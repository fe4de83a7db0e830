"""``python -m tools.screenshots FOLDER``: a picture of every page, in every theme and size."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.screenshots.screenshots import PARTS, take_shots


def _screen(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def main() -> None:
    """Take the pictures; print the path of each once it is written."""
    parser = argparse.ArgumentParser(prog="tools.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "--language", default="en", help="the language to show; also one that nobody is offered yet"
    )
    parser.add_argument(
        "--theme", action="append", default=[], help="only this theme; can be given again for more"
    )
    parser.add_argument(
        "--screen", default="1366x768", type=_screen, help="the size of the window, such as 1920x1080"
    )
    parser.add_argument(
        "--part", action="append", default=[], choices=PARTS, help="only this part; can be given again"
    )
    asked = parser.parse_args()
    shots = take_shots(
        asked.folder,
        tuple(asked.theme),
        language=asked.language,
        screen=asked.screen,
        parts=tuple(asked.part) or PARTS,
    )
    for path in shots:
        print(path)


if __name__ == "__main__":
    main()
