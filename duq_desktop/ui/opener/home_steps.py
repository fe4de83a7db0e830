"""The steps that ask for the facts of a home: at first start one after the other, later each alone.

What is typed is kept as plain text by key, so that Back shows it again; only the end makes a ``Home``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtWidgets import QWidget

from duq_desktop.content.load import word_choices
from duq_desktop.settings import Settings
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.summary.disclosure_forecast import foretold, what_can_be_shown
from duq_desktop.ui.opener.flow_controller import DeskParts
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec, PickOnePage
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.words import opener_setup as words

Typed = Mapping[str, str]
FEWEST_DIGITS = 3
"""999 and 101 are numbers to call."""
MOST_PEOPLE = 999
LOCAL = ("1", "2")


class Step(str, Enum):
    """One page of facts, in the order they are asked."""

    HOME = "home"
    SHOWN = "shown"
    NATION = "nation"
    OPENER = "opener"
    WORKS_HERE = "works_here"
    COUNCIL = "council"
    OUTSIDE = "outside"
    LOCAL = "local"
    STAFF = "staff"
    MANAGER = "manager"


STEPS = tuple(Step)


class HomeSteps:
    """Builds the page of each step, and says what is wrong with what was typed."""

    def __init__(self, parts: DeskParts) -> None:
        self._tools = parts.tools
        self._parts = parts
        self._choices = word_choices(parts.pack, parts.tools.words.language)
        self._build: dict[Step, Callable[[Typed, QWidget | None], DeskPage]] = {
            Step.HOME: self._home,
            Step.SHOWN: self._shown,
            Step.NATION: self._nation,
            Step.OPENER: self._opener,
            Step.WORKS_HERE: self._works_here,
            Step.COUNCIL: self._council,
            Step.OUTSIDE: self._outside,
            Step.LOCAL: self._local,
            Step.STAFF: lambda typed, progress: self._word("staff", typed, progress),
            Step.MANAGER: lambda typed, progress: self._word("manager", typed, progress),
        }

    def page(self, step: Step, typed: Typed, progress: QWidget | None = None) -> DeskPage:
        """The page of ``step``, with what was typed before."""
        return self._build[step](typed, progress)

    def wrong(self, page: DeskPage) -> str:
        """The sentence on what is missing or wrong on ``page``; empty when all is well."""
        if page.missing():
            return page.missing()
        given = page.values()
        if "people_count" in given and not _is_count(given["people_count"]):
            return self._tools.text(words.PEOPLE_WRONG)
        for key, value in given.items():
            if key.endswith("number") and value and (sentence := _number_trouble(value)):
                return self._tools.text(sentence, number=value)
        for local in LOCAL:
            pair = {bool(given.get(f"local{local}_{part}")) for part in ("name", "number")}
            if len(pair) > 1:
                return self._tools.text(words.PAIR_MISSING)
        return ""

    def _home(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        text = self._tools.text
        specs = [
            FieldSpec("home_name", text(words.HOME_NAME), text(words.HOME_NAME_HINT)),
            FieldSpec("people_count", text(words.PEOPLE), text(words.PEOPLE_HINT), needed=True),
        ]
        title = text(words.HOME_TITLE)
        return FieldsPage(self._tools, title, specs, typed, picture="home", progress=progress)

    def _shown(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        people = int(typed.get("people_count") or 0)
        sentence = foretold(what_can_be_shown(people), self._tools.words)
        lines = [("few-people", self._tools.text(words.SHOWN_LINE)), ("report", sentence)]
        return DeskPage(self._tools, self._tools.text(words.SHOWN_TITLE), lines=lines, progress=progress)

    def _nation(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        options = [Option(name, self._tools.text(label)) for name, label in words.NATIONS]
        return PickOnePage(
            self._tools,
            self._tools.text(words.NATION_TITLE),
            "nation",
            options,
            typed.get("nation", ""),
            lines=[("", self._tools.text(words.NATION_LINE))],
            progress=progress,
        )

    def _opener(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        text = self._tools.text
        specs = [
            FieldSpec("opener_name", text(words.OPENER_NAME), needed=True),
            FieldSpec("opener_job", text(words.OPENER_JOB), text(words.OPENER_JOB_HINT), needed=True),
        ]
        lines = [(concept, text(line)) for concept, line in words.OPENER_LINES]
        title = text(words.OPENER_TITLE)
        return FieldsPage(self._tools, title, specs, typed, lines=lines, progress=progress)

    def _works_here(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        text, name = self._tools.text, typed.get("opener_name", "")
        options = [
            Option("no", text(words.WORKS_NO, name=name)),
            Option("yes", text(words.WORKS_YES, name=name)),
        ]
        return PickOnePage(
            self._tools,
            text(words.WORKS_TITLE, name=name),
            "works_here",
            options,
            typed.get("works_here", ""),
            lines=[(concept, text(line)) for concept, line in words.WORKS_LINES],
            progress=progress,
        )

    def _council(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        text = self._tools.text
        title, line, name = words.COUNCIL_TITLE, words.COUNCIL_LINE, words.COUNCIL_NAME
        if typed.get("nation") == "northern_ireland":
            title, line, name = words.TRUST_TITLE, words.TRUST_LINE, words.TRUST_NAME
        specs = [
            FieldSpec("council", text(name), text(words.OPTIONAL)),
            FieldSpec("safeguarding_number", text(words.COUNCIL_NUMBER), needed=True),
        ]
        return self._contact_page(title, line, specs, typed, progress)

    def _outside(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        text = self._tools.text
        specs = [
            FieldSpec("outside_name", text(words.OUTSIDE_NAME), needed=True),
            FieldSpec("outside_number", text(words.OUTSIDE_NUMBER), needed=True),
        ]
        return self._contact_page(words.OUTSIDE_TITLE, words.OUTSIDE_LINE, specs, typed, progress)

    def _local(self, typed: Typed, progress: QWidget | None) -> DeskPage:
        text = self._tools.text
        specs = [
            FieldSpec(f"local{number}_{part}", text(label, number=number))
            for number in LOCAL
            for part, label in (("name", words.LOCAL_NAME), ("number", words.LOCAL_NUMBER))
        ]
        return self._contact_page(words.LOCAL_TITLE, words.LOCAL_LINE, specs, typed, progress)

    def _contact_page(
        self, title: str, line: str, specs: list[FieldSpec], typed: Typed, progress: QWidget | None
    ) -> DeskPage:
        lines = [("phone", self._tools.text(line))]
        return FieldsPage(self._tools, self._tools.text(title), specs, typed, lines=lines, progress=progress)

    def _word(self, which: str, typed: Typed, progress: QWidget | None) -> DeskPage:
        offered = self._choices.staff if which == "staff" else self._choices.manager
        title = words.STAFF_TITLE if which == "staff" else words.MANAGER_TITLE
        key = f"{which}_word"
        return PickOnePage(
            self._tools,
            self._tools.text(title),
            key,
            [Option(word, word[:1].upper() + word[1:]) for word in offered],
            typed.get(key) or offered[0],
            lines=[("", self._tools.text(words.WORDS_LINE))],
            progress=progress,
        )


def home_of(typed: Typed) -> Home:
    """The facts that were typed. Raises ``KeyError`` or ``ValueError`` when a needed step is missing."""
    local = [(typed.get(f"local{n}_name", ""), typed.get(f"local{n}_number", "")) for n in LOCAL]
    return Home(
        opener_name=typed["opener_name"],
        opener_job=typed["opener_job"],
        opener_works_here=typed["works_here"] == "yes",
        nation=typed["nation"],
        safeguarding_number=typed["safeguarding_number"],
        outside_contact=Contact(typed["outside_name"], typed["outside_number"]),
        local_contacts=tuple(Contact(name, number) for name, number in local if name and number),
        people_count=int(typed["people_count"]),
        home_name=typed.get("home_name", ""),
        council=typed.get("council", ""),
    )


def typed_of(home: Home, settings: Settings) -> dict[str, str]:
    """The facts as they would be typed, to be changed one by one."""
    typed = {
        "home_name": home.home_name,
        "people_count": str(home.people_count),
        "nation": home.nation,
        "opener_name": home.opener_name,
        "opener_job": home.opener_job,
        "works_here": "yes" if home.opener_works_here else "no",
        "council": home.council,
        "safeguarding_number": home.safeguarding_number,
        "outside_name": home.outside_contact.name,
        "outside_number": home.outside_contact.number,
        "staff_word": settings.staff_word,
        "manager_word": settings.manager_word,
    }
    for number, contact in zip(LOCAL, home.local_contacts, strict=False):
        typed |= {f"local{number}_name": contact.name, f"local{number}_number": contact.number}
    return typed


def _is_count(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and 1 <= int(typed) <= MOST_PEOPLE


def _number_trouble(typed: str) -> str:
    digits = sum(letter.isdigit() for letter in typed)
    if any(not (letter.isdigit() or letter in " +-()./") for letter in typed):
        return words.NUMBER_LETTERS
    return words.NUMBER_SHORT if digits < FEWEST_DIGITS else ""
