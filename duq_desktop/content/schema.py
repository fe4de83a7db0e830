"""Which keys the files of a pack have, as data: the loader, the checks and the guide all follow it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from duq_desktop.content.printable import printable
from duq_desktop.content.problems import Findings
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import pack as words

TEXT_LENGTH = 600
ENTRIES_LIMIT = 2_000


class Kind(str, Enum):
    """What a key holds; the value is how messages and the guide say it."""

    TEXT = words.KIND_TEXT
    FLAG = words.KIND_FLAG
    WHOLE = words.KIND_WHOLE
    TEXTS = words.KIND_TEXTS
    TABLE = words.KIND_TABLE
    TABLES = words.KIND_TABLES
    TEXT_MAP = words.KIND_TEXT_MAP
    TABLE_MAP = words.KIND_TABLE_MAP


@dataclass(frozen=True)
class Key:
    """One key: what it holds, whether it must be there, and the shape of the tables in it."""

    kind: Kind
    needed: bool = False
    shape: Shape | None = None


@dataclass(frozen=True)
class Shape:
    """The keys of one sort of table. ``name`` is its heading in ``docs/pack-format.md``."""

    name: str
    keys: Mapping[str, Key]


_TEXT = Key(Kind.TEXT)
_NEEDED_TEXT = Key(Kind.TEXT, needed=True)
_FLAG = Key(Kind.FLAG)
_TEXTS = Key(Kind.TEXTS)
_NEEDED_TEXTS = Key(Kind.TEXTS, needed=True)
_TEXT_MAP = Key(Kind.TEXT_MAP)
_NEEDED_TEXT_MAP = Key(Kind.TEXT_MAP, needed=True)


def _tables(shape: Shape) -> Key:
    return Key(Kind.TABLES, needed=True, shape=shape)


def _map(shape: Shape) -> Key:
    return Key(Kind.TABLE_MAP, needed=True, shape=shape)


LANGUAGE = Shape("[languages.CODE]", {"name": _NEEDED_TEXT, "checked": Key(Kind.FLAG, needed=True)})
QUESTION = Shape(
    "questions",
    {
        "id": _NEEDED_TEXT,
        "picture": _NEEDED_TEXT,
        "short": _FLAG,
        "feelings": _FLAG,
        "offers_help": _FLAG,
        "reverse": _FLAG,
        "reverse_of": _TEXT,
        "mirrors": _TEXT,
    },
)
AREA = Shape("[[areas]]", {"id": _NEEDED_TEXT, "picture": _NEEDED_TEXT, "questions": _tables(QUESTION)})
OPTION = Shape("[[options]]", {"id": _NEEDED_TEXT, "picture": _NEEDED_TEXT})
PRACTICE = Shape("[[practice]]", {"id": _NEEDED_TEXT, "picture": _NEEDED_TEXT, "expected": _NEEDED_TEXT})
GROUP = Shape("[[board_groups]]", {"id": _NEEDED_TEXT, "picture": _NEEDED_TEXT, "words": _TEXT_MAP})
PACK = Shape(
    "pack.toml",
    {
        "format": Key(Kind.WHOLE, needed=True),
        "id": _NEEDED_TEXT,
        "version": _NEEDED_TEXT,
        "draft": _FLAG,
        "main_language": _NEEDED_TEXT,
        "languages": _map(LANGUAGE),
        "areas": _tables(AREA),
        "options": _tables(OPTION),
        "practice": _tables(PRACTICE),
        "board_groups": _tables(GROUP),
        "signs": _NEEDED_TEXT_MAP,
        "pictures": _NEEDED_TEXT_MAP,
    },
)

LOCAL = Shape(
    "[local_words]",
    {"staff": _NEEDED_TEXTS, "manager": _NEEDED_TEXTS, "managers": _NEEDED_TEXTS},
)
AREA_TEXT = Shape(
    "[areas.ID]",
    {
        "title": _NEEDED_TEXT,
        "short_title": _NEEDED_TEXT,
        "spoken": _TEXT,
        "looks_good": _NEEDED_TEXTS,
        "not_ok": _NEEDED_TEXTS,
    },
)
ALLOWED = Shape("allowed", {"rule": _NEEDED_TEXT, "reason": _NEEDED_TEXT})
QUESTION_TEXT = Shape(
    '[questions."ID"]',
    {
        "prompt": _NEEDED_TEXT,
        "meaning": _NEEDED_TEXT,
        "spoken": _TEXT,
        "hard_words": _TEXT_MAP,
        "allowed": Key(Kind.TABLE, shape=ALLOWED),
    },
)
PRACTICE_TEXT = Shape(
    "[practice.ID]",
    {
        "prompt": _NEEDED_TEXT,
        "shown_by": _NEEDED_TEXT,
        "spoken": _TEXT,
        "allowed": Key(Kind.TABLE, shape=ALLOWED),
    },
)
OPTION_TEXT = Shape("[options.ID]", {"label": _NEEDED_TEXT, "spoken": _TEXT})
TEXTS = Shape(
    "texts/CODE.toml",
    {
        "language": _NEEDED_TEXT,
        "title": _NEEDED_TEXT,
        "about": _NEEDED_TEXT,
        "examples_note": _NEEDED_TEXT,
        "local_words": Key(Kind.TABLE, needed=True, shape=LOCAL),
        "areas": _map(AREA_TEXT),
        "questions": _map(QUESTION_TEXT),
        "options": _map(OPTION_TEXT),
        "practice": _map(PRACTICE_TEXT),
        "board_groups": _NEEDED_TEXT_MAP,
        "board_words": _NEEDED_TEXT_MAP,
        "signs": _NEEDED_TEXT_MAP,
        "alt": _TEXT_MAP,
    },
)

RELEASED = Shape("released.toml", {"ids": _NEEDED_TEXTS, "retired": _NEEDED_TEXTS})
OPENMOJI = Shape("openmoji.toml", {"pictures": _NEEDED_TEXT_MAP})
ALT = Shape("pictures/alt.toml", {"alt": _NEEDED_TEXT})
ALTS = Shape("alt", {"pictures": _map(ALT)})
SET = Shape(
    "set.toml",
    {"name": _NEEDED_TEXT, "licence": _TEXT, "credit": _TEXT, "language": _TEXT, "alt": _TEXT_MAP},
)

SHAPES = (
    PACK, LANGUAGE, AREA, QUESTION, OPTION, PRACTICE, GROUP, TEXTS, LOCAL, AREA_TEXT, QUESTION_TEXT,
    ALLOWED, OPTION_TEXT, PRACTICE_TEXT, RELEASED, OPENMOJI, ALT, SET,
)  # fmt: skip
"""Every sort of table, in the order of the guide."""

_JOINERS = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"))
"""Characters without a shape of their own that some languages cannot do without."""

_TYPES: dict[Kind, type] = {
    Kind.TEXT: str,
    Kind.FLAG: bool,
    Kind.WHOLE: int,
    Kind.TEXTS: list,
    Kind.TABLE: dict,
    Kind.TABLES: list,
    Kind.TEXT_MAP: dict,
    Kind.TABLE_MAP: dict,
}


def check_shape(table: Mapping[str, Any], shape: Shape, file: str, findings: Findings) -> None:
    """Note every unknown, missing or wrongly filled key of ``table``, and of the tables in it."""
    _check_table(table, shape, (file, words.WHOLE_FILE), findings)


def _check_table(table: Mapping[str, Any], shape: Shape, where: tuple[str, str], findings: Findings) -> None:
    for name in table:
        if name not in shape.keys:
            known = ", ".join(shape.keys)
            findings.add(where, words.UNKNOWN_KEY, key=printable(name), known=known)
    for name, key in shape.keys.items():
        if name in table:
            _check_value(table[name], name, key, where, findings)
        elif key.needed:
            findings.add(where, words.MISSING_KEY, key=name)


def _check_value(value: Any, name: str, key: Key, where: tuple[str, str], findings: Findings) -> None:
    if not _holds(value, key.kind):
        findings.add(where, words.WRONG_KIND, key=printable(name), kind=key.kind.value)
    elif isinstance(value, (list, dict)) and len(value) > ENTRIES_LIMIT:
        findings.add(where, words.TOO_MANY, key=printable(name), limit=ENTRIES_LIMIT)
    elif key.kind is Kind.TEXT:
        _check_text(value, name, where, findings)
    elif key.kind is Kind.TEXTS:
        for number, text in enumerate(value, start=1):
            _check_value(text, f"{name} {number}", _TEXT, where, findings)
    elif key.kind is Kind.TEXT_MAP:
        for inner, text in value.items():
            _check_value(text, f"{name}.{inner}", _TEXT, where, findings)
    elif key.shape is not None:
        _check_inner_tables(value, name, key, where, findings)


def _holds(value: Any, kind: Kind) -> bool:
    """Whether ``value`` is of the type of ``kind``; true and false are no whole numbers."""
    return type(value) is _TYPES[kind]


def _check_inner_tables(value: Any, name: str, key: Key, where: tuple[str, str], findings: Findings) -> None:
    assert key.shape is not None
    outer = "" if where[1] == words.WHOLE_FILE else where[1] + ", "
    if key.kind is Kind.TABLE:
        _check_table(value, key.shape, (where[0], f"{outer}{name}"), findings)
        return
    pairs = value.items() if key.kind is Kind.TABLE_MAP else enumerate(value, start=1)
    for inner, table in pairs:
        if not isinstance(table, dict):
            kind = Kind.TABLE.value
            findings.add(where, words.WRONG_KIND, key=printable(f"{name} {inner}"), kind=kind)
            continue
        own = table.get("id") if isinstance(table.get("id"), str) else inner
        place = f"{outer}{name} {printable(str(own))}"
        _check_table(table, key.shape, (where[0], place), findings)


def _check_text(text: str, name: str, where: tuple[str, str], findings: Findings) -> None:
    if not text.strip():
        findings.add(where, words.EMPTY_TEXT, key=printable(name))
    elif len(text) > TEXT_LENGTH:
        findings.add(where, words.LONG_TEXT, key=printable(name), limit=TEXT_LENGTH)
    elif not text.translate(_JOINERS).isprintable():
        findings.add(where, words.CONTROL_TEXT, key=printable(name))
