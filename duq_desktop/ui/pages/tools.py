"""What every page is built with: the words, the pack, its pictures and the facts of the home."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Pack, Picture
from duq_desktop.languages import Language
from duq_desktop.light_dataclass import dataclass
from duq_desktop.preferences.input_methods import KeyTimes
from duq_desktop.ui.pages.texts import HomeFacts, Line
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.widgets.controls import ControlWords
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.words import Plural, Words, person, pressing


@dataclass(frozen=False)
class Tools:
    """Makes the parts that pages share. Holds nothing of a respondent but the language that they chose.

    All who make pages for one person hold the same ``Tools``: ``speak`` puts another language on for all
    pages that are made from then on. ``languages`` are those to choose from; empty where there is only one.
    """

    words: Words
    pack: Pack
    pictures: PictureCache
    home: HomeFacts
    ground: QWidget | None = None
    """Where pages will stand. A page built there from the start is styled once, not at each step of
    its building."""
    keys: Callable[[], KeyTimes] = KeyTimes
    """How the person who is here likes keys, at the moment of asking."""
    languages: tuple[Language, ...] = ()

    @property
    def others(self) -> tuple[Language, ...]:
        """The languages to choose from but the one that is spoken."""
        return tuple(each for each in self.languages if each.code != self.words.language)

    @property
    def paper_lines(self) -> tuple[Line, ...]:
        """What to say before a paper is made where papers cannot be set in the language that is spoken."""
        spoken = [each for each in self.languages if each.code == self.words.language]
        return (("printed-sheet", person.PAPER_IN_ENGLISH),) if spoken and not spoken[0].on_paper else ()

    def speak(self, words: Words, pack: Pack) -> None:
        """From now on pages are made in another language: its fixed words, and the same pack in it."""
        self.words, self.pack = words, pack

    def text(self, message: str, **values: object) -> str:
        """A fixed text in the language, with the home's facts and ``values`` filled in."""
        return self.words(message, **{**self.home.fills, **values})

    def counted(self, message: Plural, number: int, **values: object) -> str:
        """A fixed text about ``number`` things, in the form that the language has for it."""
        return self.words.count(message, number, **{**self.home.fills, **values})

    def picture(self, concept: str) -> Picture:
        """The picture of a concept; without a file when the pack has none."""
        return self.pack.pictures.get(concept) or Picture(concept, "")

    def view(self, concept: str, side: int = 96) -> PictureView | None:
        """A picture to put on a page; None when the pack has none."""
        return self.view_of(self.picture(concept), side)

    def view_of(self, picture: Picture, side: int = 300) -> PictureView | None:
        """A view of ``picture``, at most ``side`` pixels wide at 100 %; None without a file."""
        return PictureView(picture, self.pictures, side=side) if picture.file else None

    def control_words(self) -> ControlWords:
        """The words on the controls that stand on every page."""
        return ControlWords(
            listen=self.text(person.LISTEN),
            hide=self.text(person.HIDE),
            back=self.text(person.BACK),
            rest=self.text(person.REST),
            stop=self.text(person.STOP),
            tell=self.text(person.TELL),
            next=self.text(person.NEXT),
            up=self.text(pressing.UP),
            down=self.text(pressing.DOWN),
        )
