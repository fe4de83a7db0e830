"""TOML that a stranger may have written, read without exhausting the parser."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from duq_desktop.content.files import TEXT_LIMIT, read_inside
from duq_desktop.content.scanning import without_strings
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

NESTING_LIMIT = 8
LINE_LIMIT = 2_000
NAME_LIMIT = 12
"""Parts of one dotted name. The parser's work grows with their square."""

_BRACKET = re.compile(r"[\[\]{}]")


def read_toml(folder: Path, name: str) -> dict[str, Any]:
    """The tables of the TOML file ``name`` of ``folder``.

    Raises ``PackError`` when the file cannot be read safely (``files.read_inside``), is not UTF-8,
    is not TOML, or is built to exhaust the parser.
    """
    text = _decoded(read_inside(folder, name, TEXT_LIMIT), name)
    _refuse_exhausting(text, name)
    try:
        tables: dict[str, Any] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = str(error).rstrip(".") or type(error).__name__
        raise PackError(words.TOML_WRONG, file=name, place=words.WHOLE_FILE, reason=reason) from error
    return tables


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError(words.NOT_UTF8, file=name, place=words.WHOLE_FILE, byte=error.start) from error


def _refuse_exhausting(text: str, name: str) -> None:
    """Refuse what a recursive parser pays for: deep brackets, long lines, names of many parts."""
    depth = 0
    for number, line in enumerate(without_strings(text).split("\n"), start=1):
        if len(line) > LINE_LIMIT:
            raise _at(name, number, words.TOML_LONG_LINE, LINE_LIMIT)
        if line.count(".") > NAME_LIMIT:
            raise _at(name, number, words.TOML_LONG_NAME, NAME_LIMIT)
        for bracket in _BRACKET.findall(line):
            depth += 1 if bracket in "[{" else -1
            if depth > NESTING_LIMIT:
                raise _at(name, number, words.TOML_DEEP, NESTING_LIMIT)


def _at(name: str, line: int, sentence: str, limit: int) -> PackError:
    return PackError(sentence, file=name, place=words.LINE.format(line=line), limit=limit)
