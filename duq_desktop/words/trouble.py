"""The sentences of expected errors: what is wrong, that nothing is lost, what to do."""

from __future__ import annotations

RECORD_UNREADABLE = "One entry cannot be read. It may be damaged. The others are safe."

THEME_UNREADABLE = "The colours in {file} cannot be used ({reason}). Choose other colours."
SIGN_TAKEN = "Someone has this sign. Please pick two other pictures."
FAULT = "Sorry, something went wrong in the app. What was said before is safe. Please start again."
