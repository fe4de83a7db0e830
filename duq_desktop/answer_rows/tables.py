"""The tables, and how one session fills them.

One row an answer, and only the last answer to each question: which one counts is decided where sessions
are read (``session_facts``), never in SQL. No words stand here. The tables are plain SQL-92 with types, keys
and checks, so that a larger database takes the same text; SQLite is told to be strict about types besides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Set
from types import TracebackType

from duq_desktop.interview.records import Near
from duq_desktop.interview.session_facts import SessionFacts

TABLES = (
    """CREATE TABLE session (
        number INTEGER NOT NULL PRIMARY KEY,
        session_id TEXT NOT NULL,
        round_id TEXT NOT NULL,
        place TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        pack_version TEXT NOT NULL,
        stream TEXT NOT NULL,
        asked_as TEXT NOT NULL,
        role TEXT NOT NULL,
        took_part INTEGER NOT NULL CHECK (took_part IN (0, 1)),
        refused INTEGER NOT NULL CHECK (refused IN (0, 1)),
        counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
        ended TEXT NOT NULL CHECK (ended IN ('', 'finished', 'stopped')),
        had_help INTEGER NOT NULL CHECK (had_help IN (0, 1)),
        two_answers INTEGER NOT NULL CHECK (two_answers IN (0, 1)),
        near_told INTEGER NOT NULL CHECK (near_told IN (0, 1)),
        staff_near INTEGER NOT NULL CHECK (staff_near IN (0, 1)),
        wanted_other INTEGER NOT NULL CHECK (wanted_other IN (0, 1)),
        missing INTEGER NOT NULL,
        made_up INTEGER NOT NULL CHECK (made_up IN (0, 1))
    )""",
    """CREATE TABLE near (
        session INTEGER NOT NULL REFERENCES session (number),
        who TEXT NOT NULL,
        PRIMARY KEY (session, who)
    )""",
    """CREATE TABLE left_out (
        session INTEGER NOT NULL REFERENCES session (number),
        area TEXT NOT NULL,
        PRIMARY KEY (session, area)
    )""",
    """CREATE TABLE question (
        number INTEGER NOT NULL PRIMARY KEY,
        question_id TEXT NOT NULL UNIQUE
    )""",
    """CREATE TABLE wording (
        number INTEGER NOT NULL PRIMARY KEY,
        wording TEXT NOT NULL,
        harm TEXT NOT NULL,
        UNIQUE (wording, harm)
    )""",
    """CREATE TABLE answer (
        session INTEGER NOT NULL REFERENCES session (number),
        question INTEGER NOT NULL REFERENCES question (number),
        wording INTEGER NOT NULL REFERENCES wording (number),
        met INTEGER NOT NULL,
        said TEXT NOT NULL,
        answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
        format TEXT NOT NULL CHECK (format IN ('three', 'two')),
        support TEXT NOT NULL,
        PRIMARY KEY (question, session)
    )""",
    """CREATE TABLE area_met (
        area TEXT NOT NULL,
        session INTEGER NOT NULL REFERENCES session (number),
        PRIMARY KEY (area, session)
    )""",
)
"""``met`` is how many questions of its session were met before. Answers lie question by question, so that
each question is counted by itself in a short time. ``area_met`` tells which areas of the pack that is counted
for a session met any question of."""

FILLED = ("answer", "near", "left_out", "area_met", "session", "wording", "question")
"""All tables, in an order in which they can be emptied."""


class AnswerRows:
    """The tables in a database that somebody else opened, wipes and closes.

    ``areas`` are the question ids of each area of the pack that is counted for: set them before any session
    is put.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.areas: Mapping[str, Set[str]] = {}
        for table in TABLES:
            keyed = "PRIMARY KEY (" in table
            db.execute(f"{table} STRICT{', WITHOUT ROWID' if keyed else ''}")
        self._taken: set[int] = set()
        self._questions: dict[tuple[str, ...], int] = {}
        self._wordings: dict[tuple[str, ...], int] = {}

    def put(self, number: int, facts: SessionFacts) -> None:
        """Takes the session ``number``, in place of what was taken under that number before."""
        if number in self._taken:
            for table in ("answer", "near", "left_out", "area_met"):
                self.db.execute(f"DELETE FROM {table} WHERE session = ?", (number,))
            self.db.execute("DELETE FROM session WHERE number = ?", (number,))
        self._taken.add(number)
        row = _session(number, facts)
        self.db.execute(f"INSERT INTO session VALUES ({', '.join('?' * len(row))})", row)
        self._put_all("near", ((number, who.value) for who in facts.near))
        self._put_all("left_out", ((number, area) for area in sorted(facts.left_out)))
        met = (area for area, ids in self.areas.items() if not ids.isdisjoint(facts.latest))
        self.db.executemany("INSERT INTO area_met VALUES (?, ?)", ((area, number) for area in met))
        self.db.executemany(
            "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    self._number("question", self._questions, (question_id,)),
                    self._number("wording", self._wordings, (answer.wording, answer.harm)),
                    met,
                    answer.said,
                    int(bool(answer.answer)),
                    answer.format.value,
                    answer.support.value,
                )
                for met, (question_id, answer) in enumerate(facts.latest.items())
            ],
        )

    def _put_all(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        self.db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    def _number(self, table: str, known: dict[tuple[str, ...], int], values: tuple[str, ...]) -> int:
        """The number of the row with these values, which is made when they are met first."""
        if values not in known:
            marks = ", ".join("?" * len(values))
            self.db.execute(f"INSERT INTO {table} VALUES (?, {marks})", (len(known) + 1, *values))
            known[values] = len(known) + 1
        return known[values]


class OwnAnswerRows:
    """Tables in a database of their own, in memory; closed at the end of the ``with``."""

    def __enter__(self) -> AnswerRows:
        self._db = sqlite3.connect(":memory:", isolation_level=None)
        return AnswerRows(self._db)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()


def _session(number: int, facts: SessionFacts) -> tuple[object, ...]:
    return (
        number,
        facts.session_id,
        facts.round_id,
        facts.place,
        facts.pack_id,
        facts.pack_version,
        facts.stream.value,
        facts.stream.asked_as.value,
        facts.role,
        int(facts.took_part),
        int(facts.refused),
        int(facts.is_counted),
        facts.ended.value if facts.ended else "",
        int(facts.had_help),
        int(facts.has_two_answers),
        int(bool(facts.near)),
        int(Near.STAFF in facts.near),
        int(facts.wanted_other),
        facts.missing + facts.unreadable,
        int(facts.made_up),
    )
