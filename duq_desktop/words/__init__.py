"""Every fixed word of the product, in one place and translatable.

Each module here holds plain English constants for one audience or part:

``person``        what people supported read and hear (held to a reading grade by ``check-pack``)
``family_staff``  what families, staff and others read
``opener``        setting up, unlocking and what people said
``printed``       the documents
``command``       the command line
``trouble``       the sentences of expected errors, for everybody

The English text is the message id. ``Words`` turns it into the language shown, through gettext.
"""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import NamedTuple

from duq_desktop.errors import ExpectedError

DOMAIN = "duq_desktop"
ISOLATE, ISOLATE_END = "\u2068", "\u2069"
"""Unicode's FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX 9, 2.4)."""


def without_isolates(text: str) -> str:
    """``text`` without the marks that keep names and numbers whole, for whoever hears it."""
    return text.replace(ISOLATE, "").replace(ISOLATE_END, "")


class Plural(NamedTuple):
    """A text about a number of things: ``one`` for 1 in English, ``many`` for every other number.

    ``many`` has the place ``{number}``; ``one`` may say it in words. Other languages have as many forms
    as their catalogue says.
    """

    one: str
    many: str


class Words:
    """Gives each fixed text in one language.

    ``language`` is a language code ("en", "cy"); ``folder`` holds gettext catalogues as
    ``<language>/LC_MESSAGES/duq_desktop.mo``. A text that has no translation stays English.

    ``digits``: the ten digits of the language, where they are others than 0 to 9. Only whole numbers
    that are filled in take them: a telephone number is text, and stays as it is dialled.
    ``apart``: text that is filled in keeps its own direction (Unicode's isolates), so that an English
    name or a telephone number stays whole in a line that runs from right to left.
    """

    def __init__(
        self, language: str = "en", folder: Path | None = None, *, digits: str = "", apart: bool = False
    ) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        self._digits = str.maketrans("0123456789", digits) if digits else {}
        self._apart = apart
        if folder is not None:
            self._catalogue = gettext.translation(DOMAIN, str(folder), [language], fallback=True)

    def __call__(self, text: str, /, **values: object) -> str:
        """``text`` in the language, with its ``{named}`` places filled from ``values``."""
        translated = self._catalogue.gettext(text) if text else ""
        return self._filled(translated, values) if values else translated

    def count(self, text: Plural, number: int, /, **values: object) -> str:
        """``text`` in the form that the language has for ``number``, which fills ``{number}``."""
        translated = self._catalogue.ngettext(text.one, text.many, number)
        return self._filled(translated, {"number": number, **values})

    def number(self, number: int) -> str:
        """A whole number in the digits of the language."""
        return str(number).translate(self._digits)

    def error(self, trouble: ExpectedError) -> str:
        """The sentence of an expected error in the language."""
        return self(trouble.sentence, **trouble.values)

    def _filled(self, text: str, values: dict[str, object]) -> str:
        """``text`` with its named places filled, as the language writes them."""
        if self._digits or self._apart:
            values = {name: self._local(value) for name, value in values.items()}
        return text.format(**values)

    def _local(self, value: object) -> object:
        """A value as the language writes it."""
        if isinstance(value, int):
            return self.number(value)
        return f"{ISOLATE}{value}{ISOLATE_END}" if self._apart and isinstance(value, str) and value else value
