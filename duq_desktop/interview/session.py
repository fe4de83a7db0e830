"""One respondent's session: where it stands, what was given, what is to be sealed.

Pure: it knows neither screen nor database. ``Interview`` (in ``keeping``) joins it to the sealed
store: what ``leave`` returns is sealed first, and only then does ``go_on`` or ``go_back`` move.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from duq_desktop.content.model import Area, Pack, Question, Stream
from duq_desktop.interview.inputs import AnswerGiven, AnswersGiven, Given, HelpGiven, WordsGiven
from duq_desktop.interview.page_state import PageState, Progress, seen
from duq_desktop.interview.practice import answer_format
from duq_desktop.interview.recording import Recorder
from duq_desktop.interview.records import (
    AnswerFormat,
    AnswerStatus,
    Bookmark,
    Near,
    Record,
    RecordKind,
    Support,
)
from duq_desktop.interview.reducer import reduce
from duq_desktop.interview.route import RouteSpec, areas_left, route
from duq_desktop.interview.session_state import Run, SessionState
from duq_desktop.interview.steps import ENDS, PageName, Step

SHORT_MARK = "/short"
"""What stands behind the area id in a place mark when the short set was chosen."""


def local_time() -> str:
    """Now, in this computer's time with its zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class Session:
    """A session in progress. ``step`` is the page it stands on. ``wants_two``: Yes and No are enough.

    ``opener`` is the opener's name and job as shown to the respondent; ``role`` that of staff and
    others; ``where`` is where it takes place, ``left_out`` the areas not asked about there today. ``sign``
    and ``place`` are given when a session goes on another day: it then starts with who is near and the
    yes or no, and goes on at the next question; nothing said before is known here. ``order`` turns the
    answer order round between people: an even number keeps Yes first.
    """

    def __init__(
        self,
        pack: Pack,
        stream: Stream,
        *,
        opener: str,
        now: Callable[[], str] = local_time,
        per_page: int = 1,
        order: int = 0,
        role: str = "",
        sign: str = "",
        place: Bookmark | None = None,
        where: str = "",
        left_out: tuple[str, ...] = (),
    ) -> None:
        self.pack = pack
        self.stream = stream
        self.order = order
        self.role = role
        self.wants_two = False
        self.where = where
        self._way = RouteSpec(pack, stream, per_page, left_out)
        self._recorder = Recorder(pack, opener, now)
        self._facts = SessionState() if place is None else _facts_of_another_day(pack, sign, place)
        self._step = route(self._way, self._facts)[0]

    @property
    def step(self) -> Step:
        """The page the session stands on."""
        return self._step

    @property
    def facts(self) -> SessionState:
        """What was given so far in this sitting."""
        return self._facts

    @property
    def answers(self) -> Mapping[str, AnswerGiven]:
        """What was given to each question in this sitting, by question id."""
        return self._facts.answers

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions on the page; empty on any other page."""
        return tuple(self.pack.question(question_id) for question_id in self._step.questions)

    @property
    def area(self) -> Area | None:
        """The area being taken; None before one is picked."""
        area_id = self._facts.runs[min(self._step.run, len(self._facts.runs) - 1)].area_id
        return self.pack.area(area_id) if area_id else None

    @property
    def areas_left(self) -> tuple[Area, ...]:
        """The areas that can still be picked; the one of the page itself counts as one of them."""
        here = self._facts.runs[self._step.run].area_id if self._step.page is PageName.AREA else ""
        left = {area.id for area in areas_left(self._way, self._facts)} | {here}
        return tuple(area for area in self.pack.areas if area.id in left)

    @property
    def answer_format(self) -> AnswerFormat:
        """Three answers or two: as the person likes it, or after what practice showed."""
        if self.wants_two:
            return AnswerFormat.TWO
        return answer_format(self.pack.practice, self._facts.practice)

    @property
    def support(self) -> Support:
        """What help the person has now."""
        return self._facts.run.support or Support.ALONE

    @property
    def is_over(self) -> bool:
        """Whether the session stands on a page from which nothing goes on."""
        return self._step.page in ENDS

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return not self.is_over and self._index() > 0

    @property
    def progress(self) -> Progress | None:
        """Which question of how many in this area; None on any page but a question's."""
        if self._step.page is not PageName.QUESTION:
            return None
        ids = [s.questions for s in self._route() if s.page is PageName.QUESTION and s.run == self._step.run]
        flat = [question_id for page in ids for question_id in page]
        return Progress(flat.index(self._step.questions[-1]) + 1, len(dict.fromkeys(flat)))

    @property
    def standing(self) -> PageState:
        """All that the page of the session's step is made from."""
        return PageState(
            pack=self.pack,
            stream=self.stream,
            step=self._step,
            is_turned=bool(self.order % 2),
            answer_format=self.answer_format,
            support=self.support,
            near=self._facts.run.near or frozenset(),
            facts=seen(self._facts, self._step),
            area=self.area,
            areas_left=self.areas_left,
            progress=self.progress,
        )

    def standing_after(self, given: Given) -> PageState:
        """Where Next would lead if the page were left with ``given``; the session stays where it is."""
        ahead = _copy(self)
        ahead.go_on(given)
        return ahead.standing

    def standing_with(self, given: Given) -> PageState:
        """Where the session stands, were the page left and met again: with what ``given`` says on it."""
        here = _copy(self)
        if isinstance(given, (AnswersGiven, WordsGiven)):
            here._facts = reduce(self._facts, self._step, given)
        return here.standing

    def speak(self, pack: Pack) -> None:
        """Go on in another language: ``pack`` is the same pack in it. Answers keep the wording shown."""
        self.pack = pack
        self._way = replace(self._way, pack=pack)
        self._recorder = replace(self._recorder, pack=pack)

    def began(self) -> Record:
        """The first record of a sitting: whose it is and what is asked."""
        body = {
            "stream": self.stream.value,
            "role": self.role,
            "language": self.pack.language,
            "pack": self.pack.id,
            "version": self.pack.version,
            "again": self._facts.again or None,
            "where": self.where or None,
            "left_out": self._left_out() or None,
        }
        return self._recorder.record(RecordKind.BEGAN, body)

    def _left_out(self) -> list[str]:
        asked = {area.id for area in self._way.areas}
        return [area.id for area in self.pack.areas if area.id not in asked]

    def leave(self, given: Given) -> tuple[Record, ...]:
        """What must be sealed when the page is left with ``given``: at least one record."""
        settled = self._settle(given)
        return self._recorder.records(reduce(self._facts, self._step, settled), self._step, settled)

    def go_on(self, given: Given) -> None:
        """Learn what was given and stand on the next page. Call it when ``leave`` is sealed."""
        self._facts = reduce(self._facts, self._step, self._settle(given))
        steps = self._route()
        self._step = steps[min(steps.index(self._step) + 1, len(steps) - 1)]

    def go_back(self, given: Given) -> None:
        """Learn what was given and stand on the page before."""
        if isinstance(given, (AnswersGiven, WordsGiven)):
            self._facts = reduce(self._facts, self._step, given)
        self._step = self._route()[max(self._index() - 1, 0)]

    def place_after(self, given: Given) -> Bookmark:
        """The place mark once the page is left with ``given``; says where, never what.

        It counts questions asked the first time only, so that nobody can tell what was put off.
        """
        ahead = _copy(self)
        ahead.go_on(given)
        return ahead.place

    @property
    def place(self) -> Bookmark:
        """How far the session is: area, and index of the next question to ask the first time."""
        run = self._facts.runs[min(self._step.run, len(self._facts.runs) - 1)]
        area = self.area
        if area is None or self._step.page not in (PageName.QUESTION, PageName.HELP, PageName.AREA_DONE):
            return Bookmark()
        asked = [q.id for q in area.questions_for(self.stream, short=bool(run.short))]
        name = area.id + (SHORT_MARK if run.short else "")
        if self._step.page is PageName.QUESTION and self._step.turn == 1:
            return Bookmark(name, asked.index(self._step.questions[0]))
        if self._step.page is PageName.HELP and self._step.key in asked and self._step.turn == 1:
            return Bookmark(name, asked.index(self._step.key) + 1)
        return Bookmark(name, len(asked))

    def alone_now(self) -> None:
        """The person is alone from now on. Call it when ``sent_out`` is sealed."""
        changes = {"near": frozenset({Near.NOBODY}), "support": Support.ALONE, "helper": None}
        self._facts = self._facts.with_run(len(self._facts.runs) - 1, **changes)

    def sent_out(self) -> Record:
        """What to seal when the person presses "I want to be alone now"."""
        body = {"near": [Near.NOBODY.value], "support": Support.ALONE.value}
        return self._recorder.record(RecordKind.NEAR, body)

    def told(self, given: HelpGiven) -> Record:
        """What to seal when the help page opened by "Tell someone" is left."""
        return self._recorder.tell(self._step.page.value, given)

    def told_more(self, question_id: str, given: AnswerGiven) -> Record:
        """What to seal when words to a question of the page are to be kept, before the page is left."""
        again = self._step.turn > 1
        return self._recorder.answer(self._facts, self._step.run, question_id, given, changed=again)

    def changed(self, question_id: str, given: AnswerGiven) -> Record:
        """What to seal when an answer is changed on "Look at my answers"."""
        return self._recorder.answer(self._facts, len(self._facts.runs) - 1, question_id, given, changed=True)

    def change(self, question_id: str, given: AnswerGiven) -> None:
        """Learn a changed answer. Call it when ``changed`` is sealed."""
        self._facts = replace(self._facts, answers={**self._facts.answers, question_id: given})

    def stopped(self) -> Record:
        """What to seal when the person stops and keeps what was said."""
        return self._recorder.record(RecordKind.STOPPED, {"keep": True, "page": self._step.page.value})

    def filler(self) -> Record:
        """A record that says nothing; blocks of rows are filled up with it (see ``keeping``)."""
        return self._recorder.record(RecordKind.PAGE, {"page": self._step.page.value})

    def _settle(self, given: Given) -> Given:
        """Next without choosing means "Ask me later"."""
        if not isinstance(given, AnswersGiven):
            return given
        pairs = ((question_id, given.of(question_id)) for question_id in self._step.questions)
        return AnswersGiven(
            tuple((i, a if a.status else replace(a, status=AnswerStatus.LATER)) for i, a in pairs)
        )

    def _route(self) -> tuple[Step, ...]:
        return route(self._way, self._facts)

    def _index(self) -> int:
        return self._route().index(self._step)


def _copy(session: Session) -> Session:
    twin = object.__new__(Session)
    twin.__dict__.update(session.__dict__)
    return twin


def _facts_of_another_day(pack: Pack, sign: str, place: Bookmark) -> SessionState:
    area, _, short = place.area.partition("/")
    known = area in {each.id for each in pack.areas} and place.page > 0
    run = Run(area_id=area, short=bool(short), first=place.page) if known else Run()
    return SessionState(again=True, sign=sign, runs=(run,))
