"""``python -m tools.screenshots FOLDER``: a picture of every page, in every theme and size."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.screenshots.screenshots import take_shots


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
    asked = parser.parse_args()
    for path in take_shots(asked.folder, tuple(asked.theme), language=asked.language):
        print(path)


if __name__ == "__main__":
    main()
