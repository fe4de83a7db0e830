"""What a made-up respondent presses on each page: a session is run page by page, like a real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from duq_desktop.interview.inputs import (
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    Given,
    HelpedGiven,
    HelpGiven,
    LengthGiven,
    NearGiven,
    Nothing,
    OtherPersonGiven,
    PracticeGiven,
    PracticeHelpGiven,
    PracticeStartGiven,
    SignGiven,
)
from duq_desktop.interview.records import AnswerStatus, Support
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from duq_desktop.sample.opinions import Opinions
from duq_desktop.sample.people import Ending, Who


class Clock:
    """A made-up clock: a few seconds pass at each look. Gives local time as ISO 8601."""

    def __init__(self, start: datetime, chance: Random) -> None:
        self._now = start
        self._chance = chance

    def __call__(self) -> str:
        """The time now, by this clock."""
        self._now += timedelta(seconds=self._chance.randrange(4, 25))
        return self._now.astimezone().isoformat(timespec="seconds")


@dataclass(frozen=True)
class Presses:
    """Presses the pages of one session for ``who``. ``opener_name`` is whom they may ask to talk with."""

    who: Who
    chance: Random
    opinions: Opinions
    sign: SignGiven | None
    opener_name: str

    def run(self, interview: SealedSession, pages: int = 0) -> None:
        """Press Next until the session is over, or until ``pages`` question pages were left."""
        left = 0
        while not interview.session.is_over:
            is_question = interview.session.step.page is PageName.QUESTION
            if pages and is_question and left == pages:
                return
            left += is_question
            if interview.session.step.page is PageName.LOOK:
                self._change_one(interview)
            interview.next(self.on(interview.session))

    def on(self, session: Session) -> Given:
        """What is given on the page that ``session`` stands on."""
        page = session.step.page
        if page is PageName.QUESTION:
            return self._answers(session)
        if page in (PageName.BEST, PageName.CHANGE):
            return self.opinions.closing(page.value, self.who, self.chance)
        press = self._presses(session).get(page)
        return press() if press else Nothing()

    def _presses(self, session: Session) -> dict[PageName, Callable[[], Given]]:
        who, step = self.who, session.step
        return {
            PageName.NEAR: lambda: NearGiven(frozenset({who.near})),
            PageName.OTHER_PERSON: lambda: OtherPersonGiven(who.wants_other),
            PageName.HELPED: lambda: HelpedGiven(
                who.support, None if who.support is Support.ALONE else who.near
            ),
            PageName.CHECK: lambda: CheckGiven((step.key == "stop") is (self.chance.random() > 0.08)),
            PageName.CONSENT: lambda: ConsentGiven(who.ending is not Ending.REFUSES, who.support.value),
            PageName.PRACTICE_START: lambda: PracticeStartGiven(session.facts.again),
            PageName.PRACTICE: lambda: self._practice(session),
            PageName.PRACTICE_HELP: PracticeHelpGiven,
            PageName.SIGN: lambda: self.sign or SignGiven("", ""),
            PageName.AREA: lambda: AreaGiven(self._next_area(session)),
            PageName.LENGTH: lambda: LengthGiven(who.short),
            PageName.HELP: lambda: self._help(session),
            PageName.AREA_DONE: lambda: AreaDoneGiven(self._goes_on(session)),
        }

    def _practice(self, session: Session) -> PracticeGiven:
        asked = next(each for each in session.pack.practice if each.id == session.step.key)
        if asked.expected == "sometimes" and self.who.two_answers:
            return PracticeGiven("yes")
        slips = session.step.turn == 1 and self.chance.random() < 0.06
        return PracticeGiven(None if slips else asked.expected)

    def _answers(self, session: Session) -> AnswersGiven:
        given = [
            (question.id, self.opinions.answer(question, self.who, self.chance))
            for question in session.questions
        ]
        return AnswersGiven(tuple(given))

    def _help(self, session: Session) -> HelpGiven:
        """Some ask to talk alone, at the end of their first area."""
        asks = self.who.asks_to_talk and session.step.key == "area" and session.step.run == 0
        return HelpGiven(asks, self.opener_name if asks else "")

    def _next_area(self, session: Session) -> str:
        left = {area.id for area in session.areas_left}
        wished = [area_id for area_id in self.who.areas if area_id in left]
        return wished[0] if wished else session.areas_left[0].id

    def _goes_on(self, session: Session) -> bool:
        return bool({area.id for area in session.areas_left} & set(self.who.areas))

    def _change_one(self, interview: SealedSession) -> None:
        """Some look at their answers and change one."""
        session = interview.session
        given = [name for name, each in session.answers.items() if each.status is AnswerStatus.ANSWERED]
        if not given or self.who.says_yes or self.chance.random() > 0.15:
            return
        question = session.pack.question(self.chance.choice(given))
        interview.change(question.id, self.opinions.answer(question, self.who, self.chance))
