"""First start from the keyboard, end to end; what is wrong is said, and nothing is written before the end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from duq_desktop.settings import load as load_settings
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.first_start import FirstStart
from duq_desktop.ui.opener.pages.fields import Field, SecretEdit
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.vault.pins import PinState, check_pin
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.vault.slots import Cost
from duq_desktop.words import opener as words
from duq_desktop.words import opener_setup as setup
from duq_desktop.words import sealing
from tests.ui.opener_house import OpenerHouse, opener_house


@pytest.fixture
def house(qapp, tmp_path):
    with opener_house(qapp, tmp_path) as made:
        yield made.open()


def type_all(house: OpenerHouse, *texts: str) -> None:
    """Type into one field after the other, Enter between them, and go on."""
    for text in texts:
        house.type(text)
        house.key(Qt.Key.Key_Return)


def pick(house: OpenerHouse, number: int) -> None:
    """Choose one of a few by the keyboard, and go on."""
    choice = house.page.answers.choices[number]  # type: ignore[attr-defined]
    house.tab_to(choice)
    house.key(Qt.Key.Key_Space)
    house.next()


def to_phrase(house: OpenerHouse) -> None:
    """Every step about the home."""
    house.act("set_up")
    house.next()
    type_all(house, "Elm Court", "4")
    house.next()
    pick(house, 2)
    type_all(house, "Ada Bright", "trustee")
    pick(house, 0)
    type_all(house, "Leeds", "01632 960 101")
    type_all(house, "Advocacy Together", "01632 960 102")
    type_all(house, "Jo Lee", "01632 960 103", "", "")
    pick(house, 1)
    pick(house, 1)


def shown(house: OpenerHouse) -> str:
    """The secret that the page shows to be copied."""
    return house.page.large.text()  # type: ignore[attr-defined,no-any-return]


def through_keys(house: OpenerHouse) -> tuple[str, RecoveryKey, str]:
    """From the phrase to the last step; the phrase, the recovery key and the four words."""
    phrase = shown(house)
    house.next()
    type_all(house, phrase)
    key = RecoveryKey.parse(shown(house))
    house.next()
    type_all(house, key.groups[-1].lower())
    four = shown(house)
    house.next()
    return phrase, key, four


def test_a_whole_first_start_by_the_keyboard(house: OpenerHouse) -> None:
    assert house.title == words.NOT_SET_UP_TITLE
    to_phrase(house)
    phrase, key, four = through_keys(house)
    assert not house.data.exists(), "nothing is written before the end"
    house.act("do")
    house.wait_for(setup.DONE_TITLE)
    house.act("go")
    assert isinstance(house.page, StartPage)
    assert four in house.words()
    assert "For Ada Bright" in house.words()
    house.house.close()
    with Store.open(house.data) as store:
        home = store.home
        store.unlock(phrase).lock()
        store.unlock_with_recovery(key).lock()
        assert check_pin(house.config, store.fingerprint, house.data) is PinState.SAME
    assert (home.home_name, home.people_count, home.nation) == ("Elm Court", 4, "wales")
    assert (home.opener_name, home.opener_job, home.opener_works_here) == ("Ada Bright", "trustee", False)
    assert (home.council, home.safeguarding_number) == ("Leeds", "01632 960 101")
    assert (home.outside_contact.name, home.outside_contact.number) == ("Advocacy Together", "01632 960 102")
    assert [(one.name, one.number) for one in home.local_contacts] == [("Jo Lee", "01632 960 103")]
    kept = load_settings(house.config)
    assert (kept.staff_word, kept.manager_word) == ("support workers", "team leader")


def test_no_secret_of_the_first_start_lies_on_the_disk(house: OpenerHouse) -> None:
    to_phrase(house)
    phrase, key, _four = through_keys(house)
    house.act("do")
    house.wait_for(setup.DONE_TITLE)
    files = [path for path in house.data.parent.rglob("*") if path.is_file()]
    assert files
    everything = b"".join(path.read_bytes() for path in files).lower()
    for secret in (phrase, key.symbols, key.text, key.groups[-1] + key.groups[0]):
        assert secret.lower().encode() not in everything


def test_back_keeps_what_was_typed(house: OpenerHouse) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "Elm Court", "12")
    house.back()
    fields: dict[str, Field] = house.page.fields  # type: ignore[attr-defined]
    assert {key: field.text() for key, field in fields.items()} == {
        "home_name": "Elm Court",
        "people_count": "12",
    }
    house.next()
    house.next()
    pick(house, 1)
    house.type("Ada")
    house.back()
    assert house.page.answers.chosen == "scotland"  # type: ignore[attr-defined]
    house.next()
    assert house.page.fields["opener_name"].text() == "Ada"  # type: ignore[attr-defined]


def test_the_phrase_and_the_keys_stay_the_same_when_back_is_pressed(house: OpenerHouse) -> None:
    to_phrase(house)
    phrase, key, four = through_keys(house)
    assert house.title == setup.READY_TITLE
    house.back()
    assert shown(house) == four
    house.back()
    house.back()
    assert RecoveryKey.parse(shown(house)) == key
    house.back()
    assert house.page.fields["phrase"].text() == ""  # type: ignore[attr-defined]
    house.back()
    assert shown(house) == phrase


@pytest.mark.parametrize("people", ["", "0", "-3", "1000", "six", "4.5", "٣"])
def test_how_many_people_must_be_a_number(house: OpenerHouse, people: str) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "", people)
    assert house.title == setup.HOME_TITLE
    label = house.page.fields["people_count"].spec.label  # type: ignore[attr-defined]
    wanted = setup.PEOPLE_WRONG if people else setup.FILL_IN.format(label=label)
    assert house.page.notice_words == wanted


@pytest.mark.parametrize(
    ("people", "told"),
    [("4", "nothing of what this group says"), ("5", "everybody answers"), ("9", "or more")],
)
def test_a_home_learns_what_a_summary_will_be_able_to_show(
    house: OpenerHouse, people: str, told: str
) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "", people)
    assert house.title == setup.SHOWN_TITLE
    assert told in house.words()


def test_the_app_advises_against_an_opener_who_works_in_the_home(house: OpenerHouse) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "", "6")
    house.next()
    pick(house, 0)
    assert "a trustee, an advocacy group, or somebody at head office" in house.words()
    house.next()
    assert house.page.notice_words == "Please fill in: Name."
    house.page.fields["opener_name"].edit.setText("Sam {x} <b>")  # type: ignore[attr-defined]
    house.page.fields["opener_job"].edit.setText("manager")  # type: ignore[attr-defined]
    house.next()
    assert house.title == "Does Sam {x} <b> work in the home?"
    assert "We advise against it" in house.words()
    house.next()
    assert house.page.notice_words == setup.PICK


@pytest.mark.parametrize(
    ("number", "sentence"), [("12", setup.NUMBER_SHORT), ("ask Jo", setup.NUMBER_LETTERS)]
)
def test_a_number_that_cannot_be_called_is_said(house: OpenerHouse, number: str, sentence: str) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "", "6")
    house.next()
    pick(house, 0)
    type_all(house, "Ada", "trustee")
    pick(house, 0)
    type_all(house, "", number)
    assert house.page.notice_words == sentence.format(number=number)


def test_a_name_without_a_number_is_said(house: OpenerHouse) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "", "6")
    house.next()
    pick(house, 0)
    type_all(house, "Ada", "trustee")
    pick(house, 0)
    type_all(house, "", "01632 960 101")
    type_all(house, "Advocacy", "01632 960 102")
    type_all(house, "Jo", "", "", "")
    assert house.page.notice_words == setup.PAIR_MISSING


def test_own_phrases_are_judged_and_weak_ones_refused(house: OpenerHouse) -> None:
    to_phrase(house)
    house.act("own")
    house.type("adabright elmcourt")
    shown = house.page.verdict  # type: ignore[attr-defined]
    house.wait_until(lambda: "Too easy to guess" in shown.text())
    verdict = shown.text()
    house.next()
    assert house.title == setup.OWN_TITLE
    assert house.page.notice_words == verdict
    house.page.fields["phrase"].edit.setText("grumbling walrus pickles a trombone")  # type: ignore[attr-defined]
    house.wait_until(lambda: shown.text() == sealing.PHRASE_GOOD)
    house.next()
    assert house.title == setup.AGAIN_TITLE
    house.type("grumbling walrus pickles a trumpet")
    house.next()
    assert house.page.notice_words == setup.AGAIN_DIFFERS
    house.page.fields["phrase"].edit.setText("Grumbling  walrus pickles a trombone")  # type: ignore[attr-defined]
    house.next()
    assert house.title == setup.KEY_TITLE


def test_another_phrase_is_offered_on_request_and_the_way_back_from_an_own_one(house: OpenerHouse) -> None:
    to_phrase(house)
    first = shown(house)
    assert len(first.split()) == 4
    house.act("another")
    assert shown(house) != first
    house.act("own")
    house.act("offer")
    assert len(shown(house).split()) == 4


def test_listen_never_reads_a_secret_aloud(house: OpenerHouse) -> None:
    to_phrase(house)
    phrase = shown(house)
    house.page.control(Control.LISTEN).click()
    assert phrase not in " ".join(reading.text for reading in house.page.utterances())


def test_the_end_of_the_recovery_key_must_be_typed_back(house: OpenerHouse) -> None:
    to_phrase(house)
    phrase = shown(house)
    house.next()
    type_all(house, phrase)
    key = RecoveryKey.parse(shown(house))
    house.next()
    type_all(house, key.groups[0])
    assert house.page.notice_words == setup.KEY_BACK_WRONG
    assert not house.data.exists()


def test_a_folder_that_cannot_be_made_is_one_calm_sentence_and_nothing_is_lost(house: OpenerHouse) -> None:
    to_phrase(house)
    through_keys(house)
    house.data.write_text("a file where the folder should be")
    house.act("do")
    house.wait_for(setup.READY_TITLE)
    assert house.page.notice_words
    assert "Traceback" not in house.page.notice_words
    house.data.unlink()
    house.act("do")
    house.wait_for(setup.DONE_TITLE)


def test_too_little_memory_is_not_a_wrong_phrase(qapp, tmp_path: Path) -> None:
    with opener_house(qapp, tmp_path) as house:
        house.open()
        part = house.house.bring_opener_part()
        part.cost = Cost(1, 1 << 41)
        part.show_welcome()
        house.settle()
        to_phrase(house)
        through_keys(house)
        house.act("do")
        house.wait_for(setup.READY_TITLE)
        assert "too little free memory" in house.page.notice_words
        assert not (house.data / "answers.db").exists()


def test_settings_that_cannot_be_kept_do_not_undo_the_set_up(house: OpenerHouse) -> None:
    to_phrase(house)
    through_keys(house)
    pin = house.config / "opener-keys.json"
    pin.write_text("not json")
    house.act("do")
    house.wait_for(setup.DONE_TITLE)
    assert "cannot read its note" in house.page.notice_words
    assert (house.data / "answers.db").exists()
    assert json.loads((house.config / "settings.json").read_text())["staff_word"] == "support workers"


def test_secrets_are_dropped_after_the_set_up(house: OpenerHouse) -> None:
    to_phrase(house)
    through_keys(house)
    house.act("do")
    house.wait_for(setup.DONE_TITLE)
    part = house.house.bring_opener_part()
    (start,) = part.findChildren(FirstStart)
    assert (start._phrase, start._typed, start._secrets) == ("", {}, None)


def test_a_secret_field_lets_nothing_out(qtbot, qapp) -> None:
    edit = SecretEdit()
    qtbot.addWidget(edit)
    edit.show()
    clipboard = qapp.clipboard()
    clipboard.setText("before")
    qtbot.keyClicks(edit, "fern otter")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    edit.setEchoMode(SecretEdit.EchoMode.Normal)
    qtbot.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert (clipboard.text(), edit.text()) == ("before", "fern otter")
    edit.wipe()
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    edit.undo()
    assert edit.text() == ""


def leave_alone(house: OpenerHouse) -> None:
    """Nobody touches anything for as long as it takes to lock."""
    watch = house.house.bring_opener_part().cover_watch
    assert watch is not None
    now = watch._clock() + 60 * house.house.settings.lock_minutes + 1
    watch._clock = lambda: now
    watch._looked = now
    watch.look()
    house.settle()


def test_left_alone_the_phrase_is_covered_and_shown_again_by_a_press(house: OpenerHouse) -> None:
    to_phrase(house)
    phrase = shown(house)
    leave_alone(house)
    assert house.title == setup.PHRASE_TITLE, "nothing is lost"
    assert phrase not in house.words()
    assert setup.COVERED in house.words()
    assert not house.page.panel.isVisible()  # type: ignore[attr-defined]
    house.tab_to(house.page.show_again)  # type: ignore[attr-defined]
    house.key(Qt.Key.Key_Space)
    assert phrase in house.words()
    assert setup.COVERED not in house.words()
    assert house.focused() is house.page.control(Control.NEXT)
    through_keys(house)


def test_left_alone_the_recovery_key_is_covered_and_what_was_typed_is_dots_again(house: OpenerHouse) -> None:
    to_phrase(house)
    phrase = shown(house)
    house.next()
    field = house.page.fields["phrase"]  # type: ignore[attr-defined]
    house.type(phrase[:5])
    field.eye.click()
    leave_alone(house)
    assert field.edit.echoMode() is SecretEdit.EchoMode.Password
    assert field.text() == phrase[:5]
    field.edit.setText(phrase)
    house.next()
    key = shown(house)
    watch = house.house.bring_opener_part().cover_watch
    assert watch is not None
    watch.gone.emit()
    assert key not in house.words(), "a computer that slept too"
    house.next()
    house.type(key.split()[-1])
    house.next()
    assert house.title == setup.FOUR_TITLE
    four = shown(house)
    watch.left_alone.emit()
    assert four in house.words(), "these are no secret"


def test_the_cover_goes_with_the_set_up(house: OpenerHouse) -> None:
    to_phrase(house)
    through_keys(house)
    house.act("do")
    house.wait_for(setup.DONE_TITLE)
    house.act("go")
    assert house.house.bring_opener_part().cover_watch is None


def test_leaving_before_the_first_step_leads_back_to_the_welcome(house: OpenerHouse) -> None:
    house.act("set_up")
    house.back()
    assert house.title == words.NOT_SET_UP_TITLE


def test_in_northern_ireland_it_is_a_trust_and_not_a_council(house: OpenerHouse) -> None:
    house.act("set_up")
    house.next()
    type_all(house, "", "6")
    house.next()
    pick(house, 3)
    type_all(house, "Ada", "trustee")
    pick(house, 0)
    assert house.title == setup.TRUST_TITLE
    assert "council" not in house.words().lower()
