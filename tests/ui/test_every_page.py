"""Every page of the app as a screen reader, a finger and an eye meet it, on a small laptop's screen.

The tour presses its way through the real app with a set-up folder; ``problems_of`` asks Qt's
accessibility interface and measures what is laid out, ``contrast_problems_of`` counts pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import takewhile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from duq_desktop import paths
from duq_desktop.content.model import Stream
from duq_desktop.preferences.preferences import Spacing
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.theme import COMPUTER_LETTERS, Look, Theme, apply_look, read_themes
from duq_desktop.ui.theme.contrast import ratio
from duq_desktop.ui.theme.own_colours import SystemColours, computer_theme
from duq_desktop.ui.widgets.answers import AnswerCard
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.samples import Sample
from duq_desktop.ui.widgets.tiles import Tile
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.walk import contrast_problems_of, meetings_of, problems_of

SCREEN = (1366, 768)
ALL_STREAMS = {400}
"""Text sizes at which the pages of families and staff are walked too: theirs are built of the same parts."""

THEMES = read_themes(paths.resources_folder() / "themes")
SYSTEMS = {
    "computer, light": SystemColours("#efefef", "#ffffff", "#000000", "#308cc6", "#ffffff"),
    "computer, dark": SystemColours("#202326", "#2a2e32", "#cfd3d6", "#3daee9", "#232629"),
    "computer, high contrast": SystemColours("#2d3236", "#2d3236", "#b6f6f0", "#a1bfde", "#212d3b"),
}
LOOKED_AT = {
    **THEMES,
    **{name: computer_theme(colours, high_contrast="high" in name) for name, colours in SYSTEMS.items()},
}
"""Every theme of ours, and this computer's colours for three ways in which computers are set."""
MARKED = Theme("marked", *(f"#{0xC0A0E0 + 0x050709 * number:06x}" for number in range(14)))
"""Colours that tell which role was painted where."""
TALL = 1_500
"""A window so high that nothing of any page at 100 % is scrolled out of sight."""
WIDE = [
    (100, "Weighted Letters"),
    (200, "Atkinson Hyperlegible Next"),
    (300, COMPUTER_LETTERS),
    (400, "Weighted Letters"),
]
"""Text sizes and letters that are tried with more room between them; the widest letters at the ends."""
ON_EVERY_KIND_OF_PAGE = frozenset(
    {
        "start",
        "like",
        "like-words-0",
        "like-word",
        "come-back",
        "person-near",
        "person-today",
        "person-practice",
        "person-sign",
        "person-area",
        "person-question",
        "person-beside-more",
        "person-beside-more-pictures",
        "person-beside-tell",
        "person-beside-rest",
        "person-look",
    }
)
"""One page built of each kind of part."""
IN_SIGHT_TO = 200
"""To this text size, in per cent, every answer and every way not to answer is in sight at once."""
WHOLE_AT = 100
"""At this text size, in per cent, a page is seen whole, so that nobody has to know that it goes on."""
MAY_SCROLL = {"person-beside-more-keys"}
"""Keys on the screen take more than what is left of a small screen below the box."""


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


def below_the_fold(page: QWidget, button: WordButton) -> list[str]:
    """Whether a button is not seen whole while the page stands at its beginning."""
    view = page._scroll.viewport()
    bottom = button.mapTo(page.body, button.rect().bottomLeft()).y()
    return [f"below the fold: {button.words()}"] if bottom > view.height() else []


def unpictured(page: QWidget) -> list[str]:
    """Cards that only their words tell apart: who cannot read could not."""
    cards = [*page.findChildren(AnswerCard), *page.findChildren(Tile)]
    return [
        f"no picture: {card.words()}"
        for card in cards
        if card.isVisible() and card._spot is None and card.findChild(Sample) is None
    ]


def goes_on(page: QWidget) -> list[str]:
    """By how much a page is longer than its room."""
    beyond = page._scroll.verticalScrollBar().maximum() if isinstance(page, PageFrame) else 0
    return [f"scrolls by {beyond} pixels"] if beyond else []


@pytest.mark.parametrize("size", [100, 200, 300, 400])
def test_nothing_on_any_page_is_nameless_clipped_small_or_out_of_reach(tried: TriedHouse, size: int) -> None:
    wear(tried, text_size=size)
    found: dict[str, list[str]] = {}
    seen = set()
    for name, page in pages(tried, every_stream=size in ALL_STREAMS):
        seen.add(name)
        problems = problems_of(page)
        if size == WHOLE_AT and name not in MAY_SCROLL:
            problems += goes_on(page)
        if not name.startswith(("family", "staff")):
            problems += unpictured(page)
        if size <= IN_SIGHT_TO and name in {"person-question", "staff-question", "person-practice"}:
            problems += too_far_down(page)
        if name == "start" and size <= IN_SIGHT_TO:
            problems += below_the_fold(page, page.buttons["start"])
        if problems:
            found[name] = problems
    assert found == {}
    assert len(seen) >= (70 if size in ALL_STREAMS else 38), "the tour leaves pages out"


@pytest.mark.parametrize(("size", "font"), WIDE)
def test_nothing_is_clipped_or_out_of_reach_with_other_letters_and_more_room(
    tried: TriedHouse, size: int, font: str
) -> None:
    liking = tried.house.liking
    wanted = replace(liking.usual, text_size=size, font=font, spacing=Spacing.WIDE)
    found: dict[str, list[str]] = {}
    for name, page in pages(tried, every_stream=False):
        if name in ON_EVERY_KIND_OF_PAGE:
            liking.put(wanted)
            tried.settle()
            tried.settle()  # a page that has grown gets its bar first, and what the bar leaves then
            if problems := problems_of(page):
                found[name] = problems
            liking.put(liking.usual)
    assert found == {}


def test_every_word_and_edge_stands_out_in_every_theme(tried: TriedHouse) -> None:
    """Each page is drawn once in colours of which no two are alike: its pixels tell which roles meet.

    Those must reach their ratio in every theme, also in any that is made from a computer's colours:
    for these every pair that ``Theme`` itself names is known to hold (see the themes' own tests).
    """
    roles = {getattr(MARKED, field.name): field.name for field in fields(Theme) if field.name != "id"}
    known = {*MARKED.text_pairs(), *MARKED.control_pairs()}
    weak: set[str] = set()
    unnamed: set[str] = set()
    tried.house.window.resize(SCREEN[0], TALL)
    for name, page in pages(tried, every_stream=False):
        bars = [bar for bar in page.findChildren(QScrollBar) if bar.isVisible() and bar.maximum()]
        assert not bars, f"{name} is longer than the window: not all of it would be looked at"
        apply_look(page, Look(MARKED))
        tried.app.processEvents()
        for called, fronts, ground, needed in meetings_of(page):
            pairs = [(roles[front], roles[ground]) for front in fronts if front in roles and ground in roles]
            for theme_name, theme in LOOKED_AT.items():
                if not any(ratio(getattr(theme, f), getattr(theme, g)) >= needed for f, g in pairs):
                    weak.add(f"{name}: {called}: {pairs} in {theme_name}")
            if not known.intersection(pairs):
                unnamed.add(f"{name}: {called}: {pairs}")
    assert weak == set()
    assert unnamed == set()


@pytest.mark.parametrize("theme", LOOKED_AT.values(), ids=LOOKED_AT)
def test_the_page_that_somebody_meets_first_stands_out(tried: TriedHouse, theme: Theme) -> None:
    page = tried.page
    apply_look(page, Look(theme))
    tried.app.processEvents()
    assert contrast_problems_of(page) == []
