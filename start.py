#!/usr/bin/env python3
"""The one door to DUQ Desktop: sets up what is missing on this computer, then does what was asked.

    python3 start.py [run | test | check | bench [--smoke] | shots [FOLDER] | package [FOLDER]
                      | lock | words] [-- ARGUMENTS]

This file and the folder ``setting_up`` parse on Python 3.8 and import only the standard library, so
that an old Python gets a sentence and not a traceback.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from setting_up import debian, environment, tasks, words
from setting_up.console import SetUpFailed, complain, say

ROOT = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 10), (3, 14)
COMMANDS = ("run", "test", "check", "bench", "shots", "package", "lock", "words")
USAGE_CODE, STOPPED_CODE = 2, 130


def main(arguments: list[str]) -> int:
    """Set up and do what ``arguments`` ask for; the exit code."""
    before, rest = _split(arguments)
    if {"-h", "--help"}.intersection(before):
        say(words.USAGE)
        return 0
    command = before[0] if before else "run"
    options = before[1:]
    unknown = _unknown(command, options)
    if unknown:
        complain(words.UNKNOWN_COMMAND, word=unknown)
        complain(words.USAGE)
        return USAGE_CODE
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        complain(
            words.PYTHON, oldest=_dotted(OLDEST), newest=_dotted(NEWEST), found=_dotted(sys.version_info)
        )
        return USAGE_CODE
    try:
        return _do(command, options, rest)
    except SetUpFailed as trouble:
        complain("{trouble}", trouble=trouble)
        return 1
    except KeyboardInterrupt:
        complain(words.STOPPED)
        return STOPPED_CODE


def _do(command: str, options: list[str], rest: list[str]) -> int:
    """Set up what ``command`` needs, then do it."""
    missing = _provide_for(command)
    python = environment.Environment(ROOT).prepare(command if command in ("run", "package") else "test")
    if command == "test":
        return tasks.test(python, ROOT, rest, missing)
    if command == "check":
        return tasks.check(python, ROOT)
    if command == "bench":
        return tasks.bench(python, ROOT, rest, smoke=bool(options))
    if command == "shots":
        folder = Path(options[0] if options else ROOT / "shots").resolve()
        return tasks.shots(python, ROOT, str(folder), rest)
    if command == "package":
        out = Path([*options, *rest, str(ROOT / "dist" / "duq-desktop")][0]).resolve()
        return tasks.package(python, ROOT, str(out), missing)
    if command == "lock":
        return tasks.lock(python, ROOT, rest)
    if command == "words":
        return tasks.languages(python, ROOT)
    return tasks.run(python, ROOT, rest)


def _provide_for(command: str) -> list[str]:
    """Debian's part for ``command``; the names of what is missing still."""
    wanted = [] if environment.can_make_environments() else [environment.venv_package()]
    if command in ("run", "test", "bench", "shots", "package"):
        wanted += debian.LIBRARIES
    if command in ("test", "package"):
        wanted += debian.package_tools()
    if command in ("test", "bench", "shots"):
        wanted += debian.TEST_TOOLS
    missing = debian.provide(wanted)
    if not environment.can_make_environments() and not environment.can_lend_pip():
        raise SetUpFailed(words.NO_VENV.format(package=environment.venv_package()[0]))
    return missing


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What is for start.py, and what stands after ``--``."""
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def _unknown(command: str, options: list[str]) -> str | None:
    """The first word that start.py does not know, if there is one."""
    if command not in COMMANDS:
        return command
    if command in ("shots", "package") and len(options) <= 1 and not "".join(options).startswith("-"):
        return None
    known = ["--smoke"] if command == "bench" else []
    return next((word for word in options if word not in known), None)


def _dotted(version: tuple[object, ...]) -> str:
    return "{}.{}".format(*version)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console may not know every sign that is printed
    sys.exit(main(sys.argv[1:]))
