"""The session joined to the sealed store: sealed first, moved after.

Rows are the one thing a reader of the files can count. So every block of a session (before the first
area, each area, the end) is filled up to a multiple of ``block_rows`` with records that say nothing:
a helper's page, a practice question asked twice, "Ask me later" or a call for help then leave the
same number of rows behind as a session without them.
"""

from __future__ import annotations

from typing import Protocol

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.given import AnswerGiven, AreaDoneGiven, ConsentGiven, Given, HelpGiven, SignGiven
from duq_desktop.interview.records import PlaceMark, Record
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName

BLOCK_ROWS = {Stream.PERSON: 32, Stream.FAMILY: 16, Stream.STAFF: 16, Stream.OTHER: 16}
"""Rows a block is filled up to. A person's longest area without detours takes 8 questions, 8 asked
again, 5 pages of help, 5 about who is near, 3 others: 29; for families and staff 6 + 6 + 3 + 1: 16."""


class Keeper(Protocol):
    """A sitting of the sealed store, as far as an interview needs it (``store.Sitting`` is one)."""

    def append(self, record: Record, place: PlaceMark) -> None:
        """Seal and commit. Raises ``StoreError``; nothing is changed then."""

    def set_sign(self, sign: str) -> None:
        """Keep the sign by which the person finds their session again."""

    def end(self, place: PlaceMark) -> None:
        """The session is over: mark its place as ended and forget its key."""

    def forget_key(self) -> None:
        """Another day: from now on this sitting can write and change nothing."""


class Interview:
    """A session whose every Next is on the disk before the next page shows.

    Every method raises ``StoreError`` when sealing fails; the session then stands where it stood,
    and the same call can be made again.
    """

    def __init__(self, session: Session, keeper: Keeper) -> None:
        self.session = session
        self._keeper = keeper
        self._rows = 0
        self._began = False

    def next(self, given: Given) -> None:
        """Seal what was given, go to the next page; at a block's end fill it up."""
        if isinstance(given, SignGiven):
            self._keeper.set_sign(given.text)
        self._leave(given, self.session.place_after(given))
        self.session.go_on(given)
        if _ends_block(self.session, given):
            self._fill()
        if self.session.is_over:
            self._keeper.end(self.session.place)

    def back(self, given: Given) -> None:
        """Seal what was given and go to the page before."""
        self._leave(given, self.session.place)
        self.session.go_back(given)

    def pause(self, given: Given) -> None:
        """A short rest: seal what stands on the page; the key is kept and the page stays."""
        self._leave(given, self.session.place)

    def another_day(self, given: Given) -> None:
        """Seal what stands on the page, fill up, and drop the key: the sitting is over."""
        self._leave(given, self.session.place)
        self._fill()
        self._keeper.forget_key()

    def drop_key(self) -> None:
        """Nothing more can be sealed in this sitting: the person is gone and saving fails."""
        self._keeper.forget_key()

    def stop_and_keep(self, given: Given) -> None:
        """The person stops and keeps what was said."""
        self._leave(given, self.session.place)
        self._append(self.session.stopped(), self.session.place)
        self._fill()
        self._keeper.end(self.session.place)

    def tell(self, given: HelpGiven) -> None:
        """The help page opened by "Tell someone" is left."""
        self._append(self.session.told(given), self.session.place)

    def alone_now(self) -> None:
        """The helper was sent out: support changes from here."""
        self._append(self.session.alone_now(), self.session.place)

    def change(self, question_id: str, given: AnswerGiven) -> None:
        """An answer is changed on "Look at my answers"."""
        self._append(self.session.changed(question_id, given), self.session.place)
        self.session.change(question_id, given)

    def _leave(self, given: Given, place: PlaceMark) -> None:
        for record in self.session.leave(given):
            self._append(record, place)

    def _append(self, record: Record, place: PlaceMark) -> None:
        if not self._began:
            self._write(self.session.began(), place)
            self._began = True
        self._write(record, place)

    def _write(self, record: Record, place: PlaceMark) -> None:
        self._keeper.append(record, place)
        self._rows += 1

    def _fill(self) -> None:
        block = BLOCK_ROWS[self.session.stream]
        try:
            while self._rows % block:
                self._write(self.session.filler(), self.session.place)
        except StoreError:
            # What was given is sealed already; the next page that gives something tells the trouble.
            return


def _ends_block(session: Session, given: Given) -> bool:
    """Whether a block ended: before the first area, an area, the whole session."""
    refused = isinstance(given, ConsentGiven) and not given.yes
    first_area = (
        session.step.page is PageName.AREA and session.step.run == 0 and not isinstance(given, AreaDoneGiven)
    )
    return refused or first_area or isinstance(given, AreaDoneGiven) or session.step.page is PageName.THANKS
