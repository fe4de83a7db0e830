"""Parcels: what was given in one sitting, compressed, padded to one size and sealed.

While somebody answers each record has a row of its own, because that survives a crash. When the sitting is
over the rows go, in the save that writes the parcel. How much was said does not show: all parcels of people
supported have one size, all others another. What does not fit goes into a second one of the same size.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from duq_desktop.errors import VaultError
from duq_desktop.store.file.tables import OTHER_BYTES, OTHER_PARCEL_BYTES, PERSON_BYTES, PERSON_PARCEL_BYTES
from duq_desktop.vault.sealing import room_in
from duq_desktop.words import sealing as words

PARCEL_BYTES = {PERSON_BYTES: PERSON_PARCEL_BYTES, OTHER_BYTES: OTHER_PARCEL_BYTES}
"""The size of a parcel, by the size of the records it holds."""
_HASH_BYTES = 32
_MOST_BYTES = 16 * 1024 * 1024
"""Of the records of one parcel: far above what fits, far below what a made-up one could grow to."""


def contents_of_parcels(records: Sequence[bytes], covered: bytes, record_size: int) -> Iterator[bytes]:
    """The records (``Record.to_bytes``) as the contents of as few parcels as hold them, in order.

    ``covered`` are the runs that the first one takes the place of (``runs_to_bytes``); it vouches for them.
    """
    room = room_in(PARCEL_BYTES[record_size]) - _HASH_BYTES
    for number, part in enumerate(_parts(records, room)):
        yield _hash(b"" if number else covered) + part


def _parts(records: Sequence[bytes], room: int) -> Iterator[bytes]:
    packed = zlib.compress(b"\n".join(records), 9)
    if len(packed) <= room or len(records) == 1:
        yield packed
    else:
        half = len(records) // 2
        yield from _parts(records[:half], room)
        yield from _parts(records[half:], room)


def records_in(content: bytes, covered: bytes) -> list[bytes]:
    """The records of an opened parcel that stands for ``covered``. Raises ``VaultError`` when it does not."""
    if content[:_HASH_BYTES] != _hash(covered):
        raise VaultError(words.DAMAGED)
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(content[_HASH_BYTES:], _MOST_BYTES)
    except zlib.error as error:
        raise VaultError(words.DAMAGED) from error
    if not unpacking.eof:
        raise VaultError(words.DAMAGED)
    return found.split(b"\n")


def record_size_of(box: bytes) -> int:
    """The size of the records of a sitting, by one of its records or parcels."""
    return {parcel: record for record, parcel in PARCEL_BYTES.items()}.get(len(box), len(box))


def parcel_name(parcel_id: str, covered: bytes) -> str:
    """What stands for a parcel in the link: its id, and what it takes the place of."""
    return f"{parcel_id}|{_hash(covered).hex()}"


def _hash(covered: bytes) -> bytes:
    return blake2b(covered, person=b"duq-covered", digest_size=_HASH_BYTES).digest()
