"""What a paper of each of 40 small made-up homes shows: ``python -m tests.attack.small_homes [--pages]``.

One line a home: how many of each group live or work there, how many took part as printed, and of how many
questions the paper shows a bar. ``--pages`` makes each PDF and counts its pages; that takes minutes.
"""

from __future__ import annotations

import random
import sys
from io import BytesIO

import pypdf

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack
from duq_desktop.document_jobs.document_maker import DocumentMaker
from duq_desktop.documents.facts import SaidFacts
from duq_desktop.summary.basis import basis_of
from duq_desktop.summary.public import PublicSummary
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.publish import PublicationChoices, prepare_careful
from duq_desktop.summary.summarise import summarise
from duq_desktop.words import Words
from tests.attack.homes import AT_HAND, Somebody, home, sessions_of

HOMES = 40


def paper_of(people: list[Somebody], pack: Pack) -> PublicSummary:
    """The first paper, as the command makes it: nothing that is warned of is in it."""
    sessions = sessions_of(people)
    basis = basis_of(summarise(sessions, pack), PublicationLedger(), sessions, pack)
    return prepare_careful(basis, PublicationChoices(), "first").public


def line(number: int, people: list[Somebody], public: PublicSummary, pages: str) -> str:
    """One home in one line."""
    told = []
    for stream in AT_HAND:
        here = sum(each.stream == stream for each in people)
        who = next(each for each in public.streams if each.stream.value == stream)
        groups = [g for a in public.areas for q in a.questions for g in q.groups if g.stream.value == stream]
        more = "" if who.how_many.value == "shown" else "+"
        number_told = "-" if who.people is None else f"{who.people}{more}"
        told.append(f"{here:3} {number_told:>4} {sum(g.shown for g in groups):3}/{len(groups):2}")
    return f"{number:4}  " + "   ".join(told) + f"   {pages:>5}"


def main() -> None:
    """Prints the 40 homes."""
    pack = load_pack(paths.packs_folder() / "duq-code")
    maker = DocumentMaker(pack, Words())
    print("home  " + "   ".join(f"{stream:15}" for stream in AT_HAND) + "   pages")
    for number in range(1, HOMES + 1):
        people = home(random.Random(number), pack)
        public = paper_of(people, pack)
        pages = ""
        if "--pages" in sys.argv:
            parts = maker.people_said_parts(public, SaidFacts(), lambda _pages: None)
            pages = "+".join(str(len(pypdf.PdfReader(BytesIO(part)).pages)) for part in parts)
        print(line(number, people, public, pages), flush=True)


if __name__ == "__main__":
    main()
