"""Why a file was not read or written: what is there instead, and one thing to do."""

from __future__ import annotations

MISSING = "{file} is not there."
LINK = "{file} is a link to another file. The app opens no links here. Put the file itself there."
OTHER_KIND = "{file} is not an ordinary file, so the app does not open it."
TOO_LARGE = "{file} is too large for the app to read."
TOO_LONG = (
    "The name {file} is too long for this computer. Use a shorter name, or fewer folders in each other."
)
LOOP = "The links on the way to {file} lead round in a circle. Choose another folder."
NOT_ALLOWED = "This account may not use {file}. Ask whoever looks after this computer."
PROTECTED = (
    "{file} lies on a disk or stick that is write-protected. "
    "Look for a small switch on the stick, or use another one."
)
FULL = "There is no room left for {file}. Make room, or choose another place."
TAKEN = "There is something called {file} already. Nothing was changed."
UNREADABLE = "{file} cannot be reached. The disk may be damaged, or the stick pulled out."
