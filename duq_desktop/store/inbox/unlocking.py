"""Unlocking: a slot opens with a pass phrase or the recovery key, and gives the folder's private keys."""

from __future__ import annotations

from collections.abc import Callable

from duq_desktop.errors import ExpectedError, VaultError
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.inbox import rows
from duq_desktop.store.inbox.opener import Opener, retired_bound, slot_bound
from duq_desktop.vault import slots
from duq_desktop.vault.keys import KeyPair
from duq_desktop.words import sealing as words

_SLOTS_TRIED = 3
_GUESSES = frozenset({words.WRONG_PHRASE, words.WRONG_RECOVERY_KEY})


def unlock(
    desk: Connection,
    kind: str,
    open_slot: Callable[[slots.Slot, bytes], bytes],
    despite_other_key: bool,
    failed: Callable[[], None],
) -> Opener:
    """Opens a slot of ``kind`` with ``open_slot``; calls ``failed`` when phrase or key is a wrong one.

    Raises ``VaultError``: see ``Store.unlock``.
    """
    trouble = VaultError(words.KEY_DAMAGED)
    for number, slot in desk.read(lambda db: rows.slots(db, kind))[:_SLOTS_TRIED]:
        try:
            private = open_slot(slot, slot_bound(desk.store_id, number))
        except VaultError as error:
            if error.sentence == words.TOO_LITTLE_MEMORY:
                raise
            trouble = error
            continue
        return _opener(desk, KeyPair(private), despite_other_key)
    if trouble.sentence in _GUESSES:
        failed()
    raise trouble


def _opener(desk: Connection, pair: KeyPair, despite_other_key: bool) -> Opener:
    known = desk.read(rows.keys)
    pairs = {pair.fingerprint: pair}
    for row in known:
        if row.retired is not None:
            try:
                old = KeyPair(pair.open_own(row.retired, retired_bound(desk.store_id, row.key_id)))
            except ExpectedError:
                continue
            pairs[old.fingerprint] = old
    in_use = {known[-1].key_id, desk.key.key_id}
    if in_use != {pair.fingerprint} and not despite_other_key:
        sealed = desk.read(rows.sittings)
        other = {row.session for row in sealed if row.sealed_key is not None and row.key_id not in pairs}
        raise VaultError(words.KEYS_DO_NOT_MATCH, sessions=len(other))
    return Opener(desk, pair, pairs)
