"""What is spoken for what is written, and the way back to the word on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.speech.pieces import LONGEST, pieces
from duq_desktop.speech.prepare import Prepared, prepare


@pytest.mark.parametrize(
    ("shown", "spoken"),
    [
        ("Call 999 now.", "Call 9 9 9 now."),
        ("Ring 0800 123 4567, please.", "Ring oh 8 oh oh, 1 2 3, 4 5 6 7, please."),
        ("Text +44 7700 900123", "Text plus 4 4, 7 7 oh oh, 9 oh oh 1 2 3"),
        ("NHS 111 helps.", "NHS 1 1 1 helps."),
        ("111 people came.", "111 people came."),
        ("Samaritans: ring 116 123.", "Samaritans: ring 1 1 6, 1 2 3."),
        ("0113-496-0000", "oh 1 1 3, 4 9 6, oh oh oh oh"),
        ("0113.496.0000.", "oh 1 1 3, 4 9 6, oh oh oh oh."),
        ("(0113)496 0000", "oh 1 1 3, 4 9 6, oh oh oh oh"),
        ("Ring (0113) 496-0000.", "Ring oh 1 1 3, 4 9 6, oh oh oh oh."),
        ("+44 (0)113 496 0000", "plus 4 4, oh, 1 1 3, 4 9 6, oh oh oh oh"),
        ("0044 113 496 0000", "oh oh 4 4, 1 1 3, 4 9 6, oh oh oh oh"),
        ("0113 496 0000 ext 12", "oh 1 1 3, 4 9 6, oh oh oh oh, extension 1 2"),
        ("0113 496 0000x12", "oh 1 1 3, 4 9 6, oh oh oh oh, extension 1 2"),
        ("0113 496 0000/1", "oh 1 1 3, 4 9 6, oh oh oh oh, or 1"),
        ("0113 496 0000/0113 496 0001", "oh 1 1 3, 4 9 6, oh oh oh oh, or oh 1 1 3, 4 9 6, oh oh oh 1"),
        ("Tel:0113 496 0000", "Tel: oh 1 1 3, 4 9 6, oh oh oh oh"),
        ("Childline: 0800 1111", "Childline: oh 8 oh oh, 1 1 1 1"),
        ("Call 101 or 111.", "Call 1 oh 1 or 1 1 1."),
        ("the police on 101", "the police on 1 oh 1"),
        ("18001 0113 496 0000", "1 8 oh oh 1, oh 1 1 3, 4 9 6, oh oh oh oh"),
        ("on 365 days", "on 365 days"),
        ("Use pictures", "yooz pictures"),
        ("Talk, sign, point or use pictures", "Talk, sign, point or yooz pictures"),
        ("Please use four letters.", "Please yooz four letters."),
        ("the use of money", "the use of money"),
        ("It is of no use.", "It is of no use."),
        ("Close the app", "kloze the app"),
        ("Close", "kloze"),
        ("Who is close to you?", "Who is close to you?"),
        ("my close friends", "my close friends"),
        ("9am-5pm", "9am to 5pm"),
        ("9.30am-11.00am", "9 30 am to 11 am"),
        ("10:30–11:30", "10 30 to 11 30"),
        ("9 am - 5 pm", "9 am to 5 pm"),
        ("5 – 10 people", "5 to 10 people"),
        ("£5-£10", "5 pounds to 10 pounds"),
        ("9-5", "9 to 5"),
        ("on 12/03/2026", "on the 12th of March 20 26"),
        ("on 1.2.26", "on the 1st of February 20 26"),
        ("on 2026-11-22", "on the 22nd of November 20 26"),
        ("31/31/2026", "31/31/2026"),
        ("3 May 2026", "3 May 20 26"),
        ("It costs £5.50.", "It costs 5 pounds 50."),
        ("£1", "1 pound"),
        ("£1.05", "1 pound and 5 pence"),
        ("£0.01", "1 penny"),
        ("£3.00", "3 pounds"),
        ("£1,200", "1200 pounds"),
        ("£3 million", "3 million pounds"),
        ("£2.5m", "2.5 million pounds"),
        ("50p", "50 pence"),
        ("at 10:30", "at 10 30"),
        ("at 9:00", "at 9 o'clock"),
        ("at 9:05", "at 9 oh 5"),
        ("at 14:30", "at 2 30 pm"),
        ("at 00:15", "at 12 15 am"),
        ("at 9.30am", "at 9 30 am"),
        ("at 9.30 pm", "at 9 30 pm"),
        ("9.30 metres", "9.30 metres"),
        ("in 1998", "in 19 98"),
        ("in 2005", "in 2005"),
        ("the 1990s", "the 19 nineties"),
        ("18–25", "18 to 25"),
        ("2019-20", "20 19 to 20"),
        ("Mon-Fri", "Monday to Friday"),
        ("he/she", "he or she"),
        ("and/or", "and or"),
        ("you & me", "you and me"),
        ("50 % or 50%.", "50 % or 50%."),
        ("Dr. Shah met Mr Jones.", "Doctor Shah met Mister Jones."),
        ("pets, e.g. a cat", "pets, for example a cat"),
        ("No. 5 is yours. No 5 is not.", "number 5 is yours. No 5 is not."),
        ("Say No.", "Say No."),
        ("my PA’s day", "my P A’s day"),
        ("the CAB", "the C eh B"),
        ("NHS and CQC", "NHS and CQC"),
        ("Zoë’s “cat”", "Zoë's “cat”"),
        ("www.nhs.uk", "www dot nhs dot uk"),
        ("me@nhs.uk", "me at nhs dot uk"),
        ("One\nTwo", "One. Two"),
        ("stop – now", "stop, now"),
        ("…", ""),
    ],
)
def test_reads_right(shown: str, spoken: str) -> None:
    assert prepare(shown).spoken == spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("প্রশ্ন ৩, মোট ২০", "bn"),
        ("سوال 3، کل 20", "ur"),
        ("9 Mai 2026, 10:30, £5.50, 0300 123 4567", "cy"),
        ("মিটিং 9/5/2026, £5.50", "bn"),
    ],
)
def test_numbers_and_dates_of_other_languages_are_read_by_the_rules_of_their_voice(
    text: str, language: str
) -> None:
    assert prepare(text, language).spoken == text


def test_marks_that_turn_the_line_are_not_spoken_and_joiners_stay() -> None:
    prepared = prepare("آپ کے گھر میں \u2068Ada Bright\u2069 ہیں", "ur")
    assert prepared.spoken == "آپ کے گھر میں Ada Bright ہیں"
    assert prepared.shown(prepared.spoken.index("Bright")) == (19, 26)
    assert prepare("\u20680300 123 4567\u2069", "en").spoken == prepare("0300 123 4567", "en").spoken
    assert "\u200c" in prepare("می\u200cخواهم", "fa").spoken


def test_other_languages_are_left_to_their_voice() -> None:
    assert prepare("Mae Dr Huws yma am 10:30, £5.50.", "cy").spoken == "Mae Dr Huws yma am 10:30, £5.50."


def test_the_way_back_is_the_whole_word_shown() -> None:
    shown = "It costs £5.50 on 12/03/2026."
    prepared = prepare(shown)
    for word in ("5 pounds", "pounds", "50 on"):
        start, end = prepared.shown(prepared.spoken.index(word)) or (0, 0)
        assert shown[start:end] == "£5.50"
    start, end = prepared.shown(prepared.spoken.index("March")) or (0, 0)
    assert shown[start:end] == "12/03/2026."
    assert prepared.shown(len(prepared.spoken) + 5) is None


PARTS = st.sampled_from(
    ["£", "£5.50", "999", "12/03/2026", "9:30", "am", "pm", "No.", "e.g.", "0800", "1990s", "PA", "million",
     "18-25", "/", "–", "…", ".", "\n", " ", "  ", "’s", "Zoë", "😀", "(", ")", "“", "word", "A", "٣", "²"]
)  # fmt: skip
WRITTEN = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=14).map("".join))


def check(prepared: Prepared, shown: str) -> None:
    tokens = {(shown.index(token, at), token) for at, token in _token_places(shown)}
    whole = {(start, start + len(token)) for start, token in tokens}
    last = (-1, -1)
    for spoken_start, spoken_end, start, end in prepared.spans:
        assert 0 <= start < end <= len(shown)
        assert (start, end) in whole, "a whole word"
        assert (start, end) >= last, "never backwards"
        assert prepared.shown(spoken_start) == prepared.shown(spoken_end - 1) == (start, end)
        last = (start, end)
    spoken_words = [prepared.spoken[a:b].rstrip(",.") for a, b, _, _ in prepared.spans]
    assert spoken_words == [word.rstrip(",.") for word in prepared.spoken.split()]


def _token_places(shown: str) -> list[tuple[int, str]]:
    places, at = [], 0
    for token in shown.split():
        at = shown.index(token, at)
        places.append((at, token))
        at += len(token)
    return places


@given(shown=WRITTEN, language=st.sampled_from(["en", "en-GB", "cy", "so"]))
@settings(max_examples=300)
def test_offsets_are_within_the_text_rise_and_are_whole_words(shown: str, language: str) -> None:
    check(prepare(shown, language), shown)


@given(shown=WRITTEN)
@settings(max_examples=200)
def test_every_word_shown_with_a_letter_or_digit_is_spoken(shown: str) -> None:
    covered = {(start, end) for _, _, start, end in prepare(shown).spans}
    for at, token in _token_places(shown):
        if any(character.isalnum() for character in token):
            assert (at, at + len(token)) in covered, token


@given(text=WRITTEN, longest=st.integers(1, LONGEST))
@settings(max_examples=200)
def test_pieces_hold_every_word_in_order_and_are_short(text: str, longest: int) -> None:
    cut = pieces(text, longest)
    assert [word for piece in cut for word in piece.text.split()] == text.split()
    for piece in cut:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        assert len(piece.text) <= longest or len(piece.text.split()) == 1


def test_pieces_are_sentences_then_clauses_then_words() -> None:
    text = "One two. Three four five, six seven eight nine ten"
    assert [piece.text for piece in pieces(text, 20)] == [
        "One two.", "Three four five,", "six seven eight nine", "ten",
    ]  # fmt: skip
    assert [piece.pause_ms for piece in pieces(text, 20)] == [0, 200, 0, 0]
    assert [piece.ends_sentence for piece in pieces(text, 20)] == [True, False, False, True]


def test_a_word_that_never_ends_is_cut() -> None:
    cut = pieces("Oh " + "a" * 5_000 + " no")
    assert max(len(piece.text) for piece in cut) <= LONGEST
    assert "".join(piece.text for piece in cut).replace(" ", "") == "Oh" + "a" * 5_000 + "no"
