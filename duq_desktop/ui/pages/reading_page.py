"""A page to read: a title and a few lines, each with its picture."""

from __future__ import annotations

from collections.abc import Collection

from duq_desktop.content.model import Picture
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.texts import ReadingText
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import ALL_CONTROLS, Control


class ReadingPage(Page):
    """Shows a ``ReadingText``; ``values`` fill its named places besides the home's facts."""

    def __init__(
        self,
        tools: Tools,
        shown_text: ReadingText,
        *,
        shown: Collection[Control] = ALL_CONTROLS,
        picture: Picture | None = None,
        **values: object,
    ) -> None:
        super().__init__(tools, tools.text(shown_text.title, **values), shown=shown, picture=picture)
        for concept, line in shown_text.lines:
            self.add_line(tools.text(line, **values), concept)
