"""What the sheets must know of this installation, in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True)
class FollowUp:
    """What comes of what people said, as the opener typed it; each "" where nothing was typed.

    ``ask``: whom readers can talk to about it. ``counted_with``: the homes whose answers are counted together
    with these; none so far.
    """

    will_do: str = ""
    promised: str = ""
    come_back: str = ""
    ask: str = ""
    counted_with: tuple[str, ...] = ()


NOTHING_TYPED = FollowUp()


@dataclass(frozen=True)
class SaidFacts:
    """What “What people said” tells beside the answers.

    ``place`` is a line under the title, such as the provider's name. ``made_on`` is told by its month only.
    """

    place: str = ""
    made_on: date | None = None
    follow_up: FollowUp = NOTHING_TYPED
