"""Telephone numbers in a text, whatever their form: where they stand, so that they are heard digit by digit
and never break over two lines.

British forms: a number begins with 0, +44 or 00; its groups stand apart by spaces, hyphens, dots or
brackets; "+44 (0)113 …", an extension ("ext 12", "x12") and a second ending ("…0000/1") belong to it.
Numbers of three to six digits are known by name: Ofcom's short codes (101, 111, 105, 999 …), the
Samaritans' 116 123, and Relay UK's prefixes (18000, 18001, 18002).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ALWAYS = frozenset({"999", "112", "18000", "18001", "18002"})
"""Heard as telephone numbers wherever they stand."""

SHORT_CODES = ALWAYS | {"101", "105", "111", "116", "118", "119", "123", "141", "159", "1471", "116123"}
"""Telephone numbers where the words before say so: "call 101", "police on 101"."""

NO_BREAK = "\u00a0"
_MAY_HOLD_ONE = re.compile(r"\d[\d .()-]{3}")
_GAP = r"[ \u00a0\u2009.‑‐–-]"
_GROUP = r"\(?\d+\)?"
_CANDIDATE = re.compile(rf"(?<![\w£€$.,])(?<!\d:)(?:\+|\(\+?)?{_GROUP}(?:{_GAP}{{0,2}}{_GROUP})*")
_PART = re.compile(r"\+?\d+")
_SECOND = re.compile(r" ?/ ?\d[\d ]*\d|/\d+")
_EXTENSION = re.compile(r",? ?\(?(?:ext(?:ension|n)?\.?|x|#) ?\d{1,6}\)?", re.IGNORECASE)
SHORTEST, LONGEST = 7, 11
"""Digits of a British number that begins with 0: "0800 1111" (Childline) has eight, most have eleven."""
ABROAD = range(8, 18)
"""Digits of a number with + or 00: at most 15 (E.164), and two for "00" or "(0)"."""
WHOLE_ABROAD = 12
"""So many digits has a British number with +44: what begins with 0 after it is another one."""


def telephone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each telephone number in ``text``, with its extension and second ending; in order."""
    at = 0
    for candidate in _CANDIDATE.finditer(text):
        if candidate.start() < at:
            continue
        for start, end in _numbers(text, candidate):
            at = _with_more(text, end)
            yield start, at


def unbroken(text: str, space: str = NO_BREAK) -> str:
    """``text`` with ``space`` for each space inside a telephone number, so that no line ends there."""
    if not _MAY_HOLD_ONE.search(text):
        return text
    for start, end in list(telephone_numbers(text)):
        text = text[:start] + text[start:end].replace(" ", space) + text[end:]
    return text


def _numbers(text: str, candidate: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The numbers within a run of groups of digits: a new one begins at 0 or + after a whole one."""
    groups = [
        (match.start() + candidate.start(), match.end() + candidate.start(), match[0])
        for match in _PART.finditer(candidate[0])
    ]
    begun = 0
    while begun < len(groups):
        ended = _end_of_one(groups, begun, text)
        if ended > begun:
            yield _edge(text, groups[begun][0]), _closed(text, groups[ended - 1][1])
        begun = max(ended, begun + 1)


def _end_of_one(groups: list[tuple[int, int, str]], begun: int, text: str) -> int:
    """The index after the last group of the number that begins with that group; ``begun`` when none does."""
    first = groups[begun][2]
    if first in ALWAYS:
        return begun + 1
    is_abroad = first.startswith(("+", "00")) and len(first.strip("+")) < 16
    bracketed = text[groups[begun][0] - 1 : groups[begun][0]] == "("
    if not is_abroad and not (first.startswith("0") and (len(first) >= 3 or bracketed)):
        return begun
    least, most = (ABROAD.start, ABROAD.stop - 1) if is_abroad else (SHORTEST, LONGEST)
    digits, ended = 0, begun
    for index in range(begun, len(groups)):
        group = groups[index][2]
        more = digits + len(group.strip("+"))
        begins_anew = group[0] == "+" or (digits >= WHOLE_ABROAD and len(group) >= 3 and group[0] == "0")
        if (index > begun and begins_anew) or more > most:
            break
        digits, ended = more, index + 1
    return ended if digits >= least else begun


def _edge(text: str, start: int) -> int:
    return start - 1 if start and text[start - 1] == "(" else start


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" and "(" in text[max(0, end - 8) : end] else end


def _with_more(text: str, end: int) -> int:
    """Where a number ends with its second ending and its extension."""
    for more in (_SECOND, _EXTENSION):
        if match := more.match(text, end):
            second = match[0].lstrip(" /")
            if more is _EXTENSION or not second.startswith("0") or len(second) < SHORTEST:
                end = match.end()
    return end
