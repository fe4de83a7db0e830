"""From what was given on a page to the records that are sealed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from duq_desktop.content.model import Pack
from duq_desktop.interview.inputs import (
    AnswerGiven,
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    Given,
    GivenOnce,
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
    WordsGiven,
)
from duq_desktop.interview.practice import answer_format
from duq_desktop.interview.records import AnswerStatus, Record, RecordKind, Support, words_that_fit
from duq_desktop.interview.session_state import SessionState
from duq_desktop.interview.steps import PageName, Step
from duq_desktop.unions import assert_never

Body = dict[str, Any]

NAME_BYTES = 300
"""Room for a name and a job in a record: a longer one must not keep anybody from saying yes."""


@dataclass(frozen=True)
class Recorder:
    """Writes records for one session: ``pack`` for the wording, ``now`` for the time (ISO 8601)."""

    pack: Pack
    opener: str
    now: Callable[[], str]

    def record(self, kind: RecordKind, body: Mapping[str, Any] | None = None) -> Record:
        """One record of this moment."""
        kept = {key: value for key, value in (body or {}).items() if value not in (None, "")}
        return Record(kind, self.now(), kept)

    def records(self, facts: SessionState, step: Step, given: Given) -> tuple[Record, ...]:
        """The records of leaving ``step`` with ``given``: at least one, whatever was given.

        ``facts`` are those learned from ``given`` already, so who helps now is in them.
        """
        match given:
            case AnswersGiven():
                return tuple(self._answers(facts, step, given)) or (self._page(step),)
            case HelpGiven():
                return (self._help(step.key, given),)
            case _:
                kind, body = self._body(facts, step, given)
                return (self.record(kind, body),)

    def _page(self, step: Step) -> Record:
        return self.record(*_left(step))

    def _help(self, after: str, given: HelpGiven) -> Record:
        named = words_that_fit(given.person, NAME_BYTES) if given.talk else ""
        body = {"talk": given.talk, "person": named, "after": after}
        return self.record(RecordKind.HELP, body)

    def tell(self, after: str, given: HelpGiven) -> Record:
        """The record of leaving the help page that the person opened by pressing "Tell someone"."""
        return self._help(after, given)

    def answer(
        self, facts: SessionState, run: int, question_id: str, given: AnswerGiven, *, changed: bool
    ) -> Record:
        """The record of one answer with the wording shown, who helped, and in which format."""
        here, question = facts.runs[run], self.pack.question(question_id)
        body: Body = {
            "question": question_id,
            "wording": question.prompt,
            "harm": question.harm,
            "status": (given.status or AnswerStatus.LATER).value,
            "answer": given.answer,
            "support": (here.support or Support.ALONE).value,
            "helper": here.helper.value if here.helper else None,
            "format": answer_format(self.pack.practice, facts.practice).value,
        }
        if given.words:
            body |= {"words": given.words, "words_by": given.words_by, "may_quote": given.may_quote}
        if changed:
            body["changed"] = True
        return self.record(RecordKind.ANSWER, body)

    def _answers(self, facts: SessionState, step: Step, given: AnswersGiven) -> Iterator[Record]:
        for question_id, answer in given.answers:
            yield self.answer(facts, step.run, question_id, answer, changed=step.turn > 1)

    def _body(self, facts: SessionState, step: Step, given: GivenOnce) -> tuple[RecordKind, Body]:
        match given:
            case NearGiven() | HelpedGiven() | OtherPersonGiven():
                return RecordKind.NEAR, _near_body(facts, step)
            case ConsentGiven(yes, how):
                checks, opener = dict(facts.checks), words_that_fit(self.opener, NAME_BYTES)
                return RecordKind.CONSENT, {"yes": yes, "how": how, "opener": opener, "checks": checks}
            case CheckGiven(yes):
                return RecordKind.PAGE, {"page": step.page.value, "key": step.key, "yes": yes}
            case PracticeGiven(chosen):
                shape = answer_format(self.pack.practice, facts.practice).value
                return RecordKind.PRACTICE, {"practice": step.key, "chosen": chosen, "format": shape}
            case SignGiven():
                return RecordKind.SIGN, {"sign": given.text}
            case AreaGiven(area_id):
                return RecordKind.AREA, {"area": area_id}
            case LengthGiven(short):
                return RecordKind.AREA, {"area": facts.runs[step.run].area_id, "short": short}
            case WordsGiven():
                return RecordKind.WORDS, _words_body(step, given)
            case AreaDoneGiven(more):
                return RecordKind.PAGE, {"page": step.page.value, "more": more}
            case PracticeStartGiven() | PracticeHelpGiven():
                return _left(step)
            case Nothing():
                if step.page is PageName.LOOK:
                    return RecordKind.FINISHED, {"far": list(facts.areas_taken)}
                return _left(step)
            case _:
                assert_never(given)


def _left(step: Step) -> tuple[RecordKind, Body]:
    """A page that was left, and nothing more."""
    return RecordKind.PAGE, {"page": step.page.value, "key": step.key}


def _near_body(facts: SessionState, step: Step) -> Body:
    run = facts.runs[step.run]
    return {
        "near": sorted(near.value for near in run.near or ()),
        "support": run.support.value if run.support else None,
        "helper": run.helper.value if run.helper else None,
        "wanted_other": run.wanted_other,
    }


def _words_body(step: Step, given: WordsGiven) -> Body:
    body: Body = {"topic": step.page.value, "words": given.words}
    if given.words:
        body |= {"words_by": given.words_by, "may_quote": given.may_quote}
    return body
