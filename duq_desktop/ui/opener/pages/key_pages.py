"""Pages that show a secret to be written down: the pass phrase, the recovery key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import BigButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.notices import ContactNumber, Panel
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import opener_setup as words

JUDGED_AFTER_MS = 250
"""A pass phrase is judged when the typing pauses for so long."""


class CopyPage(DeskPage):
    """Shows something to copy onto paper, large, on a ground of its own.

    It is never read aloud by Listen and has no place in the clipboard. ``name`` is what a screen
    reader says of it. ``secret``: ``cover`` hides it until it is asked for.
    """

    def __init__(
        self,
        tools: Tools,
        title: str,
        shown: str,
        name: str,
        *,
        lines: Sequence[Line] = (),
        progress: QWidget | None = None,
        secret: bool = False,
    ) -> None:
        super().__init__(tools, title, progress=progress, controls=STEP_CONTROLS)
        self._secret = secret
        self.panel = Panel(name)
        self.large = ContactNumber(shown)
        self.panel.add(self.large)
        self.add(self.panel)
        self.covered = BodyText(tools.text(words.COVERED))
        self.show_again = BigButton(tools.text(words.SHOW_AGAIN), main=True)
        self.show_again.clicked.connect(lambda: self._set_covered(False))
        for widget in (self.covered, self.show_again):
            widget.hide()
            self.add(widget)
        for concept, line in lines:
            self.add_line(line, concept)

    def cover(self) -> None:
        """Hides the secret; a press on the button that comes in its place shows it again."""
        if self._secret:
            self._set_covered(True)

    def _set_covered(self, covered: bool) -> None:
        had_focus = self.show_again.hasFocus()
        self.panel.setHidden(covered)
        self.covered.setVisible(covered)
        self.show_again.setVisible(covered)
        if had_focus:
            self.control(Control.NEXT).setFocus(Qt.FocusReason.OtherFocusReason)


class OwnPhrasePage(FieldsPage):
    """A pass phrase of one's own, judged while it is typed."""

    judge_asked = Signal(str)
    """The phrase as it stands, to be judged; ``tell`` shows what comes back."""

    def __init__(self, tools: Tools, lines: Sequence[Line], progress: QWidget | None = None) -> None:
        spec = FieldSpec("phrase", tools.text(words.OWN_FIELD), needed=True, secret=True)
        super().__init__(tools, tools.text(words.OWN_TITLE), [spec], {}, lines=lines, progress=progress)
        self.verdict = BodyText("")
        self.verdict.hide()
        self.add(self.verdict)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(JUDGED_AFTER_MS)
        self._pause.timeout.connect(lambda: self.judge_asked.emit(self.fields["phrase"].text()))
        self.fields["phrase"].changed.connect(self._pause.start)

    def tell(self, sentence: str) -> None:
        """Shows how good the phrase is; nothing while none is typed."""
        self.verdict.setText(sentence)
        self.verdict.setVisible(bool(self.fields["phrase"].text()))
        self.fields["phrase"].edit.setAccessibleDescription(sentence)
