"""What the pages say of the home: from what set-up kept, and what was set up for the day."""

from __future__ import annotations

from duq_desktop.device.day_plan import DayPlan
from duq_desktop.store.file.preview import InClear
from duq_desktop.ui.pages.texts import HomeFacts
from duq_desktop.words import person


def home_facts(known: InClear | None, staff_word: str, day: DayPlan | None = None) -> HomeFacts:
    """What pages say of the home, from what set-up kept and what was set up for the day.

    Nothing is known yet where nothing is set up. Who is there today comes before the others. Local contacts
    may be away; the outside contact and the council's number stand there every day.
    """
    if known is None or not known.is_set_up:
        return HomeFacts()
    home = known.home
    today, away = (day.contacts, day.away) if day is not None else ((), ())
    own = [(contact.name, contact.number) for contact in home.local_contacts if contact.name not in away]
    outside = (home.outside_contact.name, home.outside_contact.number)
    council = (home.council or person.COUNCIL, home.safeguarding_number)
    return HomeFacts(
        opener=home.opener_name,
        job=home.opener_job,
        works_here=home.opener_works_here,
        staff_word=staff_word,
        contacts=(*today, *own, outside, council),
        made_up=known.made_up,
        place=day.place if day is not None else "",
        first_areas=day.areas if day is not None else (),
        left_out=day.left_out if day is not None else (),
    )
