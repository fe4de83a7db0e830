"""A person's own papers made real: PDF, printer, stick. Heavy, so it comes when one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from duq_desktop.content.model import Pack
from duq_desktop.device.home import home_folder
from duq_desktop.device.removable_drives import RemovableDrive, find_sticks
from duq_desktop.document_jobs.document_maker import DocumentMaker
from duq_desktop.documents.my_views import FILE_NAME
from duq_desktop.documents.pdf.writing import write_beside
from duq_desktop.interview.own_copy import OwnCopy
from duq_desktop.preferences.profile import Profile
from duq_desktop.words import Words


class PersonPapers:
    """Makes copies and slips in memory; they go to a printer or a stick, never to this disk.

    ``never`` are folders on disks that are no stick: the data, the account's own. ``print_named`` prints
    a PDF under a name and raises ``ReportError``.
    """

    def __init__(
        self,
        pack: Pack,
        language: Words,
        never: Sequence[Path],
        print_named: Callable[[bytes, str], None],
        *,
        made_up: bool = False,
    ) -> None:
        self._documents = DocumentMaker(pack, language)
        self._never = tuple(filter(None, (*never, home_folder())))
        self._made_up = made_up
        self._print_named = print_named

    def own_copy(self, copy: OwnCopy) -> bytes:
        """The PDF of “My views”. Raises ``ReportError``."""
        return self._documents.own_copy(copy, made_up=self._made_up)

    def sign_slip(self, sign: str) -> bytes:
        """The PDF of the slip; ``sign`` is two ids joined by "+". Raises ``ReportError``."""
        return self._documents.sign_slip(sign, made_up=self._made_up)

    def how_to_ask_me(self, profile: Profile, name: str) -> bytes:
        """The PDF of “How to ask me”. Raises ``ReportError``."""
        return self._documents.how_to_ask_me(profile, name, made_up=self._made_up)

    def print_pdf(self, pdf: bytes) -> None:
        """Print it under a name that says nothing of whose it is. Raises ``ReportError``."""
        self._print_named(pdf, Path(FILE_NAME).stem)

    def sticks(self) -> tuple[RemovableDrive, ...]:
        """The sticks that are in now."""
        return find_sticks(self._never)

    def keep_on_stick(self, stick: RemovableDrive, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Write a person's own files beside what is there already, and give the names that they have there.

        Raises ``ReportError``.
        """
        return write_beside(stick.folder, files)

    def put_on_stick(self, stick: RemovableDrive, pdf: bytes) -> str:
        """Write it straight onto the stick, beside what is there already; gives its name. ``ReportError``."""
        return write_beside(stick.folder, {FILE_NAME: pdf})[0]
