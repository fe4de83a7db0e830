"""A whole session by ear: the real Orca, the real desktop bus, keys alone, from the start page to thank you.

One walk does everything; ``test_by_ear[rest]`` says whether it came past that part, so that each cell of the
matrix in ``docs/accessibility.md`` has a test of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.interview.records import OpenedSession, RecordKind
from duq_desktop.store.inbox.store import Store
from duq_desktop.words import person
from tests.screen import beside
from tests.screen.desk import desk, what_is_missing
from tests.screen.visitor import BACKWARDS, PAGES, Visitor, filled, hear_the_page, practise
from tests.ui.houses import PHRASE

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(
        bool(what_is_missing()), reason=f"no screen reader to try: {what_is_missing()} missing"
    ),
]

MOST_PAGES = 60
ALL_PAGES = {
    **PAGES,
    person.LOOK_TITLE: beside.look_at_answers,
    person.VIEWS_TITLE: beside.take_my_views,
}
CELL_OF = {
    person.NEAR_TITLE: "near",
    person.CONSENT_TITLE: "yes-or-no",
    person.AREA_TITLE: "sign-and-area",
    person.HELP_TITLE: "help",
    person.LOOK_TITLE: "look",
    person.VIEWS_TITLE: "my-views",
    person.THANKS_TITLE: "finish",
}
"""The page whose end is the end of a cell."""

CELLS = (
    "welcome",
    "near",
    "yes-or-no",
    "practice",
    "sign-and-area",
    "question",
    "tell-us-more",
    "own-words",
    "help",
    "rest",
    "look",
    "my-views",
    "finish",
    "stop-and-delete",
)


@dataclass
class Walked:
    """What the walk came past, what it found, and what ended it too early."""

    done: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)
    trouble: str = "it was not come to"
    sealed: tuple[OpenedSession, ...] = ()
    left: tuple[OpenedSession, ...] = ()
    copies: tuple[bytes, ...] = ()


def ask(visitor: Visitor, walked: Walked) -> None:
    """A question: the first is heard in full, at the second there is a rest, at the third a stop."""
    question = visitor.met[-1]
    visitor.asked.append(question)
    turn = len(visitor.asked)
    if turn == 1:
        hear_the_page(visitor)
        beside.tell_more(visitor)
        walked.done += ["tell-us-more", "own-words"]
    if turn == 2:
        beside.rest_and_come_back(visitor)
        walked.done.append("rest")
        return
    if turn == 4:
        beside.stop_and_stay(visitor)
    visitor.choose("No")
    visitor.go_on()
    walked.done.append("question")


def act_on(visitor: Visitor, title: str, walked: Walked) -> None:
    """Do what is to be done on the page that came up."""
    practice = {question.prompt for question in visitor.pack.practice}
    if title in practice:
        practise(visitor, title)
        if practice <= set(visitor.met):
            walked.done.append("practice")
    elif title in visitor.prompts():
        ask(visitor, walked)
    else:
        name, act = next((n, act) for n, act in visitor.pages.items() if title.startswith(filled(n)))
        act(visitor)
        if name in CELL_OF:
            walked.done.append(CELL_OF[name])


def opened(data: Path) -> tuple[OpenedSession, ...]:
    """What the opener reads there."""
    with Store.open(data) as store:
        opener = store.unlock(PHRASE)
        try:
            return opener.open_all().sessions
        finally:
            opener.lock()


def walk(visitor: Visitor, walked: Walked) -> None:
    """From welcome to thank you."""
    visitor.desk.hear(
        f"{person.WELCOME_TITLE} panel", person.WELCOME_LINES[0][1], f"{person.START} push button"
    )
    beside.choose_how_i_like_it(visitor)
    visitor.go_on(person.START, key=BACKWARDS)
    walked.done.append("welcome")
    for _ in range(MOST_PAGES):
        title = visitor.meet()
        act_on(visitor, title, walked)
        if title == person.THANKS_TITLE:
            return
    raise AssertionError("it never came to an end")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The walk, once for all cells; after it what was said is looked at, then deleted by ear too."""
    folder = tmp_path_factory.mktemp("by-ear")
    stick = folder / "stick"
    stick.mkdir()
    outcome = Walked()
    with desk(folder, stick=stick) as at_desk:
        visitor = Visitor(at_desk, load_pack(paths.packs_folder() / "duq-code"), ALL_PAGES)
        try:
            walk(visitor, outcome)
            shutil.copytree(folder / "data", folder / "before")
            beside.delete_it_all(visitor)
            outcome.done.append("stop-and-delete")
        except AssertionError as trouble:
            outcome.trouble = str(trouble)
        outcome.met = visitor.met
    if "finish" in outcome.done:
        outcome.sealed = opened(folder / "before")
        outcome.left = opened(folder / "data")
        outcome.copies = tuple(path.read_bytes() for path in stick.iterdir())
    yield outcome


@pytest.mark.parametrize("cell", CELLS)
def test_by_ear(cell: str, walked: Walked) -> None:
    assert cell in walked.done, walked.trouble


def test_every_page_was_heard(walked: Walked) -> None:
    must = {filled(title) for title in ALL_PAGES if "{" not in title}
    assert must - {person.HELPED_TITLE} <= set(walked.met), must - set(walked.met)


def test_what_was_said_by_ear_was_sealed_and_then_deleted(walked: Walked) -> None:
    (session,) = walked.sealed
    bodies = [record.body for record in session.records if record.kind is RecordKind.ANSWER]
    given = [body["answer"] for body in bodies if body.get("answer")]
    assert given == ["yes", "no", "no", "no"], "the first went with the words that were kept; the last counts"
    assert bodies[-1]["status"] == "dont_know", "what was changed at the end"
    picked, _taken_back = beside.words_to_pick(load_pack(paths.packs_folder() / "duq-code"))
    assert bodies[0]["words"] == f"{beside.TYPED}{beside.KEY}\n{picked}"
    assert RecordKind.FINISHED in [record.kind for record in session.records]
    assert len(walked.copies) == 1
    assert walked.copies[0].startswith(b"%PDF")
    assert walked.left == ()
