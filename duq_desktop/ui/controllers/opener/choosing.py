"""Asking where a file lies or shall lie, for the opener's own exports. Nothing a person answers needs it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_open(parent: QWidget, title: str) -> Path | None:
    """An existing file; None when none was chosen."""
    found, _kind = QFileDialog.getOpenFileName(parent, title)
    return Path(found) if found else None


def ask_save(parent: QWidget, title: str, name: str) -> Path | None:
    """Where a PDF shall lie, ``name`` offered; None when no place was chosen."""
    found, _kind = QFileDialog.getSaveFileName(parent, title, name, "PDF (*.pdf)")
    if not found:
        return None
    path = Path(found)
    return path if path.suffix else path.with_suffix(".pdf")
