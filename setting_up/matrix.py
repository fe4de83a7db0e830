"""The matrix of ways of input and parts of a session in ``docs/accessibility.md``, from the tests there are.

``python -m setting_up.matrix`` writes it anew. A test fails when the table and the tests differ.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Iterable

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "accessibility.md"
BEGIN, END = "<!-- matrix: python -m setting_up.matrix -->\n", "<!-- end of the matrix -->"
BY_HAND, BY_EAR = "tests/ui/test_every_way.py", "tests/screen/test_orca.py"
SCREEN_READER = "screen-reader"
WAYS: dict[str, str] = {
    "touch": "Touch",
    "mouse": "Mouse",
    "keyboard": "Keyboard",
    "one-switch": "One switch",
    "two-switches": "Two switches",
    "dwell": "Dwell",
    SCREEN_READER: "Screen reader (Orca)",
}
"""The rows, by the name that a test's id begins with."""

CELLS: dict[str, str] = {
    "welcome": "Welcome, how I like it",
    "near": "Who is near",
    "yes-or-no": "Yes or no",
    "practice": "Practice",
    "sign-and-area": "Sign, area",
    "question": "Question",
    "tell-us-more": "Tell us more",
    "own-words": "Own words",
    "help": "Help page",
    "rest": "Rest, another day",
    "stop-and-delete": "Stop, delete",
    "look": "Look at my answers",
    "finish": "Finish",
    "my-views": "My views",
}
"""The columns, by the name that a test's id ends with."""

TESTED, NOT_TESTED = "tested", "**not**"
_ID = re.compile(r"(?P<file>[^:\s]+)::test_by(?:_ear)?\[(?P<of>[a-z-]+)\]$")


def collected() -> set[tuple[str, str]]:
    """The (way, cell) of every test that pytest finds. Raises ``subprocess.CalledProcessError``."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, BY_HAND, BY_EAR], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return set(way_and_cell(done.stdout.splitlines()))


def way_and_cell(ids: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The way and the cell in each id. Raises ``ValueError`` for a test of a cell or way without a place."""
    for line in ids:
        found = _ID.match(line.strip())
        if found is None:
            continue
        name = found["of"]
        if found["file"].endswith(BY_EAR):
            name = f"{SCREEN_READER}-{name}"
        places = [(way, cell) for way in WAYS for cell in CELLS if name == f"{way}-{cell}"]
        if not places:
            raise ValueError(f"{line}: the matrix has no such way or part")
        yield places[0]


def table(tested: set[tuple[str, str]]) -> str:
    """The matrix in Markdown."""
    lines = ["| | " + " | ".join(CELLS.values()) + " |", "|---" * (len(CELLS) + 1) + "|"]
    for way, label in WAYS.items():
        cells = [TESTED if (way, cell) in tested else NOT_TESTED for cell in CELLS]
        lines.append("| " + " | ".join([label, *cells]) + " |")
    return "\n".join(lines) + "\n"


def with_table(document: str, matrix: str) -> str:
    """``document`` with this matrix in it. Raises ``ValueError`` if it has no place for one."""
    before, begin, rest = document.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("the document has no place for the matrix")
    return before + begin + matrix + end + after


def main() -> None:
    """Write the matrix into the document."""
    matrix = table(collected())
    DOCUMENT.write_text(with_table(DOCUMENT.read_text("utf-8"), matrix), "utf-8")


if __name__ == "__main__":
    main()
