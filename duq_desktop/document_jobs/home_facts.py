"""What documents say of the home, taken from what was set up. Loads no writer."""

from __future__ import annotations

from duq_desktop.documents.facts import Contact, SheetFacts
from duq_desktop.store.file.home import Home


def sheet_facts(home: Home, four_words: tuple[str, ...]) -> SheetFacts:
    """What the sheets say of the home."""
    return SheetFacts(
        opener_name=home.opener_name,
        opener_job=home.opener_job,
        opener_works_here=home.opener_works_here,
        safeguarding_number=home.safeguarding_number,
        outside=Contact(home.outside_contact.name, home.outside_contact.number),
        fingerprint=four_words,
        council=home.council,
        local=tuple(Contact(one.name, one.number) for one in home.local_contacts),
    )
