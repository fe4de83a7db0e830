"""Where packs, resources and data lie, in a checkout and when the app is installed.

A checkout's own ``easyread`` and ``resources`` win, so that whoever edits a pack sees the edit at once.
An installed app finds the copies that the wheel carries in ``duq_desktop/_data``. Data never lie beside
the program: they are in the account's own folder, or where ``--data-dir`` says.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from duq_desktop.errors import SetUpError
from duq_desktop.words import folders

APP = "duq-desktop"
PACKAGE = Path(__file__).resolve().parent


def find_part(name: str, package: Path = PACKAGE) -> Path:
    """The folder ``name`` ("easyread", "resources") of the checkout, else that inside the package.

    ``package`` is the folder of the ``duq_desktop`` package. Only a folder whose neighbour is this
    project's ``pyproject.toml`` counts as a checkout: an installed package must not take the
    ``resources`` of whatever else lies beside it. Raises SetUpError when neither is there.
    """
    beside = package.parent / name
    if (package.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    carried = package / "_data" / name
    if carried.is_dir():
        return carried
    raise SetUpError(folders.PART_MISSING, folder=carried)


def packs_folder() -> Path:
    """The folder that holds one folder for each content pack. Raises SetUpError when it is missing."""
    return find_part("easyread")


def resources_folder() -> Path:
    """The folder of themes, fonts, pictures and sounds. Raises SetUpError when it is missing."""
    return find_part("resources")


def data_folder() -> Path:
    """Where answers are kept unless ``--data-dir`` says otherwise. It need not exist yet.

    Raises ``SetUpError`` for an account that has no folder of its own.
    """
    return _of_an_account(user_data_path)


def config_folder() -> Path:
    """Where this account keeps its settings, and the opener's public key pinned beside the data's own copy.

    It is apart from the data folder on purpose: a data folder that somebody swaps is noticed.
    It need not exist yet. Raises ``SetUpError`` for an account that has no folder of its own.
    """
    return _of_an_account(user_config_path)


def _of_an_account(ask: Callable[..., Path]) -> Path:
    """What platformdirs says, unless it cannot tell: without a home it refuses, or once began with "~"."""
    try:
        folder = ask(APP, appauthor=False)
    except RuntimeError as error:
        raise SetUpError(folders.NO_HOME) from error
    if not folder.is_absolute():
        raise SetUpError(folders.NO_HOME)
    return folder
