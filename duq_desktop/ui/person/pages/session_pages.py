"""Which page stands for a session's step."""

from __future__ import annotations

from collections.abc import Callable

from duq_desktop.interview.steps import PageName, Step
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading_page import ReadingPage
from duq_desktop.ui.pages.sign_page import SignIsPage
from duq_desktop.ui.pages.texts import ReadingText, reading_text
from duq_desktop.ui.person.pages import before_pages, during_pages
from duq_desktop.ui.person.pages.scene import Scene
from duq_desktop.ui.widgets.controls import Control

ONLY_LISTEN = frozenset({Control.LISTEN})


def build_page(scene: Scene) -> Page:
    """The page for the session's step, showing what was given on it before in this sitting."""
    step = scene.standing.step
    shown = reading_text(step, scene.standing.stream, scene.tools.home)
    if shown is not None:
        return _reading(scene, step, shown)
    return _BUILDERS[step.page](scene, step)


def _reading(scene: Scene, step: Step, shown: ReadingText) -> Page:
    if scene.standing.is_over:
        return ReadingPage(scene.tools, shown, shown=ONLY_LISTEN)
    if step.page is PageName.SIGN_IS:
        return SignIsPage(scene.tools, shown, scene.standing.facts.sign)
    return ReadingPage(scene.tools, shown)


_BUILDERS: dict[PageName, Callable[[Scene, Step], Page]] = {
    PageName.NEAR: before_pages.near,
    PageName.OTHER_PERSON: before_pages.other_person,
    PageName.HELPED: before_pages.helped,
    PageName.CHECK: before_pages.check,
    PageName.CONSENT: before_pages.consent,
    PageName.PRACTICE_START: before_pages.practice_start,
    PageName.PRACTICE: before_pages.practice,
    PageName.PRACTICE_AGAIN: before_pages.practice_again,
    PageName.PRACTICE_HELP: before_pages.practice_help,
    PageName.SIGN: before_pages.sign,
    PageName.AREA: during_pages.area,
    PageName.LENGTH: during_pages.length,
    PageName.QUESTION: during_pages.question,
    PageName.HELP: during_pages.help,
    PageName.AREA_DONE: during_pages.area_done,
    PageName.BEST: during_pages.words,
    PageName.CHANGE: during_pages.words,
    PageName.LOOK: during_pages.look,
}
