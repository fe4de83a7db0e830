"""All SQL that counts opened answers. It only adds up; what it adds up was decided when rows were made.

``counted`` sessions took part and have a known stream. Every figure can be narrowed to one round, one place
or one pack; "" narrows nothing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from duq_desktop.answer_rows.tables import AnswerRows

_SCOPE = """
    (:round_id = '' OR s.round_id = :round_id) AND (:place = '' OR s.place = :place)
    AND (:pack_id = '' OR s.pack_id = :pack_id)"""

_TOTALS = f"""
    SELECT COUNT(*), COALESCE(SUM(took_part), 0), COALESCE(SUM(refused), 0), COALESCE(SUM(missing), 0),
        COALESCE(MAX(made_up), 0)
    FROM session s WHERE {_SCOPE}"""
_PARTICIPATION = f"""
    SELECT stream, COUNT(*), SUM(CASE WHEN ended = 'finished' THEN 1 ELSE 0 END),
        SUM(CASE WHEN ended = 'stopped' THEN 1 ELSE 0 END), SUM(two_answers), SUM(had_help),
        SUM(staff_near), SUM(near_told), SUM(wanted_other)
    FROM session s WHERE counted = 1 AND {_SCOPE} GROUP BY stream"""
_NEAR = f"""
    SELECT s.stream, n.who, COUNT(*) FROM near n JOIN session s ON s.number = n.session
    WHERE s.counted = 1 AND {_SCOPE} GROUP BY s.stream, n.who"""
_ROLES = f"""
    SELECT stream, role, COUNT(*) FROM session s WHERE counted = 1 AND {_SCOPE}
    GROUP BY stream, role ORDER BY stream, role"""
_QUESTIONS = "SELECT number FROM question ORDER BY number"
_CELLS = f"""
    SELECT q.question_id, s.stream, s.role, a.format, a.answered, a.said, a.support, COUNT(*)
    FROM answer a JOIN session s ON s.number = a.session JOIN question q ON q.number = a.question
    WHERE a.question = :question AND s.counted = 1 AND {_SCOPE}
    GROUP BY q.question_id, s.stream, s.role, a.format, a.answered, a.said, a.support"""
_WORDINGS = f"""
    SELECT q.question_id, s.asked_as, w.wording, w.harm, MIN(s.number), MIN(a.met)
    FROM answer a JOIN session s ON s.number = a.session JOIN question q ON q.number = a.question
        JOIN wording w ON w.number = a.wording
    WHERE a.question = :question AND s.counted = 1 AND {_SCOPE}
    GROUP BY q.question_id, s.asked_as, w.wording, w.harm
    ORDER BY MIN(s.number), MIN(a.met)"""
_AREA = f"""
    SELECT s.stream, COUNT(*) FROM area_met m JOIN session s ON s.number = m.session
    WHERE m.area = :area AND s.counted = 1 AND {_SCOPE} GROUP BY s.stream"""
_LEFT_OUT = f"""
    SELECT COUNT(*) FROM left_out l JOIN session s ON s.number = l.session
    WHERE l.area = :area AND s.counted = 1 AND {_SCOPE}
    AND NOT EXISTS (SELECT 1 FROM area_met m WHERE m.area = l.area AND m.session = l.session)"""


class Scope(NamedTuple):
    """What is counted: one round, one place, one pack; "" narrows nothing."""

    round_id: str = ""
    place: str = ""
    pack_id: str = ""


EVERYTHING = Scope()


class Totals(NamedTuple):
    """Over all sessions, those that said no to taking part too. ``missing`` counts entries."""

    sessions: int
    took_part: int
    refused: int
    missing: int
    made_up: int


class Participation(NamedTuple):
    """The counted sessions of one stream."""

    stream: str
    people: int
    finished: int
    stopped: int
    two_answers: int
    had_help: int
    staff_near: int
    near_told: int
    wanted_other: int


class Cell(NamedTuple):
    """How many of one stream and role said the same to one question, asked and supported alike."""

    question_id: str
    stream: str
    role: str
    format: str
    answered: int
    said: str
    support: str
    number: int


class Worded(NamedTuple):
    """One wording that a question was met in by the streams that are asked it.

    ``session`` is the first that was asked so, ``met`` how many questions one had met before at least.
    """

    question_id: str
    asked_as: str
    wording: str
    harm: str
    session: int
    met: int


class Counts:
    """The figures of what is in the tables now."""

    def __init__(self, rows: AnswerRows, scope: Scope = EVERYTHING) -> None:
        self._rows, self._scope = rows, scope

    def totals(self) -> Totals:
        """Of all sessions."""
        ((*numbers,),) = self._all(_TOTALS)
        return Totals(*numbers)

    def participation(self) -> dict[str, Participation]:
        """By stream; a stream of which nobody took part is not in it."""
        return {row[0]: Participation(*row) for row in self._all(_PARTICIPATION)}

    def near(self) -> dict[tuple[str, str], int]:
        """How many sessions had whom in the room, by stream and by who."""
        return {(stream, who): number for stream, who, number in self._all(_NEAR)}

    def roles(self, stream: str) -> dict[str, int]:
        """How many of each role, in the order of their names."""
        return {role: number for named, role, number in self._all(_ROLES) if named == stream}

    def questions(self) -> list[int]:
        """The numbers of all questions that were ever met: each is counted by itself."""
        return [number for (number,) in self._all(_QUESTIONS)]

    def cells(self, question: int) -> list[Cell]:
        """What was said to one question, answered or not."""
        return [Cell(*row) for row in self._all(_CELLS, question=question)]

    def wordings(self, question: int) -> list[Worded]:
        """Every wording of one question, in the order first met."""
        return [Worded(*row) for row in self._all(_WORDINGS, question=question)]

    def area(self, area: str) -> dict[str, int]:
        """How many sessions met any question of an area (``AnswerRows.areas``), by stream."""
        return dict(self._all(_AREA, area=area))

    def left_out(self, area: str) -> int:
        """Sessions that met no question of an area because it was left out on the day."""
        return int(self._all(_LEFT_OUT, area=area)[0][0])

    def _all(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        return list(self._rows.db.execute(sql, {**self._scope._asdict(), **values}))
