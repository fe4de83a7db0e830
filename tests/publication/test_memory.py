"""Whether the memory of what was published can be whole, and how it becomes so again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from duq_desktop.errors import StoreError
from duq_desktop.publication.carried import carried_in, carrying
from duq_desktop.publication.computer_note import ComputerNote, computer_note, note_on_computer
from duq_desktop.publication.memory import Doubt, PublicationMemory
from duq_desktop.store.copies.backup import restore
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.publication_ledger import KEPT_AS, Publication
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.slots import Cost
from duq_desktop.words import publication as words

PHRASE = "fern otter moon lamp"
HOME = Home(
    opener_name="A trustee",
    opener_job="Trustee",
    opener_works_here=False,
    nation="england",
    safeguarding_number="0300 000 0000",
    outside_contact=Contact("Advocacy", "0800 000 0000"),
    people_count=6,
)


@contextmanager
def memory(folder: Path, config: Path) -> Iterator[PublicationMemory]:
    with Store.open(folder) as store:
        yield PublicationMemory(store.unlock(PHRASE), store, config)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as it is set up on this computer, whose own note is in ``tmp_path / "here"``."""
    Store.set_up(tmp_path / "data", HOME, PHRASE, keys=NewKeys.make(), cost=Cost(1, 8192))
    note_on_computer(tmp_path / "here", tmp_path / "data", ComputerNote())
    return tmp_path / "data"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("pdf") / "a.pdf"
    sheet = Canvas(str(file))
    sheet.drawString(100, 100, "words")
    sheet.save()
    return file.read_bytes()


def publish(folder: Path, config: Path, name: str, pdf: bytes = b"") -> bytes:
    """One paper made on the computer with ``config``; the PDF as it is given out."""
    with memory(folder, config) as known:
        one = Publication(name, known.recall().ledger.heads)
        box = known.sealed(one)
        known.remember([one])
    return carrying(pdf, box) if pdf else b""


def doubt(folder: Path, config: Path) -> Doubt | None:
    with memory(folder, config) as known:
        return known.recall().doubt


def test_a_folder_set_up_here_is_not_doubted_nor_after_publishing(folder: Path, tmp_path: Path) -> None:
    assert doubt(folder, tmp_path / "here") is None
    publish(folder, tmp_path / "here", "one")
    assert doubt(folder, tmp_path / "here") is None
    assert computer_note(tmp_path / "here", folder) == ComputerNote(("one",))


def test_a_folder_that_is_new_here_is_doubted_until_it_is_settled(
    folder: Path, tmp_path: Path, pdf: bytes
) -> None:
    last = publish(folder, tmp_path / "there", "one", pdf)
    assert doubt(folder, tmp_path / "another") is Doubt.NEW_HERE
    with memory(folder, tmp_path / "another") as known:
        known.take_from(last)
        assert known.recall().doubt is None
    with memory(folder, tmp_path / "third") as known:
        known.none_before()
        assert known.recall().doubt is None


def test_an_older_copy_put_back_by_hand_is_found_out_and_the_last_paper_gives_the_memory_back(
    folder: Path, tmp_path: Path, pdf: bytes
) -> None:
    first = publish(folder, tmp_path / "here", "one", pdf)
    shutil.copyfile(folder / "answers.db", tmp_path / "old.db")
    last = publish(folder, tmp_path / "here", "two", pdf)
    shutil.copyfile(tmp_path / "old.db", folder / "answers.db")
    with memory(folder, tmp_path / "here") as known:
        assert known.recall().doubt is Doubt.BEHIND
        for wrong, sentence in (
            (first, words.NOT_THE_LAST),
            (pdf, words.NOT_OUR_PAPER),
            (b"", words.NOT_OUR_PAPER),
        ):
            with pytest.raises(StoreError) as caught:
                known.take_from(wrong)
            assert caught.value.sentence == sentence
        with pytest.raises(StoreError):
            known.none_before()
        known.take_from(last)
        assert known.recall().doubt is None
        assert [one.id for one in known.recall().ledger.publications] == ["one", "two"]


def test_a_restore_over_a_file_that_cannot_be_read_is_found_out(folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "stick.db"
    with Store.open(folder) as store:
        shutil.copyfile(store.back_up(), backup)
    publish(folder, tmp_path / "here", "one")
    (folder / "answers.db").write_bytes(b"x" * 9_999)
    restore(folder, backup)
    with memory(folder, tmp_path / "here") as known:
        assert known.recall().doubt is Doubt.BEHIND
        known.begin_anew(["session one"])
        found = known.recall()
        assert found.doubt is None and found.ledger.known_sessions == {"session one"}


def test_a_note_that_cannot_be_read_is_doubted_until_publishing_begins_anew(
    folder: Path, tmp_path: Path
) -> None:
    publish(folder, tmp_path / "here", "one")
    with memory(folder, tmp_path / "here") as known:
        known._opener.keep(KEPT_AS, '{"person/kind/three": [[6, 0, 0]]}')
        assert known.recall().doubt is Doubt.UNREADABLE, "an older version's memory"
        known.begin_anew([])
        assert known.recall().doubt is None
        assert known.recall().ledger.begun_anew


def test_a_paper_of_another_home_gives_no_memory(folder: Path, tmp_path: Path, pdf: bytes) -> None:
    other = tmp_path / "other"
    Store.set_up(other, HOME, PHRASE, keys=NewKeys.make(), cost=Cost(1, 8192))
    last = publish(other, tmp_path / "there", "one", pdf)
    with memory(folder, tmp_path / "here") as known, pytest.raises(StoreError):
        known.take_from(last)


@given(box=st.binary(max_size=3_000), twice=st.booleans())
def test_what_a_paper_carries_comes_back(pdf: bytes, box: bytes, twice: bool) -> None:
    made = carrying(carrying(pdf, b"older") if twice else pdf, box)
    assert carried_in(made) == box if box else carried_in(made) in (None, b"older")
    assert made.startswith(pdf.rstrip())


@given(junk=st.binary(max_size=300))
def test_whatever_else_carries_nothing(pdf: bytes, junk: bytes) -> None:
    assert carried_in(pdf) is None and carried_in(junk) is None
    with pytest.raises(ValueError, match="no PDF of ours"):
        carrying(junk, b"box")
