"""``python -m duq_desktop``, the console script ``duq-desktop``, and the program in a folder for a stick."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from duq_desktop import cli

__all__ = ["main"]

OUR_PARTS = "duq_desktop."


def main() -> int:
    """Do what the command line asks; the exit code.

    A packed program is its own Python: what the app starts there as ``sys.executable -m duq_desktop.PART``
    comes here, and that part's own ``main`` is called.
    """
    asked = sys.argv[1:]
    if getattr(sys, "frozen", False) and asked[:1] == ["-m"] and "".join(asked[1:2]).startswith(OUR_PARTS):
        part: Callable[[], int] = import_module(asked[1]).main
        sys.argv[1:3] = []
        return part()
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
