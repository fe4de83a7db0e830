"""The sentences of expected errors: what is wrong, that nothing is lost, what to do."""

from __future__ import annotations

RECORD_UNREADABLE = "One entry cannot be read. It may be damaged. The others are safe."

THEME_UNREADABLE = "The colours in {file} cannot be used ({reason}). Choose other colours."
