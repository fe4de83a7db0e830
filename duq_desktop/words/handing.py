"""What is said when the computer is handed from one person to the next (answer mode)."""

from __future__ import annotations

ONE_MOMENT = "One moment"
CLOSE_THE_APP = "Close the app"
CLOSE_TITLE = "Close the app"
CLOSE_LINE = "The pass phrase closes the app. It shows nothing that people said."
CANNOT_BEGIN = "The app cannot begin here. {reason}"
NOT_SET_UP = "Nobody has set this computer up yet. Start the app without --answer first."
PEOPLE_ANSWER = "People answer in private"
NO_WAY_ON = "The app stopped several times. Start it again, or restart the computer."
CLOSE = "Close"

# The set-up of one day, for the facilitator
DAY = "Set-up"
DAY_TITLE = "Where are we today?"
DAY_LINE = "This counts for today only. Nobody needs a pass phrase for it."
DAY_PLACE = "The place"
DAY_PLACE_HINT = "It stands on the first page, and is sealed with what people say."
DAY_CONTACT = "Who is here today to talk to?"
DAY_CONTACT_HINT = "They stand first on the help page. The others stay."
DAY_NUMBER = "How to reach them"
DAY_NUMBER_HINT = "A number, or a room."
DAY_CHOICES = "What comes first?"
DAY_AREAS_LINE = "Which areas come first? None means all. A person can always pick another one."
DAY_WAY = "How do people press?"
WAYS = {
    "direct": "Touch, mouse or keys",
    "one-switch": "One switch",
    "two-switches": "Two switches",
    "dwell": "Look or point, and stay",
}
DAY_BEGIN = "Begin, one person after the other"
DAY_BEGIN_HINT = "The app fills the screen. Only the pass phrase closes it."
DAY_KEEP = "Keep this, and go back"
DAY_FORGET = "Forget it"
DAY_NOT_KEPT = "This could not be kept: {reason}"
TODAY_AT = "Today we are here: {place}."
