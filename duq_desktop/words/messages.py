"""Every fixed text as a message to translate, with the name of the constant that holds it.

For the tools that make and check the language files; the running app reads only the catalogues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from duq_desktop import words

NOT_TRANSLATED = frozenset({"command", "sample", "fixed_words", "messages"})
"""The command line speaks before any language is known; ``sample`` holds what made-up people said."""
FOR_FAMILIES_AND_STAFF = ("family_staff", "about")
FOR_OPENERS = ("counting", "opener")
"""And every module whose name begins with ``opener_``."""
PRINTED = ("printed",)
FOR_PACK_MAKERS = ("pack",)
NOT_WORDS = frozenset({"LANGUAGE_TAGS"})
"""Mappings whose values are codes."""
_ID = re.compile(r"[a-z0-9_-]*")


class Message(NamedTuple):
    """``text`` is the English text and the message's id; ``name`` says where it stands: "person.NEXT".

    ``many`` is the English form for other numbers than 1, where the text is about a number of things.
    """

    name: str
    text: str
    many: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        """What the catalogues know it by: its text, or both its forms."""
        return (self.text, self.many) if self.many else self.text

    @property
    def part(self) -> str:
        """The module of ``words`` that it stands in."""
        return self.name.partition(".")[0]


def messages() -> Iterator[Message]:
    """Every text, module by module in the order in which it is written; a text may come more than once."""
    for part in parts():
        for constant, value in vars(import_module(f"{words.__name__}.{part}")).items():
            if constant.isupper() and constant not in NOT_WORDS:
                yield from _of(f"{part}.{constant}", value)


def _of(name: str, value: object) -> Iterator[Message]:
    """The messages of one constant."""
    for text in texts(value):
        if isinstance(text, words.Plural):
            yield Message(name, text.one, text.many)
        elif text.strip():
            yield Message(name, text)


def parts() -> tuple[str, ...]:
    """The modules whose words are translated: what people see first, then the others."""
    folder = str(Path(words.__file__).parent)
    found = sorted(each.name for each in iter_modules([folder]) if each.name not in NOT_TRANSLATED)
    return tuple(sorted(found, key=lambda part: not shows_people(part)))


def shows_people(part: str) -> bool:
    """Whether people supported may see or hear the words of a module; a new module counts as one of these."""
    others = (*FOR_FAMILIES_AND_STAFF, *FOR_OPENERS, *PRINTED, *FOR_PACK_MAKERS, *NOT_TRANSLATED)
    return part not in others and not part.startswith("opener_")


def texts(value: object) -> Iterator[str | words.Plural]:
    """The texts within one constant: itself, a mapping's values, the parts of a tuple.

    Of a pair whose first part is an id ("envelope", "support_worker") only the second part is a text.
    """
    if isinstance(value, str | words.Plural):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple):
        has_id = len(value) == 2 and isinstance(value[0], str) and _ID.fullmatch(value[0])
        for each in value[1:] if has_id else value:
            yield from texts(each)
