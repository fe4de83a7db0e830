"""Anything in any order: what comes out is always what went in and was not taken back."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.store.inbox.store import Store

_TEXTS = st.text(max_size=30)


class AnyOrder(RuleBasedStateMachine):
    """Drives a real folder and remembers what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.mkdtemp()
        self.folder = self.make(Path(self.place))
        self.store: Store = self.folder.open()
        self.phrase = self.folder.phrase
        self.given: dict[str, list[str]] = {}
        self.sittings: dict[str, Sitting] = {}
        self.deleted, self.counted = 0, True
        self.copies: dict[int, dict[str, list[str]]] = {}

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.place)

    def note_copy(self) -> None:
        newest = backups(self.folder.path)[0].number
        self.copies[newest] = {key: list(value) for key, value in self.given.items()}

    @rule(stream=st.sampled_from(list(Stream)))
    def begin(self, stream) -> None:
        sitting = self.folder.begin(self.store, stream)
        self.given[sitting.session_id] = []
        self.sittings[sitting.session_id] = sitting

    @precondition(lambda self: self.sittings)
    @rule(data=st.data(), texts=st.lists(_TEXTS, max_size=3))
    def give(self, data, texts) -> None:
        key = data.draw(st.sampled_from(sorted(self.sittings)))
        self.folder.give(self.sittings[key], *texts)
        self.given[key] += texts

    @precondition(lambda self: self.sittings)
    @rule(data=st.data())
    def come_back_another_day(self, data) -> None:
        key = data.draw(st.sampled_from(sorted(self.sittings)))
        self.sittings[key].forget_key()
        self.sittings[key] = self.store.resume(key)

    @precondition(lambda self: self.sittings)
    @rule(data=st.data(), text=_TEXTS)
    def end(self, data, text) -> None:
        key = data.draw(st.sampled_from(sorted(self.sittings)))
        self.sittings.pop(key).end(Bookmark("1", 1), [self.folder.record(text)])
        self.given[key].append(text)
        assert self.store.backup_trouble is None
        self.note_copy()

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def take_back(self, data) -> None:
        key = data.draw(st.sampled_from(sorted(self.given)))
        self.store.delete_session(key)
        self.deleted += 1
        self.sittings.pop(key, None)
        del self.given[key]
        for copy in self.copies.values():
            copy.pop(key, None)

    @rule()
    def start_again(self) -> None:
        self.store.close()
        self.store = self.folder.open()
        self.sittings = {key: self.store.resume(key) for key in self.sittings}

    @rule(number=st.integers(0, 9))
    def new_keys(self, number) -> None:
        opener = self.store.unlock(self.phrase)
        self.phrase = f"another phrase {number} " + "x" * number
        opener.new_key_pair(self.phrase, cost=self.folder.cost)
        assert opener.backup_trouble is None

    @rule(number=st.integers(0, 9))
    def new_phrase(self, number) -> None:
        opener = self.store.unlock(self.phrase)
        self.phrase = f"yet another phrase {number}"
        opener.change_phrase(self.phrase, self.folder.cost)

    @precondition(lambda self: self.copies)
    @rule(data=st.data())
    def bring_back(self, data) -> None:
        known = {one.number: one.path for one in backups(self.folder.path)}
        number = data.draw(st.sampled_from(sorted(set(known) & set(self.copies))))
        self.store.close()
        restore(self.folder.path, known[number])
        self.given = {key: list(value) for key, value in self.copies[number].items()}
        self.store = self.folder.open()
        open_ones = {one.session_id for one in self.store.sessions() if one.place.state == "open"}
        self.sittings = {key: self.store.resume(key) for key in sorted(open_ones)}
        self.counted = False

    @invariant()
    def comes_out_as_it_went_in(self) -> None:
        opening = self.store.unlock(self.phrase).open_all()
        found = {
            session.session_id: [record.body["words"] for record in session.records]
            for session in opening.sessions
        }
        assert found == self.given
        assert opening.whole, opening
        assert not self.counted or opening.deleted == self.deleted


@pytest.fixture(autouse=True)
def _makes_folders(make_folder):
    AnyOrder.make = staticmethod(make_folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=10, stateful_step_count=15, deadline=None)
