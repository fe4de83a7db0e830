"""The pages from the first area to the end."""

from __future__ import annotations

from types import ModuleType

from duq_desktop.content.model import Stream
from duq_desktop.interview.inputs import AreaDoneGiven, Nothing
from duq_desktop.interview.steps import PageName, Step
from duq_desktop.ui.pages.choice_page import ChoicePage, Option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.person.pages.area_page import area_page, length_page
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.more_page import WordsPage
from duq_desktop.ui.person.pages.question_page import Asked, QuestionPage
from duq_desktop.ui.person.pages.scene import Scene
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import family_staff, person

NARROW_EM = 9.5
"""Cards this narrow, in em, still hold the few words of what one can do now: all three are to be seen."""


def area(scene: Scene, step: Step) -> Page:
    """Pick an area by its picture."""
    runs = scene.standing.facts.runs
    return area_page(scene.tools, scene.standing.areas_left, scene.standing.stream, runs[step.run].area_id)


def length(scene: Scene, step: Step) -> Page:
    """Short or long."""
    run = scene.standing.facts.runs[step.run]
    return length_page(scene.tools, scene.tools.pack.area(run.area_id), run.short)


def question(scene: Scene, step: Step) -> Page:
    """A question, or several of them for families and staff."""
    progress = scene.standing.progress
    assert progress is not None
    words = scene.tools.text(person.PROGRESS, number=progress.number, total=progress.total)
    asked = Asked(scene.standing.stream, scene.standing.answer_format, scene.standing.is_turned)
    return QuestionPage(
        scene.tools,
        scene.standing.questions,
        scene.standing.answers,
        asked,
        progress=Progress(progress.number, progress.total, words),
        again=step.turn > 1,
    )


def help(scene: Scene, _step: Step) -> Page:
    """The same help page for everybody."""
    return HelpPage(scene.tools, scene.standing.stream)


def area_done(scene: Scene, step: Step) -> Page:
    """Go on, rest, finish. To rest leads to the same page as Rest on the bar below."""
    text, area = scene.tools.text, scene.standing.area
    texts = person if scene.standing.stream is Stream.PERSON else family_staff
    options = [
        Option("rest", text(person.AREA_DONE_REST), "rest"),
        Option("finish", text(person.AREA_DONE_FINISH), "finish"),
    ]
    if scene.standing.areas_left:
        options.insert(0, Option("more", text(person.AREA_DONE_MORE), "next"))
    before = {True: "more", False: "finish", None: None}[scene.standing.facts.runs[step.run].more]
    page = ChoicePage(
        scene.tools,
        text(texts.AREA_DONE_TITLE, area=area.short_title if area else ""),
        options,
        lambda chosen: Nothing() if chosen == "rest" else AreaDoneGiven(chosen == "more"),
        lines=(("", person.AREA_DONE_LINE),),
        picture=area.picture if area else None,
        chosen=before,
        needed=True,
    )
    page.answers.set_narrowest(NARROW_EM)
    return page


def words(scene: Scene, step: Step) -> Page:
    """What is best, what would you change: typed words or picture words."""
    texts = person if scene.standing.stream is Stream.PERSON else family_staff
    title = _open_titles(texts)[step.page]
    concept = {PageName.BEST: "best", PageName.CHANGE: "change"}[step.page]
    before = scene.standing.words
    line = scene.tools.text(person.OPEN_LINE)
    return WordsPage(
        scene.tools, scene.tools.text(title), line, scene.standing.stream, before, concept=concept
    )


def _open_titles(texts: ModuleType) -> dict[PageName, str]:
    """The open questions, as one stream is asked them."""
    return {PageName.BEST: texts.BEST_TITLE, PageName.CHANGE: texts.CHANGE_TITLE}


def look(scene: Scene, _step: Step) -> Page:
    """What was answered in this sitting, to change or leave."""
    texts = person if scene.standing.stream is Stream.PERSON else family_staff
    titles = _open_titles(texts)
    said = {scene.tools.text(titles[page]): words for page, words in scene.standing.open_words.items()}
    return LookPage(scene.tools, scene.standing.answers, scene.tools.text(texts.LOOK_TITLE), said)
