"""The facts about this home: who opens the answers, and whom to call. They stand in clear.

The help page needs them before anybody has unlocked anything, so they cannot be sealed.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from duq_desktop.errors import StoreError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import sealing as words


@dataclass(frozen=True)
class Contact:
    """Somebody to call: ``name``, ``number`` as it is dialled, and in a few words what they are for."""

    name: str
    number: str
    about: str = ""


def _contact(raw: dict[str, str]) -> Contact:
    contact = Contact(**raw)
    if not all(isinstance(value, str) for value in vars(contact).values()):
        raise TypeError("a contact is no text")
    return contact


@dataclass(frozen=True)
class Home:
    """What set-up asks. ``nation`` is "england", "scotland", "wales" or "northern_ireland".

    ``opener_works_here``: the app advises against it and tells people before they start.
    ``people_count``: how many people live here or are supported; under five, a summary can show little.
    ``safeguarding_number`` is the council's; ``outside_contact`` is somebody outside this service.
    """

    opener_name: str
    opener_job: str
    opener_works_here: bool
    nation: str
    safeguarding_number: str
    outside_contact: Contact
    local_contacts: tuple[Contact, ...] = ()
    people_count: int = 0
    home_name: str = ""
    council: str = ""

    def missing(self) -> tuple[str, ...]:
        """The names of the required fields that are still empty."""
        needed = {
            "opener_name": self.opener_name,
            "opener_job": self.opener_job,
            "nation": self.nation,
            "safeguarding_number": self.safeguarding_number,
            "outside_contact": self.outside_contact.name.strip() and self.outside_contact.number,
        }
        return tuple(name for name, value in needed.items() if not value.strip())

    def to_json(self) -> str:
        """The facts as JSON. Raises ``StoreError`` when a required one is missing."""
        if self.missing():
            raise StoreError(words.HOME_INCOMPLETE, fields=", ".join(self.missing()))
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Home:
        """The facts in ``text``. Raises ``StoreError`` when they cannot be read."""
        try:
            raw = json.loads(text)
            raw["outside_contact"] = _contact(raw["outside_contact"])
            raw["local_contacts"] = tuple(map(_contact, raw["local_contacts"]))
            found = cls(**raw)
            if not all(isinstance(getattr(found, name), kind) for name, kind in _KINDS.items()):
                raise TypeError("a fact of another type")
            return found
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise StoreError(words.HOME_UNREADABLE) from error


_TEXTS = ["opener_name", "opener_job", "nation", "safeguarding_number", "home_name", "council"]
_KINDS: dict[str, type] = {**dict.fromkeys(_TEXTS, str), "opener_works_here": bool, "people_count": int}
"""The file may have been edited by hand."""
