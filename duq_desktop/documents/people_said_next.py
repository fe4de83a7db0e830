"""The end of “What people said”: what happens next, and whom to ask."""

from __future__ import annotations

from duq_desktop.documents.blocks import Block, EasyLine, Rank, Section, Text
from duq_desktop.documents.closing import small_print
from duq_desktop.documents.facts import SaidFacts
from duq_desktop.documents.materials import Materials
from duq_desktop.words import printed


def what_happens_next(facts: SaidFacts, materials: Materials, *, new_page: bool = False) -> Section:
    """What will be done, what was promised, when somebody comes back, whom to ask; what is open too."""
    say, follow_up = materials.say, facts.follow_up
    with_homes = say(printed.SAID_ALONE)
    if follow_up.counted_with:
        with_homes = say(printed.SAID_COUNTED_WITH, homes=", ".join(follow_up.counted_with))
    will_do = _typed(
        "decide-together", printed.SAID_WILL_DO, follow_up.will_do, printed.SAID_WILL_DO_NONE, materials
    )
    come_back = _typed(
        "come-back", printed.SAID_COME_BACK, follow_up.come_back, printed.SAID_COME_BACK_NONE, materials
    )
    promised = _lines_of(follow_up.promised)
    # The small print never stands on a page of its own.
    end = (
        come_back,
        *_whom_to_ask(follow_up.ask, materials),
        Text((with_homes,)),
        *small_print(materials),
    )
    blocks: tuple[Block, ...] = (
        will_do,
        *([_named("keep", printed.SAID_PROMISED, promised, materials)] if promised else []),
        Section(Rank.GROUP, "", end, together=True),
    )
    return Section(Rank.PART, say(printed.SAID_NEXT), blocks, new_page=new_page)


def _whom_to_ask(ask: str, materials: Materials) -> tuple[EasyLine, ...]:
    """Whom to talk to about what the document says, where that was typed."""
    say, named = materials.say, _lines_of(ask)
    if not named:
        return ()
    talk = materials.line(printed.SAID_ASK_LINE)
    who = say(printed.SAID_ASK_WHO, who=named[0])
    return (EasyLine(talk.picture, (*talk.lines, who, *named[1:]), say(printed.SAID_ASK)),)


def _typed(concept: str, title: str, typed: str, missing: str, materials: Materials) -> EasyLine:
    return _named(concept, title, _lines_of(typed) or [materials.say(missing)], materials)


def _named(concept: str, title: str, lines: list[str], materials: Materials) -> EasyLine:
    return EasyLine(materials.picture(concept), tuple(lines), materials.say(title))


def _lines_of(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]
