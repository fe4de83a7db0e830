"""The session joined to the sealed store: sealed first, moved after.

Rows are the one thing a reader of the files can count. So every block of a session (before the first
area, each area, the end) is filled up to one number of rows with records that say nothing:
a helper's page, a practice question asked twice, "Ask me later" or a call for help then leave the
same number of rows behind as a session without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.inputs import AnswerGiven, Given, HelpGiven, SignGiven
from duq_desktop.interview.records import Bookmark, Record
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import ENDS, PageName, Step

FIRST_ROWS = {Stream.PERSON: 64, Stream.FAMILY: 24, Stream.STAFF: 24, Stream.OTHER: 24}
"""Rows of the block before the first question: with a helper, every check and every practice question
missed and a supporter waited for each time it is 46 for a person; for families and staff 5."""

BLOCK_ROWS = {Stream.PERSON: 32, Stream.FAMILY: 24, Stream.STAFF: 24, Stream.OTHER: 24}
"""Rows every later block is filled up to. A person's longest area without going back takes 8 questions,
8 asked again, 5 pages of help, 5 about who is near and 3 others: 29; for families and staff 6 + 6 + 5 + 2:
19. Tests hold the shipped questions to it."""


class RecordSink(Protocol):
    """A sitting of the sealed store, as far as an interview needs it (``store.Sitting`` is one)."""

    def append_all(self, records: Sequence[Record], place: Bookmark) -> None:
        """Seal and commit all of them or none. Raises ``StoreError``; nothing is changed then."""

    def set_sign(self, sign: str) -> None:
        """Keep the sign by which the person finds their session again."""

    def end(self, place: Bookmark) -> None:
        """The session is over: mark it as ended at ``place`` and forget its key."""

    def forget_key(self) -> None:
        """Another day: from now on this sitting can write and change nothing."""


class SealedSession:
    """A session whose every Next is on the disk before the next page shows.

    Every method raises ``StoreError`` when sealing fails; the session then stands where it stood,
    and the same call can be made again. Without ``at_once`` the filling waits for ``fill_one``, so that
    no page has to wait for it; what is still due is written before the session ends or rests.
    """

    def __init__(self, session: Session, keeper: RecordSink, *, at_once: bool = True) -> None:
        self.session = session
        self._keeper = keeper
        self._at_once = at_once
        self._rows = self._due = 0
        self._block = FIRST_ROWS[session.stream]
        self._began = self._ended = False

    @property
    def is_over(self) -> bool:
        """Whether the session came to its end and that is on the disk."""
        return self._ended

    def next(self, given: Given) -> None:
        """Seal what was given, go to the next page; at a block's end fill it up."""
        if not self.session.is_over:
            if isinstance(given, SignGiven):
                self._keeper.set_sign(given.text)
            before = self.session.step
            self._leave(given, self.session.place_after(given))
            self.session.go_on(given)
            if _ends_block(before, self.session.step.page):
                self._fill()
        if self.session.is_over:
            self._end()

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
        self._fill_all()
        self._keeper.forget_key()

    def drop_key(self) -> None:
        """Nothing more can be sealed in this sitting: the person is gone and saving fails."""
        self._keeper.forget_key()

    def stop_and_keep(self, given: Given) -> None:
        """The person stops and keeps what was said."""
        self._leave(given, self.session.place)
        self._append((self.session.stopped(),), self.session.place)
        self._fill()
        self._end()

    def tell(self, given: HelpGiven) -> None:
        """The help page opened by "Tell someone" is left."""
        self._append((self.session.told(given),), self.session.place)

    def keep_words(self, question_id: str, given: AnswerGiven) -> None:
        """Words to a question of the page, with what was answered to it so far: the page stays."""
        self._append((self.session.told_more(question_id, given),), self.session.place)

    def alone_now(self) -> None:
        """The helper was sent out: support changes from here."""
        self._append((self.session.sent_out(),), self.session.place)
        self.session.alone_now()

    def change(self, question_id: str, given: AnswerGiven) -> None:
        """An answer is changed on "Look at my answers"."""
        self._append((self.session.changed(question_id, given),), self.session.place)
        self.session.change(question_id, given)

    def fill_one(self) -> bool:
        """Write one of the records that say nothing; whether more are due. Raises ``StoreError``.

        One record in one save: SQLite counts the saves in the file's header, so many in one save would
        tell how many pages there were.
        """
        if self._due:
            self._keeper.append_all((self.session.filler(),), self.session.place)
            self._due -= 1
        return self._due > 0

    def _leave(self, given: Given, place: Bookmark) -> None:
        self._append(self.session.leave(given), place)

    def _append(self, records: Sequence[Record], place: Bookmark) -> None:
        if not self._began:
            records = (self.session.began(), *records)
        self._keeper.append_all(records, place)
        self._began = True
        self._rows += len(records)

    def _fill(self) -> None:
        """A block is over: what is missing in it is due."""
        self._due += -self._rows % self._block
        self._rows, self._block = 0, BLOCK_ROWS[self.session.stream]
        if self._at_once:
            self._fill_all()

    def _fill_all(self) -> None:
        with suppress(StoreError):
            # What was given is sealed already; the next page that gives something tells the trouble.
            while self.fill_one():
                pass

    def _end(self) -> None:
        """However far it went, an ended session has no place, so that a stop looks like a finish."""
        self._fill_all()
        self._keeper.end(Bookmark())
        self._ended = True


_BEFORE = frozenset(
    {PageName.CONSENT, PageName.PRACTICE_START, PageName.PRACTICE, PageName.PRACTICE_AGAIN}
    | {PageName.PRACTICE_HELP, PageName.WAIT, PageName.HELPED, PageName.SIGN_IS}
)
_FIRST = frozenset({PageName.AREA, PageName.QUESTION, PageName.HELP})


def _ends_block(left: Step, now: PageName) -> bool:
    """Whether a block ended: before the first area, an area, the whole session."""
    begins = left.run == 0 and left.page in _BEFORE and now in _FIRST
    return left.page is PageName.AREA_DONE or now in ENDS or begins
