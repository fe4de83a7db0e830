"""A set-up folder with made-up facts, and the whole app on it without a screen, for measurements."""

from __future__ import annotations

import os
from pathlib import Path

from duq_desktop.settings import Settings, save
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.slots import Cost

PHRASE = "fern otter moon lamp"
HOME = Home(
    opener_name="Ada Bright",
    opener_job="trustee",
    opener_works_here=False,
    nation="england",
    safeguarding_number="0300 123 4567",
    outside_contact=Contact("Advocacy Together", "0113 496 0000", ""),
    people_count=6,
)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def set_up(folder: Path, *, voice: bool = False) -> tuple[Path, Path]:
    """The data folder and the settings folder of a home that is ready for its first session."""
    data, config = folder / "data", folder / "config"
    save(Settings(voice=voice), config)
    Store.set_up(data, HOME, PHRASE, cost=Cost(1, 8192))
    with Store.open(data) as store:
        pin_key(config, store.fingerprint, data)
    return data, config
