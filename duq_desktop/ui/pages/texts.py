"""Which fixed words each page to be read shows, by stream. Pure: no Qt."""

from __future__ import annotations

from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName, Step
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import family_staff, person

Line = tuple[str, str]


@dataclass(frozen=True)
class HomeFacts:
    """What the pages say of the home: who opens the answers, whom to turn to.

    ``contacts`` are (name, number) pairs, local and outside. ``made_up``: a try-out, said on every page.
    ``place`` is where we are today, ``first_areas`` the ids of the areas that come first today and
    ``left_out`` those that are not asked about; all may be empty.
    """

    opener: str = ""
    job: str = ""
    works_here: bool = False
    staff_word: str = "staff"
    contacts: tuple[tuple[str, str], ...] = ()
    made_up: bool = False
    place: str = ""
    first_areas: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def fills(self) -> dict[str, str]:
        """The values of the ``{named}`` places that any page may have."""
        return {"opener": self.opener, "job": self.job, "staff": self.staff_word}


@dataclass(frozen=True)
class ReadingText:
    """A title and lines, each with its picture's name."""

    title: str
    lines: tuple[Line, ...]


_PERSON: dict[PageName, tuple[str, tuple[Line, ...]]] = {
    PageName.WAIT: (person.WAIT_TITLE, person.WAIT_LINES),
    PageName.HELPER: (person.HELPER_TITLE, person.HELPER_LINES),
    PageName.WHY: (person.WHY_TITLE, person.WHY_LINES),
    PageName.TODAY: (person.TODAY_TITLE, person.TODAY_LINES),
    PageName.DANGER: (person.DANGER_TITLE, person.DANGER_LINES),
    PageName.CHOICE: (person.CHOICE_TITLE, person.CHOICE_LINES),
    PageName.REFUSED: (person.REFUSED_TITLE, person.REFUSED_LINES),
    PageName.SIGN_IS: (person.SIGN_IS_TITLE, person.SIGN_IS_LINES),
    PageName.HAPPENS: (person.HAPPENS_TITLE, person.HAPPENS_LINES),
    PageName.THANKS: (person.THANKS_TITLE, person.THANKS_LINES),
}
_OTHERS: dict[PageName, tuple[str, tuple[Line, ...]]] = {
    PageName.OPENER: (family_staff.OPENER_TITLE, family_staff.OPENER_LINES),
    PageName.TODAY: (family_staff.TODAY_TITLE, family_staff.TODAY_LINES),
    PageName.DANGER: (family_staff.DANGER_TITLE, family_staff.DANGER_LINES),
    PageName.REFUSED: (family_staff.REFUSED_TITLE, family_staff.REFUSED_LINES),
    PageName.HAPPENS: (family_staff.HAPPENS_TITLE, family_staff.HAPPENS_LINES),
    PageName.THANKS: (family_staff.THANKS_TITLE, family_staff.THANKS_LINES),
}


def _opener_lines(home: HomeFacts) -> tuple[Line, ...]:
    """Who opens, by name: a yes given without it would not be an informed one."""
    if home.works_here:
        return (*person.OPENER_LINES, ("home", person.OPENER_WORKS_HERE))
    return (
        *person.OPENER_LINES,
        ("home", person.OPENER_NOT_HERE),
        ("privacy", person.OPENER_STAFF),
    )


_CHECKED_AGAIN: dict[str, tuple[Line, ...]] = {
    "must": person.CHECK_MUST_AGAIN,
    "stop": person.CHECK_STOP_AGAIN,
}


def reading_text(step: Step, stream: Stream, home: HomeFacts) -> ReadingText | None:
    """What a page to be read shows; None for pages on which something is given."""
    if stream is not Stream.PERSON:
        found = _OTHERS.get(step.page)
    elif step.page is PageName.OPENER:
        found = (person.OPENER_TITLE, _opener_lines(home))
    elif step.page is PageName.CHECK_AGAIN:
        found = (person.CHECK_AGAIN_TITLE, _CHECKED_AGAIN[step.key])
    else:
        found = _PERSON.get(step.page)
    return ReadingText(*found) if found else None
