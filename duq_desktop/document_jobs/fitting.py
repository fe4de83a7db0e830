"""“What people said” on no more pages than are read: closer, then in parts, then with fewer words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duq_desktop.documents import people_said
from duq_desktop.documents.blocks import Document
from duq_desktop.documents.pdf.density import CLOSE, CLOSER, CLOSEST, Density
from duq_desktop.documents.pdf.tagged.document import Progress
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.documents.people_said import Part, SaidMaterials
from duq_desktop.errors import ReportError
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import printed

MOST_PAGES = 24
"""UK government easy read: a longer document is not read."""

PAGES_WITHOUT_ANSWERS = 2
"""What is held in the hand: one sheet, printed on both sides. More only where more was typed."""

Manner = tuple[Density, int | None]
"""How close the areas stand, and how many quotations each list may have (None: all)."""

_KEEPING_WORDS: tuple[Manner, ...] = (
    (CLOSE, None),
    (CLOSER, None),
    (CLOSEST, None),
    (CLOSEST, 20),
    (CLOSEST, 10),
)
_ANY: tuple[Manner, ...] = (*_KEEPING_WORDS, (CLOSEST, 5), (CLOSEST, 2), (CLOSEST, 0))


@dataclass(frozen=True)
class _Chosen:
    """A document with the density in which it fits."""

    document: Document
    density: Density


class SummaryFitter:
    """Makes the PDFs of one summary, in one language."""

    def __init__(self, writer: PdfWriter, materials: SaidMaterials) -> None:
        self._writer, self._materials = writer, materials

    def documents(self, summary: PublicSummary, progress: Progress | None = None) -> list[bytes]:
        """One PDF, or as few parts as it takes, each with whole areas and each complete in itself.

        Rather more parts than fewer words: up to ten quotations to an area stay in if parts can hold them.
        ``progress`` hears the pages of all parts, counted on. Raises ``ReportError`` if an area is too long.
        """
        for manners in (_KEEPING_WORDS, _ANY):
            for count in range(1, max(1, len(summary.areas)) + 1):
                chosen = self._all_fitting(people_said.shared_out(summary, count), manners)
                if chosen:
                    return self._written(chosen, progress)
        raise ReportError(printed.TOO_LONG, most=MOST_PAGES)

    def _all_fitting(self, parts: Sequence[PublicSummary], manners: Sequence[Manner]) -> list[_Chosen]:
        """A manner for each part in which it fits, or none at all if one of them fits in no manner."""
        chosen = []
        for number, part in enumerate(parts, start=1):
            fitting = self._fitting(part, number, len(parts), manners)
            if fitting is None:
                return []
            chosen.append(fitting)
        return chosen

    def _fitting(
        self, summary: PublicSummary, number: int, count: int, manners: Sequence[Manner]
    ) -> _Chosen | None:
        """The first of ``manners``, which run from roomy to close, that takes no more pages than allowed."""
        if summary.empty:
            return self._one_sheet(summary, number, count, manners)
        if not self._fits(self._as(summary, number, count, manners[-1])):
            return None
        tried = (self._as(summary, number, count, manner) for manner in manners[:-1])
        return next(filter(self._fits, tried), None) or self._as(summary, number, count, manners[-1])

    def _one_sheet(
        self, summary: PublicSummary, number: int, count: int, manners: Sequence[Manner]
    ) -> _Chosen:
        """The roomiest that is one sheet, or the closest where so much was typed that none is."""
        tried = [self._as(summary, number, count, manner) for manner in manners]
        fitting = (each for each in tried if self._pages(each) <= PAGES_WITHOUT_ANSWERS)
        return next(fitting, tried[-1])

    def _as(self, summary: PublicSummary, number: int, count: int, manner: Manner) -> _Chosen:
        density, quotations = manner
        part = Part(number, count, quotations)
        return _Chosen(people_said.document(summary, self._materials, part), density)

    def _fits(self, chosen: _Chosen) -> bool:
        return self._pages(chosen) <= MOST_PAGES

    def _pages(self, chosen: _Chosen) -> int:
        return self._writer.count_pages(chosen.document, chosen.density)

    def _written(self, chosen: Sequence[_Chosen], progress: Progress | None) -> list[bytes]:
        made = []
        before = 0

        def count_on(pages: int) -> None:
            if progress is not None:
                progress(before + pages)

        for each in chosen:
            data, pages = self._writer.write_counted(each.document, each.density, count_on)
            made.append(data)
            before += pages
        return made
