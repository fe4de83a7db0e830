"""The words of the PDFs, and the sentences of what can go wrong with them."""

from __future__ import annotations

# Troubles
REPORTLAB_DIFFERS = (
    "PDFs need reportlab {known}, but {found} is installed. Run the set-up again: it mends this."
)
FONT_MISSING = "A font for PDFs is missing or damaged in “{folder}”. Run the set-up again: it mends this."
PICTURE_UNREADABLE = (
    "The picture “{name}” cannot be read. Choose another picture, or take it out of the pack."
)
