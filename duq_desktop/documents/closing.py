"""What stands at the end of every document: draft, independence, credits."""

from __future__ import annotations

from duq_desktop.documents.blocks import Block, Credits, Note, Rank, Section, Text, Tone
from duq_desktop.documents.materials import Materials
from duq_desktop.words import printed

OPENMOJI_FOLDER = "openmoji"


def closing(materials: Materials, *, new_page: bool = False) -> Section:
    """What this document is and whom it owes."""
    say = materials.say
    owed = Credits(
        by_folder=((OPENMOJI_FOLDER, say(printed.CREDIT_OPENMOJI)),),
        others=say(printed.CREDIT_OWN),
        letters=say(printed.CREDIT_FONT),
    )
    blocks: tuple[Block, ...] = (
        *([Note((say(printed.MADE_UP),))] if materials.made_up else []),
        *([Note((say(printed.DRAFT),))] if materials.draft else []),
        Text((say(printed.INDEPENDENT),), Tone.SMALL),
        Section(Rank.SMALL, say(printed.CREDITS), (owed,)),
    )
    return Section(Rank.PART, say(printed.ABOUT_PAPER), blocks, new_page=new_page, together=True)
