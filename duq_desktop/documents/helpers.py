"""“For helpers”: the sheet for whoever sits beside a person who answers."""

from __future__ import annotations

from duq_desktop.documents.about import contact_lines
from duq_desktop.documents.blocks import Document, Items, Note, Rank, Section
from duq_desktop.documents.closing import closing
from duq_desktop.documents.facts import SheetFacts
from duq_desktop.documents.materials import Materials
from duq_desktop.words import printed

_PAGES = (
    (printed.HELPERS_DO, printed.HELPERS_DO_LINES),
    (printed.HELPERS_DO_NOT, printed.HELPERS_DO_NOT_LINES),
    (printed.HELPERS_NEAR, printed.HELPERS_NEAR_LINES),
)


def document(facts: SheetFacts, materials: Materials) -> Document:
    """The whole sheet."""
    say = materials.say
    before = materials.lines(printed.HELPERS_BEFORE_LINES)
    sealed = materials.lines(printed.HELPERS_SEALED_LINES, opener=facts.opener_name, job=facts.opener_job)
    return Document(
        say(printed.HELPERS_TITLE),
        materials.line(printed.HELPERS_OPENING),
        (
            Section(Rank.PART, say(printed.HELPERS_BEFORE), before),
            *(
                Section(Rank.PART, say(title), materials.lines(lines), new_page=True)
                for title, lines in _PAGES
            ),
            _told(facts, materials),
            Section(Rank.PART, say(printed.HELPERS_SEALED), sealed, new_page=True),
            closing(materials),
        ),
        materials.mark,
    )


def _told(facts: SheetFacts, materials: Materials) -> Section:
    """What to do when somebody tells about harm, and whom to phone."""
    say = materials.say
    numbers = (say(printed.HELPERS_TOLD_MANAGER), *contact_lines(facts, say))
    return Section(
        Rank.PART,
        say(printed.HELPERS_TOLD),
        (
            materials.line(printed.HELPERS_TOLD_OPENING),
            Items(tuple(map(say, printed.HELPERS_TOLD_STEPS))),
            Note(numbers, materials.picture("phone-999")),
            materials.line(printed.HELPERS_TOLD_APP),
        ),
        new_page=True,
    )
