"""How close a document stands on its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Density:
    """How much room things take; heights in points.

    ``line_picture`` is the height of the picture beside an easy-read line, ``picture`` of that of a question,
    0 for none; ``between_lines`` is the white between sentences. ``tight`` sets bars and headings closer.
    ``parted`` lets what belongs together go on over a page where it is made of parts.
    """

    line_picture: float
    picture: float
    between_lines: float = 10.0
    tight: bool = False
    parted: bool = False

    @property
    def after_a_chart(self) -> float:
        """White before what follows a chart, in points."""
        return 6.0 if self.tight else 8.0

    @property
    def after_a_question(self) -> float:
        """White before the next question, in points."""
        return 8.0 if self.tight else 16.0


ROOMY = Density(100.0, 76.0)
CLOSE = Density(76.0, 60.0, between_lines=7.0, parted=True)
CLOSER = Density(60.0, 42.0, between_lines=3.0, tight=True, parted=True)
CLOSEST = Density(54.0, 0.0, between_lines=2.0, tight=True, parted=True)
