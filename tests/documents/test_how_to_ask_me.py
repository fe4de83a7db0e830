""" "How to ask me": conforming, whole, without a name that nobody typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duq_desktop.document_jobs.document_maker import DocumentMaker
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import Profile
from duq_desktop.words import Words, preferences
from tests.documents.kit import failures, pack, pages_of, text_of

FULL = Profile(
    Preferences(
        text_size=200,
        theme="dark",
        rate=0.75,
        font="Weighted Letters",
        spacing=Spacing.WIDE,
        sound=Sound.POINTED,
        two_answers=True,
        way=InputMethod.ONE_SWITCH,
    ),
    helps="More time.\nA quiet room \U0001f600 <b>",
    helpers="My sister",
    review_by=date(2027, 11, 22),
)


def made(profile: Profile, name: str = "") -> bytes:
    return DocumentMaker(pack(), Words()).how_to_ask_me(profile, name)


@pytest.mark.parametrize("profile", [FULL, Profile()], ids=["full", "plain"])
def test_it_conforms(profile: Profile, tmp_path: Path) -> None:
    assert failures(made(profile), tmp_path) == []


def test_it_says_all_that_is_set_and_when_to_ask_again() -> None:
    text = " ".join(text_of(made(FULL)).split())
    for wanted in (
        "More time.",
        "A quiet room",
        "<b>",
        "My sister",
        "200 %. On paper: 32 point",
        preferences.PAPER_SPACE,
        preferences.PAPER_READ_POINTED,
        "Speak slowly.",
        "1.5 seconds",
        preferences.PAPER_TWO,
        "22 November 2027",
    ):
        assert wanted in text, wanted


def test_a_name_stands_on_it_only_when_it_was_typed() -> None:
    assert "My name is Ann." in text_of(made(FULL, "Ann"))
    assert "My name" not in text_of(made(FULL))


def test_it_is_short_enough_to_be_read() -> None:
    assert pages_of(made(FULL)) <= 5
