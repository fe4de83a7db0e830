"""The slip with a person's sign: two pictures and what they are for. No name, no date, no home."""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.content.model import SignPicture
from duq_desktop.documents.blocks import Document, EasyLine, Text, Tone
from duq_desktop.documents.materials import Materials
from duq_desktop.words import printed


def document(signs: Sequence[SignPicture], materials: Materials) -> Document:
    """The whole slip, one page."""
    return Document(
        materials.say(printed.SLIP_TITLE),
        materials.line(printed.SLIP_OPENING),
        (
            *(EasyLine(sign.picture, (sign.label,)) for sign in signs),
            *materials.lines(printed.SLIP_LINES),
            Text((materials.say(printed.SLIP_SAFE),), Tone.STRONG),
        ),
        materials.mark,
    )
