"""The help page: the same for everybody, whatever was answered, so that it betrays nothing."""

from __future__ import annotations

from duq_desktop.content.model import Stream
from duq_desktop.interview.inputs import HelpGiven
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import QuietChoice
from duq_desktop.ui.widgets.controls import ALL_CONTROLS, Control
from duq_desktop.ui.widgets.flow import SideBySide
from duq_desktop.ui.widgets.notices import ContactCard
from duq_desktop.words import family_staff, person

EMERGENCY = "999"

CONTACT_EM = 14.5
"""Two contacts stand beside each other where each has this many em: a number is never broken."""


class HelpPage(Page):
    """Whom to turn to, and "Ask NAME to talk to me alone", which is sealed like an answer.

    ``aside``: opened by "Tell someone" from another page; Next then leads back there. ``can_ask``: there
    is a session in which the request to talk can be sealed.
    """

    holds_answers = True

    def __init__(self, tools: Tools, stream: Stream, *, aside: bool = False, can_ask: bool = True) -> None:
        texts = person if stream is Stream.PERSON else family_staff
        shown = ALL_CONTROLS - ({Control.TELL, Control.REST, Control.STOP} if aside else {Control.TELL})
        super().__init__(tools, tools.text(texts.HELP_TITLE), shown=shown)
        self._hidden = False
        for concept, line in texts.HELP_LINES:
            self.add_line(tools.text(line), concept)
        if tools.home.contacts:
            self.add_line(tools.text(person.HELP_CONTACTS))
        contacts = SideBySide(CONTACT_EM)
        for name, number in tools.home.contacts:
            self._add_contact(contacts, tools.text(name) if name == person.COUNCIL else name, number)
        self.add(contacts)
        self.add_line(tools.text(person.HELP_APP))
        words = tools.text(texts.HELP_TALK)
        asks = tools.picture("ask-to-talk")
        self.talk = QuietChoice(
            "talk", words, picture=asks if asks.file is not None else None, pictures=tools.pictures
        )
        if can_ask:
            self.add(self.talk)
            self.readings.append(Reading(words))
        self.add_line(tools.text(person.HELP_SAME))

    def given(self) -> HelpGiven:
        """Whether the person asks to be talked to, and who was named."""
        return HelpGiven(self.talk.isChecked() or self._hidden, self.tools.home.opener)

    def conceal(self) -> None:
        """Takes the request off the page; it still counts."""
        self._hidden = self.given().talk
        self.talk.setChecked(False)

    @property
    def hides_something(self) -> bool:
        """Whether a request is hidden."""
        return self._hidden

    def reveal(self) -> None:
        """Shows the request again; then it can be taken back."""
        self.talk.setChecked(self.given().talk)
        self._hidden = False

    def _add_contact(self, contacts: SideBySide, name: str, number: str) -> None:
        card = ContactCard(name, "", number, picture=self.tools.view("phone", 64))
        contacts.add(card)
        self.readings += [Reading(name), Reading(number, card.number)]
