"""What the sheets must know of this installation, in plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Contact:
    """Somebody to phone: ``name`` as people know it and ``number`` as it is dialled."""

    name: str
    number: str


@dataclass(frozen=True)
class SheetFacts:
    """Who opens the answers, and who can be told about harm.

    ``safeguarding_number`` is the council's team for adults in danger (in Northern Ireland a trust's), and
    ``council`` its name where it is known; ``outside`` is somebody who does not belong to the provider;
    ``local`` are people close by. ``fingerprint`` is the key's four words; empty while no key is made.
    ``opener_works_here``: the opener works in the home, which people must be told before they say yes.
    """

    opener_name: str
    opener_job: str
    opener_works_here: bool
    safeguarding_number: str
    outside: Contact
    fingerprint: tuple[str, ...] = ()
    council: str = ""
    local: tuple[Contact, ...] = ()
