"""Strings and comments are found in one walk, the same as a reader letter by letter finds them."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.content import scanning
from duq_desktop.content.scanning import without_comments, without_strings
from duq_desktop.content.svg import check_svg
from duq_desktop.errors import PackError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PIECES = st.lists(
    st.sampled_from(
        ['"', '"""', "'", "'''", "#", "\\", '\\"', "\n", "a", " = ", "[", "]", "{", "}", ".", ","]
    ),
    max_size=40,
).map("".join)


def letter_by_letter(text: str) -> str:
    """The same, slowly and plainly: what each letter is follows from those before it."""
    kept, at = [], 0
    while at < len(text):
        begin = next((each for each in ('"""', "'''", '"', "'", "#") if text.startswith(each, at)), None)
        if begin is None:
            kept.append(text[at])
            at += 1
            continue
        start = at
        at += len(begin)
        while at < len(text):
            if begin != '"""' and begin != "'''" and text[at] == "\n":
                break
            if text.startswith(begin, at) and begin != "#":
                at += len(begin)
                break
            escapes = begin in ('"', '"""') and text[at] == "\\" and at + 1 < len(text)
            at += 2 if escapes and (begin == '"""' or text[at + 1] != "\n") else 1
        kept.append("\n" * text.count("\n", start, at) + "''")
    return "".join(kept)


@given(PIECES)
def test_strings_and_comments_are_found_as_letter_by_letter(text: str) -> None:
    assert without_strings(text) == letter_by_letter(text)


@given(PIECES)
def test_lines_stay_where_they_are(text: str) -> None:
    assert without_strings(text).count("\n") == text.count("\n")


@given(st.lists(st.text(max_size=20), max_size=8))
def test_nothing_inside_strings_counts(values: list[str]) -> None:
    basic = "".join(f'k{number} = """{_escaped(value)}"""\n' for number, value in enumerate(values))
    assert list(tomllib.loads(basic).values()) == values
    assert not set("[]{}#") & set(without_strings(basic))


def _escaped(value: str) -> str:
    return "".join(f"\\U{ord(letter):08x}" if not letter.isalnum() else letter for letter in value)


@given(
    st.lists(st.sampled_from(["/*", "*/", "<!--", "-->", "a", "{", "}", "*", "/"]), max_size=30).map("".join)
)
def test_comments_of_a_style_sheet_are_taken_out(sheet: str) -> None:
    assert without_comments(sheet) == css_letter_by_letter(sheet)


def css_letter_by_letter(sheet: str) -> str | None:
    """The same, slowly and plainly."""
    left, at = "", 0
    while at < len(sheet):
        mark = next((each for each in ("/*", "<!--", "-->") if sheet.startswith(each, at)), None)
        if mark == "/*" and "*/" not in sheet[at + 2 :]:
            return None
        left += sheet[at] if mark is None else " "
        at = sheet.index("*/", at + 2) + 2 if mark == "/*" else at + len(mark or " ")
    return left


class Counted:
    """A pattern that counts the letters it was let loose on."""

    def __init__(self, pattern: object) -> None:
        self.pattern, self.walked = pattern, 0

    def search(self, text: str, at: int) -> object:
        found = self.pattern.search(text, at)  # type: ignore[attr-defined]
        self.walked += (found.end() if found else len(text)) - at
        return found


@pytest.mark.parametrize("beginning", ['"""', "'''", '"', "'", "#", '"\\', "'\n", '""""', '"""\\'])
def test_beginnings_without_ends_are_walked_once(beginning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """60 kB of them: every letter is looked at by the patterns a few times, not thousands."""
    text = beginning * (60_000 // len(beginning))
    begins = Counted(scanning._TOML_BEGINS)
    ends = {mark: Counted(pattern) for mark, pattern in scanning._TOML_ENDS.items()}
    monkeypatch.setattr(scanning, "_TOML_BEGINS", begins)
    monkeypatch.setattr(scanning, "_TOML_ENDS", ends)
    without_strings(text)
    assert begins.walked + sum(each.walked for each in ends.values()) <= 3 * len(text)


@pytest.mark.parametrize("sheet", ["/*" * 30_000, "<!--/*" * 10_000, "a{}/*" * 12_000])
def test_a_style_sheet_whose_comment_never_ends_is_refused(sheet: str) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style><![CDATA[{sheet}]]></style></svg>'
    )
    with pytest.raises(PackError):
        check_svg(svg.encode(), "a.svg")
