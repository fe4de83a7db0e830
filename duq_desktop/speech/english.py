"""How a British voice should say what is written short: dates, times, money, telephone numbers, letters.

Each rule takes one white-space token, with its neighbours, and gives the words to say for it, or
``None`` to leave it. The rules exist because of what espeak-ng 1.52 does with the plain text: "£5.50"
becomes "pound five point five zero", "12/03/2026" is read with its slashes, "18-25" with its dash,
"999" in hundreds, "1998" as "nineteen hundred and ninety-eight", "PA" as a word. System voices differ
from one computer to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from duq_desktop.telephone import ALWAYS, SHORT_CODES, telephone_numbers


@dataclass(frozen=True)
class Neighbours:
    """The tokens around one, without their punctuation, and the punctuation that follows the one.

    ``before`` has the nearest last. ``after`` is empty where a sentence or clause ends in between.
    """

    before: tuple[str, ...] = ()
    after: str = ""
    trail: str = ""


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "mr": "Mister", "mrs": "Missus", "ms": "Miz", "dr": "Doctor", "prof": "Professor",
        "e.g": "for example", "eg": "for example", "i.e": "that is", "ie": "that is",
        "etc": "and so on", "vs": "versus", "approx": "about", "tel": "telephone", "dept": "department",
        "w/c": "week commencing", "n/a": "does not apply", "c/o": "care of",
        "and/or": "and or", "&": "and", "24/7": "24 7",
        "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
        "thur": "Thursday", "thurs": "Thursday", "fri": "Friday",
    }
)  # fmt: skip
"""Said in full. "Sat", "Sun", "Jan", "Mar" are left: they are words or names as well."""

ONLY_WITH_CAPITAL = frozenset({"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"})

LETTER_BY_LETTER = frozenset(
    {"PA", "LA", "CAB", "ICB", "IMCA", "EHCP", "ESA", "DUQ", "MCA", "CCG", "ICS", "AAC", "ASD", "LDA"}
)
"""Said as letters, though a voice would make a word of them. "NHS", "CQC" and the like need no rule."""

BEFORE_A_NOUN = frozenset(
    {"a", "the", "of", "in", "no", "any", "its", "his", "her", "our", "my", "your", "their", "much", "this"}
)
BEFORE_A_VERB = frozenset(
    {"to", "can", "will", "please", "not", "and", "or", "i", "you", "we", "they", "then"}
)

SAID_AS_NUMBER_AFTER = frozenset(
    {"call", "ring", "phone", "telephone", "dial", "text", "tel", "on", "number", "nhs"}
)
"""After one of these a short number such as 111 or 105 is a telephone number."""
ONLY_SHORT_CODES_AFTER = frozenset({"on"})
"""After one of these only a short code that is known: "on 101", but "on 365 days"."""
BETWEEN_NUMBERS = frozenset({"or", "and", "then"})
"""What may stand between two numbers to call: "call 101 or 111"."""

SCALES: Mapping[str, str] = MappingProxyType({"k": " thousand", "m": " million", "bn": " billion", "": ""})

_MONEY = re.compile(r"£(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d\d))?(k|m|bn)?", re.IGNORECASE)
_MONEY_DECIMAL = re.compile(r"£(\d+\.\d+)(k|m|bn)?", re.IGNORECASE)
_PENCE = re.compile(r"(\d{1,3})p")
_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(am|pm)?", re.IGNORECASE)
_YEAR = re.compile(r"(1[1-9]|20)(\d\d)")
_DECADE = re.compile(r"(1[1-9]|20)(\d)0s")
_DAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?"
_RANGE = re.compile(
    rf"(£?\d+(?:[:.]\d\d)?(?:am|pm)?|{_DAY})[-–—](£?\d+(?:[:.]\d\d)?(?:am|pm)?|{_DAY})", re.IGNORECASE
)
_DIGITS = re.compile(r"\+?\d+")
_EITHER = re.compile(r"([^\W\d_]+)/([^\W\d_]+)")
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:[.@/][\w-]+)*\.[a-z]{2,}(?:/[\w./-]*)?/?", re.IGNORECASE)
_WRITTEN = re.compile(r"\S+")
_IN_A_NUMBER = re.compile(r"\d+|\+|/|ext(?:ension|n)?|x|#", re.IGNORECASE)
_SIGNS: Mapping[str, str] = MappingProxyType({"+": "plus", "/": "or"})
_DASH = re.compile(r"[-–—]")
_ENDS_AS_NUMBER = re.compile(r"(?<!\d[ .-])\b\d[\d:.]* ?(?:am|pm)?$", re.IGNORECASE)
_BEGINS_AS_NUMBER = re.compile(r"£?\d")
_AM_PM = re.compile(r"\d(?:am|pm)$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_TENS = ("hundreds", "tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies",
         "eighties", "nineties")  # fmt: skip


def numbers(text: str) -> Mapping[int, str]:
    """What to say for the tokens of telephone numbers, and for a dash between numbers, by where each begins.

    These are known from the whole text alone: "020 7946 0000 ext 12", "9 am - 5 pm".
    """
    said: dict[int, str] = {}
    spans = list(telephone_numbers(text))
    for token in _WRITTEN.finditer(text):
        within = [span for span in spans if span[0] < token.end() and token.start() < span[1]]
        if within:
            goes_on = any(start <= token.end() + 1 < end for start, end in spans)
            said[token.start()] = _digit_by_digit(text, token.span(), within, goes_on=goes_on)
        elif _DASH.fullmatch(token[0]) and _is_between_numbers(text, token.span()):
            said[token.start()] = "to"
    return said


def _digit_by_digit(
    text: str, token: tuple[int, int], within: Sequence[tuple[int, int]], *, goes_on: bool
) -> str:
    """The part of telephone numbers that one token holds; a comma after it where digits go on."""
    said, at = [], token[0]
    for number in within:
        start, end = max(token[0], number[0]), min(token[1], number[1])
        said += [text[at:start].strip("(")] if at < start else []
        said += [_in_a_number(sign) for sign in _IN_A_NUMBER.findall(text[start:end])]
        at = end
    words = " ".join(filter(None, said)).replace(" /", " or")
    return words if goes_on else words.rstrip(",")


def _in_a_number(sign: str) -> str:
    return _spaced(sign) + "," if sign[0].isdigit() else _SIGNS.get(sign, "extension")


def _spaced(digits: str) -> str:
    return " ".join("oh" if digit == "0" else digit for digit in digits)


def _is_between_numbers(text: str, dash: tuple[int, int]) -> bool:
    before, after = text[: dash[0]].rstrip(), text[dash[1] :].lstrip()
    return bool(_ENDS_AS_NUMBER.search(before[-12:]) and _BEGINS_AS_NUMBER.match(after))


def speak(token: str, near: Neighbours) -> str | None:
    """What to say for ``token`` (without the punctuation around it); ``None`` to leave it as it is."""
    for rule in _RULES_FOR_WORDS if token.isalpha() else _RULES:
        said = rule(token, near)
        if said is not None:
            return said
    return None


def _short(token: str, near: Neighbours) -> str | None:
    plain = token.lower().rstrip(".")
    if token == "No" and near.trail == "." and near.after.isdigit():
        return "number"
    if plain in ONLY_WITH_CAPITAL and not token[0].isupper():
        return None
    return SHORT.get(plain)


def _use_or_close(token: str, near: Neighbours) -> str | None:
    """The verbs "use" and "close" as they sound; espeak-ng takes both for noun and adjective."""
    before = near.before[-1].lower() if near.before else ""
    if token.lower() == "use":
        return None if before in BEFORE_A_NOUN or near.after.lower() == "of" else "yooz"
    if token.lower() == "close":
        is_verb = token[0].isupper() or not before or before in BEFORE_A_VERB
        return "kloze" if is_verb and near.after.lower() not in {"to", "by"} else None
    return None


def _letters(token: str, near: Neighbours) -> str | None:
    del near
    bare = token[:-2] if token.endswith(("'s", "’s")) else token
    if bare not in LETTER_BY_LETTER:
        return None
    # "A" inside would be said as the word "a", so it is written as it sounds
    said = " ".join("eh" if letter == "A" else letter for letter in bare[:-1]) + " " + bare[-1]
    return said + token[len(bare) :]


def _telephone(token: str, near: Neighbours) -> str | None:
    if not _DIGITS.fullmatch(token) or not _is_telephone(token, near):
        return None
    more = ("plus " if token[0] == "+" else "") + _spaced(token.lstrip("+"))
    return more + ("," if _DIGITS.fullmatch(near.after) else "")


def _is_telephone(token: str, near: Neighbours) -> bool:
    """Whether a group of digits belongs to a telephone number, by itself or by what stands before it."""
    if _begins_telephone(token):
        return True
    for word in reversed(near.before):
        if word.lower() in BETWEEN_NUMBERS:
            continue
        if not _DIGITS.fullmatch(word):
            known = token in SHORT_CODES or word.lower() not in ONLY_SHORT_CODES_AFTER
            return len(token) >= 3 and word.lower() in SAID_AS_NUMBER_AFTER and known
        if _begins_telephone(word):
            return True
    return False


def _begins_telephone(token: str) -> bool:
    if token in ALWAYS:
        return True
    return (token[0] == "0" and len(token) >= 3) or (token[0] == "+" and len(token) > 2)


def _money(token: str, near: Neighbours) -> str | None:
    if decimal := _MONEY_DECIMAL.fullmatch(token):
        amount, scale = decimal[1], (decimal[2] or "").lower()
        if scale or near.after.lower() in _SCALE_WORDS:
            return amount + SCALES[scale] + ("" if near.after.lower() in _SCALE_WORDS else " pounds")
    if not (match := _MONEY.fullmatch(token)):
        return None
    whole, pence, scale = match[1].replace(",", ""), match[2], (match[3] or "").lower()
    if near.after.lower() in _SCALE_WORDS and not pence and not scale:
        return whole
    if pence and not scale:
        return _pounds_and_pence(int(whole), int(pence))
    return f"{whole}{SCALES[scale]} {'pound' if whole == '1' and not scale else 'pounds'}"


_SCALE_WORDS = frozenset({"thousand", "million", "billion"})


def _pounds_and_pence(pounds: int, pence: int) -> str:
    small = "1 penny" if pence == 1 else f"{pence} pence"
    if pounds == 0:
        return small
    whole = "1 pound" if pounds == 1 else f"{pounds} pounds"
    if pence == 0:
        return whole
    return f"{whole} {pence}" if pence >= 10 else f"{whole} and {small}"


def _scale_of_money(token: str, near: Neighbours) -> str | None:
    if token.lower() in _SCALE_WORDS and near.before and near.before[-1].startswith("£"):
        return f"{token} pounds"
    return None


def _pence(token: str, near: Neighbours) -> str | None:
    del near
    if not (match := _PENCE.fullmatch(token)):
        return None
    return "1 penny" if match[1] == "1" else f"{match[1]} pence"


def _date(token: str, near: Neighbours) -> str | None:
    del near
    if match := _ISO_DATE.fullmatch(token):
        year, month, day = match[1], int(match[2]), int(match[3])
    elif match := _DATE.fullmatch(token):
        day, month, year = int(match[1]), int(match[3]), match[4]
    else:
        return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"the {_ordinal(day)} of {MONTHS[month - 1]} {_year(year if len(year) == 4 else '20' + year)}"


def _ordinal(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _year(year: str) -> str:
    """Years from 1100 to 1999 and from 2010 to 2099 in two halves; others as the number they are."""
    match = _YEAR.fullmatch(year)
    if match is None or (match[1] == "20" and match[2] < "10"):
        return year
    if match[2] == "00":
        return f"{match[1]} hundred"
    return f"{match[1]} oh {match[2][1]}" if match[2][0] == "0" else f"{match[1]} {match[2]}"


def _lone_year(token: str, near: Neighbours) -> str | None:
    del near
    if len(token) == 4 and token.isdigit() and "1900" < token < "2100" and token != "2000":
        return _year(token)
    if match := _DECADE.fullmatch(token):
        return f"{match[1]} {_TENS[int(match[2])]}" if match[2] != "0" else None
    return None


def _clock(token: str, near: Neighbours) -> str | None:
    match = _CLOCK.fullmatch(token)
    half_of_day = (match[3] or "").lower() if match else ""
    if match is None or ("." in token and not half_of_day and not _is_half_day(near.after)):
        return None
    hour, minutes = int(match[1]), match[2]
    if not half_of_day and not _is_half_day(near.after):
        if hour > 12 or match[1] in {"0", "00"}:
            half_of_day = "pm" if hour > 12 else "am"
        elif minutes == "00":
            return f"{hour} o'clock"
    shown_hour = hour - 12 if hour > 12 else hour or 12
    past = "" if minutes == "00" else " oh " + minutes[1] if minutes[0] == "0" else " " + minutes
    return f"{shown_hour}{past}" + (f" {half_of_day}" if half_of_day else "")


def _range(token: str, near: Neighbours) -> str | None:
    if not (match := _RANGE.fullmatch(token)):
        return None
    is_time = any(":" in part or _AM_PM.search(part) for part in match.groups()) or _is_half_day(near.after)
    first, second = (_end_of_range(part, near, is_time=is_time) for part in match.groups())
    return f"{first} to {second}"


def _end_of_range(part: str, near: Neighbours, *, is_time: bool) -> str:
    """One end of "9-5", "9.30am-11", "Mon-Fri", "£5-£10"."""
    if part.startswith("£"):
        return _money(part, Neighbours()) or part
    if is_time and (told := _clock(part.replace(".", ":"), near)):
        return told
    return (_lone_year(part, near) if part.isdigit() else _short(part, near)) or part


def _is_half_day(word: str) -> bool:
    return word.lower().rstrip(".") in {"am", "pm", "a.m", "p.m"}


def _either(token: str, near: Neighbours) -> str | None:
    del near
    match = _EITHER.fullmatch(token)
    return f"{match[1]} or {match[2]}" if match else None


def _address(token: str, near: Neighbours) -> str | None:
    del near
    is_address = token.lower().startswith(("www.", "http://", "https://")) or "@" in token
    if not is_address or not _ADDRESS.fullmatch(token):
        return None
    bare = re.sub(r"^https?://", "", token, flags=re.IGNORECASE).rstrip("/")
    for mark, said in ((".", " dot "), ("@", " at "), ("/", " slash "), ("-", " dash "), ("_", " line ")):
        bare = bare.replace(mark, said)
    return " ".join(bare.split())


def _thousands(token: str, near: Neighbours) -> str | None:
    del near
    return token.replace(",", "") if _THOUSANDS.fullmatch(token) else None


_RULES_FOR_WORDS = (_short, _letters, _use_or_close, _scale_of_money)
_RULES: tuple[Callable[[str, Neighbours], str | None], ...] = (
    _short, _letters, _telephone, _money, _scale_of_money, _pence, _date, _clock, _lone_year, _range,
    _either, _address, _thousands,
)  # fmt: skip
