"""One thing that is read aloud, and the words on the page that show it meanwhile."""

from __future__ import annotations

from pathlib import Path

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.widgets.text import WrappedText


@dataclass(frozen=True)
class Reading:
    """``text`` is said; ``shown_by`` shows the same text and marks each word while it is heard.

    ``recording`` is a sound file of the pack that is played in place of the voice. ``language`` is the code
    of what is in another language than its page, such as the name of a language.
    """

    text: str
    shown_by: WrappedText | None = None
    recording: Path | None = None
    language: str = ""
