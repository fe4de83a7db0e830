"""What reads a file needs of whoever opened it."""

from __future__ import annotations

import sqlite3
from typing import Protocol


class HasConnection(Protocol):
    """Whatever carries a connection: sqlite-utils' ``Database``, or ``Plain``."""

    @property
    def conn(self) -> sqlite3.Connection:
        """The connection."""
