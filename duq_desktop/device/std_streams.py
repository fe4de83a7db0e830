"""The standard streams of a process that another one started, as bytes."""

from __future__ import annotations

from typing import BinaryIO, TextIO, cast


def binary_stream(known: TextIO | None, number: int, mode: str) -> BinaryIO:
    """``known``, or what the descriptor ``number`` leads to, opened in ``mode``.

    Python gives no streams to a program of Windows without a console, though its pipes are there.
    """
    return known.buffer if known is not None else cast(BinaryIO, open(number, mode))
