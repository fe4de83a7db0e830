"""The computer's own note of which key is the right one, outside the data folder.

Whoever can write the data folder can put another public key there and read what is said from then on.
The note is in the configuration folder of the account; a difference stops answering. It is kept per
data folder, because one computer may hold a home's folder and a sample side by side.
"""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path

from duq_desktop.errors import VaultError
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.writing import make_account_folder, write_whole
from duq_desktop.words import sealing as words

_FILE = "opener-keys.json"
_LARGEST = 1_000_000


class PinState(Enum):
    """``SAME``: as noted. ``NEW``: nothing noted for this folder yet: compare the words, then note it."""

    SAME = "same"
    NEW = "new"


def _read(file: Path) -> dict[str, str]:
    try:
        found = json.loads(read_whole(file, _LARGEST).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise VaultError(words.PIN_UNREADABLE, file=file) from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise VaultError(words.PIN_UNREADABLE, file=file)
    return found


def _name(data_folder: Path) -> str:
    return str(data_folder.absolute().resolve())


def pin_key(config_folder: Path, fingerprint: str, data_folder: Path, *, anew: bool = False) -> None:
    """Notes that ``fingerprint`` is the right key for ``data_folder``. Raises ``VaultError``.

    Call it at set-up, after a new key pair, and after the opener compared the four words. ``anew``:
    a note that cannot be read is begun again; only for an opener whose pass phrase opened the key.
    """
    file = config_folder / _FILE
    try:
        before = _read(file)
    except VaultError:
        if not anew:
            raise
        before = {}
    noted = {**before, _name(data_folder): fingerprint}
    try:
        make_account_folder(config_folder)
        write_whole(file, json.dumps(noted, indent=1, sort_keys=True).encode("utf-8"))
    except OSError as error:
        raise VaultError(words.PIN_NOT_WRITTEN, file=file) from error


def check_pin(config_folder: Path, fingerprint: str, data_folder: Path) -> PinState:
    """Whether ``fingerprint`` is the key noted for ``data_folder``.

    Raises ``VaultError`` when another key is noted, or the note cannot be read: then no answer is taken.
    """
    noted = _read(config_folder / _FILE).get(_name(data_folder))
    if noted is None:
        return PinState.NEW
    if noted != fingerprint:
        raise VaultError(words.KEY_CHANGED)
    return PinState.SAME


def is_pinned(config_folder: Path, data_folder: Path) -> bool:
    """Whether any key is noted for ``data_folder``: a folder known here that is now empty is not new.

    Then its stick is missing, or its file was taken away; it must not be set up again by mistake.
    Raises ``VaultError`` when the note cannot be read.
    """
    return _name(data_folder) in _read(config_folder / _FILE)
