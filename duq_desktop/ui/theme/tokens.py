"""Colours by what they are for, and sizes by the text size. Pure: no Qt.

A theme is a TOML file of colour roles. Every size on screen follows from one number, the text size in
per cent, so that nothing grows alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from duq_desktop.errors import SetUpError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.ui.theme import contrast
from duq_desktop.words import trouble

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LARGEST = 64 * 1024
"""Bytes of a theme: many times what one takes."""

TEXT_SIZES = (100, 150, 200, 300, 400)
"""The text sizes offered, in per cent."""

BASE_PX = 21
"""Body text at 100 %, in density-independent pixels (16 pt in print terms)."""

RING = 4
"""Width of the focus ring in pixels, at every text size."""

HALO = RING + 2
"""What a control keeps free on each side for its focus ring: the ring and a gap, in pixels."""

MIN_TARGET = 44
"""The smallest side of anything to press, in pixels (WCAG 2.5.5)."""

MIN_CARD = 96
"""The smallest height of an answer card, in pixels."""

WIDE_LETTERS, WIDE_WORDS, WIDE_LINES, WIDE_PARAGRAPHS = 0.12, 0.16, 1.5, 2.0
"""More room: between letters, words, lines and paragraphs, as parts of the letter size (WCAG 1.4.12)."""


@dataclass(frozen=True)
class Theme:
    """Colours ``#rrggbb`` by role.

    ``page`` and ``card`` are grounds, ``ink`` and ``quiet`` the text on them, ``line`` the edge of a
    control. ``accent`` is the one accent with ``accent_ink`` on it; ``focus`` the ring. ``chosen``,
    ``pressed`` and ``notice`` are grounds under ink. ``highlight`` with ``highlight_ink`` marks the
    word being spoken. ``plate`` lies under pictures, which are drawn for a light ground.
    """

    id: str
    page: str
    card: str
    ink: str
    quiet: str
    line: str
    accent: str
    accent_ink: str
    focus: str
    chosen: str
    pressed: str
    notice: str
    highlight: str
    highlight_ink: str
    plate: str

    def text_pairs(self) -> Iterator[tuple[str, str]]:
        """Role names (text, ground) that the screens put together and that must reach 7:1."""
        for ground in ("page", "card", "chosen", "pressed", "notice"):
            yield "ink", ground
        for ground in ("page", "card", "notice"):
            yield "quiet", ground
        yield "accent_ink", "accent"
        yield "highlight_ink", "highlight"

    def control_pairs(self) -> Iterator[tuple[str, str]]:
        """Role names (edge or mark, ground beside it) that must reach 3:1."""
        for edge in ("line", "accent", "focus"):
            for ground in ("page", "card", "notice"):
                yield edge, ground
        yield "accent", "chosen"

    def problems(self) -> list[str]:
        """Each pair that is too weak, as ``ink on card: 5.20 (needs 7)``; empty when all is well."""
        found = []
        for pairs, needed in (
            (self.text_pairs(), contrast.TEXT_RATIO),
            (self.control_pairs(), contrast.CONTROL_RATIO),
        ):
            for front, ground in pairs:
                got = contrast.ratio(getattr(self, front), getattr(self, ground))
                if got < needed:
                    found.append(f"{front} on {ground}: {got:.2f} (needs {needed:g})")
        return found


def read_theme(file: Path) -> Theme:
    """The theme in a TOML file; its id is the file's name without the ending.

    Raises ``SetUpError`` when the file cannot be read or a role is missing, unknown or no colour.
    """
    roles = {field.name for field in fields(Theme)} - {"id"}
    try:
        found = tomllib.loads(read_whole(file, _LARGEST, links=True).decode("utf-8"))["colours"]
        if set(found) != roles:
            raise KeyError(", ".join(sorted(set(found) ^ roles)))
        for colour in found.values():
            contrast.channels(colour)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as reason:
        raise SetUpError(trouble.THEME_UNREADABLE, file=file.name, reason=str(reason)) from reason
    return Theme(id=file.stem, **found)


def read_themes(folder: Path) -> dict[str, Theme]:
    """Every theme of a folder by its id, the default ("cream") first, the others in order of name."""
    files = sorted(folder.glob("*.toml"), key=lambda file: (file.stem != "cream", file.stem))
    return {file.stem: read_theme(file) for file in files}


@dataclass(frozen=True)
class Sizes:
    """Lengths in pixels for one text size in per cent.

    Text grows in full. Gaps and pictures grow more slowly, so that large text keeps the room. ``wide``
    gives the letters, words, lines and paragraphs at least the room that WCAG 1.4.12 names.
    """

    percent: int = 100
    wide: bool = False

    @property
    def body(self) -> int:
        """Body text."""
        return round(BASE_PX * self.percent / 100)

    @property
    def heading(self) -> int:
        """A page's question. In full to 200 %; then it grows towards the body size, to leave room."""
        factor = {300: 1.2, 400: 1.1}.get(self.percent, 1.38)
        return round(self.body * factor)

    @property
    def answer(self) -> int:
        """The words on an answer card: a little larger than the others, below 200 %."""
        return round(self.body * (1.15 if self.percent < 200 else 1.0))

    @property
    def growth(self) -> float:
        """How far everything that is not text grows: 1 at 100 %, 2 at 400 %."""
        return 1 + (self.percent - 100) / 300

    @property
    def card_growth(self) -> float:
        """How far the pictures on cards grow: little to 200 %, so that three answers fit in a row."""
        return 1 + (self.growth - 1) * 0.3 if self.percent <= 200 else self.growth

    @property
    def gap(self) -> int:
        """Between things that belong together."""
        return round(12 * self.growth)

    @property
    def between(self) -> int:
        """Between the parts of a page: its sentences, its choices."""
        usual = round(self.gap * 1.3)
        return max(usual, round(self.body * WIDE_PARAGRAPHS)) if self.wide else usual

    def lines(self, usual: float) -> float:
        """How far lines stand apart, as a multiple of the letter size; ``usual`` is without more room."""
        return max(WIDE_LINES, usual + 0.3) if self.wide else usual

    @property
    def space(self) -> int:
        """Between things that do not, and around a page."""
        return round(28 * self.growth)

    def side(self, width: int) -> int:
        """Left free at either side of a page ``width`` pixels wide: less where room is short."""
        return min(self.space, max(HALO, width // 48))

    @property
    def pad(self) -> int:
        """Inside a control, beside its words."""
        return round(18 * self.growth)

    @property
    def radius(self) -> int:
        """Of a control's corners."""
        return round(14 * self.growth)

    @property
    def mark(self) -> int:
        """A control's mark, beside its words."""
        return round(self.body * 1.1)

    @property
    def thumb(self) -> int:
        """A picture inside a card: from 64 pixels up."""
        return round(64 * self.growth)

    @property
    def bar(self) -> int:
        """Width of a scroll bar: it can be pressed like any other target."""
        return MIN_TARGET

    @property
    def page_bar(self) -> int:
        """Width of a page's scroll bar, whose ends are buttons; at 100 % they have a word too."""
        return 72 if self.percent <= 100 else self.bar
