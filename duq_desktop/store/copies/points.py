"""Earlier states of a backup: nothing of it is written twice, so a state is the highest number of each table.

The newest backup is a whole file, and each new one adds to it what is new. What it was before stays as a
*point*: a small file that says how far each table went, and where the sessions stood that were not over. A
point holds no key and no sign, so a deletion reaches it through the whole file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.store.file.preview_rows import highest
from duq_desktop.words import sealing as words

NAME = re.compile(r"answers-([1-9][0-9]{3})-(0[1-9]|1[0-2])-([0-9]{6,})\.point\Z")
GROWING = ("home", "session", "sitting", "record", "parcel", "note", "ledger")
"""The tables that only grow, each after those it names rows of."""
_MOST_BYTES = 4 * 1024 * 1024
_Stand = tuple[int, str, int, int]


@dataclass(frozen=True)
class Point:
    """How far each of ``GROWING`` went; number, area, page and rows given of the sessions that were open."""

    highest: dict[str, int]
    stands: tuple[_Stand, ...]

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps({"highest": self.highest, "open": self.stands}).encode("utf-8")

    def without(self, sessions: Set[int]) -> Point:
        """The point without where these sessions stood."""
        return Point(self.highest, tuple(each for each in self.stands if each[0] not in sessions))


def point_of(db: Database) -> Point:
    """The state that ``db`` is in."""
    sql = "SELECT number, area, page, given FROM session WHERE state = 'open' ORDER BY number"
    stands = tuple((row[0], row[1], row[2], row[3]) for row in db.conn.execute(sql))
    return Point({table: highest(db, table) for table in GROWING}, stands)


def read_point(path: Path) -> Point:
    """The point in ``path``. Raises ``StoreError`` when it is none of ours, ``OSError``."""
    try:
        raw = json.loads(read_whole(path, _MOST_BYTES))
        far = {table: _number(raw["highest"][table]) for table in GROWING}
        stands = tuple(_stand(each) for each in raw["open"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(words.BACKUP_UNUSABLE) from error
    return Point(far, stands)


def _number(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value < 2**62:
        raise ValueError
    return value


def _stand(value: Iterable[object]) -> _Stand:
    number, area, page, given = value
    if not isinstance(area, str):
        raise ValueError
    return _number(number), area, _number(page), _number(given)


def cut_back(db: Database, point: Point) -> None:
    """Brings a copy of the whole file back to ``point``; its triggers are gone meanwhile."""
    db.conn.execute("BEGIN IMMEDIATE")
    for table in reversed(GROWING):
        far = point.highest[table]
        db.conn.execute(f"DELETE FROM {table} WHERE number > ?", (far,))
        db.conn.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ? AND seq > ?", (far, table, far))
    for number, area, page, given in point.stands:
        db.conn.execute(
            "UPDATE session SET area = ?, page = ?, given = ?, state = 'open' "
            "WHERE number = ? AND state != 'deleted'",
            (area, page, given, number),
        )
    db.conn.execute("COMMIT")
