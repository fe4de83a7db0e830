"""How somebody likes to be asked, as it is kept and carried along. Pure: no Qt, no store.

It takes the six steps of the Accessible Information Standard (DAPB1605): *identify* (the pages ask),
*record* (kept where the person wants it), *flag* (shown when a session starts), *share* (a file, or the
page "How to ask me"), *meet* (put on at once) and *review* (asked again, after a year at the latest).
How to ask, never what was said: nothing here comes from an answer.
"""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date, timedelta

from duq_desktop.light_dataclass import dataclass
from duq_desktop.preferences.preferences import Preferences

REVIEW_AFTER = timedelta(days=365)
"""Needs change: what is kept is asked about again after this time (the standard's sixth step)."""

LONGEST_WORDS = 400
"""The most characters of each of the two free texts: a few sentences."""


@dataclass(frozen=True)
class Profile:
    """One person's way, without a name.

    ``helps`` are their own words for what helps them, ``helpers`` for who may help them. ``review_by`` is
    the day by which to ask again.
    """

    liking: Preferences = field(default_factory=Preferences)
    helps: str = ""
    helpers: str = ""
    review_by: date | None = None

    def is_due(self, today: date) -> bool:
        """Whether it is time to ask again; so it is when nobody knows when to."""
        return self.review_by is None or today >= self.review_by or self.review_by > today + REVIEW_AFTER

    def asked(self, today: date) -> Profile:
        """The same, asked about today."""
        return replace(self, review_by=today + REVIEW_AFTER)
