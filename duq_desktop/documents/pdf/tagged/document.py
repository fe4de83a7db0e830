"""A whole tagged document: its metadata, its pages, what stands at the edge of each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.structure import Element, Tree, pdf_text
from duq_desktop.documents.pdf.tagged.typeface import Typeface

Furniture = Callable[[TaggedCanvas, int, int], None]
"""Draws header and footer of a page (its number from 1, and how many there are); all becomes an artifact."""

Progress = Callable[[int], None]
"""Told the number of pages that are done."""

PRODUCER = "DUQ Desktop"
PDF_UA_VERSION = (1, 7)
SIDE_MARGIN = 68.0
"""From the edge of the page to its words, in points."""

_TOP, _BOTTOM = 72.0, 66.0


class TaggedDocument:
    """One document that is being written: make elements below ``root``, then ``build`` the story.

    ``language`` is a BCP 47 code. ``count`` lays the story out and draws nothing, ``build`` does both; the
    lines that ``count`` has broken stay broken, so that the second time costs little. ``pages`` is how many
    pages it has, 0 before.
    """

    def __init__(self, title: str, language: str, typeface: Typeface, furniture: Furniture) -> None:
        self._title = title
        self._language = language
        self._typeface = typeface
        self._furniture = furniture
        self._tree = Tree()
        self.pages = 0

    @property
    def root(self) -> Element:
        """The element under which everything lies."""
        return self._tree.root

    @property
    def width(self) -> float:
        """The room for the story, in points."""
        return float(A4[0]) - 2 * SIDE_MARGIN

    def count(self, story: Sequence[Flowable]) -> int:
        """How many pages ``story`` takes; it can be built afterwards."""
        template = self._template(BytesIO())
        template.build(list(story), canvasmaker=partial(self._canvas, True))
        self.pages = int(template.page)
        _forget_places(story)
        return self.pages

    def build(self, story: Sequence[Flowable], progress: Progress | None = None) -> bytes:
        """The whole file, made in memory; once, because what is drawn belongs to its elements."""
        if not self.pages:
            self.count(story)
        buffer = BytesIO()
        template = self._template(buffer)
        if progress is not None:
            template.setPageCallBack(progress)
        template.build(list(story), canvasmaker=partial(self._canvas, False))
        return buffer.getvalue()

    def _template(self, buffer: BytesIO) -> BaseDocTemplate:
        frame = Frame(
            SIDE_MARGIN,
            _BOTTOM,
            self.width,
            A4[1] - _TOP - _BOTTOM,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        page = PageTemplate(id="page", frames=[frame], onPageEnd=self._draw_furniture, pagesize=A4)
        return BaseDocTemplate(
            buffer,
            pagesize=A4,
            pageTemplates=[page],
            title=self._title,
            lang=self._language,
            displayDocTitle=True,
            initialFontName=self._typeface.regular,
            pageCompression=1,
            invariant=1,
        )

    def _draw_furniture(self, canvas: TaggedCanvas, _template: BaseDocTemplate) -> None:
        if canvas.trial:
            return
        with canvas.artifact("Pagination"):
            canvas.saveState()
            self._furniture(canvas, canvas.page_index + 1, self.pages)
            canvas.restoreState()

    def _canvas(self, trial: bool, *args: Any, **options: Any) -> TaggedCanvas:
        canvas = TaggedCanvas(*args, tree=self._tree, trial=trial, pdfVersion=PDF_UA_VERSION, **options)
        canvas._doc.info = _Info(self._title)
        canvas._doc.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: self._metadata())
        return canvas

    def _metadata(self) -> bytes:
        """The XMP packet: ISO 14289-1 wants the title and its own mark there."""
        packet = _XMP.format(title=escape(self._title), language=escape(self._language), producer=PRODUCER)
        return packet.encode("utf-8")


def _forget_places(story: Sequence[Flowable]) -> None:
    """Take off what reportlab notes on a flowable that once found no room, or it would not be moved again."""
    for flowable in story:
        vars(flowable).pop("_postponed", None)
        _forget_places(getattr(flowable, "_content", ()))


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """The title and nothing else: no date, no name, no computer."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """The bytes of this dictionary; called by reportlab."""
        return b"<< /Title %s /Producer %s >>" % (pdf_text(self.title), pdf_text(PRODUCER))


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
