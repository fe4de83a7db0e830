"""“What people said”: every question comes out, nobody can be picked out, and it fits."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from duq_desktop.content.model import Stream
from duq_desktop.document_jobs.fitting import MOST_PAGES, SummaryFitter
from duq_desktop.documents.facts import FollowUp, SaidFacts
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.documents.people_said import SaidMaterials
from duq_desktop.documents.people_said_areas import asked_together
from duq_desktop.documents.people_said_main import AT_MOST, agreed, most_agreed
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.summary.model import AnswerCounts, NonAnswerCounts
from duq_desktop.summary.public import PublicArea, PublicGroup, PublicSummary, PublishWarning, WarningKind
from duq_desktop.words import counting, printed
from tests.documents import kit
from tests.documents.test_tagged import kinds

NOBODY = dict.fromkeys(Stream, 0)
FEW = {Stream.PERSON: 4, Stream.FAMILY: 0, Stream.STAFF: 3, Stream.OTHER: 1}


NO_FACTS = SaidFacts()


def made(summary: PublicSummary, facts: SaidFacts = NO_FACTS) -> bytes:
    (pdf,) = fitter(facts).documents(summary)
    return pdf


def fitter(facts: SaidFacts = NO_FACTS) -> SummaryFitter:
    materials = SaidMaterials(kit.materials(), kit.labels(), facts)
    return SummaryFitter(PdfWriter(kit.typeface(), kit.ENGLISH), materials)


@pytest.fixture(scope="module")
def usual() -> bytes:
    return made(kit.summary(), kit.said_facts("Oak Tree Support"))


def test_it_conforms_and_reads_well_aloud(usual: bytes, tmp_path: Path) -> None:
    assert kit.failures(usual, tmp_path) == []
    assert kit.errors_aloud(usual, tmp_path) == []


def test_every_question_goes_in_and_comes_out(usual: bytes) -> None:
    """In words of its own, or under one that was asked in the same words."""
    text = kit.text_of(usual)
    prompts = {question.prompt for question in kit.pack().questions()}
    assert len(prompts) > 70
    assert {prompt for prompt in prompts if prompt not in text} == set()


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


FOLLOW_UP = FollowUp("We mend the door.", "We read this with you.", "We come back in March.", "Priya Shah")
SMALL_HOMES = {
    "four": FEW,
    "people few, staff many": {Stream.PERSON: 4, Stream.FAMILY: 12, Stream.STAFF: 20, Stream.OTHER: 0},
    "nobody": NOBODY,
}


@pytest.mark.parametrize("home", SMALL_HOMES)
def test_where_people_supported_show_nothing_one_sheet_says_what_happens_next(
    home: str, tmp_path: Path
) -> None:
    pdf = made(kit.summary(SMALL_HOMES[home]), kit.said_facts("Oak Tree Support", FOLLOW_UP))
    text = kit.text_of(pdf)
    assert kit.pages_of(pdf) == 2
    told = ("We mend the door.", "We read this with you.", "We come back in March.", "December 2026")
    assert [each for each in (*told, "Priya Shah") if each not in text] == []
    assert counting.TOO_FEW not in text
    assert re.findall(r"\d+ (?:of \d+ )?said", text) == [], "nobody's answers"
    assert "They ask me first." not in text, "nobody's words"
    assert kit.failures(pdf, tmp_path) == []
    assert kit.errors_aloud(pdf, tmp_path) == []


def test_a_stream_of_a_small_home_is_counted_only_where_that_may_be_told() -> None:
    text = kit.text_of(made(kit.summary(FEW)))
    assert "4" not in re.sub(r"CC BY-SA 4.0", "", text)
    assert "People supported: some people" in text
    assert printed.SAID_MISSING_STREAM["family"] not in text


def test_what_was_not_typed_is_said_to_be_open() -> None:
    for people in (kit.PEOPLE, FEW):
        text = kit.text_of(made(kit.summary(people, areas=1)))
        assert printed.SAID_WILL_DO_NONE in text
        assert printed.SAID_COME_BACK_NONE in text
        assert printed.SAID_ALONE in text


def test_homes_that_are_counted_together_are_named() -> None:
    facts = kit.said_facts(follow_up=FollowUp(counted_with=("Elm House", "Ash House")))
    text = kit.text_of(made(kit.summary(FEW), facts))
    assert "Elm House, Ash House" in text
    assert printed.SAID_ALONE not in text


def test_much_that_was_typed_takes_more_pages_and_none_is_lost() -> None:
    typed = "\n".join(f"Thing {number} that we will do." for number in range(60))
    pdf = made(kit.summary(FEW), kit.said_facts(follow_up=FollowUp(typed)))
    text = kit.text_of(pdf)
    assert kit.pages_of(pdf) > 2
    assert [f"Thing {number} that" in text for number in range(60)] == [True] * 60


def test_a_home_where_nobody_took_part(tmp_path: Path) -> None:
    pdf = made(kit.summary(NOBODY, quotes=()))
    assert kit.failures(pdf, tmp_path) == []
    assert printed.SAID_NOBODY in kit.text_of(pdf)


def test_warnings_are_for_the_opener_and_not_in_the_paper() -> None:
    plain = kit.summary(areas=1)
    warned = replace(plain, warnings=(PublishWarning(WarningKind.UNANIMOUS, Stream.PERSON, "x"),))
    assert made(warned) == made(plain)


@pytest.mark.parametrize("quotes", [(), kit.HOSTILE, ("A comment of some length. " * 6,) * 40])
def test_it_never_has_more_than_24_pages(quotes: tuple[str, ...], tmp_path: Path) -> None:
    for pdf in fitter().documents(kit.summary(kit.CROWD, quotes=quotes, seed=3)):
        assert kit.pages_of(pdf) <= MOST_PAGES
        assert kit.failures(pdf, tmp_path) == []


def test_of_200_comments_those_without_room_are_counted() -> None:
    comments = tuple(f"Comment {number} of many." for number in range(40))
    text = " ".join(map(kit.text_of, fitter().documents(kit.summary(quotes=comments))))
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
    assert all(question.prompt in text for question in kit.pack().questions())
    for part in parts:
        assert kit.failures(part, tmp_path) == []


def test_what_fits_is_one_paper() -> None:
    summary = kit.summary(areas=1)
    assert len(fitter().documents(summary)) == 1


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def with_bars(pdf: bytes) -> list[str]:
    """The pages on which a bar stands: only a bar says how many said something, and not of how many."""
    return [text for text in pages(pdf) if re.search(r"(?<!of )\b\d+ said", text)]


def test_the_key_stands_on_every_page_that_has_bars_and_on_no_other(usual: bytes) -> None:
    key = re.compile("Yes Sometimes No")
    assert len(with_bars(usual)) > 5
    assert [text for text in with_bars(usual) if not key.search(text)] == []
    without = [text for text in pages(usual) if text not in with_bars(usual)]
    explained = [text for text in without if printed.SAID_BARS in text]
    assert [text for text in without if key.search(text)] == explained


def test_each_bar_says_in_a_sentence_what_it_shows(usual: bytes) -> None:
    text = kit.text_of(usual)
    bars = [
        bar
        for area in kit.summary().areas
        for question in area.questions
        for group in question.groups
        for bar in (group.three, group.two)
        if bar is not None
    ]
    assert len(bars) > 80
    missing = []
    for bar in bars:
        counts = [(bar.of(name), name) for name in ("yes", "sometimes", "no")]
        told = sorted(counts, key=lambda each: -each[0])
        given = [f"{count} said {kit.labels()[name]}." for count, name in told if count]
        sentence = " ".join(given) if len(given) > 1 else f"All {given[0]}"
        missing += [sentence] if sentence not in text else []
    assert missing == []


def test_a_question_whose_good_answer_is_no_says_so(usual: bytes) -> None:
    reverse = {question.prompt for question in kit.pack().questions() if question.reverse}
    line = printed.SAID_REVERSE.format(answer="No")
    text = kit.text_of(usual)
    assert len(reverse) > 3
    for prompt in reverse:
        assert f"{prompt} {line}" in text
    assert text.count(line) <= sum(question.reverse for question in kit.pack().questions())


def test_pages_say_how_many_there_are(usual: bytes) -> None:
    found = re.findall(r"Page (\d+) of (\d+)", kit.text_of(usual))
    count = kit.pages_of(usual)
    assert found == [(str(number), str(count)) for number in range(1, count + 1)]


def test_areas_have_their_easy_names(usual: bytes) -> None:
    text = kit.text_of(usual)
    for area in kit.pack().areas:
        assert area.short_title in text
        assert area.title not in text


def test_no_page_is_half_empty_and_none_holds_licences_alone(usual: bytes) -> None:
    filled = [filled_to(page) for page in pypdfium2.PdfDocument(usual)]
    assert min(filled[:-1]) > 0.6, filled
    assert printed.SAID_NEXT in pages(usual)[-1] or filled[-1] > 0.5
    for text in pages(usual):
        assert printed.CREDIT_FONT not in text or printed.SAID_COME_BACK in text


def filled_to(page: pypdfium2.PdfPage) -> float:
    """How far down the room for words is used: the lowest row that is not white, as a part of it."""
    grey = page.render(scale=0.5, grayscale=True).to_pil()
    top, bottom = int(72 * 0.5), grey.height - int(66 * 0.5)
    rows = [y for y in range(top, bottom) if grey.crop((0, y, grey.width, y + 1)).getextrema()[0] < 200]
    return (rows[-1] - top) / (bottom - top) if rows else 0.0


def test_the_main_things_come_first_and_hold_for_more_than_half(usual: bytes) -> None:
    text = kit.text_of(usual)
    assert text.index(printed.SAID_MAIN) < text.index(printed.SAID_TOOK_PART) < text.index(printed.SAID_BARS)
    found = list(agreed(kit.summary()))
    assert found
    for each in found:
        group = next(
            question.group(Stream.PERSON)
            for area in kit.summary().areas
            for question in area.questions
            if question.question == each.question
        )
        assert group is not None
        counts = [bar for bar in (group.three, group.two) if bar]
        assert each.said == sum(bar.of(each.answer) for bar in counts)
        assert each.people == sum(bar.answered for bar in counts) < 2 * each.said
    for good in (True, False):
        named = most_agreed([each for each in found if each.good is good])
        assert len(named) <= AT_MOST
        for each in named:
            assert f"{each.question.prompt} {each.said} of {each.people} said" in text
