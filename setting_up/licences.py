"""Compares the locks, ``docs/dependencies.md`` and the installed packages: ``python -m setting_up.licences``.

Each locked package has a line there with its licence, what its own papers say, and the reason why it
is here. A licence must be one that a program under GPL-3.0-or-later may be made with; what only the
tests use is not given out, so for that the list is longer.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
STATED_LENGTH = 60

# As the Free Software Foundation's list of licences judges them: compatible with GPL version 3.
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "GPL-2.0-or-later",
    "GPL-2.0-or-later WITH Bootloader-exception",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "LicenseRef-Public-Domain",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
}
ALLOWED_IN_TESTS = ALLOWED | {"AGPL-3.0-only"}


class Entry(NamedTuple):
    """One line of the table: a package (``name-*`` stands for a family), licence, own papers, reason."""

    name: str
    licence: str
    stated: str
    reason: str


def locked(lock: Path) -> set[str]:
    """The names that a lock file pins, in lower case."""
    return {name.lower() for name in re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.MULTILINE)}


def entries(page: str) -> list[Entry]:
    """The tables' lines of the page, without headings and rules."""
    rows = [line.strip().strip("|").split("|") for line in page.splitlines() if line.startswith("|")]
    cells = [[cell.strip().strip("`") for cell in row] for row in rows]
    return [Entry(*row) for row in cells if len(row) == 4 and row[0] != "package" and set(row[0]) != {"-"}]


def stated(papers: metadata.PackageMetadata) -> str:
    """What a package's own papers say of its licence, cut at 60 characters; "nothing" if they are silent."""
    expression = (papers.get_all("License-Expression") or papers.get_all("License") or [""])[0]
    kinds = [kind for kind in papers.get_all("Classifier") or [] if kind.startswith("License ::")]
    said = expression.strip().splitlines()[:1] or [", ".join(kind.split(" :: ")[-1] for kind in kinds)]
    return said[0][:STATED_LENGTH].strip() or "nothing"


def allowed(licence: str, among: set[str]) -> bool:
    """Whether one way to read an SPDX expression (without brackets) uses only licences ``among`` these."""
    ways = licence.split(" OR ")
    return any(all(part in among for part in way.split(" AND ")) for way in ways)


def problems(
    app: set[str], everything: set[str], table: list[Entry], installed: dict[str, str]
) -> Iterator[str]:
    """What is wrong, a sentence each. ``installed`` maps a package's name to what its papers say."""
    covered: set[str] = set()
    for entry in table:
        family = entry.name[:-1] if entry.name.endswith("*") else None
        names = {name for name in everything if name == entry.name or (family and name.startswith(family))}
        covered |= names
        if not names:
            yield f"{entry.name}: has a line and is in no lock"
        if not entry.reason:
            yield f"{entry.name}: no reason is given"
        if not allowed(entry.licence, ALLOWED if names & app else ALLOWED_IN_TESTS):
            yield f"{entry.name}: the licence {entry.licence} does not go with GPL-3.0-or-later"
        for name in sorted(names & set(installed)):
            if installed[name] != entry.stated:
                yield f"{name}: its papers say “{installed[name]}”, the line says “{entry.stated}”"
    for name in sorted(everything - covered):
        yield f"{name}: locked, and has no line"


def main() -> int:
    """Print each problem as ``docs/dependencies.md: package: what is wrong``; 1 if there is any."""
    locks = ROOT / "locks"
    app = locked(locks / "run.txt") | locked(locks / "run-macos.txt")
    # What only packs the app up is held to the app's licences too: its loader goes along with the app.
    app |= locked(locks / "package.txt") | locked(locks / "package-macos.txt")
    everything = app | locked(locks / "test.txt") | locked(locks / "test-macos.txt")
    table = entries((ROOT / "docs" / "dependencies.md").read_text("utf-8"))
    installed = {}
    for each in metadata.distributions():
        name = re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower()
        installed[name] = stated(each.metadata)
    found = list(problems(app, everything, table, installed))
    for problem in found:
        print(f"docs/dependencies.md: {problem}")
    if not found:
        print(f"{len(everything)} locked packages, each with a reason and a licence.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
