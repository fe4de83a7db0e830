"""Where a paper or a backup shall lie: sticks and this computer's own folder, by name and with their room.

The system's own box for files is not used: it keeps a history of files and folders for whoever sits here
next. A place typed by hand is the last resort.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from duq_desktop.content.printable import printable
from duq_desktop.device.home import typed_path
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.documents.pdf.writing import part_paths
from duq_desktop.safe_files.reading import is_anything
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.words import opener_destinations as words

_GIGA, _MEGA = 1_000_000_000, 1_000_000
"""Bytes, as makers of disks and sticks count them."""
_MOST_COPIES = 999

Chosen = Callable[[Path], None]


@dataclass(frozen=True)
class Destination:
    """A folder that can be written to, as people call it; ``room`` is what is free there, in bytes."""

    folder: Path
    name: str
    on_stick: bool
    room: int | None


def documents_folder() -> Path | None:
    """The account's folder for documents, or its home where it has none; None when neither is there."""
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    named = [Path(QStandardPaths.writableLocation(kind)) for kind in kinds]
    return next((folder for folder in named if _can_be_written(folder)), None)


def destinations_of(sticks: Sequence[RemovableDrive], documents: Path | None = None) -> list[Destination]:
    """The sticks, then the folder for documents if it is given."""
    found = [Destination(stick.folder, stick.name, True, free_room(stick.folder)) for stick in sticks]
    if documents is not None:
        found.append(Destination(documents, documents.name, False, free_room(documents)))
    return found


def free_room(folder: Path) -> int | None:
    """How many bytes may be written there; None when the system does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def free_path(folder: Path, name: str, parts: int = 1) -> Path:
    """``name`` in ``folder``, with a number when something of that name, or a part of it, is there."""
    plain = folder / name
    names = [plain, *(plain.with_stem(f"{plain.stem} {number}") for number in range(2, _MOST_COPIES + 1))]
    free = (path for path in names if not any(is_anything(each) for each in (path, *part_paths(path, parts))))
    return next(free, plain)


class Choosing(FlowController):
    """Asks for a folder on pages of its own; ``left`` leads back to whoever asked.

    ``to_read``: something is fetched from there, so it need not have room, nor may be written to.
    """

    def __init__(
        self,
        parts: DeskParts,
        *,
        title: str,
        chosen: Chosen,
        left: Callable[[], None],
        with_documents: bool = True,
        to_read: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parts, parent)
        self._title, self._chosen, self._left = title, chosen, left
        self._with_documents, self._to_read = with_documents, to_read

    def start(self) -> None:
        """The places that are there now."""
        documents = self.parts.documents() if self._with_documents else None
        found = destinations_of(self.parts.sticks(), documents)
        there = words.FETCH_LINE if self._to_read else words.STICK_LINE
        line = there if any(place.on_stick for place in found) else words.STICK_NONE
        page = DeskPage(
            self.parts.tools,
            self.text(self._title),
            lines=[("usb-stick", self.text(line)), ("privacy", self.text(words.NO_HISTORY))],
            controls=AWAY_CONTROLS,
        )
        names = distinct_names([(self.told(one), self._told_whole(one)) for one in found])
        for number, (place, name) in enumerate(zip(found, names, strict=True)):
            page.add_action(str(number), name, concept="usb-stick" if place.on_stick else "computer")
        page.add_actions([("look", self.text(words.LOOK_AGAIN), ""), ("type", self.text(words.TYPE), "")])
        acts: dict[str, Callable[[], None]] = {"look": self.start, "type": self._ask_typed}
        page.acted.connect(
            lambda name: acts[name]() if name in acts else self._take(page, found[int(name)].folder)
        )
        page.back_pressed.connect(self._left)
        self.put(page)

    def told(self, place: Destination) -> str:
        """A place with its room, in words."""
        name = self.text(words.STICK if place.on_stick else words.COMPUTER, name=place.name)
        return (
            name
            if place.room is None or self._to_read
            else self.text(words.WITH_ROOM, place=name, room=self._room(place.room))
        )

    def _told_whole(self, place: Destination) -> str:
        """With its folder, where two places have the same name."""
        return self.text(words.IN_FOLDER, name=self.told(place), folder=printable(str(place.folder)))

    def _room(self, room: int) -> str:
        if room >= _GIGA:
            return self.text(words.GIGABYTES, number=f"{room / _GIGA:.0f}")
        return self.text(words.MEGABYTES, number=f"{room // _MEGA}")

    def _ask_typed(self) -> None:
        spec = FieldSpec("folder", self.text(words.TYPE_FIELD), self.text(words.TYPE_HINT), needed=True)
        page = FieldsPage(self.parts.tools, self.text(words.TYPE_TITLE), [spec], {})

        def on_next() -> None:
            if page.missing():
                page.notice(page.missing())
            else:
                self._take(page, typed_path(page.values()["folder"]))

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(self.start)
        self.put(page)

    def _take(self, page: DeskPage, folder: Path) -> None:
        """A stick may have been pulled out since it was shown."""
        is_usable = folder.is_dir() if self._to_read else _can_be_written(folder)
        if folder.is_absolute() and is_usable:
            self._chosen(folder)
        else:
            sentence = words.NO_FOLDER_TO_READ if self._to_read else words.NO_FOLDER
            page.notice(self.text(sentence, folder=folder))


def _can_be_written(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)
