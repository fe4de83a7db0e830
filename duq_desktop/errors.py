"""The errors that this product expects, each with a sentence that a person can act on.

Two sorts of error exist. An ``ExpectedError`` is foreseen: a full disk, a wrong pass phrase, a
damaged pack. Whoever shows it shows its sentence, calmly, and nothing else. Every other exception
is a fault of ours: one handler at the top keeps the answers safe and logs its type and place, never
its message, because a message may quote an answer.

The sentence is English with ``{named}`` places; it is translated where it is shown, by
``words.Words.error``, so that the errors themselves need no language.
"""

from __future__ import annotations


class ExpectedError(Exception):
    """A foreseen trouble, told in one sentence or two.

    ``sentence`` comes from ``duq_desktop.words``; ``values`` fill its ``{named}`` places.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        """The English sentence, with its places filled."""
        return self.sentence.format(**self.values)


class PackError(ExpectedError):
    """A content pack cannot be used: its sentence names the file, the place and the reason."""


class StoreError(ExpectedError):
    """The data folder cannot be read or written. The answer on the screen is kept."""


class SignTaken(StoreError):
    """The pictures that were picked are a sign already; with one more they are another."""


class VaultError(ExpectedError):
    """A key, a pass phrase or a recovery key does not do what was asked of it."""


class RecordTooLong(StoreError):
    """More words than one sealed record holds; the page says so and keeps them on the screen."""


class VoiceError(ExpectedError):
    """The app cannot speak here: its sentence says why and how to mend it."""


class ReportError(ExpectedError):
    """A PDF could not be made or written; nothing half-written is left."""


class ProfileError(ExpectedError):
    """How somebody likes it cannot be read, kept or found: its sentence says why."""


class SetUpError(ExpectedError):
    """Something needed is missing from this computer, or a command was called wrongly."""
