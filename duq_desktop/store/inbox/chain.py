"""The links of entries as they are read: records of both kinds, and parcels."""

from __future__ import annotations

from dataclasses import dataclass

from duq_desktop.store.inbox.parcel_rows import ParcelRow
from duq_desktop.store.inbox.parcels import parcel_name
from duq_desktop.store.inbox.rows import RecordRow
from duq_desktop.vault.runs import Run, new_run
from duq_desktop.vault.sealing import next_link


@dataclass(frozen=True)
class _Going:
    """A run that goes on: whose it is, and the link before it. ``run`` is None once it cannot be followed."""

    sitting: int
    last: int
    base: bytes
    run: Run | None


class Chain:
    """Works out the link after each record or parcel, in order."""

    def __init__(self) -> None:
        self._going: _Going | None = None
        self._last = 0

    def pass_over(self, last: int) -> None:
        """Entries up to the one numbered ``last`` are gone, and accounted for."""
        self._going, self._last = None, last

    def after(
        self, before: bytes, entry: RecordRow | ParcelRow, mark: bytes | None, *, opened: bool
    ) -> tuple[bytes, bool]:
        """The link after ``entry``, and whether it is certain.

        ``mark`` is that of its sitting, None in those of older versions. Where an entry of a run is gone
        or damaged the links of the rest of that run cannot be worked out; then what stands in clear is
        taken, and the next entry that opens says whether it is true.
        """
        follows = self._last == entry.number - 1
        self._last = entry.number
        if isinstance(entry, ParcelRow) or mark is None:
            self._going = None
            return _single(before, entry), True
        going = self._begun(before, entry, follows)
        link = going.run.link(going.base, mark) if going.run else entry.link
        certain = going.run is not None
        if link != entry.link and not (opened and follows):
            certain, going = certain and follows, _Going(entry.sitting, entry.number, b"", None)
        self._going = going
        return (link if certain else entry.link), certain

    def _begun(self, before: bytes, entry: RecordRow, follows: bool) -> _Going:
        going = self._going
        if going is None or not follows or going.sitting != entry.sitting:
            run = new_run(entry.number, entry.record_id, entry.box)
            return _Going(entry.sitting, entry.number, before, run)
        more = going.run.more(entry.record_id, entry.box) if going.run else None
        return _Going(entry.sitting, entry.number, going.base, more)


def _single(before: bytes, entry: RecordRow | ParcelRow) -> bytes:
    name = parcel_name(entry.parcel_id, entry.covered) if isinstance(entry, ParcelRow) else entry.record_id
    return next_link(before, name, entry.number, entry.box)
