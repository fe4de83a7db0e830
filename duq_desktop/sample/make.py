"""Making a whole sample folder: set up, filled, with a pass phrase of its own."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from duq_desktop.content.model import Pack
from duq_desktop.errors import SetUpError
from duq_desktop.sample.fill import Progress, fill
from duq_desktop.sample.home import made_up_home
from duq_desktop.sample.people import Numbers
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.phrases import make_phrase
from duq_desktop.vault.slots import Cost
from duq_desktop.words import command as words

CHEAP = Cost(1, 8 * 1024 * 1024)
"""What a guess of the sample's pass phrase costs: nothing here needs protecting."""


def make_sample(
    folder: Path, pack: Pack, numbers: Numbers, seed: int, progress: Progress | None = None
) -> str:
    """Make ``folder`` a data folder with made-up sessions; the pass phrase, random whatever the seed.

    Raises ``SetUpError`` when the folder holds anything, ``StoreError`` when it cannot be written.
    """
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise SetUpError(words.SAMPLE_UNREADABLE, folder=folder) from error
    if taken:
        raise SetUpError(words.SAMPLE_NOT_EMPTY, folder=folder)
    phrase = make_phrase()
    try:
        Store.set_up(folder, made_up_home(numbers.people), phrase, cost=CHEAP, made_up=True)
        with Store.open(folder) as store:
            fill(store, pack, numbers, seed, progress)
    except BaseException:
        _empty(folder)
        raise
    return phrase


def _empty(folder: Path) -> None:
    """Remove what was made in a folder that was empty: half a sample is none."""
    with suppress(OSError):
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
