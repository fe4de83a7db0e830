"""The loader: the shipped pack is whole, local words come in, a hostile folder is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from duq_desktop.content.load import load_pack, word_choices
from duq_desktop.content.local_words import LocalWords
from duq_desktop.content.model import Pack, Stream
from duq_desktop.content.pictures import (
    PictureSet,
    credits_of,
    imported_pictures,
    pack_pictures,
    pictures_of,
    usual_sets,
)
from duq_desktop.content.safe import safe_picture
from duq_desktop.errors import PackError
from tests.content.pack_makers import SHIPPED, change, copy_of_pack

TITLES = (
    "Support is focused on the person",
    "The person is supported to have an ordinary and meaningful life",
    "Care and support focuses on people being happy and having a good quality of life",
    "A good culture is important to the organisation",
    "Managers and board members lead and run the organisation well",
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SHIPPED)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_pack(tmp_path / "pack")


def test_the_five_areas_have_the_titles_of_the_code(pack: Pack) -> None:
    assert tuple(area.title for area in pack.areas) == TITLES
    assert [area.number for area in pack.areas] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("stream", "count"), [(Stream.PERSON, 8), (Stream.FAMILY, 6), (Stream.STAFF, 6)])
def test_each_area_asks_each_stream_its_number(pack: Pack, stream: Stream, count: int) -> None:
    assert [len(area.questions_for(stream)) for area in pack.areas] == [count] * 5


def test_the_short_set_has_three_of_each_area(pack: Pack) -> None:
    assert [len(area.questions_for(Stream.PERSON, short=True)) for area in pack.areas] == [3] * 5


OF_THEMSELVES = {
    "family.happy.visit",
    "family.culture.sort-things-out",
    "family.leaders.talk-to-manager",
    "family.leaders.manager-asks",
    "family.leaders.keep-promises",
    "family.leaders.told-before-change",
    "family.leaders.things-get-better",
    "staff.leaders.talk-to-manager",
    "staff.leaders.keep-promises",
}
"""Worded like a person's question, and asked of what the family or the staff themselves meet with."""


def test_family_and_staff_questions_mirror_a_persons_where_they_ask_about_the_person(pack: Pack) -> None:
    for area in pack.areas:
        for stream in (Stream.FAMILY, Stream.STAFF):
            asked = area.questions_for(stream)
            mirrored = {question.id for question in asked if question.mirrors}
            assert not mirrored & OF_THEMSELVES
            alike = len(OF_THEMSELVES & {question.id for question in asked})
            assert len(mirrored) + alike >= 4, (area.id, stream)


def test_every_picture_is_there_is_safe_and_is_said_in_words(pack: Pack) -> None:
    for picture in pictures_of(pack).values():
        assert picture.file is not None, picture.concept
        assert safe_picture(picture.file)
        assert " " in picture.alt or picture.alt[0].isupper()


def test_the_answer_marks_are_three_and_drawn_by_us(pack: Pack) -> None:
    marks = [pack.options[each].picture for each in ("yes", "sometimes", "no")]
    assert len({mark.file for mark in marks}) == 3
    assert all(mark.file is not None and mark.file.is_relative_to(SHIPPED) for mark in marks)


def test_no_text_keeps_a_brace(pack: Pack) -> None:
    for question in pack.questions():
        texts = (question.prompt, question.meaning, question.spoken, *(h.word for h in question.hard_words))
        assert not any("{" in text or "}" in text for text in texts), question.id


def test_local_words_come_into_the_texts() -> None:
    pack = load_pack(SHIPPED, local_words=LocalWords("personal assistants", "team leader"))
    assert (
        pack.question("person.support.know-staff").prompt
        == "Do you know the personal assistants who help you?"
    )
    assert (
        pack.question("person.leaders.go-to-meetings").prompt == "Can you go to meetings with team leaders?"
    )
    assert pack.question("person.leaders.manager-visits").hard_words[0].word == "team leader"


def test_a_local_word_of_the_homes_own_is_made_fit_for_a_prompt() -> None:
    pack = load_pack(SHIPPED, local_words=LocalWords(staff="  the\n{crew}  " + "x" * 99))
    prompt = pack.question("person.happy.kind-staff").prompt
    assert prompt.startswith("Are thecrew xxxx")
    assert len(prompt) < 60


def test_word_choices_begin_with_the_packs_own() -> None:
    choices = word_choices(SHIPPED)
    assert choices.staff[0] == "staff"
    assert "Shared Lives carers" in choices.staff
    assert len(choices.manager) == len(choices.managers)


def test_only_checked_languages_are_offered(pack: Pack) -> None:
    assert pack.offered_languages == ("en",)


def test_welsh_loads_whole_but_is_not_offered() -> None:
    welsh = load_pack(SHIPPED, language="cy")
    assert welsh.languages["cy"] is False
    english = load_pack(SHIPPED)
    assert [q.id for q in welsh.questions()] == [q.id for q in english.questions()]
    same = [q.id for q in welsh.questions() if q.prompt == english.question(q.id).prompt]
    assert same == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(PackError, match="language “xx” is not in this pack"):
        load_pack(SHIPPED, language="xx")


def test_no_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="there is no such folder"):
        load_pack(tmp_path / "nothing")


def test_a_missing_text_is_named(copy: Path) -> None:
    change(copy / "texts/en.toml", '[questions."person.happy.visitors"]', '[questions."person.happy.other"]')
    with pytest.raises(PackError, match=r"texts/en\.toml: questions: “person\.happy\.visitors” has no text"):
        load_pack(copy)


def test_an_unknown_place_in_a_text_is_named(copy: Path) -> None:
    change(copy / "texts/en.toml", "Are {staff} kind to you?", "Are {stuff} kind to you?")
    with pytest.raises(PackError, match=r"“\{stuff\}” is not a word set locally"):
        load_pack(copy)


def test_a_missing_picture_leaves_the_page_its_words(copy: Path) -> None:
    (copy / "pictures/knocking.svg").unlink()
    picture = load_pack(copy).question("person.culture.knock").picture
    assert picture.file is None
    assert picture.concept == "knocking"


def test_a_newer_format_is_not_guessed_at(copy: Path) -> None:
    change(copy / "pack.toml", "format = 1", "format = 2")
    with pytest.raises(PackError, match="has format 2; this version of the app reads format 1"):
        load_pack(copy)


def test_a_recording_goes_with_its_question(copy: Path) -> None:
    folder = copy / "recordings/en"
    folder.mkdir(parents=True)
    (folder / "person.culture.knock.ogg").write_bytes(b"OggS")
    pack = load_pack(copy)
    assert pack.question("person.culture.knock").recording == folder / "person.culture.knock.ogg"
    assert pack.question("person.culture.listen").recording is None


def signs() -> list[str]:
    return [sign.picture.concept for sign in load_pack(SHIPPED).signs]


def own_set(folder: Path) -> PictureSet:
    folder.mkdir()
    (folder / "set.toml").write_text(
        'name = "Our photos"\nlicence = "Our own"\ncredit = "Photos: us"\n'
        '[alt]\nknocking = "Sam at a door."\n',
        "utf-8",
    )
    drawing = (SHIPPED / "pictures/listening.svg").read_bytes()
    for concept in ("knocking", "mark-yes", *signs()):
        (folder / f"{concept}.svg").write_bytes(drawing)
    return imported_pictures(folder)


def test_an_imported_picture_comes_first_with_its_own_words(tmp_path: Path) -> None:
    imported = own_set(tmp_path / "ours")
    pack = load_pack(SHIPPED, picture_sets=usual_sets(SHIPPED, [imported]))
    picture = pack.question("person.culture.knock").picture
    assert picture.file == tmp_path / "ours/knocking.svg"
    assert picture.alt == "Sam at a door."


def test_no_imported_picture_replaces_an_answer_mark(tmp_path: Path) -> None:
    imported = own_set(tmp_path / "ours")
    pack = load_pack(SHIPPED, picture_sets=usual_sets(SHIPPED, [imported]))
    ours = pack_pictures(SHIPPED).files
    assert pack.options["yes"].picture.file == pack.pictures["answer-yes"].file == ours["mark-yes"]


def test_no_imported_picture_replaces_one_of_a_sign(tmp_path: Path) -> None:
    imported = own_set(tmp_path / "ours")
    pack = load_pack(SHIPPED, picture_sets=usual_sets(SHIPPED, [imported]))
    ours = pack_pictures(SHIPPED).files
    assert {sign.picture.concept: sign.picture.file for sign in pack.signs} == {
        each: ours[each] for each in signs()
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('credit = "y"\n', "the key “name” is missing"),
        (f'name = "{"x" * 41}"\n', "longer than 40 characters"),
        ('name = "x"\nlicence = ""\n', "“licence” is empty"),
    ],
)
def test_an_imported_set_says_its_name(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "set.toml").write_text(text, "utf-8")
    with pytest.raises(PackError, match=said):
        imported_pictures(tmp_path)


def test_only_sets_that_are_shown_are_credited(tmp_path: Path, copy: Path) -> None:
    imported = own_set(tmp_path / "ours")
    sets = usual_sets(copy, [imported])
    credits = credits_of(load_pack(copy, picture_sets=sets), sets)
    assert credits[0] == "Photos: us"
    assert "CC BY-SA 4.0" in credits[1]
    change(copy / "pack.toml", 'spare = "spare"', 'spare = "knocking"')
    assert credits_of(load_pack(copy, picture_sets=sets), sets) == ("Photos: us",)
