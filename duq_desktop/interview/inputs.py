"""What a respondent gives on a page before pressing Next: one frozen type for each kind of page."""

from __future__ import annotations

from typing import TypeAlias

from duq_desktop.interview.records import AnswerStatus, Near, Support
from duq_desktop.light_dataclass import dataclass


@dataclass(frozen=True)
class Nothing:
    """A page to read or look at: nothing is given on it."""


@dataclass(frozen=True)
class NearGiven:
    """Who is in the room, as the person says."""

    near: frozenset[Near] = frozenset()


@dataclass(frozen=True)
class OtherPersonGiven:
    """Whether the person would like someone else than staff near them; None when not said."""

    wanted: bool | None = None


@dataclass(frozen=True)
class HelpedGiven:
    """What help the person has from now on, and from whom (a ``Near``); None while not said."""

    support: Support | None = None
    helper: Near | None = None


@dataclass(frozen=True)
class CheckGiven:
    """The answer to one of the two plain checks before the yes or no; None when not said."""

    yes: bool | None = None


@dataclass(frozen=True)
class ConsentGiven:
    """Yes or no to taking part, and how it was given: a ``Support`` ("alone", "pressed_for_me")."""

    yes: bool
    how: str = Support.ALONE.value


@dataclass(frozen=True)
class PracticeGiven:
    """The option chosen in practice; None when Next was pressed without choosing."""

    chosen: str | None = None


@dataclass(frozen=True)
class PracticeStartGiven:
    """Whether the person practises or goes straight on."""

    skip: bool = False


@dataclass(frozen=True)
class PracticeHelpGiven:
    """After Yes or No was missed twice: whether a supporter comes to help."""

    wants_helper: bool = False


@dataclass(frozen=True)
class SignGiven:
    """The pictures of the person's sign, by id: two, and ``more`` where two were not enough."""

    first: str
    second: str
    more: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sign as it is kept: the ids joined by "+", in the order picked."""
        return "+".join((self.first, self.second, *self.more))


@dataclass(frozen=True)
class AreaGiven:
    """The area picked, by id."""

    area_id: str


@dataclass(frozen=True)
class LengthGiven:
    """The short or the long set of the area picked."""

    short: bool


@dataclass(frozen=True)
class AnswerGiven:
    """What was given to one question. No status and no words means: nothing yet.

    ``answer`` is an option id when ``status`` is ``ANSWERED``. ``words_by`` is "typed" or
    "pictures". ``may_quote``: the person lets these words stand in the report.
    """

    status: AnswerStatus | None = None
    answer: str | None = None
    words: str = ""
    words_by: str = ""
    may_quote: bool = False


@dataclass(frozen=True)
class AnswersGiven:
    """What was given on a question page: one entry for each question on it, by id."""

    answers: tuple[tuple[str, AnswerGiven], ...]

    def of(self, question_id: str) -> AnswerGiven:
        """What was given to this question; an empty answer when nothing was."""
        return dict(self.answers).get(question_id, AnswerGiven())


@dataclass(frozen=True)
class HelpGiven:
    """Whether the person asks the named person to come and talk to them alone."""

    talk: bool = False
    person: str = ""


@dataclass(frozen=True)
class AreaDoneGiven:
    """What comes after an area: ``more`` is another area, else the session goes to its end."""

    more: bool


@dataclass(frozen=True)
class WordsGiven:
    """Words to an open question ("What is best?", "What would you change?")."""

    words: str = ""
    words_by: str = ""
    may_quote: bool = False


GivenOnce: TypeAlias = (
    Nothing
    | NearGiven
    | OtherPersonGiven
    | HelpedGiven
    | CheckGiven
    | ConsentGiven
    | PracticeGiven
    | PracticeStartGiven
    | PracticeHelpGiven
    | SignGiven
    | AreaGiven
    | LengthGiven
    | AreaDoneGiven
    | WordsGiven
)
"""What is sealed as one record by the name of its page."""

Given: TypeAlias = GivenOnce | AnswersGiven | HelpGiven
"""Everything that a page can give. A new member is named in the reducer, in the recorder and in the list of
``tests/interview/test_inputs.py``; until then the types and that list complain."""
