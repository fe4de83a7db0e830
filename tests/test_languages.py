"""The languages: their files keep up with the words; nobody is offered one that no speaker has checked."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.content.load import checked_languages, load_pack
from duq_desktop.errors import SetUpError, StoreError
from duq_desktop.languages import ENGLISH, Language, find_tongue, offered, read_languages, shown
from duq_desktop.words import DOMAIN, ISOLATE, ISOLATE_END, Plural, Words, counting, opener, person, sealing
from duq_desktop.words.messages import NOT_TRANSLATED, messages, parts, shows_people, texts
from setting_up import catalogues

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "resources" / "languages"
PACK = ROOT / "easyread" / "duq-code"
LANGUAGES = read_languages(SHIPPED)
DRAFTS = [language for language in LANGUAGES.values() if language is not ENGLISH]


WELSH_ALONE = '[cy]\nname = "Cymraeg"\nchecked = false\n'


@pytest.fixture(scope="module")
def up_to_date(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of one language, brought up to date: new words of the app are not these tests' matter."""
    target = tmp_path_factory.mktemp("shipped") / "languages"
    copied = Path(shutil.copytree(SHIPPED, target, ignore=shutil.ignore_patterns("fonts", "ur", "bn")))
    (copied / "languages.toml").write_text(WELSH_ALONE, "utf-8")
    catalogues.update(copied)
    assert not list(catalogues.problems(copied))
    return copied


@pytest.fixture
def folder(up_to_date: Path, tmp_path: Path) -> Path:
    """Language files of one's own."""
    return Path(shutil.copytree(up_to_date, tmp_path / "languages"))


def po(folder: Path, code: str = "cy") -> Path:
    return folder / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def change(folder: Path, english: str, translation: str, code: str = "cy") -> None:
    """Write a translation into a .po as a translator's tool does, and nothing else."""
    catalog = read_po(BytesIO(po(folder, code).read_bytes()), locale=code)
    message = catalog.get(english)
    assert message is not None
    message.string = translation
    po(folder, code).write_bytes(catalogues.po_bytes(catalog))


# --- taking the words out


def test_every_constant_of_every_module_of_words_is_taken_out() -> None:
    names = {message.name for message in messages()}
    for path in (ROOT / "duq_desktop" / "words").glob("*.py"):
        if path.stem in {*NOT_TRANSLATED, "__init__"}:
            continue
        assert path.stem in parts()
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                for target in node.targets:
                    assert isinstance(target, ast.Name)
                    assert f"{path.stem}.{target.id}" in names


@pytest.mark.parametrize(
    ("constant", "wanted"),
    [
        ("Next", ["Next"]),
        (("envelope", "No one reads it today."), ["No one reads it today."]),
        ((("envelope", "One."), ("", "Two.")), ["One.", "Two."]),
        (("January", "February"), ["January", "February"]),
        (("phone-999", ("Are you in danger now?", "Phone 999.")), ["Are you in danger now?", "Phone 999."]),
        ({"nobody": "nobody", "two": ("a b", "c d")}, ["nobody", "a b", "c d"]),
        (Plural("1 day", "{number} days"), [Plural("1 day", "{number} days")]),
        (frozenset({"support_worker"}), []),
        (7, []),
    ],
)
def test_texts_are_told_from_the_ids_beside_them(constant: object, wanted: list[str]) -> None:
    assert list(texts(constant)) == wanted


def test_no_picture_name_is_taken_for_a_word() -> None:
    pictures = {name for name in load_pack(PACK).pictures if "-" in name}
    assert pictures
    assert not pictures & {message.text for message in messages()}


# --- the check


def test_a_new_word_is_noticed(folder: Path) -> None:
    pot = folder / f"{DOMAIN}.pot"
    pot.write_bytes(pot.read_bytes().replace(b'msgid "Next"', b'msgid "Onward"'))
    (found,) = catalogues.problems(folder)
    assert "duq_desktop.pot" in found


def test_a_catalogue_without_the_newest_words_is_noticed(folder: Path) -> None:
    catalog = read_po(BytesIO(po(folder).read_bytes()), locale="cy")
    catalog.delete(opener.CLOSE_APP)
    po(folder).write_bytes(catalogues.po_bytes(catalog))
    assert any("cy do not have all that is new" in found for found in catalogues.problems(folder))


def test_a_translation_that_was_not_compiled_is_noticed_and_update_mends_it(folder: Path) -> None:
    change(folder, person.NEXT, "Ymlaen â ni")
    (found,) = catalogues.problems(folder)
    assert ".mo of cy" in found
    catalogues.update(folder)
    assert not list(catalogues.problems(folder))
    assert Words("cy", folder)(person.NEXT) == "Ymlaen â ni"


@pytest.mark.parametrize(
    "wrong", ["Cwestiwn {number}", "Cwestiwn {numer} o {total}", "{number} o {total", "{} o {}"]
)
def test_other_places_than_the_english_ones_are_noticed(folder: Path, wrong: str) -> None:
    change(folder, person.PROGRESS, wrong)
    catalogues.update(folder)
    (found,) = catalogues.problems(folder)
    assert person.PROGRESS in found


@pytest.mark.parametrize(
    ("forms", "good"),
    [
        (["{number} o bobl", "1 person"], True),
        (["{number} o bobl", "{number} person"], True),
        (["{numer} o bobl", "1 person"], False),
        (["{number} o bobl", "{who}"], False),
    ],
)
def test_each_form_of_a_number_has_the_places_of_the_english_ones(
    folder: Path, forms: list[str], good: bool
) -> None:
    path = po(folder, "cy")
    catalog = read_po(BytesIO(path.read_bytes()), locale="cy", domain=DOMAIN)
    message = catalog.get(counting.PEOPLE)
    assert message is not None
    message.string = (*forms, *[forms[0]] * (catalog.num_plurals - len(forms)))
    path.write_bytes(catalogues.po_bytes(catalog))
    catalogues.update(folder)
    assert (not list(catalogues.problems(folder))) is good
    if good:
        assert Words("cy", folder).count(counting.PEOPLE, 7) == "7 o bobl"


def test_a_number_of_things_takes_the_form_of_its_language_and_its_digits() -> None:
    words = Words()
    said = [words.count(counting.PEOPLE, number) for number in (0, 1, 2)]
    assert said == ["0 people", "1 person", "2 people"]
    assert "৭" in LANGUAGES["bn"].words(SHIPPED).count(counting.PEOPLE, 7)


def test_a_language_marked_as_checked_must_have_all_that_people_see(folder: Path) -> None:
    change(folder, person.NEXT, "")
    table = folder / "languages.toml"
    table.write_text(table.read_text("utf-8").replace("checked = false", "checked = true", 1), "utf-8")
    catalogues.update(folder)
    found = list(catalogues.problems(folder))
    assert any(f"“{person.NEXT}”" in each for each in found)
    assert catalogues.DRAFT not in po(folder).read_text("utf-8")


def test_the_command_says_what_share_is_translated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, person.NEXT, "{oops}")
    catalogues.update(folder)
    assert catalogues.main(["--check"], folder) == 1
    said = capsys.readouterr()
    assert person.NEXT in said.err
    assert "Cymraeg (cy): " in said.out


def test_what_is_gone_from_the_app_is_kept_as_a_comment(folder: Path) -> None:
    catalog = read_po(BytesIO(po(folder).read_bytes()), locale="cy")
    catalog.add("An old sentence.", "Hen frawddeg.")
    po(folder).write_bytes(catalogues.po_bytes(catalog))
    catalogues.update(folder)
    assert '#~ msgstr "Hen frawddeg."' in po(folder).read_text("utf-8")


names = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), max_size=4)


@given(names, names)
def test_places_are_compared_by_name_and_not_by_order(first: list[str], second: list[str]) -> None:
    catalog = Catalog()
    catalog.add(
        " ".join(f"{{{name}}}" for name in first) + " x", " ".join(f"{{{name}}}" for name in second) + " y"
    )
    assert bool(list(catalogues.wrong_places(catalog))) == (set(first) != set(second))


# --- what is shipped


@pytest.mark.parametrize("language", DRAFTS, ids=lambda language: language.code)
def test_each_draft_says_that_it_is_one_and_has_what_people_see_most(language: Language) -> None:
    written = po(SHIPPED, language.code).read_text("utf-8")
    assert language.checked is (catalogues.DRAFT not in written)
    words = language.words(SHIPPED)
    shown = {message.text for message in messages() if shows_people(message.part)}
    assert len([text for text in shown if words(text) != text]) > 230
    assert not list(catalogues.wrong_places(read_po(BytesIO(written.encode()), locale=language.code)))


def test_the_fonts_of_a_language_are_there_with_their_licence() -> None:
    for language in DRAFTS:
        if language.font_folder:
            fonts = SHIPPED / "fonts" / language.font_folder
            assert list(fonts.glob("*.ttf"))
            assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text("utf-8")
            assert (fonts / "CREDIT.md").is_file()


# --- who is offered what

CHECKED = replace(LANGUAGES["cy"], checked=True)


@pytest.mark.parametrize(
    ("words_checked", "pack_checked", "is_offered"),
    [
        (True, True, True),
        (True, False, False),
        (False, True, False),
        (False, False, False),
        (True, None, False),
    ],
)
def test_a_language_is_offered_only_when_words_and_pack_are_both_checked(
    words_checked: bool, pack_checked: bool | None, is_offered: bool
) -> None:
    languages = {"en": ENGLISH, "cy": replace(CHECKED, checked=words_checked)}
    pack = {"en": True, **({} if pack_checked is None else {"cy": pack_checked})}
    assert offered(languages, pack) == (("en", "cy") if is_offered else ("en",))
    assert shown("cy", languages, pack).code == ("cy" if is_offered else "en")
    assert shown("cy", languages, pack, drafts=True).code == "cy"


def test_nobody_is_offered_a_draft_that_is_shipped() -> None:
    assert offered(LANGUAGES, load_pack(PACK).languages) == ("en",)
    assert shown("ur", LANGUAGES, load_pack(PACK).languages) is ENGLISH
    assert shown("tlh", LANGUAGES, {"tlh": True}, drafts=True) is ENGLISH


@pytest.mark.parametrize("state", ['"yes"', "1", '"true"', "false"])
def test_only_true_itself_counts_as_checked(tmp_path: Path, state: str) -> None:
    (tmp_path / "languages.toml").write_text(f'[cy]\nname = "Cymraeg"\nchecked = {state}\n', "utf-8")
    assert read_languages(tmp_path)["cy"].checked is False


@pytest.mark.parametrize(
    "table",
    [
        "[cy",
        "[cy]\nchecked = true",
        '[cy]\nname = "x"\ndigits = "123"',
        "cy = 1",
        '[cy]\nname = "x"\nfont = 3',
    ],
)
def test_a_table_that_cannot_be_read_is_said_calmly(tmp_path: Path, table: str) -> None:
    (tmp_path / "languages.toml").write_text(table, "utf-8")
    with pytest.raises(SetUpError):
        read_languages(tmp_path)


def test_a_set_language_that_is_not_offered_is_spoken_by_nobody() -> None:
    def pack() -> dict[str, bool]:
        return checked_languages(PACK)

    assert find_tongue("cy", SHIPPED, pack).language is ENGLISH
    assert find_tongue("cy", SHIPPED, pack).pack_language == "en"
    draft = find_tongue("cy", SHIPPED, pack, drafts=True)
    assert (draft.language.code, draft.pack_language) == ("cy", "cy")
    without_pack = find_tongue("ur", SHIPPED, pack, drafts=True)
    assert (without_pack.language.code, without_pack.pack_language) == ("ur", "en")


def test_english_asks_for_no_table() -> None:
    def never() -> dict[str, bool]:
        raise AssertionError("the pack was asked")

    assert find_tongue("en", Path("nowhere"), never).words(person.NEXT) == "Next"


# --- the words themselves


def test_english_opens_no_catalogue() -> None:
    code = (
        "import sys; from pathlib import Path; from duq_desktop.languages import ENGLISH; opened = [];"
        "sys.addaudithook(lambda event, what: opened.append(str(what[0])) if event == 'open' else None);"
        "print(ENGLISH.words(Path('nowhere'))('Next'), [each for each in opened if each.endswith('.mo')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Next []"


def test_a_text_without_a_translation_stays_english() -> None:
    assert LANGUAGES["ur"].words(SHIPPED)("No such sentence. {x}", x=1) == "No such sentence. 1"


def test_numbers_stand_in_the_digits_of_the_language_and_telephone_numbers_as_they_are_dialled() -> None:
    words = LANGUAGES["bn"].words(SHIPPED)
    assert words(person.PROGRESS, number=3, total=20) == "প্রশ্ন ৩, মোট ২০"
    assert "0300 123 4567" in words("{number}", number="0300 123 4567")
    assert "999" in words("Are you in danger? Phone 999.")
    assert Words()(person.PROGRESS, number=3, total=20) == "Question 3 of 20"


def test_a_name_or_number_in_a_line_from_right_to_left_stays_whole() -> None:
    words = LANGUAGES["ur"].words(SHIPPED)
    said = words(person.OPENER_WORKS_HERE, opener="Ada Bright")
    assert f"{ISOLATE}Ada Bright{ISOLATE_END}" in said
    assert ISOLATE not in words(person.PROGRESS, number=3, total=20)
    assert ISOLATE not in LANGUAGES["cy"].words(SHIPPED)(person.OPENER_WORKS_HERE, opener="Ada Bright")


def test_an_error_is_told_in_the_language() -> None:
    assert LANGUAGES["ur"].words(SHIPPED).error(StoreError(sealing.BUSY)) != sealing.BUSY


def test_dates_are_put_together_from_the_words_of_the_language() -> None:
    assert [Words("cy", SHIPPED)(month) for month in opener.MONTHS][:2] == ["Ionawr", "Chwefror"]


def test_what_the_pdfs_cannot_set_stays_english_on_paper() -> None:
    assert LANGUAGES["ur"].paper_words(SHIPPED)(person.NEXT) == "Next"
    assert LANGUAGES["cy"].paper_words(SHIPPED)(person.NEXT) == "Nesaf"
