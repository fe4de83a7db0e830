"""A whole session by ear: the real Orca, the real desktop bus, keys alone, from the start page to thank you.

The test knows only what is said. It waits for words, never for time; what Orca 43 says around them (the
version of Debian 12) may differ in others, so it looks for names, roles and states, not whole sentences.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.records import RecordKind
from duq_desktop.store.store import Store
from duq_desktop.words import person
from tests.screen.desk import PATIENCE, SYSTEM_PYTHON, Desk, desk, what_is_missing
from tests.ui.houses import HOME, PHRASE

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(
        bool(what_is_missing()), reason=f"no screen reader to try: {what_is_missing()} missing"
    ),
]

TREE = Path(__file__).with_name("tree.py")
MOST_PAGES = 60
MOST_TRIES = 4
"""On a busy computer the bus's own library may end itself when it is not answered in time."""
BACKWARDS = "shift+Tab"


def filled(message: str) -> str:
    """A fixed text with the facts of the home in it; the name of an area, at its end, left out."""
    return message.format(opener=HOME.opener_name, job=HOME.opener_job, staff="staff", area="")


@dataclass
class Visitor:
    """Somebody who cannot see the screen. ``met`` are the titles of the pages, in order."""

    desk: Desk
    pack: Pack
    met: list[str] = field(default_factory=list)
    questions_met: int = 0
    _press_keys: Callable[[], str] = field(default_factory=lambda: cycle(["space", "Return"]).__next__)

    def press_it(self) -> None:
        """Presses what has the focus: with Space and with Enter by turns, because both must work."""
        self.desk.press(self._press_keys())

    def choose(self, label: str, *, key: str = "Tab") -> None:
        """Tabs to an answer, chooses it, and hears that it is chosen."""
        if not self._has_focus(label):
            assert "not checked" in self.desk.go_to(label, key=key)
        self.press_it()
        self.desk.hear_state("checked")

    def go_on(self, label: str = person.NEXT, *, key: str = BACKWARDS) -> None:
        """To the way on, and press it."""
        if not self._has_focus(label):
            self.desk.go_to(label, key=key)
        self.press_it()

    def _has_focus(self, label: str) -> bool:
        return self.desk.focused.startswith(label)

    def meet(self) -> str:
        """Waits for the next page: its title is said on entry, as the name of the group it holds."""
        titles = [*PAGES, *(self._prompts())]
        shapes = "|".join(re.escape(filled(title)) for title in titles)
        said = self.desk.spoken.wait_for(
            re.compile(f"^({shapes}).* panel"), start=self.desk.since, seconds=PATIENCE
        )
        title = said.split(" panel")[0]
        self.met.append(title)
        self.desk.hear_focus()
        return title

    def _prompts(self) -> list[str]:
        asked = [q.prompt for area in self.pack.areas for q in area.questions_for(Stream.PERSON)]
        return asked + [question.prompt for question in self.pack.practice]


# What is done on each page, by its title.


def read_on(visitor: Visitor, *lines: str) -> None:
    """A page to read: its lines are said without a key, and Next has the focus."""
    visitor.desk.hear(*map(filled, lines))
    visitor.go_on()


def _reading(lines: tuple[tuple[str, str], ...]) -> Callable[[Visitor], None]:
    return lambda visitor: read_on(visitor, *(line for _concept, line in lines))


def _choosing(label: str) -> Callable[[Visitor], None]:
    def act(visitor: Visitor) -> None:
        visitor.choose(label)
        visitor.go_on()

    return act


def pick_sign(visitor: Visitor) -> None:
    """Next before anything is picked says what to do; then two pictures, by their words."""
    visitor.desk.hear(person.SIGN_LINE)
    visitor.go_on()
    visitor.desk.hear(person.PICK_TWO)
    first, second = visitor.pack.signs[0].label, visitor.pack.signs[1].label
    visitor.desk.go_to(person.LISTEN)
    visitor.choose(first)
    visitor.choose(second)
    visitor.go_on()


def get_help(visitor: Visitor) -> None:
    """The help page: all lines, and each contact with its number."""
    assert HOME.outside_contact is not None
    visitor.desk.hear(*(line for _concept, line in person.HELP_LINES))
    visitor.desk.hear(HOME.outside_contact.name, HOME.outside_contact.number, HOME.safeguarding_number)
    visitor.go_on()


PAGES: dict[str, Callable[[Visitor], None]] = {
    person.NEAR_TITLE: _choosing(person.NEAR_NOBODY),
    person.HELPED_TITLE: _choosing(person.HELPED_ALONE),
    person.WHY_TITLE: _reading(person.WHY_LINES),
    person.OPENER_TITLE: _reading(person.OPENER_LINES),
    person.TODAY_TITLE: _reading(person.TODAY_LINES),
    person.DANGER_TITLE: _reading(person.DANGER_LINES),
    person.CHOICE_TITLE: _reading(person.CHOICE_LINES),
    person.CHECK_MUST: _choosing(person.NO),
    person.CHECK_STOP: _choosing(person.YES),
    person.CONSENT_TITLE: _choosing(person.CONSENT_YES),
    person.PRACTICE_START_TITLE: _choosing(person.PRACTICE_GO),
    person.SIGN_TITLE: pick_sign,
    person.SIGN_IS_TITLE: _reading(person.SIGN_IS_LINES[:1]),
    person.AREA_TITLE: lambda visitor: _choosing(visitor.pack.areas[0].short_title)(visitor),
    person.LENGTH_TITLE: _choosing(person.LENGTH_SHORT.split(":")[0]),
    person.HELP_TITLE: get_help,
    person.AREA_DONE_TITLE: _choosing(person.AREA_DONE_FINISH),
    person.BEST_TITLE: lambda visitor: read_on(visitor, person.OPEN_LINE),
    person.CHANGE_TITLE: lambda visitor: read_on(visitor, person.OPEN_LINE),
    person.LOOK_TITLE: lambda visitor: visitor.go_on(person.LOOK_FINISH),
    person.HAPPENS_TITLE: _reading(person.HAPPENS_LINES),
    person.VIEWS_TITLE: lambda visitor: visitor.go_on(),
    person.THANKS_TITLE: lambda visitor: visitor.go_on(person.THANKS_LEAVE),
}


def practise(visitor: Visitor, prompt: str) -> None:
    """A practice question, answered as its picture shows."""
    question = next(each for each in visitor.pack.practice if each.prompt == prompt)
    visitor.choose(visitor.pack.options[question.expected].label)
    visitor.go_on()


def answer(visitor: Visitor) -> None:
    """Hears every answer by tabbing through the page, takes the last one, and goes on."""
    labels = [visitor.pack.options[name].label for name in ("yes", "no", "dont_know", "dont_want_to_say")]
    said = [visitor.desk.focused, *visitor.desk.tour(person.NEXT)]
    for label in labels:
        assert any(text.startswith(f"{label} check box not checked") for text in said), (label, said)
        assert any(text.startswith(f"{person.HEAR_SHORT}: {label} push button") for text in said), (
            label,
            said,
        )
    for label in (person.MEANING, person.TELL_MORE, person.REST, person.STOP, person.TELL):
        assert any(text.startswith(f"{label} push button") for text in said), (label, said)
    if visitor.questions_met == 0:
        look_at_the_tree(labels)
    visitor.questions_met += 1
    visitor.choose("No", key=BACKWARDS)
    visitor.go_on(key="Tab")


def look_at_the_tree(labels: list[str]) -> None:
    """What other aids get from the bus: each answer a check box that can be pressed, each picture named."""
    seen = tree()
    for label in labels:
        (states, actions) = next((s, a) for role, name, s, a in seen if (role, name) == ("check box", label))
        assert {"focusable", "showing", "checkable"} <= set(states), states
        assert {"Press", "Toggle"} & set(actions), actions
    assert all(
        name for role, name, _states, _actions in seen if role in {"image", "push button", "check box"}
    )
    tree("check box", labels[0], "Toggle")
    assert "checked" in next(
        states for role, name, states, _a in tree() if (role, name) == ("check box", labels[0])
    )


def tree(*act: str) -> list[tuple[str, str, list[str], list[str]]]:
    """The app as the accessibility bus shows it, or an action done over the bus."""
    command = [SYSTEM_PYTHON, str(TREE), *act]
    for _ in range(MOST_TRIES):
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        if done.returncode == 0:
            return [] if act else json.loads(done.stdout)
    raise AssertionError(f"the bus cannot be read: {done.returncode}: {done.stderr[-1000:]}")


def test_a_whole_session_by_ear(tmp_path: Path) -> None:
    pack = load_pack(paths.packs_folder() / "duq-code")
    with desk(tmp_path) as at_desk:
        visitor = Visitor(at_desk, pack)
        at_desk.hear(
            f"{person.WELCOME_TITLE} panel", person.WELCOME_LINES[0][1], f"{person.START} push button"
        )
        visitor.press_it()
        for _ in range(MOST_PAGES):
            title = visitor.meet()
            if title in {question.prompt for question in pack.practice}:
                practise(visitor, title)
            elif title in visitor._prompts():
                answer(visitor)
            else:
                done = next(act for name, act in PAGES.items() if title.startswith(filled(name)))
                done(visitor)
            if title == person.THANKS_TITLE:
                break
        at_desk.hear(f"{person.WELCOME_TITLE} panel")
    must = {filled(title) for title in PAGES if "{" not in title}
    assert must - {person.HELPED_TITLE} <= set(visitor.met), must - set(visitor.met)
    assert visitor.questions_met == 3
    assert set(visitor.met) >= {question.prompt for question in pack.practice}
    with Store.open(tmp_path / "data") as store:
        opener = store.unlock(PHRASE)
        (session,) = opener.open_all().sessions
        opener.lock()
    answers = [record.body.get("answer") for record in session.records if record.kind is RecordKind.ANSWER]
    assert answers == ["no", "no", "no"]
