"""What people type is shown whole, or told in words; nothing they type breaks a file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duq_desktop.documents.pdf.characters import plain, showable
from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.tagged.runs import Run, break_lines
from tests.documents import kit

SCRIPTS = "aé ŵ\n\t😀👩🏽‍🍳🇬🇧مرحباআমিनमस्ते漢字ไทย\u200d\ufe0f\u0301\u202e\ud800\ue000\U0010ffff½→"
TEXT = st.text(st.one_of(st.characters(), st.sampled_from(SCRIPTS)), max_size=60)


def shown(text: str) -> str:
    return "".join(run.text for run in showable(text, kit.typeface(), kit.ENGLISH))


def test_a_title_is_one_line() -> None:
    assert plain(" My\r\nviews \x00", kit.typeface(), kit.ENGLISH) == "My views"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("I like 😀 it", "I like [grinning face] it"),
        ("👩🏽‍🍳 cooks", "[woman, cooking] cooks"),
        ("🇬🇧🇫🇷", "[flag GB][flag FR]"),
        ("مرحبا بكم 12 نعم. ok", "[written in Arabic]. ok"),
        ("আমি ভালো আছি, yes", "[written in Bengali], yes"),
        ("漢字とかな", "[written in Chinese][written in Japanese]"),
        ("Ελληνικά and Привет", "[written in Greek] and [written in Cyrillic]"),
        ("𝓗𝓮𝓵𝓵𝓸", "Hello"),
        ("a\x00b\tc\u202ed\r\ne", "ab cd\ne"),
        ("naïve café ẃ ŵ ŷ ł ş", "naïve café ẃ ŵ ŷ ł ş"),
        ("\ue000", "[a sign that cannot be shown]"),
        ("<b>&amp;</b> {name} %s", "<b>&amp;</b> {name} %s"),
        ("", ""),
    ],
)
def test_what_cannot_be_shown_is_told(typed: str, told: str) -> None:
    assert shown(typed) == told


def test_a_script_that_cannot_be_laid_out_keeps_its_words() -> None:
    (run,) = showable("আমি ভালো আছি", kit.typeface(), kit.ENGLISH)
    assert run.actual == "আমি ভালো আছি"
    assert run.language == "und-Beng"


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_every_character_that_comes_out_can_be_shown(text: str) -> None:
    runs = showable(text, kit.typeface(), kit.ENGLISH)
    assert all(char == "\n" or kit.typeface().covers(char) for run in runs for char in run.text)


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_no_letter_is_lost(text: str) -> None:
    """Each letter stands in what is drawn or in what is read out, or is told by its name."""
    runs = showable(text, kit.typeface(), kit.ENGLISH)
    kept = "".join(run.actual or run.text for run in runs)
    for char in unicodedata.normalize("NFC", text):
        if unicodedata.category(char)[0] == "L" and unicodedata.name(char, ""):
            alike = unicodedata.normalize("NFKC", char)
            assert char in kept or alike in kept or unicodedata.name(char).lower() in kept


@given(TEXT, st.integers(20, 400))
@settings(max_examples=200, deadline=None)
def test_lines_hold_all_words_and_fit(text: str, width: int) -> None:
    face = kit.typeface()
    runs = showable(text, face, kit.ENGLISH)
    lines = break_lines(runs, width, lambda part, bold: face.width(part, 16, bold=bold))
    drawn = "".join(run.text for line in lines for run, _ in line)
    assert "".join(drawn.split()) == "".join("".join(run.text for run in runs).split())
    for line in lines:
        text_of_line = "".join(run.text for run, _ in line)
        wide = sum(face.width(run.text, 16, bold=run.bold) for run, _ in line)
        assert wide <= width + 0.01 or len(text_of_line) == 1


def test_a_newline_ends_a_line() -> None:
    lines = break_lines([Run("one\ntwo")], 1000, lambda part, bold: len(part))
    assert [[run.text for run, _ in line] for line in lines] == [["one"], ["two"]]


@given(st.lists(TEXT, min_size=1, max_size=6))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_the_file_conforms(tmp_path: Path, texts: list[str]) -> None:
    sheet = EasyRead(texts[0] or "Title", kit.ENGLISH, kit.typeface())
    sheet.opening(kit.pictures()["welcome"], texts)
    for text in texts:
        sheet.quote(text, text)
        sheet.bullets(text)
        sheet.row(kit.pictures()["stop"], text)
    assert kit.failures(sheet.finish(), tmp_path) == []
