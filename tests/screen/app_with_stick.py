"""The app where one stick is plugged in: the stick's folder comes first, then the app's own options."""

import sys
from pathlib import Path

from duq_desktop.__main__ import main
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.document_jobs.person_documents import PersonPapers


def in_place(folder: Path) -> None:
    """From now on this folder is all the sticks there are, whatever is plugged in for real."""
    PersonPapers.sticks = lambda _papers: (RemovableDrive(folder, "blue"),)  # type: ignore[method-assign]


if __name__ == "__main__":
    in_place(Path(sys.argv.pop(1)))
    sys.exit(main())
