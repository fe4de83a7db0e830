"""How people like it, kept in the data folder: one box each, which opens with their sign and word.

A box's name is random, its size is that of all others and its time is nobody's: who looks into the
folder learns how many there are and no more. No answer, no session and no sign stands here.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from duq_desktop.errors import ProfileError
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.writing import make_account_folder, make_folder, shred, sync_folder, write_whole
from duq_desktop.vault.slots import Cost
from duq_desktop.vault.worded import (
    BOX_BYTES,
    COST,
    SALT_BYTES,
    derive,
    is_long_enough,
    new_salt,
    open_box,
    shut,
)
from duq_desktop.words import preferences as words

FOLDER = "ways"
_SALT = "salt"
_LARGEST_SALT = 4096
_BOX = ".way"
MOST = 500
"""More boxes than any home has people; a folder filled up on purpose must not make the app slow."""


class ProfileBoxes:
    """The boxes of one data folder. Every method but ``has_some`` takes about a second (argon2id)."""

    def __init__(self, data: Path, cost: Cost = COST) -> None:
        self._folder = data / FOLDER
        self._cost = cost

    @property
    def has_some(self) -> bool:
        """Whether anything is kept here."""
        return any(True for _ in self._boxes())

    def takes(self, word: str) -> bool:
        """Whether ``word`` may be used at all: it has four letters or digits."""
        return is_long_enough(word)

    def keep(self, sign: Iterable[str], word: str, content: bytes) -> None:
        """Keep ``content``, in place of what the same sign and word kept before.

        Raises ``ProfileError`` when it cannot be written; then what was there before is still there.
        """
        try:
            key = derive(sign, word, self._salt(), self._cost)
            before = [path for path, _ in self._opened(key)]
            if not before and sum(1 for _ in self._boxes()) >= MOST:
                raise ProfileError(words.TOO_MANY)
            self._write(shut(content, key))
            for path in before:
                shred(path)
            sync_folder(self._folder)
        except OSError as error:
            raise ProfileError(words.CANNOT_KEEP) from error

    def find(self, sign: Iterable[str], word: str) -> bytes | None:
        """What this sign and word kept; None when there is nothing. Raises ``ProfileError``."""
        key = self._key(sign, word)
        return None if key is None else next((content for _, content in self._opened(key)), None)

    def forget(self, sign: Iterable[str], word: str) -> bool:
        """Delete what this sign and word kept; whether there was anything. Raises ``ProfileError``."""
        key = self._key(sign, word)
        paths = [] if key is None else [path for path, _ in self._opened(key)]
        try:
            for path in paths:
                shred(path)
            if paths:
                sync_folder(self._folder)
        except OSError as error:
            raise ProfileError(words.CANNOT_KEEP) from error
        return bool(paths)

    def _key(self, sign: Iterable[str], word: str) -> bytes | None:
        """The key; made also where nothing is kept, so that the time it takes tells nothing."""
        try:
            salt = read_whole(self._folder / _SALT, SALT_BYTES)
        except OSError:
            salt = b""
        is_ours = len(salt) == SALT_BYTES
        key = derive(sign, word, salt if is_ours else bytes(SALT_BYTES), self._cost)
        return key if is_ours else None

    def _salt(self) -> bytes:
        """The folder's salt; made with the first box. Raises ``OSError``."""
        make_account_folder(self._folder.parent)
        make_folder(self._folder)
        file = self._folder / _SALT
        with suppress(FileNotFoundError):
            known = read_whole(file, _LARGEST_SALT)
            if len(known) == SALT_BYTES:
                return known
        salt = new_salt()
        self._place(salt, file)
        return salt

    def _opened(self, key: bytes) -> Iterator[tuple[Path, bytes]]:
        for path in self._boxes():
            content = open_box(_bytes_of(path), key)
            if content is not None:
                yield path, content

    def _boxes(self) -> Iterator[Path]:
        try:
            names = sorted(path for path in self._folder.iterdir() if path.suffix == _BOX)
        except OSError:
            return
        yield from names[:MOST]

    def _write(self, box: bytes) -> None:
        self._place(box, self._folder / f"{secrets.token_hex(8)}{_BOX}")

    def _place(self, content: bytes, target: Path) -> None:
        write_whole(target, content)
        os.utime(target, (0, 0))


def _bytes_of(path: Path) -> bytes:
    """A box's bytes; nothing of a file that is none, however large."""
    try:
        return read_whole(path, BOX_BYTES)
    except OSError:
        return b""
