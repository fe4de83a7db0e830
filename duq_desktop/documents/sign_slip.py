"""The slip with a person's sign: two pictures and what they are for. No name, no date, no home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from duq_desktop.content.model import Picture, SignPicture
from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.words import Words, printed


def document(
    signs: Sequence[SignPicture],
    language: Words,
    typeface: Typeface,
    pictures: Mapping[str, Picture],
    *,
    made_up: bool = False,
) -> bytes:
    """The whole PDF, one page."""
    sheet = EasyRead(language(printed.SLIP_TITLE), language, typeface, pictures, made_up=made_up)
    concept, sentences = printed.SLIP_OPENING
    sheet.opening(concept, [language(line) for line in sentences])
    for sign in signs:
        sheet.row(sign.picture, sign.label)
    sheet.lines(printed.SLIP_LINES)
    sheet.strong(language(printed.SLIP_SAFE))
    return sheet.finish()
