"""The app as it starts, with somebody at it: they answer, come to "Tell us more", and type.

Started as a process of its own by ``test_system_end``, with the app's own arguments. When the words stand on
the page, and nowhere else, the process's number is written to the file that ``READY`` names.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from duq_desktop import cli
from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.shell import app as shell_app
from duq_desktop.shell.answer_mode import supervisor
from duq_desktop.ui.person.front import FrontController
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from tools.screenshots.tour import Tour

READY = "TRIED_READY"
WORDS = "Dave takes my money on Fridays"


class WatchedApp(shell_app.App):
    """The app itself; once it is open somebody goes on, a press at a time."""

    def open(self, *, fill_screen: bool = False) -> None:
        super().open(fill_screen=fill_screen)
        self.somebody = QTimer(self.window)
        self.somebody.timeout.connect(self.go_on)
        self.somebody.start(0)

    def go_on(self) -> None:
        """One press."""
        front = self.front
        assert front is not None
        if front.running is None:
            front.begin(Stream.PERSON)
        elif front.running.session.step.page is not PageName.QUESTION:
            Tour(self.window.stage, front)._make_ready(front.running)
            front.running.press_next()
        else:
            self.somebody.stop()
            self.type_words(front)

    def type_words(self, front: FrontController) -> None:
        """An answer is chosen and words are typed; neither Next nor "Keep my words" is pressed."""
        assert front.running is not None
        page = front.running.page
        assert isinstance(page, QuestionPage)
        (part,) = page.parts.values()
        part.answers.choose("no")
        part.more_button.click()
        more = self.window.stage.page
        assert isinstance(more, MorePage)
        more.box.typed.set_words(WORDS)
        Path(os.environ[READY]).write_text(str(os.getpid()), "ascii")


def main() -> None:
    """The app, or answer mode whose turns are this again."""
    shell_app.App = WatchedApp  # type: ignore[misc]
    supervisor.own_command = lambda: [sys.executable, "-m", "tests.ui.app_at_words"]
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
