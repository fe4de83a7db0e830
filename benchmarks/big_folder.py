"""Folders of any number of sessions: the sample's, sealed over and over, each as a session of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.made_up_house import HOME, PHRASE
from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.interview.records import Bookmark, OpenedSession
from duq_desktop.sample.make import make_sample
from duq_desktop.sample.people import Numbers
from duq_desktop.settings import Settings, save
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.slots import Cost

_ENTRIES_A_SAVE = 32


def sample_sessions(folder: Path, numbers: Numbers) -> Sequence[OpenedSession]:
    """The sessions of a sample that is made in ``folder``."""
    pack = load_pack(paths.packs_folder() / "duq-code")
    phrase = make_sample(folder, pack, numbers, seed=1)
    with Store.open(folder) as store:
        return store.unlock(phrase).open_all().sessions


def fill_folder(folder: Path, sessions: Sequence[OpenedSession], number: int) -> tuple[Path, Path]:
    """The data folder and the settings folder of a home with ``number`` sessions that have ended."""
    data, config = folder / "data", folder / "config"
    save(Settings(voice=False), config)
    Store.set_up(data, HOME, PHRASE, cost=Cost(1, 8192), made_up=True)
    with Store.open(data) as store:
        pin_key(config, store.fingerprint, data)
        with store.all_at_once():
            for turn in range(number):
                _seal(store, sessions[turn % len(sessions)])
    return data, config


def _seal(store: Store, session: OpenedSession) -> None:
    sitting = store.begin(session.stream, sign=session.sign, pack_id="duq-code", pack_version="0.1.0")
    sitting.after_end = None
    for start in range(0, len(session.records), _ENTRIES_A_SAVE):
        sitting.append_all(session.records[start : start + _ENTRIES_A_SAVE], Bookmark())
    sitting.end(Bookmark())
