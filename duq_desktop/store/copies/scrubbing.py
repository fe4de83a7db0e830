"""Making sure that erased bytes are in a file no more."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from duq_desktop.safe_files.reading import open_to_read

_PIECE = 4 * 1024 * 1024
"""Bytes that are looked at together: a file may be larger than the memory."""


def holds_any(path: Path, secrets: list[bytes]) -> bool:
    """Whether the bytes of the file still hold one of ``secrets``."""
    longest = max(map(len, secrets), default=0)
    kept = b""
    with open_to_read(path) as file:
        while piece := file.read(_PIECE):
            data = kept + piece
            if any(secret in data for secret in secrets):
                return True
            kept = data[1 - longest :] if longest > 1 else b""
    return False


def rewrite(db: Database) -> None:
    """Writes every page anew, so that nothing erased is left in the unused part of one."""
    db.conn.execute("VACUUM")
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def scrub(db: Database, path: Path, secrets: list[bytes]) -> bool:
    """Makes sure that the erased bytes are not in the file any more; says whether that worked.

    ``secure_delete`` zeroes what is deleted, but a page that was rearranged before may hold an older
    copy in its unused part; ``VACUUM`` writes every page anew.
    """
    if secrets and holds_any(path, secrets):
        rewrite(db)
        return not holds_any(path, secrets)
    return True
