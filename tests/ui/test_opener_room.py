"""What people said: first what must be read first, then the whole; PDFs; locked again without a trace."""

from __future__ import annotations

import gc
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pypdf
import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar

from duq_desktop.content.model import Stream
from duq_desktop.errors import VaultError
from duq_desktop.interview.records import Bookmark, Near, OpenedSession, Record, RecordKind
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.publication.computer_note import ComputerNote, note_on_computer
from duq_desktop.settings import load as load_settings
from duq_desktop.store.copies.backup import backups
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.model import CareKind, CareNote
from duq_desktop.summary.publication_ledger import KEPT_AS, PublicationLedger
from duq_desktop.summary.stream_table import StreamTable
from duq_desktop.ui.opener import opening
from duq_desktop.ui.opener.opened_room import Opened
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.bars_view import BarsView
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.vault.keys import KeyPair, NewKeys
from duq_desktop.vault.pins import PinState, check_pin, pin_key
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import opener_computer as computer
from duq_desktop.words import opener_destinations as places
from duq_desktop.words import opener_said as words
from duq_desktop.words import opener_setup as setup
from duq_desktop.words import printed
from duq_desktop.words import publication as doubts
from tests.documents import kit
from tests.ui.opener_house import AT, HOME, PHRASE, QUICK, OpenerHouse, answered, give, opener_house

HARM = "person.happy.anyone-scares-you"
KNOW = "person.support.know-staff"
STAFF_KNOW = "staff.support.know-staff"
GONE, GONE_ASKED = "person.support.bus", "Do you like the bus?"
SECRET = "Dave hits me {here} <b>&"
SIGNS = ("boat+key", "tree+book", "kite+drum", "clock+bicycle", "bridge+umbrella", "guitar+shell")


class KeysOf:
    """What a test asks of the keys of the filled folder, without holding them."""

    def __init__(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint


def talk() -> Record:
    return Record(RecordKind.HELP, AT, {"talk": True, "person": "Ada Bright", "after": HARM})


def near_staff() -> Record:
    return Record(RecordKind.NEAR, AT, {"near": ["staff"], "support": "read_to_me", "helper": "staff"})


def closing(topic: str, said: str) -> Record:
    body = {"topic": topic, "words": said, "words_by": "typed", "may_quote": True}
    return Record(RecordKind.WORDS, AT, body)


def fill(data: Path) -> list[str]:
    """Six people, ten staff and one family: enough for two groups, too few for one."""
    signs = list(SIGNS)
    first = give(
        data,
        Stream.PERSON,
        signs[0],
        Record(RecordKind.BEGAN, AT, {"left_out": ["leaders"]}),
        near_staff(),
        talk(),
        answered(HARM, "yes", SECRET, may_quote=False),
        answered(KNOW, "no", "They change all the time."),
        answered("person.support.like-staff", "yes", format="two"),
        answered(GONE, "no", wording=GONE_ASKED),
        closing("best", "Chips on Friday."),
    )
    others = [
        give(
            data,
            Stream.PERSON,
            sign,
            answered(HARM, "no"),
            answered(KNOW, "no" if sign > "c" else "sometimes"),
        )
        for sign in signs[1:]
    ]
    staff = [give(data, Stream.STAFF, "", answered(STAFF_KNOW, "yes")) for _ in range(10)]
    family = [
        give(data, Stream.FAMILY, "", answered("family.support.know-staff", "yes", "Only family knows."))
    ]
    return [first, *others, *staff, *family]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A folder with sessions, made once; each test has a copy of it."""
    data = tmp_path_factory.mktemp("filled") / "data"
    keys = NewKeys.make()
    Store.set_up(data, HOME, PHRASE, keys=keys, cost=QUICK)
    return data, keys, fill(data)


@pytest.fixture
def house(qapp, tmp_path, filled):
    data, keys, sessions = filled
    with opener_house(qapp, tmp_path) as made:
        shutil.copytree(data, made.data)
        made.keys = KeysOf(keys.fingerprint)
        pin_key(made.config, keys.fingerprint, made.data)
        note_on_computer(made.config, made.data, ComputerNote())
        made.sessions = sessions
        made.open()
        made.unlock()
        yield made


def to_whole(house: OpenerHouse) -> None:
    while house.title == words.FIRST_TITLE:
        house.next()
    assert house.title == words.WHOLE_TITLE


def test_what_must_be_read_first_stands_first_word_for_word(house: OpenerHouse) -> None:
    shown = house.words()
    counts = words.FIRST_COUNTS.format(talk=1, worrying=1, words=4, open=2)
    assert counts in shown
    order = [
        shown.index("Asks to talk to Ada Bright alone"),
        shown.index("Does anyone scare you?"),
        shown.index(f"“{SECRET}”"),
    ]
    assert order == sorted(order)
    for told in (
        "“They change all the time.”",
        "“Chips on Friday.”",
        "“Only family knows.”",
        "Answer: Yes",
        "boat and key",
        "20 November 2026",
        "Near: staff",
    ):
        assert told in shown
    assert "wrong" not in shown.lower(), "no verdict"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening takes one short step at each turn of the window."""
    monkeypatch.setattr(opening, "TURN_S", 0.0)


@pytest.fixture
def locked(qapp, tmp_path, filled):
    """The start page of a filled folder; ``unlock_slowly`` leads to the page that tells how far it is."""
    data, keys, _ = filled
    with opener_house(qapp, tmp_path) as made:
        shutil.copytree(data, made.data)
        made.keys = KeysOf(keys.fingerprint)
        pin_key(made.config, keys.fingerprint, made.data)
        made.open()
        yield made


def unlock_slowly(house: OpenerHouse) -> QProgressBar:
    house.page.buttons["opener"].click()  # type: ignore[attr-defined]
    house.settle()
    house.type(PHRASE)
    QTest.keyClick(house.focused(), Qt.Key.Key_Return)
    while house.title != words.OPENING_TITLE:
        QTest.qWait(1)
    (bar,) = house.page.findChildren(QProgressBar)
    return bar


def test_while_everything_is_opened_a_bar_tells_how_far(slow, locked: OpenerHouse) -> None:
    bar = unlock_slowly(locked)
    assert bar.accessibleName() == words.OPENING_BAR
    seen = [bar.value()]
    bar.valueChanged.connect(seen.append)
    locked.settle()
    assert locked.faults() == []
    locked.wait_for(words.FIRST_TITLE)
    assert len(seen) > 3 and seen == sorted(seen)


def test_stop_locks_again_and_leaves_nothing(slow, locked: OpenerHouse) -> None:
    kinds = (OpenedSession, SessionFacts, Opened)
    others = {id(each) for kind in kinds for each in left_in_memory(kind)}  # other tests' own
    unlock_slowly(locked)
    room = locked.house.bring_opener_part().room
    opener, answers = room.opener, room.reading()._answers
    locked.desk.actions_by_name["stop"].click()
    locked.wait_until(lambda: isinstance(locked.page, StartPage))
    assert opener.locked and not answers.is_open
    del room
    gc.collect()
    for kind in kinds:
        assert [each for each in left_in_memory(kind) if id(each) not in others] == []


def test_hidden_while_it_opens_it_stays_hidden(slow, locked: OpenerHouse) -> None:
    unlock_slowly(locked)
    locked.page.control(Control.HIDE).click()
    stage = locked.house.window.stage
    locked.wait_until(lambda: stage.page_behind_blank.heading.text() == words.FIRST_TITLE)
    assert isinstance(stage.page, Blank)


def test_a_note_reads_no_session_again(house: OpenerHouse) -> None:
    room = house.house.bring_opener_part().room
    before, said = room.reading().count, []
    room.reading()._answers._db.conn.set_trace_callback(said.append)
    key = room.reading().read_first(0, 1)[0].key
    said.clear()
    room.write_note("Rang the council.", key, "")
    assert said and not [sql for sql in said if "contents" in sql]
    assert room.reading().count == replace(before, open_items=before.open_items - 1)
    room.write_note("Rang again.", key, "")
    assert room.reading().count.open_items == before.open_items - 1


def test_whom_to_call_is_one_press_away(house: OpenerHouse) -> None:
    house.act("call")
    for told in ("999", "Advocacy Together", "01632 960 101", "01632 960 102"):
        assert told in house.words()
    house.back()
    assert house.title == words.FIRST_TITLE


def test_an_item_stays_open_until_a_note_says_what_was_done(house: OpenerHouse) -> None:
    first = next(iter(house.page.cards.values()))  # type: ignore[attr-defined]
    house.tab_to(first.button)
    house.key(Qt.Key.Key_Return)
    assert house.title == words.NOTE_TITLE
    assert "Asks to talk to Ada Bright alone" in house.words()
    assert "01632 960 101" in house.words(), "whom to call stands beside it"
    house.next()
    assert house.page.notice_words == words.NOTE_EMPTY
    house.page.box.setPlainText("Talked to her. Told the council: ref 123.")  # type: ignore[attr-defined]
    house.next()
    assert house.title == words.FIRST_TITLE
    shown = house.words()
    assert "Talked to her. Told the council: ref 123." in shown
    assert words.FIRST_COUNTS.format(talk=1, worrying=1, words=4, open=1) in shown
    raw = (house.data / "answers.db").read_bytes()
    assert b"ref 123" not in raw, "a note is sealed"
    house.house.close()
    with Store.open(house.data) as store:
        (note,) = store.unlock(PHRASE).notes().notes
        assert note.about == f"{house.sessions[0]}:talk:{AT}"  # type: ignore[attr-defined]
        assert note.session_id == house.sessions[0]  # type: ignore[attr-defined]


def test_a_note_that_is_too_long_is_said(house: OpenerHouse) -> None:
    next(iter(house.page.cards.values())).button.click()  # type: ignore[attr-defined]
    house.settle()
    house.page.box.setPlainText("ä" * 1501)  # type: ignore[attr-defined]
    house.next()
    assert house.page.notice_words == words.NOTE_FULL


def test_who_took_part_and_what_is_missing_is_counted(house: OpenerHouse) -> None:
    to_whole(house)
    assert "Took part: People supported: 6, Families: 1, Staff: 10." in house.words()
    assert words.DRAFT in house.words()
    assert "missing" not in house.words()


def test_removed_and_damaged_entries_are_counted(qapp, tmp_path: Path) -> None:
    with opener_house(qapp, tmp_path) as house:
        house.set_up()
        fill(house.data)
        with Store.open(house.data) as store:
            store._desk._db.conn.execute("DROP TRIGGER IF EXISTS record_no_delete")
            triggers = store._desk._db.conn.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
            for (name,) in triggers.fetchall():
                store._desk._db.conn.execute(f'DROP TRIGGER "{name}"')
            store._desk._db.conn.execute("DELETE FROM record WHERE number = 4")
            store._desk._db.conn.execute("UPDATE record SET box = zeroblob(length(box)) WHERE number = 6")
        house.open()
        house.unlock()
        to_whole(house)
        assert words.MISSING.format(number=1) in house.words()
        assert words.DAMAGED.format(number=1) in house.words()


class NewerRecord:
    """What a newer version may seal."""

    def to_bytes(self) -> bytes:
        return b'{"k":"drawing","t":"2027-01-01T10:00:00+00:00"}'


def test_what_a_newer_version_or_damage_keeps_out_of_the_counts_is_told(qapp, tmp_path: Path) -> None:
    with opener_house(qapp, tmp_path) as house:
        house.set_up()
        with Store.open(house.data) as store:
            unread = store.begin(Stream.FAMILY, sign="", pack_id="duq-code", pack_version="0.1.0")
            unread.append(answered("family.support.know-staff", "no"), Bookmark())
            known = store.begin(Stream.STAFF, sign="", pack_id="duq-code", pack_version="0.1.0")
            later = store.resume(known.session_id)
            later.append(answered(STAFF_KNOW, "no", SECRET), Bookmark())
            later.append(NewerRecord(), Bookmark())  # type: ignore[arg-type]
            for (name,) in store._desk._db.conn.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                store._desk._db.conn.execute(f'DROP TRIGGER "{name}"')
            store._desk._db.conn.execute("UPDATE sitting SET sealed_key = randomblob(368) WHERE number < 3")
        house.open()
        house.unlock()
        assert SECRET in house.words() and words.STREAM_UNKNOWN in house.words()
        to_whole(house)
        for line in (words.UNREAD, words.STREAMLESS, words.NEWER):
            assert line.format(number=1) in house.words()
        assert words.TOOK_PART_NOBODY in house.words(), "no group's figures hold another's"
        house.act("sessions")
        assert words.STREAM_UNKNOWN in house.words()
        assert words.SESSION_NEWER.format(number=1) in house.words()


def test_everybody_who_may_be_near_has_a_name() -> None:
    assert {near.value for near in Near} <= words.NEAR_WHO.keys()


def test_the_sessions_say_who_how_far_and_who_helped(house: OpenerHouse) -> None:
    to_whole(house)
    house.act("sessions")
    first = house.page.cards[house.sessions[0]]  # type: ignore[attr-defined]
    told = "\n".join(label.text() for label in first.findChildren(QLabel))
    for line in (
        "People supported · boat and key",
        "Helped by: staff.",
        "came to the end",
        words.TWO_ANSWERS,
    ):
        assert line in told
    assert len(house.page.cards) == 8  # type: ignore[attr-defined]
    house.next()
    assert len(house.page.cards) == 8  # type: ignore[attr-defined]
    house.next()
    assert len(house.page.cards) == 1  # type: ignore[attr-defined]
    house.next()
    assert house.title == words.WHOLE_TITLE


def test_a_full_copy_for_the_person_holds_everything_and_is_never_written_over(
    house: OpenerHouse, tmp_path: Path
) -> None:
    stick = house.put_in(tmp_path / "STICK").folder
    house.documents = tmp_path

    def copy() -> None:
        house.page.cards[house.sessions[0]].button.click()  # type: ignore[attr-defined]
        house.settle()
        house.act("do")
        assert house.title == words.COPY_ASK
        assert f"“{tmp_path.name}”" not in house.words(), "never on this computer's own disk"
        house.choose(stick)
        house.wait_for(words.MADE_TITLE)

    (stick / "My views.pdf").write_bytes(b"somebody else's")
    to_whole(house)
    house.act("sessions")
    copy()
    assert words.MADE_LINE.format(name="My views 2.pdf", folder="STICK") in house.words()
    assert (stick / "My views.pdf").read_bytes() == b"somebody else's"
    pdf = (stick / "My views 2.pdf").read_bytes()
    text = kit.text_of(pdf)
    for told in (
        "Does anyone scare you?",
        GONE_ASKED,
        "They change all the time.",
        "Chips on Friday.",
        "Ada Bright made it",
    ):
        assert told in text
    assert "boat" not in text
    assert kit.failures(pdf, tmp_path) == []
    house.next()
    assert house.title == words.SESSIONS_TITLE
    assert sorted(path.name for path in stick.iterdir()) == ["My views 2.pdf", "My views.pdf"]


def to_area(house: OpenerHouse) -> list[BarsView]:
    to_whole(house)
    house.act("areas")
    house.act("0")
    views: list[BarsView] = house.page.views  # type: ignore[attr-defined]
    return views


def test_the_bars_of_an_area_stand_stream_by_stream_with_every_number(house: OpenerHouse) -> None:
    views = to_area(house)
    alt = views[0].accessibleName()
    assert alt.startswith("Do you know the staff who help you?")
    for told in (
        "People supported: 6 people.",
        "Staff: 10 people.",
        "All 10 said Yes.",
        "Families: 1 person.",
    ):
        assert told in alt
    counts = {bar.label: [(part.option, part.count) for part in bar.segments] for bar in views[0].chart.bars}
    assert counts == {
        "People supported": [("sometimes", 1), ("no", 5)],
        "Families": [("yes", 1)],
        "Staff": [("yes", 10)],
    }
    two = views[1].chart.bars[0]
    assert (two.note, two.people) == ("asked with Yes and No only", 1)
    shown = house.words()
    assert "Staff were asked: Do people know the staff on each shift?" in shown
    assert "Groups do not say the same here" in shown
    assert "People supported mostly No" in shown
    assert "%" not in shown
    assert "average" not in shown.lower()


def test_what_is_not_asked_any_more_stands_in_a_group_of_its_own(house: OpenerHouse) -> None:
    to_whole(house)
    house.act("areas")
    house.act("before")
    shown = house.words()
    assert house.title == words.ASKED_BEFORE_TITLE
    assert GONE_ASKED in shown and words.ASKED_BEFORE_COUNT.format(number=1) in shown
    (bars,) = house.page.findChildren(BarsView)
    assert "1 said No" in bars.accessibleName()
    house.back()
    assert house.title == words.AREAS_TITLE


def test_many_notes_to_read_with_care_stand_page_by_page(house: OpenerHouse) -> None:
    to_whole(house)
    opened = house.house.bring_opener_part().room.reading()
    notes = [CareNote(CareKind.SAME_SIGN, str(number), f"sign{number:02}") for number in range(45)]
    opened.summary = replace(opened.summary, care=tuple(notes))
    house.act("areas")
    house.act("care")
    shown = []
    while True:
        shown.append([note for note in notes if note.sign in house.words()])
        if not house.page.control(Control.NEXT).isVisible():
            break
        house.next()
    assert [len(each) for each in shown] == [20, 20, 5]
    assert [note for each in shown for note in each] == notes
    house.back()
    assert words.PART.format(number=2, total=3) in house.words()


def test_an_area_left_out_on_the_day_is_told_of_there_and_nowhere_else(house: OpenerHouse) -> None:
    to_area(house)
    told = []
    while house.title != words.AREAS_TITLE:
        told.append("left out" in house.words())
        house.next()
    assert told == [False, False, False, False, True]


def test_an_area_leads_to_the_next_and_back_to_the_list(house: OpenerHouse) -> None:
    to_area(house)
    first = house.title
    house.next()
    assert house.title != first
    house.back()
    assert house.title == words.AREAS_TITLE


WILL_DO = "We ask about trips each Friday."


def to_quotes(house: OpenerHouse) -> None:
    to_whole(house)
    house.act("papers")
    house.act("said")
    house.next()
    house.next()
    assert house.title == words.NEXT_TITLE
    fields = house.page.fields  # type: ignore[attr-defined]
    assert fields["ask"].text() == "Ada Bright"
    fields["will_do"].edit.setText(WILL_DO)
    house.next()
    assert house.title == words.QUOTES_TITLE
    house.back()
    assert house.page.fields["will_do"].text() == WILL_DO  # type: ignore[attr-defined]
    house.next()
    assert house.title == words.QUOTES_TITLE


def make(house: OpenerHouse, place: Path) -> str:
    """From the quotes to the PDF in the folder ``place``; its words."""
    house.put_in(place)
    while house.title == words.QUOTES_TITLE:
        house.next()
    assert house.title == words.LOOK_TITLE
    while "do" not in house.desk.actions_by_name:
        house.next()
    house.act("do")
    house.choose(place)
    house.wait_for(words.MADE_TITLE)
    return kit.text_of((place / words.FILE_SAID).read_bytes())


def test_what_people_said_is_made_whole_conforming_and_gives_nobody_away(
    house: OpenerHouse, tmp_path: Path
) -> None:
    to_quotes(house)
    cards = house.page.cards  # type: ignore[attr-defined]
    offered = "\n".join(label.text() for card in cards.values() for label in card.findChildren(QLabel))
    assert SECRET not in offered, "who did not say yes to being quoted is not asked for again"
    assert "They change all the time." in offered
    key = f"{house.sessions[0]}:{KNOW}"  # type: ignore[attr-defined]
    house.tab_to(cards[key].choices["quote"])
    house.key(Qt.Key.Key_Space)
    text = make(house, tmp_path / "STICK")
    assert "They change all the time." in text
    for hidden in (
        "Chips on Friday",
        "Dave hits",
        "Only family knows",
        "boat",
        "Elm Court",
        "Ada Bright alone",
    ):
        assert hidden not in text
    assert "is not shown." in text or "are not shown." in text
    assert WILL_DO in text
    assert "You can ask Ada Bright." in text
    (written,) = (tmp_path / "STICK").iterdir()
    assert kit.failures(written.read_bytes(), tmp_path) == []
    house.house.close()
    with Store.open(house.data) as store:
        kept = store.unlock(PHRASE).kept(KEPT_AS)
        assert kept is not None
        assert known(kept)[Stream.PERSON].bars[KNOW].three == (0, 1, 5)
        assert not known(kept)[Stream.STAFF].shown, "all said the same, and nobody let it through"
    assert_a_second_shows_no_more(house)


def known(kept: str) -> dict[Stream, StreamTable]:
    """What a memory knows to be out, by stream."""
    return {each.stream: each.table for each in PublicationLedger.from_texts([kept]).cohorts()}


def assert_a_second_shows_no_more(house: OpenerHouse) -> None:
    """A second PDF shows nothing that beside the first would tell on few."""
    give(house.data, Stream.PERSON, "train+car", answered(KNOW, "yes"))
    house.house.take_down()
    house.open()
    house.unlock()
    to_quotes(house)
    house.next()
    cards = house.page.cards  # type: ignore[attr-defined]
    told = "\n".join(label.text() for label in cards["|person|"].findChildren(QLabel))
    assert words.WARNING["repeated"] in told


def test_warnings_are_shown_and_a_bar_can_be_left_out(house: OpenerHouse, tmp_path: Path) -> None:
    to_quotes(house)
    house.next()
    assert house.title == words.LOOK_TITLE
    cards = house.page.cards  # type: ignore[attr-defined]
    unanimous = cards[f"{STAFF_KNOW}|staff|"]
    told = "\n".join(label.text() for label in unanimous.findChildren(QLabel))
    assert words.WARNING["unanimous"] in told
    few = cards[f"{HARM}|person|"]
    assert words.WARNING["few_worrying"] in "\n".join(label.text() for label in few.findChildren(QLabel))
    house.tab_to(few.choices["leave"])
    house.key(Qt.Key.Key_Space)
    house.tab_to(unanimous.choices["let"])
    house.key(Qt.Key.Key_Space)
    make(house, tmp_path / "STICK")
    house.house.close()
    with Store.open(house.data) as store:
        kept = store.unlock(PHRASE).kept(KEPT_AS)
        assert kept is not None
        assert HARM not in known(kept)[Stream.PERSON].bars
        assert known(kept)[Stream.STAFF].bars[STAFF_KNOW].three == (10, 0, 0)


def test_a_folder_that_is_new_here_is_asked_about_before_a_second_paper_could_tell(
    house: OpenerHouse, tmp_path: Path
) -> None:
    """Another computer may have published from another copy; its last PDF carries the memory."""
    elsewhere = tmp_path / "elsewhere"
    to_quotes(house)
    make(house, elsewhere)
    (house.config / "published.json").unlink()
    house.next()
    house.act("papers")
    house.act("said")
    assert house.title == doubts.DOUBT_TITLE and doubts.DOUBT["new_here"] in house.words()
    house.act("anew")
    assert doubts.ANEW_LINE in house.words()
    house.back()
    house.act("last")
    house.type(str(tmp_path / "nothing.pdf"))
    house.next()
    assert house.title == doubts.LAST_TITLE
    house.page.fields["file"].edit.setText(str(elsewhere / words.FILE_SAID))  # type: ignore[attr-defined]
    house.next()
    assert house.title == words.GROUP_TITLE


def test_a_larger_smallest_group_hides_more(house: OpenerHouse, tmp_path: Path) -> None:
    to_whole(house)
    house.act("papers")
    house.act("said")
    house.page.answers.choices[3].setChecked(True)  # type: ignore[attr-defined]
    house.next()
    house.type("A provider")
    house.next()
    house.next()
    text = make(house, tmp_path / "STICK")
    assert "A provider" in text
    assert printed.SAID_FEW_WHY in text


def test_a_stick_that_was_pulled_out_is_said_and_nothing_is_made(house: OpenerHouse, tmp_path: Path) -> None:
    stick = house.put_in(tmp_path / "STICK").folder
    to_quotes(house)
    house.next()
    house.act("do")
    stick.rmdir()
    house.choose(stick)
    assert house.title == words.MAKE_ASK
    assert house.page.notice_words == places.NO_FOLDER.format(folder=stick)


def test_a_pdf_that_cannot_be_written_is_said_and_leaves_nothing(house: OpenerHouse, tmp_path: Path) -> None:
    stick = house.put_in(tmp_path / "STICK").folder
    to_whole(house)
    house.act("papers")
    house.act("about")
    house.choose(stick)
    assert house.title == words.MAKING_TITLE
    stick.rmdir()
    house.wait_for(words.PAPERS_TITLE)
    assert "could not be written" in house.page.notice_words
    assert not stick.exists()


@pytest.mark.parametrize("kind", ["about", "helpers"])
def test_the_sheets_to_give_out_are_made(house: OpenerHouse, tmp_path: Path, kind: str) -> None:
    house.documents = tmp_path / "Documents"
    house.documents.mkdir()
    to_whole(house)
    house.act("papers")
    house.act(kind)
    assert " free" in house.desk.actions_by_name["0"].words()
    house.choose(house.documents)
    house.wait_for(words.MADE_TITLE)
    (written,) = house.documents.iterdir()
    reader = pypdf.PdfReader(written)
    assert len(reader.pages) > 2
    assert "Ada Bright" in kit.text_of(written.read_bytes())


def process_of(house: OpenerHouse) -> QProcess:
    room = house.house.bring_opener_part().room
    assert room is not None
    making = room._publishing._out._making
    assert making is not None and making._worker is not None
    return making._worker._process


def test_a_page_stays_alive_while_a_pdf_is_made_and_can_stop_it(house: OpenerHouse, tmp_path: Path) -> None:
    stick = house.put_in(tmp_path / "STICK").folder
    to_whole(house)
    house.act("papers")
    house.act("about")
    house.choose(stick)
    process = process_of(house)
    ended: list[int] = []
    process.finished.connect(lambda code, _status: ended.append(code))
    house.wait_until(lambda: words.MAKING_LINE.format(number=1) in house.words())
    assert process.state() is QProcess.ProcessState.Running, "it is told page by page"
    house.act("stop")
    assert house.title == words.PAPERS_TITLE
    assert ended, "it was killed and waited for"
    assert list(stick.iterdir()) == []


def test_locking_while_a_pdf_is_made_stops_it(house: OpenerHouse, tmp_path: Path) -> None:
    stick = house.put_in(tmp_path / "STICK").folder
    to_quotes(house)
    house.next()
    house.act("do")
    house.choose(stick)
    part = house.house.bring_opener_part()
    ended: list[int] = []
    process_of(house).finished.connect(lambda code, _status: ended.append(code))
    part.lock_and_leave()
    assert ended, "it was killed and waited for"
    house.settle()
    assert isinstance(house.page, StartPage)
    assert house.page.notice_words == "", "it is no fault"
    assert list(stick.iterdir()) == []


def test_a_worker_that_is_killed_is_told_calmly(house: OpenerHouse, tmp_path: Path) -> None:
    house.put_in(tmp_path / "STICK")
    to_whole(house)
    house.act("papers")
    house.act("helpers")
    house.choose(tmp_path / "STICK")
    process_of(house).kill()
    house.wait_for(words.PAPERS_TITLE)
    assert house.page.notice_words == words.MAKING_FAILED


def test_a_folder_can_be_typed_and_a_wrong_one_is_said(house: OpenerHouse, tmp_path: Path) -> None:
    to_whole(house)
    house.act("papers")
    house.act("about")
    assert places.STICK_NONE in house.words()
    house.put_in(tmp_path / "STICK")
    house.act("look")
    assert "“STICK”" in house.words()
    house.act("type")
    house.type("not a folder")
    house.next()
    assert house.page.notice_words == places.NO_FOLDER.format(folder="not a folder")
    house.page.fields["folder"].edit.setText(str(tmp_path / "STICK"))  # type: ignore[attr-defined]
    house.next()
    house.wait_for(words.MADE_TITLE)
    assert [path.name for path in (tmp_path / "STICK").iterdir()] == [words.FILE_ABOUT]


Kept = TypeVar("Kept")


def left_in_memory(kind: type[Kept]) -> list[Kept]:
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, kind)]


def test_left_alone_it_locks_itself_and_leaves_nothing(house: OpenerHouse, filled) -> None:
    to_area(house)
    assert house.house.store is not None
    ours = {one.session_id for one in house.house.store.sessions()}
    for kind in (OpenedSession, SessionFacts):
        assert [one for one in left_in_memory(kind) if one.session_id in ours] == [], "read as needed"
    room = house.house.bring_opener_part().room
    assert room is not None
    opener, answers = room.opener, room.reading().opening.answers
    assert {one.session_id for one in answers.sessions()} == ours
    del room
    watch = house.house.bring_opener_part().watch
    assert watch is not None
    watch.left_alone.emit()
    del watch
    house.settle()
    house.settle()
    assert isinstance(house.page, StartPage)
    assert opener.locked
    assert not answers.is_open
    del opener
    house.settle()
    for kind in (OpenedSession, SessionFacts):
        assert [one for one in left_in_memory(kind) if one.session_id in ours] == []
    assert [one for one in left_in_memory(Opener) if not one.locked] == []
    pair = filled[1].pair
    assert [one for one in left_in_memory(KeyPair) if one.public == pair.public and one is not pair] == []
    assert house.house.bring_opener_part().room is None


def test_the_watch_waits_as_long_as_was_set(qapp, tmp_path: Path) -> None:
    with opener_house(qapp, tmp_path, lock_minutes=7) as house:
        house.set_up().open()
        house.unlock()
        watch = house.house.bring_opener_part().watch
        assert watch is not None
        now = watch._clock()
        watch._clock = lambda: now + 6 * 60
        watch._looked = now + 6 * 60
        watch.look()
        house.settle()
        assert house.title == words.FIRST_TITLE
        watch._clock = lambda: now + 8 * 60
        watch._looked = now + 8 * 60
        watch.look()
        house.settle()
        assert isinstance(house.page, StartPage)


def test_lock_and_leave_and_a_fault_lock_too(house: OpenerHouse) -> None:
    to_whole(house)
    opener = house.house.bring_opener_part().room.opener  # type: ignore[union-attr]
    house.act("lock")
    assert isinstance(house.page, StartPage)
    assert opener.locked
    house.unlock()
    opener = house.house.bring_opener_part().room.opener  # type: ignore[union-attr]
    house.house.on_fault(ValueError, ValueError("x"), None)
    house.settle()
    assert opener.locked
    assert isinstance(house.page, StartPage)


def test_hide_blanks_what_people_said(house: OpenerHouse) -> None:
    house.page.hide_pressed.emit()
    house.settle()
    assert not isinstance(house.house.window.stage.page, type(None))
    assert house.house.window.stage.layers == 2


def to_computer(house: OpenerHouse) -> None:
    to_whole(house)
    house.act("computer")
    assert house.title == computer.TITLE


def test_a_fact_of_the_home_is_changed_alone(house: OpenerHouse) -> None:
    to_computer(house)
    house.act("facts")
    house.act("outside")
    house.page.fields["outside_number"].edit.setText("none")  # type: ignore[attr-defined]
    house.next()
    assert "figures only" in house.page.notice_words
    house.page.fields["outside_number"].edit.setText("01632 960 199")  # type: ignore[attr-defined]
    house.next()
    assert house.page.notice_words == computer.CHANGED
    store = house.house.store
    assert store is not None
    assert store.home.outside_contact.number == "01632 960 199"
    assert store.home.opener_name == "Ada Bright"
    assert len(store.home_history()) == 2


def test_words_look_and_times_are_kept_in_the_settings(house: OpenerHouse) -> None:
    to_computer(house)
    house.act("facts")
    house.act("staff")
    house.page.answers.choices[3].setChecked(True)  # type: ignore[attr-defined]
    house.next()
    house.back()
    house.act("lock")
    house.page.answers.choices[2].setChecked(True)  # type: ignore[attr-defined]
    house.next()
    assert house.page.notice_words == computer.CHANGED
    watch = house.house.bring_opener_part().watch
    assert watch is not None
    assert watch._rest == 10 * 60, "it counts at once"
    house.act("size")
    house.page.answers.choose("150")  # type: ignore[attr-defined]
    house.next()
    house.page.answers.choose("dark")  # type: ignore[attr-defined]
    house.next()
    kept = load_settings(house.config)
    assert (kept.staff_word, kept.lock_minutes) == ("carers", 10)
    assert (kept.text_size, kept.theme) == (150, "dark")


def test_how_long_a_page_may_be_left_alone_is_set_and_counts_when_people_answer(house: OpenerHouse) -> None:
    house.house._keep_settings(replace(house.house.settings, rest_minutes=45))
    to_computer(house)
    house.act("idle")
    assert house.title == computer.BLANK_TITLE
    shown = [choice.words() for choice in house.page.answers.choices]  # type: ignore[attr-defined]
    assert shown == ["5 minutes", "10 minutes", "20 minutes", "30 minutes", "45 minutes"]
    assert house.page.values() == {"value": "45"}, "what a file says stays among them"  # type: ignore[attr-defined]
    house.page.answers.choose("20")  # type: ignore[attr-defined]
    house.next()
    assert house.title == computer.DAY_TITLE
    shown = [choice.words() for choice in house.page.answers.choices]  # type: ignore[attr-defined]
    assert shown == ["1 hour", "4 hours", "20 hours", "24 hours"]
    assert load_settings(house.config).rest_minutes == 45, "nothing is kept before the end"
    house.page.answers.choose("1440")  # type: ignore[attr-defined]
    house.next()
    assert house.page.notice_words == computer.CHANGED
    kept = load_settings(house.config)
    assert (kept.rest_minutes, kept.day_minutes) == (20, 1_440)
    house.house.bring_opener_part().lock_and_leave()
    house.settle()
    watch = house.house.session.watch
    assert watch is not None
    assert (watch._rest, watch._day) == (20 * 60, 24 * 60 * 60)


def test_a_new_pass_phrase_counts_at_once(house: OpenerHouse) -> None:
    to_computer(house)
    house.act("phrase")
    phrase = house.page.large.text()  # type: ignore[attr-defined]
    house.next()
    house.type(phrase)
    house.next()
    house.wait_for(computer.TITLE)
    assert house.page.notice_words == computer.PHRASE_CHANGED
    house.house.close()
    with Store.open(house.data) as store:
        store.unlock(phrase).lock()


def test_a_new_recovery_key_counts_once_its_end_is_typed_and_the_old_one_opens_nothing(
    house: OpenerHouse, filled
) -> None:
    to_computer(house)
    house.act("sheet")
    house.act("do")
    key = RecoveryKey.parse(house.page.large.text())  # type: ignore[attr-defined]
    house.next()
    house.type("AAAAA")
    house.next()
    assert house.page.notice_words == setup.KEY_BACK_WRONG
    house.page.fields["last"].edit.setText(key.groups[-1].lower())  # type: ignore[attr-defined]
    house.next()
    house.wait_for(computer.TITLE)
    assert house.page.notice_words == computer.SHEET_CHANGED
    assert house.house.bring_opener_part().room._computer._secrets is None, "the key is forgotten"  # type: ignore[union-attr]
    house.house.close()
    with Store.open(house.data) as store:
        assert store.fingerprint == house.keys.fingerprint
        store.unlock_with_recovery(key).lock()
        store.unlock(PHRASE).lock()
        with pytest.raises(VaultError):
            store.unlock_with_recovery(filled[1].recovery)


def test_leaving_before_the_end_is_typed_keeps_the_old_recovery_key(house: OpenerHouse, filled) -> None:
    to_computer(house)
    house.act("sheet")
    house.act("do")
    house.next()
    house.back()
    house.back()
    assert house.title == computer.SHEET_TITLE
    house.house.close()
    with Store.open(house.data) as store:
        store.unlock_with_recovery(filled[1].recovery).lock()


def test_new_keys_are_pinned_and_open_what_was_said_before(house: OpenerHouse) -> None:
    to_computer(house)
    house.act("leaked")
    house.act("do")
    phrase = house.page.large.text()  # type: ignore[attr-defined]
    house.next()
    house.type(phrase)
    house.next()
    key = RecoveryKey.parse(house.page.large.text())  # type: ignore[attr-defined]
    house.next()
    house.type(key.groups[-1])
    house.next()
    house.next()
    house.wait_for(computer.LEAKED_DONE_TITLE)
    house.house.close()
    with Store.open(house.data) as store:
        assert store.fingerprint != house.keys.fingerprint
        assert check_pin(house.config, store.fingerprint, house.data) is PinState.SAME
        opening = store.unlock(phrase).open_all()
        assert len(opening.sessions) == 17
        assert opening.whole
        store.unlock_with_recovery(key).lock()
        with pytest.raises(Exception, match="does not open"):
            store.unlock(PHRASE)


def test_a_backup_is_made_and_brought_back(house: OpenerHouse) -> None:
    to_computer(house)
    house.act("backups")
    house.act("now")
    assert house.page.notice_words == computer.BACKUP_MADE
    house.act("bring")
    house.act("0")
    room = house.house.bring_opener_part().room
    assert room is not None
    opener = room.opener
    house.act("do")
    house.wait_for("The backup is back")
    assert opener.locked
    house.act("go")
    assert isinstance(house.page, StartPage)
    house.unlock()
    assert SECRET in house.words()


def test_a_backup_goes_on_a_stick_and_comes_back_from_it(house: OpenerHouse, tmp_path: Path) -> None:
    stick = house.put_in(tmp_path / "STICK").folder
    to_computer(house)
    house.act("backups")
    house.act("away")
    house.choose(stick)
    assert house.title == places.AWAY_DONE_TITLE
    (written,) = (stick / "DUQ Desktop backups").iterdir()
    assert written.read_bytes() == backups(house.data)[0].path.read_bytes()
    house.next()
    house.act("bring")
    assert places.FOUND_ON.format(name="STICK", number=1) in house.desk.actions_by_name["stick0"].words()
    house.act("stick0")
    house.act("0")
    house.act("do")
    house.wait_for("The backup is back")
    house.act("go")
    house.unlock()
    assert SECRET in house.words()


def test_a_backup_elsewhere_is_typed(house: OpenerHouse, tmp_path: Path) -> None:
    to_computer(house)
    house.act("backups")
    house.act("bring")
    house.act("type")
    house.type(str(tmp_path / "none.db"))
    house.next()
    assert house.page.notice_words == places.FILE_NONE.format(file=tmp_path / "none.db")
    copy = shutil.copy(backups(house.data)[0].path, tmp_path / "copy.db")
    house.page.fields["file"].edit.setText(str(copy))  # type: ignore[attr-defined]
    house.next()
    house.act("do")
    house.wait_for("The backup is back")


def test_a_session_of_a_place_mark_only_tells_nothing(qapp, tmp_path: Path) -> None:
    """Somebody began and left before saying yes or no: counted, nothing shown."""
    with opener_house(qapp, tmp_path) as house:
        house.set_up()
        with Store.open(house.data) as store:
            sitting = store.begin(Stream.PERSON, sign="boat+key", pack_id="duq-code", pack_version="0.1.0")
            sitting.append(Record(RecordKind.PAGE, AT, {"page": "near"}), Bookmark())
        house.open()
        house.unlock()
        assert words.FIRST_NONE in house.words()
        to_whole(house)
        assert words.LEFT_EARLY.format(number=1) in house.words()
        assert setup.STEP not in house.words()
