"""Looking round before set-up: a folder that is made up, with a throw-away key, gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from duq_desktop.store.file.home import Home
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.phrases import make_phrase
from duq_desktop.vault.slots import Cost

_CHEAP = Cost(1, 8 * 1024 * 1024)
"""Nothing here needs protecting: the phrase is thrown away, and the answers are made up."""


@contextmanager
def look_round(home: Home) -> Iterator[tuple[Store, Opener]]:
    """A made-up, unlocked folder in the system's temporary place, removed at the end.

    ``home`` are made-up facts. Every session given in it comes back marked ``made_up``. Raises
    ``StoreError`` when there is no room.
    """
    with TemporaryDirectory(prefix="duq-look-round-", ignore_cleanup_errors=True) as place:
        folder, phrase = Path(place) / "made-up", make_phrase()
        Store.set_up(folder, home, phrase, cost=_CHEAP, made_up=True)
        with Store.open(folder) as store:
            opener = store.unlock(phrase)
            try:
                yield store, opener
            finally:
                opener.lock()
