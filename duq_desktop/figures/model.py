"""The shapes of a chart, in unit coordinates: the same for paper and screen.

In a bar x runs from 0 (left) to 1 (right) over the whole group, and y from 0 (top) to 1 (bottom).
Whoever draws multiplies by the width and height it has. No colour theme and no font is in here; the
fill of a segment is a ``patterns.Pattern``, named by the option id.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from duq_desktop.content.model import Stream


@dataclass(frozen=True)
class Rect:
    """A rectangle: its left top corner, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The x of its centre."""
        return self.x + self.width / 2


class BarKind(str, Enum):
    """What a bar counts. Two-answer sessions and non-answers never share a bar with the others."""

    THREE = "three"
    TWO = "two"
    NON_ANSWERS = "non_answers"


@dataclass(frozen=True)
class Segment:
    """One answer within a bar. Segments of nobody are left out.

    ``pattern`` is a key of ``patterns.PATTERNS``. ``number`` is printed at ``number_x`` (its middle):
    on a white plate inside the bar when ``inside``, else on the line below the bar with a thin
    line up to ``rect.middle``.
    """

    option: str
    label: str
    count: int
    rect: Rect
    pattern: str
    number: str
    number_x: float
    inside: bool


@dataclass(frozen=True)
class Bar:
    """One group: ``label`` ("People supported"), ``size_text`` ("26 people"), its segments.

    ``too_few`` bars have no segments; their ``size_text`` is "Too few people to show". ``note`` says
    what sets the bar apart ("With Yes and No only"), or is "".
    """

    stream: Stream
    kind: BarKind
    label: str
    size_text: str
    segments: tuple[Segment, ...]
    people: int | None
    note: str = ""

    @property
    def too_few(self) -> bool:
        """True when the group may not be shown."""
        return self.people is None


@dataclass(frozen=True)
class KeyEntry:
    """One line of the key: the pattern and the words beside it."""

    pattern: str
    label: str


@dataclass(frozen=True)
class BarChart:
    """All bars of one question, top to bottom, with the key of the patterns they use."""

    title: str
    bars: tuple[Bar, ...]
    key: tuple[KeyEntry, ...]
