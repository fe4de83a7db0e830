""" "I was here before": by their sign a person goes on, begins anew, or has everything deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from duq_desktop.errors import ExpectedError
from duq_desktop.interview import signs
from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person, preferences

if TYPE_CHECKING:  # what a session needs comes when the first one begins
    from duq_desktop.interview.sealed_session import SealedSession
    from duq_desktop.store.inbox.rows import ClearSession
    from duq_desktop.ui.person.session_start import Beginning
    from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow


@dataclass(frozen=True)
class ComingBackWays:
    """What the start page gives to those who come back, and where they go from here.

    ``put`` shows a page, ``put_anew`` one that comes again in another language, ``host`` others over it;
    ``leave`` is the start page; ``run`` goes on with a session and the way to delete it, ``begin_new``
    begins one for whoever has that sign; ``over``: they are done.
    """

    tools: Callable[[], Tools]
    beginning: Callable[[], Beginning]
    like: Callable[[], PreferencesFlow]
    put: Callable[[Page], None]
    put_anew: Callable[[Callable[[], Page]], None]
    host: PageHost
    leave: Callable[[], None]
    run: Callable[[SealedSession, Callable[[], None]], None]
    begin_new: Callable[[str], None]
    over: Callable[[], None]


class ComingBack:
    """Asks for the sign and does what the person then wants; nothing that was said shows."""

    def __init__(self, ways: ComingBackWays) -> None:
        self._ways = ways
        self.asking: Page | None = None
        """The page on which somebody shows who they are; it is taken away when nobody is there."""

    def ask(self) -> None:
        """The person's sign leads back to their session."""
        page = self.asking = SignPage(
            self._ways.tools(), title=person.COME_BACK_TITLE, line=person.COME_BACK_LINE
        )
        page.show_controls({Control.LISTEN, Control.BACK, Control.NEXT, Control.HIDE})
        page.next_pressed.connect(lambda: self._on_sign(page))
        page.back_pressed.connect(self._ways.leave)
        self._ways.put(page)

    def _on_sign(self, page: SignPage) -> None:
        if page.missing():
            page.notice(page.missing())
            return
        sign = page.given().text
        try:
            known = self._ways.beginning().store.sessions()
        except ExpectedError as no_folder:
            page.notice(self._ways.tools().words.error(no_folder))
            return
        if signs.goes_on(sign, (one.sign for one in known)) and not page.has_room:
            page.make_room()
            page.notice(self._ways.tools().text(person.COME_BACK_MORE), "think")
            return
        kept = [one for one in known if signs.is_same(sign, one.sign)]
        if kept:
            self._ask_go_on(kept)
        else:
            page.notice(self._ways.tools().text(person.COME_BACK_NONE))

    def _ask_go_on(self, kept: list[ClearSession]) -> None:
        """Go on, start new, or delete; nothing that was said shows."""
        self._ways.put_anew(lambda: self._go_on_page(kept))

    def _go_on_page(self, kept: list[ClearSession]) -> Page:
        pack = self._ways.tools().pack
        open_ones = [one for one in kept if one.place.state == "open"]
        still_open = [one for one in open_ones if (one.pack_id, one.pack_version) == (pack.id, pack.version)]
        changed = [("think", person.COME_BACK_CHANGED)] if open_ones and not still_open else []
        options = [
            Option("delete", person.COME_BACK_DELETE, "delete"),
            Option("new", person.COME_BACK_NEW, "next"),
        ]
        if still_open:
            options.insert(0, Option("on", person.COME_BACK_GO_ON, "come-back"))
        if self._ways.like().own_way.has_some:
            options.append(Option("like", person.HOW_I_LIKE_IT, "text-size"))
        title = person.COME_BACK_FOUND if still_open else person.COME_BACK_TITLE
        page = self.asking = ActionPage(
            self._ways.tools(),
            title,
            options,
            lines=[("sealed", person.COME_BACK_SAFE), *changed],
            shown=frozenset({Control.LISTEN, Control.BACK, Control.HIDE}),
        )
        acts: dict[str, Callable[[], None]] = {
            "on": lambda: self._resume(still_open[-1]),
            "new": lambda: self._ways.begin_new(kept[-1].sign),
            "delete": lambda: self._ask_delete(kept[-1].sign),
            "like": lambda: self._bring_like(kept[-1].sign),
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self.ask)
        return page

    def _resume(self, kept: ClearSession) -> None:
        self._ways.run(*self._ways.beginning().resume(kept))

    def _ask_delete(self, sign: str) -> None:
        page = self.asking = ActionPage(
            self._ways.tools(),
            person.DELETE_TITLE,
            [Option("no", person.DELETE_NO, "keep"), Option("yes", person.DELETE_YES, "delete")],
            lines=person.DELETE_LINES,
            shown=frozenset({Control.LISTEN, Control.BACK, Control.HIDE}),
        )
        acts: dict[str, Callable[[], None]] = {
            "no": self._ways.leave,
            "yes": lambda: self._do_delete(page, sign),
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._ways.leave)
        self._ways.put(page)

    def _do_delete(self, page: Page, sign: str) -> None:
        try:
            self._ways.beginning().store.delete_by_sign(sign)
        except ExpectedError as trouble:
            page.notice(self._ways.tools().words.error(trouble))
            return
        gone = ActionPage(
            self._ways.tools(),
            person.DELETED_TITLE,
            [Option("leave", person.THANKS_LEAVE, "finish"), *self._forgetting()],
            lines=person.DELETED_LINES,
            shown=frozenset({Control.LISTEN}),
            main="leave",
        )
        acts = {"leave": self._ways.over, "forget": self._forget_like}
        gone.acted.connect(lambda name: acts[name]())
        self._ways.put(gone)

    def _bring_like(self, sign: str) -> None:
        """Who came back by their sign may bring how they like it, by their word."""
        self._ways.like().bring(self._ways.host, sign)

    def _forgetting(self) -> list[Option]:
        """Deleting how the person likes it, where anything of the kind is kept."""
        has_some = self._ways.like().own_way.has_some
        return [Option("forget", preferences.FORGET, "delete")] if has_some else []

    def _forget_like(self) -> None:
        self._ways.like().forget(self._ways.host)
