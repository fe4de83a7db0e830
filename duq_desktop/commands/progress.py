"""One line on the terminal that says how far a command is."""

from __future__ import annotations

from typing import TextIO


class ProgressLine:
    """Shows the latest text in one line of a terminal; elsewhere, as in a log, only the last is written."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._live = out.isatty()
        self._last = ""

    def show(self, text: str) -> None:
        """This text in place of the one before."""
        if self._live:
            self._out.write("\r" + text.ljust(len(self._last)))
            self._out.flush()
        self._last = text

    def end(self) -> None:
        """The line is complete."""
        if self._last:
            self._out.write("\n" if self._live else self._last + "\n")
            self._out.flush()
        self._last = ""
