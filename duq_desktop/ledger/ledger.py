"""The entries that were opened, and what stands of them.

A folder may be copied and written to on two sides: then the union of both ledgers is the ledger. What
counts does not hang on the order in which two sides are put together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from duq_desktop.ledger.entries import Content, NoteWritten, Published, ReadUpTo, Undone


class Entry(NamedTuple):
    """One entry under its own random id."""

    entry_id: str
    content: Content


@dataclass(frozen=True)
class Ledger:
    """Entries in the order of the file: one that takes back another comes after it.

    ``unreadable`` counts those that are gone or cannot be opened.
    """

    entries: tuple[Entry, ...] = ()
    unreadable: int = 0

    def then(self, entry: Entry) -> Ledger:
        """With one more entry."""
        return Ledger((*self.entries, entry), self.unreadable)

    def union(self, other: Iterable[Entry]) -> Ledger:
        """With the entries of ``other`` that are not here yet."""
        here = {entry.entry_id for entry in self.entries}
        return Ledger((*self.entries, *(e for e in other if e.entry_id not in here)), self.unreadable)

    def standing(self) -> tuple[Entry, ...]:
        """The entries that count: not taken back, or taken back by one that was itself taken back."""
        undone: set[str] = set()
        for entry in reversed(self.entries):
            if isinstance(entry.content, Undone) and entry.entry_id not in undone:
                undone.add(entry.content.entry_id)
        return tuple(
            entry
            for entry in self.entries
            if entry.entry_id not in undone and not isinstance(entry.content, Undone)
        )

    def notes(self) -> tuple[tuple[str, NoteWritten], ...]:
        """The notes that count, each with its id, in the order of the file."""
        return tuple(
            (entry.entry_id, entry.content)
            for entry in self.standing()
            if isinstance(entry.content, NoteWritten)
        )

    def published(self, name: str) -> tuple[str, ...]:
        """Every text that was ever remembered under ``name``, each once, the oldest first.

        What was published cannot be taken back: somebody has the paper.
        """
        texts = [
            entry.content.text
            for entry in self.entries
            if isinstance(entry.content, Published) and entry.content.name == name
        ]
        return tuple(dict.fromkeys(texts))

    def read_up_to(self) -> ReadUpTo | None:
        """How far was read the last time."""
        found = [entry.content for entry in self.entries if isinstance(entry.content, ReadUpTo)]
        return found[-1] if found else None
