"""Every page of the app as a screen reader, a finger and an eye meet it, on a small laptop's screen.

The tour presses its way through the real app with a set-up folder; ``problems_of`` asks Qt's
accessibility interface and measures what is laid out, ``contrast_problems_of`` counts pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop import paths
from duq_desktop.content.model import Stream
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.pages.question_page import QuestionPage
from duq_desktop.ui.theme import Look, apply_look, read_themes
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.walk import contrast_problems_of, problems_of

SCREEN = (1366, 768)
ALL_STREAMS = {400}
"""Text sizes at which the pages of families and staff are walked too: theirs are built of the same parts."""

THEMES = read_themes(paths.resources_folder() / "themes")
IN_SIGHT_TO = 200
"""To this text size, in per cent, every answer and every way not to answer is in sight at once."""


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        house.house.window.resize(*SCREEN)
        yield house


def wear(tried: TriedHouse, **look: object) -> None:
    """Puts another text size or theme on."""
    settings = replace(tried.house.settings, **look)  # type: ignore[arg-type]
    tried.house.liking.use_settings(settings)
    tried.house.settings = settings


def pages(tried: TriedHouse, *, every_stream: bool) -> Iterator[tuple[str, QWidget]]:
    """Each page by name, laid out and painted."""
    names = tried.tour().pages()
    if not every_stream:
        names = takewhile(lambda name: not name.startswith(Stream.FAMILY.value), names)
    for name in names:
        tried.settle()
        page = tried.house.window.stage.page
        assert page is not None
        yield name, page


def too_far_down(page: QWidget) -> list[str]:
    """Answers that cannot be seen, once the page is scrolled to its question."""
    if not isinstance(page, QuestionPage | ChoicePage) or len(getattr(page, "parts", [1])) > 1:
        return []
    sets = (
        [part.answers for part in page.parts.values()] if isinstance(page, QuestionPage) else [page.answers]
    )
    page._scroll.verticalScrollBar().setValue(0)
    view = page._scroll.viewport()
    found = []
    for choice in (choice for each in sets for choice in each.choices):
        bottom = choice.mapTo(view, choice.target().bottomLeft()).y()
        if bottom > view.height():
            found.append(f"below the fold: {choice.words()}: {bottom} of {view.height()}")
    return found


@pytest.mark.parametrize("size", [100, 200, 300, 400])
def test_nothing_on_any_page_is_nameless_clipped_small_or_out_of_reach(tried: TriedHouse, size: int) -> None:
    wear(tried, text_size=size)
    found: dict[str, list[str]] = {}
    seen = set()
    for name, page in pages(tried, every_stream=size in ALL_STREAMS):
        seen.add(name)
        problems = problems_of(page)
        if size <= IN_SIGHT_TO and name in {"person-question", "staff-question", "person-practice"}:
            problems += too_far_down(page)
        if problems:
            found[name] = problems
    assert found == {}
    assert len(seen) >= (70 if size in ALL_STREAMS else 38), "the tour leaves pages out"


def test_every_word_stands_out_in_every_theme(tried: TriedHouse) -> None:
    found: dict[str, list[str]] = {}
    for name, page in pages(tried, every_stream=False):
        for theme in THEMES.values():
            apply_look(page, Look(theme))
            tried.app.processEvents()
            if problems := contrast_problems_of(page):
                found[f"{theme.id} {name}"] = problems
    assert found == {}
