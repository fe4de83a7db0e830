"""What lies beside the program in the folder for a stick: how to use it, and the licence of every part.

Which parts there are, PyInstaller says: the file that each was taken from leads to the package that
brought it. A package without a text of its licence stops the making, unless the text is there anyway.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import Iterable, Iterator

from setting_up import stick_words, words
from setting_up.console import SetUpFailed
from setting_up.licences import entries, locked

FOLDER = "licences"
TEXT_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
# Its loader becomes the program itself, so it is in none of the lists.
LOADER = "pyinstaller"
# Where a licence's text lies for packages that bring none; of CC BY-SA its address is enough (section 3a).
KNOWN_TEXTS = {
    "GPL-3.0-or-later": "LICENSE.txt",
    "LGPL-3.0-only": f"{FOLDER}/svglib/LICENSE.txt",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/legalcode",
}
LIST = "PACKAGES.txt"


def add(root: Path, made: Path, sources: Path) -> None:
    """Write README.txt, the licences and the list of packages into ``made``.

    ``sources`` is the list that ``duq_desktop.spec`` wrote. Raises SetUpFailed when a text is missing, and
    when a package got in that the app does not ask for, such as one of the tests' tools.
    """
    shutil.copy(root / "LICENSE", made / "LICENSE.txt")
    shutil.copy(root / "CREDITS.md", made / "CREDITS.txt")
    used = [Path(each) for each in json.loads(sources.read_text("utf-8"))]
    folder = made / FOLDER
    packages = {_name(each): each for each in [*packages_of(used), metadata.distribution(LOADER)]}
    allowed = {LOADER} | locked(root / "locks" / "run.txt") | locked(root / "locks" / "run-macos.txt")
    for name in sorted(set(packages) - allowed):
        raise SetUpFailed(words.PACKAGE_STRANGE_PART.format(name=name))
    lines = [_add_package(packages[name], root, made) for name in sorted(packages)]
    lines += _add_python(folder)
    lines += [_add_system(name, papers, folder) for name, papers in sorted(system_papers(used).items())]
    (folder / LIST).write_text("\n".join([stick_words.LIST_HEAD, "", *lines, ""]), "utf-8")
    (made / "README.txt").write_bytes(readme(root).replace("\n", stick_words.LINE_END).encode("utf-8"))


def readme(root: Path) -> str:
    """The page for whoever holds the stick, for the system that this runs on."""
    start, data = stick_words.SYSTEMS.get(sys.platform, stick_words.SYSTEMS["linux"])
    return stick_words.README.format(version=_version(root), start=start, data=data)


def packages_of(sources: Iterable[Path]) -> list[metadata.Distribution]:
    """The installed packages that any of these files comes from."""
    wanted = {file.as_posix() for file in sources}
    return [each for each in metadata.distributions() if wanted and not wanted.isdisjoint(_files(each))]


def system_papers(sources: Iterable[Path]) -> dict[str, Path]:
    """The Debian packages that libraries were taken from, with their ``copyright`` files. Elsewhere none."""
    if not shutil.which("dpkg-query"):
        return {}
    paths = [str(each.resolve()) for each in sources if each.is_absolute() and ".so" in each.name]
    # /lib is a link to /usr/lib by now, and dpkg knows each file by one of the two names.
    paths += [path[len("/usr") :] for path in paths if path.startswith("/usr/lib/")]
    asked = subprocess.run(
        ["dpkg-query", "-S", *paths],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    names = {line.split(":")[0] for line in asked.stdout.splitlines() if ": /" in line}
    return {name: Path("/usr/share/doc", name, "copyright") for name in names}


def texts_of(package: metadata.Distribution) -> list[Path]:
    """The licence texts that a package brings."""
    papers = [
        file
        for file in package.files or ()
        if ".dist-info" in file.parts[0]
        and ("licenses" in file.parts[1:-1] or file.name.upper().startswith(TEXT_NAMES))
    ]
    return [path for path in (Path(str(package.locate_file(file))) for file in papers) if path.is_file()]


def _add_package(package: metadata.Distribution, root: Path, made: Path) -> str:
    """Copy a package's licence texts; its line in the list."""
    name = _name(package)
    page = (root / "docs" / "dependencies.md").read_text("utf-8")
    licence = {each.name: each.licence for each in entries(page)}[name]
    texts = texts_of(package)
    for text in texts:
        parts = text.parts[text.parts.index(next(p for p in text.parts if p.endswith(".dist-info"))) + 1 :]
        inside = Path(*(part for part in parts if part != "licenses"))
        target = made / FOLDER / name / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(text, target)
    where = (
        f"{FOLDER}/{name}/"
        if texts
        else next((place for known, place in KNOWN_TEXTS.items() if known in licence.split(" OR ")), "")
    )
    if not where:
        raise SetUpFailed(words.PACKAGE_NO_TEXT.format(name=name, licence=licence))
    return f"{name} {package.version}: {licence}; {where}"


def _add_python(folder: Path) -> list[str]:
    """The licence of Python itself; Debian's lies with the system's papers."""
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if not text.is_file():
        return []
    shutil.copy(text, folder / "Python.txt")
    return ["Python {}.{}.{}: PSF-2.0; {}/Python.txt".format(*sys.version_info[:3], FOLDER)]


def _add_system(name: str, papers: Path, folder: Path) -> str:
    """Copy what Debian says of a package's licence; its line in the list."""
    if not papers.is_file():
        raise SetUpFailed(words.PACKAGE_NO_TEXT.format(name=name, licence="Debian"))
    (folder / "system").mkdir(exist_ok=True)
    shutil.copy(papers, folder / "system" / f"{name}.txt")
    return f"{name} (Debian): {FOLDER}/system/{name}.txt"


def _files(package: metadata.Distribution) -> Iterator[str]:
    """Every file of an installed package, with the slashes of all systems."""
    folder = Path(str(package.locate_file(""))).as_posix()
    return (f"{folder}/{file.as_posix()}" for file in package.files or ())


def _name(package: metadata.Distribution) -> str:
    return str(package.metadata["Name"]).lower().replace("_", "-").replace(".", "-")


def _version(root: Path) -> str:
    text = (root / "duq_desktop" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]
