"""The route of pages through a session, worked out afresh from the facts each time.

The route is a pure function of what was given, so Back and Next are one step along it, and a changed
mind (who is near, ask me later) changes only what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duq_desktop.content.model import Area, Pack, Question, Stream
from duq_desktop.interview.practice import TRIES, needs_supporter
from duq_desktop.interview.records import Near, Support
from duq_desktop.interview.session_state import Run, SessionState
from duq_desktop.interview.steps import PageName, Step

CHECKS: dict[str, bool] = {"must": False, "stop": True}
"""The two plain checks before the yes or no, with the answer that shows it was understood:
"Do you have to answer?" No. "Can you stop?" Yes."""


@dataclass(frozen=True)
class RouteSpec:
    """What a route is for: the pack, whose session it is, how many questions stand on a page.

    ``left_out`` are the ids of the areas that are not asked about today.
    """

    pack: Pack
    stream: Stream
    per_page: int = 1
    left_out: tuple[str, ...] = ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas of today; all of them where none would be left."""
        return tuple(area for area in self.pack.areas if area.id not in self.left_out) or self.pack.areas


def route(way: RouteSpec, facts: SessionState) -> tuple[Step, ...]:
    """Every page from the first to as far as the facts reach, in order.

    Past a page that decides (yes or no, the area, the length, go on or finish) nothing follows
    until it is decided; such a page is then the last of the route.
    """
    before = _before_person if way.stream is Stream.PERSON else _before_others
    steps = list(before(way, facts))
    if facts.consent is None or steps[-1].page in (PageName.REFUSED, PageName.SIGN):
        return tuple(steps)
    for index, run in enumerate(facts.runs):
        steps.extend(_run(way, index, run))
        if run.more is None:
            return tuple(steps)
    steps.extend(_end(way))
    return tuple(steps)


def _who_is_near(index: int, run: Run) -> Iterator[Step]:
    yield Step(PageName.NEAR, index)
    if run.near and Near.STAFF in run.near:
        yield Step(PageName.OTHER_PERSON, index)
        if run.wanted_other:
            yield Step(PageName.WAIT, index)
    yield Step(PageName.HELPED, index)
    if run.support not in (None, Support.ALONE):
        yield Step(PageName.HELPER, index)


def _before_person(way: RouteSpec, facts: SessionState) -> Iterator[Step]:
    yield from _who_is_near(0, facts.runs[0])
    if not facts.again:
        yield Step(PageName.WHY)
    yield Step(PageName.OPENER)
    if not facts.again:
        yield from (Step(page) for page in (PageName.TODAY, PageName.DANGER, PageName.CHOICE))
        yield from _checks(facts)
    yield Step(PageName.CONSENT)
    if facts.consent is None:
        return
    if not facts.consent:
        yield Step(PageName.REFUSED)
        return
    yield from _practice(way, facts)
    if not facts.again:
        yield Step(PageName.SIGN)
        if facts.sign:
            yield Step(PageName.SIGN_IS)


def _checks(facts: SessionState) -> Iterator[Step]:
    for check, understood in CHECKS.items():
        yield Step(PageName.CHECK, key=check)
        if check in facts.checks and facts.checks[check] is not understood:
            yield Step(PageName.CHECK_AGAIN, key=check)


def _practice(way: RouteSpec, facts: SessionState) -> Iterator[Step]:
    yield Step(PageName.PRACTICE_START)
    if facts.practice_skipped:
        return
    for question in way.pack.practice:
        chosen = facts.practice.get(question.id, ())
        yield Step(PageName.PRACTICE, key=question.id)
        if chosen and chosen[0] != question.expected:
            yield Step(PageName.PRACTICE_AGAIN, key=question.id)
            yield Step(PageName.PRACTICE, key=question.id, turn=TRIES)
        if needs_supporter(question, chosen):
            yield Step(PageName.PRACTICE_HELP, key=question.id)
            if question.id in facts.wants_helper:
                yield Step(PageName.WAIT, key=question.id)
                yield Step(PageName.HELPED, key=question.id, turn=TRIES)


def _before_others(_way: RouteSpec, facts: SessionState) -> Iterator[Step]:
    yield from (Step(page) for page in (PageName.OPENER, PageName.TODAY, PageName.DANGER, PageName.CONSENT))
    if facts.consent is False:
        yield Step(PageName.REFUSED)


def _run(way: RouteSpec, index: int, run: Run) -> Iterator[Step]:
    person = way.stream is Stream.PERSON
    if index > 0 and person:
        yield from _who_is_near(index, run)
    if run.first == 0:
        yield Step(PageName.AREA, index)
    if not run.area_id:
        return
    if person and run.first == 0:
        yield Step(PageName.LENGTH, index)
    if person and run.short is None:
        return
    yield from _questions(way, index, run)
    yield Step(PageName.HELP, index, key="area")
    yield Step(PageName.AREA_DONE, index)


def _questions(way: RouteSpec, index: int, run: Run) -> Iterator[Step]:
    area = way.pack.area(run.area_id)
    asked = area.questions_for(way.stream, short=bool(run.short))[run.first :]
    for start in range(0, len(asked), way.per_page):
        yield from _question_page(index, asked[start : start + way.per_page], turn=1)
    for question in asked:
        if question.id in run.put_off:
            yield from _question_page(index, (question,), turn=2)


def _question_page(index: int, questions: tuple[Question, ...], turn: int) -> Iterator[Step]:
    ids = tuple(question.id for question in questions)
    yield Step(PageName.QUESTION, index, questions=ids, turn=turn)
    if any(question.offers_help for question in questions):
        yield Step(PageName.HELP, index, key=ids[-1], turn=turn)


def _end(way: RouteSpec) -> Iterator[Step]:
    pages = [PageName.BEST, PageName.CHANGE, PageName.LOOK, PageName.HAPPENS]
    if way.stream is Stream.PERSON:
        pages.append(PageName.MY_VIEWS)
    yield from (Step(page) for page in (*pages, PageName.THANKS))


def areas_left(way: RouteSpec, facts: SessionState) -> tuple[Area, ...]:
    """The areas not yet taken in this sitting, in the order of the Code."""
    return tuple(area for area in way.areas if area.id not in facts.areas_taken)
