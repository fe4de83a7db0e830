"""The opener's pages by ear: the first start, unlocking, what is read first, the sessions and the areas.

Names, roles, states, the order of the stops and messages, as the real Orca says them over the real bus.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Stream
from duq_desktop.settings import Settings
from duq_desktop.settings import save as save_settings
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.pins import pin_key
from duq_desktop.words import opener as words
from duq_desktop.words import opener_said as said
from duq_desktop.words import opener_setup as setup
from duq_desktop.words import person
from tests.screen.desk import PATIENCE, Desk, Folders, desk, what_is_missing
from tests.screen.visitor import tree
from tests.ui.opener_house import HOME, PHRASE, QUICK
from tests.ui.test_opener_room import SECRET, fill

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(
        bool(what_is_missing()), reason=f"no screen reader to try: {what_is_missing()} missing"
    ),
]
BACKWARDS = "shift+Tab"


def nothing_yet(folder: Path) -> Folders:
    """A computer on which nobody has set anything up."""
    config = folder / "config"
    save_settings(Settings(voice=False, guard_ms=0), config)
    return folder / "data", config


def with_sessions(folder: Path) -> Folders:
    """A folder in which people, staff and a family have answered."""
    data, config = nothing_yet(folder)
    keys = NewKeys.make()
    Store.set_up(data, HOME, PHRASE, keys=keys, cost=QUICK)
    pin_key(config, keys.fingerprint, data)
    fill(data)
    return data, config


def arrive(at_desk: Desk, title: str) -> None:
    """Waits until a page was said on entry, and what has the focus; its heading is a heading."""
    shape = re.compile(f"^{re.escape(title)}.* panel")
    at_desk.spoken.wait_for(shape, start=at_desk.since, seconds=PATIENCE)
    at_desk.hear_focus()
    headings = [name for role, name, _states, _actions in tree() if role == "heading"]
    assert title in headings, headings


def arrive_at_box(at_desk: Desk, title: str, name: str) -> None:
    """Waits until a page that begins with a box was said like any other; then one Tab leads to the box.

    The box itself would swallow the page's question: Qt tells Orca 43 of the cursor before it tells of the
    focus, and Orca takes that for the focus, without a word. So the heading has the focus first.
    """
    arrive(at_desk, title)
    assert at_desk.focused == f"{title} heading."
    at_desk.press("Tab")
    assert at_desk.hear_focus().startswith(name)


def press(at_desk: Desk, name: str, *, key: str = "Tab") -> None:
    """To the control of this name, and press it."""
    if not at_desk.focused.startswith(name):
        at_desk.go_to(name, key=key)
    at_desk.press("space")


def in_order(said_of: list[str], *wanted: str) -> None:
    """These were stops in this order, others between them or not."""
    places = [next((at for at, text in enumerate(said_of) if text.startswith(each)), -1) for each in wanted]
    assert -1 not in places, (wanted, said_of)
    assert places == sorted(places), (wanted, said_of)


def by_ear(folder: Path, prepare: Callable[[Path], Folders], walk: Callable[[Desk], None]) -> None:
    stick = folder / "stick"
    stick.mkdir()
    with desk(folder, stick=stick, prepare=prepare) as at_desk:
        walk(at_desk)


def first_pages(at_desk: Desk) -> None:
    at_desk.hear(f"{words.NOT_SET_UP_TITLE} panel", words.NOT_SET_UP_LINE)
    at_desk.hear_focus()
    stops = [at_desk.focused, *at_desk.tour(words.RESTORE)]
    in_order(stops, words.SET_UP, words.LOOK_ROUND, words.RESTORE)
    assert all("push button" in stop for stop in stops), stops
    press(at_desk, words.SET_UP, key=BACKWARDS)
    arrive(at_desk, setup.INTRO_TITLE)
    at_desk.hear(*(line for _concept, line in setup.INTRO_LINES))
    press(at_desk, person.NEXT)
    arrive_at_box(at_desk, setup.HOME_TITLE, setup.HOME_NAME)
    press(at_desk, person.NEXT, key=BACKWARDS)
    at_desk.hear(setup.FILL_IN.format(label=setup.PEOPLE).split("{")[0])
    at_desk.go_to(setup.PEOPLE)
    assert re.search("entry|text", at_desk.focused), at_desk.focused
    at_desk.press("4")
    at_desk.press("Return")
    arrive(at_desk, setup.SHOWN_TITLE)
    at_desk.hear(setup.SHOWN_LINE)
    press(at_desk, person.NEXT)
    arrive(at_desk, setup.NATION_TITLE)
    press(at_desk, person.NEXT, key=BACKWARDS)
    at_desk.hear(setup.PICK)
    at_desk.go_to(setup.NATIONS[2][1])
    at_desk.press("space")
    at_desk.hear_state("checked")
    press(at_desk, person.NEXT)
    arrive_at_box(at_desk, setup.OPENER_TITLE, setup.OPENER_NAME)


def behind_the_phrase(at_desk: Desk) -> None:
    press(at_desk, person.FOR_OPENER.format(opener=HOME.opener_name))
    arrive_at_box(at_desk, words.UNLOCK_TITLE, words.UNLOCK_FIELD)
    assert "password" in at_desk.focused, "what is typed must not be said"
    at_desk.press(*(letter if letter != " " else "space" for letter in PHRASE))
    at_desk.press("Return")
    arrive(at_desk, said.FIRST_TITLE)
    assert not any(letter in at_desk.heard() for letter in PHRASE.split()), "the phrase was said"
    at_desk.hear(said.FIRST_LINES[1][1])
    cards = [text for text in at_desk.tour(person.NEXT) if said.WRITE_DONE in text]
    assert cards
    assert any(SECRET in name for _role, name, _states, _actions in tree())
    press(at_desk, person.NEXT)
    arrive(at_desk, said.WHOLE_TITLE)
    stops = [at_desk.focused, *at_desk.tour(said.WHOLE_LOCK)]
    in_order(stops, said.WHOLE_SESSIONS, said.WHOLE_AREAS, said.WHOLE_PAPERS, said.WHOLE_COMPUTER)
    press(at_desk, said.WHOLE_SESSIONS, key=BACKWARDS)
    arrive(at_desk, said.SESSIONS_TITLE)
    press(at_desk, person.BACK, key=BACKWARDS)
    arrive(at_desk, said.WHOLE_TITLE)
    press(at_desk, said.WHOLE_AREAS)
    arrive(at_desk, said.AREAS_TITLE)
    at_desk.hear(said.NO_SCORE)
    area = load_pack(paths.packs_folder() / "duq-code").areas[0]
    press(at_desk, area.title)
    arrive(at_desk, area.title)
    figures = [name for role, name, _states, _actions in tree() if role == "image"]
    asked = area.questions_for(Stream.PERSON)[0].prompt
    assert any(asked in name for name in figures), figures


def test_a_computer_is_set_up_by_ear(tmp_path: Path) -> None:
    by_ear(tmp_path, nothing_yet, first_pages)


def test_what_people_said_is_read_by_ear(tmp_path: Path) -> None:
    by_ear(tmp_path, with_sessions, behind_the_phrase)
