"""What people typed, made showable: every character that the typeface lacks is told in words instead.

An emoji is told by its name. A stretch in a script that cannot be laid out here becomes one note, such as
"[written in Arabic]", and carries the words themselves for screen readers and for copying (ActualText).
Names and scripts are those of the Unicode character database.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum

from duq_desktop.documents.pdf.tagged.runs import Run
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.words import Words, printed

_LINE_ENDS = {
    "\r\n": "\n",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
}
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SCRIPT_NAMES = {
    "CJK": "Chinese",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "GURMUKHI": "Punjabi",
    "DEVANAGARI": "Hindi letters",
}
_SCRIPT_CODES = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}
"""ISO 15924 codes: which language it is cannot be told from the letters, which script can."""


class _Kind(Enum):
    SHOWN = "shown"
    SCRIPT = "script"
    SIGN = "sign"
    JOINER = "joiner"
    MARK = "mark"


@dataclass(frozen=True)
class _Token:
    """One character as found, with how it can be shown; ``script`` is the first word of its name."""

    kind: _Kind
    char: str
    script: str = ""


def showable(text: str, typeface: Typeface, words: Words, *, bold: bool = False) -> list[Run]:
    """``text`` as runs that ``typeface`` can show. Newlines stay; other control characters go."""
    if "\u200c" not in text and all(map(typeface.covers, text)) and unicodedata.is_normalized("NFC", text):
        return [Run(text.replace("\xa0", " "), bold)] if text else []
    tokens = [_token(char, typeface) for char in _cleaned(text)]
    runs: list[Run] = []
    at = 0
    while at < len(tokens):
        made, at = _next_run(tokens, at, typeface, words)
        if made is not None:
            runs.append(replace(made, bold=bold))
    return _joined(runs)


def plain(text: str, typeface: Typeface, words: Words) -> str:
    """``text`` as one line that ``typeface`` can show, for titles and for what stands for a picture."""
    shown = "".join(run.text for run in showable(text, typeface, words))
    return " ".join(shown.split())


def _cleaned(text: str) -> str:
    for found, newline in _LINE_ENDS.items():
        text = text.replace(found, newline)
    text = unicodedata.normalize("NFC", text)
    return "".join(" " if _is_space(char) else char for char in text if not _is_dropped(char))


def _is_space(char: str) -> bool:
    return char == "\t" or unicodedata.category(char) == "Zs"


def _is_dropped(char: str) -> bool:
    """Control characters and marks of direction; a joiner is kept until we know what it joins."""
    if char in "\n\t" or char in "\u200c\u200d":
        return False
    return unicodedata.category(char) in ("Cc", "Cf") or 0xFE00 <= ord(char) <= 0xFE0F


def _token(char: str, typeface: Typeface) -> _Token:
    if char in " \n" or (typeface.covers(char) and char not in "\u200c\u200d"):
        return _Token(_Kind.SHOWN, char)
    category = unicodedata.category(char)
    if char in "\u200c\u200d":
        return _Token(_Kind.JOINER, char)
    script = unicodedata.name(char, "").split(" ")[0].split("-")[0]
    if category[0] in "LMN" and script in _SCRIPT_CODES:
        return _Token(_Kind.SCRIPT, char, script)
    if category[0] == "M":
        return _Token(_Kind.MARK, char)
    if category[0] == "L" and script and script not in ("LATIN", "MATHEMATICAL", "MODIFIER", "FULLWIDTH"):
        return _Token(_Kind.SCRIPT, char, script)
    return _Token(_Kind.SIGN, char)


def _next_run(tokens: list[_Token], at: int, typeface: Typeface, words: Words) -> tuple[Run | None, int]:
    """The run that starts at ``at``, or None if nothing is shown for it, and where the next starts."""
    token = tokens[at]
    if token.kind is _Kind.SCRIPT:
        return _script_run(tokens, at, words)
    if token.kind is _Kind.SIGN:
        return _sign_run(tokens, at, typeface, words)
    if token.kind is not _Kind.SHOWN:
        return None, at + 1
    end = at + 1
    marked = end
    while marked < len(tokens) and tokens[marked].kind is _Kind.MARK:
        marked += 1
    if marked > end and token.char.isalpha():
        return Run(token.char, actual=_text(tokens, at, marked)), marked
    return Run(token.char), marked


def _script_run(tokens: list[_Token], at: int, words: Words) -> tuple[Run, int]:
    """All that stands together in one script, with the spaces, digits and marks between."""
    script = tokens[at].script
    end = at + 1
    for position in range(at + 1, len(tokens)):
        token = tokens[position]
        if token.kind is _Kind.SCRIPT and token.script == script:
            end = position + 1
        elif token.kind is _Kind.SIGN or token.script or token.char == "\n" or token.char.isalpha():
            break
    while end < len(tokens) and tokens[end].kind is _Kind.MARK:
        end += 1
    name = _SCRIPT_NAMES.get(script, script.title())
    code = _SCRIPT_CODES.get(script)
    note = words(printed.WRITTEN_IN, script=name)
    return Run(note, actual=_text(tokens, at, end), language=f"und-{code}" if code else "und"), end


def _sign_run(tokens: list[_Token], at: int, typeface: Typeface, words: Words) -> tuple[Run, int]:
    """An emoji or another sign, with all that is joined to it, told by name."""
    alike = unicodedata.normalize("NFKC", tokens[at].char)
    if alike != tokens[at].char and all(map(typeface.covers, alike)):
        return Run(alike), at + 1
    end = at + 1
    while end < len(tokens) and _continues(tokens, end):
        end += 1
    names = [_name(token.char) for token in tokens[at:end] if token.kind is _Kind.SIGN and _says(token.char)]
    if not any(names):
        return Run(words(printed.UNKNOWN_SIGN)), end
    return Run(words(printed.SIGN, name=_told(tokens[at:end], names))), end


def _continues(tokens: list[_Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.kind in (_Kind.JOINER, _Kind.MARK):
        return True
    if token.kind is not _Kind.SIGN:
        return False
    in_flag = ord(token.char) in _FLAG_LETTERS and ord(before.char) in _FLAG_LETTERS
    flag_is_open = in_flag and _flag_letters_before(tokens, at) % 2 == 1
    return before.char == _JOINER or ord(token.char) in _SKIN_TONES or flag_is_open


def _flag_letters_before(tokens: list[_Token], at: int) -> int:
    count = 0
    while at - count > 0 and ord(tokens[at - count - 1].char) in _FLAG_LETTERS:
        count += 1
    return count


def _says(char: str) -> bool:
    return ord(char) not in _SKIN_TONES


def _name(char: str) -> str:
    return unicodedata.name(char, "").lower()


def _told(tokens: list[_Token], names: list[str]) -> str:
    letters = [
        chr(ord(t.char) - _FLAG_LETTERS.start + ord("A")) for t in tokens if ord(t.char) in _FLAG_LETTERS
    ]
    if letters:
        return "flag " + "".join(letters)
    return ", ".join(name for name in names if name)


def _text(tokens: list[_Token], start: int, end: int) -> str:
    return "".join(token.char for token in tokens[start:end])


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one manner as one run."""
    joined: list[Run] = []
    for run in runs:
        if joined and not (run.actual or joined[-1].actual):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined
