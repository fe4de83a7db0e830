"""A page on which something is said offers to be alone, whichever kind it is."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import get_type_hints

from duq_desktop.interview.inputs import AnswersGiven, HelpGiven, WordsGiven
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.person import pages
from duq_desktop.ui.person.pages.look_page import LookPage

SAID = (AnswersGiven, HelpGiven, WordsGiven)


def kinds() -> list[type[Page]]:
    """Every kind of page of a session."""
    modules = [
        importlib.import_module(f"{pages.__name__}.{each.name}")
        for each in pkgutil.iter_modules(pages.__path__)
    ]
    classes = {one for module in modules for _, one in inspect.getmembers(module, inspect.isclass)}
    return sorted((one for one in classes if issubclass(one, Page)), key=lambda one: one.__name__)


def test_every_page_that_gives_answers_requests_or_words_says_that_it_holds_them() -> None:
    giving = [one for one in kinds() if get_type_hints(one.given)["return"] in SAID]
    assert len(giving) >= 3
    assert [one.__name__ for one in giving if not one.holds_answers] == []
    assert LookPage.holds_answers, "it shows what was said"


def test_pages_to_read_and_to_choose_on_do_not() -> None:
    others = [one.__name__ for one in kinds() if one.holds_answers]
    assert set(others) == {"HelpPage", "LookPage", "MorePage", "QuestionPage", "WordsPage"}
