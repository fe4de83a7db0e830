"""“What people said”: every question comes out, nobody can be picked out, and it fits."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from duq_desktop.content.model import Stream
from duq_desktop.document_jobs.fitting import MOST_PAGES, SummaryFitter
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.documents.people_said import SaidMaterials
from duq_desktop.documents.people_said_areas import asked_together
from duq_desktop.errors import ReportError
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.summary.model import AnswerCounts, NonAnswerCounts
from duq_desktop.summary.public import PublicArea, PublicGroup, PublicSummary, PublishWarning, WarningKind
from duq_desktop.words import counting, printed
from tests.documents import kit
from tests.documents.test_tagged import kinds

NOBODY = dict.fromkeys(Stream, 0)
FEW = {Stream.PERSON: 4, Stream.FAMILY: 0, Stream.STAFF: 3, Stream.OTHER: 1}


def made(summary: PublicSummary, place: str = "") -> bytes:
    return fitter(place).document(summary)


def fitter(place: str = "") -> SummaryFitter:
    materials = SaidMaterials(kit.materials(), kit.labels(), place)
    return SummaryFitter(PdfWriter(kit.typeface(), kit.ENGLISH), materials)


@pytest.fixture(scope="module")
def usual() -> bytes:
    return made(kit.summary(), place="Oak Tree Support")


def test_it_conforms_and_reads_well_aloud(usual: bytes, tmp_path: Path) -> None:
    assert kit.failures(usual, tmp_path) == []
    assert kit.errors_aloud(usual, tmp_path) == []


def test_every_question_goes_in_and_comes_out(usual: bytes) -> None:
    text = kit.text_of(usual)
    prompts = [question.prompt for question in kit.pack().questions()]
    assert len(prompts) == 100
    for prompt in prompts:
        assert text.count(prompt) >= prompts.count(prompt)


def test_asking_together_loses_and_doubles_no_question() -> None:
    for area in kit.summary().areas:
        together = [each for group in asked_together(area) for each in group]
        assert sorted(each.question.id for each in together) == sorted(
            each.question.id for each in area.questions
        )


def test_all_figures_stand_in_the_words_of_the_charts(usual: bytes) -> None:
    summary = kit.summary()
    with pikepdf.open(BytesIO(usual)) as pdf:
        alts = [str(element.Alt) for element in kinds(pdf, "Figure")]
    for area in summary.areas:
        for question in area.questions:
            for group in question.groups:
                if group.three is not None:
                    told = figures(STREAM_NAMES[group.stream], group.three)
                    prompt = question.question.prompt
                    assert any(alt.startswith(prompt) and told in alt for alt in alts)


def figures(group: str, counts: AnswerCounts) -> str:
    """How a bar is told, worked out here by other means."""
    answers = [(counts.yes, "Yes"), (counts.sometimes, "Sometimes"), (counts.no, "No")]
    given = [(count, label) for count, label in answers if count]
    said = "All {} said {}." if len(given) == 1 and given[0][0] > 1 else "{} said {}."
    return " ".join([f"{group}: {counts.answered} people.", *(said.format(*each) for each in given)])


def test_words_stand_in_curly_quotes_with_the_group_only(usual: bytes) -> None:
    text = kit.text_of(usual)
    assert text.count("“They ask me first.”") == 7


def test_nothing_is_shown_of_groups_that_are_too_few(tmp_path: Path) -> None:
    pdf = made(kit.summary(FEW, quotes=()))
    text = kit.text_of(pdf)
    assert counting.TOO_FEW in text
    assert printed.SAID_NOTHING in text
    assert printed.SAID_MISSING_STREAM["family"] in text
    assert "4" not in re.sub(r"Page \d+|CC BY-SA 4.0", "", text)
    assert kit.pages_of(pdf) <= 6
    assert kit.failures(pdf, tmp_path) == []


def test_a_home_where_nobody_took_part(tmp_path: Path) -> None:
    pdf = made(kit.summary(NOBODY, quotes=()))
    assert kit.failures(pdf, tmp_path) == []
    assert all(line in kit.text_of(pdf) for line in printed.SAID_MISSING_STREAM.values())


def test_warnings_are_for_the_opener_and_not_in_the_paper() -> None:
    plain = kit.summary(areas=1)
    warned = replace(plain, warnings=(PublishWarning(WarningKind.UNANIMOUS, Stream.PERSON, "x"),))
    assert made(warned) == made(plain)


@pytest.mark.parametrize("quotes", [(), kit.HOSTILE, ("A comment of some length. " * 6,) * 40])
def test_it_never_has_more_than_24_pages(quotes: tuple[str, ...], tmp_path: Path) -> None:
    pdf = made(kit.summary(kit.CROWD, quotes=quotes, seed=3))
    assert kit.pages_of(pdf) <= MOST_PAGES
    assert kit.failures(pdf, tmp_path) == []


def test_of_200_comments_those_without_room_are_counted() -> None:
    comments = tuple(f"Comment {number} of many." for number in range(40))
    text = kit.text_of(made(kit.summary(quotes=comments)))
    shown = text.count("of many.”")
    left_out = sum(map(int, re.findall(r"There was no room for (\d+) more", text)))
    assert shown + left_out == 40 * 7
    assert shown > 0


def test_made_up_sessions_are_marked_on_each_page(usual: bytes) -> None:
    assert kit.text_of(usual).count(printed.MADE_UP_MARK) >= kit.pages_of(usual)


def crowded(summary: PublicSummary) -> PublicSummary:
    """Every group at every question at its longest: small parts, two answers, all sorts of no answer."""

    def longest(group: PublicGroup) -> PublicGroup:
        two = AnswerCounts(yes=1, no=30) if group.stream is Stream.PERSON else None
        kinds_of_none = NonAnswerCounts(dont_know=5, dont_want_to_say=6, later=1)
        return PublicGroup(group.stream, AnswerCounts(30, 1, 1), two, 12, kinds_of_none)

    def area(each: PublicArea) -> PublicArea:
        questions = tuple(replace(q, groups=tuple(map(longest, q.groups))) for q in each.questions)
        return replace(each, questions=questions)

    return replace(summary, areas=tuple(map(area, summary.areas)))


def test_what_is_too_long_for_one_paper_is_made_in_parts(tmp_path: Path) -> None:
    summary = crowded(kit.summary(kit.CROWD, quotes=("A comment.",) * 8))
    with pytest.raises(ReportError, match="parts"):
        fitter().document(summary)
    heard: list[int] = []
    parts = fitter().documents(summary, heard.append)
    assert len(parts) > 1
    counts = [kit.pages_of(part) for part in parts]
    assert max(counts) <= MOST_PAGES
    assert heard == list(range(1, sum(counts) + 1))
    text = " ".join(kit.text_of(part) for part in parts)
    for number in range(1, len(parts) + 1):
        assert f"part {number} of {len(parts)}" in text
    assert text.count("“A comment.”") == 8 * 7
    prompts = [question.prompt for question in kit.pack().questions()]
    assert all(text.count(prompt) >= prompts.count(prompt) for prompt in prompts)
    for part in parts:
        assert kit.failures(part, tmp_path) == []


def test_what_fits_is_one_paper() -> None:
    summary = kit.summary(areas=1)
    assert fitter().documents(summary) == [fitter().document(summary)]
