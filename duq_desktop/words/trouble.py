"""The sentences of expected errors: what is wrong, that nothing is lost, what to do."""

from __future__ import annotations

RECORD_UNREADABLE = "One entry cannot be read. It may be damaged. The others are safe."

THEME_UNREADABLE = "The colours in {file} cannot be used ({reason}). Choose other colours."
SIGN_TAKEN = "Please pick one more picture."
SIGN_FULL = "Please pick other pictures."
"""What to do where the pictures are a sign already. It says nothing of anybody else."""
FAULT = "Sorry, something went wrong in the app. What was said before is safe. Please start again."
