"""Cuts the Unicode data that Qt brings to what the app uses: most of its 32 MB is for other languages.

ICU keeps one file of data inside a library. Debian's ``icupkg`` takes items out of that file, ``objcopy``
takes the file out of the library and ``ld`` puts it into a new one; where one is missing the library stays
as it is, and the folder is larger. Qt itself asks ICU for sorting and for old encodings only: its dates,
numbers and line breaks are Qt's own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from setting_up.bundle_parts import SPOKEN

TOOLS = ("icupkg", "objcopy", "ld")
LIBRARY = re.compile(r"libicudata\.so\.(\d+)$")
OTHER_PARTS = ("curr/", "unit/", "region/", "zone/", "lang/", "rbnf/", "translit/")
"""Names of money, units, regions, time zones, languages; numbers in words; letters of other scripts."""
ENCODINGS = ".cnv"
"""Of mainframes and the like; Unicode's own need no table."""
KEPT_RES = re.compile(r"(root|res_index|pool|supplementalData|timezoneTypes|keyTypeData|likelySubtags)\b")


def cut_all(folder: Path) -> None:
    """Cut each of ICU's data libraries below ``folder``. Raises ``OSError`` when a tool fails."""
    if all(map(shutil.which, TOOLS)):
        for library in [
            each for each in sorted(folder.rglob("libicudata.so.*")) if LIBRARY.search(each.name)
        ]:
            cut(library)


def cut(library: Path) -> None:
    """Cut one library, in its place."""
    match = LIBRARY.search(library.name)
    assert match is not None
    version = match[1]
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        data, small, unwanted = f"icudt{version}l.dat", f"small/icudt{version}l.dat", "unwanted.txt"
        (work / "small").mkdir()
        _call(work, "objcopy", "-O", "binary", "--only-section=.rodata", str(library.resolve()), data)
        items = _call(work, "icupkg", "-l", data).split()
        (work / unwanted).write_text("".join(f"{each}\n" for each in items if is_unwanted(each)), "utf-8")
        _call(work, "icupkg", "-r", unwanted, data, small)
        _link(work, small, f"icudt{version}_dat", library)


def is_unwanted(item: str) -> bool:
    """Whether an item of ICU's data, named as ``icupkg -l`` does, is for what the app never does."""
    if item.startswith(OTHER_PARTS):
        return not KEPT_RES.match(item.partition("/")[2])
    if item.endswith(ENCODINGS):
        return True
    name = item.rpartition("/")[2]
    language = re.match(r"([a-z]{2,3})(_\w*)?\.res$", name)
    return language is not None and language[1] not in SPOKEN and not KEPT_RES.match(name)


def _link(work: Path, data: str, symbol: str, library: Path) -> None:
    """A library that holds ``data`` under ``symbol``, in place of ``library``."""
    _call(work, "ld", "-r", "-b", "binary", "-o", "data.o", data)
    begins = "_binary_" + re.sub(r"\W", "_", data) + "_start"
    moved = ".data=.rodata,alloc,load,readonly,data,contents"
    _call(work, "objcopy", "--rename-section", moved, "data.o")
    aligned = ("--set-section-alignment", ".rodata=16")  # as ICU's own file is: it is read in place
    _call(work, "objcopy", *aligned, "--redefine-sym", f"{begins}={symbol}", "data.o")
    _call(work, "ld", "-shared", "-z", "noexecstack", "-soname", library.name, "-o", "new.so", "data.o")
    shutil.copyfile(work / "new.so", library)


def _call(work: Path, *command: str) -> str:
    """Run one tool in ``work``; what it printed. Raises ``OSError`` with its complaint when it fails."""
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{command[0]}: {done.stderr[-300:].strip()}")
    return done.stdout
