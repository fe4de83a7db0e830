"""To the opener's part of the app: set-up, trouble at the start, and what people said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from duq_desktop.errors import ExpectedError
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.context import Context
from duq_desktop.store.file.preview import InClear
from duq_desktop.vault.pins import PinState, check_pin

if TYPE_CHECKING:
    from duq_desktop.store.inbox.store import Store
    from duq_desktop.ui.opener.opener_app import OpenerPart


class OpenerRoute:
    """``part`` is the opener's part once it was needed; ``build`` makes it."""

    def __init__(self, context: Context, build: Callable[[], OpenerPart]) -> None:
        self._context, self._build = context, build
        self.part: OpenerPart | None = None

    def bring(self) -> OpenerPart:
        """The opener's part, brought in when it is first needed."""
        if self.part is None:
            self.part = self._build()
        return self.part

    def open(self, store: Store) -> None:
        """To what people said, in this computer's language; in answer mode the pass phrase only closes."""
        context = self._context
        context.liking.speak(context.settings.language)
        if context.one_turn:
            self.bring().ask_to_close(store, lambda: context.hand_over.end_turn(TurnEnd.LEFT))
        else:
            self.bring().enter(store)

    def knows_key(self, known: InClear, store: Callable[[], Store]) -> bool:
        """Whether the folder's key is the one noted on this computer; if not, a page says so."""
        folders = self._context.folders
        try:
            state = check_pin(folders.config, known.fingerprint, folders.data)
        except ExpectedError as trouble:
            self.bring().show_other_key(store(), trouble)
            return False
        if state is PinState.NEW and not known.made_up:
            self.bring().show_new_key(store())
            return False
        return True

    def lock(self) -> None:
        """Lock what is open."""
        if self.part is not None:
            self.part.lock()

    def close(self) -> None:
        """Lock what is open and let go of it."""
        if self.part is not None:
            self.part.close()
