"""Showing how far the work is, and running other programs with their words kept for when they fail."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Callable, Mapping, Sequence

TAIL_LINES = 15


class SetUpFailed(Exception):
    """The set-up cannot go on; the message is a sentence for the person who started it."""


def say(sentence: str, **values: object) -> None:
    """Print one sentence at once, with its ``{named}`` places filled."""
    print(sentence.format(**values) if values else sentence, flush=True)


def complain(sentence: str, **values: object) -> None:
    """Print one sentence about something that is wrong, on the error stream."""
    print(sentence.format(**values) if values else sentence, file=sys.stderr, flush=True)


def follow(
    command: Sequence[str],
    each_line: Callable[[str], None],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> tuple[int, str]:
    """Run ``command``, give each line it prints to ``each_line``; its exit code and its last lines.

    A program that cannot be started at all counts as one that failed with code 127.
    """
    tail: deque[str] = deque(maxlen=TAIL_LINES)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=environment,
            cwd=folder,
        )
    except OSError as trouble:
        return 127, str(trouble)
    with process:
        assert process.stdout is not None
        for line in process.stdout:
            tail.append("  " + line.rstrip())
            each_line(line.rstrip())
    return process.returncode, "\n".join(tail)


def ignore(_line: str) -> None:
    """For ``follow``, when nobody wants to hear the lines."""
