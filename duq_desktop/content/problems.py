"""What is wrong with a pack: collected by the checks, raised one by one by the loader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from duq_desktop.content.printable import printable
from duq_desktop.errors import PackError
from duq_desktop.light_dataclass import dataclass

VALUE_LENGTH = 400
"""Characters of one thing quoted in a message; a line stays readable."""


@dataclass(frozen=True)
class Problem:
    """One finding: ``file: place: what is wrong``. ``sentence`` comes from ``words.pack``."""

    file: str
    place: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The whole line in English."""
        return str(self.as_error())

    def as_error(self) -> PackError:
        """The same finding as an error, for whoever cannot go on."""
        values = {"file": self.file, "place": self.place, **self.values}
        return PackError(self.sentence, **{name: _shown(value) for name, value in values.items()})

    @classmethod
    def from_error(cls, error: PackError) -> Problem:
        """The finding that ``error`` tells of."""
        values = dict(error.values)
        file, place = str(values.pop("file", "")), str(values.pop("place", ""))
        return cls(file, place, error.sentence, values)


def _shown(value: object) -> object:
    return printable(value, VALUE_LENGTH) if isinstance(value, str) else value


class Findings:
    """Problems as they are found, in order."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, where: tuple[str, str], sentence: str, **values: object) -> None:
        """Note a problem at ``where``: the file and the place in it."""
        self.problems.append(Problem(*where, sentence, values))

    def raise_first(self) -> None:
        """Raise the first problem as ``PackError``; do nothing when there is none."""
        if self.problems:
            raise self.problems[0].as_error()
