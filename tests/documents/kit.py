"""What the tests of the PDFs share: fonts, pictures, made-up answers, and the two checkers."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import outloud
import page
import pypdf

from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack, Picture, Stream
from duq_desktop.documents.blocks import Document
from duq_desktop.documents.facts import NOTHING_TYPED, Contact, FollowUp, SaidFacts, SheetFacts
from duq_desktop.documents.materials import Materials
from duq_desktop.documents.pdf.tagged.typeface import Typeface, load_typeface
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.summary.model import STREAMS, AnswerCounts, NonAnswerCounts
from duq_desktop.summary.public import (
    HowMany,
    PublicArea,
    PublicGroup,
    PublicQuestion,
    PublicQuote,
    PublicSplit,
    PublicStream,
    PublicSummary,
)
from duq_desktop.summary.public_findings import public_findings
from duq_desktop.words import Words

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "easyread" / "duq-code"
ENGLISH = Words()
FACTS = SheetFacts(
    opener_name="Priya Shah",
    opener_job="trustee of the advocacy group",
    opener_works_here=False,
    safeguarding_number="01234 567890",
    outside=Contact("Speak Up Group", "01234 111222"),
    fingerprint=("river", "candle", "orange", "window"),
)

HOSTILE = (
    'I like it 😀 <b>& "you"</b> {name} %s',
    "مرحبا بكم في البيت 12",
    "আমি ভালো আছি",
    "w" * 400,
    "👩🏽‍🍳 🇬🇧 ❤️ 1️⃣",
    "line one\nline two\r\n\tthree\x00\x07\u202e",
    "\ud800 \ue000 \U0010ffff",
    "",
)

ACTUAL_TEXT_ALARM = "TAG-032"
"""outloud wants ActualText to repeat what is drawn; ours stands for a note in brackets, on purpose."""

FALSE_ALARMS = {
    ACTUAL_TEXT_ALARM,
    "TBL-014",  # counts the ruled lines of each page for itself: a table over two pages is one Table
    "PAG-001",  # takes lines that people said alike for a running header
}


@cache
def typeface() -> Typeface:
    return load_typeface(ROOT / "resources" / "fonts" / "lexend")


@cache
def pictures() -> dict[str, Picture]:
    """The pack's pictures by concept."""
    return pack().pictures


@cache
def pack() -> Pack:
    return load_pack(PACK)


def labels() -> dict[str, str]:
    return {option: answer.label for option, answer in pack().options.items()}


def materials(*, made_up: bool = False, pictures: Mapping[str, Picture] | None = None) -> Materials:
    """English, the pack's pictures unless told otherwise, and a draft."""
    return Materials(ENGLISH, pack().pictures if pictures is None else pictures, draft=True, made_up=made_up)


def said_facts(place: str = "", follow_up: FollowUp = NOTHING_TYPED) -> SaidFacts:
    """What “What people said” tells beside the answers, made in December."""
    return SaidFacts(place, date(2026, 12, 1), follow_up)


def pdf_of(document: Document) -> bytes:
    """The document as it is printed when there is room."""
    return PdfWriter(typeface(), ENGLISH).write(document)


def failures(pdf: bytes, folder: Path) -> list[str]:
    """What page-validation finds wrong by PDF/UA-1."""
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    return [str(failure) for failure in report.failures] or ([] if report.is_compliant else ["not compliant"])


def errors_aloud(pdf: bytes, folder: Path) -> list[str]:
    """What outloud calls an error, without the known false alarms."""
    path = folder / "aloud.pdf"
    path.write_bytes(pdf)
    found = outloud.check(str(path))
    assert found.error in (None, "")
    return [
        str(each) for each in found.findings if each.severity == "error" and each.rule not in FALSE_ALARMS
    ]


def text_of(pdf: bytes) -> str:
    """All words in the order of the pages, with single spaces."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def pages_of(pdf: bytes) -> int:
    return len(pypdf.PdfReader(BytesIO(pdf)).pages)


PEOPLE = {Stream.PERSON: 24, Stream.FAMILY: 12, Stream.STAFF: 20, Stream.OTHER: 3}
CROWD = {Stream.PERSON: 60, Stream.FAMILY: 30, Stream.STAFF: 40, Stream.OTHER: 12}


def summary(
    people: dict[Stream, int] = PEOPLE,
    quotes: tuple[str, ...] = ("They ask me first.",),
    seed: int = 1,
    areas: int = 5,
) -> PublicSummary:
    """A made-up summary over the first ``areas`` of the pack; the same for the same seed."""
    dice = random.Random(seed)
    made = []
    for area in pack().areas[:areas]:
        questions = tuple(
            PublicQuestion(question, tuple(_groups(question.stream, people, dice)))
            for question in area.questions
        )
        said = tuple(PublicQuote(dice.choice(STREAMS[:3]), words) for words in quotes)
        made.append(PublicArea(area, questions, public_findings(questions), said))
    said = tuple(PublicQuote(Stream.PERSON, words) for words in quotes)
    streams = tuple(_stream(stream, people[stream]) for stream in STREAMS)
    return PublicSummary(5, "en", True, True, streams, None, tuple(made), best=said, change=said)


def _groups(asked: Stream, people: dict[Stream, int], dice: random.Random) -> list[PublicGroup]:
    return [_group(stream, people[stream], dice) for stream in STREAMS if stream.asked_as is asked]


def _group(stream: Stream, people: int, dice: random.Random) -> PublicGroup:
    if people < 5:
        return PublicGroup(stream)
    unanswered = dice.choice((0, 0, 5)) if people > 14 else 0
    two = dice.choice((0, 0, 6)) if people > 20 else 0
    return PublicGroup(
        stream,
        three=_counts(people - unanswered - two, dice),
        two=AnswerCounts(yes=2, no=4) if two else None,
        not_answered=unanswered or None,
        non_answers=NonAnswerCounts(dont_know=unanswered) if unanswered else None,
    )


def _counts(people: int, dice: random.Random) -> AnswerCounts:
    yes = dice.randint(0, people)
    sometimes = dice.randint(0, people - yes)
    return AnswerCounts(yes, sometimes, people - yes - sometimes)


def _stream(stream: Stream, people: int) -> PublicStream:
    if people < 5:
        return PublicStream(stream, HowMany.HIDDEN if people else HowMany.NOBODY)
    half = people // 2
    split = PublicSplit((("alone", half), ("helped", people - half)))
    near = PublicSplit((("near", half), ("not_near", people - half), ("unknown", 0)))
    ended = PublicSplit((("finished", people), ("stopped", 0), ("open", 0)))
    return PublicStream(stream, HowMany.SHOWN, people, split, near, ended)
