"""The look of easy-read paper: colours, letters, sizes. All measures in points."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from duq_desktop.documents.pdf.tagged.words import TextStyle

INK = HexColor(0x25231F)
QUIET = HexColor(0x49453D)
ACCENT = HexColor(0x0F5A61)
LINE = HexColor(0x827867)
NOTICE = HexColor(0xF7F1E3)
QUOTE = HexColor(0xEEF5F4)

TITLE = TextStyle(size=34, leading=42, bold=True, colour=ACCENT, space_after=14)
HEADING = TextStyle(size=25, leading=32, bold=True, colour=ACCENT, space_after=20, keep_with_next=True)
SMALL_HEADING = TextStyle(
    size=18, leading=26, bold=True, colour=INK, space_before=10, space_after=12, keep_with_next=True
)
BODY = TextStyle(size=16, leading=25, colour=INK, space_after=10)
QUESTION = TextStyle(size=17, leading=24, bold=True, colour=INK, space_before=4, space_after=8)
SMALL = TextStyle(size=14, leading=21, colour=QUIET, space_after=6)
LEAD = TextStyle(size=19, leading=29, colour=INK, space_after=10)
STRONG = TextStyle(size=22, leading=32, bold=True, colour=ACCENT, space_before=6, space_after=16)
BULLET = TextStyle(size=16, leading=25, colour=INK, space_after=7, indent=26)

PICTURE = 100.0
SMALL_PICTURE = 60.0
AREA_PICTURE = 76.0
ROOM_FOR_A_ROW = 130.0
"""A heading is never left alone at the foot of a page: this much must follow it, in points."""

ROOM_FOR_A_LINE = 60.0
ROW_WHITE = 0.26
"""The white after a row, as a part of its picture's size."""
