"""Sentences about where the app's own files and the data folder lie."""

from __future__ import annotations

PART_MISSING = (
    "A part of the app is missing: {folder}. Nothing that was said is lost. Please install the app again."
)
