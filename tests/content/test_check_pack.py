"""check-pack: the shipped pack is clean; each damage is found, named with file and place."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from duq_desktop.content.checks import check_pack
from duq_desktop.content.checks.prompts import ENGLISH_RULES, check_prompt
from duq_desktop.content.model import Stream
from duq_desktop.content.problems import Findings
from duq_desktop.words import fixed_words
from tests.content.pack_makers import SHIPPED, change, copy_of_pack

HARD = "Organisational accountability necessitates interdisciplinary deliberation regarding safeguarding."


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_pack(tmp_path / "pack")


def lines(folder: Path) -> list[str]:
    return list(check_pack(folder).lines())


def test_the_shipped_pack_is_clean_with_all_fixed_words() -> None:
    report = check_pack(
        SHIPPED,
        fixed_words=fixed_words.shown_to_people(),
        fixed_words_family_staff=fixed_words.shown_to_families_and_staff(),
    )
    assert list(report.lines()) == [
        "5 areas; questions: 40 for people supported, 30 for families, 30 for staff."
    ]
    assert report.is_good
    assert report.exit_code == 0
    assert report.grades[Stream.PERSON] <= 2


def test_a_copy_in_english_alone_is_clean(copy: Path) -> None:
    assert len(lines(copy)) == 1


# file, what is there, what replaces it, the line that must come out
DAMAGES = [
    ("pack.toml", 'main_language = "en"\n', 'main_language = "en"\ncolour = 3\n',
     "pack.toml: the whole file: the key “colour” is not known here."),
    ("pack.toml", 'version = "0.1.0"\n', "", "pack.toml: the whole file: the key “version” is missing."),
    ("pack.toml", 'version = "0.1.0"', "version = 1", "“version” must be a text."),
    ("pack.toml", 'id = "duq-code"', 'id = "DUQ code"', "the id “DUQ code” must be small letters"),
    ("pack.toml", '{ id = "person.culture.knock", picture = "knocking" },',
     '{ id = "person.culture.knock", pictur = "knocking" },',
     "pack.toml: areas culture, questions person.culture.knock: the key “pictur” is not known here."),
    ("pack.toml", '{ id = "person.culture.knock", picture = "knocking" },',
     '{ id = "person.culture.knock", picture = "knocking" },\n'
     '{ id = "person.culture.knock", picture = "knocking" },',
     "pack.toml: questions: the id “person.culture.knock” is used twice."),
    ("pack.toml", '{ id = "person.culture.knock", picture = "knocking" },',
     '{ id = "person.life.knock", picture = "knocking" },',
     "the id “person.life.knock” must be stream.area.name"),
    ("pack.toml", '{ id = "person.culture.knock", picture = "knocking" },',
     '{ id = "person.culture.knock", picture = "no-such-thing" },',
     "pack.toml: pictures: no picture set has a picture of “no-such-thing”."),
    ("pack.toml", '[[options]]\nid = "later"\npicture = "mark-later"\n', "",
     "pack.toml: options: the answer “later” is missing."),
    ("pack.toml", 'id = "later"', 'id = "perhaps"', "“perhaps” is not one of the answers."),
    ("pack.toml", 'expected = "sometimes"', 'expected = "perhaps"',
     "pack.toml: practice tea: “expected” names “perhaps”, which is not in this pack."),
    ("pack.toml", 'id = "bus"\npicture = "practice-bus"\nexpected = "no"',
     'id = "bus"\npicture = "practice-bus"\nexpected = "yes"', "pack.toml: practice: fewer than half"),
    ("pack.toml", 'reverse_of = "person.happy.safe-at-home"', 'reverse_of = "person.happy.help-when-upset"',
     "pack.toml: questions person.happy.anyone-scares-you: this question and its opposite"),
    ("pack.toml", 'reverse_of = "person.happy.safe-at-home"', 'reverse_of = "person.happy.nothing"',
     "“reverse_of” names “person.happy.nothing”, which is not in this pack."),
    ("pack.toml", 'visitors", picture = "visitor-at-door" }',
     'visitors", picture = "visitor-at-door", reverse = true }',
     "pack.toml: questions person.happy.visitors: the last question of an area must not be"),
    ("pack.toml", 'mirrors = "person.culture.listen" },\n  { id = "staff.culture.talk',
     'mirrors = "person.life.go-out" },\n  { id = "staff.culture.talk',
     "“mirrors” names “person.life.go-out”"),
    ("pack.toml", 'main_language = "en"', 'main_language = "fr"', "“main_language” is “fr”"),
    ("pack.toml", 'en = { name = "English", checked = true }',
     'en = { name = "English", checked = true }\nfr = { name = "Français", checked = false }',
     "texts/fr.toml: the whole file: this file is missing."),
    ("released.toml", "ids = [\n", 'ids = [\n  "person.life.old",\n',
     "released.toml: ids: the released id “person.life.old” is gone."),
    ("released.toml", "retired = []", 'retired = ["person.culture.knock"]',
     "released.toml: retired: the retired id “person.culture.knock” is used again."),
    ("openmoji.toml", 'spare = "1F6DE"', 'spare = "FFFFF"',
     "openmoji.toml: spare: OpenMoji has no picture FFFFF for “spare”."),
    ("texts/en.toml", "Are you happy at home?", "Are you not happy at home?",
     "texts/en.toml: questions.person.happy.happy-at-home: asks with “not”"),
    ("texts/en.toml", "Are you happy at home?", "Are you happy and safe at home?",
     "two ideas are joined with “and”"),
    ("texts/en.toml", "Are you happy at home?", "Think of home. Are you happy?", "more than one sentence"),
    ("texts/en.toml", "Are you happy at home?", "Has the CQC made you happy?", "“CQC” is an acronym"),
    ("texts/en.toml", "Are you happy at home?",
     "Are you happy at home in the day, at night, in the week, at the weekend?", "16 words; at most 12"),
    ("texts/en.toml", 'spare = "A wheel."', 'spare = "spare_wheel.svg"',
     "texts/en.toml: alt: the words for the picture “spare” are a file name."),
    ("texts/en.toml", 'spare = "A wheel."\n', "", "texts/en.toml: alt: the picture “spare” has no words"),
    ("texts/en.toml", 'spare = "A wheel."', 'spare = "A wheel."\nspoon = "A spoon."',
     "texts/en.toml: alt: “spoon” is not in pack.toml."),
    ("texts/en.toml", 'spare = "A wheel."', 'spare = "A wheel."\nlisten = "A horn."',
     "the words for “listen” stand in pictures/alt.toml too."),
    ("texts/en.toml", 'later = { label = "Ask me later" }\n', "",
     "texts/en.toml: options: “later” has no text in this language."),
    ("texts/en.toml", 'meaning = "You feel good when you are at home."', 'meaning = "  "',
     "texts/en.toml: questions person.happy.happy-at-home: “meaning” is empty."),
    ("texts/en.toml", 'rule = "one-sentence", reason = "The first sentence says what the picture shows."',
     'rule = "one-sentence", reason = ""', "“reason” is empty."),
    ("texts/en.toml", 'rule = "one-sentence"', 'rule = "word-limit"',
     "“allowed” excuses the rule “word-limit”, which this prompt keeps."),
    ("texts/en.toml", 'rule = "one-sentence"', 'rule = "anything"', "“allowed” names the rule “anything”."),
    ("texts/en.toml", 'language = "en"', 'language = "de"', "this file says language “de”."),
    ("texts/en.toml", 'managers = ["managers", ', 'managers = [', "must have equally many entries."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), DAMAGES, ids=lambda each: str(each)[:40])
def test_each_damage_is_found(copy: Path, file: str, old: str, new: str, expected: str) -> None:
    change(copy / file, old, new)
    report = check_pack(copy)
    found = list(report.lines())
    assert any(expected in line for line in found), found
    assert report.exit_code == 1
    assert all(re.match(r"[^:]+: [^:]+: .+\.?", line) for line in found[:-1])
    assert found[-1].split(" problem")[0] == str(len(report.problems))


def test_too_many_board_words_are_found(copy: Path) -> None:
    change(copy / "pack.toml", 'now = "now"', 'now = "now", soon = "now"')
    change(copy / "texts/en.toml", 'now = "now"', 'now = "now"\nsoon = "soon"')
    assert "pack.toml: board_groups: the picture board has 49 words; at most 48 fit." in lines(copy)


def test_an_unknown_file_is_found(copy: Path) -> None:
    (copy / "setup.exe").write_bytes(b"MZ")
    assert any(line.startswith("setup.exe: the whole file: a pack has no use") for line in lines(copy))


def test_a_recording_must_be_one(copy: Path) -> None:
    folder = copy / "recordings/en"
    folder.mkdir(parents=True)
    (folder / "person.culture.knock.mp3").write_bytes(b"no sound")
    assert any("this is not a WAV, MP3, FLAC or Ogg recording" in line for line in lines(copy))


def test_hard_fixed_words_are_found_and_the_hardest_named(copy: Path) -> None:
    report = check_pack(copy, fixed_words=[HARD] * 60)
    (line, _) = report.lines()
    assert "texts/en.toml: what people supported read: reading grade" in line
    assert HARD in line
    assert check_pack(copy, fixed_words=["Accountability necessitates"] * 60).is_good


def test_hard_words_for_families_and_staff_are_found(copy: Path) -> None:
    report = check_pack(copy, fixed_words_family_staff=[HARD] * 60)
    assert any("what families and staff read: reading grade" in line for line in report.lines())


def test_the_grade_is_of_all_prompts_never_of_one(copy: Path) -> None:
    change(copy / "texts/en.toml", "Do you choose what you buy?", "Does everybody appreciate individuality?")
    assert check_pack(copy).is_good


def test_a_language_that_is_not_english_is_not_graded_nor_searched_for_not() -> None:
    findings = Findings()
    check_prompt("Est-ce that you do not and never?", ("f", "p"), "fr", None, findings)
    assert findings.problems == []


NOT_NEGATED = [
    "Do you feel OK saying no to staff?",
    "Does your team say no too quickly?",
    "Do you know Noah?",
]
NEGATED = ["Do you have no money?", "Don't you like it?", "Don’t you like it?", "Do you eat without help?"]


@pytest.mark.parametrize("prompt", NOT_NEGATED)
def test_saying_no_is_not_a_negation(prompt: str) -> None:
    assert list(ENGLISH_RULES["negated"](prompt)) == []


@pytest.mark.parametrize("prompt", NEGATED)
def test_negations(prompt: str) -> None:
    assert list(ENGLISH_RULES["negated"](prompt)) != []


def test_ok_is_no_acronym_but_initials_are() -> None:
    assert list(ENGLISH_RULES["acronym"]("Do you feel OK at home?")) == []
    for prompt in ("Do you know the NHS?", "Do you have PAs?", "Did the G.P. come?"):
        assert list(ENGLISH_RULES["acronym"](prompt)), prompt


def test_shuffled_questions_do_not_pass_as_the_same_pack(copy: Path) -> None:
    """Any order is a pack, but those that put opposites side by side are told."""
    text = (copy / "pack.toml").read_text("utf-8")
    start = text.index('  { id = "person.happy.')
    end = text.index('\n  { id = "family.happy.')
    questions = text[start:end].strip("\n").split("\n")
    safe = next(line for line in questions if '"person.happy.safe-at-home", picture' in line)
    scares = next(line for line in questions if "anyone-scares-you" in line)
    rest = [line for line in questions if line not in (safe, scares)]
    random.Random(1).shuffle(rest)
    shuffled = "\n".join([rest[0], safe, scares, *rest[1:]]) + "\n"
    (copy / "pack.toml").write_text(text[:start] + shuffled + text[end:], "utf-8")
    assert any("fewer than three pages apart" in line for line in lines(copy))


def test_a_renamed_question_is_found_by_the_released_list(copy: Path) -> None:
    change(copy / "pack.toml", '{ id = "person.culture.knock"', '{ id = "person.culture.knocking"')
    change(copy / "texts/en.toml", '"person.culture.knock"', '"person.culture.knocking"')
    assert any("the released id “person.culture.knock” is gone" in line for line in lines(copy))
