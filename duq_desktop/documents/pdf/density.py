"""How close a document stands on its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Density:
    """How much room a question takes.

    ``picture`` is the height of its picture in points, 0 for none. ``tight`` sets bars closer. ``flowing``
    lets each part begin where the one before ends. ``parted`` lets what belongs together go on over a page
    where it is made of parts.
    """

    picture: float
    tight: bool = False
    flowing: bool = False
    parted: bool = False

    @property
    def after_a_chart(self) -> float:
        """White before what follows a chart, in points."""
        return 6.0 if self.tight else 8.0

    @property
    def after_a_question(self) -> float:
        """White before the next question, in points."""
        return 6.0 if self.tight else 16.0


ROOMY = Density(76.0)
CLOSE = Density(52.0, tight=True)
CLOSER = Density(44.0, tight=True, flowing=True)
CLOSEST = Density(0.0, tight=True, flowing=True, parted=True)
