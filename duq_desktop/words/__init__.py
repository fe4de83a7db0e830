"""Every fixed word of the product, in one place and translatable.

Each module here holds plain English constants for one audience or part:

``person``        what people supported read and hear (held to a reading grade by ``check-pack``)
``family_staff``  what families, staff and others read
``opener``        setting up, unlocking and what people said
``paper``         the PDFs
``command``       the command line
``trouble``       the sentences of expected errors, for everybody

The English text is the message id. ``Words`` turns it into the language shown, through gettext.
"""

from __future__ import annotations

import gettext
from pathlib import Path

from duq_desktop.errors import ExpectedError

DOMAIN = "duq_desktop"


class Words:
    """Gives each fixed text in one language.

    ``language`` is a language code ("en", "cy"); ``folder`` holds gettext catalogues as
    ``<language>/LC_MESSAGES/duq_desktop.mo``. A text that has no translation stays English.
    """

    def __init__(self, language: str = "en", folder: Path | None = None) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if folder is not None:
            self._catalogue = gettext.translation(DOMAIN, str(folder), [language], fallback=True)

    def __call__(self, text: str, /, **values: object) -> str:
        """``text`` in the language, with its ``{named}`` places filled from ``values``."""
        translated = self._catalogue.gettext(text) if text else ""
        return translated.format(**values) if values else translated

    def error(self, trouble: ExpectedError) -> str:
        """The sentence of an expected error in the language."""
        return self(trouble.sentence, **trouble.values)
