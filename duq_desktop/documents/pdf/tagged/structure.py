"""The structure tree of a tagged PDF: what a screen reader walks through.

Source of the rules: ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF); ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from reportlab.pdfbase import pdfdoc

Attributes = Mapping[str, str]
"""Attribute name to its value as PDF syntax, as in ``{"Scope": "/Row"}``."""


@dataclass(frozen=True)
class MarkedContent:
    """A piece of page content: the page's index from 0 and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True)
class ObjectReference:
    """An annotation, such as a link's touch area: the page's index and the annotation's name in the file."""

    page: int
    name: str


@dataclass(eq=False)
class Element:
    """One element of the tree, such as a heading (``H1``), a paragraph (``P``) or a picture (``Figure``).

    ``actual`` replaces the text drawn (ActualText); ``alt`` describes what has no text. ``language`` is a
    BCP 47 code where it differs from the document's. ``attributes`` are by owner, ``Table`` or ``Layout``.
    """

    kind: str
    parent: Element | None = None
    alt: str = ""
    actual: str = ""
    language: str = ""
    attributes: dict[str, Attributes] = field(default_factory=dict)
    children: list[Element | MarkedContent | ObjectReference] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.children.append(self)

    def child(self, kind: str, *, alt: str = "", actual: str = "", language: str = "") -> Element:
        """A new element below this one, after those already there."""
        return Element(kind, self, alt=alt, actual=actual, language=language)

    @property
    def holds_something(self) -> bool:
        """Whether anything was drawn for it or below it; an element that holds nothing is not written."""
        return any(not isinstance(child, Element) or child.holds_something for child in self.children)

    def walk(self) -> Iterator[Element]:
        """This element and all below it that hold something, in reading order."""
        if self.holds_something:
            yield self
            for child in self.children:
                if isinstance(child, Element):
                    yield from child.walk()


class Late(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A PDF object whose bytes are made when the file is written, once every reference has its number."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """The bytes of this object; called by reportlab."""
        return self._make()


class Tree:
    """The structure of one document: its elements, and which content on which page belongs to which."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._owners: dict[int, list[Element]] = {}
        self._annotations: list[tuple[str, Element]] = []

    def mark(self, element: Element, page: int) -> int:
        """Give ``element`` the next piece of content on ``page`` (from 0); returns the piece's number."""
        owners = self._owners.setdefault(page, [])
        owners.append(element)
        element.children.append(MarkedContent(page, len(owners) - 1))
        return len(owners) - 1

    def unmark(self, page: int) -> None:
        """Take back the last piece of content of ``page``: nothing was drawn in it."""
        self._owners[page].pop().children.pop()

    def annotate(self, element: Element, page: int, name: str, first_key: int) -> int:
        """Give ``element`` the annotation ``name``; returns its key in the parent tree.

        ``first_key`` is larger than any page index, as pages and annotations share one row of keys.
        """
        self._annotations.append((name, element))
        element.children.append(ObjectReference(page, name))
        return first_key + len(self._annotations) - 1

    def attach(self, document: pdfdoc.PDFDocument, pages: list[pdfdoc.PDFPage], first_key: int) -> None:
        """Write the tree into the file: the catalogue, the elements, the parent tree, the pages' keys."""
        _Writer(self, document, pages).write(first_key)

    def owners(self, page: int) -> list[Element]:
        """The elements that own the content of ``page``, by number."""
        return self._owners.get(page, [])

    @property
    def annotations(self) -> list[tuple[str, Element]]:
        """Annotation names with their elements, in the order of their keys."""
        return self._annotations


class _Writer:
    """Turns the tree into PDF objects."""

    def __init__(self, tree: Tree, document: pdfdoc.PDFDocument, pages: list[pdfdoc.PDFPage]) -> None:
        self._tree = tree
        self._document = document
        self._pages = [document.Reference(page) for page in pages]
        self._references: dict[Element, pdfdoc.PDFObjectReference] = {}

    def write(self, first_key: int) -> None:
        for element in self._tree.root.walk():
            late = Late(partial(self._element, element))
            self._references[element] = self._document.Reference(late)
        parents = self._document.Reference(Late(partial(self._parent_tree, first_key)))
        self._root = Late(partial(self._structure_root, parents, first_key))
        self._document.Catalog.StructTreeRoot = self._root
        self._document.Catalog.MarkInfo = Late(lambda: b"<< /Marked true >>")

    def _number(self, reference: pdfdoc.PDFObjectReference) -> bytes:
        written: bytes = reference.format(self._document)
        return written

    def _structure_root(self, parents: pdfdoc.PDFObjectReference, first_key: int) -> bytes:
        kids = self._number(self._references[self._tree.root]) if self._references else b""
        next_key = first_key + len(self._tree.annotations)
        return b"<< /Type /StructTreeRoot /K [ %s ] /ParentTree %s /ParentTreeNextKey %d >>" % (
            kids,
            self._number(parents),
            next_key,
        )

    def _parent_tree(self, first_key: int) -> bytes:
        rows = []
        for page in range(len(self._pages)):
            owners = b" ".join(self._number(self._references[owner]) for owner in self._tree.owners(page))
            rows.append(b"%d [ %s ]" % (page, owners))
        for position, (_, element) in enumerate(self._tree.annotations):
            rows.append(b"%d %s" % (first_key + position, self._number(self._references[element])))
        return b"<< /Nums [\n%s\n] >>" % b"\n".join(rows)

    def _element(self, element: Element) -> bytes:
        parent = self._references[element.parent] if element.parent else self._document.Reference(self._root)
        parts = [b"<< /Type /StructElem /S /%s /P %s" % (element.kind.encode("ascii"), self._number(parent))]
        for key, text in (("Alt", element.alt), ("ActualText", element.actual), ("Lang", element.language)):
            if text:
                parts.append(b"/%s %s" % (key.encode("ascii"), pdf_text(text)))
        if element.attributes:
            parts.append(b"/A [ %s ]" % b" ".join(map(_attributes, element.attributes.items())))
        parts.append(b"/K [ %s ] >>" % b" ".join(self._kids(element)))
        return b" ".join(parts)

    def _kids(self, element: Element) -> Iterator[bytes]:
        for child in element.children:
            if isinstance(child, MarkedContent):
                page = self._number(self._pages[child.page])
                yield b"<< /Type /MCR /Pg %s /MCID %d >>" % (page, child.number)
            elif isinstance(child, ObjectReference):
                name = self._document.annotationName(child.name)
                target = self._number(pdfdoc.PDFObjectReference(name))
                yield b"<< /Type /OBJR /Pg %s /Obj %s >>" % (self._number(self._pages[child.page]), target)
            elif child in self._references:
                yield self._number(self._references[child])


def _attributes(owned: tuple[str, Attributes]) -> bytes:
    owner, values = owned
    inside = " ".join(f"/{name} {value}" for name, value in values.items())
    return f"<< /O /{owner} {inside} >>".encode("ascii")


def pdf_text(text: str) -> bytes:
    """``text`` as a PDF text string, in UTF-16 so that every script keeps its characters."""
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"
