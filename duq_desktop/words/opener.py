"""What the opener and the facilitator read: setting up, unlocking, what people said."""

from __future__ import annotations

NOT_SET_UP_TITLE = "Welcome to DUQ Desktop"
NOT_SET_UP_LINE = "Before people can answer, somebody sets up this computer. It takes about ten minutes."
SET_UP = "Set up this computer"
LOOK_ROUND = "Look round with made-up answers"
RESTORE = "Bring back a backup"
PIN_DIFFERS = (
    "The key in this folder is not the one that this computer knows. Somebody may have changed it, so "
    "nobody can answer here now. Please ask {opener} to come and look."
)
