"""The words and pictures that documents are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duq_desktop.content.model import Picture
from duq_desktop.documents.blocks import EasyLine
from duq_desktop.words import Words, printed


@dataclass(frozen=True)
class Materials:
    """The language of a document and the pack's pictures by concept.

    ``draft``: the pack is not yet tried with people. ``made_up``: the answers or the home are the sample's.
    """

    say: Words
    pictures: Mapping[str, Picture]
    draft: bool = False
    made_up: bool = False

    @property
    def mark(self) -> str:
        """What stands on each page."""
        return self.say(printed.MADE_UP_MARK) if self.made_up else ""

    def picture(self, concept: str) -> Picture:
        """The picture of ``concept``; one without a file where the pack has none."""
        return self.pictures.get(concept) or Picture(concept, "")

    def row(self, concept: str, *lines: str) -> EasyLine:
        """One idea of words that are in the language already."""
        return EasyLine(self.picture(concept), lines)

    def line(self, line: printed.Line, **values: object) -> EasyLine:
        """One of the fixed lines, its places filled from ``values``."""
        concept, sentences = line
        return self.row(concept, *(self.say(sentence, **values) for sentence in sentences))

    def lines(self, lines: Sequence[printed.Line], **values: object) -> tuple[EasyLine, ...]:
        """``line`` for each of them."""
        return tuple(self.line(each, **values) for each in lines)
