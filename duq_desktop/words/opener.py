"""What the opener and the facilitator read: the first page, a start with trouble, unlocking, backups."""

from __future__ import annotations

Line = tuple[str, str]

# Not set up yet
NOT_SET_UP_TITLE = "Welcome to DUQ Desktop"
NOT_SET_UP_LINE = "Before people can answer, somebody sets up this computer. It takes about ten minutes."
SET_UP = "Set up this computer"
LOOK_ROUND = "Look round with made-up answers"
RESTORE = "Bring back a backup"

# Looking round
LOOK_TITLE = "Look round"
LOOK_LINES: tuple[Line, ...] = (
    ("look-at-answers", "Everything here is made up, and goes when you leave."),
    ("", "What you answer yourself while you look round goes too."),
)
LOOK_PERSON = "See what people see"
LOOK_OPENER = "See what the opener sees"
LOOK_LEAVE = "Leave the try-out"
LOOK_MAKING = "Made-up answers are being written. Please wait."

# A start with trouble
TROUBLE_TITLE = "The answers cannot be opened now"
TRY_AGAIN = "Try again"
CLOSE_APP = "Close the app"
PIN_TITLE = "Nobody can answer here now"
PIN_DIFFERS = (
    "The key in this folder is not the one that this computer knows. Somebody may have changed it, so "
    "nobody can answer here now. Please ask {opener} to come and look."
)
PIN_LOOK = "I open the answers: look"
COMPARE_TITLE = "Are these the four words on your sheet?"
COMPARE_NEW = (
    "This computer does not know this folder yet. Compare the words with the sheet of the recovery key."
)
COMPARE_CHANGED = (
    "Your pass phrase opens the key in this folder. Compare the words with your newest sheet before "
    "anybody answers."
)
COMPARE_NAME = "The four words of the key in this folder: {words}"
COMPARE_SAME = "Yes, they are the same"
COMPARE_OTHER = "No, they differ"
COMPARE_DIFFER = (
    "Then let nobody answer here. Somebody may have put another folder in place of yours. What was said "
    "before is safe. Ask who changed this folder, or bring back a backup."
)

# Unlocking
UNLOCK_TITLE = "Open what people said"
UNLOCK_LINE = "It locks itself again when you leave, or when nobody touches anything for {minutes} minutes."
UNLOCK_FIELD = "Pass phrase"
UNLOCK_RECOVERY = "I have the recovery key instead"
UNLOCKING_TITLE = "This takes a moment"
RECOVERY_TITLE = "Open with the recovery key"
RECOVERY_LINE = "You then choose a new pass phrase. The old one stops working."
RECOVERY_FIELD = "Recovery key: 26 letters and figures"
RECOVERY_HINT = "Capitals, spaces and hyphens do not matter."
MISMATCH_TITLE = "Warning: this is not your key"
MISMATCH_AGAIN = "Open what is sealed to my own key"
MISMATCH_LINE = "What people said before to your own key can still be opened with your pass phrase."

# Backups
BACKUPS_TITLE = "Bring back a backup"
BACKUPS_LINE = (
    "Choose the newest first. What was said after a backup is not in it. The file of today is set aside, "
    "not thrown away. What was deleted stays deleted."
)
BACKUPS_NONE = "There is no backup in this folder."
BACKUP_NAME = "{month} {year}, backup {number}"
BACKUP_SURE_TITLE = "Bring back {name}?"
BACKUP_SURE_LINE = "It is checked first, and only then put in place."
BACKUP_DO = "Yes, bring it back"
BACKUP_DONE_TITLE = "The backup is back"
BACKUP_DONE_LINE = "Look whether the answers are there, and take note of what is missing since."
GO_ON = "Go on"
MONTHS: tuple[str, ...] = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
