"""Pages on which one thing, or several, are chosen from a few. Choosing never goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import AnswerOption, Picture
from duq_desktop.interview.inputs import Given
from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import AnswerCard, AnswerSet, Cards, Choice, QuietChoice
from duq_desktop.words import person

CARD_PICTURE = 64
ANSWER_MARK = "mark-"
"""The marks of Yes and No are as large everywhere as they are with a question."""

_NONE = Picture("", "")


@dataclass(frozen=True)
class Option:
    """Something to choose: its id, its words, its picture (a concept's name or a picture)."""

    id: str
    words: str
    concept: str = ""
    picture: Picture | None = None
    spoken: str = ""


class ChoicePage(Page):
    """One of a few. ``as_given`` turns the chosen id (or None) into what was given.

    ``quiet`` are smaller choices below the cards; ``lines`` are read before anything is chosen.
    ``needed``: Next asks for a choice first. ``chosen`` is what was chosen before.
    """

    cards_grow = True
    """Whether the cards' pictures are larger where the page has room."""

    def __init__(
        self,
        tools: Tools,
        title: str,
        options: Sequence[Option],
        as_given: Callable[[str | None], Given],
        *,
        quiet: Sequence[Option] = (),
        lines: Sequence[Line] = (),
        picture: Picture | None = None,
        progress: QWidget | None = None,
        chosen: str | None = None,
        needed: bool = False,
    ) -> None:
        super().__init__(tools, title, picture=picture, progress=progress)
        self._as_given = as_given
        self._needed = needed
        self._hidden: str | None = None
        for concept, line in lines:
            self.add_line(tools.text(line), concept)
        everything = (*options, *quiet)
        self.answers = answer_set(tools, options, quiet)
        self.add(self.answers)
        if self.cards_grow:
            self.body.let_grow(
                card
                for option, card in zip(options, self.answers.cards, strict=True)
                if not (_picture(tools, option) or _NONE).concept.startswith(ANSWER_MARK)
            )
        self.answers.answered.connect(self._on_answered)
        self.answers.heard.connect(lambda option: self.speak_asked.emit([_reading(everything, option)]))
        self.readings += [_reading(everything, option.id) for option in everything]
        if chosen is not None:
            self.answers.choose(chosen)

    @property
    def chosen(self) -> str | None:
        """What is chosen, also while it is hidden."""
        return self.answers.chosen or self._hidden

    def given(self) -> Given:
        """What was chosen, as the session takes it."""
        return self._as_given(self.chosen)

    def missing(self) -> str:
        """Asks for a choice on a page that cannot do without one."""
        return self.tools.text(person.PICK_FIRST) if self._needed and self.chosen is None else ""

    def conceal(self) -> None:
        """Takes the choice off the page; it counts until another is made."""
        hidden = self.chosen
        self.answers.choose(None)
        self._hidden = hidden

    @property
    def hides_something(self) -> bool:
        """Whether a choice is hidden."""
        return self._hidden is not None

    def reveal(self) -> None:
        """Shows the choice again."""
        if self._hidden is not None:
            self.answers.choose(self._hidden)

    def _on_answered(self, chosen: str | None) -> None:
        """Another choice takes the place of a hidden one."""
        if chosen is not None:
            self._hidden = None


class PickPage(Page):
    """Several of a few, such as who is near."""

    def __init__(
        self,
        tools: Tools,
        title: str,
        options: Sequence[Option],
        as_given: Callable[[frozenset[str]], Given],
        *,
        line: str = "",
        picture: Picture | None = None,
        picked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(tools, title, picture=picture)
        self._as_given = as_given
        if line:
            self.add_line(line)
        self._hidden: frozenset[str] = frozenset()
        self.cards = {option.id: _card(tools, option) for option in options}
        for option_id, card in self.cards.items():
            card.setChecked(option_id in picked)
        self.add(Cards(tuple(self.cards.values())))
        self.body.let_grow(self.cards.values())
        self.readings += [_reading(options, option.id) for option in options]

    def given(self) -> Given:
        """What was picked, as the session takes it."""
        return self._as_given(self._picked() or self._hidden)

    def conceal(self) -> None:
        """Takes what was picked off the page; it counts until something else is picked."""
        self._hidden = self._picked() or self._hidden
        for card in self.cards.values():
            card.setChecked(False)

    @property
    def hides_something(self) -> bool:
        """Whether picks are hidden."""
        return bool(self._hidden)

    def reveal(self) -> None:
        """Shows again what was picked, unless something else was picked meanwhile."""
        wanted, self._hidden = self._picked() or self._hidden, frozenset()
        for name, card in self.cards.items():
            card.setChecked(name in wanted)

    def _picked(self) -> frozenset[str]:
        return frozenset(name for name, card in self.cards.items() if card.isChecked())


def pack_option(option: AnswerOption) -> Option:
    """An answer of the pack as something to choose."""
    return Option(option.id, option.label, picture=option.picture, spoken=option.spoken)


def answer_set(tools: Tools, options: Sequence[Option], quiet: Sequence[Option] = ()) -> AnswerSet:
    """Cards for ``options`` and smaller ones for ``quiet``, each with its own Hear button."""
    small = [QuietChoice(o.id, o.words, picture=_picture(tools, o), pictures=tools.pictures) for o in quiet]
    return AnswerSet([_card(tools, o) for o in options], small, hear=tools.text(person.HEAR_SHORT))


def _card(tools: Tools, option: Option) -> Choice:
    return AnswerCard(
        option.id,
        option.words,
        picture=_picture(tools, option),
        pictures=tools.pictures,
        picture_side=CARD_PICTURE,
    )


def _picture(tools: Tools, option: Option) -> Picture | None:
    picture = option.picture or (tools.picture(option.concept) if option.concept else None)
    return picture if picture is not None and picture.file is not None else None


def _reading(options: Sequence[Option], option_id: str) -> Reading:
    option = next(each for each in options if each.id == option_id)
    return Reading(option.spoken or option.words)
