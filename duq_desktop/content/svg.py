"""Looking at an SVG before anything draws it.

QtSvg and svglib trust what they draw: 1.9 kB of nested ``use`` hold QtSvg for nine seconds, 400
bytes of short dashes for one (and every further path for another), and an ``image`` reads any file.
So a picture may hold only the elements and attributes listed here, which are those that plain
drawings have. Names are looked at as they are written, prefix and all, because QtSvg goes by what
follows the prefix.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from xml.parsers import expat

from duq_desktop.content.scanning import without_comments
from duq_desktop.errors import PackError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import pack as words

WORK_LIMIT = 4_000
"""Four for each element and one for each number of its outline, as often as ``use`` shows it.

OpenMoji's pictures stay under 3,000, but for one. The slowest drawing that was found within the
limit (a scribble with a wide line) takes QtSvg some seconds at 600 dots; one of 36,000 numbers took
it a minute.
"""

DEPTH_LIMIT = 24
RULES_LIMIT = 200
SELECTORS_LIMIT = 10
"""Rules of a style sheet, and names of one rule; each is held against each element."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DRAWN = _names("path circle ellipse line polyline polygon rect")
_GRADIENTS = _names("linearGradient radialGradient")
_OTHERS = _names("svg g defs symbol use stop clipPath title desc metadata style")
ELEMENTS = _DRAWN | _GRADIENTS | _OTHERS

_NOTES = _names(
    "sodipodi:namedview sodipodi:guide inkscape:grid inkscape:page rdf:RDF rdf:Bag rdf:li cc:Work cc:Agent "
    "cc:License cc:license cc:permits cc:requires dc:format dc:type dc:title dc:creator dc:rights "
    "dc:publisher dc:subject dc:date dc:description dc:language dc:source dc:identifier"
)
"""What drawing programs write beside the picture; nothing is drawn from it."""

_NOTE_PREFIXES = ("xmlns:", "xml:", "sodipodi:", "inkscape:", "rdf:", "cc:", "dc:", "data-", "aria-")

_PAINT = _names("fill stroke clip-path")
_LOOKS = _PAINT | _names(
    "fill-opacity fill-rule stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-dashoffset opacity color display visibility clip-rule paint-order stop-color stop-opacity "
    "shape-rendering color-interpolation vector-effect overflow enable-background isolation "
    "mix-blend-mode font-family font-size font-weight text-anchor -inkscape-stroke font-style line-height"
)
_OUTLINES = _names("d points")
_NUMBERS = _OUTLINES | _names(
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy width height offset viewBox version tabindex"
)
_WORDS = _names(
    "id class transform gradientTransform gradientUnits spreadMethod clipPathUnits preserveAspectRatio "
    "xmlns role type media focusable baseProfile zoomAndPan"
)
_LINKS = frozenset({"href", "xlink:href"})
ATTRIBUTES = _LOOKS | _NUMBERS | _WORDS | _LINKS | {"style", "stroke-dasharray"}

_NUMBER_VALUE = re.compile(r"[MmLlHhVvCcSsQqTtAaZzEepxtcmin%0-9\s,.+-]*\Z")
_WORD_VALUE = re.compile(r"[\w\s#%:/.,()+-]*\Z")
_LOOK_VALUE = re.compile(r"[\w\s#%.,()'\"!+-]*\Z")
_OWN_PART = re.compile(r"url\(\s*['\"]?#([\w.:-]+)['\"]?\s*\)\Z")
_NUMBER = re.compile(r"\d+\.?\d*|\.\d+")
_LINK = re.compile(r"#([\w.:-]+)\Z")
_SELECTOR = re.compile(r"[.#]?[\w-]+\Z")


@dataclass(frozen=False)
class _Element:
    """One element while and after it is read; ``work`` is that of it and all within."""

    name: str
    work: int = 4
    uses: list[str] = field(default_factory=list)
    clips: bool = False
    linked: str | None = None


class SvgError(Exception):
    """What is wrong with an SVG: a sentence of ``words.pack`` and the values for its places."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


def check_svg(content: bytes, shown: str) -> None:
    """Raise ``PackError`` when the SVG ``content`` holds anything but a plain drawing.

    ``shown`` is how the message names the file. Takes about a millisecond for 10 kB.
    """
    reader = _Reader()
    place = words.WHOLE_FILE
    try:
        reader.read(content)
    except SvgError as error:
        if reader.line:
            place = words.LINE.format(line=reader.line)
        raise PackError(error.sentence, file=shown, place=place, **error.values) from error
    except (expat.ExpatError, ValueError) as error:
        raise PackError(words.SVG_WRONG, file=shown, place=place, reason=str(error)) from error


class _Reader:
    """Walks through one SVG and raises ``SvgError`` at the first thing that is not allowed."""

    def __init__(self) -> None:
        self.line = 0
        self._open: list[_Element] = []
        self._named: dict[str, _Element] = {}
        self._wanted: list[tuple[_Element, str, str]] = []
        self._css: list[str] = []
        self._work = 0

    def read(self, content: bytes) -> None:
        """Look at the whole of ``content``."""
        content.decode("utf-8-sig")
        parser = expat.ParserCreate("utf-8")
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._characters
        self._parser = parser
        try:
            parser.Parse(content, True)
        except SvgError:
            self.line = parser.CurrentLineNumber
            raise
        self._check_links()

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise SvgError(words.SVG_WRONG, reason=words.SVG_ENCODING)

    def _doctype(self, *_: object) -> None:
        raise SvgError(words.SVG_DOCTYPE)

    def _instruction(self, *_: object) -> None:
        raise SvgError(words.SVG_ELEMENT, name="?xml-stylesheet")

    def _started(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self._open) >= DEPTH_LIMIT:
            raise SvgError(words.SVG_DEEP, limit=DEPTH_LIMIT)
        if (name == "svg") == bool(self._open) or (name not in ELEMENTS and name not in _NOTES):
            raise SvgError(words.SVG_ELEMENT, name=name[:40])
        element = _Element(name)
        for attribute, value in attributes.items():
            self._check_attribute(element, attribute, value)
        self._add_work(element.work)
        if "id" in attributes:
            self._named.setdefault(attributes["id"], element)
        self._open.append(element)

    def _add_work(self, work: int) -> None:
        self._work += work
        if self._work > WORK_LIMIT:
            raise SvgError(words.SVG_MANY, limit=WORK_LIMIT)

    def _ended(self, name: str) -> None:
        element = self._open.pop()
        if name == "style":
            self._check_sheet(element, "".join(self._css))
            self._css.clear()
        if self._open:
            parent = self._open[-1]
            parent.work += element.work
            parent.uses += element.uses
            parent.clips = parent.clips or element.clips

    def _characters(self, text: str) -> None:
        if self._open and self._open[-1].name == "style":
            self._css.append(text)

    def _check_attribute(self, element: _Element, name: str, value: str) -> None:
        if name.startswith(_NOTE_PREFIXES):
            return
        if name not in ATTRIBUTES:
            raise SvgError(words.SVG_ATTRIBUTE, name=name[:40], element=element.name)
        if name in _LINKS:
            self._check_link(element, value)
        elif name == "style":
            self._check_looks(element, value)
        elif name in _LOOKS or name == "stroke-dasharray":
            self._check_look(element, name, value)
        elif (_NUMBER_VALUE if name in _NUMBERS else _WORD_VALUE).match(value) is None:
            raise SvgError(words.SVG_VALUE, name=name, element=element.name)
        elif name in _OUTLINES:
            element.work += len(_NUMBER.findall(value))

    def _check_looks(self, element: _Element, style: str) -> None:
        for declaration in filter(str.strip, style.split(";")):
            name, _, value = (part.strip() for part in declaration.partition(":"))
            if name not in _LOOKS and name != "stroke-dasharray":
                raise SvgError(words.SVG_ATTRIBUTE, name=f"style: {name[:40]}", element=element.name)
            self._check_look(element, name, value)

    def _check_look(self, element: _Element, name: str, value: str) -> None:
        if name == "stroke-dasharray" and value.strip() not in ("none", "0", ""):
            raise SvgError(words.SVG_VALUE, name=name, element=element.name)
        if "url" in value.lower():
            part = _OWN_PART.match(value.strip())
            if part is None or name not in _PAINT:
                raise SvgError(words.SVG_OUTSIDE, element=element.name)
            element.clips = element.clips or name == "clip-path"
            self._wanted.append((element, name, part.group(1)))
        elif _LOOK_VALUE.match(value) is None:
            raise SvgError(words.SVG_VALUE, name=name, element=element.name)

    def _check_link(self, element: _Element, value: str) -> None:
        part = _LINK.match(value.strip())
        if part is None or (element.name != "use" and element.name not in _GRADIENTS):
            raise SvgError(words.SVG_OUTSIDE, element=element.name)
        element.linked = part.group(1)
        if element.name == "use":
            element.uses.append(part.group(1))
        self._wanted.append((element, "href", part.group(1)))

    def _check_sheet(self, element: _Element, sheet: str) -> None:
        plain_sheet = without_comments(sheet)
        rules = plain_sheet.split("}") if plain_sheet is not None else ["never ends"]
        if rules.pop().strip() or len(rules) > RULES_LIMIT:
            raise SvgError(words.SVG_STYLE)
        for rule in rules:
            selectors, brace, looks = rule.partition("{")
            named = selectors.split(",")
            plain = all(_SELECTOR.match(each.strip()) for each in named)
            if not brace or not plain or len(named) > SELECTORS_LIMIT:
                raise SvgError(words.SVG_STYLE)
            self._check_looks(element, looks)

    def _check_links(self) -> None:
        """Each reference finds a part of the right sort that refers to nothing itself."""
        for element, name, target_id in self._wanted:
            target = self._named.get(target_id)
            if target is None:
                raise SvgError(words.SVG_MISSING, element=element.name, id=target_id[:40])
            if name == "href" and element.name == "use":
                right = not target.uses and target.name != "svg"
                self._add_work(target.work)
            elif name == "clip-path":
                right = target.name == "clipPath" and not target.clips and not target.uses
                self._add_work(target.work)
            else:
                right = target.name in _GRADIENTS and (name != "href" or target.linked is None)
            if not right:
                raise SvgError(words.SVG_REFERENCE, element=element.name)
