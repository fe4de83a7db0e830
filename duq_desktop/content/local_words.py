"""The words for staff and manager that a home uses, and how they come into the texts.

A text holds ``{staff}`` (always meaning several people), ``{manager}`` (one) or ``{managers}``
(several). Only these names are replaced; every other brace stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from duq_desktop.light_dataclass import dataclass

WORD_LENGTH = 40
"""Characters of one local word; longer ones would break the prompts."""

_PLACE = re.compile(r"\{([A-Za-z_]+)\}")


@dataclass(frozen=True)
class LocalWords:
    """What this home calls its staff and managers. An empty word means the pack's own.

    ``staff`` is plural ("support workers", "personal assistants", "carers"); ``manager`` is one
    person and ``managers`` several.
    """

    staff: str = ""
    manager: str = ""
    managers: str = ""


@dataclass(frozen=True)
class WordChoices:
    """The words a pack offers for choosing at set-up; the first of each is its own word.

    ``managers`` is as long as ``manager``, in the same order.
    """

    staff: tuple[str, ...]
    manager: tuple[str, ...]
    managers: tuple[str, ...]

    def filled(self, local: LocalWords) -> LocalWords:
        """``local`` with the pack's own words where it has none, each cleaned for a prompt."""
        return LocalWords(
            _clean(local.staff) or self.staff[0],
            _clean(local.manager) or self.manager[0],
            _clean(local.managers) or self._several(_clean(local.manager)),
        )

    def _several(self, manager: str) -> str:
        """The plural that belongs to ``manager``; the pack's own when it is not one of the choices."""
        if manager in self.manager:
            return self.managers[self.manager.index(manager)]
        return self.managers[0]


class Filler:
    """Puts the local words into texts."""

    def __init__(self, local: LocalWords) -> None:
        words = {"staff": local.staff, "manager": local.manager, "managers": local.managers}
        capitals = {name.capitalize(): word[:1].upper() + word[1:] for name, word in words.items()}
        self._words: Mapping[str, str] = {**words, **capitals}

    def __call__(self, text: str) -> str:
        """``text`` with each ``{staff}``, ``{manager}``, ``{managers}`` filled; a capital keeps it."""
        return _PLACE.sub(self._word, text) if "{" in text else text

    def unknown(self, text: str) -> list[str]:
        """The names in braces in ``text`` that are not local words."""
        return [name for name in _PLACE.findall(text) if name not in self._words]

    @property
    def known(self) -> tuple[str, ...]:
        """The names that texts may hold in braces."""
        return tuple(self._words)

    def _word(self, found: re.Match[str]) -> str:
        return self._words.get(found.group(1), found.group())


def _clean(word: str) -> str:
    """``word`` on one line, without braces, not longer than a prompt can bear."""
    plain = "".join(letter for letter in word if letter.isprintable() and letter not in "{}")
    return " ".join(plain.split())[:WORD_LENGTH].strip()
