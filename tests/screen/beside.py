"""What somebody who cannot see does beside a session's pages, and at its end, by ear alone."""

from __future__ import annotations

from duq_desktop.content.model import Pack
from duq_desktop.words import person, preferences, pressing
from tests.screen.visitor import BACKWARDS, Visitor, filled

TYPED = "tea"
KEY = "s"
"""The key on the screen that is pressed after what was typed."""


def choose_how_i_like_it(visitor: Visitor) -> None:
    """From the start page and back: larger words, kept for what follows."""
    visitor.desk.go_to(person.HOW_I_LIKE_IT)
    visitor.press_it()
    visitor.arrive(preferences.TITLE)
    visitor.press_it()
    visitor.arrive(preferences.SIZE_TITLE)
    visitor.choose(preferences.SIZES[150])
    visitor.go_on(person.BACK)
    visitor.arrive(preferences.TITLE)
    visitor.desk.hear("150 %")
    visitor.go_on(preferences.FINE)
    visitor.arrive(person.WELCOME_TITLE)


def tell_more(visitor: Visitor) -> None:
    """From a question and back: words are typed, and may be shown."""
    question = visitor.met[-1]
    visitor.desk.go_to(person.TELL_MORE)
    visitor.press_it()
    visitor.arrive(person.MORE_TITLE)
    visitor.desk.hear(person.MORE_LINE)
    if person.MORE_YOUR_WORDS not in visitor.desk.focused:
        visitor.desk.go_to(person.MORE_YOUR_WORDS)
    visitor.desk.press(*TYPED)
    press_keys_on_the_screen(visitor)
    pick_words(visitor)
    visitor.choose(person.MORE_QUOTE_YES)
    visitor.go_on(person.MORE_KEEP, key="Tab")
    visitor.arrive(question)


def press_keys_on_the_screen(visitor: Visitor) -> None:
    """The keys are brought and found by their names; one is pressed, one taken back, one pressed again."""
    desk = visitor.desk
    desk.go_to(pressing.KEYS_SHOW)
    visitor.press_it()
    desk.hear(pressing.KEYS_HIDE)
    desk.go_to(pressing.KEY_UNDO, key=BACKWARDS)
    said = desk.tour(f"{KEY} push button")
    visitor.press_it()
    assert desk.go_to(pressing.KEY_UNDO).startswith(f"{pressing.KEY_UNDO} push button")
    visitor.press_it()
    desk.go_to(f"{KEY} push button", key=BACKWARDS)
    visitor.press_it()
    for letter in "abc":
        assert any(text.startswith(f"{letter} push button") for text in said), (letter, said)
    desk.go_to(pressing.KEYS_HIDE)
    visitor.press_it()
    desk.hear(pressing.KEYS_SHOW)


def pick_words(visitor: Visitor) -> None:
    """Picture words: a kind of them, two words, and undo, which says what it takes away."""
    desk, pack = visitor.desk, visitor.pack
    first, second = words_to_pick(pack)
    desk.go_to(person.MORE_PICTURES)
    visitor.press_it()
    desk.hear(person.MORE_TYPE)
    desk.go_to(pack.board_groups[0].label, key=BACKWARDS)
    visitor.press_it()
    assert desk.hear_focus().startswith(f"{first} push button")
    visitor.press_it()
    desk.go_to(f"{second} push button")
    visitor.press_it()
    desk.go_to(f"{person.MORE_UNDO}: {second}")
    visitor.press_it()
    desk.hear(f"{person.MORE_UNDO}: {first}")


def words_to_pick(pack: Pack) -> tuple[str, str]:
    """The first two picture words of the first kind; the second one is taken away again."""
    here = [word.label for word in pack.board if word.group == pack.board_groups[0].id]
    return here[0], here[1]


def rest_and_come_back(visitor: Visitor) -> None:
    """A short rest on a blank page; then another day, and back to the session by the sign."""
    question = visitor.met[-1]
    _rest(visitor)
    visitor.press_it()
    visitor.desk.hear(person.BLANK_LINE)
    visitor.desk.hear_focus()
    visitor.press_it()
    visitor.arrive(question)
    _rest(visitor)
    visitor.desk.go_to(person.REST_DAY)
    visitor.press_it()
    visitor.arrive(person.VIEWS_TITLE)
    visitor.go_on(person.VIEWS_NO, key="Tab")
    visitor.arrive(person.DAY_TITLE)
    visitor.desk.hear(*(line for _concept, line in person.DAY_LINES))
    visitor.go_on(person.THANKS_LEAVE, key="Tab")
    give_sign(visitor)
    visitor.arrive(person.COME_BACK_FOUND)
    visitor.desk.hear(person.COME_BACK_SAFE)
    visitor.go_on(person.COME_BACK_GO_ON, key="Tab")


def _rest(visitor: Visitor) -> None:
    visitor.desk.go_to(person.REST, key=BACKWARDS)
    visitor.press_it()
    visitor.arrive(person.REST_TITLE)
    visitor.desk.hear(person.REST_DAY_LINE)


def give_sign(visitor: Visitor) -> None:
    """On the start page: here before, and the two pictures."""
    visitor.arrive(person.WELCOME_TITLE)
    visitor.desk.go_to(person.BEEN_HERE)
    visitor.press_it()
    visitor.arrive(person.COME_BACK_TITLE)
    for sign in visitor.pack.signs[:2]:
        visitor.choose(sign.label)
    visitor.go_on()


def stop_and_stay(visitor: Visitor) -> None:
    """Stop asks first; going on leads back to the question."""
    question = visitor.met[-1]
    visitor.desk.go_to(person.STOP, key=BACKWARDS)
    visitor.press_it()
    visitor.arrive(person.STOP_TITLE)
    said = [visitor.desk.focused, *visitor.desk.tour(person.STOP_GO_ON)]
    for label in (person.STOP_KEEP, person.STOP_DELETE):
        assert any(text.startswith(f"{label} push button") for text in said), (label, said)
    visitor.press_it()
    visitor.arrive(question)


def delete_it_all(visitor: Visitor) -> None:
    """From the start page: what was said is gone."""
    give_sign(visitor)
    visitor.arrive(person.COME_BACK_TITLE)
    visitor.go_on(person.COME_BACK_DELETE, key="Tab")
    visitor.arrive(person.DELETE_TITLE)
    visitor.desk.hear(*(filled(line) for _concept, line in person.DELETE_LINES))
    visitor.go_on(person.DELETE_YES, key="Tab")
    visitor.arrive(person.DELETED_TITLE)
    visitor.desk.hear(*(filled(line) for _concept, line in person.DELETED_LINES))
    visitor.go_on(person.THANKS_LEAVE, key="Tab")
    visitor.arrive(person.WELCOME_TITLE)


def look_at_answers(visitor: Visitor) -> None:
    """Nothing is said of the answers before they are asked for; then one of them is changed."""
    question, no = visitor.asked[-1], visitor.pack.options["no"].label
    assert not any(question in text for text in visitor.desk.heard())
    visitor.go_on(person.LOOK_SHOW, key="Tab")
    visitor.desk.go_to(f"{question} {no}")
    visitor.press_it()
    visitor.arrive(question)
    visitor.choose(visitor.pack.options["dont_know"].label)
    visitor.go_on()
    visitor.arrive(person.LOOK_TITLE)
    visitor.go_on(person.LOOK_FINISH)


def take_my_views(visitor: Visitor) -> None:
    """A copy on the stick that is plugged in."""
    visitor.desk.hear(filled(person.VIEWS_FOUND))
    visitor.go_on(person.VIEWS_STICK, key="Tab")
    visitor.arrive(person.VIEWS_PICK_TITLE)
    visitor.go_on()
    visitor.arrive(person.VIEWS_FIND_TITLE)
    visitor.desk.hear(person.VIEWS_FIND_LINE)
    visitor.go_on(person.VIEWS_NO_STICK, key="Tab")
    visitor.arrive(person.VIEWS_DONE)
    visitor.desk.hear(person.VIEWS_ON_STICK)
    visitor.go_on()
