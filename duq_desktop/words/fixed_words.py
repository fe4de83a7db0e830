"""The fixed words of one audience as a list, for the reading-grade check of ``check-pack``."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from duq_desktop.words import family_staff, person
from duq_desktop.words.messages import messages

ALSO_SHOWN = frozenset({"preferences", "pressing", "switches"})
"""The modules of words that people supported meet beside ``person``."""


def shown_to_people() -> tuple[str, ...]:
    """Every fixed text that people supported read or hear."""
    return (*_texts(person), *(each.text for each in messages() if each.part in ALSO_SHOWN))


def shown_to_families_and_staff() -> tuple[str, ...]:
    """Every fixed text that families, staff and others read."""
    return tuple(_texts(family_staff))


def _texts(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if name.isupper():
            yield from _flat(value)


def _flat(value: object) -> Iterator[str]:
    """A text itself; of a ``Line`` (picture, sentence) the sentence; of several lines each sentence."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for line in value:
            if isinstance(line, tuple):
                yield str(line[-1])
