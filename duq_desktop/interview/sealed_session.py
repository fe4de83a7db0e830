"""The session joined to the sealed store: sealed first, moved after.

Rows are the one thing a reader of the files can count. So every block of a session (before the first
area, each area, the end) is filled up to one number of rows with records that say nothing:
a helper's page, a practice question asked twice, "Ask me later" or a call for help then leave the
same number of rows behind as a session without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from duq_desktop.content.model import Stream
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
    """A sitting of the sealed store, as far as an interview needs it (``store.Sitting`` is one).

    ``fillers`` are records that say nothing: sealed like all others, and let go of when the sitting is over.
    """

    def append_all(self, records: Sequence[Record], place: Bookmark, fillers: Sequence[Record] = ()) -> None:
        """Seal and commit all of them or none. Raises ``StoreError``; nothing is changed then."""

    def set_sign(self, sign: str) -> None:
        """Keep the sign by which the person finds their session again."""

    def end(self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()) -> None:
        """Seal the last records, mark the session as ended at ``place`` and forget its key.

        Raises ``StoreError``; nothing is changed then.
        """

    def another_day(
        self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()
    ) -> None:
        """Seal the last records of this sitting and forget its key; the session goes on another day.

        Raises ``StoreError``; nothing is changed then.
        """

    def forget_key(self) -> None:
        """From now on this sitting can write and change nothing."""


class SealedSession:
    """A session whose every Next is on the disk before the next page shows.

    Every method raises ``StoreError`` when sealing fails; the session then stands where it stood,
    and the same call can be made again. What fills a block up is in the save that ends the block.
    """

    def __init__(self, session: Session, keeper: RecordSink) -> None:
        self.session = session
        self._keeper = keeper
        self._rows = 0
        self._block = FIRST_ROWS[session.stream]
        self._began = self._ended = False

    @property
    def is_over(self) -> bool:
        """Whether the session came to its end and that is on the disk."""
        return self._ended

    def next(self, given: Given) -> None:
        """Seal what was given, go to the next page; at a block's end fill it up."""
        if self._ended:
            return
        if isinstance(given, SignGiven):
            self._keeper.set_sign(given.text)
        leads_to = self.session.standing_after(given).step.page
        records = self.session.leave(given)
        if leads_to in ENDS:
            self._end(records)
        else:
            ends_block = _ends_block(self.session.step, leads_to)
            self._append(records, self.session.place_after(given), ends_block=ends_block)
        self.session.go_on(given)

    def back(self, given: Given) -> None:
        """Seal what was given and go to the page before."""
        self._append(self.session.leave(given), self.session.place)
        self.session.go_back(given)

    def pause(self, given: Given) -> None:
        """A short rest: seal what stands on the page; the key is kept and the page stays."""
        self._append(self.session.leave(given), self.session.place)

    def another_day(self, given: Given) -> None:
        """Seal what stands on the page, fill up, and drop the key: the sitting is over."""
        records = self._with_first(self.session.leave(given))
        self._keeper.another_day(self.session.place, records, self._fillers(len(records)))

    def drop_key(self) -> None:
        """Nothing more can be sealed in this sitting: the person is gone and saving fails."""
        self._keeper.forget_key()

    def stop_and_keep(self, given: Given) -> None:
        """The person stops and keeps what was said."""
        self._end((*self.session.leave(given), self.session.stopped()))

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

    def _append(self, records: Sequence[Record], place: Bookmark, *, ends_block: bool = False) -> None:
        records = self._with_first(records)
        fillers = self._fillers(len(records)) if ends_block else ()
        self._keeper.append_all(records, place, fillers)
        self._began = True
        self._rows = 0 if ends_block else self._rows + len(records)
        if ends_block:
            self._block = BLOCK_ROWS[self.session.stream]

    def _with_first(self, records: Sequence[Record]) -> Sequence[Record]:
        return records if self._began else (self.session.began(), *records)

    def _fillers(self, more: int) -> tuple[Record, ...]:
        """What the block lacks once ``more`` records are in it."""
        return (self.session.filler(),) * (-(self._rows + more) % self._block)

    def _end(self, records: Sequence[Record]) -> None:
        """However far it went, an ended session has no place, so that a stop looks like a finish."""
        records = self._with_first(records)
        self._keeper.end(Bookmark(), records, self._fillers(len(records)))
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
