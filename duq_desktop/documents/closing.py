"""What stands at the end of every document: draft, independence, credits."""

from __future__ import annotations

from duq_desktop.documents.blocks import Block, Credits, Note, Rank, Section, Text, Tone
from duq_desktop.documents.materials import Materials
from duq_desktop.words import printed

OPENMOJI_FOLDER = "openmoji"


def closing(materials: Materials) -> Section:
    """What this document is and whom it owes."""
    say = materials.say
    blocks: tuple[Block, ...] = (
        *([Note((say(printed.MADE_UP),))] if materials.made_up else []),
        *([Note((say(printed.DRAFT),))] if materials.draft else []),
        *small_print(materials),
    )
    return Section(Rank.PART, say(printed.ABOUT_PAPER), blocks, together=True)


def small_print(materials: Materials) -> tuple[Block, ...]:
    """Whose work this is and whom it owes, where the rest of what a reader must know stands before."""
    say = materials.say
    owed = Credits(
        by_folder=((OPENMOJI_FOLDER, say(printed.CREDIT_OPENMOJI)),),
        others=say(printed.CREDIT_OWN),
        letters=say(printed.CREDIT_FONT),
    )
    return (Text((say(printed.INDEPENDENT),), Tone.SMALL), owed)
