"""“What people said” on no more pages than are read: closer, then in parts, then with fewer words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duq_desktop.documents import people_said
from duq_desktop.documents.blocks import Document
from duq_desktop.documents.pdf.density import CLOSE, CLOSER, CLOSEST, ROOMY, Density
from duq_desktop.documents.pdf.tagged.document import Progress
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.documents.people_said import Part, SaidMaterials
from duq_desktop.errors import ReportError
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import printed

MOST_PAGES = 24
"""UK government easy read: a longer document is not read."""

Manner = tuple[Density, int | None]
"""How close the areas stand, and how many quotations each list may have (None: all)."""

_KEEPING_WORDS: tuple[Manner, ...] = (
    (ROOMY, None),
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

    def document(self, summary: PublicSummary, progress: Progress | None = None) -> bytes:
        """All of it in one PDF. Raises ``ReportError`` if it does not fit: then use ``documents``."""
        chosen = self._fitting(summary, 1, 1, _ANY)
        if chosen is None:
            raise ReportError(printed.TOO_LONG, most=MOST_PAGES)
        return self._writer.write(chosen.document, chosen.density, progress)

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
        if not self._fits(self._as(summary, number, count, manners[-1])):
            return None
        tried = (self._as(summary, number, count, manner) for manner in manners[:-1])
        return next(filter(self._fits, tried), None) or self._as(summary, number, count, manners[-1])

    def _as(self, summary: PublicSummary, number: int, count: int, manner: Manner) -> _Chosen:
        density, quotations = manner
        part = Part(number, count, quotations)
        return _Chosen(people_said.document(summary, self._materials, part), density)

    def _fits(self, chosen: _Chosen) -> bool:
        return self._writer.count_pages(chosen.document, chosen.density) <= MOST_PAGES

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
