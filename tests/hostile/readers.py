"""Every reader of bytes that come from elsewhere, and what it reads, as one call each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from duq_desktop import settings
from duq_desktop.commands.report import read_phrase
from duq_desktop.content.imported_sets import ImportedSets
from duq_desktop.content.load import checked_languages, load_pack
from duq_desktop.content.picture_set_import import PictureSetImport
from duq_desktop.content.picture_set_preview import holds_pictures, look_through
from duq_desktop.content.pictures import imported_pictures
from duq_desktop.content.safe import safe_picture, safe_recording
from duq_desktop.device.day_plan import DayPlan, load_day, save_day
from duq_desktop.device.removable_drives import linux_sticks
from duq_desktop.errors import ExpectedError
from duq_desktop.languages import read_languages
from duq_desktop.preferences.codec import MOST_BYTES, from_bytes
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.speech.recording import Recording
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.copies.external_backups import backups_on, copy_away
from duq_desktop.store.inbox.store import Store
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.theme.tokens import read_themes
from duq_desktop.vault.pins import check_pin, is_pinned, pin_key
from duq_desktop.vault.slots import Cost
from tests.fakes import InstantDrawer

PHRASE = "fern otter moon lamp"
QUICK = Cost(1, 8192)
SIGN, WORD = ("boat", "key"), "garden"
TODAY = "2026-12-01"
FINGERPRINT = "ab" * 32

Act = Callable[[Path], object]


class Reader(NamedTuple):
    """``acts`` are tried one after the other on a folder in which one of ``paths`` is strange.

    They need what lies at the top of the folder on these ``paths``, and what is named in ``beside``.
    """

    acts: Sequence[Act]
    paths: Sequence[str]
    beside: Sequence[str] = ()

    @property
    def parts(self) -> set[str]:
        """What of the top of the folder they need."""
        return {*self.beside, *(path.partition("/")[0] for path in self.paths)}


def told(act: Act, folder: Path) -> None:
    """Do it; an expected trouble is what we are after."""
    with suppress(ExpectedError):
        act(folder)


def _answers(folder: Path) -> None:
    with Store.open(folder / "data", busy_seconds=0.1) as store:
        if store.is_set_up:
            store.open_sessions("boat+key")
            store.unlock(PHRASE).open_all()
            store.back_up()


def _deletion(folder: Path) -> None:
    with Store.open(folder / "data", busy_seconds=0.1) as store:
        for session in store.sessions() if store.is_set_up else ():
            store.delete_session(session.session_id)


def _bringing_back(folder: Path) -> None:
    for each in backups(folder / "data"):
        told(lambda _: restore(folder / "data", each.path), folder)  # noqa: B023


def _away(folder: Path) -> None:
    for each in backups(folder / "data")[:1]:
        copy_away(each.path, folder / "STICK")


def _found_on_stick(folder: Path) -> None:
    for each in backups_on(folder / "STICK"):
        told(lambda _: restore(folder / "data", each.path), folder)  # noqa: B023


def _boxes(folder: Path) -> None:
    boxes = ProfileBoxes(folder / "data", QUICK)
    boxes.find(SIGN, WORD)
    told(lambda _: boxes.keep(SIGN, "another", b"kept"), folder)
    boxes.forget(SIGN, WORD)


def _settings(folder: Path) -> None:
    with suppress(OSError):
        settings.save(settings.load(folder / "config"), folder / "config")


def _day(folder: Path) -> None:
    load_day(folder / "config", TODAY)
    with suppress(OSError):
        save_day(DayPlan(TODAY), folder / "config")


def _pins(folder: Path) -> None:
    told(lambda _: is_pinned(folder / "config", folder / "data"), folder)
    told(lambda _: check_pin(folder / "config", FINGERPRINT, folder / "data"), folder)
    pin_key(folder / "config", FINGERPRINT, folder / "data", anew=True)


def _sets(folder: Path) -> None:
    sets = ImportedSets(folder / "config")
    for each in sets.all().values():
        for picture in each.files.values():
            told(lambda _: safe_picture(picture), folder)  # noqa: B023


def _brought(folder: Path) -> None:
    holds_pictures(folder / "brought")
    told(lambda _: imported_pictures(folder / "brought"), folder)
    coming = look_through(folder / "brought", ["home", "door"])
    taking = PictureSetImport(ImportedSets(folder / "config"), coming, InstantDrawer())
    for _ in taking.work():
        pass
    taking.keep()


def _pack(folder: Path) -> None:
    told(lambda _: checked_languages(folder / "pack"), folder)
    pack = load_pack(folder / "pack")
    for area in pack.areas:
        if area.picture.file is not None:
            told(lambda _: safe_picture(area.picture.file), folder)  # noqa: B023


def _recording(folder: Path) -> None:
    told(lambda _: safe_recording(folder / "said.wav"), folder)
    with suppress(OSError, ValueError):  # as its caller does
        recording = Recording(folder / "said.wav")
        for _ in _pieces(recording):
            pass


def _pieces(recording: Recording) -> Iterator[bytes]:
    while not recording.is_over:
        yield recording.read()


def _kept_way(folder: Path) -> None:
    with suppress(OSError):  # as its caller does
        from_bytes(read_whole(folder / "STICK" / "How I like it.json", MOST_BYTES), "How I like it.json")


READERS: Mapping[str, Reader] = {
    "answers": Reader(
        (_answers, _deletion, _bringing_back, _answers),
        (
            "data/answers.db",
            "data/answers.db-journal",
            "data/answers.db-wal",
            "data/answers.db-shm",
            "data/answers.lock",
            "data/answers.part",
            "data/backups",
            "data/backups/answers-2026-11-000001.db",
            "data/backups/answers-2026-11-000001.db-journal",
            "data/backups/answers-2026-11-000900.part",
            "data/backups/set-aside-000001.db",
        ),
    ),
    "stick": Reader(
        (_away, _found_on_stick),
        (
            "STICK/DUQ Desktop backups",
            "STICK/DUQ Desktop backups/answers-2026-11-000001.db",
            "STICK/DUQ Desktop backups/answers-2026-11-000001.part",
            "STICK/answers.db",
        ),
        beside=("data",),
    ),
    "kept ways": Reader((_boxes,), ("data/ways", "data/ways/salt", "data/ways/0123456789abcdef.way")),
    "way on a stick": Reader((_kept_way,), ("STICK/How I like it.json",)),
    "settings": Reader((_settings,), ("config/settings.json",)),
    "day": Reader((_day,), ("config/day.json",)),
    "pins": Reader((_pins,), ("config/opener-keys.json",), beside=("data",)),
    "sets": Reader(
        (_sets,), ("config/pictures", "config/pictures/ours/set.toml", "config/pictures/ours/home.svg")
    ),
    "brought pictures": Reader(
        (_brought,), ("brought", "brought/set.toml", "brought/home.svg", "brought/door.png")
    ),
    "pack": Reader(
        (_pack,), ("pack/pack.toml", "pack/texts/en.toml", "pack/openmoji.toml", "pack/pictures/alt.toml")
    ),
    "recording": Reader((_recording,), ("said.wav",)),
    "phrase": Reader((lambda folder: read_phrase(folder / "phrase.txt"),), ("phrase.txt",)),
    "languages": Reader((lambda folder: read_languages(folder),), ("languages.toml",)),
    "themes": Reader((lambda folder: read_themes(folder / "themes"),), ("themes/cream.toml",)),
    "mounts": Reader(
        (lambda folder: list(linux_sticks(folder / "mounts", folder / "block")),),
        ("mounts", "block/sdb/removable"),
    ),
}
