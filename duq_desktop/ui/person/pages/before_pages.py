"""The pages before the questions: who is near, yes or no, practice, the sign, the role."""

from __future__ import annotations

from duq_desktop.content.model import Stream
from duq_desktop.interview.inputs import (
    CheckGiven,
    ConsentGiven,
    HelpedGiven,
    NearGiven,
    OtherPersonGiven,
    PracticeGiven,
    PracticeHelpGiven,
    PracticeStartGiven,
)
from duq_desktop.interview.records import Near
from duq_desktop.interview.steps import Step
from duq_desktop.ui.pages.choice_page import ChoicePage, Option, PickPage, pack_option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading_page import ReadingPage
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.texts import ReadingText
from duq_desktop.ui.person.pages.helped_page import HelpedPage
from duq_desktop.ui.person.pages.question_page import Asked
from duq_desktop.ui.person.pages.scene import Scene, yes_no
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import family_staff, person

NEAR_CONCEPTS = {
    Near.NOBODY: ("nobody-near", person.NEAR_NOBODY),
    Near.STAFF: ("staff", person.NEAR_STAFF),
    Near.FAMILY: ("family", person.NEAR_FAMILY),
    Near.FRIEND: ("friend", person.NEAR_FRIEND),
    Near.SOMEONE_ELSE: ("other-person", person.NEAR_SOMEONE_ELSE),
}


def near(scene: Scene, step: Step) -> Page:
    """Who is near: several may be picked."""
    text = scene.tools.text
    options = [Option(n.value, text(words), concept) for n, (concept, words) in NEAR_CONCEPTS.items()]
    before = scene.standing.facts.runs[step.run].near or frozenset()
    return PickPage(
        scene.tools,
        text(person.NEAR_TITLE),
        options,
        lambda picked: NearGiven(frozenset(Near(name) for name in picked)),
        line=text(person.NEAR_LINE),
        picture=scene.tools.picture("who-is-near"),
        picked=frozenset(near.value for near in before),
    )


def other_person(scene: Scene, step: Step) -> Page:
    """Staff are near: would the person like someone else?"""
    return yes_no(
        scene,
        person.OTHER_TITLE,
        (person.OTHER_WAIT, person.OTHER_GO_ON),
        lambda yes: OtherPersonGiven(yes),
        scene.standing.facts.runs[step.run].wanted_other,
        choices=("wait", "next"),
        lines=person.OTHER_LINES,
    )


def helped(scene: Scene, step: Step) -> Page:
    """Who helps, and how."""
    run = scene.standing.facts.runs[step.run]
    return HelpedPage(scene.tools, HelpedGiven(run.support, run.helper))


def check(scene: Scene, step: Step) -> Page:
    """One of the two plain checks."""
    title = {"must": person.CHECK_MUST, "stop": person.CHECK_STOP}[step.key]
    before = scene.standing.facts.checks.get(step.key)
    return yes_no(
        scene,
        title,
        (person.YES, person.NO),
        lambda yes: CheckGiven(yes),
        before,
        concept="check",
    )


def consent(scene: Scene, _step: Step) -> Page:
    """Yes or no to taking part."""
    person_asked = scene.standing.stream is Stream.PERSON
    texts = person if person_asked else family_staff
    title = person.CONSENT_AGAIN_TITLE if scene.standing.facts.again else texts.CONSENT_TITLE
    return yes_no(
        scene,
        title,
        (texts.CONSENT_YES, texts.CONSENT_NO),
        lambda yes: ConsentGiven(bool(yes), scene.standing.support.value),
        scene.standing.facts.consent,
        needed=True,
        concept="take-part",
        lines=() if person_asked else family_staff.CONSENT_LINES,
    )


def practice_start(scene: Scene, _step: Step) -> Page:
    """What the marks mean; practise, or go on."""
    text = scene.tools.text
    return ChoicePage(
        scene.tools,
        text(person.PRACTICE_START_TITLE),
        [
            Option("try", text(person.PRACTICE_GO), "practice"),
            Option("skip", text(person.PRACTICE_SKIP), "next"),
        ],
        lambda chosen: PracticeStartGiven(chosen == "skip"),
        chosen={True: "skip", False: "try", None: None}[scene.standing.facts.practice_skipped],
        lines=person.PRACTICE_START_LINES,
    )


def practice(scene: Scene, step: Step) -> Page:
    """A practice question: its answer is in the picture."""
    ids = [question.id for question in scene.tools.pack.practice]
    question = scene.tools.pack.practice[ids.index(step.key)]
    number, total = ids.index(step.key) + 1, len(ids)
    words = scene.tools.text(person.PRACTICE_PROGRESS, number=number, total=total)
    asked = Asked(Stream.PERSON, scene.standing.answer_format, scene.standing.is_turned)
    options = scene.tools.pack.options
    return ChoicePage(
        scene.tools,
        question.prompt,
        [pack_option(options[name]) for name in asked.answers],
        lambda chosen: PracticeGiven(chosen),
        quiet=[pack_option(options[name]) for name in asked.quiet],
        picture=question.picture,
        progress=Progress(number, total, words),
    )


def practice_again(scene: Scene, step: Step) -> Page:
    """What the picture shows, and which answer that is. Never "wrong"."""
    question = next(each for each in scene.tools.pack.practice if each.id == step.key)
    label = scene.tools.pack.options[question.expected].label
    lines = (("", question.shown_by), ("", scene.tools.text(person.PRACTICE_AGAIN_ANSWER, label=label)))
    text = ReadingText(person.PRACTICE_AGAIN_TITLE, lines)
    return ReadingPage(scene.tools, text, picture=question.picture)


def practice_help(scene: Scene, _step: Step) -> Page:
    """Offer a supporter; going on alone is as easy."""
    return yes_no(
        scene,
        person.PRACTICE_HELP_TITLE,
        (person.PRACTICE_HELP_YES, person.PRACTICE_HELP_NO),
        lambda yes: PracticeHelpGiven(bool(yes)),
        None,
        choices=("read-to-me", "next"),
        lines=person.PRACTICE_HELP_LINES,
    )


def sign(scene: Scene, _step: Step) -> Page:
    """Pick two pictures."""
    return SignPage(scene.tools)
