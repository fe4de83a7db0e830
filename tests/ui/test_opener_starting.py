"""A start with trouble, unlocking, bringing back: one calm sentence each, and a way on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from duq_desktop.content.model import Stream
from duq_desktop.store.copies.backup import backups
from duq_desktop.store.file.database import connect, use
from duq_desktop.store.inbox import rows
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.pages.fields import SecretEdit
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.pins import PinState, check_pin, pin_key
from duq_desktop.words import opener as words
from duq_desktop.words import opener_destinations as places
from duq_desktop.words import opener_said as said
from duq_desktop.words import opener_setup as setup
from duq_desktop.words import sealing
from tests.ui.opener_house import HOME, PHRASE, QUICK, OpenerHouse, answered, give, opener_house

HARM = "person.happy.anyone-scares-you"


@pytest.fixture
def house(qapp, tmp_path):
    with opener_house(qapp, tmp_path) as made:
        yield made.set_up()


def to_unlock(house: OpenerHouse) -> None:
    house.page.buttons["opener"].click()  # type: ignore[attr-defined]
    house.settle()
    assert house.title == words.UNLOCK_TITLE


def test_a_wrong_phrase_is_one_sentence_and_the_right_one_opens(house: OpenerHouse) -> None:
    house.open()
    to_unlock(house)
    house.key(Qt.Key.Key_Return)
    assert house.page.notice_words == "Please fill in: Pass phrase."
    house.page.fields["phrase"].edit.setFocus()  # type: ignore[attr-defined]
    house.type("fern otter moon lamb")
    house.key(Qt.Key.Key_Return)
    house.wait_for(words.UNLOCK_TITLE)
    assert house.page.notice_words == sealing.WRONG_PHRASE
    assert house.page.fields["phrase"].text() == ""  # type: ignore[attr-defined]
    house.page.fields["phrase"].edit.setFocus()  # type: ignore[attr-defined]
    house.type(f"  {PHRASE.upper()} ")
    house.key(Qt.Key.Key_Return)
    house.wait_for(said.FIRST_TITLE)


def test_a_page_that_asks_to_wait_is_painted_first(house: OpenerHouse) -> None:
    house.open()
    to_unlock(house)
    shown: list[str] = []
    house.house.window.stage.changed.connect(lambda: shown.append(house.title))
    house.type(PHRASE)
    house.key(Qt.Key.Key_Return)
    house.wait_for(said.FIRST_TITLE)
    assert setup.MAKING_TITLE in shown


def test_the_phrase_is_typed_behind_dots_and_can_be_shown(house: OpenerHouse) -> None:
    house.open()
    to_unlock(house)
    field = house.page.fields["phrase"]  # type: ignore[attr-defined]
    assert field.edit.echoMode() is SecretEdit.EchoMode.Password
    field.eye.click()
    assert field.edit.echoMode() is SecretEdit.EchoMode.Normal
    assert field.eye.words() == setup.HIDE
    field.eye.click()
    assert field.edit.echoMode() is SecretEdit.EchoMode.Password


def test_back_from_unlocking_leads_to_the_start_page(house: OpenerHouse) -> None:
    house.open()
    to_unlock(house)
    house.back()
    assert isinstance(house.page, StartPage)


def test_the_recovery_key_opens_and_a_new_phrase_is_set_before_anything_shows(house: OpenerHouse) -> None:
    house.open()
    to_unlock(house)
    house.act("recovery")
    typed = house.keys.recovery.text
    wrong = ("2" if typed[0] != "2" else "3") + typed[1:]
    house.type(wrong)
    house.key(Qt.Key.Key_Return)
    assert house.page.notice_words == sealing.RECOVERY_MISTYPED
    edit = house.page.fields["key"].edit  # type: ignore[attr-defined]
    assert edit.text() == wrong, "a mistyped key can be mended"
    edit.setText(typed.lower().replace("-", " "))
    edit.setFocus()
    house.key(Qt.Key.Key_Return)
    house.wait_for(setup.PHRASE_TITLE)
    phrase = house.page.large.text()  # type: ignore[attr-defined]
    house.next()
    house.type(phrase)
    house.next()
    house.wait_for(said.FIRST_TITLE)
    house.house.close()
    with Store.open(house.data) as store:
        store.unlock(phrase).lock()
        with pytest.raises(Exception, match="does not open"):
            store.unlock(PHRASE)


def test_leaving_before_a_new_phrase_is_set_locks_again(house: OpenerHouse) -> None:
    house.open()
    to_unlock(house)
    house.act("recovery")
    house.type(house.keys.recovery.text)
    house.key(Qt.Key.Key_Return)
    house.wait_for(setup.PHRASE_TITLE)
    unlocking = house.house.bring_opener_part()._unlocking
    assert unlocking is not None
    opener = unlocking._half_open
    assert opener is not None
    house.back()
    assert isinstance(house.page, StartPage)
    assert opener.locked


def test_another_key_than_the_one_known_stops_answering(house: OpenerHouse) -> None:
    pin_key(house.config, NewKeys.make().fingerprint, house.data)
    house.open()
    assert house.title == words.PIN_TITLE
    assert "Please ask Ada Bright to come and look" in house.words()
    assert house.house.front is None, "nobody can answer"
    house.act("look")
    house.type(PHRASE)
    house.key(Qt.Key.Key_Return)
    house.wait_for(words.COMPARE_TITLE)
    assert " ".join(house.keys.fingerprint_words) in house.words()
    house.act("other")
    assert house.page.notice_words == words.COMPARE_DIFFER
    house.act("same")
    assert isinstance(house.page, StartPage)
    assert check_pin(house.config, house.keys.fingerprint, house.data) is PinState.SAME


def test_a_note_that_cannot_be_read_is_begun_anew_by_the_opener_only(house: OpenerHouse) -> None:
    (house.config / "opener-keys.json").write_text("[broken")
    house.open()
    assert house.title == words.PIN_TITLE
    assert "cannot read its note" in house.words()
    house.act("again")
    assert house.title == words.PIN_TITLE
    house.act("look")
    house.type(PHRASE)
    house.key(Qt.Key.Key_Return)
    house.wait_for(words.COMPARE_TITLE)
    house.act("same")
    assert isinstance(house.page, StartPage)


def test_a_folder_not_met_yet_has_its_words_compared_before_anybody_answers(house: OpenerHouse) -> None:
    (house.config / "opener-keys.json").unlink()
    house.open()
    assert house.title == words.COMPARE_TITLE
    assert house.house.front is None
    house.act("same")
    assert isinstance(house.page, StartPage)


def test_an_exchanged_key_is_told_loudly_with_the_sessions_sealed_to_it(
    house: OpenerHouse, tmp_path: Path
) -> None:
    """Somebody puts their own public key in the folder and in the note; a session is sealed to it."""
    give(house.data, Stream.PERSON, "boat+key", answered(HARM, "no"))
    thief = NewKeys.make()
    exchange_key(house.data, thief)
    give(house.data, Stream.PERSON, "key+tree", answered(HARM, "no"))
    pin_key(house.config, thief.fingerprint, house.data)
    house.open()
    assert isinstance(house.page, StartPage)
    to_unlock(house)
    house.type(PHRASE)
    house.key(Qt.Key.Key_Return)
    house.wait_for(words.MISMATCH_TITLE)
    assert "somebody else may read them. Sessions sealed to the other key: 1" in house.words()
    house.act("again")
    house.type(PHRASE)
    house.key(Qt.Key.Key_Return)
    house.wait_for(said.FIRST_TITLE)
    house.next()
    assert "Sealed to another key" in house.words()


def exchange_key(data: Path, thief: NewKeys) -> None:
    """What somebody with the folder and a SQLite tool can do."""
    db = connect(data / "answers.db")
    use(db)
    found = rows.keys(db)[-1]
    db.conn.execute("BEGIN IMMEDIATE")
    rows.put_key(db, rows.KeyRow(found.number + 1, thief.fingerprint, thief.pair.public, None))
    db.conn.execute("COMMIT")
    db.close()


TROUBLES = {
    "damaged": (
        lambda file: file.write_bytes(b"SQLite format 3\0" + b"x" * 5000),
        "Bring back a backup",
        True,
    ),
    "empty": (lambda file: file.write_bytes(b""), sealing.EMPTY_FILE, True),
    "foreign": (lambda file: file.write_bytes(b"not a database" * 400), "not one of ours", True),
    "missing": (lambda file: file.unlink(), sealing.FILE_MISSING, True),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_a_folder_that_cannot_be_opened_is_told_and_a_backup_mends_it(house: OpenerHouse, name: str) -> None:
    harm, sentence, _mends = TROUBLES[name]
    give(house.data, Stream.PERSON, "boat+key", answered(HARM, "yes", "He shouts at me."))
    harm(house.data / "answers.db")
    house.open()
    assert house.title == words.TROUBLE_TITLE
    assert sentence in house.words()
    house.act("again")
    assert house.title == words.TROUBLE_TITLE
    house.act("restore")
    assert "backup 1" in house.words()
    house.act("0")
    house.act("do")
    house.wait_for(words.BACKUP_DONE_TITLE)
    house.act("go")
    assert isinstance(house.page, StartPage)
    house.unlock()
    assert "He shouts at me." in house.words()


def test_a_folder_open_elsewhere_offers_no_backup(house: OpenerHouse) -> None:
    with Store.open(house.data):
        house.open()
        assert house.title == words.TROUBLE_TITLE
        assert sealing.ALREADY_OPEN in house.words()
        assert set(house.desk.actions_by_name) == {"again", "close"}
    house.act("again")
    assert isinstance(house.page, StartPage)


def test_a_backup_that_cannot_be_used_changes_nothing(house: OpenerHouse) -> None:
    give(house.data, Stream.PERSON, "boat+key", answered(HARM, "yes"))
    backups(house.data)[0].path.write_bytes(b"no backup at all" * 100)
    (house.data / "answers.db").unlink()
    house.open()
    house.act("restore")
    house.act("0")
    house.act("do")
    assert house.page.notice_words == sealing.BACKUP_UNUSABLE
    house.back()
    house.back()
    assert house.title == words.TROUBLE_TITLE


def test_a_backup_from_a_stick_sets_up_a_new_computer(qapp, tmp_path: Path) -> None:
    with opener_house(qapp, tmp_path / "old") as old:
        old.set_up()
        give(old.data, Stream.PERSON, "boat+key", answered(HARM, "yes", "Help me."))
        shutil.copytree(old.data, tmp_path / "STICK" / "copied by hand")
    with opener_house(qapp, tmp_path / "new") as new:
        new.open()
        assert new.title == words.NOT_SET_UP_TITLE
        new.act("restore")
        assert words.BACKUPS_NONE in new.words()
        new.put_in(tmp_path / "STICK")
        new.act("look")
        new.act("stick0")
        assert places.FOUND_WHOLE.format(folder="copied by hand") in new.desk.actions_by_name["1"].words()
        new.act("1")
        new.act("do")
        new.wait_for(words.BACKUP_DONE_TITLE)
        new.act("go")
        assert new.title == words.COMPARE_TITLE
        new.act("same")
        new.unlock()
        assert "Help me." in new.words()


def test_looking_round_shows_made_up_answers_and_leaves_nothing(qapp, tmp_path: Path) -> None:
    with opener_house(qapp, tmp_path) as house:
        house.open()
        house.act("look")
        house.wait_until(lambda: "leave" in house.desk.actions_by_name)
        assert "made up" in house.words()
        house.act("person")
        assert isinstance(house.page, StartPage)
        assert "made up" in house.words()
        house.page.buttons["opener"].click()  # type: ignore[attr-defined]
        house.settle()
        house.act("opener")
        house.wait_for(said.FIRST_TITLE)
        assert "made up" in house.words()
        store = house.house.bring_opener_part()._made_up[0]  # type: ignore[index]
        house.house.bring_opener_part().room.ways.leave()  # type: ignore[union-attr]
        house.settle()
        house.act("leave")
        assert house.title == words.NOT_SET_UP_TITLE
        assert not store.folder.exists()
        assert not house.data.exists()


def test_a_set_up_of_ours_is_what_first_start_leaves(house: OpenerHouse) -> None:
    """The tests' own folder and the real first start must not drift apart."""
    with Store.open(house.data) as store:
        assert store.home == HOME
        assert not store.made_up
        assert QUICK.memory < 1024 * 1024


def test_a_damaged_key_is_no_wrong_phrase_and_a_backup_mends_it(house: OpenerHouse) -> None:
    give(house.data, Stream.PERSON, "boat+key", answered(HARM, "yes", "He shouts at me."))
    db = connect(house.data / "answers.db")
    (trigger_names) = db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in trigger_names:
        db.conn.execute(f'DROP TRIGGER "{name}"')
    db.conn.execute("UPDATE slot SET box = zeroblob(length(box))")
    db.close()
    house.open()
    to_unlock(house)
    house.type(PHRASE)
    house.key(Qt.Key.Key_Return)
    house.wait_for(words.UNLOCK_TITLE)
    assert house.page.notice_words == sealing.KEY_DAMAGED
    house.act("restore")
    house.act("0")
    house.act("do")
    house.wait_for(words.BACKUP_DONE_TITLE)
    house.act("go")
    house.unlock()
    assert "He shouts at me." in house.words()
