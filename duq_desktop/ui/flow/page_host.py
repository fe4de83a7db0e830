"""Where pages stand, and what all of them can do: Listen, Hide, Tell someone are wired here alone."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from duq_desktop.errors import ExpectedError
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.stage import Stage
from duq_desktop.words import person


class Below(Protocol):
    """Whoever has the pages below: what Hide and Tell someone do there."""

    def blank(self) -> None:
        """Nothing of any page is on the screen until somebody comes back."""

    def tell(self) -> None:
        """The help page, over the page that shows."""


class PageHost:
    """Shows pages on ``stage``, one at a time, and lets go of the one before.

    ``below`` says what Hide and Tell someone do; without it Hide is a blank page from which one comes back
    to the same page, and there is nobody to tell. A host made by ``over`` leaves what stands as it is and
    lays its pages on top.
    """

    def __init__(
        self,
        stage: Stage,
        tools: Tools,
        speaking: Speaking,
        below: Below | None = None,
        *,
        base: int | None = None,
    ) -> None:
        self.stage, self.tools, self.speaking = stage, tools, speaking
        self._below, self._base = below, base

    def over(self, below: Below | None = None) -> PageHost:
        """A host over the page that shows now; ``leave`` goes back to that page."""
        return PageHost(self.stage, self.tools, self.speaking, below or self._below, base=self.stage.layers)

    @property
    def page(self) -> Page | None:
        """The page that shows; None while a blank one does."""
        page = self.stage.page
        return page if isinstance(page, Page) else None

    def put(self, page: Page) -> None:
        """Show ``page`` in place of this host's page before."""
        self.connect(page)
        if self._base is None:
            self.stage.show_page(page)
        else:
            self.leave()
            self.stage.lay_over(page)

    def lay(self, page: Page) -> None:
        """Show ``page`` over the one that stands; ``lift`` goes back to it."""
        self.connect(page)
        self.stage.lay_over(page)

    def lift(self) -> None:
        """Back to the page below."""
        self.stage.lift()

    def leave(self) -> None:
        """Take this host's pages away, down to what stood before; only one made by ``over`` has any."""
        while self._base is not None and self.stage.layers > self._base:
            self.stage.lift()

    def connect(self, page: Page) -> None:
        """What every page can do, wherever it stands, for as long as it stands.

        Qt holds a bound method weakly: only with ``partial`` does a page keep its host.
        """
        page.listen_pressed.connect(partial(self._listen, page))
        page.speak_asked.connect(self.speaking.read)
        page.hide_pressed.connect(partial(self.hide))
        page.tell_pressed.connect(partial(self.tell))

    def hide(self) -> None:
        """Hide was pressed: what that does is for the pages below to say."""
        if self._below is None:
            self.blank()
        else:
            self._below.blank()

    def blank(self) -> None:
        """A blank page; coming back shows the same page again."""
        self.stage.go_blank(self.tools.text(person.BLANK_LINE), self.stage.lift)

    def tell(self) -> None:
        """Tell someone, where the pages below can."""
        if self._below is not None:
            self._below.tell()

    def say(self, trouble: ExpectedError) -> None:
        """One calm sentence on the page that shows; nothing on it is lost."""
        page = self.page
        if page is not None:
            page.notice(self.tools.words.error(trouble))

    def _listen(self, page: Page) -> None:
        self.speaking.read(page.utterances())
