"""Counting syllables, words and sentences, against words whose syllables are known."""

from __future__ import annotations

import pytest

from duq_desktop.content.readability import grade, sentences, words_of
from duq_desktop.content.syllables import syllables

KNOWN = {
    1: "cup bus dog tea boat shoe key you like staff who help want time home kind safe feel doors loved "
    "helped walked asked knocked talked meals makes homes gives these those friends eyes clothes house "
    "choose worse voice school through queue leave please made true blue tried cried scared shared changed "
    "edge there where were are have does our don't",
    2: "people table apple little simple wanted needed voices choices changes pages houses places boxes "
    "wishes watches happy worried carers support picture choosing seeing going doing being quiet client "
    "lion poem boring upset doctor mistakes before mirror open angry bedroom someone sometimes secret "
    "letter coffee workers agree maybe didn't isn't promise every visit lonely",
    3: "manager understand relative promises assistant family enjoyment computer telephone video area "
    "idea remember important together tomorrow animal anyone another holiday",
    4: "information independent activity communicate experience society community usually",
    5: "organisation disability opportunity university association",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in KNOWN.items() for word in words.split()]
)
def test_syllables_of_known_words(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


def test_odd_words_have_at_least_one_syllable() -> None:
    assert [syllables(word) for word in ("hmm", "", "-", "'")] == [1, 1, 1, 1]
    assert syllables("999") == 3
    assert syllables("well-being") == 3
    assert syllables("Sam's") == 1
    assert syllables("house's") == 2


def test_words_and_sentences() -> None:
    assert words_of("I don’t know: is it well-made?") == ["I", "don’t", "know", "is", "it", "well-made"]
    assert sentences("He drinks tea. Does he?") == 2
    assert sentences("No end mark") == 1
    assert sentences("One. And a rest") == 2
    assert sentences("Really?!") == 1
    assert sentences("Version 1.5 is here.") == 1


def test_the_grade_is_the_formula() -> None:
    # 6 words, 1 sentence, 7 syllables.
    assert grade(["Do you see your friends often?"]) == pytest.approx(0.39 * 6 + 11.8 * 7 / 6 - 15.59)
    assert grade([]) == 0.0


def test_the_grade_is_of_all_texts_together() -> None:
    easy, hard = "Do you like it?", "Organisational accountability necessitates deliberation."
    assert grade([easy]) < grade([easy, hard]) < grade([hard])
