"""The made-up home of the sample."""

from __future__ import annotations

from duq_desktop.store.file.home import Contact, Home
from duq_desktop.words import sample as words

# Numbers that Ofcom keeps free for stories (01632 960000 to 960999): nobody is rung by mistake.
_COUNCIL_NUMBER = "01632 960 101"
_OUTSIDE_NUMBER = "01632 960 102"
_LOCAL_NUMBER = "01632 960 103"


def made_up_home(people: int) -> Home:
    """Facts for a home of ``people`` people, none of them true."""
    return Home(
        opener_name=words.OPENER_NAME,
        opener_job=words.OPENER_JOB,
        opener_works_here=False,
        nation="england",
        safeguarding_number=_COUNCIL_NUMBER,
        outside_contact=Contact(words.OUTSIDE_NAME, _OUTSIDE_NUMBER, words.OUTSIDE_ABOUT),
        local_contacts=(Contact(words.LOCAL_NAME, _LOCAL_NUMBER),),
        people_count=people,
        home_name=words.HOME_NAME,
        council=words.COUNCIL,
    )
