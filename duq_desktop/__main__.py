"""``python -m duq_desktop`` and the console script ``duq-desktop``."""

from __future__ import annotations

import sys

from duq_desktop.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
