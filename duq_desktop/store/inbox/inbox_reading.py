"""Opening a whole inbox step by step, so that a window stays alive meanwhile."""

from __future__ import annotations

from collections.abc import Generator

from duq_desktop.errors import VaultError
from duq_desktop.store.inbox.decrypted_inbox import DecryptedInbox, ReadSession, Step
from duq_desktop.store.inbox.opened_answers import OpenedAnswers
from duq_desktop.words import sealing as words


class InboxReading:
    """Iterate over it to read on: each step takes a millisecond or two and gives a session or None.

    ``last_number`` is how far there is to read, ``reached`` how far was read. ``inbox`` is the result, once
    there is no step any more. ``close`` forgets everything that was read so far.
    """

    def __init__(
        self, steps: Generator[Step, None, DecryptedInbox], answers: OpenedAnswers, last_number: int
    ) -> None:
        self._steps = steps
        self.answers = answers
        self.last_number, self.reached = last_number, 0
        self.inbox: DecryptedInbox | None = None

    def __iter__(self) -> InboxReading:
        return self

    def __next__(self) -> ReadSession | None:
        """The next step. Raises ``StoreError`` when the file cannot be read, ``VaultError`` when closed."""
        if not self.answers.is_open:
            raise VaultError(words.LOCKED)
        try:
            step = next(self._steps)
        except StopIteration as done:
            self.inbox = done.value or self.inbox
            raise StopIteration from None
        if isinstance(step, ReadSession):
            return step
        self.reached = step
        return None

    def to_the_end(self) -> DecryptedInbox:
        """Reads all that is left, in one go."""
        for _ in self:
            pass
        assert self.inbox is not None, "it was closed before it was read"
        return self.inbox

    def close(self) -> None:
        """Stops, and wipes what was opened."""
        self._steps.close()
        self.answers.close()
