"""The account's own folder, which not every account has."""

from __future__ import annotations

from pathlib import Path


def home_folder() -> Path | None:
    """The home folder; None for an account that has none, as some that run services have."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def typed_path(text: str) -> Path:
    """The path that somebody typed; "~" stands for a home folder where there is one, else for itself."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)
