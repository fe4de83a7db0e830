"""What a check found, and how the command line tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from duq_desktop.content.model import Stream
from duq_desktop.content.problems import Problem
from duq_desktop.words import pack as words


@dataclass(frozen=True)
class Report:
    """The problems of one pack, in the order found, and how many areas and questions it has.

    ``grades`` holds the reading grade of what each audience reads, for the languages it is taken of.
    """

    problems: tuple[Problem, ...]
    areas: int = 0
    questions: Mapping[Stream, int] = field(default_factory=dict)
    grades: Mapping[Stream, float] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    @property
    def exit_code(self) -> int:
        """0 when nothing is wrong, otherwise 1."""
        return 1 if self.problems else 0

    def lines(self) -> Iterator[str]:
        """Each problem as ``file: place: what is wrong``, then one line that counts."""
        yield from (str(problem) for problem in self.problems)
        counts = {
            "areas": self.areas,
            "person": self.questions.get(Stream.PERSON, 0),
            "family": self.questions.get(Stream.FAMILY, 0),
            "staff": self.questions.get(Stream.STAFF, 0),
        }
        if not self.problems:
            yield words.COUNTS.format(**counts)
        elif len(self.problems) == 1:
            yield words.FAILED_ONE.format(**counts)
        else:
            yield words.FAILED.format(count=len(self.problems), **counts)
