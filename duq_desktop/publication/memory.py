"""The memory of what was published, out of the folder; and whether it can be whole.

It is whole when this computer knows the folder, the folder knows all that this computer saw, and every note
in it can be read. Else a paper may be out that nobody here knows, and beside it the next would tell of few.
Then the last paper gives the memory back (it carries it, sealed), or publishing begins anew: from then on
only those who join are shown.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.publication.carried import carried_in
from duq_desktop.publication.computer_note import ComputerNote, computer_note, note_on_computer
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.publication_ledger import KEPT_AS, Publication, PublicationLedger
from duq_desktop.words import publication as words

_LARGEST_PAPER = 200_000_000


class Doubt(str, Enum):
    """Why the memory may not be whole.

    ``NEW_HERE``: this computer has published nothing from this folder, and did not make it; another may have.
    ``BEHIND``: this computer published something that the folder does not know: it was exchanged, or brought
    back from elsewhere, or two copies published. ``UNREADABLE``: a note is gone or cannot be read.
    """

    NEW_HERE = "new_here"
    BEHIND = "behind"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Memory:
    """What is known to be out; ``unreadable`` counts notes that cannot be read; None is no doubt."""

    ledger: PublicationLedger
    unreadable: int
    doubt: Doubt | None


class PublicationMemory:
    """The memory of one open folder. ``config`` is where this computer keeps its own note."""

    def __init__(self, opener: Opener, store: Store, config: Path) -> None:
        self._opener, self._store, self._config = opener, store, config

    def recall(self) -> Memory:
        """What is known. A made-up folder is never doubted. Raises ``StoreError`` for the file."""
        kept = self._opener.kept_ever(KEPT_AS)
        found = [_read(text) for text in kept.texts]
        ledger = PublicationLedger().joined(one for one in found if one is not None)
        unreadable = kept.unreadable + found.count(None)
        return Memory(ledger, unreadable, None if self._store.made_up else self._doubt(ledger, unreadable))

    def _doubt(self, ledger: PublicationLedger, unreadable: int) -> Doubt | None:
        note = computer_note(self._config, self._store.folder)
        if note is None:
            return Doubt.NEW_HERE
        if not set(note.heads) <= {one.id for one in ledger.publications}:
            return Doubt.BEHIND
        return Doubt.UNREADABLE if unreadable > note.unreadable else None

    def remember(self, publications: Iterable[Publication]) -> None:
        """Keeps what is not known yet, with a backup after it. Raises ``StoreError``; then write no paper."""
        known = self.recall()
        new = {one.id: one for one in publications if one not in known.ledger.publications}
        for one in new.values():
            self._opener.keep(KEPT_AS, one.to_json())
        self._note(known.ledger.joined(new.values()), known.unreadable)
        if new:
            self._store.back_up_quietly()

    def none_before(self) -> None:
        """The opener says that nothing was published from another copy. Raises ``StoreError``."""
        known = self.recall()
        if known.doubt is not Doubt.NEW_HERE or known.unreadable:
            raise StoreError(words.CANNOT_BE)
        self._note(known.ledger, known.unreadable)

    def begin_anew(self, session_ids: Collection[str]) -> None:
        """From now on only those are shown who are not among ``session_ids``. Raises ``StoreError``."""
        heads = self.recall().ledger.heads
        self.remember([Publication(self._store.new_session_id(), heads, set_aside=frozenset(session_ids))])

    def sealed(self, publication: Publication) -> bytes:
        """The whole memory with ``publication``, sealed to the opener, for the paper to carry."""
        entries = self.recall().ledger.joined([publication]).publications
        return self._opener.seal(json.dumps([one.to_json() for one in entries]).encode(), KEPT_AS)

    def take_from(self, paper: bytes) -> None:
        """Takes the memory out of the last paper, a PDF. Raises ``StoreError`` when it carries none."""
        box = carried_in(paper)
        try:
            texts = json.loads(self._opener.open_sealed(box, KEPT_AS)) if box is not None else None
            found = [Publication.from_json(text) for text in texts or ()]
        except (ExpectedError, ValueError, TypeError) as error:
            raise StoreError(words.NOT_OUR_PAPER) from error
        known = {one.id for one in found}
        note = computer_note(self._config, self._store.folder)
        if not found or (note is not None and not set(note.heads) <= known | self._ids()):
            raise StoreError(words.NOT_OUR_PAPER if not found else words.NOT_THE_LAST)
        self.remember(found)

    def _ids(self) -> set[str]:
        return {one.id for one in self.recall().ledger.publications}

    def _note(self, ledger: PublicationLedger, unreadable: int) -> None:
        if self._store.made_up:
            return
        note_on_computer(self._config, self._store.folder, ComputerNote(ledger.heads, unreadable))


def read_paper(file: Path) -> bytes:
    """The bytes of a PDF. Raises ``StoreError`` when they cannot be read."""
    try:
        return read_whole(file, _LARGEST_PAPER, links=True)
    except OSError as error:
        raise StoreError(words.FILE_UNREADABLE, file=file) from error


def _read(text: str) -> Publication | None:
    try:
        return Publication.from_json(text)
    except StoreError:
        return None
