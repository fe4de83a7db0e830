"""Telephone numbers are found in any form, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.documents.pdf.tagged.runs import Run, break_lines
from duq_desktop.telephone import telephone_numbers, unbroken

FORMS = (
    "0113 496 0000",
    "0113-496-0000",
    "0113.496.0000",
    "(0113)496 0000",
    "(0113) 496-0000",
    "+44 113 496 0000",
    "+44 (0)113 496 0000",
    "+44(0)113-496-0000",
    "0044 113 496 0000",
    "07700 900123",
    "07700900123",
    "0800 1111",
    "0113 496 0000 ext 12",
    "0113 496 0000 x12",
    "0113 496 0000/1",
    "020 7946 0000 extension 4",
)
NO_NUMBERS = (
    "01/02/2026",
    "01-02-2026",
    "01.02.2026",
    "2026-11-22",
    "09.30-11.30",
    "12:00-13:00",
    "0.5-1.5",
    "£0800 1234567",
    "1,000,000 people",
    "05 apples, 06 pears",
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in telephone_numbers(text)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("around", ["{}", "Ring {}, please.", "Tel:{}", "({})", "Ring {} or 0300 123 4567."])
def test_a_number_is_found_whole_in_any_form(form: str, around: str) -> None:
    assert found(around.format(form))[0].strip("()") == form.strip("()")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_dates_times_sums_and_money_are_none(text: str) -> None:
    assert found(text) == []


def test_two_numbers_are_two() -> None:
    two = ["0113 496 0000", "0113 496 0001"]
    for between in (" ", ", ", "/", " or "):
        assert found(between.join(two)) == two


@given(st.text(alphabet="0123456789 +-.()/x#ext£:,aN", max_size=40))
def test_what_is_found_lies_in_the_text_in_order_and_has_digits(text: str) -> None:
    last = 0
    for start, end in telephone_numbers(text):
        assert last <= start < end <= len(text)
        assert sum(each.isdigit() for each in text[start:end]) >= 3
        last = end
    assert len(unbroken(text)) == len(text)
    assert unbroken(text).replace("\u00a0", " ") == text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", range(26, 60, 3))
def test_no_line_of_a_document_ends_inside_a_number(form: str, width: int) -> None:
    lines = break_lines([Run(f"Call the team on {form} today")], width, lambda text, _bold: float(len(text)))
    shown = ["".join(run.text for run, _ in line) for line in lines]
    assert any(form in line for line in shown), shown
