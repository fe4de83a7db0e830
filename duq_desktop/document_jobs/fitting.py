"""“What people said” on no more pages than are read: closer, then in parts, then with fewer words."""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.documents import people_said
from duq_desktop.documents.pdf.density import CLOSE, CLOSER, CLOSEST, Density
from duq_desktop.documents.pdf.easyread import EasyRead
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

    def _all_fitting(self, parts: Sequence[PublicSummary], manners: Sequence[Manner]) -> list[EasyRead]:
        """Each part laid out in a manner in which it fits, or none if one of them fits in no manner."""
        chosen = []
        for number, part in enumerate(parts, start=1):
            fitting = self._fitting(part, number, len(parts), manners)
            if fitting is None:
                return []
            chosen.append(fitting)
        return chosen

    def _fitting(
        self, summary: PublicSummary, number: int, count: int, manners: Sequence[Manner]
    ) -> EasyRead | None:
        """Laid out in the first of ``manners``, which run from roomy to close, that takes few enough pages.

        After the roomiest the closest is tried, so that what fits in none is soon known.
        """

        def laid_out(manner: Manner) -> EasyRead:
            density, quotations = manner
            part = Part(number, count, quotations)
            return self._writer.lay_out(people_said.document(summary, self._materials, part), density)

        most = PAGES_WITHOUT_ANSWERS if summary.empty else MOST_PAGES
        roomiest, closest = laid_out(manners[0]), laid_out(manners[-1])
        if roomiest.count_pages() <= most:
            return roomiest
        if closest.count_pages() > most:
            return closest if summary.empty else None
        between = map(laid_out, manners[1:-1])
        return next((each for each in between if each.count_pages() <= most), closest)

    def _written(self, chosen: Sequence[EasyRead], progress: Progress | None) -> list[bytes]:
        made = []
        before = 0

        def count_on(pages: int) -> None:
            if progress is not None:
                progress(before + pages)

        for sheet in chosen:
            made.append(sheet.finish(count_on))
            before += sheet.pages
        return made
