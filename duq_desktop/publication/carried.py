"""A sealed box that a PDF carries: added at its end as PDF itself adds changes, so that nothing before moves.

ISO 32000-1, 7.5.6 (incremental updates): new objects, a table of where they are, and a trailer that names the
table before. No page refers to the object; readers leave it alone.
"""

from __future__ import annotations

import base64
import binascii
import re

_END = re.compile(rb"trailer\s*<<(?P<entries>.*)>>\s*startxref\s+(?P<start>\d+)\s+%%EOF\s*\Z", re.DOTALL)
_BEFORE = re.compile(rb"/Prev \d+\s*")
_SIZE = re.compile(rb"/Size (\d+)")
_BOX = re.compile(rb"/Type /DUQMemory /Length \d+ >>\nstream\n([A-Za-z0-9+/=]+)\nendstream")
_TAIL = 4096
"""A trailer is short; the last bytes hold it."""


def carrying(pdf: bytes, box: bytes) -> bytes:
    """``pdf`` with ``box`` in it. Raises ``ValueError`` when it does not end as our PDFs do."""
    last = pdf.rfind(b"trailer", max(0, len(pdf) - _TAIL))
    end = _END.match(pdf, last) if last >= 0 else None
    size = _SIZE.search(end["entries"]) if end is not None else None
    if end is None or size is None:
        raise ValueError("this is no PDF of ours")
    number, text = int(size[1]), base64.b64encode(box)
    head = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    made = b"%d 0 obj\n<< /Type /DUQMemory /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        len(text),
        text,
    )
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(head))
    entries = _SIZE.sub(b"/Size %d" % (number + 1), _BEFORE.sub(b"", end["entries"]))
    trailer = b"trailer\n<<%s/Prev %s\n>>\n" % (entries, end["start"])
    return head + made + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(head) + len(made))


def carried_in(pdf: bytes) -> bytes | None:
    """The box that ``pdf`` carries; None when it carries none."""
    found = _BOX.findall(pdf)
    try:
        return base64.b64decode(found[-1], validate=True) if found else None
    except binascii.Error:
        return None
