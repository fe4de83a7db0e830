"""A reportlab canvas on which everything drawn belongs to an element or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from duq_desktop.documents.pdf.tagged.structure import Element, Late, Tree, pdf_text

FIRST_ANNOTATION_KEY = 1_000_000
"""Keys of links start here, above any page's index, as both share the parent tree."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws into ``tree``. Open one mark at a time: ``content`` or ``artifact``; they do not nest.

    In a ``trial`` flowables draw nothing: it only finds out where pages end. ``needs`` is what flowables of
    this page want to stand at its edge; it is empty again on the next.
    """

    def __init__(self, *args: Any, tree: Tree, trial: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.tree = tree
        self.trial = trial
        self.needs: set[str] = set()
        self._pages: list[pdfdoc.PDFPage] = []
        self._bookmarks = 0
        self._last_level = -1

    @property
    def page_index(self) -> int:
        """The page that is being drawn, from 0."""
        return int(self.getPageNumber()) - 1

    def opening(self, element: Element) -> str:
        """The operator that starts a piece of content of ``element``; close it with ``EMC``."""
        return f"/{element.kind} <</MCID {self.tree.mark(element, self.page_index)}>> BDC"

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to ``element``."""
        self._code.append(self.opening(element))
        before = len(self._code)
        yield
        if len(self._code) == before:
            self._code.pop()
            self.tree.unmark(self.page_index)
        else:
            self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is not read out: ``Layout`` for lines, ``Pagination`` for page numbers."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Put ``title`` in the outline of the file: ``level`` from 0, ``top`` in drawing units.

        An outline may not skip a level: a heading that does stands one level below the one before it.
        """
        level = min(level, self._last_level + 1)
        self._bookmarks += 1
        key = f"heading{self._bookmarks}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level)
        self._last_level = level

    def link_area(
        self, element: Element, address: str, what: str, box: tuple[float, float, float, float]
    ) -> None:
        """A touch area that opens ``address``; ``what`` is what is said, ``box`` in drawing units."""
        name = f"Link{len(self.tree.annotations)}"
        key = self.tree.annotate(element, self.page_index, name, FIRST_ANNOTATION_KEY)
        corners = " ".join(f"{edge:.2f}" for edge in self._absRect(box, relative=1))
        annotation = (
            b"<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] /Rect [ %s ] /StructParent %d "
            b"/Contents %s /A << /S /URI /URI %s >> >>"
        ) % (corners.encode("ascii"), key, pdf_text(what), _ascii_string(address))
        self._doc.addAnnotation(name, Late(lambda: annotation))
        self._annotatePage(name)

    def showPage(self) -> None:
        """End the page; it learns its key in the parent tree and the order of Tab."""
        page_index = self.page_index
        super().showPage()
        self.needs.clear()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = page_index
        page.Tabs = pdfdoc.PDFName("S")
        self._pages.append(page)

    def save(self) -> None:
        """Write the file, the structure first."""
        if len(self._code):
            self.showPage()
        self.tree.attach(self._doc, self._pages, FIRST_ANNOTATION_KEY)
        super().save()


def _ascii_string(address: str) -> bytes:
    escaped = address.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("ascii", "replace") + b")"
