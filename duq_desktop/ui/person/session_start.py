"""Beginning a session, and going on with one: brought in when somebody first does so."""

from __future__ import annotations

from collections.abc import Callable

from duq_desktop.content.model import Stream
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.store.inbox.rows import ClearSession
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.person.lazy_sitting import LazySitting

Begun = tuple[SealedSession, Callable[[], None]]
"""A session that runs, and the way to delete it."""


class Beginning:
    """Makes sessions of the folder ``store``."""

    def __init__(self, tools: Tools, store: Store) -> None:
        self.store = store
        self._tools = tools

    def begin(self, stream: Stream, *, role: str = "", per_page: int = 1, sign: str = "") -> Begun:
        """A new session of ``stream``; ``role`` is that of staff and others.

        ``sign`` is the one by which a person came back: it may be theirs again.
        """
        pack, store = self._tools.pack, self.store
        session_id = store.new_session_id()
        session = Session(
            pack,
            stream,
            opener=self._opener(),
            per_page=per_page,
            role=role,
            order=_order(session_id),
            where=self._tools.home.place,
            left_out=self._tools.home.left_out,
        )
        keeper = LazySitting(
            lambda: store.begin(stream, pack_id=pack.id, pack_version=pack.version, session_id=session_id),
            store.sign_taken,
            own=sign,
        )
        return SealedSession(session, keeper), lambda: self._delete(keeper, session_id)

    def resume(self, kept: ClearSession) -> Begun:
        """A person's session on another day."""
        store = self.store
        session = Session(
            self._tools.pack,
            Stream.PERSON,
            opener=self._opener(),
            order=_order(kept.session_id),
            sign=kept.sign,
            place=kept.place,
            where=self._tools.home.place,
            left_out=self._tools.home.left_out,
        )
        keeper = LazySitting(lambda: store.resume(kept.session_id), store.sign_taken)
        return SealedSession(session, keeper), lambda: store.delete_session(kept.session_id)

    def _delete(self, keeper: LazySitting, session_id: str) -> None:
        if keeper.has_begun:
            self.store.delete_session(session_id)
        keeper.forget_key()

    def _opener(self) -> str:
        home = self._tools.home
        return f"{home.opener}, {home.job}"


def _order(session_id: str) -> int:
    """Turns the answer order round between people, and keeps it for one person on another day."""
    return int(session_id[-1], 16)
