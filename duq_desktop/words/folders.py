"""Sentences about where the app's own files and the data folder lie."""

from __future__ import annotations

NO_HOME = (
    "This account has no folder of its own on this computer, so the app does not know where to keep things. "
    "Start it with --data-dir and --config-dir, and a folder after each."
)
PART_MISSING = (
    "A part of the app is missing: {folder}. Nothing that was said is lost. Please install the app again."
)
