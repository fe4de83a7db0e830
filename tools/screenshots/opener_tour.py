"""A walk through every page of the opener's, over made-up answers: for pictures of them, and for tests.

Like the tour of the other pages it presses what the opener would press, by the shortest way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QTimer

from duq_desktop.shell.app import App
from duq_desktop.ui.opener.home_steps import STEPS
from duq_desktop.ui.opener.pages.cards_page import CardsPage
from duq_desktop.ui.opener.pages.fields import FieldsPage, PickOnePage
from duq_desktop.ui.opener.pages.key_pages import CopyPage, OwnPhrasePage
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.opener.pages.said_pages import NotePage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.vault.slots import Cost
from duq_desktop.words import opener_said as said
from duq_desktop.words import opener_setup as setup
from duq_desktop.words import publication, sealing

PageOf = TypeVar("PageOf", bound=Page)

PATIENCE_MS = 60_000
"""A page that has not come by then does not come."""

QUICK = Cost(1, 8 * 1024 * 1024)
"""What a guess of the phrase costs on a tour: nothing there needs protecting."""

_TYPED = {
    "people_count": "4",
    "opener_name": "Ada Bright",
    "opener_job": "trustee",
    "safeguarding_number": "01632 960 101",
    "outside_name": "Advocacy Together",
    "outside_number": "01632 960 102",
}


@dataclass
class OpenerTour:
    """Goes from page to page of an app that is open; each name given is the page that shows then."""

    house: App

    def first_start(self) -> Iterator[str]:
        """Each page of the first start, from the welcome to its end."""
        yield "welcome"
        self._act("set_up")
        yield "intro"
        self._next()
        for step in STEPS:
            yield step.value
            yield from self._fill_in(step.value)
            self._next()
        yield from self._phrase()
        yield from self._recovery_key()
        yield "four words"
        self._next()
        yield "ready"
        self._act("do")
        yield "wait"
        self._wait_for(setup.DONE_TITLE)
        yield "done"

    def day(self) -> Iterator[str]:
        """The two pages on which somebody sets the computer up for a day; nothing is kept."""
        self._top(StartPage).buttons["day"].click()
        self._settle()
        yield "place"
        self._next()
        yield "choices"
        self._back()
        self._back()

    def room(self, phrase: str, stick: Path) -> Iterator[str]:
        """Each page behind the pass phrase; papers go into the folder ``stick``."""
        yield from self._unlock(phrase)
        yield from self._read_first()
        yield "whole"
        yield from self._making(stick)
        yield from self._over("sessions", "card")
        yield from self._over("areas", "0")
        yield from self._over("areas", "care")
        self._act("papers")
        yield "papers"
        self._act("said")
        yield from self._doubt()
        for name in ("group", "place", "next", "quotes", "look"):
            yield name
            self._next()
        room = self.house.bring_opener_part().room
        assert room is not None
        room.show_whole()
        yield from self._computer()

    def _fill_in(self, step: str) -> Iterator[str]:
        """What a step asks for; a page on which something must be chosen says so first."""
        page = self.house.window.stage.page
        if isinstance(page, FieldsPage):
            for key, field in page.fields.items():
                field.edit.setText(_TYPED.get(key, ""))
        if isinstance(page, PickOnePage) and page.answers.chosen is None:
            self._next()
            yield f"{step} with a notice"
            page.answers.choices[0].setChecked(True)

    def _phrase(self) -> Iterator[str]:
        yield "phrase"
        self._act("own")
        self._top(OwnPhrasePage).tell(sealing.PHRASE_WEAK.format(time="days"))
        yield "own phrase"
        self._act("offer")
        phrase = self._top(CopyPage).large.text()
        self._next()
        yield "again"
        self._top(FieldsPage).fields["phrase"].edit.setText(phrase)
        self._next()

    def _recovery_key(self) -> Iterator[str]:
        yield "recovery key"
        page = self._top(CopyPage)
        page.cover()
        yield "recovery key covered"
        page.show_again.click()
        last = page.large.text().split()[-1]
        self._next()
        yield "typed back"
        self._top(FieldsPage).fields["last"].edit.setText(last)
        self._next()

    def _unlock(self, phrase: str) -> Iterator[str]:
        self._top(StartPage).buttons["opener"].click()
        self._settle()
        yield "unlock"
        self._act("recovery")
        yield "recovery"
        self._back()
        self._top(FieldsPage).fields["phrase"].edit.setText(phrase)
        self._next()
        self._wait_for(said.FIRST_TITLE)

    def _read_first(self) -> Iterator[str]:
        yield "first"
        self._act("call")
        yield "call"
        self._back()
        self._open_card()
        yield "note"
        self._top(NotePage).box.set_words("She wants to")
        self._back()
        yield "draft"
        self._act("keep")
        yield "first with a draft"
        self._act("draft0")
        yield "note gone on with"
        self._back()
        self._act("drop")
        while self._title() == said.FIRST_TITLE:
            self._next()

    def _making(self, stick: Path) -> Iterator[str]:
        """A paper that is being made, and made."""
        self._act("papers")
        self._act("about")
        yield "where"
        buttons = self._top(DeskPage).actions_by_name
        self._act(next(name for name, each in buttons.items() if f"“{stick.name}”" in each.words()))
        yield "making"
        self._wait_for(said.MADE_TITLE)
        yield "made"
        self._next()
        self._back()

    def _doubt(self) -> Iterator[str]:
        """Where the folder is new on this computer: were papers made from it elsewhere?"""
        if self._title() != publication.DOUBT_TITLE:
            return
        yield "doubt"
        for name in ("last", "anew"):
            self._act(name)
            yield f"doubt {name}"
            self._back()
        self._act("none")

    def _computer(self) -> Iterator[str]:
        self._act("computer")
        yield "computer"
        yield from self._over("facts", "opener")
        for name in ("size", "pictures", "lock", "phrase", "leaked"):
            yield from self._over(name)
        self._act("idle")
        yield "blank"
        self._next()
        yield "another day"
        self._back()
        yield from self._over("sheet", "do")
        self._act("backups")
        yield from self._over("away", "type")
        yield from self._over("bring", "stick0")
        yield from self._over("bring", "0")

    def _over(self, name: str, then: str = "") -> Iterator[str]:
        """A page, perhaps one behind it, and back."""
        self._act(name)
        yield name
        if then == "card" or then in self._top(DeskPage).actions_by_name:
            self._open_card() if then == "card" else self._act(then)
            yield f"{name} {then}"
            self._back()
        self._back()

    def _open_card(self) -> None:
        page = self._top(CardsPage)
        page.card_acted.emit(next(iter(page.cards)))
        self._settle()

    def _act(self, name: str) -> None:
        self._top(DeskPage).acted.emit(name)
        self._settle()

    def _next(self) -> None:
        self._top(Page).next_pressed.emit()
        self._settle()

    def _back(self) -> None:
        self._top(Page).back_pressed.emit()
        self._settle()

    def _top(self, kind: type[PageOf]) -> PageOf:
        page = self.house.window.stage.page
        assert isinstance(page, kind), page
        return page

    def _title(self) -> str:
        return self._top(Page).heading.text()

    def _settle(self) -> None:
        """Let everything that waits happen."""
        app = self.house.app
        for _ in range(3):
            app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _wait_for(self, title: str) -> None:
        self._wait_until(lambda: self._title() == title)

    def _wait_until(self, is_so: Callable[[], bool]) -> None:
        waited = QElapsedTimer()
        waited.start()
        while not is_so():
            if waited.hasExpired(PATIENCE_MS):
                raise TimeoutError(f"never so, on the page {self._title()!r}")
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()
            self._settle()
