"""What the page of a step is made from: so that two standings that are equal have the same page.

A page gets nothing else of its session. It can so be made before it is wanted, and be used if it still
is what is wanted; and it cannot hold what was said on another page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from duq_desktop.content.model import Area, Pack, Question, Stream
from duq_desktop.interview.inputs import AnswerGiven, WordsGiven
from duq_desktop.interview.records import AnswerFormat, Near, Support
from duq_desktop.interview.session_state import Run, SessionState
from duq_desktop.interview.steps import ENDS, PageName, Step


@dataclass(frozen=True)
class Progress:
    """How far within an area: question ``number`` of ``total``."""

    number: int
    total: int


@dataclass(frozen=True)
class PageState:
    """Where a session stands, as far as its page shows it.

    ``facts`` holds what was given on this very page before, and what the page tells of (see ``seen``);
    ``near`` says who is near now. ``is_turned``: No stands before Yes.
    """

    pack: Pack
    stream: Stream
    step: Step
    is_turned: bool
    answer_format: AnswerFormat
    support: Support
    near: frozenset[Near]
    facts: SessionState
    area: Area | None
    areas_left: tuple[Area, ...]
    progress: Progress | None

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions on the page; empty on any other page."""
        return tuple(self.pack.question(question_id) for question_id in self.step.questions)

    @property
    def answers(self) -> Mapping[str, AnswerGiven]:
        """What was given before to the questions that the page shows."""
        return self.facts.answers

    @property
    def open_words(self) -> Mapping[PageName, str]:
        """What was said to the open questions, in words of their own, as far as the page shows it."""
        return {PageName(page): given.words for page, given in self.facts.words.items() if given.words}

    @property
    def words(self) -> WordsGiven:
        """What was said on this page before, in words of their own."""
        return self.facts.words.get(self.step.page.value, WordsGiven())

    @property
    def is_over(self) -> bool:
        """Whether nothing goes on from here."""
        return self.step.page in ENDS

    @property
    def shows_what_was_said(self) -> bool:
        """Whether anything that was given would stand on the page: an answer, words, the sign, a choice."""
        facts, page = self.facts, self.step.page
        chosen: list[object] = [facts.consent, facts.practice_skipped, *facts.checks.values()]
        if self.step.run < len(facts.runs):
            chosen += [getattr(facts.runs[self.step.run], name) for name in _CHOSEN_ON.get(page, ())]
        said = facts.answers or facts.words or facts.sign
        return bool(said) or any(each not in (None, "") for each in chosen) or page is PageName.MY_VIEWS


_CHOSEN_ON: Mapping[PageName, tuple[str, ...]] = {
    PageName.NEAR: ("near",),
    PageName.OTHER_PERSON: ("wanted_other",),
    PageName.HELPED: ("support", "helper"),
    PageName.AREA: ("area_id",),
    PageName.LENGTH: ("short",),
    PageName.AREA_DONE: ("more",),
}
"""What of a run is chosen on which page."""


def seen(facts: SessionState, step: Step) -> SessionState:
    """The part of ``facts`` that the page of ``step`` may know."""
    page = step.page
    is_asked, looks_back = page is PageName.QUESTION, page is PageName.LOOK
    shown = {name: given for name, given in facts.answers.items() if name in step.questions}
    return SessionState(
        again=facts.again,
        checks={key: yes for key, yes in facts.checks.items() if page is PageName.CHECK and key == step.key},
        consent=facts.consent if page is PageName.CONSENT else None,
        practice_skipped=facts.practice_skipped if page is PageName.PRACTICE_START else None,
        sign=facts.sign if page is PageName.SIGN_IS else "",
        runs=tuple(_run(run, page) if place == step.run else Run() for place, run in enumerate(facts.runs)),
        answers=shown if is_asked else facts.answers if looks_back else {},
        words={key: words for key, words in facts.words.items() if looks_back or key == page.value},
    )


def _run(run: Run, page: PageName) -> Run:
    """The area itself, and what is chosen on the page."""
    chosen = {name: getattr(run, name) for name in _CHOSEN_ON.get(page, ())}
    return replace(Run(), **{"area_id": run.area_id, **chosen})
