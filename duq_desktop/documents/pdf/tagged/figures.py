"""Pictures and drawings, with the words that a screen reader says for them."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError

from PIL import Image, ImageOps
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from svglib.svglib import svg2rlg

from duq_desktop.content.safe import safe_picture
from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.structure import Element
from duq_desktop.documents.pdf.tagged.words import Block
from duq_desktop.errors import ReportError
from duq_desktop.words import printed

_MOST_DOTS = 1000
"""Along a photograph's longer side: more than print shows at the sizes used here."""


class PictureFile:
    """One picture file, read once and drawn as often as wanted; the PDF holds it once.

    ``path`` is an SVG or a PNG or JPEG. Raises ``PackError`` if it is not safe to draw, ``ReportError`` if it
    cannot be drawn.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.vector: Drawing | None = None
        self._raster: ImageReader | None = None
        content = safe_picture(path)
        self._name = f"picture{hashlib.sha256(content).hexdigest()[:16]}"
        if path.suffix.lower() == ".svg":
            self.vector = _read_svg(content, path.name)
            self.width, self.height = float(self.vector.width), float(self.vector.height)
        else:
            self._raster = _read_raster(content, path.name)
            self.width, self.height = map(float, self._raster.getSize())

    def draw(self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
        """Draw it as large as fits into the box, in its middle."""
        scale = min(width / self.width, height / self.height)
        x += (width - self.width * scale) / 2
        y += (height - self.height * scale) / 2
        if self._raster is not None:
            canvas.drawImage(self._raster, x, y, self.width * scale, self.height * scale, mask="auto")
            return
        if not canvas.hasForm(self._name):
            self._make_form(canvas)
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(scale, scale)
        canvas.doForm(self._name)
        canvas.restoreState()

    def _make_form(self, canvas: TaggedCanvas) -> None:
        canvas.beginForm(self._name, 0, 0, self.width, self.height)
        renderPDF.draw(self.vector, canvas, 0, 0)
        canvas.endForm()


def _read_svg(content: bytes, name: str) -> Drawing:
    try:
        drawing = svg2rlg(BytesIO(content))
    except (OSError, ValueError, TypeError, AttributeError, ParseError, RecursionError) as error:
        raise ReportError(printed.PICTURE_UNREADABLE, name=name) from error
    if drawing is None or not drawing.width or not drawing.height:
        raise ReportError(printed.PICTURE_UNREADABLE, name=name)
    return drawing


def _read_raster(content: bytes, name: str) -> ImageReader:
    """The picture upright and without what a camera wrote beside it, such as the place."""
    try:
        with Image.open(BytesIO(content)) as picture:
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((_MOST_DOTS, _MOST_DOTS))
            see_through = upright.mode in ("RGBA", "LA", "P")
            plain = upright.convert("RGBA" if see_through else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReportError(printed.PICTURE_UNREADABLE, name=name) from error
    clean = BytesIO()
    plain.save(clean, "PNG" if see_through else "JPEG")
    return ImageReader(BytesIO(clean.getvalue()))


class _Placed(Block):
    """Something drawn in a box that belongs to a ``Figure`` element, or to none if it only decorates."""

    def __init__(self, element: Element | None, width: float, height: float, space_after: float) -> None:
        super().__init__(space_after=space_after)
        self.element = element
        self.width, self.height = width, height

    def draw(self) -> None:
        """Draw it and note where it lies; called by reportlab."""
        canvas: TaggedCanvas = self.canv
        if canvas.trial:
            return
        if self.element is None:
            with canvas.artifact():
                self.paint(canvas)
            return
        left, bottom, right, top = canvas._absRect((0, 0, self.width, self.height), relative=1)
        self.element.attributes["Layout"] = {
            "Placement": "/Block",
            "BBox": f"[ {left:.2f} {bottom:.2f} {right:.2f} {top:.2f} ]",
        }
        with canvas.content(self.element):
            self.paint(canvas)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Put the marks on the page."""
        raise NotImplementedError


class PictureBlock(_Placed):
    """A picture file in a box of ``width`` by ``height`` points; ``element`` None if it only decorates."""

    def __init__(
        self,
        element: Element | None,
        picture: PictureFile,
        width: float,
        height: float,
        *,
        space_after: float = 0.0,
    ) -> None:
        super().__init__(element, width, height, space_after)
        self.picture = picture

    def paint(self, canvas: TaggedCanvas) -> None:
        """Draw the picture."""
        self.picture.draw(canvas, 0, 0, self.width, self.height)


class DrawingBlock(_Placed):
    """A reportlab drawing, such as a chart, in its own size; ``needs``: see ``TaggedCanvas``."""

    def __init__(
        self, element: Element | None, drawing: Drawing, *, space_after: float = 0.0, needs: str = ""
    ) -> None:
        super().__init__(element, float(drawing.width), float(drawing.height), space_after)
        self.drawing, self._needs = drawing, needs

    def paint(self, canvas: TaggedCanvas) -> None:
        """Draw the drawing."""
        if self._needs:
            canvas.needs.add(self._needs)
        renderPDF.draw(self.drawing, canvas, 0, 0)


def figure(parent: Element, alt: str) -> Element:
    """A ``Figure`` element that says ``alt``. Raises ``ValueError`` if there is nothing to say."""
    if not alt.strip():
        raise ValueError("a figure needs words; a picture that only decorates has no element")
    return parent.child("Figure", alt=alt)
