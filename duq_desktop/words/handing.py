"""What is said when the computer is handed from one person to the next (answer mode)."""

from __future__ import annotations

ONE_MOMENT = "One moment"
CLOSE_THE_APP = "Close the app"
CLOSE_TITLE = "Close the app"
CLOSE_LINE = "The pass phrase closes the app. It shows nothing that people said."
CANNOT_BEGIN = "The app cannot begin here. {reason}"
NOT_SET_UP = "Nobody has set this computer up yet. Start the app without --answer first."
NO_WAY_ON = "The app stopped several times. Start it again, or restart the computer."
CLOSE = "Close"
