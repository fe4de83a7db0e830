"""Somebody who cannot see the screen, and what they do on each page of a session, by ear alone.

Only what is said is known. It waits for words, never for time; what Orca 43 says around them (the version of
Debian 12) may differ in others, so it looks for names, roles and states, not whole sentences.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from duq_desktop.content.model import Pack, Stream
from duq_desktop.words import person
from tests.screen.desk import PATIENCE, SYSTEM_PYTHON, Desk
from tests.ui.houses import HOME

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
    """Somebody who cannot see the screen.

    ``pages`` says what is done on each page of the session, by how its title begins. ``met`` are the titles
    of the pages that came up, in order; ``asked`` the questions, as often as met.
    """

    desk: Desk
    pack: Pack
    pages: Mapping[str, Callable[[Visitor], None]]
    met: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
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
        titles = [*self.pages, *self.prompts()]
        shapes = "|".join(re.escape(filled(title)) for title in titles)
        said = self.desk.spoken.wait_for(
            re.compile(f"^({shapes}).* panel"), start=self.desk.since, seconds=PATIENCE
        )
        title = said.split(" panel")[0]
        self.met.append(title)
        self.desk.hear_focus()
        return title

    def arrive(self, title: str) -> None:
        """Waits until a page beside the session's own was said on entry."""
        shape = re.compile(f"^{re.escape(filled(title))}.* panel")
        self.desk.spoken.wait_for(shape, start=self.desk.since, seconds=PATIENCE)
        self.desk.hear_focus()

    def prompts(self) -> list[str]:
        """Every question there is, for trying out or for good."""
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


def begin_practice(visitor: Visitor) -> None:
    """Whoever comes back has tried it out before."""
    again = person.PRACTICE_START_TITLE in visitor.met[:-1]
    visitor.choose(person.PRACTICE_SKIP if again else person.PRACTICE_GO)
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
    person.PRACTICE_START_TITLE: begin_practice,
    person.CONSENT_AGAIN_TITLE: _choosing(person.CONSENT_YES),
    person.SIGN_TITLE: pick_sign,
    person.SIGN_IS_TITLE: _reading(person.SIGN_IS_LINES[:1]),
    person.AREA_TITLE: lambda visitor: _choosing(visitor.pack.areas[0].short_title)(visitor),
    person.LENGTH_TITLE: _choosing(person.LENGTH_SHORT.split(":")[0]),
    person.HELP_TITLE: get_help,
    person.AREA_DONE_TITLE: _choosing(person.AREA_DONE_FINISH),
    person.BEST_TITLE: lambda visitor: read_on(visitor, person.OPEN_LINE),
    person.CHANGE_TITLE: lambda visitor: read_on(visitor, person.OPEN_LINE),
    person.HAPPENS_TITLE: _reading(person.HAPPENS_LINES),
    person.THANKS_TITLE: lambda visitor: visitor.go_on(person.THANKS_LEAVE),
}


def practise(visitor: Visitor, prompt: str) -> None:
    """A practice question, answered as its picture shows."""
    question = next(each for each in visitor.pack.practice if each.prompt == prompt)
    visitor.choose(visitor.pack.options[question.expected].label)
    visitor.go_on()


def hear_the_page(visitor: Visitor) -> None:
    """Hears every answer by tabbing through the page of a question; comes to Next."""
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
    look_at_the_tree(visitor, labels)


def look_at_the_tree(visitor: Visitor, labels: list[str]) -> None:
    """What other aids get from the bus: each answer a check box that can be pressed, each picture named."""
    seen = tree()
    assert [name for role, name, _states, _actions in seen if role == "heading"] == [visitor.met[-1]]
    assert languages() == ["en_GB"]
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


def languages() -> list[str]:
    """The languages that the bus tells of anything that is seen."""
    return json.loads(_from_the_bus("languages"))


def tree(*act: str) -> list[tuple[str, str, list[str], list[str]]]:
    """What is seen of the app on the accessibility bus, or an action done over the bus."""
    told = _from_the_bus(*act)
    return [] if act else json.loads(told)


def _from_the_bus(*asked: str) -> str:
    command = [SYSTEM_PYTHON, str(TREE), *asked]
    for _ in range(MOST_TRIES):
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        if done.returncode == 0:
            return done.stdout
    raise AssertionError(f"the bus cannot be read: {done.returncode}: {done.stderr[-1000:]}")
