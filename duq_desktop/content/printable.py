"""Names that a stranger chose, made fit for a message."""

from __future__ import annotations

SHOWN_LENGTH = 80


def printable(text: str, length: int = SHOWN_LENGTH) -> str:
    """``text`` with what cannot be printed replaced, cut to ``length``.

    A file may be called anything, also with a line break, an escape code, or bytes that are no text:
    those would break the line, colour the terminal, or end the program while it prints.
    """
    if text.isprintable() and len(text) <= length:
        return text
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return shown if len(shown) <= length else shown[: length - 3] + "..."
