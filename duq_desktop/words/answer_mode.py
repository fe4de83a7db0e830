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
DAY_LINE = "This is for today only. It needs no pass phrase."
DAY_PLACE = "The place"
DAY_PLACE_HINT = "It is on the first page, and is sealed with answers."
DAY_CONTACTS = (
    ("Who is here today to talk to?", "How to reach them: a number or a room"),
    ("Who else is here today?", "How to reach this one"),
)
DAY_LOCAL = "Also on the help page. Take out who is away today."
DAY_STAY = "999, the council and {outside} always stay."
DAY_CHOICES = "What is there today?"
DAY_CHOICES_LINE = "Take out what is not for today. Say what comes first."
DAY_AREAS = "Areas"
DAY_WAYS = "Ways to press"
DAY_FIRST = "First"
DAY_ONE_STAYS = "One area must stay. Put another one back first."
DAY_WAYS_HINT = "Touch, mouse and keys always work. A way that a person has kept works too."
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
