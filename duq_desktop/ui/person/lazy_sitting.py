"""A sitting that begins with its first record: who only looks at the first page leaves no session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from duq_desktop.errors import SignTaken
from duq_desktop.interview import signs
from duq_desktop.interview.records import Bookmark, Record
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.words import trouble


class LazySitting:
    """A ``RecordSink`` that opens its sitting when something is first sealed.

    ``sign_taken`` keeps two people from having one sign. ``own`` is the sign by which the person came back:
    they may have it again.
    """

    def __init__(
        self, begin: Callable[[], Sitting], sign_taken: Callable[[str], bool], *, own: str = ""
    ) -> None:
        self._begin = begin
        self._sign_taken = sign_taken
        self._sitting: Sitting | None = None
        self._sign = ""
        self._own = own

    @property
    def has_begun(self) -> bool:
        """Whether anything is sealed."""
        return self._sitting is not None

    def append_all(self, records: Sequence[Record], place: Bookmark, fillers: Sequence[Record] = ()) -> None:
        """Seal and commit all or none; the first call begins the sitting. Raises ``StoreError``."""
        self._begun().append_all(records, place, fillers)

    def set_sign(self, sign: str) -> None:
        """Keep the person's sign. Raises ``SignTaken`` when somebody has it."""
        if sign == self._sign:
            return
        is_own = signs.is_same(sign, self._sign) or signs.is_same(sign, self._own)
        if not is_own and self._sign_taken(sign):
            raise SignTaken(trouble.SIGN_TAKEN)
        if self._sitting is not None:
            self._sitting.set_sign(sign)
        self._sign = sign

    def end(self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()) -> None:
        """Seal the last records; the session is over. Raises ``StoreError``."""
        self._begun().end(place, records, fillers)

    def another_day(
        self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()
    ) -> None:
        """Seal the last records of this sitting, and drop the key. Raises ``StoreError``."""
        self._begun().another_day(place, records, fillers)

    def forget_key(self) -> None:
        """Drop the key."""
        if self._sitting is not None:
            self._sitting.forget_key()

    def _begun(self) -> Sitting:
        if self._sitting is None:
            self._sitting = self._begin()
        return self._sitting
