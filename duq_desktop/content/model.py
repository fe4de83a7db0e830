"""The content pack as the rest of the product sees it: frozen, complete, in one language.

A ``Pack`` is loaded in one language with the local words for staff and manager already set, so that
whoever shows a text shows it as it stands. Every picture comes with its ``alt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import Enum
from pathlib import Path

from duq_desktop.light_dataclass import dataclass


class Stream(str, Enum):
    """Whose views an answer belongs to. Streams stand side by side and are never averaged."""

    PERSON = "person"
    FAMILY = "family"
    STAFF = "staff"
    OTHER = "other"

    @property
    def asked_as(self) -> Stream:
        """The stream whose questions this one answers: "other" answers the staff questions."""
        return Stream.STAFF if self is Stream.OTHER else self


@dataclass(frozen=True)
class Picture:
    """A picture by the name of what it shows. ``file`` is None when no picture set has it.

    ``alt`` says in words what is to be seen; it is never a file name. ``fixed``: no imported set
    replaces it, because it means the same wherever it is met: an answer's mark, a picture of a sign.
    """

    concept: str
    alt: str
    file: Path | None = None
    fixed: bool = False


@dataclass(frozen=True)
class HardWord:
    """A word that may be hard, with its meaning in one short sentence."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Question:
    """One question of one stream.

    ``id`` is stable and never reused. ``spoken`` is what is read aloud (the prompt unless the pack
    says otherwise). ``reverse``: Yes is the worrying answer. ``offers_help``: may bring up harm, so
    the help page follows whatever was answered. ``short``: part of the short set. ``mirrors``: the
    id of the person's question that asks the same.
    """

    id: str
    area_id: str
    stream: Stream
    prompt: str
    meaning: str
    spoken: str
    picture: Picture
    hard_words: tuple[HardWord, ...] = ()
    reverse: bool = False
    reverse_of: str | None = None
    feelings: bool = False
    offers_help: bool = False
    short: bool = False
    mirrors: str | None = None
    recording: Path | None = None

    @property
    def harm(self) -> str:
        """The option id of the answer that tells of harm; "" where the question does not ask about any."""
        if not self.offers_help:
            return ""
        return "yes" if self.reverse else "no"


@dataclass(frozen=True)
class Area:
    """One of the five areas of the Code, with its exact ``title``.

    ``short_title`` is the easy-read name on screen. ``looks_good`` and ``not_ok`` are our own words
    and are never shown before this area's answers.
    """

    id: str
    number: int
    title: str
    short_title: str
    spoken: str
    picture: Picture
    looks_good: tuple[str, ...]
    not_ok: tuple[str, ...]
    questions: tuple[Question, ...]

    def questions_for(self, stream: Stream, *, short: bool = False) -> tuple[Question, ...]:
        """The questions that ``stream`` is asked here, in order; ``short`` keeps the short set.

        Families and staff have no short set: they get all of theirs.
        """
        asked = tuple(q for q in self.questions if q.stream is stream.asked_as)
        if short and stream is Stream.PERSON:
            return tuple(q for q in asked if q.short)
        return asked


@dataclass(frozen=True)
class AnswerOption:
    """One of the answers or non-answers: ``id`` is what is stored, ``label`` what is shown.

    The ids are fixed: ``yes``, ``sometimes``, ``no``; ``dont_know``, ``dont_want_to_say``,
    ``dont_understand``, ``later``; for staff also ``not_my_work``.
    """

    id: str
    label: str
    spoken: str
    picture: Picture


@dataclass(frozen=True)
class PracticeQuestion:
    """A practice question whose answer is in its picture. ``expected`` is an option id.

    ``shown_by`` says what the picture shows, for the page that explains again; never "wrong".
    """

    id: str
    prompt: str
    spoken: str
    picture: Picture
    expected: str
    shown_by: str


@dataclass(frozen=True)
class PictureWord:
    """A word of the picture board of "Tell us more"; ``group`` is one of the board's group ids."""

    id: str
    label: str
    group: str
    picture: Picture


@dataclass(frozen=True)
class BoardGroup:
    """A page of the picture board: feelings, people, places, things, times, harm."""

    id: str
    label: str
    picture: Picture


@dataclass(frozen=True)
class SignPicture:
    """One of the pictures a person may pick two of as their sign."""

    id: str
    label: str
    picture: Picture


@dataclass(frozen=True)
class Pack:
    """A whole content pack in one language.

    ``pictures`` maps the name of everything else the screens show (controls, messages) to its picture.
    ``languages`` maps each language code of the pack to whether a speaker has checked it, and
    ``language_names`` to its own name. ``about`` says whose words these are; ``examples_note`` stands
    beside ``looks_good`` and ``not_ok`` wherever they are shown.
    """

    id: str
    version: str
    title: str
    language: str
    languages: dict[str, bool]
    areas: tuple[Area, ...]
    options: dict[str, AnswerOption]
    practice: tuple[PracticeQuestion, ...]
    board_groups: tuple[BoardGroup, ...]
    board: tuple[PictureWord, ...]
    signs: tuple[SignPicture, ...]
    pictures: dict[str, Picture]
    draft: bool = True
    about: str = ""
    examples_note: str = ""
    language_names: dict[str, str] = field(default_factory=dict)

    @property
    def offered_languages(self) -> tuple[str, ...]:
        """The languages that people may be offered: those that a speaker has checked."""
        return tuple(code for code, checked in self.languages.items() if checked)

    def questions(self, stream: Stream | None = None) -> Iterator[Question]:
        """Every question, area by area; only those of ``stream`` when one is given."""
        for area in self.areas:
            yield from area.questions if stream is None else area.questions_for(stream)

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises ``KeyError`` when the pack has none."""
        for found in self.questions():
            if found.id == question_id:
                return found
        raise KeyError(question_id)

    def area(self, area_id: str) -> Area:
        """The area with this id. Raises ``KeyError`` when the pack has none."""
        for found in self.areas:
            if found.id == area_id:
                return found
        raise KeyError(area_id)
